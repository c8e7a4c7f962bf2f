// Times of several words on the command line, which need no quotes: `--due monday 10:00`.

import HoursCore

/// The options that take a time.
private let options: Set = ["--at", "--due", "--due-by", "--from", "--promised", "--to", "--until"]

/// The words of a command line, with the words of each option's time made one.
///
/// As many words as make a time together belong to it; the rest is what it was. Where none do, those that were
/// probably meant as one, for then the answer can say so.
public func joiningTimes(_ words: some Sequence<String>) -> [String] {
  var joined: [String] = []
  var rest = Array(words)[...]
  while let word = rest.popFirst() {
    joined.append(word)
    // What a shell asks when it completes a line has its own form, and is no line.
    if word == "--" || word == "---completion" { break }
    guard options.contains(word) else { continue }
    let candidates = rest.prefix { !$0.hasPrefix("--") }.prefix(6)
    guard let count = length(ofTimeIn: candidates), count > 1 else { continue }
    joined.append(rest.prefix(count).joined(separator: " "))
    rest = rest.dropFirst(count)
  }
  return joined + rest
}

/// How many of the first words are a time, or were meant as one.
private func length(ofTimeIn words: ArraySlice<String>) -> Int? {
  func longest(where holds: (String) -> Bool) -> Int? {
    (0...words.count).reversed().first { $0 > 0 && holds(words.prefix($0).joined(separator: " ")) }
  }
  func isMeant(_ text: String) -> Bool { if case .meant = TimeMistake(text) { true } else { false } }
  guard let length = longest(where: { TimeExpression($0) != nil }) ?? longest(where: isMeant) else {
    return nil
  }
  // `monday 25:00`: a time of day that there is not belongs to it all the same.
  return words.dropFirst(length).first.map(TimeMistake.isClock) == true ? length + 1 : length
}

/// The two ends of a stretch of time: `A to B`, `A - B`, or two times, of which the first takes all the words it can.
public func ends(ofStretch words: [String]) -> (from: String, to: String)? {
  func text(_ words: some Sequence<String>) -> String { words.joined(separator: " ") }
  if let middle = words.firstIndex(where: { $0 == "to" || $0 == "-" || $0 == "until" }) {
    let parts = (words[..<middle], words[(middle + 1)...])
    return parts.0.isEmpty || parts.1.isEmpty ? nil : (text(parts.0), text(parts.1))
  }
  if words.count == 2 { return (words[0], words[1]) }
  for count in (1..<max(1, words.count)).reversed() {
    let ends = (text(words.prefix(count)), text(words.dropFirst(count)))
    if TimeExpression(ends.0) != nil, TimeExpression(ends.1) != nil { return ends }
  }
  return nil
}
