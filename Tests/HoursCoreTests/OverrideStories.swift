// The owner says open or closed against the hours: what that does to calls, promises and reminders, and how it ends.

import Testing

@testable import HoursCore

@Suite struct OverrideStories {
  @Test(arguments: closed) func closeTheOffice(_ story: Story) throws { try story.run() }

  @Test(arguments: opened) func openTheOffice(_ story: Story) throws { try story.run() }

  @Test(arguments: several) func areSeveral(_ story: Story) throws { try story.run() }

  @Test(arguments: ends) func end(_ story: Story) throws { try story.run() }

  @Test(arguments: affected) func breakPromises(_ story: Story) throws { try story.run() }

  static let closed = stories(
    """
    # closed over a promise: it is named, stays, and its reminder follows the opening
    Mon 2026-11-23 18:00  tick                 -> office.closed
    Mon 2026-11-23 19:00  acme calls: forgot password, normal -> defer not-critical, issue.queued 1, promised Tue 2026-11-24 09:00
    Mon 2026-11-23 20:00  override closed until 2026-11-26: flu -> from Mon 2026-11-23 20:00, until Thu 2026-11-26 00:00, affected 1
    Mon 2026-11-23 20:00  status               -> closed, override 1, reason flu, since Mon 2026-11-23 18:00, until Thu 2026-11-26 09:00
    Mon 2026-11-23 20:00  tick                 -> -, issue 1 promised Tue 2026-11-24 09:00, issue 1 reminded Thu 2026-11-26 09:00, wake Thu 2026-11-26 00:00
    Tue 2026-11-24 10:00  misses +493055       -> defer missed-out-of-hours, issue.queued 2, due Thu 2026-11-26 09:00
    Tue 2026-11-24 15:00  boris calls          -> answer personal-out-of-hours
    Tue 2026-11-24 20:00  status               -> closed, override 1, next opening Thu 2026-11-26 09:00, overdue 0
    Thu 2026-11-26 00:00  tick                 -> office.override-ended, wake Thu 2026-11-26 09:00
    Thu 2026-11-26 00:00  status               -> closed, hours hold, reason none
    Thu 2026-11-26 09:00  tick                 -> office.opened, issue.due 1 2

    # closed in the middle of a day: at once, until the hours change, and with a reason though none was given
    Mon 2026-11-23 10:00  misses acme          -> ring-back in-hours-missed, issue.queued 1
    Mon 2026-11-23 10:00  tick                 -> issue.due 1
    Mon 2026-11-23 10:05  override closed      -> from Mon 2026-11-23 10:05, until Mon 2026-11-23 18:00, affected none, wake Mon 2026-11-23 10:05
    Mon 2026-11-23 10:05  tick                 -> office.closed, issue 1 reminded Tue 2026-11-24 09:10, wake Mon 2026-11-23 18:00
    Mon 2026-11-23 10:05  status               -> closed, no break, override 1, reason override, until Tue 2026-11-24 09:00
    Mon 2026-11-23 18:00  tick                 -> office.override-ended
    Tue 2026-11-24 09:00  tick                 -> office.opened
    Tue 2026-11-24 09:10  tick                 -> issue.due 1

    # an hour at the dentist's is a break: nobody hears firm words
    Mon 2026-11-23 09:30  override closed from 11:00 until 12:00: dentist -> from Mon 2026-11-23 11:00, until Mon 2026-11-23 12:00, affected none
    Mon 2026-11-23 11:00  tick                 -> office.closed
    Mon 2026-11-23 11:20  acme calls           -> defer in-break, issue.queued 1, due Mon 2026-11-23 12:00
    Mon 2026-11-23 12:00  tick                 -> office.override-ended, office.opened, issue.due 1

    # one that begins in the future
    Mon 2026-11-23 18:00  tick                 -> office.closed
    Mon 2026-11-23 19:00  add for acme, promised Thu 2026-11-26 10:00: a quote -> issue.queued 1
    Mon 2026-11-23 19:10  override closed from 2026-11-26: moving house -> from Thu 2026-11-26 00:00, until Fri 2026-11-27 00:00, affected 1, wake Tue 2026-11-24 09:00
    Mon 2026-11-23 19:10  status               -> hours hold, next opening Tue 2026-11-24 09:00
    Wed 2026-11-25 18:00  late tick            -> office.closed, issue 1 reminded Fri 2026-11-27 09:00, wake Fri 2026-11-27 00:00
    Thu 2026-11-26 12:00  status               -> closed, override 1, reason moving house, until Fri 2026-11-27 09:00
    Fri 2026-11-27 00:00  tick                 -> office.override-ended
    Fri 2026-11-27 09:00  tick                 -> office.opened, issue.due 1

    # a day in bed: what is critical, and who pays for it, is answered all the same
    Tue 2026-11-24 08:00  override closed until 2026-11-25: flu -> affected none
    Tue 2026-11-24 11:00  acme calls: site down, critical -> answer critical, issue.queued 1, due Tue 2026-11-24 11:00
    Tue 2026-11-24 11:15  tick                 -> issue.due 1
    Tue 2026-11-24 11:20  resolve 1: restored  -> issue.solved 1, mail.drafted 1
    Tue 2026-11-24 12:00  bob calls            -> answer contract, issue.queued 2

    # who calls later about then is judged by the hours of then
    Mon 2026-11-23 08:00  override closed until 2026-11-24: flu -> affected none
    Mon 2026-11-23 15:00  end-override 1       -> until Mon 2026-11-23 15:00
    Mon 2026-11-23 15:00  tick                 -> office.opened
    Tue 2026-11-24 09:30  late tick            -> office.opened
    Tue 2026-11-24 09:30  misses acme, at Mon 2026-11-23 14:59 -> defer missed-out-of-hours, issue.queued 1
    Tue 2026-11-24 09:30  misses +493055, at Mon 2026-11-23 15:00 -> ring-back in-hours-missed, issue.queued 2
    Tue 2026-11-24 09:30  status at Mon 2026-11-23 10:00 -> closed, override 1, reason flu
    """)

