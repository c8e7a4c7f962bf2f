// Files that are damaged, or made to do damage: refused with a place, or read; never a crash and never for ever.

import Testing

@testable import HoursSetup

/// A small generator of numbers that gives the same ones for the same seed (xorshift64*).
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 2_685_821_657_736_338_717
  }
}

extension Dice {
  /// The text with a few of its bytes changed, taken out, doubled or exchanged for a piece of syntax.
  mutating func damaged(_ text: String, pieces: [String]) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...8, using: &self) {
      let start = Int.random(in: 0..<bytes.count, using: &self)
      let end = min(bytes.count, start + Int.random(in: 0...12, using: &self))
      switch Int.random(in: 0..<5, using: &self) {
      case 0: bytes[start] = UInt8.random(in: 0...255, using: &self)
      case 1: bytes.removeSubrange(start..<max(start, min(end, bytes.count - 1)))
      case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
      case 3:
        bytes.replaceSubrange(start..<start, with: Array(pieces.randomElement(using: &self)?.utf8 ?? "".utf8))
      default: bytes.removeLast(min(bytes.count - 1, Int.random(in: 0...40, using: &self)))
      }
    }
    return bytes
  }
}

@Suite struct HostileTests {
  /// Every error has a place within its file.
  func check(_ sources: Sources, seed: UInt64) {
    do {
      let (configuration, _) = try sources.configuration(zones: systemZones, at: noon)
      _ = configuration.directory.caller(number: "+49 30 1234567", name: "Acme GmbH")
      #expect(configuration.absences.allSatisfy { $0.start < $0.end }, "seed \(seed)")
    } catch {
      #expect(!error.errors.isEmpty, "seed \(seed)")
      for error in error.errors {
        let data =
          error.file == sources.path ? Array((sources.text ?? "").utf8) : sources.calendars[error.file]?.data
        let lines = (data ?? []).count { $0 == 10 } + 1
        #expect((error.line ?? 1) >= 1 && (error.line ?? 1) <= lines, "seed \(seed): \(error)")
      }
    }
  }

  @Test func damagedConfigurations() {
    let pieces = [
      "[[", "]]", "{", "}", "\"\"\"", "'''", "\\u0000", "\\", "= ", "\n", ".", ",", "#", "1e999", "inf", "*",
      "nan",
      "2026-01-01T00:00:00Z", "[client]", "\u{0}", "\u{FEFF}", "99999999999999999999",
    ]
    for seed in 1...400 as ClosedRange<UInt64> {
      var dice = Dice(state: seed)
      let text = String(decoding: dice.damaged(ExampleTests.example, pieces: pieces), as: UTF8.self)
      check(sources(text, calendars: ExampleTests.calendars), seed: seed)
    }
  }

  @Test func damagedCalendars() {
    let text = calendar(
      """
      X-HOURSD-END;VALUE=DATE:20281231
      BEGIN:VEVENT
      UID:1
      DTSTART;TZID=Europe/Berlin:20261012T140000
      DTEND;TZID=Europe/Berlin:20261012T170000
      RRULE:FREQ=WEEKLY;BYDAY=MO,WE;INTERVAL=2;WKST=SU;UNTIL=20270101T000000Z
      EXDATE;TZID=Europe/Berlin:20261019T140000,20261026T140000
      RDATE;VALUE=DATE:20261224
      SUMMARY;LANGUAGE=de:Arzt\\, dann
        frei
      END:VEVENT
      BEGIN:VEVENT
      UID:1
      RECURRENCE-ID;TZID=Europe/Berlin:20261109T140000
      DTSTART;VALUE=DATE:20261109
      DURATION:P1DT2H
      STATUS:CONFIRMED
      END:VEVENT
      """)
    let pieces = [
      "\n ", "\r\n", "BEGIN:VEVENT\n", "END:VEVENT\n", ";", ":", ",", "=", "\"", "\\", "9999", "-", "P", "Z",
      "\u{0}",
      ";BYSETPOS=-1", ";BYMONTH=2;BYMONTHDAY=30", ";COUNT=99999999", ";BYYEARDAY=-366", ";BYWEEKNO=53",
      ";RSCALE=HEBREW",
      ";VALUE=PERIOD", ";TZID=", "FREQ=DAILY", "FREQ=YEARLY", "INTERVAL=0", "INTERVAL=-1", ";BYEASTER=1",
      "BYHOUR=25",
    ]
    for seed in 1...400 as ClosedRange<UInt64> {
      var dice = Dice(state: seed)
      var sources = sources("[absence]\ncalendars = [\"a.ics\"]")
      sources.calendars["a.ics"] = .bytes(dice.damaged(text, pieces: pieces))
      check(sources, seed: seed)
    }
  }

  /// A text that is long by repetition, and what is said about it.
  struct Excess: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let said: String

