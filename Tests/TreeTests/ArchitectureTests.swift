// architecture.md names nothing that is not there: files, types, members, targets of make.

import Foundation
import Testing

/// A name in backticks, and the line of architecture.md it stands in.
struct NamedThing: CustomTestStringConvertible, Sendable {
  let name: String
  let line: Int
  var testDescription: String { "\(name) (line \(line))" }
}

private let named: [NamedThing] = {
  let page = root.appending(path: "contrib/doc/architecture.md")
  let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
  return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
    line.matches(of: /`([^`]+)`/).map { NamedThing(name: String($0.1), line: index + 1) }
  }
}()

/// The files of the tree, as paths from its top.
private let files: [String] = ["Sources", "Tests", "systemd", "contrib"].flatMap { folder in
  let paths = FileManager.default.enumerator(atPath: root.appending(path: folder).path)
  return [folder] + (paths?.compactMap { $0 as? String }.map { "\(folder)/\($0)" } ?? [])
}

/// What a file of Sources says: its words, and the types that it declares or extends.
private struct Source {
  let text: String
  let words: Set<Substring>
  let types: Set<Substring>

  init(_ path: String) throws {
    text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    let words = text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    self.words = Set(words)
    let keywords: Set<Substring> = ["class", "struct", "enum", "protocol", "extension"]
    types = Set(zip(words, words.dropFirst()).filter { keywords.contains($0.0) }.map(\.1))
  }
}

private let sources: [Source] = files.filter { $0.hasPrefix("Sources/") }.compactMap { try? Source($0) }

private func exists(_ name: String) throws -> Bool {
  if name.hasPrefix("make ") {
    let makefile = try String(contentsOf: root.appending(path: "Makefile"), encoding: .utf8)
    return makefile.contains("\n\(name.dropFirst(5)):")
  }
  if name.hasSuffix(".swift"), !name.contains("/") { return files.contains { $0.hasSuffix("/\(name)") } }
  if name.contains("/") { return files.contains(name) }
  // A command: its first word is a program, the rest is its own business.
  if name.contains(" ") { return true }
  let parts = name.split { $0 == "." || $0 == "-" }
  if parts.count == 1, files.contains("Sources/\(name)") { return true }
  guard let type = parts.first, type.first?.isUppercase == true else {
    return sources.contains { parts.allSatisfy($0.words.contains) }
  }
  if sources.contains(where: { $0.types.contains(type) && parts.allSatisfy($0.words.contains) }) {
    return true
  }
  // What others name, we call by a text: a method of the service manager.
  return sources.contains { $0.text.contains("\"\(name)\"") }
}

@Test(arguments: named)
func whatArchitectureNamesIsThere(_ thing: NamedThing) throws {
  #expect(try exists(thing.name))
}

@Test func thePageNamesEveryTarget() throws {
  #expect(named.count > 100)
  let targets = files.filter { $0.hasPrefix("Sources/") && $0.split(separator: "/").count == 2 }
  for target in targets { #expect(named.contains { "Sources/\($0.name)" == target }, "\(target)") }
  let suites = files.filter { $0.hasPrefix("Tests/") && $0.hasSuffix("Tests") }
  for suite in suites { #expect(named.contains { $0.name == suite }, "\(suite)") }
}

@Test func theNamesOfNothingAreNoticed() throws {
  for name in ["Turn.undecide", "Offices", "Sources/None", "None.swift", "make nothing", "nosuchname"] {
    #expect(try !exists(name), "\(name)")
  }
}
