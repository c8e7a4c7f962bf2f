// Why an export or an import cannot be, with the exit status that protocol.md promises and the way out.

import Glibc
import HoursCore
import HoursStore
import HoursWire

struct ExportFailure: Error {
  let status: Int32
  let message: String

  init(_ status: Int32, _ message: String) {
    self.status = status
    self.message = message
  }

  /// Says it on standard error, as a terminal shows it safely.
  func say() {
    var words = shown(message, lines: true) + "\n"
    words.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

// MARK: The log

extension ExportFailure {
  static func noLog(_ path: String) -> ExportFailure {
    ExportFailure(65, "there is no log at \(path); `--state FOLDER` names where it is")
  }

  static func log(_ error: DatabaseError) -> ExportFailure {
    ExportFailure(error.kind == .full || error.kind == .io ? 74 : 65, "\(error)")
  }

  /// A text of the log that is none.
  static func damaged(_ table: LogTable, _ cells: [LogCell], _ column: LogTable.Column) -> ExportFailure {
    let key = if case .integer(let number) = cells[0] { " \(number)" } else { "" }
    return ExportFailure(
      65,
      "the log is damaged: `\(column.name)` of \(table.name)\(key) is not UTF-8; export a copy from before")
  }

  // MARK: The daemon that has it

  static func noAnswer(_ path: String, socket: String, _ why: String) -> ExportFailure {
    ExportFailure(
      69,
      """
      a daemon has \(path) open\(holder(of: path)), and does not answer at \(socket) (\(why))
      say where with --socket, or end it, and export the log as it lies there:
        systemctl --user stop hoursd.socket hoursd
      """)
  }

  static func tooOld(_ socket: String) -> ExportFailure {
    ExportFailure(
      69,
      """
      the daemon at \(socket) is older than this program and knows no `snapshot`; start it anew
        systemctl --user restart hoursd
      """)
  }

  static func otherLog(_ path: String, socket: String, _ other: String) -> ExportFailure {
    ExportFailure(
      69,
      "the daemon at \(socket) has another log, \(other); say with --socket which daemon has \(path)\(holder(of: path))"
    )
  }

  /// What was read may be of two instants.
  static let interrupted = ExportFailure(
    74,
    "while it was read the log's file was written anew (somebody was forgotten, or the daemon has ended or started), "
      + "and what is written so far is no export; run it again")

  static func inUse(_ path: String) -> ExportFailure {
    ExportFailure(
      65,
      """
      a daemon has \(path) open\(holder(of: path)); end it first
        systemctl --user stop hoursd.socket hoursd
      """)
  }

  private static func holder(of path: String) -> String {
    LogLook.holder(of: path).map { " (process \($0))" } ?? ""
  }

  static func notEmpty(_ path: String, folder: String) -> ExportFailure {
    ExportFailure(
      65,
      """
      \(path) is not empty, and stays as it is: only an empty log can be filled. Move it away first
        mv \(shellWord(folder)) \(shellWord(folder + ".old"))
      """)
  }

  // MARK: Files

  static func file(_ path: String, _ number: Int32) -> ExportFailure {
    ExportFailure(74, "\(path): \(String(cString: strerror(number)))")
  }

  static func noPlainFile(_ path: String) -> ExportFailure {
    ExportFailure(
      64, "\(path) is no plain file; without a FILE it goes to standard output: hoursctl export >\(path)")
  }

  static func otherFile(_ path: String) -> ExportFailure {
    ExportFailure(
      65, "\(path) is there already and is no export, and stays as it is; name another, or take it away first"
    )
  }

  static let terminal = ExportFailure(
    64, "name a FILE, or send it on: hoursctl export | less; it is long, and made for programs")

  static let nothingGiven = ExportFailure(64, "name the FILE that `hoursctl export` has written")
}

// MARK: What is no export

extension ExportFailure {
  static func notExport(_ name: String, _ head: ArraySlice<UInt8>) -> ExportFailure {
    if head.starts(with: [0x1f, 0x8b]) {
      return ExportFailure(65, "\(name) is compressed; unpack it on the way: zcat FILE | hoursctl import")
    }
    if head.starts(with: "SQLite ".utf8) {
      return ExportFailure(
        65, "\(name) is a log, not an export; export it first: hoursctl export --state ITS-FOLDER FILE")
    }
    return ExportFailure(
      65, "\(name), line 1: this is no export of hoursd; its first line begins with {\"hoursd\":\"log\"")
  }

  static func empty(_ name: String) -> ExportFailure {
    ExportFailure(65, "\(name) is empty; it is no export")
  }

  static func newer(_ name: String, _ head: ExportHead) -> ExportFailure {
    let what =
      head.format > ExportHead.format
      ? "format \(head.format), and this program knows \(ExportHead.format)"
      : "a log of version \(head.schema), and this program knows versions up to \(LogTable.version)"
    return ExportFailure(
      65,
      "\(name), line 1: it has \(what); hoursd \(head.version) wrote it: install that version, or a newer one"
    )
  }

  static func wrong(_ name: String, line: Int, _ fault: LineFault) -> ExportFailure {
    ExportFailure(65, "\(name), line \(line): \(words(for: fault)); nothing was imported")
  }

  private static func words(for fault: LineFault) -> String {
    switch fault {
    case .notUTF8: "it is not UTF-8: the file is damaged"
    case .tooLong: "it is longer than any line of an export"
    case .noRow(let table?): "there is no table `\(table)`"
    case .noRow(nil): "it is no row of a log, and not the end either"
    case .expected(let key, let byte): "`\(key)` is expected at byte \(byte)"
    case .wrongType(let key, .integer): "`\(key)` is no whole number"
    case .wrongType(let key, .text), .wrongType(let key, .optionalText):
      "`\(key)` is no text, or not to its end"
    case .wrongType(let key, .body): "`\(key)` is no JSON, or not to its end"
    case .notOver(let byte): "the row is over at byte \(byte), and the line is not"
    case .outOfOrder(let table):
      "this row of `\(table)` is not behind the one before it: lines are doubled or moved"
    case .missingEvent(let seq, let next): "event \(seq) is missing before event \(next)"
    case .unreadable(let table, let why): "what is kept of this \(table) cannot be read: \(why)"
    case .refused(let why): "the log does not take this row: \(why)"
    case .noEnd: "the file ends here, without its last line: it was cut off"
    case .wrongEnd(let what): "\(what): lines are missing or changed"
    case .afterEnd: "something stands behind the end"
    }
  }
}
