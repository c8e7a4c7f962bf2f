// What `hoursctl check` shows: whole screens, with the caret where it stands in a terminal.

import Foundation
import Testing

/// Beside each configuration of the tables; its fourth line is wrong.
private let vacation =
  "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Sea\r\nDTSTART;VALUE=DATE:20270230\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

/// The third card is broken, and the fourth is nobody's.
private let cards =
  ["FN:Ann\r\nCATEGORIES:Clients", "FN:Bea\r\nCATEGORIES:Friends", "TEL:1", "FN:Carla"].map {
    "BEGIN:VCARD\r\nVERSION:3.0\r\n\($0)\r\nEND:VCARD\r\n"
  }.joined()

private func home(_ configuration: String) throws -> Home {
  let home = try Home()
  try home.write(".config/hoursd/config.toml", configuration)
  try home.write(".config/hoursd/vacation.ics", vacation)
  try home.write(".config/hoursd/phone.vcf", cards)
  return home
}

private func shortened(_ run: Run) -> String { run.output.replacing("$HOME/.config/hoursd/", with: "DIR/") }

@Test(
  arguments: Case.table(
    #"""
    timezon = "Europe/Berlin"
    hours = "Mo-Fi 09:00-18:00"
    [support]
    surcharge = 100
    ----
    DIR/config.toml:1:1: error
      timezon = "Europe/Berlin"
      ^^^^^^^
      unknown key "timezon"; did you mean "timezone"?

    DIR/config.toml:2:10: error
      hours = "Mo-Fi 09:00-18:00"
               ^^^^^
      hours: `Mo-Fi`: no such weekday; did you mean `Mo-Fr`?

    DIR/config.toml:4:13: error
      surcharge = 100
                  ^^^
      support.surcharge: this is a number; expected a text in quotes, for example surcharge = "+100 %"

    DIR/config.toml: 3 errors: not usable
    ====
    hours = "Mo off \"врач\", We 09:00-12:00; Xx 09:00-12:00"
    ----
    DIR/config.toml:1:43: error
      hours = "Mo off \"врач\", We 09:00-12:00; Xx 09:00-12:00"
                                                ^^
      hours: `Xx`: no such weekday

    DIR/config.toml: 1 error: not usable
    ====
    	hours	= 'Mo 09:00-12:00 "医者"; Tu 9:70-12:00'
    ----
    DIR/config.toml:1:35: error
          hours    = 'Mo 09:00-12:00 "医者"; Tu 9:70-12:00'
                                                ^^^^
      hours: `9:70`: no such time

    DIR/config.toml: 1 error: not usable
    ====
    hours = """
    Mo-Fr 09:00-18:00;
      Sa 09:00-sunset"""
    ----
    DIR/config.toml:3:12: error
        Sa 09:00-sunset"""
                 ^^^^^^
      hours: `sunset`: working hours do not follow the sun; write a time, such as 18:00

    DIR/config.toml: 1 error: not usable
    ====
    hours = "\u004Do off; Xx 09:00-12:00"
    ----
    DIR/config.toml:1:9: error
      hours = "\u004Do off; Xx 09:00-12:00"
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      hours: `Xx`: no such weekday

    DIR/config.toml: 1 error: not usable
    ====
    hours = "Mo 09:00-12:00; Tu 09:00-12:00; We 09:00-12:00; Th 09:00-12:00; Fr 09:00-12:00; Sq 09:00-12:00; Su 09:00-12:00; PH off; Dec 24 off"
    ----
    DIR/config.toml:1:90: error
      …9:00-12:00; We 09:00-12:00; Th 09:00-12:00; Fr 09:00-12:00; Sq 09:00-12:00; …
                                                                   ^^
      hours: `Sq`: no such weekday; did you mean `Sa`?

    DIR/config.toml: 1 error: not usable
    ====
    [[client]]
    name = "医者医者医者医者医者医者医者医者医者医者医者医者医者", contract = "24x7"
    ----
    DIR/config.toml:2:36: error
      name = "医者医者医者医者医者医者医者医者医者医者医者医者医者", contract = "24…
                                                                   ^
      the value is over before this; only a comment may follow, behind a #

    What stands behind it could not be looked at yet; mend it, and check again.
    DIR/config.toml: 1 error: not usable
    ====
    [[client]]
    name = "Acme"
    phones = [
      "+49 30 1234567",
      "+49 30 * 99", 110 ]
    contract = { kind = "24x7", since = 2020 }
    ----
    DIR/config.toml:5:3: error
        "+49 30 * 99", 110 ]
        ^^^^^^^^^^^^^
      client.phones: "+49 30 * 99": a * stands at the end only; for example "+49 30 99 *"

    DIR/config.toml:5:18: error
        "+49 30 * 99", 110 ]
                       ^^^
      client.phones: this is a number; expected a list of texts, for example phones = ["+49 30 1234567"]

    DIR/config.toml:6:12: error
      contract = { kind = "24x7", since = 2020 }
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      client.contract: this is a table; expected a text in quotes, for example contract = "24x7"

    DIR/config.toml: 3 errors: not usable
    ====
    [absence]
    calendars = ["vacation.ics", "none.ics", "/nowhere/x.ics"]
    ----
    DIR/config.toml:2:30: error
      calendars = ["vacation.ics", "none.ics", "/nowhere/x.ics"]
                                   ^^^^^^^^^^
      absence.calendars: DIR/none.ics: no such file; write it, or take it out

    DIR/config.toml:2:42: error
      calendars = ["vacation.ics", "none.ics", "/nowhere/x.ics"]
                                               ^^^^^^^^^^^^^^^^
      absence.calendars: /nowhere/x.ics: no such file; write it, or take it out

    DIR/vacation.ics:4: error
      DTSTART;VALUE=DATE:20270230
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      DTSTART names a date or time that does not exist (years are 1600 to 2500); mend this event, or take it out

    DIR/config.toml: 3 errors: not usable
    ====
    hours = "Mo-Fr 09:00-18:00; PH off; SH off"
    [holidays]
    country = "Deutschland"
    calendars = ["vacation.ics"]
    [client]
    ----
    DIR/config.toml:1:9: warning
      hours = "Mo-Fr 09:00-18:00; PH off; SH off"
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      hours: hours says SH, but no calendar of school holidays is named; write [holidays] school = ["school.ics"]

    DIR/config.toml:3:11: error
      country = "Deutschland"
                ^^^^^^^^^^^^^
      holidays.country: "Deutschland": no such region; did you mean "DE"?

    DIR/config.toml:5:1: error
      [client]
      ^^^^^^^^
      client: this is a table; expected a list of tables, for example [[client]] above each of them

    DIR/vacation.ics:4: error
      DTSTART;VALUE=DATE:20270230
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      DTSTART names a date or time that does not exist (years are 1600 to 2500); mend this event, or take it out

    DIR/config.toml: 3 errors, 1 warning: not usable
    ====
    [support]
    emergency = "call
    surcharge = 100
    ----
    DIR/config.toml:2:18: error
      emergency = "call
                       ^
      the closing quote is missing here

    What stands behind it could not be looked at yet; mend it, and check again.
    DIR/config.toml: 1 error: not usable
    ====
    phones = [
      "1"
      "2"
    ]
    ----
    DIR/config.toml:3:3: error
        "2"
        ^
      a comma, or the ] that ends the list, is missing before this

    What stands behind it could not be looked at yet; mend it, and check again.
    DIR/config.toml: 1 error: not usable
    ====
    language = "en"
     language = "de"
    ----
    DIR/config.toml:2:2: error
       language = "de"
       ^^^^^^^^
      language is given twice; take one of them out

    What stands behind it could not be looked at yet; mend it, and check again.
    DIR/config.toml: 1 error: not usable
    """#))
func everythingThatIsWrong(_ row: Case) throws {
  let run = try home(row.given).hoursctl(["check"])
  #expect(shortened(run) == row.screen)
  #expect(run.status == 78 && run.errors.isEmpty)
}

/// What is odd has one meaning, and the screen says what the daemon will do.
@Test(
  arguments: Case.table(
    #"""
    hours = "24/7; "
    ----
    DIR/config.toml:1:14: warning
      hours = "24/7; "
                   ^
      hours: `;`: nothing follows; leave it out

    hours          24/7
    zone           Europe/Berlin
    now            open
    friends        rung back from 19:00 on, but not between 21:30 and 09:00
    contacts       none yet, so every caller is unknown
    surcharge      none is offered

    DIR/config.toml: good, with 1 warning
    ====
    hours = "24/7"
    [vcards]
    paths = ["phone.vcf"]
    [[client]]
    name = "Acme"
    ----
    DIR/phone.vcf:11: warning
      a card is left out: it has no name (FN, N or ORG); give it one

    hours          24/7
    zone           Europe/Berlin
    now            open
    friends        rung back from 19:00 on, but not between 21:30 and 09:00
    contacts       2 clients, 1 personal
    vcards         1 client, 1 personal of 4 cards; 1 left out
    surcharge      none is offered

    DIR/config.toml: good, with 1 warning
    ====
    timezone = "Asia/Tokyo"
    hours = "24/7; PH open"
    evening = "18:00"
    quiet = "22:00-08:00"
    phone_region = "JP"
    [holidays]
    calendars = ["own.ics"]
    [absence]
    calendars = ["absence.ics"]
    [support]
    surcharge = "+100 %"
    emergency = "Site down or hacked? Call at any time, and say that it is about the shop: 0312345678"
    [mail]
    command = ["msmtp", "-t"]
    [[client]]
    name = "Acme"
    [[client]]
    name = "Bcme"
    [[personal]]
    name = "School"
    ----
    hours          24/7; PH open
    zone           Asia/Tokyo
    now            open until DATE
    holidays       1 within a year; the next is DATE, Founding day
    known until    2499-12-31
    absences       1 ahead; the next is DATE, Sea
    friends        rung back from 18:00 on, but not between 22:00 and 08:00
    contacts       2 clients, 1 personal
    emergency      Site down or hacked? Call at any time, and say that it is about
                   the shop: 0312345678
    surcharge      +100 %
    mail           sent by msmtp -t

    DIR/config.toml: good
    """#))
func goodAndOdd(_ row: Case) throws {
  let home = try home(row.given)
  // The days have to lie ahead, whenever this is.
  let year = Calendar(identifier: .gregorian).component(.year, from: Date()) + 1
  let event = "BEGIN:VEVENT\nDTSTART;VALUE=DATE:"
  try home.write(
    ".config/hoursd/own.ics",
    "BEGIN:VCALENDAR\nX-HOURSD-END:24991231\n\(event)20200501\nRRULE:FREQ=YEARLY\nSUMMARY:Founding day\nEND:VEVENT\nEND:VCALENDAR\n"
  )
  try home.write(
    ".config/hoursd/absence.ics",
    "BEGIN:VCALENDAR\n\(event)\(year)0630\nSUMMARY:Sea\nEND:VEVENT\nEND:VCALENDAR\n")
  let run = try home.hoursctl(["check"])
  let date = /(until )[A-Z]\w\w \d+ \w+( \d+)? 00:00|(next is )[-\d]+/
  #expect(
    shortened(run).replacing(date) { "\($0.output.1 ?? $0.output.3 ?? "")DATE" } == row.screen)
  #expect(run.status == 0 && run.errors.isEmpty)
}

/// What cannot be read at all.
@Test func files() throws {
  let home = try Home()
  let missing = try home.hoursctl(["check", "no.toml"])
  #expect(
    missing.output == """
      no.toml: error
        cannot be read: No such file or directory; name a file that is there, and yours to read

      no.toml: 1 error: not usable

      """)
  #expect(missing.status == 78)

  try home.write("latin1.toml", Data("# Stra\u{DF}e\n".unicodeScalars.map { UInt8($0.value) }))
  let latin = try home.hoursctl(["check", "latin1.toml"])
  #expect(
    latin.output == """
      latin1.toml:1:7: error
        # Stra\u{FFFD}e
              ^
        not UTF-8; save the file in this encoding

      What stands behind it could not be looked at yet; mend it, and check again.
      latin1.toml: 1 error: not usable

      """)

  let none = try home.hoursctl(["check"])
  #expect(none.status == 0)
  #expect(
    none.output.hasSuffix(
      "$HOME/.config/hoursd/config.toml: not there, so the defaults hold; `hoursctl init` writes one\n"))
  #expect(none.output.hasPrefix("hours          Mo-Fr 09:00-18:00\nzone           Europe/Berlin\n"))
}

/// Editors put a mark before the first letter, or end lines in two letters: the columns are those of the rest.
@Test(arguments: [
  "\u{FEFF}hours = \"Mo-Fi\"\n", "hours = \"Mo-Fi\"\r\n",
  "\u{FEFF}hours = \"Mo-Fi\"\r\nevening = \"19:00\"\r\n",
])
func marksAndLineEnds(_ text: String) throws {
  let run = try home(text).hoursctl(["check"])
  #expect(
    shortened(run).hasPrefix("DIR/config.toml:1:10: error\n  hours = \"Mo-Fi\"\n           ^^^^^\n"), "\(run)"
  )
}

/// What commands a terminal in a file of the owner's is shown, and does nothing.
@Test func nothingCommandsTheTerminal() throws {
  let run = try home("[support]\nemergency = \"\\u001B[31m\" # \u{202E}\n[[client]]\n\"\u{202E}\" = 1\n")
    .hoursctl(["check"])
  #expect(run.status == 78 && !run.output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
}

/// Long lines are shortened to what a terminal shows, wherever the mistake is.
@Test func noLineOfAPictureIsLongerThanTheScreen() throws {
  for before in [0, 10, 60, 70, 80, 200] {
    for word in ["x", "xxxxx", String(repeating: "x", count: 90)] {
      let text =
        "hours = \"\(String(repeating: " ", count: before))\(word) 09:00-12:00\" #\(String(repeating: "医", count: before))\n"
      let lines = try home(text).hoursctl(["check"]).output.components(separatedBy: "\n")
      #expect(lines[1].count <= 80 && lines[2].count <= 80, "\(lines)")
      let caret = try #require(lines[2].firstIndex(of: "^"))
      let column = lines[2].distance(from: lines[2].startIndex, to: caret)
      #expect(lines[1].dropFirst(column).first == "x", "\(lines)")
    }
  }
}

@Test func coloursOnATerminalOnly() throws {
  let home = try home("evening = 19\n")
  let coloured = try home.terminal(["check"])
  #expect(coloured.status == 78)
  #expect(
    coloured.output.contains(
      "\u{1B}[1;31merror\u{1B}[0m\n  evening = 19\n  \u{1B}[1;31m          ^^\u{1B}[0m\n"))
  let plain = coloured.output.replacing(/\x1B\[[\d;]*m/, with: "")
  #expect(try home.terminal(["check"], ["NO_COLOR": "1"]).output == plain)
  #expect(try home.terminal(["check"], ["TERM": "dumb"]).output == plain)
  // In a pipe no sentence is broken.
  #expect(
    try home.hoursctl(["check"]).output.components(separatedBy: "\n").count
      <= plain.components(separatedBy: "\n").count)
}
