// `[holidays]` and `[absence]`: which calendars the configuration names. Read twice: to open them, and to use them.

/// The paths of the calendars by what they are for, in the order of the file.
struct CalendarsSection {
  var holidays: [Located<String>] = []
  var school: [Located<String>] = []
  var absences: [Located<String>] = []
  /// Where `[holidays]` stands.
  var holidaysPosition: Position?
  /// The country or region as the owner wrote it.
  var country: Located<String>?
  /// The path of its calendar, which comes with the program; nil for what cannot be a code.
  var countryPath: String?

  init(_ document: inout TableReader, sources: Sources) {
    if var table = document.table("holidays") {
      readHolidays(&table, sources: sources)
    }
    if var table = document.table("absence") {
      absences = CalendarsSection.paths("calendars", "vacation.ics", &table, sources)
      table.finish()
    }
  }

  private mutating func readHolidays(_ table: inout TableReader, sources: Sources) {
    holidaysPosition = table.position
    let errorsBefore = table.report.errors.count
    country = table.string("country", example: "\"DE\"", limit: SetupLimits.nameBytes)
    if let country {
      if CalendarsSection.isRegion(country.value) {
        let path = "\(sources.data)/holidays/\(country.value).ics"
        countryPath = path
        holidays.append(Located(value: path, position: country.position))
      } else {
        let upper = country.value.uppercased()
        let guess = CalendarsSection.isRegion(upper) ? upper : nil
        table.error(
          sources.problem(ofRegion: country.value) ?? .notARegion(country.value, nearest: guess), "country",
          at: country.position)
      }
    }
    holidays += CalendarsSection.paths("calendars", "holidays.ics", &table, sources)
    school = CalendarsSection.paths("school", "school.ics", &table, sources)
    if !table.has("country"), holidays.isEmpty, school.isEmpty, table.report.errors.count == errorsBefore {
      table.error(.noCalendars, nil, at: table.position)
    }
    table.finish()
  }

  private static func paths(
    _ key: String, _ example: String, _ table: inout TableReader, _ sources: Sources
  ) -> [Located<String>] {
    let texts =
      table.strings(key, example: "[\"\(example)\"]", count: SetupLimits.calendars, of: "calendars") ?? []
    return texts.map { Located(value: sources.resolve($0.value), position: $0.position) }
  }

  /// `DE`, `DE-BY`, `CH-Stadt-Zurich`: nothing that could lead out of the folder.
  private static func isRegion(_ text: String) -> Bool {
    let country = text.utf8.prefix { $0 != UInt8(ascii: "-") }
    return country.count == 2 && country.allSatisfy { (65...90).contains($0) }
      && text.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
      }
  }
}
