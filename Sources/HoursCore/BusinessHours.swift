// Hours as schema.org describes a business's, in JSON-LD: what search engines read out of a web page.
//
// https://schema.org/OpeningHoursSpecification: closing before opening is on the next day. As search engines have it,
// opening and closing at 00:00 is closed all day, and 00:00 to 23:59 is open all day.

import Civil
import OpeningHours

/// A `LocalBusiness` of schema.org with its hours.
public struct BusinessHours: Codable, Hashable, Sendable {
  public struct Specification: Codable, Hashable, Sendable {
    public var type = "OpeningHoursSpecification"
    /// `https://schema.org/Monday`; absent where dates say it.
    public var dayOfWeek: [String]?
    /// By the clock: `09:00`.
    public var opens: String
    public var closes: String
    /// The first day and the last one, as `2026-12-24`.
    public var validFrom: String?
    public var validThrough: String?

    enum CodingKeys: String, CodingKey {
      case type = "@type"
      case dayOfWeek, opens, closes, validFrom, validThrough
    }
  }

  public var context = "https://schema.org"
  public var type = "LocalBusiness"
  public var name: String?
  public var openingHoursSpecification: [Specification]
  /// Days that are not as usual; they overrule the week.
  public var specialOpeningHoursSpecification: [Specification]?

  enum CodingKeys: String, CodingKey {
    case context = "@context"
    case type = "@type"
    case name, openingHoursSpecification, specialOpeningHoursSpecification
  }

  /// - `week`: what begins on each weekday, Monday first.
  init(name: String?, week: [[DaySpan]], special: [DayRun]) {
    self.name = name
    var times: [(span: DaySpan, days: [String])] = []
    for (day, spans) in zip(Self.days, week) {
      for span in spans {
        if let place = times.firstIndex(where: { $0.span == span }) {
          times[place].days.append(day)
        } else {
          times.append((span, [day]))
        }
      }
    }
    openingHoursSpecification = times.map { Specification($0.span, on: $0.days) }
    let days = special.flatMap { run in
      // From 00:00 to 00:00 is closed.
      let spans = run.spans.isEmpty ? [DaySpan(start: 0, end: 0)] : run.spans
      return spans.map { Specification($0, from: "\(run.first)", through: "\(run.last)") }
    }
    specialOpeningHoursSpecification = days.isEmpty ? nil : days
  }

  private static let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    .map { "https://schema.org/\($0)" }
}

extension BusinessHours.Specification {
  fileprivate init(_ span: DaySpan, on days: [String]? = nil, from: String? = nil, through: String? = nil) {
    dayOfWeek = days
    opens = CivilTime(secondOfDay: span.start * 60).description
    let isAllDay = span.start == 0 && span.end == 1440
    closes = isAllDay ? "23:59" : CivilTime(secondOfDay: span.end % 1440 * 60).description
    validFrom = from
    validThrough = through
  }
}
