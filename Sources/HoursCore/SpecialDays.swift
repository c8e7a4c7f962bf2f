// Days on which other hours hold than usual: holidays, absences, overrides.

import Civil
import OpeningHours

/// Days in a row that have the same hours.
struct DayRun: Hashable, Sendable {
  var first: CivilDate
  var last: CivilDate
  /// Empty: closed.
  var spans: [DaySpan]
  /// The holiday behind it. What is behind absences and overrides is nobody else's business.
  var holiday: String?
}

extension Plan {
  /// The days of a stretch that are open, those of the same hours together.
  func openDays(from date: CivilDate, days: Int) -> [DayRun] {
    var runs: [DayRun] = []
    for (index, spans) in schedule.spans(from: date, days: days).enumerated() where !spans.isEmpty {
      let day = date.adding(days: index)
      if let last = runs.last, last.spans == spans, last.last.adding(days: 1) == day {
        runs[runs.count - 1].last = day
      } else {
        runs.append(DayRun(first: day, last: day, spans: spans))
      }
    }
    return runs
  }

  /// The days that have other hours than `usual` says of each of them, from `date` on.
  func specialDays(from date: CivilDate, unlike usual: [[DaySpan]]) -> [DayRun] {
    let actual = schedule.spans(from: date, days: usual.count)
    let plain = Schedule(schedule.expression, zone: zone, exceptions: schedule.exceptions)
      .spans(from: date, days: usual.count)
    var runs: [DayRun] = []
    // Through days that are closed anyway a closed run goes on.
    var mayGoOn = false
    for (index, spans) in actual.enumerated() {
      guard spans != usual[index] else {
        mayGoOn = mayGoOn && spans.isEmpty
        continue
      }
      let day = date.adding(days: index)
      let run = DayRun(
        first: day, last: day, spans: spans, holiday: plain[index] == spans ? nil : holiday(on: day))
      if mayGoOn, let last = runs.last, last.spans == spans, last.holiday == run.holiday,
        spans.isEmpty || last.last.adding(days: 1) == day
      {
        runs[runs.count - 1].last = day
      } else {
        runs.append(run)
      }
      mayGoOn = true
    }
    return runs
  }

  private func holiday(on day: CivilDate) -> String? {
    let names = [schedule.holidays.public[day], schedule.holidays.school[day]]
    return names.compactMap { $0 }.first { !$0.isEmpty }
  }
}

extension Script {
  /// "Friday 25 December", "Monday 28 December to Thursday 31 December"
  func spell(_ run: DayRun) -> String {
    guard run.first != run.last else { return spell(run.first) }
    return Script.fill(self[.days], ["from": spell(run.first), "to": spell(run.last)])
  }
}

extension Office {
  /// The days of the coming weeks on which other hours hold, a line each; empty when there are none.
  func comingDays(in script: Script, at now: Instant) -> String {
    let today = plan.date(of: now)
    let usual = Schedule(configuration.hours, zone: zone).spans(from: today, days: Limits.comingDays)
    let lines = plan.specialDays(from: today, unlike: usual).map { run in
      let hours =
        run.spans.isEmpty ? script[run.holiday == nil ? .away : .closed] : script.hours.times(run.spans)
      return "\(script.spell(run)): \(hours)" + (run.holiday.map { " (\($0))" } ?? "")
    }
    return lines.isEmpty ? "" : ([script[.coming]] + lines).joined(separator: "\n")
  }
}
