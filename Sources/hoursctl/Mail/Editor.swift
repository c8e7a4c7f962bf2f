// The owner's editor on a text: a file that nobody else can read, and that stays when what became of it was refused.

import Glibc
import HoursCore

/// A text in an editor.
struct EditedText {
  private let path: String

  /// Opens `$VISUAL` or `$EDITOR` on a text and waits for its end.
  init(_ text: String) throws(Failure) {
    let folder = Self.variable("XDG_RUNTIME_DIR") ?? Self.variable("TMPDIR") ?? "/tmp"
    var template = Array("\(folder)/hoursctl-mail-XXXXXX".utf8CString)
    // Its mode is 0600.
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .broken("\(folder): \(errorText(errno))") }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { close(descriptor) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else {
        discard()
        throw .broken("\(path): \(errorText(errno))")
      }
      rest = rest.dropFirst(max(0, count))
    }
    do { try edit() } catch {
      discard()
      throw error
    }
  }

  private func edit() throws(Failure) {
    // An editor's name may have arguments behind it, which is a shell's to part; the path is none of its words.
    let editor = Self.variable("VISUAL") ?? Self.variable("EDITOR") ?? "vi"
    setenv("HOURSCTL_MAIL", path, 1)
    defer { unsetenv("HOURSCTL_MAIL") }
    let status = system("\(editor) \"$HOURSCTL_MAIL\"")
    guard status == 0 else {
      throw .broken("\(editor) failed, and nothing is changed; $VISUAL names the editor")
    }
  }

  /// What it is now.
  func text() throws(Failure) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .broken("\(path): \(errorText(errno))") }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= Limits.edited, case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      bytes += buffer[..<count]
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .broken("\(path) is not UTF-8; save it in this encoding")
    }
    return text
  }

  /// Does something with what was written; where that fails, says where the words still are.
  func use<Result>(_ body: (String) throws(Failure) -> Result) throws(Failure) -> Result {
    let result: Result
    do throws(Failure) { result = try body(try text()) } catch .refused(let why) {
      throw .refused("\(why)\nhoursctl: your words are kept in \(path)")
    }
    discard()
    return result
  }

  private func discard() { unlink(path) }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