    init(_ before: String, _ piece: String, _ count: Int, _ after: String, _ said: String) {
      testDescription = "\(before) \(count) x \(piece) \(after)"
      text = before + String(repeating: piece, count: count) + after
      self.said = said
    }
  }

  @Test(arguments: [
    Excess("x = ", "[", 100_000, "", "config.toml:1:21: "),
    Excess("x = ", "{a=", 80_000, "", "config.toml:1:"),
    Excess("", "a.", 120_000, "a = 1", "config.toml:1:1: keys are nested too deeply"),
    Excess("[", "a.", 120_000, "a]", "config.toml:1:1: keys are nested too deeply"),
    Excess("", "\"=\".", 60_000, "a = 1", "config.toml:1:1: keys are nested too deeply"),
    Excess("x = {", "a.", 120_000, "a = 1}", "config.toml:1:1: keys are nested too deeply"),
    Excess("x = ", "[{a.a.a.a.a.a.a.a.a.a=", 10_000, "", "config.toml:1:"),
    Excess("hours = \"", "Mo ", 80_000, "\"", "config.toml:1:9: hours: longer than 16384 bytes; shorten it"),
    Excess("", "[[client]]\nname=\"x\"\n", 12_000, "", "config.toml: more than 5000 contacts; take some out"),
    Excess("", "é", 100_000, "", "config.toml:1:1: "),
    Excess("a = \"\"\"", "\\\n", 100_000, "", "config.toml:100000:3: "),
    Excess("[mail]\n", "x", 200_000, " = 1", "config.toml:2:1: mail: unknown key "),
  ])
  func excessiveConfigurations(_ excess: Excess) {
    let said = said(sources(excess.text))
    #expect(said.first?.hasPrefix(excess.said) == true, "\(said.first?.prefix(200) ?? "nothing")")
    #expect(said.count <= SetupLimits.errors)
    #expect(said.allSatisfy { $0.utf8.count < 1000 })
  }

  static let end = "END:VCALENDAR\n"

  @Test(arguments: [
    Excess(
      "BEGIN:VCALENDAR\n", "BEGIN:VEVENT\n", 100_000, "",
      "a.ics:9: components are nested too deeply for a calendar; export it again"),
    Excess(
      "BEGIN:VCALENDAR\n", "BEGIN:VEVENT\nDTSTART:20261224\nEND:VEVENT\n", 6000, end,
      "a.ics:15002: more than 5000 events; export fewer years"),
    Excess(
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART", ";X=1", 500_000, ":20261224\nEND:VEVENT\n" + end,
      "a.ics:3: a line longer than 64 KiB; export it again, or shorten the line"),
    Excess(
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART", ";X=1", 16_000, ":20261224\nEND:VEVENT\n" + end,
      "a.ics:3: DTSTART cannot be understood; mend this event, or take it out"),
    Excess(
      "BEGIN:VCALENDAR\nX-HOURSD-END:", "9", 500_000, "\nBEGIN:VEVENT\nDTSTART:20261224\nEND:VEVENT\n" + end,
      "a.ics:2: a line longer than 64 KiB; export it again, or shorten the line"),
    Excess(
      "BEGIN:VCALENDAR\nX-HOURSD-END:", "9", 60_000, "\nBEGIN:VEVENT\nDTSTART:20261224\nEND:VEVENT\n" + end,
      "a.ics:2: X-HOURSD-END cannot be understood; mend this event, or take it out"),
    Excess(
      "BEGIN:VCALENDAR\n",
      "BEGIN:VEVENT\nDTSTART:20261224\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31\nEND:VEVENT\n", 600, end,
      "a.ics:4: this rule names no day up to the year 2582; mend this event, or take it out"),
    Excess(
      "BEGIN:VCALENDAR\n", "BEGIN:VEVENT\nDTSTART:20261224\nRRULE:FREQ=YEARLY\nEND:VEVENT\n", 600, end,
      "a.ics:2004: more than 500 repeating events; take some out"),
    Excess(
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20240101\nDTEND:24990101\nRRULE:FREQ=DAILY;COUNT=", "9", 4,
      "\nEND:VEVENT\n" + end, "a.ics:3: its repetitions are more than 100000; end them (UNTIL or COUNT)"),
  ])
  func excessiveCalendars(_ excess: Excess) {
    let said = said(sources("[absence]\ncalendars = [\"a.ics\"]", calendars: ["a.ics": excess.text]))
    #expect(said == [excess.said])
  }

  /// What no event of ours is read from may be as long as it likes: pictures in calendars are.
  @Test func longAttachments() throws {
    let text = calendar(
      "BEGIN:VEVENT\nATTACH:" + String(repeating: "A", count: 1_000_000)
        + "\nDTSTART;VALUE=DATE:20261224\nEND:VEVENT")
    #expect(
      try configuration("[absence]\ncalendars = [\"a.ics\"]", calendars: ["a.ics": text]).absences.count == 1)
  }
}
