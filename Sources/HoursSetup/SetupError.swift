// What can be wrong in the owner's files, as data: where, about which key, and what.

/// Something wrong in a file that the owner wrote, with its place; `description` says the way out, too.
public struct SetupError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's path.
  public let file: String
  /// The line, from 1, where it is known.
  public let line: Int?
  /// The column, from 1, in code points, where it is known.
  public let column: Int?
  /// The key that it is about, with its table: `mail.command`.
  public let key: String?
  /// What is wrong.
  public let problem: Problem

  init(file: String, line: Int? = nil, column: Int? = nil, key: String? = nil, problem: Problem) {
    self.file = file
    self.line = line
    self.column = column
    self.key = key
    self.problem = problem
  }

  /// `config.toml:12:9: hours: …`, as compilers say it, so that editors can jump there.
  public var description: String { place + problem.description }

  /// Where it is, without a word of what stands there.
  public var place: String { HoursSetup.place(file, line, column, key) }
}

/// All that is wrong, in the order of the files' lines; never empty when it is thrown.
public struct SetupErrors: Error, Hashable, Sendable, CustomStringConvertible {
  /// The configuration's own errors by their lines, then the other files'.
  public let errors: [SetupError]
  /// What is odd beside; in the order in which it was met.
  public let warnings: [SetupWarning]

  init(_ errors: [SetupError], warnings: [SetupWarning] = []) {
    self.errors = errors
    self.warnings = warnings
  }

  /// One error a line.
  public var description: String { errors.map(\.description).joined(separator: "\n") }
}

/// Something odd that has one meaning all the same.
public struct SetupWarning: Hashable, Sendable, CustomStringConvertible {
  /// The file's path.
  public let file: String
  /// The line, from 1, where it is known.
  public let line: Int?
  /// The column, from 1, in code points, where it is known.
  public let column: Int?
  /// The key that it is about, with its table.
  public let key: String?
  /// What is odd.
  public let oddity: Oddity

  /// In the same form as an error's.
  public var description: String { place + oddity.description }

  /// Where it is, without a word of what stands there.
  public var place: String { HoursSetup.place(file, line, column, key) }

  /// Whether it is about a vCard, whose very path may be a name.
  public var isAboutCards: Bool { if case .card = oddity { true } else { false } }
}

func place(_ file: String, _ line: Int?, _ column: Int?, _ key: String?) -> String {
  let numbers = [line, column].compactMap(\.self).map { ":\($0)" }.joined()
  return "\(file)\(numbers): " + (key.map { "\($0): " } ?? "")
}

/// Gathers what is wrong while files are read to their end.
final class Report {
  let file: String
  private(set) var errors: [SetupError] = []
  private(set) var warnings: [SetupWarning] = []
  var takesWarnings = true

  init(file: String) { self.file = file }

  func error(_ problem: Problem, key: String? = nil, at position: Position? = nil) {
    error(SetupError(file: file, line: position?.line, column: position?.column, key: key, problem: problem))
  }

  func error(_ error: SetupError) {
    if errors.count < SetupLimits.errors, !errors.contains(error) { errors.append(error) }
  }

  func warn(_ oddity: Oddity, key: String? = nil, at position: Position? = nil) {
    warn(oddity, file: file, line: position?.line, column: position?.column, key: key)
  }

  func warn(_ oddity: Oddity, file: String, line: Int?, column: Int? = nil, key: String? = nil) {
    let warning = SetupWarning(file: file, line: line, column: column, key: key, oddity: oddity)
    if takesWarnings, warnings.count < SetupLimits.errors, !warnings.contains(warning) {
      warnings.append(warning)
    }
  }

  /// Throws what is wrong, if anything is: the configuration's own lines first, then the other files'.
  func check() throws(SetupErrors) {
    guard !errors.isEmpty else { return }
    let own = errors.filter { $0.file == file }
      .sorted { ($0.line ?? .max, $0.column ?? .max) < ($1.line ?? .max, $1.column ?? .max) }
    let others = errors.filter { $0.file != file }
    throw SetupErrors(own + others, warnings: warnings)
  }
}
