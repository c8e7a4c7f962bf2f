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
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].map { (name: String) -> String in
      getenv(name).map { String(cString: $0).uppercased() } ?? ""
    }.first { !$0.isEmpty }
    guard let locale, locale.hasSuffix("UTF-8") || locale.hasSuffix("UTF8") else { return .ascii }
    return .blocks
  }

  /// The zone of an option; the system's without one.
  func zone(_ option: String?) throws(EvalFailure) -> Zone {
    guard let option else { return SystemZone.zone(environment: environment, zones: zones) }
    do { return try zones.zone(named: option) } catch { throw .option("--zone", error) }
  }

  /// The instant of an option; now without one.
  func instant(_ text: String?, _ option: String, for hours: EvalHours) throws(EvalFailure) -> Instant {
    guard let text else { return now }
    guard let time = TimeExpression(text) else {
      throw .option(option, EvaluationError(ErrorReply(LineError.notATime(key: option, text: text))))
    }
    do { return try hours.schedule.instant(of: time, at: now) } catch { throw .option(option, error) }
  }

  // MARK: Hours

  /// The hours of the command line; the owner's own when it has none.
  func hours(_ text: String, zone: String?) throws(EvalFailure) -> EvalHours {
    guard !text.isEmpty else { return try ownHours(zone: zone) }
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
    } catch let error as NoHome {
      throw .configuration(error)
    } catch {
      preconditionFailure("\(error)")
    }
    let place = try zone.map { name throws(EvalFailure) in try self.zone(name) } ?? configuration.zone
    let schedule = Schedule(
      configuration.hours, zone: place, holidays: configuration.holidays, exceptions: configuration.absences)
    // What is odd about contacts and the like, `check` says.
    let concerned = warnings.filter { $0.file != places.configuration || $0.key == "hours" }
    return EvalHours(schedule: schedule, oddities: concerned.map(\.description))
  }

  // MARK: Calendars

  /// The holidays of calendar files, for the years around an instant; now's without one.
  func holidays(
    _ files: [String], in zone: Zone, around instant: Instant? = nil, oddities: inout [String]
  ) throws(EvalFailure) -> [CivilDate: String] {
    var days: [CivilDate: String] = [:]
    for file in files {
      do {
        let (own, warnings) = try CalendarFile.holidays(file, in: zone, zones: zones, at: instant ?? now)
        days.merge(own) { first, _ in first }
        oddities += warnings.map(\.description)
      } catch {
        throw .calendar(error)
      }
    }
    return days
  }

  /// Hours with the holidays of calendar files added to their own.
  func adding(_ files: [String], to hours: EvalHours, around instant: Instant) throws(EvalFailure) -> EvalHours {
    var hours = hours
    let schedule = hours.schedule
    var holidays = schedule.holidays
    let added = try self.holidays(files, in: schedule.zone, around: instant, oddities: &hours.oddities)
    holidays.public.merge(added) { own, _ in own }
    hours.schedule = Schedule(
      schedule.expression, zone: schedule.zone, holidays: holidays, exceptions: schedule.exceptions)
    if !files.isEmpty, !schedule.expression.usesPublicHolidays {
      hours.oddities.append("the hours never say PH, so the calendar changes nothing; add `; PH off`")
    }
    return hours
  }
}
