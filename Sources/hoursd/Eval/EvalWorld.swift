// What `eval` needs from outside: zones, calendars, the owner's configuration, the clock, the terminal's signs.

import Civil
import Glibc
import HoursCore
import HoursSetup
import HoursWire
import OpeningHours

/// Hours to be evaluated, with what is odd about them.
struct EvalHours {
  var schedule: Schedule
  /// Whether they are the configuration's.
  var isOwn = false
  /// What is odd in the expression.
  var warnings: [Warning] = []
  /// What is odd about calendars and configuration, with the files' names.
  var oddities: [String] = []
}

/// The surroundings of one run.
struct EvalWorld {
  let environment = hoursd.environment()
  let zones = ZoneLoader(environment: hoursd.environment())
  let now = Clock().now()

  /// Blocks where the locale says that they can be shown.
  var signs: WeekPicture.Signs {
    showsUnicode { name in getenv(name).map { String(cString: $0) } } ? .blocks : .ascii
  }

  /// The zone of an option; the system's without one.
  func zone(_ option: String?) throws(EvalFailure) -> Zone {
    guard let option else { return SystemZone.zone(environment: environment, zones: zones) }
    do { return try zones.zone(named: option) } catch { throw .option(error, of: "--zone") }
  }

  /// The instant of an option; now without one.
  func instant(_ text: String?, _ option: String, for hours: EvalHours) throws(EvalFailure) -> Instant {
    guard let text else { return now }
    let time = try time(text, option)
    do { return try hours.schedule.instant(of: time, at: now) } catch { throw .option(error, of: option) }
  }

  /// Where the stretch of time begins or ends that an option says; what comes next is counted from `start`, or from now.
  func edge(
    _ text: String, _ option: String, for hours: EvalHours, from start: Instant? = nil
  ) throws(EvalFailure) -> Instant {
    let time = try time(text, option)
    do { return try hours.schedule.edge(of: time, at: now, from: start) } catch {
      throw .option(error, of: option)
    }
  }

  private func time(_ text: String, _ option: String) throws(EvalFailure) -> TimeExpression {
    if let time = TimeExpression(text) { return time }
    throw .option(EvaluationError(.notATime(key: option, text: text)))
  }

  // MARK: Hours

  /// The hours of the command line; the owner's own when it has none. An empty text is a mistake, not a wish.
  func hours(_ text: String?, zone: String?) throws(EvalFailure) -> EvalHours {
    guard let text else { return try ownHours(zone: zone) }
    let place = try self.zone(zone)
    do {
      let (expression, warnings) = try Expression.parse(text)
      return EvalHours(schedule: Schedule(expression, zone: place), warnings: warnings)
    } catch {
      throw .hours(text, error)
    }
  }

  private func ownHours(zone: String?) throws(EvalFailure) -> EvalHours {
    let places: Places
    let configuration: Configuration
    let warnings: [SetupWarning]
    do {
      places = try hoursd.places(configuration: nil, state: "")
      let sources = try Sources.read(
        path: places.configuration, data: places.data, environment: places.environment, zones: zones)
      (configuration, warnings) = try sources.configuration(zones: zones, at: now)
    } catch let error as SetupError {
      throw .configuration(error)
    } catch let errors as SetupErrors {
      throw .configuration(errors)
    } catch {
      throw .configuration("\(error)")
    }
    let place = try zone.map { name throws(EvalFailure) in try self.zone(name) } ?? configuration.zone
    let schedule = Schedule(
      configuration.hours, zone: place, holidays: configuration.holidays, exceptions: configuration.absences)
    // What is odd about contacts and the like, `check` says.
    let concerned = warnings.filter { $0.file != places.configuration || $0.key == "hours" }
    let oddities = concerned.map(\.description) + configuration.warnings(at: now)
    return EvalHours(schedule: schedule, isOwn: true, oddities: oddities)
  }

  // MARK: Calendars

  /// The calendars of the command line: files, and those that come with the program.
  func calendars(
    files: [String], regions: [String], school: [String]
  ) throws(EvalFailure) -> EvalCalendars {
    var calendars = EvalCalendars(
      public: files.map(CalendarFile.init(path:)), school: school.map(CalendarFile.init(path:)))
    let data = environment["HOURSD_DATA"] ?? dataFolder()
    for region in regions {
      do { calendars.public.append(try CalendarFile(region: region, data: data)) } catch {
        throw .region(error)
      }
    }
    return calendars
  }

  /// The holidays of calendars, for the years around an instant; and what is odd about them.
  func holidays(
    _ calendars: EvalCalendars, in zone: Zone, around instant: Instant
  ) throws(EvalFailure) -> (holidays: Holidays, oddities: [String]) {
    var oddities: [String] = []
    func days(_ files: [CalendarFile]) throws(EvalFailure) -> [CivilDate: String] {
      var days: [CivilDate: String] = [:]
      for file in files {
        do {
          let own = try file.holidays(in: zone, zones: zones, around: instant)
          days.merge(own.days) { first, _ in first }
          oddities += own.oddities
        } catch {
          throw .calendar(error)
        }
      }
      return days
    }
    var holidays = Holidays()
    holidays.public = try days(calendars.public)
    holidays.school = try days(calendars.school)
    return (holidays, oddities)
  }

  /// Hours with the holidays of the command line's calendars added to their own.
  ///
  /// What the owner's hours lack, their configuration has said.
  func adding(
    _ calendars: EvalCalendars, to hours: EvalHours, around instant: Instant
  ) throws(EvalFailure) -> EvalHours {
    if hours.isOwn, calendars.public.isEmpty, calendars.school.isEmpty { return hours }
    var hours = hours
    let schedule = hours.schedule
    let (added, oddities) = try self.holidays(calendars, in: schedule.zone, around: instant)
    var holidays = schedule.holidays
    holidays.public.merge(added.public) { own, _ in own }
    holidays.school.merge(added.school) { own, _ in own }
    hours.schedule = Schedule(
      schedule.expression, zone: schedule.zone, holidays: holidays, exceptions: schedule.exceptions)
    hours.oddities += oddities + calendars.oddities(in: schedule.expression, holidays)
    return hours
  }
}

/// The calendars that are named on a command line.
struct EvalCalendars {
  var `public`: [CalendarFile]
  var school: [CalendarFile]

  /// A calendar that hours never ask for, and days that they ask for and nobody names.
  func oddities(in hours: OpeningHours.Expression, _ holidays: Holidays) -> [String] {
    var oddities: [String] = []
    if !`public`.isEmpty, !hours.usesPublicHolidays {
      oddities.append("the hours never say PH, so the calendar changes nothing; add `; PH off`")
    }
    if !school.isEmpty, !hours.usesSchoolHolidays {
      oddities.append("the hours never say SH, so the school calendar changes nothing; add `; SH off`")
    }
    if hours.usesPublicHolidays, holidays.public.isEmpty {
      oddities.append(
        "no day counts as a public holiday (PH); name a calendar, for example --country DE")
    }
    if hours.usesSchoolHolidays, holidays.school.isEmpty {
      oddities.append(
        "no day counts as a school holiday (SH); name a calendar, for example --school school.ics")
    }
    return oddities
  }
}
