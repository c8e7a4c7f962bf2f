// What clients read when the work is done, letter by letter, and what they never read.

import Civil
import OpeningHours
import Testing

@testable import HoursCore

/// An office in Moscow before its New Year, with a vacation, an override and somebody's surgery ahead.
private struct Letter {
  var office: Office
  let now: Instant
  var caller = Caller(
    class: .client, id: "acme-17", name: "Acme GmbH", number: "+49301", contract: .standard, language: "en",
    email: "it@acme.example")
  var issue: HoursCore.Issue

  init(_ now: String = "Tue 2026-12-22 09:40", _ change: (inout Configuration) throws -> Void = { _ in })
    throws
  {
    let zone = try zone("Europe/Moscow")
    self.now = try zone.instant(now)
    var configuration = Configuration(
      zone: zone, hours: try Expression("Mo-Fr 09:00-13:00,14:00-18:00; PH off"),
      support: Support(
        surcharge: "+100 %", emergency: "SOS: +7 916 000-00-00", signature: "Ann,\nExample Web Studio"))
    for day in 1...8 {
      configuration.holidays.public[try #require(CivilDate(year: 2027, month: 1, day: day))] =
        "Новогодние каникулы"
    }
    // Two whole days, and a morning; why is nobody's business.
    configuration.absences = [
      Exception(
        start: try zone.instant("Tue 2026-12-29 00:00"), end: try zone.instant("Thu 2026-12-31 00:00"),
        state: .closed,
        reason: "surgery"),
      Exception(
        start: try zone.instant("Thu 2026-12-24 08:00"), end: try zone.instant("Thu 2026-12-24 12:00"),
        state: .closed,
        reason: "dentist"),
    ]
    try change(&configuration)
    var memory = Memory()
    memory.overrides.take(
      Override(
        id: 41, state: .open, from: try zone.instant("Sat 2026-12-26 10:00"),
        until: try zone.instant("Sat 2026-12-26 12:00"), reason: "catching up", madeAt: self.now), .made)
    office = Office(configuration, memory: memory, at: self.now)
    issue = Issue(
      id: 4711, kind: .support, caller: caller,
      about: "my shop shows somebody else's pages\nand 2 more lines",
      severity: .critical, queuedAt: try zone.instant("Mon 2026-12-21 23:05"), promised: nil, due: self.now)
    issue.calls = 1
    issue.lastCalledAt = try zone.instant("Mon 2026-12-21 23:02")
    issue.solution = "I restored the pages from the backup.\nThe hole is closed."
    issue.why = "private"
  }

  var text: String {
    let (subject, body) = office.followUpText(for: issue, to: caller, at: now)
    return "\(subject)\n--\n\(body)"
  }
}

@Suite struct FollowUpTests {
  @Test func inEnglish() throws {
    #expect(
      try Letter().text == """
        Done: my shop shows somebody else's pages
        --
        Hello Acme GmbH,

        What you reported on Monday 21 December at 23:02 is done.
        It was about: my shop shows somebody else's pages
        What was done: I restored the pages from the backup.
        The hole is closed.

        Support hours: Monday to Friday 9:00-13:00 and 14:00-18:00, closed on public holidays.
        Support out of hours costs extra: +100 %.
        SOS: +7 916 000-00-00
        Critical is what cannot wait: the site or shop is down for visitors or shows something that is not yours, \
        nobody can pay, book or log in, data has leaked or vanished.

        In the coming weeks:
        Thursday 24 December: 12:00-13:00 and 14:00-18:00
        Saturday 26 December: 10:00-12:00
        Tuesday 29 December to Wednesday 30 December: away
        Friday 1 January to Friday 8 January: closed (Новогодние каникулы)

        Ann,
        Example Web Studio

        """)
  }

