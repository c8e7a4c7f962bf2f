// The configuration as `check` looks at it: everything at once, each with the line in which it stands.

import Civil
import HoursCore

/// A line of a file, and which of it is meant.
public struct Excerpt: Hashable, Sendable {
  /// The whole line, without its end.
  public let line: String
  /// The piece that is meant, in code points; empty where something is missing.
  public let piece: Range<Int>
}

/// Something wrong or odd, with its place and the line itself.
public struct Finding: Hashable, Sendable {
  /// Whether it keeps the configuration from being used.
  public let isError: Bool
  /// The file's path.
  public let file: String
  /// The line, from 1, where it is known.
  public let line: Int?
  /// The column, from 1, in code points, where it is known.
  public let column: Int?
  /// The key that it is about, with its table.
  public let key: String?
  /// What is wrong with it, and the way out.
  public let words: String
  /// The line as it stands in the file.
  public let excerpt: Excerpt?
}

/// What there is to say about a configuration and its calendars.
public struct Checkup: Sendable {
  /// The configuration, unless something is wrong.
  public let configuration: Configuration?
  /// In the order of the lines, the configuration's own first.
  public let findings: [Finding]
  /// Whether there is no file, so that the defaults hold.
  public let isMissing: Bool
  /// Whether a mistake kept the rest from being looked at.
  public let isCutShort: Bool

  /// Reads config.toml and its calendars from disk.
  ///
  /// `data` is the folder of the installed data; `$HOURSD_DATA` wins. A file that is not there means the defaults,
  /// unless it `mustExist`.
  public static func read(
    path: String, mustExist: Bool, data: String, environment: [String: String], zones: ZoneLoader,
    at now: Instant
  ) -> Checkup {
    do throws(SetupError) {
      let sources = try Sources.read(path: path, data: data, environment: environment, zones: zones)
      if sources.text == nil, mustExist {
        throw SetupError(file: path, problem: .fileUnreadable(reason: "No such file or directory"))
      }
      return Checkup(sources, zones: zones, at: now)
    } catch {
      return Checkup(unreadable: error)
    }
  }

  private init(unreadable error: SetupError) {
    let content = FileContent.read(error.file, limit: SetupLimits.configurationBytes)
    var reader = ExcerptReader(text: content.data)
    configuration = nil
    findings = [reader.finding(error)]
    isMissing = false
    isCutShort = error.line != nil
  }

  /// Looks at what was read already.
  public init(_ sources: Sources, zones: ZoneLoader, at now: Instant) {
    isMissing = sources.text == nil
    var reader = ExcerptReader(sources)
    do {
      let (configuration, warnings) = try sources.configuration(zones: zones, at: now)
      self.configuration = configuration
      let ends = sources.notices(of: configuration, at: now)
      findings = reader.sorted(warnings.map { reader.finding($0) } + ends.map { reader.finding($0) })
      isCutShort = false
    } catch {
      configuration = nil
      findings = reader.sorted(
        error.errors.map { reader.finding($0) } + error.warnings.map { reader.finding($0) })
      isCutShort = error.errors.contains { if case .syntax = $0.problem { true } else { false } }
    }
  }
}

extension Sources {
  /// The calendars that end soon or have ended, each where it is named.
  fileprivate func notices(of configuration: Configuration, at now: Instant) -> [SetupWarning] {
    let today = configuration.zone.civil(now).date
    let section = calendarsSection()
    return configuration.calendarEnds.compactMap { end in
      guard let words = end.warning(on: today) else { return nil }
      let named = (section?.holidays ?? []) + (section?.school ?? [])
      let place =
        section?.country?.value == end.name ? section?.country?.position : nil
      let position = place ?? named.first { $0.value == end.name }?.position
      return SetupWarning(
        file: path, line: position?.line, column: position?.column, key: nil, oddity: .calendarEnds(words))
    }
  }
}

/// Finds the lines that findings are about.
private struct ExcerptReader {
  private let own: String?
  private let contents: (String) -> [UInt8]?
  private var lines: [String: [String]] = [:]

  init(_ sources: Sources) {
    own = sources.path
    contents = { file in
      file == sources.path ? sources.text.map { Array($0.utf8) } : sources.calendars[file]?.data
    }
  }

  /// For a file that cannot be used whole.
  init(text: [UInt8]?) {
    own = nil
    contents = { _ in text }
  }

  mutating func finding(_ error: SetupError) -> Finding {
    finding(
      true, error.file, error.line, error.column, error.key, "\(error.problem)", error.problem.mark)
  }

  mutating func finding(_ warning: SetupWarning) -> Finding {
    var mark = Mark.word
    if case .hours(let warning) = warning.oddity { mark = .piece(warning.text) }
    return finding(
      false, warning.file, warning.line, warning.column, warning.key, "\(warning.oddity)", mark)
  }

  private mutating func finding(
    _ isError: Bool, _ file: String, _ line: Int?, _ column: Int?, _ key: String?, _ words: String,
    _ mark: Mark
  ) -> Finding {
    let text = line.flatMap { self.line($0, of: file) }
    return Finding(
      isError: isError, file: file, line: line, column: column, key: key, words: words,
      excerpt: text.map { Excerpt(line: $0, piece: mark.piece(of: $0, from: column)) })
  }

  private mutating func line(_ number: Int, of file: String) -> String? {
    let lines = self.lines[file] ?? split(file)
    self.lines[file] = lines
    return lines.indices.contains(number - 1) ? lines[number - 1] : nil
  }

  private func split(_ file: String) -> [String] {
    (contents(file) ?? []).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(decoding: $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0, as: UTF8.self)
    }
  }

  /// The configuration's own first, each file's by its lines.
  func sorted(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { a, b in
      let key = { (finding: Finding, index: Int) in
        (finding.file == own ? 0 : 1, finding.file, finding.line ?? .max, finding.column ?? .max, index)
      }
      return key(a.element, a.offset) < key(b.element, b.offset)
    }.map(\.element)
  }
}
