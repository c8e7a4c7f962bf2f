// Hours as a sentence: what is written, and how people say it in two languages.

import Civil
import OpeningHours
import Testing

@testable import HoursCore

@Suite struct SentenceTests {
  /// On Monday 23 November 2026, 10:00; Christmas is a public holiday, the last days of November are school holidays.
  static func office(_ hours: String) throws -> Office {
    var holidays = Holidays()
    holidays.public = [CivilDate(dayNumber: 20_812): "Christmas"]
    holidays.school = [CivilDate(dayNumber: 20_786): "autumn", CivilDate(dayNumber: 20_787): "autumn"]
    let configuration = Configuration(
      zone: try zone("Europe/Berlin"), hours: try Expression(hours), holidays: holidays)
    return Office(configuration, at: try configuration.zone.instant("Mon 2026-11-23 10:00"))
  }

  @Test(arguments: sentences.split(separator: "\n\n").map(String.init))
  func hoursAreSaid(_ row: String) throws {
    let lines = row.split(separator: "\n").map(String.init)
    let office = try Self.office(lines[0])
    let now = try office.zone.instant("Mon 2026-11-23 10:00")
    #expect(office.hoursSentence(in: .english, at: now) == lines[1])
    #expect(office.hoursSentence(in: .russian, at: now) == lines[2])
  }

