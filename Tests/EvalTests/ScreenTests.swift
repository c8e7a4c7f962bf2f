import Foundation
import Testing

let ownCalendar = """
  BEGIN:VCALENDAR\r
  VERSION:2.0\r
  BEGIN:VEVENT\r
  UID:1\r
  DTSTART;VALUE=DATE:20261224\r
  SUMMARY:Family day\r
  END:VEVENT\r
  END:VCALENDAR\r

  """
