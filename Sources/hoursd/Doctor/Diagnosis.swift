// What the doctor says of one thing: how it is, in words, and the command that mends it.

/// How something is.
enum Mark: String, Encodable {
  /// As it should be; also what is merely good to know.
  case ok
  /// It works; something could be better.
  case hint
  /// It does not do what its owner relies on.
  case broken
}

/// One line of the doctor's report.
struct Diagnosis: Encodable, Equatable {
  /// What was looked at.
  let name: String
  let mark: Mark
  /// How it is, and what it means.
  let finding: String
  /// A command line that mends it, for a shell.
  let mend: String?

  init(_ name: String, _ mark: Mark, _ finding: String, mend: String? = nil) {
    self.name = name
    self.mark = mark
    self.finding = finding
    self.mend = mend
  }
}

/// A word of a command line, in quotes where a shell would part or change it.
func shellWord(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "/._-+:,@%=".utf8.contains(byte)
    }
  }
  guard !isPlain || text.isEmpty else { return text }
  return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
}
