// The log that is exported: the daemon's that has it, as of one instant, or one that lies there.

import Glibc
import HoursCore
import HoursStore
import HoursWire

/// A log at one instant.
struct LogSource {
  let log: LogReading
  private let daemon: DaemonLine?

  /// Opens the log at `path`; where a daemon has it, that is asked at `socket` to leave the file as it is.
  static func open(_ path: String, socket: String) throws(ExportFailure) -> LogSource {
    guard access(path, F_OK) == 0 else { throw errno == ENOENT ? .noLog(path) : .file(path, errno) }
    if LogLook.holder(of: path) == nil {
      do throws(DatabaseError) {
        return LogSource(log: try .stopped(path), daemon: nil)
      } catch  where error.kind == .inUse {
        // Somebody has taken it since.
      } catch { throw .log(error) }
    }
    let daemon = try DaemonLine(to: socket, of: path)
    try daemon.takeSnapshot()
    do throws(DatabaseError) {
      return LogSource(log: try LogReading(file: path), daemon: daemon)
    } catch { throw .log(error) }
  }

  /// Throws when what was read up to here may be of two instants.
  func confirm() throws(ExportFailure) {
    // The daemon hangs up before its file changes.
    guard !log.hasChanged, daemon?.ask("version") ?? [0] != [] else { throw .interrupted }
  }
}

/// A connection to the daemon that has a log.
private final class DaemonLine {
  private let descriptor: Int32
  private let socketPath: String
  private let log: String

  init(to socketPath: String, of log: String) throws(ExportFailure) {
    self.socketPath = socketPath
    self.log = log
    descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw .noAnswer(log, socket: socketPath, String(cString: strerror(errno))) }
    let number = Answer.connectTo(socketPath, descriptor) ?? ENAMETOOLONG
    guard number == 0 else { throw .noAnswer(log, socket: socketPath, String(cString: strerror(number))) }
    // It may be forgetting somebody just now, which takes seconds.
    var patience = timeval(tv_sec: Int(Limits.snapshotPatience), tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
  }

  deinit { close(descriptor) }

  /// The answer to a line, without its newline; empty when none comes.
  func ask(_ line: String) -> [UInt8] {
    let question = line + "\n"
    guard send(descriptor, question, question.utf8.count, Int32(MSG_NOSIGNAL)) == question.utf8.count else {
      return []
    }
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while answer.last != 0x0A, answer.count < Limits.answer {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return [] }
      answer += buffer[..<count]
    }
    return answer.dropLast()
  }

  func takeSnapshot() throws(ExportFailure) {
    let answer = ask("snapshot")
    if let snapshot = try? decodeRecord(SnapshotReply.self, from: answer) {
      guard isSame(snapshot.log) else { throw .otherLog(log, socket: socketPath, snapshot.log) }
      return
    }
    guard let refusal = (try? decodeRecord(ErrorReply.self, from: answer))?.error else {
      throw .noAnswer(log, socket: socketPath, "no answer in \(Limits.snapshotPatience) seconds")
    }
    throw refusal.code == .unknownVerb ? .tooOld(socketPath) : ExportFailure(65, refusal.message)
  }

  private func isSame(_ other: String) -> Bool {
    var (one, two) = (stat(), stat())
    return stat(log, &one) == 0 && stat(other, &two) == 0 && one.st_dev == two.st_dev
      && one.st_ino == two.st_ino
  }
}
