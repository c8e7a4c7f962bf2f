// What the owner is told of vCards that are broken or odd: the exact words, files and lines; the others are taken.

import Foundation
import HoursCore
import Testing

@testable import HoursSetup

private let named = "[vcards]\npaths = [\"a.vcf\"]\n"

@Suite struct WrongCardTests {
  /// a.vcf, in which one good card stands last.
  @Test(
    arguments: Case.table(
      #"""
      BEGIN:VCARD
      FN:Broken
      TEL:1
      -> warning: a.vcf:1: the card of "Broken" is left out: END:VCARD is missing; export it again
      ----
      END:VCARD
      -> warning: a.vcf:1: a card is left out: END:VCARD closes no card; export it again
      ----
      BEGIN:VCARD
      VERSION:5.0
      FN:New
      END:VCARD
      -> warning: a.vcf:1: the card of "New" is left out: version "5.0" is not known; export it as 3.0 or 4.0
      ----
      BEGIN:VCARD
      VERSION:3.0
      TEL:+49 30 1234567
      END:VCARD
      -> warning: a.vcf:1: a card is left out: it has no name (FN, N or ORG); give it one
      ----
      BEGIN:VCARD
      FN:Cut
      TEL;TYPE=work
      END:VCARD
      -> warning: a.vcf:1: the card of "Cut" is left out: TEL has no value; mend this line, or take it out
      ----
      BEGIN:VCARD
      FN:Russian
      ORG;CHARSET=KOI8-R;ENCODING=QUOTED-PRINTABLE:=C1
      END:VCARD
      -> warning: a.vcf:1: the card of "Russian" is left out: it is written in "koi8-r"; export it in UTF-8
      ----
      a line before the first card, and what a card has no use for

      BEGIN:VCARD
      FN:Fine
      junk
      X-JUNK
      BEGIN:VALARM
      END:VALARM
      END:VCARD
      """#))
  func broken(_ row: Case) throws {
    let good = card("FN:Good\nTEL:+49 30 7654321\nCATEGORIES:Clients")
    let folder = try Folder(["a.vcf": row.text + "\n" + good])
    let sources = try cardSources(named, in: folder)
    #expect(said(sources).map { $0.replacing(folder.path + "/", with: "") } == row.expected)
    let book = try contacts(sources)
    #expect(book.caller(number: "+49 30 7654321", name: nil).id == "Good")
    #expect(book.contacts.count == 1 && book.cardCount?.leftOut == row.expected.count)
  }

  /// Cards of three people -> what is odd about them together.
  @Test(
    arguments: [
      (
        card("FN:Ann\nTEL:+49 30 1234567\nCATEGORIES:Friends")
          + card("FN:Bert\nTEL:+49 (0)30 123 45 67\nCATEGORIES:Clients"),
        ["warning: a.vcf:1: \"+49 30 1234567\" of \"Ann\" is given twice; it belongs to \"Bert\""]
      ),
      (
        card("FN:Ann\nTEL:+49 30 1234567\nCATEGORIES:Clients")
          + card("FN:ann\nTEL:+49 30 1234568\nCATEGORIES:Friends"),
        [
          "warning: a.vcf:7: \"ann\" is on another card, too (a.vcf:1), with other numbers: taken for the same person; if it is not, give one of them another name"
        ]
      ),
      // The same person twice, as telephones have it.
      (
        card("FN:Ann\nTEL:+49 30 1234567\nTEL:+49 30 1234567\nCATEGORIES:Clients")
          + card("FN:Ann\nTEL:0049 30 1234567\nTEL:+49 171 5550100\nCATEGORIES:Clients")
          + card("FN:Ann\nCATEGORIES:Clients"), []
      ),
    ])
  func twice(_ text: String, _ expected: [String]) throws {
    #expect(try said("phone_region = \"DE\"\n" + named, ["a.vcf": text]) == expected)
  }

  static let ann = card("FN:Ann\nTEL:030 1234567\nCATEGORIES:Friends")

  /// config.toml, files -> what is said.
  @Test(
    arguments: [
      (
        named, ["a.vcf": ann + card("FN:B\nTEL:030 7654321\nTEL:110\nCATEGORIES:Friends")],
        [
          "warning: a.vcf:1: without phone_region nobody knows the country of \"030 1234567\" (and 1 more), so such numbers are compared digit by digit"
        ]
      ),
      (
        named, [:],
        ["config.toml:2:10: vcards.paths: a.vcf: no such file or folder; make it, or take it out"]
      ),
      (
        named, ["a.vcf": "BEGIN:VCALENDAR\nEND:VCALENDAR\n"],
        ["a.vcf: no vCard (BEGIN:VCARD is missing); export it again as vCard (.vcf)"]
      ),
      (
        named, ["a.vcf": ""],
        ["a.vcf: no vCard (BEGIN:VCARD is missing); export it again as vCard (.vcf)"]
      ),
      (
        named, ["a.vcf": card("FN:Ann\nCATEGORIES:Kunden,Presse")],
        [
          "warning: config.toml:2:10: vcards.paths: none of the cards is a client's or personal; name some of their categories in clients and personal: Kunden, Presse"
        ]
      ),
      (
        named, ["a.vcf": card("FN:Ann")],
        [
          "warning: config.toml:2:10: vcards.paths: none of the cards is a client's or personal, for none has a category; give them some, or say others = \"personal\""
        ]
      ),
      (
        named + "clients = [\"Kunde\"]\npersonal = [\"Friends\"]",
        ["a.vcf": card("FN:Ann\nCATEGORIES:Friends,Kunden")],
        [
          "warning: config.toml:3:12: vcards.clients: no card has the category \"Kunde\"; did you mean \"Kunden\"?"
        ]
      ),
      (
        "[vcards]\npaths = [\"book\"]\n", ["book/note.txt": ""],
        ["warning: config.toml:2:10: vcards.paths: there is no vCard (.vcf) yet"]
      ),
      (
        "[vcards]\npaths = [\"book\"]\n",
        ["book/x/y.vcf": "none", "book/a.VCF": card("FN:Ann\nCATEGORIES:Friends"), "book/.b.vcf": "none"],
        [
          "warning: book/x/y.vcf: left out: no vCard (BEGIN:VCARD is missing); export it again as vCard (.vcf)"
        ]
      ),
      (
        "[vcards]\n", [:],
        ["config.toml:1:1: vcards: no file or folder is named; for example paths = [\"~/.contacts\"]"]
      ),
      (
        named + "client = [\"Kunden\"]\nothers = \"friend\"\npersonal = \"Friends\"", ["a.vcf": ann],
        [
          "config.toml:3:1: vcards: unknown key \"client\"; did you mean \"clients\"?",
          "config.toml:4:10: vcards.others: \"friend\" means nothing here; known: client, personal, unknown",
          "config.toml:5:12: vcards.personal: this is a text; expected a list of texts, for example personal = [\"Friends\"]",
        ]
      ),
    ])
  func odd(_ text: String, _ files: [String: String], _ expected: [String]) throws {
    #expect(try said(text, files) == expected)
  }

  @Test func closedFoldersAndFilesAreNamed() throws {
    let folder = try Folder(["book/a.vcf": Self.ann, "book/b.vcf/x": "", "book/c.vcf": ""])
    try FileManager.default.removeItem(atPath: "\(folder.path)/book/c.vcf")
    try #require(mkfifo("\(folder.path)/book/c.vcf", 0o600) == 0)
    let said = said(try cardSources("phone_region = \"DE\"\n[vcards]\npaths = [\"book\"]", in: folder))
    let wayOut = "name a file that is there, and yours to read"
    #expect(
      said == ["warning: \(folder.path)/book/c.vcf: left out: cannot be read: Not a regular file; \(wayOut)"])
  }
}
