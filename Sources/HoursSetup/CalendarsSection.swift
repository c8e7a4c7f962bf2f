// `[holidays]` and `[absence]`: which calendars the configuration names. Read twice: to open them, and to use them.

/// The paths of the calendars by what they are for, in the order of the file.
struct CalendarsSection {
  var holidays: [Located<String>] = []
  var school: [Located<String>] = []
  var absences: [Located<String>] = []
  /// Where `[holidays]` stands.
  var holidaysPosition: Position?
  /// The path of the country's calendar, which comes with the program.
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
    if let country = table.string("country", example: "\"DE\"", limit: SetupLimits.nameBytes) {
      if CalendarsSection.isRegion(country.value) {
        let path = "\(sources.data)/holidays/\(country.value).ics"
        countryPath = path
        holidays.append(Located(value: path, position: country.position))
      } else {
        let upper = country.value.uppercased()
        table.error(
          .notARegion(country.value, nearest: CalendarsSection.isRegion(upper) ? upper : nil), "country",
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

  /// `DE`, `DE-BY`: ISO 3166, so that no part of it can lead out of the folder.
  private static func isRegion(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isCode = { (part: Substring, lengths: ClosedRange<Int>) in
      lengths.contains(part.utf8.count)
        && part.utf8.allSatisfy { (65...90).contains($0) || (48...57).contains($0) }
    }
    return parts.count <= 2 && isCode(parts[0], 2...2) && (parts.count == 1 || isCode(parts[1], 1...3))
  }
}