  @Test func thereAreEnough() { #expect(sentences.split(separator: "\n\n").count >= 25) }

  /// The owner's own sentence wins, whether it ends with a full stop or not.
  @Test(arguments: ["Mo bis Fr, 9-18 Uhr", "Mo bis Fr, 9-18 Uhr."])
  func theOwnersSentence(_ own: String) throws {
    var script = Script.english
    script.texts[.hours] = own
    let office = try Self.office("Mo-Fr 09:00-18:00")
    #expect(office.hoursSentence(in: script, at: Instant(seconds: 0)) == "Mo bis Fr, 9-18 Uhr")
  }
}

private let sentences = """
  Mo-Fr 09:00-13:00,14:00-18:00; PH off
  Monday to Friday 9:00-13:00 and 14:00-18:00, closed on public holidays
  понедельник-пятница, 9:00-13:00 и 14:00-18:00, кроме праздников

  Mo-Fr 09:00-18:00
  Monday to Friday 9:00-18:00
  понедельник-пятница, 9:00-18:00

  Mo-Th 09:00-18:00; Fr 09:00-15:30; PH off
  Monday to Thursday 9:00-18:00; Friday 9:00-15:30; closed on public holidays
  понедельник-четверг, 9:00-18:00; пятница, 9:00-15:30; кроме праздников

  Mo,We,Fr 10:00-16:00
  Monday, Wednesday and Friday 10:00-16:00
  понедельник, среда и пятница, 10:00-16:00

  Mo-We,Fr 10:00-16:00
  Monday to Wednesday and Friday 10:00-16:00
  понедельник-среда и пятница, 10:00-16:00

  Sa,Su 10:00-16:00
  Saturday and Sunday 10:00-16:00
  суббота и воскресенье, 10:00-16:00

  Tu 10:00-12:00,13:00-15:00,16:00-18:00
  Tuesday 10:00-12:00, 13:00-15:00 and 16:00-18:00
  вторник, 10:00-12:00, 13:00-15:00 и 16:00-18:00

  Mo-Su 08:00-20:00
  every day 8:00-20:00
  ежедневно, 8:00-20:00

  08:00-20:00; PH off
  every day 8:00-20:00, closed on public holidays
  ежедневно, 8:00-20:00, кроме праздников

  24/7
  around the clock
  круглосуточно

  24/7; PH off
  around the clock, closed on public holidays
  круглосуточно, кроме праздников

  off
  closed
  закрыто

  Mo-Fr 09:00-18:00; PH 10:00-12:00
  Monday to Friday 9:00-18:00; on public holidays 10:00-12:00
  понедельник-пятница, 9:00-18:00; в праздники 10:00-12:00

  Mo-Fr 09:00-18:00; PH off; Sa 10:00-12:00
  Monday to Friday 9:00-18:00; Saturday 10:00-12:00; on public holidays: Saturday 10:00-12:00
  понедельник-пятница, 9:00-18:00; суббота, 10:00-12:00; в праздники: суббота, 10:00-12:00

  PH 10:00-12:00
  on public holidays 10:00-12:00
  в праздники 10:00-12:00

  Mo-Fr 09:00-18:00; SH off
  Monday to Friday 9:00-18:00, closed in school holidays
  понедельник-пятница, 9:00-18:00, кроме школьных каникул

  Mo-Fr 09:00-18:00; SH Mo-Fr 09:00-13:00; PH off
  Monday to Friday 9:00-18:00; in school holidays 9:00-13:00; closed on public holidays
  понедельник-пятница, 9:00-18:00; в школьные каникулы 9:00-13:00; кроме праздников

  Mo-Fr 09:00-18:00; SH Mo-We 09:00-13:00; SH Th,Fr off
  Monday to Friday 9:00-18:00; in school holidays: Monday to Wednesday 9:00-13:00
  понедельник-пятница, 9:00-18:00; в школьные каникулы: понедельник-среда, 9:00-13:00

  Mo-Fr 09:00-18:00; PH,SH off
  Monday to Friday 9:00-18:00, closed on public holidays and in school holidays
  понедельник-пятница, 9:00-18:00, кроме праздников и школьных каникул

  Mo-Fr 09:00-18:00; Dec 24,31 off; PH off
  Monday to Friday 9:00-18:00, closed on public holidays, on 24 December and on 31 December
  понедельник-пятница, 9:00-18:00, кроме праздников, 24 декабря и 31 декабря

  Mo-Fr 09:00-18:00; Dec 24-Jan 02 off
  Monday to Friday 9:00-18:00, closed from 24 December to 2 January
  понедельник-пятница, 9:00-18:00, кроме дней с 24 декабря по 2 января

  Mo-Fr 22:00-02:00
  Monday to Friday 22:00-2:00
  понедельник-пятница, 22:00-2:00

  Fr-Su 20:00-24:00
  Friday to Sunday 20:00-24:00
  пятница-воскресенье, 20:00-24:00

  Mo-Fr 18:00+
  Monday to Friday 18:00-24:00
  понедельник-пятница, 18:00-24:00

  Mo-Fr 09:00-12:00, We 14:00-18:00
  Monday, Tuesday, Thursday and Friday 9:00-12:00; Wednesday 9:00-12:00 and 14:00-18:00
  понедельник, вторник, четверг и пятница, 9:00-12:00; среда, 9:00-12:00 и 14:00-18:00

  Mo-Fr 09:00-18:00; We off
  Monday, Tuesday, Thursday and Friday 9:00-18:00
  понедельник, вторник, четверг и пятница, 9:00-18:00

  Sa 00:00-24:00
  Saturday around the clock
  суббота, круглосуточно

  Mo 09:00-18:00; week 01-53/2 Fr 10:00-12:00
  in the coming days: Monday 23 November 9:00-18:00; in general: Mo 09:00-18:00; week 01-53/2 Fr 10:00-12:00
  в ближайшие дни: понедельник, 23 ноября, 9:00-18:00; общее правило: Mo 09:00-18:00; week 01-53/2 Fr 10:00-12:00

  Apr-Sep Mo-Fr 08:00-16:00; Oct-Mar Mo-Fr 09:00-17:00
  in the coming days: Monday 23 November to Friday 27 November 9:00-17:00; in general: Apr-Sep Mo-Fr 08:00-16:00; Oct-Mar Mo-Fr 09:00-17:00
  в ближайшие дни: понедельник, 23 ноября - пятница, 27 ноября, 9:00-17:00; общее правило: Apr-Sep Mo-Fr 08:00-16:00; Oct-Mar Mo-Fr 09:00-17:00

  Th[1] 10:00-12:00
  in the coming days: Thursday 3 December 10:00-12:00; in general: Th[1] 10:00-12:00
  в ближайшие дни: четверг, 3 декабря, 10:00-12:00; общее правило: Th[1] 10:00-12:00

  2027 Mo-Fr 09:00-18:00
  in the coming days: Friday 1 January 9:00-18:00, Monday 4 January to Thursday 7 January 9:00-18:00; in general: 2027 Mo-Fr 09:00-18:00
  в ближайшие дни: пятница, 1 января, 9:00-18:00, понедельник, 4 января - четверг, 7 января, 9:00-18:00; общее правило: 2027 Mo-Fr 09:00-18:00

  Dec 24 off; Mo-Fr 09:00-18:00
  in the coming days: Monday 23 November to Friday 27 November 9:00-18:00; in general: Dec 24 off; Mo-Fr 09:00-18:00
  в ближайшие дни: понедельник, 23 ноября - пятница, 27 ноября, 9:00-18:00; общее правило: Dec 24 off; Mo-Fr 09:00-18:00

  2020 Mo-Fr 09:00-18:00
  closed
  закрыто
  """