  static let opened = stories(
    """
    # open on a Sunday: who calls before it hears of it, who was promised Monday keeps that
    Sat 2026-11-28 12:00  acme calls: forgot password, normal -> defer not-critical, issue.queued 1, promised Mon 2026-11-30 09:00
    Sat 2026-11-28 12:05  override open from Sun 2026-11-29 10:00 until 14:00: launch -> until Sun 2026-11-29 14:00, affected none, wake Sun 2026-11-29 10:00
    Sat 2026-11-28 12:10  misses +493055       -> defer missed-out-of-hours, issue.queued 2, due Sun 2026-11-29 10:00
    Sat 2026-11-28 12:10  hours                -> Sun 2026-11-29 10:00 to 14:00 open override 1
    Sun 2026-11-29 10:00  tick                 -> office.opened, issue.due 2
    Sun 2026-11-29 10:00  status               -> open, override 1, reason launch, until Sun 2026-11-29 14:00, next opening Mon 2026-11-30 09:00
    Sun 2026-11-29 11:00  acme calls           -> answer in-hours, no issue
    Sun 2026-11-29 14:00  tick                 -> office.override-ended, office.closed
    Mon 2026-11-30 09:00  tick                 -> office.opened, issue.due 1

    # open through a break
    hours: Mo-Fr 09:00-13:00,14:00-18:00
    Mon 2026-11-23 13:10  override open        -> from Mon 2026-11-23 13:10, until Mon 2026-11-23 14:00
    Mon 2026-11-23 13:10  tick                 -> office.opened
    Mon 2026-11-23 13:30  acme calls           -> answer in-hours
    Mon 2026-11-23 14:00  tick                 -> office.override-ended, wake Mon 2026-11-23 18:00
    Mon 2026-11-23 14:00  status               -> open, hours hold, since Mon 2026-11-23 13:10

    # an evening worked: clients are answered, friends when it is over
    Mon 2026-11-23 18:00  tick                 -> office.closed
    Mon 2026-11-23 19:30  override open until 21:00: launch -> until Mon 2026-11-23 21:00
    Mon 2026-11-23 19:30  tick                 -> office.opened
    Mon 2026-11-23 19:40  acme calls: forgot password, normal -> answer in-hours, no issue, no offer
    Mon 2026-11-23 19:45  boris calls          -> decline personal-in-hours, issue.queued 1, due Mon 2026-11-23 21:00
    Mon 2026-11-23 21:00  tick                 -> office.override-ended, office.closed, issue.due 1

    # open on a holiday, which stays one when it is over
    holidays: 2026-11-25
    Wed 2026-11-25 10:00  override open until +2 -> until Wed 2026-11-25 12:00
    Wed 2026-11-25 10:00  tick                 -> office.opened
    Wed 2026-11-25 10:00  status               -> open, override 1, reason override
    Wed 2026-11-25 12:00  tick                 -> office.override-ended, office.closed
    Wed 2026-11-25 12:00  status               -> closed, reason holiday, until Thu 2026-11-26 09:00

    # across the short night: eight hours are eight hours
    Sat 2026-03-28 22:00  override open until +8 -> until Sun 2026-03-29 07:00
    Sat 2026-03-28 22:00  tick                 -> office.opened
    Sun 2026-03-29 07:00  tick                 -> office.override-ended, office.closed

    # until a time that the short night leaves out: when clocks have gone on
    Sat 2026-03-28 22:00  override open until 02:30 -> until Sun 2026-03-29 03:00

    # until a time that the long night has twice: the first
    Sat 2026-10-24 22:00  override open until 02:30 -> until Sun 2026-10-25 02:30
    Sat 2026-10-24 22:00  tick                 -> office.opened
    Sun 2026-10-25 02:30 CEST  tick            -> office.override-ended, office.closed
    Sun 2026-10-25 02:30 CET   status          -> closed, hours hold
    """)

