// What each caller hears and gets to read, for every reason and in both languages, letter by letter.

import Civil
import OpeningHours
import Testing

@testable import HoursCore

/// A call, the reason it is judged by, and the words: `en say`, `en auto`, `ru say`, `ru auto`.
struct Spoken: CustomTestStringConvertible, Sendable {
  let call: String
  let reason: String
  var words: [String: String] = [:]

  var testDescription: String { call }

  static func table(_ table: String) -> [Spoken] {
    table.split(separator: "\n\n").map { block in
      let lines = block.split(separator: "\n")
      let head = lines[0].components(separatedBy: " -> ")
      var spoken = Spoken(call: head[0], reason: head[1])
      for line in lines.dropFirst() {
        let kind = line.prefix { $0 != ":" }
        spoken.words[String(kind)] = String(line.dropFirst(kind.count + 2))
      }
      return spoken
    }
  }

  /// What is said in a language: `say`, and `auto` where a text may go out.
  func said(in language: String) throws -> [String: String] {
    var parts = call.split(separator: " ")
    let clock = parts.suffix(3).joined(separator: " ")
    parts.removeLast(3)
    var configuration = Configuration(
      zone: try zone("Europe/Berlin"), hours: try Expression("Mo-Fr 09:00-13:00,14:00-18:00"),
      language: language)
    if !parts.contains("free") { configuration.support.surcharge = "+100 %" }
    configuration.support.emergency = "SOS: +49 30 1"
    configuration.support.signature = "Ann"
    var contacts = Contacts()
    contacts.add("bo", parts + [Substring(language)])
    if parts[0] == "unknown" {
      configuration.directory = Strangers(language: language)
    } else {
      configuration.directory = contacts
    }
    let now = try configuration.zone.instant(clock)
    var memory = Memory()
    let person = configuration.directory.caller(number: "bo", name: nil).person ?? ""
    if parts.contains("told") {
      memory.told = [
        Told(
          person: person, client: nil, channel: .spoken, call: nil, times: 1, toldAt: now + -86_400 * 7,
          repliedAt: nil)
      ]
    }
    var office = Office(configuration, memory: memory, at: now)
    var incoming = Incoming()
    incoming.from = "bo"
    incoming.missed = parts.contains("missed")
    incoming.severity = parts.contains("critical") ? .critical : parts.contains("normal") ? .normal : nil
    incoming.surcharge = parts.contains("accepts") ? .accepted : nil
    guard
      case .call(let call, _) = try office.decide(.call(incoming), at: now, archive: MemoryArchive()).reply
    else { throw StoryError("no verdict") }
    #expect(call.reason.rawValue == reason)
    var said = ["\(language) say": call.say]
    said["\(language) auto"] = call.autoReply
    said["\(language) offer"] = call.surchargeOffer
    return said
  }
}

@Suite struct SpokenTests {
  @Test(arguments: Spoken.table(spokenTable)) func letterByLetter(_ row: Spoken) throws {
    for language in ["en", "ru"] {
      let expected = row.words.filter { $0.key.hasPrefix(language) }
      #expect(try row.said(in: language) == expected)
    }
  }

  @Test func everyReasonIsInTheTable() {
    #expect(Set(Spoken.table(spokenTable).map(\.reason)) == Set(Reason.allCases.map(\.rawValue)))
  }

  /// The firmer words are in the table wherever there are some.
  @Test func everyFirmTextIsInTheTable() {
    let told = Spoken.table(spokenTable).filter { $0.call.contains("told") }.map(\.reason)
    let firm = Script.russian.words.filter { $0.value.firm != nil || $0.value.firmAutoReply != nil }.map(
      \.key.rawValue)
    #expect(Set(firm).isSubset(of: Set(told)))
    #expect(
      Script.english.words.filter { $0.value.firm != nil || $0.value.firmAutoReply != nil }.map(
        \.key.rawValue
      ).sorted()
        == firm.sorted())
  }

  @Test func theQuestionsInRussian() {
    #expect(
      Script.russian.questions.map { "\($0.id): \($0.ask)" } == [
        "down: Сайт или магазин не открывается у посетителей?", "defaced: На сайте появилось что-то чужое?",
        "blocked: Никто не может оплатить, записаться или войти?", "data: Данные утекли или пропали?",
      ])
  }
}

