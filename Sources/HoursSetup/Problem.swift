// The words for what is wrong or odd in the owner's files; here and nowhere else.

import Civil
import HoursCore
import OpeningHours

/// What is wrong; its description ends with the way out.
public enum Problem: Hashable, Sendable, CustomStringConvertible {
  // Files.
  case fileUnreadable(reason: String)
  case fileTooLarge(limit: Int)
  case notUTF8
  case syntax(SyntaxProblem)

  // Keys and types.
  case unknownKey(String, nearest: String?, known: [String])
  case keyOfOthers(String, belongsTo: String)
  case wrongType(found: String, expected: String, example: String)
  case keyMissing(String, example: String)
  case empty(example: String)
  case tooLong(limit: Int)
  case tooMany(what: String, limit: Int)
  case controlCharacter

  // Values.
  case noSuchZone(String, nearest: String?)
  case brokenZone(String)
  case hours(ExpressionError)
  case notATime(String, example: String)
  case alwaysQuiet
  case notALanguage(String)
  case notARegion(String, nearest: String?)
  case noSuchRegion(String, nearest: String?, list: String)
  case noRegionOfCountry(String, String, known: [String], list: String)
  case noHolidays(String)
  case noSuchWord(String, nearest: String?, known: [String])
  case notAMailbox(String, MailboxError)
  case holidaysUnused(word: String)
  case noCalendars
  case duplicateID(String, firstLine: Int)
  case patternWithoutPlus(String)
  case starInside(String)

  // Calendars.
  case calendarMissing(path: String, wayOut: String)
  case calendarUnreadable(path: String, reason: String)
  case calendar(CalendarProblem)

  /// What is wrong and the way out, in words.
  public var description: String {
    switch self {
    case .fileUnreadable(let reason): "cannot be read: \(reason)"
    case .fileTooLarge(let limit): "larger than \(limit / 1024) KiB, the most that is read; make it smaller"
    case .notUTF8: "not UTF-8; save the file in this encoding"
    case .syntax(let problem): problem.description
    case .unknownKey(let key, let nearest, let known): "unknown key \(quoted(key)); " + choice(nearest, known)
    case .keyOfOthers(let key, let owner): "unknown key \(quoted(key)); only a \(owner) has it"
    case .wrongType(let found, let expected, let example):
      "this is \(found); expected \(expected), for example \(example)"
    case .keyMissing(let key, let example): "\(key) is missing; for example \(example)"
    case .empty(let example): "this is empty; for example \(example)"
    case .tooLong(let limit): "longer than \(limit) bytes; shorten it"
    case .tooMany(let what, let limit): "more than \(limit) \(what); take some out"
    case .controlCharacter: "a line break or another control character does not belong here; take it out"
    case .noSuchZone(let name, let nearest):
      "\(quoted(name)): no such time zone; "
        + (nearest.map { "did you mean \"\($0)\"?" } ?? "timedatectl list-timezones shows them all")
    case .brokenZone(let description): description
    case .hours(let error): error.description
    case .notATime(let text, let example): "\(quoted(text)): not a time of day; for example \(example)"
    case .alwaysQuiet:
      "quiet is the whole day, so nobody would ever be rung back; for example \"21:30-09:00\""
    case .notALanguage(let text):
      "\(quoted(text)): not a language tag; for example \"en\", \"ru\" or \"pt-BR\""
    case .notARegion(let text, let nearest):
      "\(quoted(text)): no such region; "
        + (nearest.map { "did you mean \"\($0)\"?" } ?? "for example \"DE\"")
    case .noSuchRegion(let text, let nearest, let list):
      "\(quoted(text)): no such region; " + (nearest.map { "did you mean \"\($0)\"?" } ?? "see \(list)")
    case .noRegionOfCountry(let text, let country, let known, let list):
      "\(quoted(text)): no such region of \(country); there are " + known.prefix(60).joined(separator: ", ")
        + (known.count > 60 ? " and more: see \(list)" : "")
    case .noHolidays(let code):
      "\(code): no day off is known there in these years; take it out, or name a calendar of your own: calendars = [\"holidays.ics\"]"
    case .noSuchWord(let text, let nearest, let known):
      "\(quoted(text)) means nothing here; " + choice(nearest, known)
    case .notAMailbox(let text, let error):
      "\(quoted(text)): \(words(error)); for example \"ann@example.org\""
    case .holidaysUnused(let word):
      "hours never says \(word), so these holidays would do nothing; add \"; \(word) off\" to hours"
    case .noCalendars: "no calendar is named; for example country = \"DE\" or calendars = [\"holidays.ics\"]"
    case .duplicateID(let id, let line):
      "\(quoted(id)) is the id of the contact in line \(line), too; give one of them another id"
    case .patternWithoutPlus(let text):
      "\(quoted(text)): a pattern begins with + and the country code; for example \"+49 30 99 *\""
    case .starInside(let text): "\(quoted(text)): a * stands at the end only; for example \"+49 30 99 *\""
    case .calendarMissing(let path, let wayOut): "\(path): no such file; \(wayOut)"
    case .calendarUnreadable(let path, let reason): "\(path): cannot be read: \(reason)"
    case .calendar(let problem): problem.description
    }
  }
}