  static let several = stories(
    """
    # one over another, and the later made one ends first
    Mon 2026-11-23 18:00  tick                 -> office.closed
    Mon 2026-11-23 18:00  override closed until 2026-11-28: flu -> affected none
    Tue 2026-11-24 10:00  override open from 14:00 until 16:00: better -> from Tue 2026-11-24 14:00, affected none, wake Tue 2026-11-24 14:00
    Tue 2026-11-24 10:00  overrides            -> overrides 1 2
    Tue 2026-11-24 14:00  tick                 -> office.opened
    Tue 2026-11-24 14:00  status               -> open, override 2, reason better, until Tue 2026-11-24 16:00
    Tue 2026-11-24 16:00  tick                 -> office.override-ended, office.closed
    Tue 2026-11-24 16:00  status               -> closed, no break, override 1, reason flu, until Mon 2026-11-30 09:00
    Tue 2026-11-24 16:00  overrides            -> overrides 1
    Sat 2026-11-28 00:00  tick                 -> office.override-ended
    Mon 2026-11-30 09:00  tick                 -> office.opened

    # the later made one holds, though the other begins later
    Tue 2026-11-24 12:00  override closed from 15:00 until 17:00 -> affected none
    Tue 2026-11-24 12:01  override open from 14:00 until 16:00 -> affected none
    Tue 2026-11-24 12:01  overrides            -> overrides 2 1
    Tue 2026-11-24 15:00  status               -> open, override 2, until Tue 2026-11-24 16:00
    Tue 2026-11-24 15:00  hours                -> Tue 2026-11-24 09:00 to 14:00 open, Tue 2026-11-24 14:00 to 16:00 open override 2, Tue 2026-11-24 16:00 to 17:00 closed override 1
    Tue 2026-11-24 16:00  tick                 -> office.override-ended, office.closed
    Tue 2026-11-24 16:00  status               -> closed, break, override 1
    Tue 2026-11-24 17:00  tick                 -> office.override-ended, office.opened
    Tue 2026-11-24 18:00  tick                 -> office.closed

    # the regular change is that of the hours, whatever else holds
    Mon 2026-11-23 10:00  override closed until 2026-11-28: flu -> affected none
    Mon 2026-11-23 10:00  tick                 -> office.closed
    Mon 2026-11-23 11:00  override open        -> until Mon 2026-11-23 18:00
    Mon 2026-11-23 11:00  tick                 -> office.opened
    Mon 2026-11-23 18:00  tick                 -> office.override-ended, office.closed

    # it wins over absences, and over those that come later
    absence: Mon 2026-11-23 00:00 to Sat 2026-11-28 00:00
    Mon 2026-11-23 10:00  override open from Wed 2026-11-25 09:00 until 12:00 -> wake Wed 2026-11-25 09:00
    Mon 2026-11-23 11:00  absence Wed 2026-11-25 00:00 to Thu 2026-11-26 00:00 -> affected none, wake Wed 2026-11-25 09:00
    Wed 2026-11-25 09:00  tick                 -> office.opened
    Wed 2026-11-25 09:00  status               -> open, override 1
    Wed 2026-11-25 12:00  tick                 -> office.override-ended, office.closed
    Wed 2026-11-25 12:00  status               -> closed, reason absent, hours hold

    # hours that hardly ever close: who has to be reminded every day is, though no opening is in sight
    hours: 24/7
    Mon 2026-11-23 10:00  add: taxes           -> issue.queued 1
    Mon 2026-11-23 10:00  tick                 -> issue.due 1, issue 1 reminded Tue 2026-11-24 10:00
    Mon 2026-11-23 10:01  override closed from 20:00 until 23:00 -> affected none
    Mon 2026-11-23 10:02  override closed from 2027-08-02 -> issue 1 reminded Tue 2026-11-24 00:00
    Mon 2026-11-23 20:00  tick                 -> office.closed
    Mon 2026-11-23 23:00  tick                 -> office.override-ended, office.opened
    Tue 2026-11-24 00:00  tick                 -> issue.due 1, issue 1 reminded Wed 2026-11-25 00:00

    # other hours leave it as it is
    Mon 2026-11-23 18:00  tick                 -> office.closed
    Mon 2026-11-23 19:00  override closed until 2026-11-25: flu -> affected none
    Mon 2026-11-23 20:00  hours become Mo-Su 08:00-20:00 -> affected none, wake Wed 2026-11-25 00:00
    Wed 2026-11-25 00:00  tick                 -> office.override-ended
    Wed 2026-11-25 08:00  tick                 -> office.opened
    """)

