// What people see of `eval`: whole screens, eighty columns wide, as they stand in a terminal.

import Foundation
import Testing

/// A calendar of one's own, with one day.
let ownCalendar = """
  BEGIN:VCALENDAR\r
  VERSION:2.0\r
  BEGIN:VEVENT\r
  UID:1\r
  DTSTART;VALUE=DATE:20261224\r
  SUMMARY:Family day\r
  END:VEVENT\r
  BEGIN:VEVENT\r
  UID:2\r
  DTSTART;VALUE=DATE:20291224\r
  SUMMARY:Family day\r
  END:VEVENT\r
  END:VCALENDAR\r

  """

/// A command, what it prints and how it ends.
struct Screen: CustomTestStringConvertible, Sendable {
  let command: String
  var text = ""
  var testDescription: String { command }
}

private func screens(_ text: String) -> [Screen] {
  var screens: [Screen] = []
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.hasPrefix("$ ") {
      screens.append(Screen(command: String(line.dropFirst(2))))
    } else {
      screens[screens.count - 1].text += line + "\n"
    }
  }
  return screens
}

/// A home with a configuration, two calendars, and nothing else.
private func home(_ configuration: String? = nil) throws -> Folder {
  let folder = try Folder()
  try folder.write("own.ics", ownCalendar)
  try folder.write("data/holidays/DE-BY.ics", ownCalendar)
  try folder.write("data/holidays/regions.tsv", "DE-BY\tBY\tBayern\n")
  if let configuration { try folder.write(".config/hoursd/config.toml", configuration) }
  return folder
}

private func run(_ command: String, in home: Folder, _ environment: [String: String] = [:]) throws -> Run {
  let arguments = words(
    command.replacing("own.ics", with: "\(home.path)/own.ics").replacing("data/", with: "\(home.path)/data/"))
  return try evaluated(
    arguments, home: home, ["HOURSD_DATA": "\(home.path)/data"].merging(environment) { $1 })
}

