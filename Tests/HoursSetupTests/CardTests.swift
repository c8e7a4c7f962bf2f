// The owner's vCards: what each dialect says of its people, and who they are to the owner.

import Foundation
import HoursCore
import Testing

@testable import HoursSetup

/// Sources of a config.toml in a folder with vCards beside it, all read from disk.
func cardSources(_ text: String, in folder: Folder) throws -> Sources {
  try text.write(toFile: "\(folder.path)/config.toml", atomically: false, encoding: .utf8)
  return try Sources.read(
    path: "\(folder.path)/config.toml", data: "/nowhere",
    environment: ["HOME": "\(folder.path)/home", "TZ": "Europe/Berlin"], zones: systemZones)
}

/// What is said of these files, without their folder's path.
func said(_ text: String, _ files: [String: String]) throws -> [String] {
  let folder = try Folder(files)
  return said(try cardSources(text, in: folder)).map { $0.replacing(folder.path + "/", with: "") }
}

func contacts(_ sources: Sources) throws -> Contacts {
  let directory = try sources.configuration(zones: systemZones, at: noon).configuration.directory
  return try #require(directory as? Contacts)
}

/// A card of version 4.0 with these lines in it.
func card(_ lines: String) -> String { "BEGIN:VCARD\nVERSION:4.0\n\(lines)\nEND:VCARD\n" }

private let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appendingPathComponent("Fixtures/vcards").path

@Suite struct CardTests {
  /// The number or name -> who it is: class, id, address, language.
  @Test(
    arguments: [
      // Google: 3.0, a picture, a group with a label, escapes.
      ("+49 30 1234567", "client | Acme GmbH, Support | it@acme.example | de"),
      ("030 1234569", "client | Acme GmbH, Support | it@acme.example | de"),
      ("030 1234568", "unknown"),
      ("+7 916 123-45-67", "personal | Борис Пономарёв | - | de"),
      ("Zahnarztpraxis Dr. Weiß", "unknown"),
      // Nextcloud: folders, 4.0, lines folded inside letters, a tel: with an extension, LANG.
      (
        "+33 1 42 68 53 00",
        "client | Société Générale des Œufs – Bureau de création et de l’édition numérique | marie@oeufs.example | fr"
      ),
      ("+33 1 42 68 53 01", "unknown"),
      ("0171 5550100", "personal | Anna Schmidt | - | de"),
      ("Colleague", "unknown"),
      // iOS: labels of Apple's, groups that are cards.
      ("+7 916 000-00-01", "client | Maria Ivanova | maria@design.example | de"),
      ("+7 916 000-00-02", "client | Maria Ivanova | maria@design.example | de"),
      ("+7 495 000-00-03", "unknown"),
      ("+7 495 000-00-04", "client | Maria Ivanova | maria@design.example | de"),
      ("030 222333", "personal | Papa | - | de"),
      ("Family", "unknown"),
      // Android: 2.1, quoted-printable, a note that breaks off, Latin-1.
      (
        "+7 916 000-00-05",
        "client | Елена Кузнецова, интернет-магазин «Самовары» | elena@samovar.example | de"
      ),
      ("+7 495 000-00-06", "unknown"),
      (
        "+7 495 000-00-07",
        "client | Елена Кузнецова, интернет-магазин «Самовары» | elena@samovar.example | de"
      ),
      ("030 445566", "personal | Jörg Grün | - | de"),
    ])
  func everyDialect(_ who: String, _ expected: String) throws {
    let folder = try Folder([:])
    let sources = try cardSources(
      """
      language = "de"
      phone_region = "DE"
      [vcards]
      paths = ["\(fixtures)/google.vcf", "\(fixtures)/nextcloud", "\(fixtures)/ios.vcf", "\(fixtures)/android.vcf"]
      clients = ["clients", "Kunden"]
      """, in: folder)
    let (configuration, warnings) = try sources.configuration(zones: systemZones, at: noon)
    #expect(warnings.isEmpty, "\(warnings)")
    let isNumber = who.first?.isLetter == false
    let caller = configuration.directory.caller(number: isNumber ? who : nil, name: isNumber ? nil : who)
    let parts = [caller.class.rawValue, caller.id ?? "-", caller.email ?? "-", caller.language]
    #expect((caller.class == .unknown ? "unknown" : parts.joined(separator: " | ")) == expected)
    #expect(try contacts(sources).cardCount == CardCount(cards: 10, clients: 4, personal: 4, leftOut: 0))
  }

