// What the owner decided, as values: the policy reads nothing else. HoursSetup makes it from files.

import Civil
import OpeningHours

/// The owner's working hours and wishes, checked and ready to decide by.
public struct Configuration: Sendable {
  /// The office's zone; the system's may differ while the owner travels.
  public var zone: Zone
  /// The working hours as the owner wrote them, before absences and overrides.
  public var hours: Expression
  public var holidays: Holidays
  /// Where the calendars of holidays end.
  public var calendarEnds: [CalendarEnd]
  /// Closed stretches from the absence calendars, with their summaries as reasons.
  public var absences: [Exception]
  /// When the owner rings friends back on a business day (default 19:00).
  public var evening: CivilTime
  /// The hours in which nobody is rung back (default 21:30-09:00).
  public var quiet: Quiet
  /// The language of callers of whom nothing else is known, as a BCP 47 tag (default "en").
  public var language: String
  public var support: Support
  public var mail: Mail
  /// Phrases that the owner counts as critical, beside the built-in rules.
  public var criticalPhrases: CriticalPhrases
  /// What callers hear and clients read.
  public var scripts: Scripts
  public var directory: any Directory

  public init(
    zone: Zone, hours: Expression, holidays: Holidays = Holidays(), calendarEnds: [CalendarEnd] = [],
    absences: [Exception] = [],
    evening: CivilTime = CivilTime(hour: 19, minute: 0),
    quiet: Quiet = Quiet(from: CivilTime(hour: 21, minute: 30), to: CivilTime(hour: 9, minute: 0)),
    language: String = "en", support: Support = Support(), mail: Mail = Mail(),
    criticalPhrases: CriticalPhrases = CriticalPhrases(), scripts: Scripts = Scripts(),
    directory: any Directory = Strangers()
  ) {
    self.zone = zone
    self.hours = hours
    self.holidays = holidays
    self.calendarEnds = calendarEnds
    self.absences = absences
    self.evening = evening
    self.quiet = quiet
    self.language = language
    self.support = support
    self.mail = mail
    self.criticalPhrases = criticalPhrases
    self.scripts = scripts
    self.directory = directory
  }
}

/// The daily stretch in which nobody is rung back; half-open, past midnight when `from` is later than `to`.
public struct Quiet: Hashable, Sendable {
  public var from: CivilTime
  public var to: CivilTime

  public init(from: CivilTime, to: CivilTime) {
    self.from = from
    self.to = to
  }

  /// Whether a civil time lies in the quiet hours; equal ends mean that there are none.
  public func contains(_ time: CivilTime) -> Bool {
    from <= to ? from <= time && time < to : from <= time || time < to
  }
}

/// What clients are told about support out of hours, in the owner's words.
public struct Support: Hashable, Sendable {
  /// The extra price of support out of hours, said as it stands; none is offered without it.
  public var surcharge: String?
  /// How to reach the owner when it is critical.
  public var emergency: String?
  public var signature: String?

  public init(surcharge: String? = nil, emergency: String? = nil, signature: String? = nil) {
    self.surcharge = surcharge
    self.emergency = emergency
    self.signature = signature
  }
}

/// How follow-ups leave the house.
public struct Mail: Hashable, Sendable {
  public var from: String?
  /// A program and its arguments; the message goes to its standard input.
  public var command: [String]

  public init(from: String? = nil, command: [String] = []) {
    self.from = from
    self.command = command
  }
}
