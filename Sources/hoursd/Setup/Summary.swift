// What the daemon will do with a configuration, in a few lines, so that its owner sees whether it was understood.

import Civil
import HoursCore
import HoursSetup
import HoursWire
import OpeningHours

extension Configuration {
  /// Labelled lines.
  func summary(at now: Instant) -> String {
    var screen = EvalScreen()
    screen.field("hours", hours.description)
    screen.field("zone", zone.name)
    screen.field("now", state(at: now))
    screen.field("holidays", hours.usesPublicHolidays ? days(holidays.public, at: now) : nil)
    screen.field("school", hours.usesSchoolHolidays ? days(holidays.school, at: now) : nil)
    screen.field("known until", calendarEnds.map(\.lastDay).min().map { "\($0)" })
    screen.field("absences", absences(from: now))
    screen.field("friends", "rung back from \(evening) on, but not between \(quiet.from) and \(quiet.to)")
    screen.field("contacts", contacts)
    screen.field("vcards", (directory as? Contacts)?.cardCount?.words)
    screen.field("emergency", support.emergency)
    screen.field("surcharge", support.surcharge ?? "none is offered")
    let languages = scripts.ownLanguages.joined(separator: ", ")
    screen.field("words", languages.isEmpty ? nil : "your own in \(languages)")
    screen.field("mail", mail.command.isEmpty ? nil : "sent by \(mail.command.joined(separator: " "))")
    return String(decoding: screen.bytes, as: UTF8.self)
  }

  /// `closed until tomorrow 09:00`
  private func state(at now: Instant) -> String {
    let schedule = Schedule(hours, zone: zone, holidays: holidays, exceptions: absences)
    let stretch = schedule.stretch(at: now)
    let end = stretch.end.flatMap { LocalTime(zone.rfc3339($0))?.spelled(on: zone.civil(now).date) }
    return "\(stretch.state)" + (end.map { " until \($0)" } ?? "")
  }

  /// `13 within a year; the next is 2026-12-25, Erster Weihnachtstag`
  private func days(_ days: [CivilDate: String], at now: Instant) -> String {
    let today = zone.civil(now).date
    let ahead = days.keys.filter { today <= $0 && $0 < today.adding(days: 365) }
    guard let next = ahead.min(), let name = days[next] else { return "none within a year" }
    return "\(ahead.count) within a year; the next is \(next), \(name)"
  }

  private func absences(from now: Instant) -> String? {
    let ahead = absences.filter { $0.end > now }
    guard let next = ahead.first else { return nil }
    let day = zone.civil(max(next.start, now)).date
    return "\(ahead.count) ahead; the next is \(day)" + (next.reason.map { ", \($0)" } ?? "")
  }

  private var contacts: String {
    let book = directory as? Contacts
    let counts = people(clients: book?.count(of: .client) ?? 0, personal: book?.count(of: .personal) ?? 0)
    return counts.isEmpty ? "none yet, so every caller is unknown" : counts
  }
}

extension CardCount {
  /// `2 clients, 31 personal of 340 cards; 1 left out`
  var words: String {
    let people = people(clients: clients, personal: personal)
    return "\(people.isEmpty ? "nobody" : people) of \(cards) card\(cards == 1 ? "" : "s")"
      + (leftOut > 0 ? "; \(leftOut) left out" : "")
  }
}

/// `1 client, 12 personal`; nothing for nobody.
private func people(clients: Int, personal: Int) -> String {
  [counted(clients, "client"), personal > 0 ? "\(personal) personal" : ""].joinedFilled(", ")
}
