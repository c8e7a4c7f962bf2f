// A message, letter by letter; and what another parser makes of hundreds.

import Civil
import Foundation
import HoursCore
import Testing

private let office = Zone.utc

private func message(
  from: String? = "Ann <ann@example.org>", name: String? = "Acme GmbH", subject: String = "Done",
  body: String = "It is done.\n", inReplyTo: String? = nil
) -> Message {
  Message(
    id: 7, issue: 3, client: "acme", from: from, to: "it@acme.example", name: name, subject: subject,
    body: body, inReplyTo: inReplyTo, draftedAt: Instant(seconds: 1_795_791_600))
}

/// The lines of a field.
private func field(_ name: String, of message: Message) -> String {
  let head = message.text(in: office).split(separator: "\n\n", maxSplits: 1)[0]
  let lines = head.split(separator: "\n").map(String.init)
  guard let first = lines.firstIndex(where: { $0.hasPrefix("\(name):") }) else { return "-" }
  return ([lines[first]] + lines[(first + 1)...].prefix { $0.hasPrefix(" ") }).joined(separator: "\n")
}

@Test func aWholeMessage() throws {
  #expect(
    message().text(in: office) == """
      From: Ann <ann@example.org>
      To: Acme GmbH <it@acme.example>
      Subject: Done
      Date: Fri, 27 Nov 2026 15:00:00 +0000
      Message-ID: <hoursd.7.1795791600@example.org>
      MIME-Version: 1.0
      Content-Type: text/plain; charset=us-ascii
      Content-Transfer-Encoding: 7bit

      It is done.

      """)
}