/// What is wrong with a calendar.
public enum CalendarProblem: Hashable, Sendable, CustomStringConvertible {
  case notACalendar
  case noEvents
  case truncated(component: String)
  case misplacedEnd(String)
  case tooDeep
  case lineTooLong(limit: Int)
  case noStart
  case unreadable(property: String)
  case noSuchDate(property: String)
  case noSuchZone(String)
  case repeatsTooOften
  case repeatsNever
  case tooManyRepetitions(limit: Int)
  case tooManyRules(limit: Int)
  case tooManyEvents(limit: Int)
  case notSupported(String)
  case endsBeforeStart
  case twice(property: String, firstLine: Int)

  /// What is wrong and the way out, in words.
  public var description: String {
    switch self {
    case .notACalendar: "not a calendar (BEGIN:VCALENDAR is missing); export it again as iCalendar (.ics)"
    case .noEvents:
      "no event (VEVENT) in this calendar; without events it would say nothing: take it out, or fill it"
    case .truncated(let component): "the file ends inside a \(component); export or download it again"
    case .misplacedEnd(let line): "\(quoted(line)) closes nothing that is open; export or download it again"
    case .tooDeep: "components are nested too deeply for a calendar; export it again"
    case .lineTooLong(let limit):
      "a line longer than \(limit / 1024) KiB; export it again, or shorten the line"
    case .noStart: "this event has no DTSTART; give it one, or take it out"
    case .unreadable(let property): "\(property) cannot be understood; mend this event, or take it out"
    case .noSuchDate(let property):
      "\(property) names a date or time that does not exist (years are 1600 to 2500); mend this event, or take it out"
    case .noSuchZone(let name):
      "the time zone \(quoted(name)) is not in the system's database; export in UTC, or with a name such as Europe/Berlin"
    case .repeatsTooOften: "this event repeats within a day, which no holiday or absence does; take it out"
    case .repeatsNever: "this rule names no day up to the year 2582; mend this event, or take it out"
    case .tooManyRepetitions(let limit): "its repetitions are more than \(limit); end them (UNTIL or COUNT)"
    case .tooManyRules(let limit): "more than \(limit) repeating events; take some out"
    case .tooManyEvents(let limit): "more than \(limit) events; export fewer years"
    case .notSupported(let what): "\(what) is not understood; write these events out one by one"
    case .endsBeforeStart: "this event ends before it starts; mend it, or take it out"
    case .twice(let property, let line): "\(property) stands in line \(line), too; take one of them out"
    }
  }
}

/// What is odd but has one meaning.
public enum Oddity: Hashable, Sendable, CustomStringConvertible {
  case hours(Warning)
  case neverOpen
  case noPublicHolidays
  case noSchoolHolidays
  case phoneTwice(String, holds: String)
  case nameTwice(String, holds: String)
  case notANumber(String, region: String?)
  case eveningInQuiet
  case zoneIgnored(String, used: String)
  case notAHoliday(summary: String)
  case noDuration(summary: String)
  case calendarEnds(String)

  /// What is odd, in words.
  public var description: String {
    switch self {
    case .hours(let warning): warning.description
    case .neverOpen:
      "from now on these hours never open; a comment without a state means unknown, which counts as closed"
    case .noPublicHolidays:
      "hours says PH, but [holidays] names no calendar: no day counts as a public holiday"
    case .noSchoolHolidays:
      "hours says SH, but no calendar of school holidays is named; write [holidays] school = [\"school.ics\"]"
    case .phoneTwice(let number, let holds):
      "\(quoted(number)) is given twice; it belongs to \(quoted(holds))"
    case .nameTwice(let name, let holds):
      "the name \(quoted(name)) is given twice; asked for by name, it is \(quoted(holds))"
    case .notANumber(let text, let region):
      "\(quoted(text)) is compared digit by digit: "
        + (region.map { "it is no number that could be dialled in \($0)" }
          ?? "without + and without phone_region nobody knows its country")
    case .eveningInQuiet:
      "evening falls into the quiet hours, so on business days there is no evening; move one of them"
    case .zoneIgnored(let name, let used):
      "TZ says \(quoted(name)), which is no zone of this system; \(used) is used"
    case .notAHoliday(let summary):
      "\(quoted(summary)) does not last a whole day, so it is no holiday; make it one of whole days, or name this calendar under [absence]"
    case .noDuration(let summary):
      "\(quoted(summary)) has no end and no duration, so it closes nothing; give it an end"
    case .calendarEnds(let words): words
    }
  }
}

/// Why a text is no place for mail.
private func words(_ error: MailboxError) -> String {
  switch error {
  case .noAddress: "not a mail address"
  case .severalAddresses: "more than one mail address; write one"
  case .unclosed: "the > behind the address is missing"
  case .local(let scalar): "\(quoted(String(scalar))) cannot stand before the @"
  case .domain(let text): "\(quoted(text)) is no domain"
  case .tooLong: "longer than a mail address can be"
  }
}

/// A piece of the file in quotes, cut where nobody would read on.
private func quoted(_ text: String) -> String {
  text.count <= 80 ? "\"\(text)\"" : "\"\(text.prefix(79))…\""
}

/// "did you mean …?" where there is a guess, else all that could stand there.
private func choice(_ nearest: String?, _ known: [String]) -> String {
  if let nearest { return "did you mean \"\(nearest)\"?" }
  return "known: " + known.sorted().joined(separator: ", ")
}