  static let ends = stories(
    """
    # ended early: the hours hold at once, a promise that was made stays
    Mon 2026-11-23 10:00  override closed until 2026-11-25: flu -> affected none
    Mon 2026-11-23 10:00  tick                 -> office.closed
    Mon 2026-11-23 10:10  acme calls: forgot password, normal -> defer not-critical, issue.queued 1, promised Wed 2026-11-25 09:00
    Mon 2026-11-23 15:00  end-override 1       -> from Mon 2026-11-23 10:00, until Mon 2026-11-23 15:00, affected none, wake Mon 2026-11-23 15:00
    Mon 2026-11-23 15:00  tick                 -> office.opened, issue 1 promised Wed 2026-11-25 09:00, issue 1 reminded Wed 2026-11-25 09:00
    Mon 2026-11-23 15:00  end-override 1       -> refused overrideIsOver
    Mon 2026-11-23 15:00  overrides            -> overrides none
    Mon 2026-11-23 18:00  tick                 -> office.closed

    # taken back before it began: who was promised that time is named
    Sat 2026-11-28 12:00  override open from Sun 2026-11-29 10:00 until 14:00 -> affected none
    Sat 2026-11-28 12:10  acme calls: forgot password, normal -> defer not-critical, issue.queued 1, promised Sun 2026-11-29 10:00
    Sat 2026-11-28 12:20  end-override 2       -> refused noSuchOverride
    Sat 2026-11-28 12:20  end-override 1       -> from Sun 2026-11-29 10:00, until Sun 2026-11-29 10:00, affected 1, wake Mon 2026-11-30 09:00
    Sat 2026-11-28 12:20  end-override 1       -> refused overrideIsOver
    Sat 2026-11-28 12:20  end-override 0       -> refused noSuchOverride
    Mon 2026-11-30 09:00  tick                 -> office.opened, issue.due 1

    # it ends while the machine sleeps, in hours
    Mon 2026-11-23 10:00  override closed until 14:00 -> until Mon 2026-11-23 14:00
    Mon 2026-11-23 10:00  tick                 -> office.closed
    Mon 2026-11-23 10:05  misses acme          -> defer in-break, issue.queued 1, due Mon 2026-11-23 14:00
    Mon 2026-11-23 16:00  late tick            -> office.override-ended, office.opened, issue.due 1
    Mon 2026-11-23 16:00  tick                 -> -

    # it ends while the machine sleeps, into the night
    Mon 2026-11-23 10:00  override closed until 14:00 -> until Mon 2026-11-23 14:00
    Mon 2026-11-23 10:00  tick                 -> office.closed
    Mon 2026-11-23 23:30  late tick            -> office.override-ended, office.closed
    Mon 2026-11-23 23:30  tick                 -> -, wake Tue 2026-11-24 09:00

    # it comes and goes while the machine sleeps
    Mon 2026-11-23 10:00  override closed from 12:00 until 14:00 -> wake Mon 2026-11-23 12:00
    Mon 2026-11-23 16:00  late tick            -> office.override-ended, office.opened
    Mon 2026-11-23 16:00  status               -> open, hours hold

    # a clock that is wrong at boot: its end waits with the rest
    restarts: no
    Mon 2026-11-23 10:00  override closed until 14:00 -> until Mon 2026-11-23 14:00
    Mon 2026-11-23 10:00  tick                 -> office.closed
    Mon 2026-11-23 09:00  restart
    Mon 2026-11-23 09:00  tick                 -> -, wake Mon 2026-11-23 09:10
    Mon 2026-11-23 09:00  overrides            -> overrides 1
    Mon 2026-11-23 14:00  late tick            -> office.override-ended, office.opened
    """)