/// A name, and how the field begins that it stands in.
@Test(
  arguments: [
    ("Acme", "To: Acme <it@acme.example>"),
    ("Acme GmbH & Co", "To: Acme GmbH & Co <it@acme.example>"),
    ("Example, Ann", #"To: "Example, Ann" <it@acme.example>"#),
    ("Acme Inc.", #"To: "Acme Inc." <it@acme.example>"#),
    (#"Ann "Ace" \ Example"#, #"To: "Ann \"Ace\" \\ Example" <it@acme.example>"#),
    ("a@b.example", #"To: "a@b.example" <it@acme.example>"#),
    ("Müller & Söhne", "To: =?utf-8?b?TcO8bGxlciAmIFPDtmhuZQ==?= <it@acme.example>"),
    ("Müller and sons", "To: =?utf-8?q?M=C3=BCller_and_sons?= <it@acme.example>"),
    ("Анна", "To: =?utf-8?b?0JDQvdC90LA=?= <it@acme.example>"),
    (#"Студия "Ёж", ООО"#, "To: =?utf-8?b?0KHRgtGD0LTQuNGPICLQgdC2Iiwg0J7QntCe?= <it@acme.example>"),
    ("=?utf-8?q?Eve?=", "To: =?utf-8?b?PT91dGYtOD9xP0V2ZT89?= <it@acme.example>"),
    ("  Acme\t\r\nBcc: eve@evil.example", #"To: "Acme Bcc: eve@evil.example" <it@acme.example>"#),
    ("Acme\u{7}\u{0} GmbH\u{85}", "To: Acme GmbH <it@acme.example>"),
    ("", "To: it@acme.example"),
    (
      String(repeating: "Acme ", count: 15),
      """
      To: Acme Acme Acme Acme Acme Acme Acme Acme Acme Acme Acme Acme Acme Acme
       Acme <it@acme.example>
      """
    ),
  ])
func theNameOfAReceiver(_ name: String, _ expected: String) {
  #expect(field("To", of: message(name: name)) == expected)
}

/// What is configured as the sender; no field where that is no mailbox, for the mailer has its own then.
@Test(
  arguments: [
    ("ann@example.org", "From: ann@example.org"),
    ("Анна <anna@пример.рф>", "From: =?utf-8?b?0JDQvdC90LA=?= <anna@xn--e1afmkfd.xn--p1ai>"),
    ("not a mailbox", "-"),
    (nil, "-"),
  ])
func theSender(_ from: String?, _ expected: String) {
  #expect(field("From", of: message(from: from)) == expected)
}

@Test(
  arguments: [
    ("Done: your password", "Subject: Done: your password"),
    ("", "Subject:"),
    ("a:", "Subject: a:"),
    ("Done:\r\nBcc: eve@evil.example\n\nHello", "Subject: Done: Bcc: eve@evil.example Hello"),
    ("  too   many\tblanks ", "Subject: too many blanks"),
    (
      "Ваш сайт снова работает",
      """
      Subject: =?utf-8?b?0JLQsNGIINGB0LDQudGCINGB0L3QvtCy0LAg0YDQsNCx0L7RgtCw?=
       =?utf-8?b?0LXRgg==?=
      """
    ),
    (
      "Решено: на сайте вместо магазина была чужая страница, восстановили из копии",
      """
      Subject: =?utf-8?b?0KDQtdGI0LXQvdC+OiDQvdCwINGB0LDQudGC0LUg0LLQvNC10YE=?=
       =?utf-8?b?0YLQviDQvNCw0LPQsNC30LjQvdCwINCx0YvQu9CwINGH0YPQttCw0Y8g0YE=?=
       =?utf-8?b?0YLRgNCw0L3QuNGG0LAsINCy0L7RgdGB0YLQsNC90L7QstC40LvQuCDQuNC3?=
       =?utf-8?b?INC60L7Qv9C40Lg=?=
      """
    ),
    (
      "Done: the shop of Acme GmbH shows its own pages again, and the hole through which they came is closed",
      """
      Subject: Done: the shop of Acme GmbH shows its own pages again, and the hole
       through which they came is closed
      """
    ),
    (
      "Done: https://example.org/" + String(repeating: "x", count: 60),
      """
      Subject: =?utf-8?q?Done=3A_https=3A//example=2Eorg/xxxxxxxxxxxxxxxxxxxxxxx?=
       =?utf-8?q?xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx?=
      """
    ),
  ])
func theSubject(_ subject: String, _ expected: String) {
  #expect(field("Subject", of: message(subject: subject)) == expected)
}

/// A body, its encoding, and what stands in the message.
@Test(
  arguments: [
    ("It is done.\n", "us-ascii 7bit", "It is done.\n"),
    ("no newline", "us-ascii 7bit", "no newline\n"),
    ("", "us-ascii 7bit", ""),
    ("\n\na\n\n", "us-ascii 7bit", "\n\na\n\n"),
    ("one\r\ntwo\rthree", "us-ascii 7bit", "one\ntwo\nthree\n"),
    (String(repeating: "x", count: 78), "us-ascii 7bit", String(repeating: "x", count: 78) + "\n"),
    (
      String(repeating: "x", count: 79), "us-ascii quoted-printable",
      String(repeating: "x", count: 75) + "=\nxxxx\n"
    ),
    ("a blank \nat the end\t", "us-ascii quoted-printable", "a blank=20\nat the end=09\n"),
    (".", "us-ascii quoted-printable", "=2E\n"),
    ("..two", "us-ascii quoted-printable", "=2E.two\n"),
    ("From now on", "us-ascii quoted-printable", "=46rom now on\n"),
    (">From now on, 1 = 1", "us-ascii 7bit", ">From now on, 1 = 1\n"),
    ("a\u{0}b\u{7}", "us-ascii quoted-printable", "a=00b=07\n"),
    ("Für Sie: 1 = 1\n", "utf-8 quoted-printable", "F=C3=BCr Sie: 1 =3D 1\n"),
    ("Сайт снова работает.\n", "utf-8 base64", "0KHQsNC50YIg0YHQvdC+0LLQsCDRgNCw0LHQvtGC0LDQtdGCLg0K\n"),
    // Where a line is parted, another begins, and must not look like the end of the message either.
    (
      String(repeating: "x", count: 150) + ".", "us-ascii quoted-printable",
      String(repeating: String(repeating: "x", count: 75) + "=\n", count: 2) + "=2E\n"
    ),
  ])
func theBody(_ body: String, _ kind: String, _ expected: String) throws {
  let message = message(body: body)
  let (charset, encoding) = (
    field("Content-Type", of: message), field("Content-Transfer-Encoding", of: message)
  )
  #expect("\(charset.split(separator: "=")[1]) \(encoding.split(separator: " ")[1])" == kind)
  let text = message.text(in: office)
  let end = try #require(text.ranges(of: "\n\n").first)
  #expect(text[end.upperBound...] == expected)
}

@Test func theDateIsOfTheOffice() throws {
  let zones = [
    "Europe/Moscow": "18:00:00 +0300", "America/St_Johns": "11:30:00 -0330",
    "Asia/Kathmandu": "20:45:00 +0545",
  ]
  for (name, expected) in zones {
    let data = try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(name)"))
    let zone = try Zone(name: name, tzif: Array(data))
    #expect(message().text(in: zone).contains("\nDate: Fri, 27 Nov 2026 \(expected)\n"))
  }
}

@Test func aSecondFollowUpAnswersTheFirst() {
  let message = message(inReplyTo: "hoursd.5.1795000000@example.org")
  #expect(field("In-Reply-To", of: message) == "In-Reply-To: <hoursd.5.1795000000@example.org>")
  #expect(field("References", of: message) == "References: <hoursd.5.1795000000@example.org>")
}

// MARK: Another parser

private let letters: [[String]] = [
  "abcdefghijklmnopqrstuvwxyz    ".map(String.init), "абвгдежзийклмнопрстуфхцчшщъыьэюя   ".map(String.init),
  "äöüßéèñçøåæÄÖÜ aeiou  ".map(String.init),
  ["=?utf-8?q?", "?=", "=", "?", "_", "\"", "\\", "<", ">", "@", ",", ";", ":"],
  ["👩‍👩‍👧‍👦", "🇩🇪", "e\u{301}\u{302}\u{303}", "中", "文", "한", "𝔘", "\u{1F3F4}\u{E0067}\u{E0062}\u{E007F}"],
  ["\n", "\r\n", "\t", " ", "\u{0}", "\u{1B}", ".", "From ", "\nBcc: eve@evil.example\n", "\n\n"],
]

private func randomText(_ length: Int, _ random: inout SystemRandomNumberGenerator) -> String {
  var text = ""
  while text.count < length {
    let alphabet = letters[Int.random(in: 0..<letters.count, using: &random)]
    for _ in 0..<Int.random(in: 1...30, using: &random) {
      text += alphabet.randomElement(using: &random) ?? ""
    }
  }
  return String(text.prefix(length))
}

/// What is left of a text that stands in one line.
private func inOneLine(_ text: String) -> String {
  let words = String(text.unicodeScalars.map { $0.properties.isWhitespace ? " " : Character($0) })
    .unicodeScalars.filter { $0.properties.generalCategory != .control }
  return String(String.UnicodeScalarView(words)).split(separator: " ").joined(separator: " ")
}

@Test func aStrictParserFindsWhatWasWritten() throws {
  var random = SystemRandomNumberGenerator()
  let messages = (0..<600).map { _ in
    let from = inOneLine(randomText(.random(in: 0...60, using: &random), &random)).filter {
      !"<>@\"\\".contains($0)
    }
    return message(
      from: "\(from) <ann@example.org>", name: randomText(.random(in: 0...120, using: &random), &random),
      subject: randomText(.random(in: 0...400, using: &random), &random),
      body: randomText(.random(in: 0...1500, using: &random), &random),
      inReplyTo: Bool.random(using: &random) ? "hoursd.1.1@example.org" : nil)
  }
  for (message, found) in zip(messages, try parsed(messages.map { $0.text(in: office) })) {
    let text = message.text(in: office)
    try #require(found.wrong == nil, "\(text)")
    #expect(
      found.from
        == Parsed.Mailbox(name: (try Mailbox(message.from ?? "")).name ?? "", address: "ann@example.org"))
    #expect(
      found.to == Parsed.Mailbox(name: inOneLine(message.name ?? ""), address: "it@acme.example"), "\(text)")
    #expect(found.subject == inOneLine(message.subject), "\(text)")
    #expect(found.date == "2026-11-27T15:00:00+00:00")
    #expect(found.messageID == "<\(message.messageID)>")
    #expect(found.inReplyTo == message.inReplyTo.map { "<\($0)>" } ?? "")
    let body = message.body.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    #expect(found.body == (body.isEmpty || body.hasSuffix("\n") ? body : body + "\n"), "\(text)")
  }
}
