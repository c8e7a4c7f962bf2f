// Who is calling: numbers however they are written, names however they are typed.

import HoursCore
import Testing

@testable import HoursSetup

@Suite struct ContactsTests {
  static let book = """
    phone_region = "RU"
    language = "ru"

    [[client]]
    name = "Acme GmbH"
    id = "acme"
    phones = ["+49 30 1234567", "+49 30 99 *"]
    email = "it@acme.example"
    contract = "24x7"
    language = "en"

    [[client]]
    name = "Berlin Branch"
    phones = ["+49 (0)30 99 5 *", "+49 30 99 111 22", "707"]

    [[personal]]
    name = "School"
    phones = ["8 (495) 123-45-67", "sip:School@voip.example"]
    always = true

    [[personal]]
    name = "Мама"
    """

  /// number | name -> class, id
  @Test(
    arguments: [
      ("+74951234567", "-", "personal School"),
      ("8 (495) 123-45-67", "-", "personal School"),
      ("+7 495 123 45 67", "-", "personal School"),
      ("007 495 1234567", "-", "unknown"),
      ("84951234567", "-", "personal School"),
      ("tel:+7-495-123-45-67", "-", "personal School"),
      ("＋７４９５１２３４５６７", "-", "personal School"),
      ("SIP:school@VOIP.example", "-", "personal School"),
      ("+49 30 1234567", "-", "client acme"),
      ("+49 (0)30 / 1234567", "-", "client acme"),
      ("8 10 49 30 1234567", "-", "client acme"),
      ("+49 30 12345678", "-", "unknown"),
      ("+49 30 99 000 00", "-", "client acme"),
      ("+49 30 99 500 00", "-", "client Berlin Branch"),
      ("+49 30 99 111 22", "-", "client Berlin Branch"),
      ("+49 30 98 000 00", "-", "unknown"),
      ("7-0-7", "-", "client Berlin Branch"),
      ("708", "-", "unknown"),
      ("anonymous", "-", "unknown"),
      ("-", "acme", "client acme"),
      ("-", "ACME gmbh", "client acme"),
      ("-", "  Acme   GmbH ", "client acme"),
      ("-", "Acme", "client acme"),
      ("-", "Acm", "unknown"),
      ("-", "МАМА", "personal Мама"),
      ("+1 212 555 0100", "School", "personal School"),
      ("+49 30 1234567", "School", "client acme"),
      ("-", "-", "unknown"),
    ])
  func lookup(_ number: String, _ name: String, _ expected: String) throws {
    let directory = try configuration(Self.book).directory
    let caller = directory.caller(number: number == "-" ? nil : number, name: name == "-" ? nil : name)
    #expect([caller.class.rawValue, caller.id].compactMap(\.self).joined(separator: " ") == expected)
  }

  @Test func whatIsKnown() throws {
    let directory = try configuration(Self.book).directory
    #expect(
      directory.caller(number: "8 (495) 123-45-67", name: nil)
        == Caller(
          class: .personal, id: "School", name: "School", number: "+74951234567", numberType: .landline,
          language: "ru", always: true
        ))
    #expect(
      directory.caller(number: nil, name: "acme")
        == Caller(
          class: .client, id: "acme", name: "Acme GmbH", contract: .aroundTheClock, language: "en",
          email: "it@acme.example"))
    #expect(directory.caller(number: nil, name: "berlin branch").contract == .standard)
    #expect(
      directory.caller(number: "8 916 123-45-67", name: "Stranger")
        == Caller(
          class: .unknown, name: "Stranger", number: "+79161234567", numberType: .mobile, language: "ru"))
    #expect(directory.caller(number: "anonymous", name: nil).number == "anonymous")
  }

  /// number -> what it belongs to
  @Test(
    arguments: [
      ("8 916 123-45-67", .mobile),
      ("+49 171 5550100", .mobile),
      ("8 (495) 123-45-67", .landline),
      ("+49 30 99 500 00", .landline),
      ("+1 212 555 0100", .either),
      ("8 800 555 35 35", .other),
      ("+49 800 1234567", .other),
      // A number of no country's plan, short numbers, service codes, other networks, nothing.
      ("+49 1 5", nil),
      ("900", nil),
      ("707", nil),
      ("112", nil),
      ("*100#", nil),
      ("anonymous", nil),
      ("sip:School@voip.example", nil),
      ("", nil),
    ] as [(String, NumberType?)])
  func numberType(_ number: String, _ type: NumberType?) throws {
    #expect(try configuration(Self.book).directory.caller(number: number, name: nil).numberType == type)
  }

  @Test func anEmptyBookLeavesNumbersAlone() throws {
    let directory = try configuration("phone_region = \"RU\"").directory
    #expect(directory.caller(number: "8 (495) 123-45-67", name: nil).number == "8 (495) 123-45-67")
  }

  @Test func theSameBookIsTheSame() throws {
    let directory = try configuration(Self.book).directory
    #expect(directory.isSame(as: try configuration(Self.book).directory))
    #expect(!directory.isSame(as: try configuration(nil).directory))
    #expect(!directory.isSame(as: Strangers()))
  }
}