  static let affected = stories(
    """
    # named are clients' promises to come that held until now: none that is over, a friend's, or was broken before
    Mon 2026-11-23 10:00  add for acme, promised Mon 2026-11-23 10:00: over -> issue.queued 1
    Mon 2026-11-23 10:00  tick                 -> issue.due 1
    Mon 2026-11-23 10:01  add ring-back for boris, promised Tue 2026-11-24 10:00: a friend's -> issue.queued 2
    Mon 2026-11-23 10:02  add for acme, promised Tue 2026-11-24 20:00: in the evening -> issue.queued 3
    Mon 2026-11-23 10:03  add for acme, promised Tue 2026-11-24 10:00: a client's -> issue.queued 4
    Mon 2026-11-23 10:04  add, promised Tue 2026-11-24 11:00: taxes -> issue.queued 5
    Mon 2026-11-23 10:05  override closed from 2026-11-24: flu -> affected 4 5
    Mon 2026-11-23 10:06  override closed from 2026-11-24 -> affected none
    Mon 2026-11-23 10:07  absence Tue 2026-11-24 00:00 to Wed 2026-11-25 00:00 -> affected none
    Mon 2026-11-23 10:08  end-override 1       -> affected none
    Mon 2026-11-23 10:09  end-override 2       -> affected none

    # ill at eleven: who was promised today, and now waits in vain, is named; the days after are not
    Tue 2026-11-24 09:00  add for acme, promised Tue 2026-11-24 09:30: the form -> issue.queued 1
    Tue 2026-11-24 09:00  add ring-back for acme, promised Tue 2026-11-24 09:30: the price -> issue.queued 2
    Tue 2026-11-24 09:00  tick                 -> -
    Tue 2026-11-24 09:30  tick                 -> issue.due 1 2
    Tue 2026-11-24 09:40  override closed from 10:00 until 12:00: dentist -> affected none
    Tue 2026-11-24 09:41  end-override 1       -> affected none
    Tue 2026-11-24 09:42  override closed until 2026-11-26: flu -> affected 1, wake Tue 2026-11-24 09:42
    Tue 2026-11-24 09:42  tick                 -> office.closed
    Tue 2026-11-24 09:42  status               -> closed, overdue 1
    Tue 2026-11-24 09:43  override closed until 2026-11-27: flu -> affected none

    # an evening's work is called off in the middle of it
    Tue 2026-11-24 18:00  tick                 -> office.closed
    Tue 2026-11-24 18:00  override open until 22:00: launch -> affected none
    Tue 2026-11-24 18:00  tick                 -> office.opened
    Tue 2026-11-24 18:01  add for acme, promised Tue 2026-11-24 18:02: the form -> issue.queued 1
    Tue 2026-11-24 18:02  tick                 -> issue.due 1
    Tue 2026-11-24 20:00  end-override 1       -> affected 1
    Tue 2026-11-24 20:00  tick                 -> office.closed

    # a vacation that is declared while issues pend
    Thu 2026-12-03 18:00  tick                 -> office.closed
    Thu 2026-12-03 19:00  acme calls: forgot password, normal -> defer not-critical, issue.queued 1, promised Fri 2026-12-04 09:00
    Thu 2026-12-03 19:05  add for acme, promised Wed 2026-12-09 10:00: a quote -> issue.queued 2
    Thu 2026-12-03 19:06  add ring-back for boris, promised Mon 2026-12-07 19:00: chess -> issue.queued 3
    Thu 2026-12-03 19:10  absence Mon 2026-12-07 00:00 to Mon 2026-12-14 00:00 -> affected 2, issue 2 promised Wed 2026-12-09 10:00, issue 2 reminded Mon 2026-12-14 09:00
    Fri 2026-12-04 09:00  tick                 -> office.opened, issue.due 1
    Fri 2026-12-04 09:10  override open from Wed 2026-12-09 09:00 until 12:00 -> affected none, issue 2 reminded Wed 2026-12-09 10:00
    Fri 2026-12-04 18:00  tick                 -> office.closed
    Mon 2026-12-07 19:00  tick                 -> issue.due 3
    Mon 2026-12-07 19:30  resolve 3            -> issue.solved 3, issue.settled 3
    Mon 2026-12-07 19:31  end-override 1       -> affected 2, issue 2 reminded Mon 2026-12-14 09:00
    Mon 2026-12-14 09:00  tick                 -> office.opened, issue.due 1 2
    """)

  @Test func onlySoManyStandAtATime() throws {
    let berlin = try zone("Europe/Berlin")
    let now = try berlin.instant("Mon 2026-11-23 10:00")
    var office = Office(Configuration(zone: berlin, hours: try .init("Mo-Fr 09:00-18:00")), at: now)
    let archive = MemoryArchive()
    var wish = OverrideWish(.closed)
    for hour in 1...Limits.overrides {
      wish.from = .later(Int64(hour) * 3600)
      wish.until = .later(1800)
      office.apply(try office.decide(.override(wish), at: now, archive: archive).events)
    }
    #expect(throws: Refusal.tooManyOverrides) {
      _ = try office.decide(.override(wish), at: now, archive: archive)
    }
    // One that is over makes room, and of those that are over the oldest are forgotten.
    for _ in 1...(Limits.pastOverrides + 50) {
      let first = try #require(office.overrides.standing.first)
      office.apply([Event(.override(.ended, first), at: now)])
      office.apply(try office.decide(.override(wish), at: now, archive: archive).events)
    }
    #expect(office.overrides.all.count == Limits.overrides + Limits.pastOverrides)
    #expect(office.overrides.last == Int64(Limits.overrides + Limits.pastOverrides + 50))
  }
}