  @Test func inRussian() throws {
    var letter = try Letter()
    letter.caller.language = "ru-RU"
    letter.caller.name = "ООО «Ромашка»"
    letter.issue.about = "магазин показывает чужие страницы"
    letter.issue.solution = "Страницы восстановлены из резервной копии."
    letter.issue.billable = true
    letter.issue.minutes = 50
    #expect(
      letter.text == """
        Сделано: магазин показывает чужие страницы
        --
        Здравствуйте, ООО «Ромашка»!

        То, о чём Вы сообщили в понедельник 21 декабря в 23:02, сделано.
        Обращение: магазин показывает чужие страницы
        Что сделано: Страницы восстановлены из резервной копии.

        Затрачено времени: 50 мин
        Доплата за поддержку в нерабочее время: +100 %

        Часы поддержки: понедельник-пятница, 9:00-13:00 и 14:00-18:00, кроме праздников.
        Поддержка в нерабочее время оплачивается дополнительно: +100 %.
        SOS: +7 916 000-00-00
        Неотложное - это то, что не может ждать: сайт или магазин не открывается у посетителей или показывает чужое, \
        никто не может оплатить, записаться или войти, данные утекли или пропали.

        В ближайшие недели:
        четверг, 24 декабря: 12:00-13:00 и 14:00-18:00
        суббота, 26 декабря: 10:00-12:00
        вторник, 29 декабря - среда, 30 декабря: не работаю
        пятница, 1 января - пятница, 8 января: выходной (Новогодние каникулы)

        Ann,
        Example Web Studio

        """)
  }

  /// Nothing is configured, nothing is ahead, nobody wrote down what it was about.
  @Test func theShortestLetter() throws {
    var letter = try Letter {
      $0.support = Support()
      $0.holidays = Holidays()
      $0.absences = []
      $0.hours = try Expression("24/7")
    }
    letter.caller.name = nil
    letter.issue.name = nil
    letter.issue.about = nil
    #expect(
      letter.text == """
        Done: your request
        --
        What you reported on Monday 21 December at 23:02 is done.
        What was done: I restored the pages from the backup.
        The hole is closed.

        Support hours: around the clock.

        """)
  }

  @Test func whatIsNobodysBusinessIsNotInIt() throws {
    var letter = try Letter()
    letter.issue.billable = true
    letter.issue.minutes = 37
    for language in ["en", "ru"] {
      letter.caller.language = language
      for secret in ["4711", "acme-17", "surgery", "dentist", "catching up", "41", "private", "+49301"] {
        #expect(!letter.text.contains(secret), "\(secret)")
      }
      #expect(letter.text.contains("37"))
    }
  }

  /// Who pays for support around the clock is not told that it costs extra.
  @Test func aroundTheClock() throws {
    var letter = try Letter()
    letter.caller.contract = .aroundTheClock
    #expect(!letter.text.contains("costs extra"))
  }

  /// One call may be written down late; of several the first counts, which is when it was written down.
  @Test func severalCalls() throws {
    var letter = try Letter()
    letter.issue.calls = 2
    #expect(letter.text.contains("reported on Monday 21 December at 23:05 is"))
  }

  @Test(arguments: [
    ("short", "short"),
    ("  two   blanks stay  ", "two   blanks stay"),
    ("\n\n third line first", "third line first"),
    ("tab\there\u{7}", "tab here"),
    ("one\r\ntwo", "one"),
    (
      "The online shop on the second domain answers every customer with error 500",
      "The online shop on the second domain answers every customer…"
    ),
    (
      "Сайт после вчерашнего обновления открывается только у половины посетителей",
      "Сайт после вчерашнего обновления открывается только у…"
    ),
    (String(repeating: "x", count: 60), String(repeating: "x", count: 60)),
    (String(repeating: "x", count: 61), String(repeating: "x", count: 60) + "…"),
    (" \n\t", "your request"), ("{solution} {name}", "{solution} {name}"),
  ])
  func subjects(_ about: String, _ subject: String) throws {
    var letter = try Letter()
    letter.issue.about = about
    #expect(letter.text.split(separator: "\n")[0] == "Done: \(subject)")
  }

  /// The owner's templates and words, in a language that is not built in.
  @Test func theOwnersTemplate() throws {
    var german = Script.english
    german.dayNames = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
    german.weekdays = german.dayNames
    german.months[11] = "Dezember"
    german.texts[.later] = "am {weekday}, {day}. {month} um {time}"
    german.texts[.day] = "{weekday}, {day}. {month}"
    german.texts[.days] = "{from} bis {to}"
    german.texts[.coming] = "Demnächst:"
    german.texts[.away] = "nicht da"
    german.texts[.hours] = "Mo-Fr 9-18 Uhr."
    german.texts[.ownEmergency] = "Notfall: 110"
    german.texts[.ownSignature] = "Anna"
    german.texts[.ownSurcharge] = "das Doppelte"
    german.texts[.followUpSubject] = "Erledigt: {about}"
    german.texts[.followUp] = """
      Guten Tag {name},

      {reported}: {about}
      {solution}
      Dauer: {minutes}
      Aufpreis: {billed}
      {hours}
      {surcharge}
      {emergency}
      {coming}
      {signature}
      """
    var letter = try Letter("Mon 2026-12-28 09:00") {
      $0.scripts.take(german, for: "de")
      $0.holidays = Holidays()
    }
    letter.caller.language = "de-AT"
    letter.issue.billable = true
    #expect(
      letter.text == """
        Erledigt: my shop shows somebody else's pages
        --
        Guten Tag Acme GmbH,

        am Montag, 21. Dezember um 23:02: my shop shows somebody else's pages
        I restored the pages from the backup.
        The hole is closed.
        Aufpreis: das Doppelte
        Mo-Fr 9-18 Uhr
        das Doppelte
        Notfall: 110
        Demnächst:
        Dienstag, 29. Dezember bis Mittwoch, 30. Dezember: nicht da
        Anna

        """)
  }
}