private let spokenTable = """
  personal always Mon 2026-11-23 10:00 -> always
  en say: Pick up.
  ru say: Возьмите трубку.

  personal always missed Mon 2026-11-23 10:00 -> always-missed
  en say: Ring back now.
  ru say: Перезвоните сейчас.

  client Mon 2026-11-23 10:00 -> in-hours
  en say: Pick up.
  ru say: Возьмите трубку.

  client missed Mon 2026-11-23 10:00 -> in-hours-missed
  en say: Ring back now.
  en auto: Sorry I missed your call. I will ring you back shortly. Ann
  ru say: Перезвоните сейчас.
  ru auto: Извините, не получилось ответить на Ваш звонок. Скоро перезвоню. Ann

  personal critical Mon 2026-11-23 10:00 -> personal-critical
  en say: Pick up.
  ru say: Возьмите трубку.

  personal critical missed Mon 2026-11-23 10:00 -> personal-critical-missed
  en say: Ring back now.
  ru say: Перезвоните сейчас.

  personal Mon 2026-11-23 10:00 -> personal-in-hours
  en say: I can't talk just now, I'm working. May I call you tonight at 19:00?
  en auto: I can't talk just now, I'm working. I will call you tonight at 19:00.
  ru say: Сейчас не могу говорить, работаю. Можно я перезвоню сегодня вечером, в 19:00?
  ru auto: Сейчас не могу говорить, работаю. Перезвоню сегодня вечером, в 19:00.

  personal told Mon 2026-11-23 10:00 -> personal-in-hours
  en say: I can't talk while I'm working. I will call you tonight at 19:00.
  en auto: I can't talk while I'm working. I will call you tonight at 19:00.
  ru say: Пока работаю, говорить не могу. Перезвоню сегодня вечером, в 19:00.
  ru auto: Пока работаю, говорить не могу. Перезвоню сегодня вечером, в 19:00.

  personal missed Mon 2026-11-23 10:00 -> personal-missed
  en say: Ring back tonight at 19:00.
  en auto: Sorry I missed you. I will call you tonight at 19:00.
  ru say: Перезвоните сегодня вечером, в 19:00.
  ru auto: К сожалению, не получилось ответить. Перезвоню сегодня вечером, в 19:00.

  personal missed Mon 2026-11-23 20:00 -> personal-missed
  en say: Ring back now.
  en auto: Sorry I missed you. I will call you now.
  ru say: Перезвоните сейчас.
  ru auto: К сожалению, не получилось ответить. Перезвоню сейчас.

  personal missed Mon 2026-11-23 23:00 -> personal-missed
  en say: Ring back tomorrow, Tuesday 24 November, at 19:00.
  en auto: Sorry I missed you. I will call you tomorrow, Tuesday 24 November, at 19:00.
  ru say: Перезвоните завтра, во вторник 24 ноября, в 19:00.
  ru auto: К сожалению, не получилось ответить. Перезвоню завтра, во вторник 24 ноября, в 19:00.

  personal Mon 2026-11-23 20:00 -> personal-out-of-hours
  en say: Pick up.
  ru say: Возьмите трубку.

  client 24x7 Mon 2026-11-23 20:50 -> contract
  en say: You have support around the clock: I am on it now.
  ru say: У Вас круглосуточная поддержка: уже занимаюсь этим.

  client 24x7 missed Mon 2026-11-23 20:50 -> contract-missed
  en say: Ring back now.
  en auto: I saw your call and will ring you back at once. Ann
  ru say: Перезвоните сейчас.
  ru auto: Вижу Ваш звонок, сразу перезвоню. Ann

  client critical Mon 2026-11-23 20:50 -> critical
  en say: This is critical: I am on it now.
  ru say: Это не может ждать: уже занимаюсь этим.

  unknown critical missed Mon 2026-11-23 20:50 -> critical-missed
  en say: Ring back now.
  en auto: I saw your call and will ring you back at once. Ann
  ru say: Перезвоните сейчас.
  ru auto: Вижу Ваш звонок, сразу перезвоню. Ann

  client normal Mon 2026-11-23 13:30 -> in-break
  en say: I am on a break just now. I will ring you back today at 14:00.
  en auto: I am on a break just now. I will ring you back today at 14:00. Ann
  ru say: Сейчас у меня перерыв. Перезвоню Вам сегодня в 14:00.
  ru auto: Сейчас у меня перерыв. Перезвоню Вам сегодня в 14:00. Ann

  client normal accepts Mon 2026-11-23 20:50 -> surcharge
  en say: Thank you, I will look at it now. Support out of hours costs extra: +100 %.
  ru say: Спасибо, сейчас этим займусь. Поддержка в нерабочее время оплачивается дополнительно: +100 %.

  client normal Mon 2026-11-23 20:50 -> not-critical
  en say: You called out of hours, and this can wait. I will look at it tomorrow, Tuesday 24 November, at 9:00. Support out of hours costs extra: +100 %.
  en auto: You called out of hours. I will look at it tomorrow, Tuesday 24 November, at 9:00. Support out of hours costs extra: +100 %. SOS: +49 30 1 Ann
  en offer: I can look at it now. Support out of hours costs extra: +100 %. Shall I?
  ru say: Вы позвонили в нерабочее время, а это может подождать. Займусь этим завтра, во вторник 24 ноября, в 9:00. Поддержка в нерабочее время оплачивается дополнительно: +100 %.
  ru auto: Вы позвонили в нерабочее время. Займусь этим завтра, во вторник 24 ноября, в 9:00. Поддержка в нерабочее время оплачивается дополнительно: +100 %. SOS: +49 30 1 Ann
  ru offer: Могу заняться этим сейчас. Поддержка в нерабочее время оплачивается дополнительно: +100 %. Согласны?

  client normal free Sat 2026-11-28 12:00 -> not-critical
  en say: You called out of hours, and this can wait. I will look at it on Monday 30 November at 9:00.
  en auto: You called out of hours. I will look at it on Monday 30 November at 9:00. SOS: +49 30 1 Ann
  ru say: Вы позвонили в нерабочее время, а это может подождать. Займусь этим в понедельник 30 ноября в 9:00.
  ru auto: Вы позвонили в нерабочее время. Займусь этим в понедельник 30 ноября в 9:00. SOS: +49 30 1 Ann

  client normal told Tue 2026-11-24 03:00 -> not-critical
  en say: As I told you, out of hours I only take what is critical, and this can wait. I will look at it today at 9:00. Support out of hours costs extra: +100 %.
  en auto: As I told you, out of hours I only take what is critical. I will look at it today at 9:00. Support out of hours costs extra: +100 %. SOS: +49 30 1 Ann
  en offer: I can look at it now. Support out of hours costs extra: +100 %. Shall I?
  ru say: Напоминаю: в нерабочее время я берусь только за неотложное, а это может подождать. Займусь этим сегодня в 9:00. Поддержка в нерабочее время оплачивается дополнительно: +100 %.
  ru auto: Напоминаю: в нерабочее время я берусь только за неотложное. Займусь этим сегодня в 9:00. Поддержка в нерабочее время оплачивается дополнительно: +100 %. SOS: +49 30 1 Ann
  ru offer: Могу заняться этим сейчас. Поддержка в нерабочее время оплачивается дополнительно: +100 %. Согласны?

  client missed Fri 2026-11-27 20:50 -> missed-out-of-hours
  en say: The office is closed. Ring back on Monday 30 November at 9:00.
  en auto: You called out of hours. I will ring you back on Monday 30 November at 9:00. Support out of hours costs extra: +100 %. SOS: +49 30 1 Ann
  ru say: Сейчас нерабочее время. Перезвоните в понедельник 30 ноября в 9:00.
  ru auto: Вы позвонили в нерабочее время. Перезвоню Вам в понедельник 30 ноября в 9:00. Поддержка в нерабочее время оплачивается дополнительно: +100 %. SOS: +49 30 1 Ann

  client missed told Fri 2026-11-27 20:50 -> missed-out-of-hours
  en say: The office is closed. Ring back on Monday 30 November at 9:00.
  en auto: As I told you, out of hours I only take what is critical. I will ring you back on Monday 30 November at 9:00. Support out of hours costs extra: +100 %. SOS: +49 30 1 Ann
  ru say: Сейчас нерабочее время. Перезвоните в понедельник 30 ноября в 9:00.
  ru auto: Напоминаю: в нерабочее время я берусь только за неотложное. Перезвоню Вам в понедельник 30 ноября в 9:00. Поддержка в нерабочее время оплачивается дополнительно: +100 %. SOS: +49 30 1 Ann

  unknown Mon 2026-11-23 20:50 -> stranger
  en say: The office is closed. Please leave a message. I will ring you back tomorrow, Tuesday 24 November, at 9:00.
  en auto: The office is closed. I will ring you back tomorrow, Tuesday 24 November, at 9:00. SOS: +49 30 1 Ann
  ru say: Сейчас нерабочее время. Пожалуйста, оставьте сообщение. Перезвоню Вам завтра, во вторник 24 ноября, в 9:00.
  ru auto: Сейчас нерабочее время. Перезвоню Вам завтра, во вторник 24 ноября, в 9:00. SOS: +49 30 1 Ann

  unknown told Mon 2026-11-23 20:50 -> stranger
  en say: As I told you, out of hours I only take what is critical. Please leave a message. I will ring you back tomorrow, Tuesday 24 November, at 9:00.
  en auto: As I told you, out of hours I only take what is critical. I will ring you back tomorrow, Tuesday 24 November, at 9:00. SOS: +49 30 1 Ann
  ru say: Напоминаю: в нерабочее время я берусь только за неотложное. Пожалуйста, оставьте сообщение. Перезвоню Вам завтра, во вторник 24 ноября, в 9:00.
  ru auto: Напоминаю: в нерабочее время я берусь только за неотложное. Перезвоню Вам завтра, во вторник 24 ноября, в 9:00. SOS: +49 30 1 Ann

  client Mon 2026-11-23 20:50 -> not-triaged
  en say: The office is closed. What is it about?
  en offer: I can look at it now. Support out of hours costs extra: +100 %. Shall I?
  ru say: Сейчас нерабочее время. Скажите, пожалуйста, что случилось?
  ru offer: Могу заняться этим сейчас. Поддержка в нерабочее время оплачивается дополнительно: +100 %. Согласны?

  client told Mon 2026-11-23 20:50 -> not-triaged
  en say: The office is closed, and as I told you, I only take what is critical now. What is it about?
  en offer: I can look at it now. Support out of hours costs extra: +100 %. Shall I?
  ru say: Напоминаю: в нерабочее время я берусь только за неотложное. Что случилось?
  ru offer: Могу заняться этим сейчас. Поддержка в нерабочее время оплачивается дополнительно: +100 %. Согласны?
  """
