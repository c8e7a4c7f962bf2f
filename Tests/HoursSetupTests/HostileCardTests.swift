// vCards that are damaged, huge, or made to do damage: read or left out; never a crash and never for ever.

import Foundation
import HoursCore
import Testing

@testable import HoursSetup

private let section = "phone_region = \"DE\"\n[vcards]\npaths = [\"a.vcf\"]\nothers = \"personal\"\n"

@Suite struct HostileCardTests {
  /// Every line that is named is one of the file, and whoever is taken has a name.
  private func check(_ bytes: [UInt8], in folder: Folder, seed: UInt64) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(folder.path)/a.vcf"))
    let sources = try cardSources(section, in: folder)
    let lines = bytes.count { $0 == 10 } + 1
    do {
      let (configuration, warnings) = try sources.configuration(zones: systemZones, at: noon)
      #expect(
        warnings.allSatisfy { $0.file == sources.path || (1...lines).contains($0.line ?? 1) }, "seed \(seed)")
      #expect(warnings.allSatisfy { $0.description.utf8.count < 2000 }, "seed \(seed)")
      #expect(
        configuration.directory.contacts.allSatisfy { $0.id == $0.name && !$0.id.isEmpty }, "seed \(seed)")
    } catch {
      #expect(error.errors.map(\.problem) == [.noCards], "seed \(seed)")
    }
  }

  @Test func damagedCards() throws {
    let folder = try Folder([:])
    let cards = try ["google", "ios", "android"].map { name in
      let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/vcards/\(name).vcf")
      return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }
    let pieces = [
      "\r\n ", "\n", "BEGIN:VCARD\n", "END:VCARD\n", ";", ":", ",", "=", "=\n", "\"", "\\", "^", ".", "\u{0}",
      "\t",
      ";ENCODING=QUOTED-PRINTABLE:", ";CHARSET=X", "VERSION:9\n", "=FF", "item1.", "\u{FEFF}", "TEL",
      "N:;;;;",
    ]
    for seed in 1...300 as ClosedRange<UInt64> {
      var dice = Dice(state: seed)
      let text = try #require(cards.randomElement(using: &dice))
      try check(dice.damaged(text, pieces: pieces), in: folder, seed: seed)
    }
  }

  @Test func randomBytes() throws {
    let folder = try Folder([:])
    for seed in 1...100 as ClosedRange<UInt64> {
      var dice = Dice(state: seed)
      let count = Int.random(in: 0...2000, using: &dice)
      var bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &dice) }
      if seed % 2 == 0 { bytes = Array("BEGIN:VCARD\n".utf8) + bytes }
      try check(bytes, in: folder, seed: seed)
    }
  }

  /// a.vcf, long by repetition -> what is said.
  @Test(
    arguments: [
      (
        "BEGIN:VCARD\nFN:", "x", 3_000_000, "\nEND:VCARD\n",
        "a.vcf:1: a card is left out: a line longer than 16 KiB; shorten it, or take it out"
      ),
      (
        "BEGIN:VCARD\nFN:Ann\nTEL:", "1\n ", 100_000, "\nEND:VCARD\n",
        "a.vcf:1: the card of \"Ann\" is left out: a line longer than 16 KiB; shorten it, or take it out"
      ),
      (
        "BEGIN:VCARD\nFN:", "x", 300, "\nEND:VCARD\n",
        "a.vcf:1: the card of \"\(String(repeating: "x", count: 79))…\" is left out: its name is longer than 256 bytes; shorten it"
      ),
      (
        "BEGIN:VCARD\nFN:Ann\n", "TEL:1\n", 100_000, "END:VCARD\n",
        "a.vcf:1: the card of \"Ann\" is left out: more than 64 numbers; take some out"
      ),
      (
        "BEGIN:VCARD\nFN:Ann\n", "BEGIN:VCARD\n", 200, "",
        "a.vcf:1: the card of \"Ann\" is left out: END:VCARD is missing; export it again"
      ),
      (
        "", "BEGIN:VCARD\nFN:Ann\nEND:VCARD\n", 20_001, "",
        "a.vcf: more than 20000 vCards; take some out"
      ),
      (
        "BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:", "=41=\n", 100_000, "\nEND:VCARD\n",
        "a.vcf:1: a card is left out: a line longer than 16 KiB; shorten it, or take it out"
      ),
    ])
  func excess(_ before: String, _ piece: String, _ count: Int, _ after: String, _ expected: String) throws {
    let folder = try Folder(["a.vcf": before + String(repeating: piece, count: count) + after])
    let said = said(try cardSources(section, in: folder)).map {
      $0.replacing(folder.path + "/", with: "").replacing("warning: ", with: "")
    }
    #expect(said.first == expected)
    #expect(said.count <= SetupLimits.errors)
  }

  @Test func deepFolders() throws {
    let folder = try Folder(["a.vcf/" + String(repeating: "x/", count: 30) + "a.vcf": ""])
    #expect(
      said(try cardSources(section, in: folder)).map {
        $0.hasSuffix("more than 256 folders of vCards; take some out")
      }
        == [true])
  }

  /// An export of a whole telephone: the pictures are passed over, whatever they weigh.
  @Test func aWholeTelephone() throws {
    let picture = String(repeating: "\n " + String(repeating: "A", count: 73), count: 40)
    let cards = (0..<2000).map { number in
      card(
        "FN:Person \(number)\nTEL:+49 30 \(1_000_000 + number)\nPHOTO;ENCODING=b:\(picture)\nCATEGORIES:Friends"
      )
    }
    let folder = try Folder(["a.vcf": cards.joined()])
    let sources = try cardSources(section, in: folder)
    #expect(try JSONEncoder().encode(sources.cards).count < 300_000)
    let book = try contacts(sources)
    #expect(book.cardCount == CardCount(cards: 2000, clients: 0, personal: 2000, leftOut: 0))
    #expect(book.caller(number: "030 1001999", name: nil).id == "Person 1999")
  }
}
