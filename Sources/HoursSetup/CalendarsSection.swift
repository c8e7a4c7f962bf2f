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
      absences = sources.paths("calendars", "vacation.ics", of: "calendars", &table)
      table.finish()
    }
  }

  private mutating func readHolidays(_ table: inout TableReader, sources: Sources) {
    holidaysPosition = table.position
    let errorsBefore = table.report.errors.count
    country = table.string("country", example: "\"DE\"", limit: SetupLimits.nameBytes)
    if let country {
      if Regions.isCode(country.value) {
        let path = "\(sources.data)/holidays/\(country.value).ics"
        countryPath = path
        holidays.append(Located(value: path, position: country.position))
      } else {
        let upper = country.value.uppercased()
        let guess = Regions.isCode(upper) ? upper : nil
        table.error(
          sources.problem(ofRegion: country.value) ?? .notARegion(country.value, nearest: guess), "country",
          at: country.position)
      }
    }
    holidays += sources.paths("calendars", "holidays.ics", of: "calendars", &table)
    school = sources.paths("school", "school.ics", of: "calendars", &table)
    if !table.has("country"), holidays.isEmpty, school.isEmpty, table.report.errors.count == errorsBefore {
      table.error(.noCalendars, nil, at: table.position)
    }
    table.finish()
  }
}

extension Sources {
  /// The paths that a key lists, as config.toml means them.
  func paths(
    _ key: String, _ example: String, of what: String, _ table: inout TableReader
  ) -> [Located<String>] {
    let texts = table.strings(key, example: "[\"\(example)\"]", count: SetupLimits.paths, of: what) ?? []
    var paths: [Located<String>] = []
    for text in texts {
      let path = resolve(text.value)
      // Named twice is as good as named once.
      if !paths.contains(where: { $0.value == path }) {
        paths.append(Located(value: path, position: text.position))
      }
    }
    return paths
  }
}
