// `import`: an export becomes a log, all of it or nothing.

import ArgumentParser
import Glibc
import HoursCore
import HoursStore
import HoursWire

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Fill an empty log with what `export` has written.",
    discussion: """
      No daemon may have the log. Every line is looked at before anything is kept; a wrong one is named, and then \
      nothing is.

      Exit status: 0 done; 64 usage; 65 a line is wrong, the log is not empty, or a daemon has it; 74 something cannot \
      be read or written.
      """)

  @Argument(help: "What `export` has written; standard input by default.")
  var file: String?

  @Option(help: "The folder of the event log.")
  var state: String?

  func run() throws {
    do {
      let places = try places(configuration: nil, state: state)
      var lines = try ImportLines(file)
      let head = try lines.head()
      let log = try emptyLog(places)
      defer { log.close() }
      do {
        let summary = try fill(log, from: &lines, head)
        let waiting = try log.messages(
          HoursStore.MessageQuery(states: [.queued, .failed], limit: Limits.unsent)
        ).count
        try log.commit()
        say(summary, waiting: waiting, places)
      } catch {
        log.discard()
        throw error
      }
    } catch let failure as ExportFailure {
      failure.say()
      throw ExitCode(failure.status)
    } catch let error as DatabaseError {
      ExportFailure.log(error).say()
      throw ExitCode(ExportFailure.log(error).status)
    } catch let error as DirectoryError {
      ExportFailure(74, "\(error)").say()
      throw ExitCode(74)
    }
  }

  private func emptyLog(_ places: Places) throws -> EventLog {
    try makeDirectory(places.stateDirectory)
    guard LogLook.holder(of: places.log) == nil else { throw ExportFailure.inUse(places.log) }
    // To open a log changes one of an earlier version, and one that is not empty is to stay as it is.
    guard try access(places.log, F_OK) != 0 || isEmpty(places.log) else {
      throw ExportFailure.notEmpty(places.log, folder: places.stateDirectory)
    }
    do throws(DatabaseError) { return try EventLog.open(path: places.log) } catch {
      throw error.kind == .inUse ? ExportFailure.inUse(places.log) : .log(error)
    }
  }

  private func isEmpty(_ path: String) throws -> Bool {
    let reading = try LogReading.stopped(path)
    defer { reading.close() }
    return try reading.isEmpty
  }

  /// Stages all rows.
  ///
  /// - Returns: How many there are, in words.
  private func fill(_ log: EventLog, from lines: inout ImportLines, _ head: ExportHead) throws -> String {
    var check = RowCheck()
    let rows = try lines.rows(head) { cells, index, table in
      try check.check(cells, at: index, of: table)
      do throws(DatabaseError) { try log.stage(cells, in: table) } catch {
        // What a CHECK says is said of the row; anything else of the disk.
        guard error.kind == .other else { throw error }
        throw LineFault.refused(error.message)
      }
    } seq: {
      check.seq
    }
    return words(forEvents: check.seq, rows: rows)
  }

  private func say(_ summary: String, waiting: Int, _ places: Places) {
    var words = "\(shown(places.log)): \(summary)\n"
    if waiting > 0 {
      words +=
        "\(counted(waiting, "message")) will be sent once hoursd-mail runs; `hoursctl mail` lists what waits\n"
    }
    if access(places.configuration, F_OK) != 0 {
      words +=
        "Before you start the daemon, bring your configuration: \(shown(places.configuration)) is not there.\n"
    }
    _ = StandardOutput.write(Array(words.utf8))
  }
}