  /// A line that gives a number or a name -> what is understood.
  @Test(
    arguments: [
      ("TEL:+49 30 1234567", "+49301234567"),
      ("TEL;VALUE=uri:tel:+49-30-1234567;ext=99", "+49301234567"),
      ("TEL;VALUE=uri:tel:030-1234567;phone-context=+49", "+49301234567"),
      ("tel;type=work:+49 30 1234567", "+49301234567"),
      ("a.b.TEL:+49 30 1234567", "+49301234567"),
      ("TEL;TYPE=\"x:y;z\",voice:+49 30 1234567", "+49301234567"),
      ("TEL;X-A=^'quoted:+49 30 1234567", "+49301234567"),
      ("TEL;TYPE=\"work:+49 30 1234567", "+49301234567"),
      ("TEL;TYPE=fax,voice:+49 30 1234567", "+49301234567"),
      ("TEL;TYPE=\"fax,work\":+49 30 1234567", ""),
      ("TEL;PAGER:+49 30 1234567", ""),
      ("TEL;ENCODING=QUOTED-PRINTABLE:+49=\n 30=\n 1234=35=36=37", "+49301234567"),
      ("TEL:+49 30 12\n 34567", "+49301234567"),
      ("TEL:+49 30 12\n\t34567", "+49301234567"),
      ("TEL:030 1234567", "+49301234567"),
      ("TEL:110", "+49110"),
      ("TEL:*100#", "*100#"),
      ("TEL:none", ""),
      ("TEL:", ""),
      ("TEL;VALUE=uri:sip:Support@voip.example", "sip:support@voip.example"),
    ])
  func numbers(_ lines: String, _ expected: String) throws {
    let folder = try Folder(["a.vcf": card("FN:Acme\nCATEGORIES:Clients\n\(lines)")])
    let book = try contacts(
      cardSources("phone_region = \"DE\"\n[vcards]\npaths = [\"a.vcf\"]", in: folder))
    #expect(book.person(named: "Acme") == 0)
    if expected.isEmpty { #expect(!book.hasNumbers) } else { #expect(book.holder(of: expected) == 0) }
  }

  @Test(
    arguments: [
      ("FN:Acme", "Acme"), ("FN:A\\, B\\; C \\\\ D\\nE", "A, B; C \\ D E"), ("FN:A\\x", "A\\x"),
      ("FN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:J=F6rg", "Jörg"),
      ("FN;QUOTED-PRINTABLE:=D0=90=D0=\n=BD=D0=BD=D0=B0", "Анна"),
      ("FN;ENCODING=QUOTED-PRINTABLE:A=ZZ=+1", "A=ZZ=+1"),
      ("FN:Long Na\n me", "Long Name"), ("FN:  Two   spaces ", "Two spaces"), ("FN:\nFN:Second", "Second"),
      ("N:Müller;Anna;Maria;Dr.;MA", "Anna Maria Müller"), ("N:Müller", "Müller"),
      ("N:;;;;\nORG:Acme\\; Co;Sales", "Acme; Co"),
      ("EMAIL:it@acme.example", "it@acme.example"), ("fn;language=en:Acme", "Acme"),
      ("item1.FN:Acme", "Acme"),
    ])
  func names(_ lines: String, _ name: String) throws {
    let folder = try Folder(["a.vcf": "BEGIN:VCARD\n\(lines)\nCATEGORIES:clients\nEND:VCARD\n"])
    let book = try contacts(cardSources("[vcards]\npaths = [\"a.vcf\"]", in: folder))
    #expect(book.contacts.map(\.id) == [name])
  }

  /// Others | categories -> who it is.
  @Test(
    arguments: [
      ("", "CATEGORIES:Clients", "client"), ("", "CATEGORIES:x,CLIENTS", "client"),
      ("", "CATEGORIES:friends", "personal"), ("", "CATEGORIES:Family,Clients", "client"),
      ("", "CATEGORIES:Friends\nCATEGORIES:Clients", "client"), ("", "CATEGORIES:Team", "unknown"),
      ("", "NOTE:x", "unknown"),
      ("others = \"personal\"", "NOTE:x", "personal"),
      ("others = \"client\"", "CATEGORIES:Friends", "personal"),
      ("others = \"client\"", "NOTE:x", "client"),
      ("clients = [\"A\\u00df\"]", "CATEGORIES:Clients", "unknown"),
      ("clients = [\"My   Kunden\"]", "CATEGORIES:my kunden", "client"),
      ("personal = []\nothers = \"client\"", "CATEGORIES:Friends", "client"),
    ])
  func categories(_ keys: String, _ lines: String, _ expected: String) throws {
    let folder = try Folder(["a.vcf": card("FN:Ann\n\(lines)")])
    let book = try contacts(cardSources("[vcards]\npaths = [\"a.vcf\"]\n\(keys)", in: folder))
    #expect(book.caller(number: nil, name: "Ann").class.rawValue == expected)
  }

  /// What config.toml says of somebody holds; a card adds numbers, and an address where there is none.
  @Test func theConfigurationWins() throws {
    let folder = try Folder([
      "a.vcf": card("FN:acme  gmbh\nTEL:030 2\nTEL:+49 30 1234568\nEMAIL:it@acme.example\nCATEGORIES:Friends")
        + card("FN:Ann of Acme\nTEL:+49 30 1234567\nTEL:+49 171 5550100\nCATEGORIES:Clients")
        + card("FN:Beta\nEMAIL:IT@beta.example\nTEL:+49 171 5550101\nCATEGORIES:Clients")
    ])
    let sources = try cardSources(
      """
      phone_region = "DE"
      [vcards]
      paths = ["a.vcf"]
      [[client]]
      name = "Acme GmbH"
      id = "acme"
      contract = "24x7"
      phones = ["+49 30 1234567"]
      [[client]]
      name = "Beta AG"
      email = "it@beta.example"
      """, in: folder)
    #expect(said(sources) == [])
    let book = try contacts(sources)
    #expect(book.contacts.map(\.id) == ["acme", "Beta AG"])
    for number in ["0302", "030 1234568", "0171 5550100"] {
      let caller = book.caller(number: number, name: nil)
      #expect(caller.id == "acme" && caller.contract == .aroundTheClock, "\(number)")
    }
    #expect(book.caller(number: nil, name: "acme").email == nil, "the card of a friend gives none")
    #expect(book.caller(number: "+49 171 5550101", name: nil).id == "Beta AG")
  }

  @Test func whatIsKeptIsEnoughAndNoMore() throws {
    let folder = try Folder([
      "a.vcf": card(
        "FN:Ann\nTEL:+49 30 1\nCATEGORIES:Friends\nNOTE:secret\nPHOTO:data:image/jpeg;base64,AAAA")
        + card("FN:Stranger\nTEL:+49 30 2")
    ])
    var sources = try cardSources("[vcards]\npaths = [\"a.vcf\"]", in: folder)
    let kept = try JSONEncoder().encode(sources.cards)
    let text = String(decoding: kept, as: UTF8.self)
    #expect(text.contains("Ann") && !text.contains("secret") && !text.contains("Stranger"), "\(text)")
    let cards = try JSONDecoder().decode(Cards.self, from: kept)
    #expect(cards == sources.cards)
    let book = try contacts(sources)
    sources.cards = cards
    try FileManager.default.removeItem(atPath: "\(folder.path)/a.vcf")
    #expect(try contacts(sources).isSame(as: book))
    sources.readCards()
    #expect(
      said(sources).map { $0.hasSuffix("a.vcf: no such file or folder; make it, or take it out") } == [true])
  }

  /// A new count of cards that are nobody's is no other book.
  @Test func strangersChangeNothing() throws {
    let folder = try Folder(["a.vcf": card("FN:Ann\nCATEGORIES:Friends")])
    let before = try contacts(cardSources("[vcards]\npaths = [\"a.vcf\"]", in: folder))
    try (card("FN:Ann\nCATEGORIES:Friends") + card("FN:Stranger"))
      .write(toFile: "\(folder.path)/a.vcf", atomically: true, encoding: .utf8)
    let after = try contacts(cardSources("[vcards]\npaths = [\"a.vcf\"]", in: folder))
    #expect(after.cardCount != before.cardCount && after.isSame(as: before))
  }
}
