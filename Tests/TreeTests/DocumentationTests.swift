// The library's documentation: whole, without a broken link, and its first page a program that does what it says.

import Foundation
import Testing

/// The folder of what `swift build` made.
private let products = Bundle.main.bundleURL

/// Runs a program in the project's folder; both of its outputs as one text.
private func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
  let process = Process()
  let pipe = Pipe()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [program] + arguments
  process.currentDirectoryURL = root
  process.standardOutput = pipe
  process.standardError = pipe
  try process.run()
  let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
  process.waitUntilExit()
  return (process.terminationStatus, output)
}

private func temporaryFolder() throws -> URL {
  let folder = FileManager.default.temporaryDirectory.appending(path: "documentation-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  return folder
}

/// What a compiler says of a module's public names, as far as it is asked here.
private struct SymbolGraph: Decodable {
  struct Symbol: Decodable {
    struct Comment: Decodable {}
    let pathComponents: [String]
    let docComment: Comment?
  }
  let symbols: [Symbol]
}

@Test func docCConvertsItWithoutAWarningAndEveryPublicSymbolIsDocumented() throws {
  let folder = try temporaryFolder()
  defer { try? FileManager.default.removeItem(at: folder) }
  let made = try run("contrib/dev/doc", [products.appending(path: "Modules").path, folder.path])
  #expect(made.status == 0, "\(made.output)")
  for (module, name) in [("Civil", "Zone"), ("OpeningHours", "Schedule")] {
    let file = folder.appending(path: "\(module).graphs/\(module).symbols.json")
    let symbols = try JSONDecoder().decode(SymbolGraph.self, from: Data(contentsOf: file)).symbols
    #expect(symbols.contains { $0.pathComponents == [name] })
    let bare = symbols.filter { $0.docComment == nil }.map { $0.pathComponents.joined(separator: ".") }
    #expect(bare.isEmpty, "\(module): undocumented: \(bare)")
  }
}

@Test func theFirstPageIsAProgramThatPrintsWhatItsCommentsSay() throws {
  let page = root.appending(path: "Sources/OpeningHours/OpeningHours.docc/GettingStarted.md")
  let blocks = try String(contentsOf: page, encoding: .utf8).components(separatedBy: "```swift\n").dropFirst()
  let program = blocks.compactMap { $0.components(separatedBy: "\n```").first }.joined(separator: "\n") + "\n"
  let promised = program.split(separator: "\n").compactMap { $0.firstMatch(of: /\/\/ (.*)$/)?.1 }
  #expect(promised.count >= 10)

  let folder = try temporaryFolder()
  defer { try? FileManager.default.removeItem(at: folder) }
  let source = folder.appending(path: "main.swift")
  try program.write(to: source, atomically: true, encoding: .utf8)
  let objects = try ["Civil", "OpeningHours"].flatMap { module in
    let folder = products.appending(path: "\(module).build")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".swift.o") }.map { folder.appending(path: $0).path }
  }
  let binary = folder.appending(path: "first-page").path
  let modules = products.appending(path: "Modules").path
  let compiled = try run(
    "swiftc", ["-swift-version", "6", "-I", modules, source.path] + objects + ["-o", binary])
  #expect(compiled.status == 0, "\(compiled.output)")
  #expect(try run(binary, []).output.split(separator: "\n") == promised)
}
