// Every bound of what is read from the owner's files, in one place.

import Civil

/// The bounds within which files are read; what exceeds one is refused with an error that names it.
public enum SetupLimits {
  /// The size of config.toml, in bytes.
  public static let configurationBytes = 256 * 1024
  /// The size of one calendar, in bytes.
  public static let calendarBytes = 4 * 1024 * 1024
  /// The size of a zone file, in bytes; the largest of the database has some 4000.
  public static let zoneBytes = 64 * 1024
  /// The tz database's table of zones and countries, in bytes; it has some 20 KB.
  public static let zoneTableBytes = 256 * 1024
  /// Paths in one list: of calendars, of vCards.
  public static let paths = 32
  /// Events of one calendar.
  public static let events = 5000
  /// Dates that the repetitions of one calendar may run through, from their start to the window's end.
  public static let repetitions = 100_000
  /// Rules of repetition in one calendar; each may cost a search of its own.
  public static let rules = 500
  /// The years in which events may start and end: libical's repetitions are Julian before, and end soon after.
  public static let calendarYears = 1600...2500
  /// Components inside each other in a calendar.
  public static let calendarDepth = 8
  /// One line of a calendar, unfolded, in bytes.
  public static let calendarLineBytes = 64 * 1024
  /// Whole years before and after the present one in which calendars are spread out.
  public static let yearsBack = 2
  /// See `yearsBack`.
  public static let yearsAhead = 12
  /// The size of one file of vCards, in bytes: pictures are in it.
  public static let cardBytes = 64 * 1024 * 1024
  /// All files of vCards together, in bytes.
  public static let allCardBytes = 256 * 1024 * 1024
  /// Files of vCards, and cards in all of them.
  public static let cards = 20_000
  /// Folders of vCards, each with what is in it, and how deep one may lie below the path that is named.
  public static let cardFolders = 256
  /// See `cardFolders`.
  public static let cardDepth = 8
  /// One line of a vCard that is of use, unfolded, in bytes.
  public static let cardLineBytes = 16 * 1024
  /// Categories named in one list, and of one card.
  public static let categories = 64
  /// Clients and personal contacts together, of config.toml and of vCards.
  public static let contacts = 5000
  /// Numbers of one contact.
  public static let phones = 64
  /// Names and numbers, in bytes.
  public static let nameBytes = 256
  /// Other texts, in bytes.
  public static let textBytes = 16 * 1024
  /// Languages in which the owner has words.
  public static let languages = 64
  /// Names in braces of one text: each may become as long as a text.
  public static let namesInText = 32
  /// Weekdays or months in a list, before their count is looked at.
  public static let listed = 64
  /// Errors told at once, and warnings; nobody reads more.
  public static let errors = 100

  /// The days over which calendars are spread out, in a year.
  static func window(around year: Int) -> Range<CivilDate> {
    let first = CivilDate(year: year - yearsBack, month: 1, day: 1)
    let last = CivilDate(year: year + yearsAhead, month: 1, day: 1)
    guard let first, let last else { return CivilDate(dayNumber: 0)..<CivilDate(dayNumber: 0) }
    return first..<last
  }
}
