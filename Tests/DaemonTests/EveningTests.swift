// An evening and the next morning on real parts: a daemon that is told another time of day (libfaketime), its log, a
// real mailer and a mail server. Each scene is a daemon of its own, for nobody can turn the clock of one that runs.

import Foundation
import Glibc
import Testing

/// What is heard and read in one language.
struct EveningWords: Sendable, CustomTestStringConvertible {
  let language: String
  let hacked: String
  let forgotten: String
  /// What the friend, the stranger and the client hear, each letter.
  let friend: String
  let stranger: String
  let critical: String
  let deferred: String
  let autoReply: String
  let solution: String
  let subject: String
  let body: String

  var testDescription: String { language }
}

private let english = EveningWords(
  language: "en",
  hacked: "my site was replaced by a porn site pushing pills",
  forgotten: "I forgot my password",
  friend: "I can't talk just now, I'm working. May I call you tonight at 19:00?",
  stranger:
    "The office is closed. Please leave a message. I will ring you back tomorrow, Tuesday 24 November, at 9:00.",
  critical: "This is critical: I am on it now.",
  deferred: """
    You called out of hours, and this can wait. I will look at it tomorrow, Tuesday 24 November, at 9:00. \
    Support out of hours costs extra: +100 %.
    """,
  autoReply: """
    You called out of hours. I will look at it tomorrow, Tuesday 24 November, at 9:00. \
    Support out of hours costs extra: +100 %. +7 916 000-00-00 Ann
    """,
  solution: "put the pages of last night back, and closed the hole",
  subject: "Done: my site was replaced by a porn site pushing pills",
  body: """
    Hello Acme GmbH,

    What you reported on Monday 23 November at 23:00 is done.
    It was about: my site was replaced by a porn site pushing pills
    What was done: put the pages of last night back, and closed the hole

    Support hours: Monday to Friday 9:00-18:00.
    Support out of hours costs extra: +100 %.
    +7 916 000-00-00
    Critical is what cannot wait: the site or shop is down for visitors or shows something that is not yours, nobody can \
    pay, book or log in, data has leaked or vanished.

    Ann

    """)

private let russian = EveningWords(
  language: "ru",
  hacked: "на моём сайте теперь порносайт с таблетками",
  forgotten: "я забыл пароль",
  friend: "Сейчас не могу говорить, работаю. Можно я перезвоню сегодня вечером, в 19:00?",
  stranger:
    "Сейчас нерабочее время. Пожалуйста, оставьте сообщение. Перезвоню Вам завтра, во вторник 24 ноября, в 9:00.",
  critical: "Это не может ждать: уже занимаюсь этим.",
  deferred: """
    Вы позвонили в нерабочее время, а это может подождать. Займусь этим завтра, во вторник 24 ноября, в 9:00. \
    Поддержка в нерабочее время оплачивается дополнительно: +100 %.
    """,
  autoReply: """
    Вы позвонили в нерабочее время. Займусь этим завтра, во вторник 24 ноября, в 9:00. \
    Поддержка в нерабочее время оплачивается дополнительно: +100 %. +7 916 000-00-00 Ann
    """,
  solution: "страницы восстановлены, дыра закрыта",
  subject: "Сделано: на моём сайте теперь порносайт с таблетками",
  body: """
    Здравствуйте, Acme GmbH!

    То, о чём Вы сообщили в понедельник 23 ноября в 23:00, сделано.
    Обращение: на моём сайте теперь порносайт с таблетками
    Что сделано: страницы восстановлены, дыра закрыта

    Часы поддержки: понедельник-пятница, 9:00-18:00.
    Поддержка в нерабочее время оплачивается дополнительно: +100 %.
    +7 916 000-00-00
    Неотложное - это то, что не может ждать: сайт или магазин не открывается у посетителей или показывает чужое, \
    никто не может оплатить, записаться или войти, данные утекли или пропали.

    Ann

    """)

/// Where Debian's package libfaketime puts what other clocks are made of.
private let otherClock = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"

@Suite(
  .enabled(if: isInstalled("msmtp") && isInstalled("python3"), "msmtp and python3 are needed"),
  .enabled(if: FileManager.default.fileExists(atPath: otherClock), "libfaketime is needed"))
