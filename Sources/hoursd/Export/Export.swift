// `export`: the whole log as lines of JSON, to keep, to read, and to bring to another machine.

import ArgumentParser
import Glibc
import HoursStore
import HoursWire

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write everything that is kept as lines of JSON: a back-up.",
    discussion: """
      It is all of one instant, whether a daemon runs or not. A FILE has its name only when it is whole, is for you \
      alone (0600), and takes the place of an earlier export.

      Exit status: 0 done; 64 usage; 65 there is no log, or it is damaged; 69 the daemon that has it does not answer; \
      74 it cannot be read or written.
      """)

  @Argument(help: "Where to write it; standard output by default.")
  var file: String?

  @Option(help: "The folder of the event log.")
  var state: String?

  @Option(help: "The daemon's socket, when it is not the usual one.")
  var socket: String?

  func run() throws {
    do {
      let path = try places(configuration: nil, state: state).log
      if let file {
        let sink = try FileSink(file)
        let summary = try export(path, to: sink)
        try sink.finish()
        _ = StandardOutput.write(Array("\(shown(file)): \(summary)\n".utf8))
      } else {
        guard isatty(STDOUT_FILENO) == 0 else { throw ExportFailure.terminal }
        _ = try export(path, to: StandardSink())
      }
    } catch let failure as ExportFailure {
      failure.say()
      throw ExitCode(failure.status)
    }
  }

  /// - Returns: What it holds, in words.
  private func export(_ path: String, to sink: some ExportSink) throws -> String {
    let source = try LogSource.open(path, socket: try finder().socket(option: socket))
    defer { source.log.close() }
    do {
      let seq = try source.log.lastSeq()
      var writer = ExportWriter(to: sink)
      try writer.write(ExportHead(schema: source.log.version, exportedAt: Clock().now(), seq: seq))
      for table in LogTable.all {
        let start = table.start
        try source.log.forEachRow(of: table) { cells in
          try writer.write(cells, of: table, start: start)
        }
      }
      try source.confirm()
      try writer.end(seq: seq)
      return words(forEvents: seq, rows: writer.rows)
    } catch let error as DatabaseError {
      // Pages of two instants do not fit together.
      try source.confirm()
      throw ExportFailure.log(error)
    }
  }
}