private let others = screens(
  #"""
  $ 'Mo-Fr 9-13,14:00-18:00; PH off' --zone Europe/Berlin --at '2026-12-23 20:50' --country DE-BY
  closed until Fri 25 Dec 09:00
  since          18:00
  at             Wed 23 Dec 2026 20:50, Europe/Berlin
  hours          Mo-Fr 09:00-13:00,14:00-18:00; PH off
  warning        `9`: times are written as 09:00
  warning        `13`: times are written as 13:00

  21-27 December 2026, week 52                             █ open  · closed  │ now
        0     3     6     9     12    15    18    21    24
  Mo 21 ··················████████··████████············  09:00-13:00, 14:00-18:00
  Tu 22 ··················████████··████████············  09:00-13:00, 14:00-18:00
  We 23 ··················████████··████████·····│······  09:00-13:00, 14:00-18:00
  Th 24 ················································  Family day
  Fr 25 ··················████████··████████············  09:00-13:00, 14:00-18:00
  Sa 26 ················································
  Su 27 ················································
  $ 'Mo-Fr 09:00-18:00; PH off' --zone Europe/Berlin --at 2026-12-23T10:00:00+01:00 --calendar own.ics
  open until 18:00
  since          09:00
  next opening   Fri 25 Dec 09:00
  at             Wed 23 Dec 2026 10:00, Europe/Berlin
  hours          Mo-Fr 09:00-18:00; PH off

  21-27 December 2026, week 52                             █ open  · closed  │ now
        0     3     6     9     12    15    18    21    24
  Mo 21 ··················██████████████████············  09:00-18:00
  Tu 22 ··················██████████████████············  09:00-18:00
  We 23 ··················██│███████████████············  09:00-18:00
  Th 24 ················································  Family day
  Fr 25 ··················██████████████████············  09:00-18:00
  Sa 26 ················································
  Su 27 ················································
  $ 'Mo-Fr 08:00-12:00,13:00-17:00,18:00-20:00; Fr-Sa 22:00-04:00; Su 10:00-12:00 unknown "ring the bell"' --zone Europe/Berlin --at '2026-03-28 23:10'
  open until tomorrow 00:00
  since          22:00
  next opening   Mon 30 Mar 08:00
  at             Sat 28 Mar 2026 23:10, Europe/Berlin
  hours          Mo-Fr 08:00-12:00,13:00-17:00,18:00-20:00; Fr-Sa 22:00-04:00; Su
                 10:00-12:00 unknown "ring the bell"

  23-29 March 2026, week 13                     █ open  ▒ unknown  · closed  │ now
        0     3     6     9     12    15    18    21    24
  Mo 23 ················████████··████████··████········  08:00-12:00,
                                                          13:00-17:00, 18:00-20:00
  Tu 24 ················████████··████████··████········  08:00-12:00,
                                                          13:00-17:00, 18:00-20:00
  We 25 ················████████··████████··████········  08:00-12:00,
                                                          13:00-17:00, 18:00-20:00
  Th 26 ················████████··████████··████········  08:00-12:00,
                                                          13:00-17:00, 18:00-20:00
  Fr 27 ············································████  22:00-04:00
  Sa 28 ████████····································██│█  22:00-24:00
  Su 29 ····················▒▒▒▒························  10:00-12:00 (ring the
                                                          bell),
                                                          clocks 02:00 to 03:00
  $ 'Mo-Fr 09:00-18:00' --zone America/Santiago --at '2026-09-06 12:00'
  closed until tomorrow 09:00
  since          Fri 4 Sep 18:00
  at             Sun 6 Sep 2026 12:00, America/Santiago
  hours          Mo-Fr 09:00-18:00

  31 August - 6 September 2026, week 36                    █ open  · closed  │ now
        0     3     6     9     12    15    18    21    24
  Mo 31 ··················██████████████████············  09:00-18:00
  Tu 01 ··················██████████████████············  09:00-18:00
  We 02 ··················██████████████████············  09:00-18:00
  Th 03 ··················██████████████████············  09:00-18:00
  Fr 04 ··················██████████████████············  09:00-18:00
  Sa 05 ················································
  Su 06 ························│·······················  clocks 00:00 to 01:00
  $ 24/7 --zone America/New_York --at '2026-12-31 12:00'
  open, and so for the next 400 days
  at             Thu 31 Dec 2026 12:00, America/New_York
  hours          24/7

  28 December 2026 - 3 January 2027, week 53               █ open  · closed  │ now
        0     3     6     9     12    15    18    21    24
  Mo 28 ████████████████████████████████████████████████  all day
  Tu 29 ████████████████████████████████████████████████  all day
  We 30 ████████████████████████████████████████████████  all day
  Th 31 ████████████████████████│███████████████████████  all day
  Fr 01 ████████████████████████████████████████████████  all day
  Sa 02 ████████████████████████████████████████████████  all day
  Su 03 ████████████████████████████████████████████████  all day
  $ off --at '2027-01-01 12:00'
  closed, and so for the next 400 days
  next opening   never
  at             Fri 1 Jan 2027 12:00, UTC
  hours          off

  28 December 2026 - 3 January 2027, week 53               █ open  · closed  │ now
        0     3     6     9     12    15    18    21    24
  Mo 28 ················································
  Tu 29 ················································
  We 30 ················································
  Th 31 ················································
  Fr 01 ························│·······················
  Sa 02 ················································
  Su 03 ················································
  $ Mo-Fr 09:00-18:00 --at 2026-11-23T10:00 --calendar own.ics
  open until 18:00
  since          09:00
  next opening   tomorrow 09:00
  at             Mon 23 Nov 2026 10:00, UTC
  hours          Mo-Fr 09:00-18:00
  warning        the hours never say PH, so the calendar changes nothing; add `;
                 PH off`

  23-29 November 2026, week 48                             █ open  · closed  │ now
        0     3     6     9     12    15    18    21    24
  Mo 23 ··················██│███████████████············  09:00-18:00
  Tu 24 ··················██████████████████············  09:00-18:00
  We 25 ··················██████████████████············  09:00-18:00
  Th 26 ··················██████████████████············  09:00-18:00
  Fr 27 ··················██████████████████············  09:00-18:00
  Sa 28 ················································
  Su 29 ················································
  $ 'Mo-Fr 09:00-18:00; PH off' --from '2026-11-23 10:00' --to '2026-11-25 09:30'
  from Mon 23 Nov 2026 10:00 to Wed 25 Nov 2026 09:30, UTC

  Mon 23 Nov 2026 10:00 - 18:00  8 h
  Tue 24 Nov 2026 09:00 - 18:00  9 h
  Wed 25 Nov 2026 09:00 - 09:30  30 min

  open 17 h 30 min
  hours          Mo-Fr 09:00-18:00; PH off
  warning        no day counts as a public holiday (PH); name a calendar, for
                 example --country DE
  $ 'Mo-Fr 09:00-18:00; SH off' --from '2026-12-23 17:00' --to '2026-12-24 10:00'
  from Wed 23 Dec 2026 17:00 to Thu 24 Dec 2026 10:00, UTC

  Wed 23 Dec 2026 17:00 - 18:00  1 h
  Thu 24 Dec 2026 09:00 - 10:00  1 h

  open 2 h
  hours          Mo-Fr 09:00-18:00; SH off
  warning        no day counts as a school holiday (SH); name a calendar, for
                 example --school school.ics
  $ 'Mo-Fr 09:00-18:00; SH off' --from '2026-12-23 17:00' --to '2026-12-24 10:00' --school own.ics
  from Wed 23 Dec 2026 17:00 to Thu 24 Dec 2026 10:00, UTC

  Wed 23 Dec 2026 17:00 - 18:00  1 h

  open 1 h
  hours          Mo-Fr 09:00-18:00; SH off
  $ 'Mo-Fr 09:00-18:00; PH off' --from '2026-12-23 17:00' --to '2026-12-23 18:00' --country DE-BY --school own.ics
  from Wed 23 Dec 2026 17:00 to Wed 23 Dec 2026 18:00, UTC

  Wed 23 Dec 2026 17:00 - 18:00  1 h

  open 1 h
  hours          Mo-Fr 09:00-18:00; PH off
  warning        the hours never say SH, so the school calendar changes nothing;
                 add `; SH off`
  $ 'Fr-Sa 22:00-04:00; We 12:00-13:30 unknown "perhaps"' --zone Europe/Berlin --from 2026-10-21 --to 2026-10-26
  from Wed 21 Oct 2026 00:00 to Mon 26 Oct 2026 00:00, Europe/Berlin

  Wed 21 Oct 2026 12:00 - 13:30  1 h 30 min  unknown (perhaps)
  Fri 23 Oct 2026 22:00 - 04:00  6 h
  Sat 24 Oct 2026 22:00 - 04:00  7 h

  open 13 h
  hours          Fr-Sa 22:00-04:00; We 12:00-13:30 unknown "perhaps"
  $ off --from '2026-11-23 10:00' --to '2026-11-25 09:30'
  from Mon 23 Nov 2026 10:00 to Wed 25 Nov 2026 09:30, UTC

  open 0 h
  hours          off
  """#)

@Test(arguments: others)
func hoursOnAScreen(_ screen: Screen) throws {
  let run = try run(screen.command, in: home())
  #expect(run.output == screen.text)
  #expect(run.errors.isEmpty && run.status == 0)
  for line in run.lines { #expect(line.count <= 80, "\(line)") }
}

private let own = screens(
  #"""
  $ --at '2026-12-28 10:30'
  closed until Thu 31 Dec 09:00
  why            Skiing
  since          Fri 25 Dec 18:00
  at             Mon 28 Dec 2026 10:30, Europe/Berlin
  hours          Mo-Fr 09:00-13:00,14:00-18:00; PH off

  28 December 2026 - 3 January 2027, week 53               # open  . closed  | now
        0     3     6     9     12    15    18    21    24
  Mo 28 .....................|..........................  Skiing
  Tu 29 ................................................  Skiing
  We 30 ................................................  Skiing
  Th 31 ..................########..########............  09:00-13:00, 14:00-18:00
  Fr 01 ..................########..########............  09:00-13:00, 14:00-18:00
  Sa 02 ................................................
  Su 03 ................................................
  $ --from '2026-12-23 12:00' --to '2026-12-31 12:00' --json
  {"from":"2026-12-23T12:00:00+01:00","to":"2026-12-31T12:00:00+01:00","open_seconds":57600,"intervals":[{"start":"2026-12-23T12:00:00+01:00","end":"2026-12-23T13:00:00+01:00","state":"open"},{"start":"2026-12-23T14:00:00+01:00","end":"2026-12-23T18:00:00+01:00","state":"open"},{"start":"2026-12-25T09:00:00+01:00","end":"2026-12-25T13:00:00+01:00","state":"open"},{"start":"2026-12-25T14:00:00+01:00","end":"2026-12-25T18:00:00+01:00","state":"open"},{"start":"2026-12-31T09:00:00+01:00","end":"2026-12-31T12:00:00+01:00","state":"open"}],"zone":"Europe/Berlin","hours":"Mo-Fr 09:00-13:00,14:00-18:00; PH off"}
  $ --at '2026-12-28 10:30' --json
  {"state":"closed","at":"2026-12-28T10:30:00+01:00","since":"2026-12-25T18:00:00+01:00","next_change":"2026-12-31T09:00:00+01:00","comment":"Skiing","next_opening":"2026-12-31T09:00:00+01:00","zone":"Europe/Berlin","hours":"Mo-Fr 09:00-13:00,14:00-18:00; PH off"}
  """#)

private let configuration = """
  timezone = "Europe/Berlin"
  hours = "Mo-Fr 09:00-13:00,14:00-18:00; PH off"
  [holidays]
  country = "DE-BY"
  [absence]
  calendars = ["skiing.ics"]
  """

private let skiing = """
  BEGIN:VCALENDAR
  VERSION:2.0
  BEGIN:VEVENT
  UID:1
  DTSTART;VALUE=DATE:20261228
  DTEND;VALUE=DATE:20261231
  SUMMARY:Skiing
  END:VEVENT
  END:VCALENDAR

  """

/// Without an expression it is the owner's own office; and where the locale is no UTF-8, all is ASCII.
@Test(arguments: own)
func theOwnersHoursOnAScreen(_ screen: Screen) throws {
  let home = try home(configuration)
  try home.write(".config/hoursd/skiing.ics", skiing)
  let run = try run(screen.command, in: home, ["LANG": "C"])
  #expect(run.output == screen.text)
  #expect(run.errors.isEmpty && run.status == 0)
}

/// What is wrong is said on standard error; with `--json` as a line, on standard output.
@Test(
  arguments: [
    (
      "'Mo-Fi 09:00-18:00'", Int32(65),
      "Mo-Fi 09:00-18:00\n^^^^^\n`Mo-Fi`: no such weekday; did you mean `Mo-Fr`?"
    ),
    ("'Mo 09:00-18:00; PH of'", 65, "Mo 09:00-18:00; PH of\n                   ^^\n`of`: expected"),
    ("'09:00-18:00 \"звоните'", 65, "09:00-18:00 \"звоните\n            ^^^^^^^^\n"),
    ("'營業 09:00-18:00'", 65, "營業 09:00-18:00\n^^^^\n"),
    ("''", 65, "no hours are given"),
    ("24/7 --zone Berlin", 64, "--zone: no time zone is named `Berlin`; did you mean `Europe/Berlin`?"),
    ("24/7 --at whenever", 64, "`--at`: `whenever` is no time; give, for example, 09:30, tomorrow"),
    ("24/7 --at moday 10:00", 64, "`--at`: `moday 10:00` is no time; did you mean `monday 10:00`?"),
    ("off --at next-business-day", 64, "--at: the office never opens in these hours"),
    ("24/7 --from tonight", 64, "--from and --to need each other"),
    ("24/7 --from '2026-11-24 09:00' --to '2026-11-24 08:59'", 64, "in the wrong order"),
    ("24/7 --from '2026-11-24 09:00' --to '2027-12-30 09:00'", 64, "more than 400 days apart"),
    ("24/7 --at tonight --from tonight --to tonight", 64, "either --at, or --from and --to"),
    ("24/7 --lines", 64, "--lines takes hours and times from the lines"),
    ("--lines --zone Berlin", 64, "--zone: no time zone is named `Berlin`"),
    ("--lines --calendar none.ics", 65, "none.ics: cannot be read: No such file"),
    ("24/7 --school none.ics", 65, "none.ics: cannot be read: No such file"),
    ("24/7 --calendar none.ics", 65, "none.ics: cannot be read: No such file"),
    ("24/7 --calendar data/holidays/regions.tsv", 65, "regions.tsv:1: not a calendar"),
    ("24/7 --country Bayern", 65, "--country: \"Bayern\": no such region; did you mean \"DE-BY\"?"),
    ("24/7 --country ../own", 65, "\"../own\": no such region"),
    ("24/7 --bogus", 64, "Unknown option '--bogus'"),
  ])
func whatIsWrongIsSaid(_ command: String, _ status: Int32, _ words: String) throws {
  let people = try run(command, in: home())
  #expect(people.status == status && people.output.isEmpty)
  #expect(people.errors.contains(words), "\(people.errors)")
  guard !people.errors.contains("Usage:"), !command.contains("--lines") else { return }
  let programs = try run(command + " --json", in: home())
  #expect(programs.status == status && programs.errors.isEmpty)
  #expect(
    programs.lines.count == 1 && programs.output.hasPrefix("{\"error\":{\"code\":\""), "\(programs.output)")
}

@Test func aWrongConfigurationIsItsOwnMistake() throws {
  let wrong = try run("", in: home("hours = \"Mo-Fi 09:00-18:00\"\n"))
  #expect(wrong.status == 78)
  #expect(wrong.errors.contains("config.toml:1:10: hours: `Mo-Fi`: no such weekday; did you mean `Mo-Fr`?"))
  // Other hours have nothing to do with it.
  #expect(try run("24/7", in: home("hours = \"Mo-Fi 09:00-18:00\"\n")).status == 0)
}

/// What the configuration's own warning says is not said again.
@Test func holidaysThatNobodyNamesAreToldOnce() throws {
  let run = try run(
    "--at 2026-12-23T10:00 --json", in: home("hours = \"Mo-Fr 09:00-18:00; PH off; SH off\"\n"))
  let warnings = run.output.matches(of: /"message"/).count
  #expect(
    warnings == 2 && run.output.contains("hours says PH") && run.output.contains("hours says SH"),
    "\(run.output)")
}

@Test func whatAFileSaysCommandsNoTerminal() throws {
  let home = try home()
  try home.write("own.ics", ownCalendar.replacing("Family", with: "\u{1B}[31mFamily"))
  let run = try run("'24/7; PH off' --at '2026-12-24 10:00' --calendar own.ics", in: home)
  #expect(run.output.contains("why            ␛[31mFamily day"))
  #expect(!run.output.contains("\u{1B}"))
}
