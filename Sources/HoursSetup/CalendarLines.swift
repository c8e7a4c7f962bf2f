// The structure of an iCalendar file (RFC 5545, 3.4): components found, each with its line.

/// What went wrong in a calendar, and in which line.
struct CalendarError: Error, Hashable {
  let line: Int?
  let problem: CalendarProblem
}

/// One property of an event as it stands in the file, unfolded.
struct CalendarLine {
  /// The number of its first line in the file.
  let number: Int
  /// Its name in capitals: `DTSTART`.
  let name: String
  let text: String
}

/// The lines of one event that mean something here.
struct RawEvent {
  /// Where it begins.
  let line: Int
  var lines: [CalendarLine] = []
}

/// What a calendar holds, line by line.
struct RawCalendar {
  var events: [RawEvent] = []
  /// `X-HOURSD-END`: the last day of which the calendar knows whether it is a holiday.
  var end: CalendarLine?
}

/// The properties that say when an event is, what it is called, and how far a calendar knows; the rest of a calendar is passed over.
private let meaningful: Set<String> = [
  "UID", "SUMMARY", "STATUS", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE",
  "RECURRENCE-ID", "X-HOURSD-END",
]

/// The events of a calendar's bytes, and what it says of itself.
func rawCalendar(of data: [UInt8]) throws(CalendarError) -> RawCalendar {
  var calendar = RawCalendar()
  var open: [(name: String, line: Int)] = []
  var isCalendar = false
  for line in ContentLines(data).lazy.map(CalendarLine.init) {
    let name = line.name
    guard line.text.utf8.count <= SetupLimits.calendarLineBytes || !meaningful.contains(name) else {
      throw CalendarError(line: line.number, problem: .lineTooLong(limit: SetupLimits.calendarLineBytes))
    }
    if name == "BEGIN" || name == "END" {
      guard line.text.utf8.count <= SetupLimits.nameBytes else {
        throw CalendarError(line: line.number, problem: .lineTooLong(limit: SetupLimits.nameBytes))
      }
      let component = component(of: line.text)
      if name == "BEGIN" {
        guard open.count < SetupLimits.calendarDepth else {
          throw CalendarError(line: line.number, problem: .tooDeep)
        }
        open.append((component, line.number))
        isCalendar = isCalendar || component == "VCALENDAR"
        if component == "VEVENT" { calendar.events.append(RawEvent(line: line.number)) }
        guard calendar.events.count <= SetupLimits.events else {
          throw CalendarError(line: line.number, problem: .tooManyEvents(limit: SetupLimits.events))
        }
      } else if open.popLast()?.name != component {
        throw CalendarError(line: line.number, problem: isCalendar ? .misplacedEnd(line.text) : .notACalendar)
      }
    } else if open.last?.name == "VEVENT", meaningful.contains(name), !calendar.events.isEmpty {
      calendar.events[calendar.events.count - 1].lines.append(line)
    } else if open.last?.name == "VCALENDAR", name == "X-HOURSD-END" {
      if let first = calendar.end {
        throw CalendarError(
          line: line.number, problem: .twice(property: "X-HOURSD-END", firstLine: first.number))
      }
      calendar.end = line
    } else if open.isEmpty, !line.text.allSatisfy(\.isWhitespace) {
      throw CalendarError(line: line.number, problem: .notACalendar)
    }
  }
  guard isCalendar else { throw CalendarError(line: nil, problem: .notACalendar) }
  if let last = open.last { throw CalendarError(line: last.line, problem: .truncated(component: last.name)) }
  guard !calendar.events.isEmpty else { throw CalendarError(line: nil, problem: .noEvents) }
  return calendar
}

/// `VEVENT` of `BEGIN:VEVENT`.
private func component(of line: String) -> String {
  let value = line.drop { $0 != ":" }.dropFirst()
  return String(value.filter { !$0.isWhitespace }).uppercased()
}

extension CalendarLine {
  fileprivate init(_ line: ContentLine) {
    number = line.number
    name = line.name
    // C sees a text's end in a NUL; a calendar has no use for one.
    text = String(decoding: line.bytes.filter { $0 != 0 }, as: UTF8.self)
  }
}