struct EveningTests {
  @Test(arguments: [english, russian])
  func isLivedThrough(_ words: EveningWords) throws {
    let folder = try Folder()
    let sink = try Sink("accept", in: folder)
    try folder.write(
      """
      timezone = "Europe/Moscow"
      hours = "Mo-Fr 09:00-18:00"
      language = "\(words.language)"
      phone_region = "RU"
      [support]
      surcharge = "+100 %"
      emergency = "+7 916 000-00-00"
      signature = "Ann"
      [mail]
      from = "Ann <ann@example.org>"
      command = ["msmtp", "--file=/dev/null", "--host=127.0.0.1", "--port=\(sink.port)", "--auth=off", "--tls=off",
                 "--read-envelope-from", "-t"]
      [[client]]
      name = "Acme GmbH"
      id = "acme"
      phones = ["+49 30 1234567"]
      email = "it@acme.example"
      [[personal]]
      name = "Boris"
      phones = ["8 (495) 123-45-67"]
      """, to: folder.configuration)

    // A friend calls in working hours.
    try scene("2026-11-23 15:00:00", in: folder) { office in
      let call = try office.ask(#"call {"from":"+7 495 1234567"}"#)
      #expect(
        [call["verdict"], call["reason"], call["say"]] == ["decline", "personal-in-hours", words.friend])
      #expect(call["due"] == "2026-11-23T19:00:00+03:00")
    }
    // The evening: the friend is rung back, as was promised.
    try scene("2026-11-23 19:00:01", in: folder) { office throws in
      #expect(try office.events("issue.due").map(\.issues) == [[1]])
      #expect(try office.ask(#"resolve {"id":1}"#)["state"] == "settled")
    }
    // A stranger leaves a message on the voicemail.
    try scene("2026-11-23 20:00:00", in: folder) { office in
      let call = try office.ask(#"call {"from":"+7 916 5550100"}"#)
      #expect([call["verdict"], call["reason"], call["say"]] == ["defer", "stranger", words.stranger])
      #expect(try office.ask(#"end {"call":2,"outcome":"voicemail"}"#).code == nil)
    }
    // A client's site is hacked: taken at once.
    try scene("2026-11-23 23:00:00", in: folder) { office in
      let call = try office.ask(#"call {"from":"+49 30 1234567","about":"\#(words.hacked)"}"#)
      #expect([call["verdict"], call["reason"], call["say"]] == ["answer", "critical", words.critical])
      #expect(call.number("issue") == 3)
    }
    // The same client has forgotten a password: that can wait, and what it would cost is said.
    try scene("2026-11-23 23:10:00", in: folder) { office in
      let call = try office.ask(#"call {"from":"+49 30 1234567","about":"\#(words.forgotten)"}"#)
      #expect([call["verdict"], call["reason"], call["say"]] == ["defer", "not-critical", words.deferred])
      #expect(call["auto_reply"] == words.autoReply)
      #expect(call["promised"] == "2026-11-24T09:00:00+03:00")
      #expect(try office.ask(#"told {"call":4,"channel":"spoken"}"#).code == nil)
    }
    // Solved in the night, and approved.
    try scene("2026-11-24 00:20:00", in: folder) { office in
      let solved = try office.ask(
        #"resolve {"id":3,"solution":"\#(words.solution)","minutes":80,"was_critical":true}"#)
      #expect(solved["state"] == "solved" && solved.object("message")?["state"] as? String == "draft")
      #expect(try office.ask(#"mail-send {"id":1}"#)["state"] == "queued")
      let deliverer = try Child([Post.hoursctl, "mail", "deliver", "--once"], in: folder)
      #expect(try deliverer.ended().status == 0, "\(deliverer.errorText)")
      #expect(try office.ask(#"issue {"id":3}"#)["state"] == "settled")
    }
    // The office opens: one reminder of all that waits.
    try scene("2026-11-24 09:00:00", in: folder) { office in
      #expect(try office.events("office.opened").count == 2, "on Monday, and now")
      #expect(try office.events("issue.due").last?.issues == [2, 4])
      #expect(try office.ask(#"resolve {"id":2}"#)["state"] == "settled")
      #expect(try office.ask(#"resolve {"id":4,"solution":"OK","send":true}"#)["state"] == "solved")
      let deliverer = try Child([Post.hoursctl, "mail", "deliver", "--once"], in: folder)
      #expect(try deliverer.ended().status == 0, "\(deliverer.errorText)")
      let status = try office.ask("status")
      #expect([status.number("pending"), status.number("unsent"), status.number("overdue")] == [0, 0, 0])
      let report = try office.ask("report")
      for (measure, count) in [
        ("calls", 4), ("out_of_hours_before_told", 2), ("out_of_hours_after_told", 0),
        ("in_hours_before_told", 1), ("next_business_day_kept", 2), ("next_business_day_of", 2),
        ("tonight_kept", 1), ("tonight_of", 1), ("false_alarms", 0), ("false_alarms_of", 1),
        ("surcharge_offered", 1), ("surcharge_accepted", 0),
      ] {
        #expect(report.number(measure) == count, "\(measure): \(report.text)")
      }
    }
    let messages = try sink.messages()
    #expect(messages.count == 2)
    let first = try #require(messages.first?.object("message"))
    #expect(first["wrong"] == nil && first["subject"] as? String == words.subject, "\(first)")
    #expect(first["body"] as? String == words.body)
    #expect((first["date"] as? String)?.hasPrefix("2026-11-24T00:20") == true)
  }

  /// A part of the evening: a daemon that takes it for this time, until the scene is over.
  private func scene(_ clock: String, in folder: Folder, _ play: (DaemonProcess) throws -> Void) throws {
    var options = DaemonProcess.Options()
    // The first program with this library sets a variable, and Swift then finds its arguments no more: so that is another.
    options.wrapper = [
      "env", "TZ=Europe/Moscow", "LD_PRELOAD=\(otherClock)", "FAKETIME=@\(clock)", "DONT_FAKE_MONOTONIC=1",
      "env",
    ]
    let daemon = try DaemonProcess(folder, options)
    try play(daemon)
    #expect(try daemon.end() == 0)
  }
}

extension DaemonProcess {
  /// All events of a name, from the first one on.
  fileprivate func events(_ name: String) throws -> [Reply] {
    let newest = try ask("status").seq ?? 0
    let line = try connect()
    try line.ask(#"watch {"since":0}"#)
    return try line.events(through: newest).filter { $0.event == name }
  }
}

extension Reply {
  fileprivate var issues: [Int] { list("issues").compactMap { $0["id"] as? Int } }
}
