// When the owner is reminded: first, again, late, and never at the wrong hour.

import Testing

@Suite struct ReminderStories {
  @Test(arguments: again) func comesAgain(_ story: Story) throws { try story.run() }

  @Test(arguments: evenings) func comesInTheEvening(_ story: Story) throws { try story.run() }

  @Test(arguments: late) func comesLateOnce(_ story: Story) throws { try story.run() }

  static let again = stories(
    """
    # a support issue: at each following business day's first opening, not after the break
    hours: Mo-Fr 09:00-13:00,14:00-18:00
    Fri 2026-11-27 18:00  tick      -> office.closed
    Fri 2026-11-27 19:00  acme calls: forgot password, normal -> defer not-critical, issue.queued 1, due Mon 2026-11-30 09:00
    Mon 2026-11-30 09:00  tick      -> office.opened, issue.due 1
    Mon 2026-11-30 13:00  tick      -> office.closed
    Mon 2026-11-30 14:00  tick      -> office.opened
    Mon 2026-11-30 18:00  tick      -> office.closed
    Tue 2026-12-01 09:00  tick      -> office.opened, issue.due 1

    # a client's ring-back: every 15 minutes of open time, over a closing
    Mon 2026-11-23 17:40  misses acme -> ring-back in-hours-missed, issue.queued 1
    Mon 2026-11-23 17:40  tick      -> issue.due 1
    Mon 2026-11-23 17:55  tick      -> issue.due 1
    Mon 2026-11-23 18:00  tick      -> office.closed
    Tue 2026-11-24 09:00  tick      -> office.opened
    Tue 2026-11-24 09:10  tick      -> issue.due 1
    Tue 2026-11-24 09:25  tick      -> issue.due 1
    Tue 2026-11-24 09:26  resolve 1 -> issue.solved 1, issue.settled 1, settled
    Tue 2026-11-24 09:26  tick      -> -, wake Tue 2026-11-24 18:00

    # a client's ring-back whose 15 minutes end at the closing itself comes at the opening
    Mon 2026-11-23 17:45  misses acme -> ring-back in-hours-missed, issue.queued 1
    Mon 2026-11-23 17:45  tick      -> issue.due 1
    Mon 2026-11-23 18:00  tick      -> office.closed
    Tue 2026-11-24 09:00  tick      -> office.opened, issue.due 1

    # what is at once: four times every 15 minutes, then at each opening
    Mon 2026-11-23 18:00  tick      -> office.closed
    Mon 2026-11-23 23:00  misses acme: site down, critical -> ring-back critical-missed, issue.queued 1
    Mon 2026-11-23 23:00  tick      -> issue.due 1
    Mon 2026-11-23 23:15  tick      -> issue.due 1
    Mon 2026-11-23 23:30  tick      -> issue.due 1
    Mon 2026-11-23 23:45  tick      -> issue.due 1, wake Tue 2026-11-24 09:00
    Tue 2026-11-24 09:00  tick      -> office.opened, issue.due 1
    Tue 2026-11-24 18:00  tick      -> office.closed
    Wed 2026-11-25 09:00  tick      -> office.opened, issue.due 1

    # what is at once and was answered: the owner is on it, so 15 minutes later
    Mon 2026-11-23 18:00  tick      -> office.closed
    Mon 2026-11-23 23:00  bob calls -> answer contract, issue.queued 1
    Mon 2026-11-23 23:01  end 1 answered -> -
    Mon 2026-11-23 23:15  tick      -> issue.due 1
    Mon 2026-11-23 23:30  tick      -> issue.due 1
    Mon 2026-11-23 23:45  tick      -> issue.due 1
    Tue 2026-11-24 00:00  tick      -> issue.due 1
    Tue 2026-11-24 09:00  tick      -> office.opened, issue.due 1

    # an unknown number's ring-back: once
    Mon 2026-11-23 10:00  misses +493055 -> ring-back in-hours-missed, issue.queued 1
    Mon 2026-11-23 10:00  tick      -> issue.due 1, wake Mon 2026-11-23 18:00
    Mon 2026-11-23 18:00  tick      -> office.closed
    Tue 2026-11-24 09:00  tick      -> office.opened

    # the owner's own wish to ring somebody is no unknown number's
    Mon 2026-11-23 10:00  add ring-back, due Mon 2026-11-23 11:00: the bank -> issue.queued 1
    Mon 2026-11-23 11:00  tick      -> issue.due 1
    Mon 2026-11-23 11:15  tick      -> issue.due 1

    # one reminder for all that come due in one instant
    Mon 2026-11-23 18:00  tick      -> office.closed
    Mon 2026-11-23 19:40  acme calls: forgot password, normal -> defer not-critical, issue.queued 1
    Mon 2026-11-23 19:50  misses +493055 -> defer missed-out-of-hours, issue.queued 2
    Mon 2026-11-23 20:00  add, due Tue 2026-11-24 09:00: taxes -> issue.queued 3
    Tue 2026-11-24 09:00  tick      -> office.opened, issue.due 1 2 3
    Tue 2026-11-24 09:00  tick      -> -

    # a reminder at the last second of an interval waits for the next one when it is missed by a second
    Mon 2026-11-23 10:00  add, due Mon 2026-11-23 17:59:59: taxes -> issue.queued 1
    Mon 2026-11-23 18:00  late tick -> office.closed
    Tue 2026-11-24 09:00  tick      -> office.opened, issue.due 1

    # what is due at the closing itself comes at the next opening
    Mon 2026-11-23 10:00  add, due Mon 2026-11-23 18:00: taxes -> issue.queued 1, issue 1 reminded Tue 2026-11-24 09:00
    """)

  static let evenings = stories(
    """
    # this evening, on a business day: at 19:00, not when the office closes
    Mon 2026-11-23 10:00  boris calls -> decline personal-in-hours, issue.queued 1, due Mon 2026-11-23 19:00
    Mon 2026-11-23 18:00  tick      -> office.closed
    Mon 2026-11-23 19:00  tick      -> issue.due 1
    Tue 2026-11-24 09:00  tick      -> office.opened
    Tue 2026-11-24 18:00  tick      -> office.closed
    Tue 2026-11-24 19:00  tick      -> issue.due 1
    Tue 2026-11-24 19:30  resolve 1 -> issue.solved 1, issue.settled 1

    # this evening, while the office is open past it: when it closes
    hours: Mo-Fr 12:00-20:00
    Mon 2026-11-23 13:00  boris calls -> decline personal-in-hours, issue.queued 1, due Mon 2026-11-23 20:00
    Mon 2026-11-23 20:00  tick      -> office.closed, issue.due 1

    # an evening that is still worked is no time for friends
    hours: Mo-Fr 12:00-20:00
    Mon 2026-11-23 13:00  add ring-back for boris, due Mon 2026-11-23 19:30: birthday -> issue.queued 1
    Mon 2026-11-23 20:00  tick      -> office.closed, issue.due 1

    # this evening on a free day is any hour that is not quiet
    Sat 2026-11-28 11:00  misses boris -> ring-back personal-missed, issue.queued 1, due Sat 2026-11-28 11:00, says Ring back now.
    Sat 2026-11-28 11:00  tick      -> issue.due 1
    Sun 2026-11-29 09:00  tick      -> issue.due 1

    # this evening on a holiday
    holidays: 2026-11-25
    Wed 2026-11-25 08:00  misses boris -> ring-back personal-missed, issue.queued 1, due Wed 2026-11-25 09:00
    Wed 2026-11-25 09:00  tick      -> issue.due 1

    # this evening in the quiet hours is the next one
    Mon 2026-11-23 21:30  misses boris -> ring-back personal-missed, issue.queued 1, due Tue 2026-11-24 19:00
    Mon 2026-11-23 21:29:59  status -> closed

    # this evening in the quiet hours before a free day is the end of quiet
    Fri 2026-11-27 23:00  misses boris -> ring-back personal-missed, issue.queued 1, due Sat 2026-11-28 09:00
    Sat 2026-11-28 09:00  tick      -> issue.due 1

    # this evening past midnight, quiet until nine, is that day's
    Tue 2026-11-24 00:30  misses boris -> ring-back personal-missed, issue.queued 1, due Tue 2026-11-24 19:00

    # a quiet that begins past midnight leaves the evening long
    quiet: 00:30-09:00
    Mon 2026-11-23 23:00  misses boris -> ring-back personal-missed, issue.queued 1, due Mon 2026-11-23 23:00
    Mon 2026-11-23 23:00  tick      -> issue.due 1

    # hours that leave no evening free: at the next evening all the same
    hours: Mo-Su 00:00-24:00
    Mon 2026-11-23 10:00  boris calls -> decline personal-in-hours, issue.queued 1, due Mon 2026-11-23 19:00
    Mon 2026-11-23 19:00  tick      -> issue.due 1
    Tue 2026-11-24 19:00  tick      -> issue.due 1

    # a friend who calls again while the promise is broken hears of this evening, not of yesterday
    Mon 2026-11-23 10:00  boris calls -> decline personal-in-hours, issue.queued 1, due Mon 2026-11-23 19:00
    Mon 2026-11-23 18:00  tick      -> office.closed
    Mon 2026-11-23 19:00  tick      -> issue.due 1
    Tue 2026-11-24 09:00  tick      -> office.opened
    Tue 2026-11-24 10:00  boris calls -> decline personal-in-hours, issue.queued 1, promised Tue 2026-11-24 19:00, says I can't talk just now I'm working. May I call you tonight at 19:00?
    Tue 2026-11-24 18:00  tick      -> office.closed
    Tue 2026-11-24 19:00  tick      -> issue.due 1
    """)

  static let late = stories(
    """
    # a laptop that wakes at 23:30 does not say "ring Boris"
    Mon 2026-11-23 10:00  boris calls -> decline personal-in-hours, issue.queued 1, due Mon 2026-11-23 19:00
    Mon 2026-11-23 23:30  late tick -> office.closed, wake Tue 2026-11-24 09:00
    Tue 2026-11-24 09:00  tick      -> office.opened
    Tue 2026-11-24 18:00  tick      -> office.closed, issue.due 1

    # nor does it speak of a client's ring-back, but of what is critical
    Mon 2026-11-23 10:00  misses acme -> ring-back in-hours-missed, issue.queued 1
    Mon 2026-11-23 10:00  misses bob  -> ring-back in-hours-missed, issue.queued 2
    Mon 2026-11-23 23:30  late tick -> office.closed, issue.due 2
    Mon 2026-11-23 23:45  tick      -> issue.due 2
    Tue 2026-11-24 00:00  tick      -> issue.due 2
    Tue 2026-11-24 00:15  tick      -> issue.due 2
    Tue 2026-11-24 09:00  tick      -> office.opened, issue.due 1 2

    # downtime over several edges: the present state once, the reminder once, late
    Fri 2026-11-27 18:00  tick      -> office.closed
    Fri 2026-11-27 19:00  acme calls: forgot password, normal -> defer not-critical, issue.queued 1
    Wed 2026-12-02 10:00  late tick -> office.opened, issue.due 1
    Wed 2026-12-02 10:00  tick      -> -
    Wed 2026-12-02 18:00  tick      -> office.closed
    Thu 2026-12-03 09:00  tick      -> office.opened, issue.due 1

    # downtime that ends in another closure announces that one
    Fri 2026-11-27 18:00  tick      -> office.closed
    Mon 2026-11-30 20:00  late tick -> office.closed, wake Tue 2026-12-01 09:00

    # a day without the daemon and its end in between: an ask expires late, and its ring-back is due at once
    Fri 2026-11-27 18:00  tick      -> office.closed
    Fri 2026-11-27 19:00  acme calls -> ask not-triaged
    Mon 2026-11-30 10:00  late tick -> office.opened, call.triaged, issue.queued 1, issue.due 1
    Mon 2026-11-30 10:15  tick      -> issue.due 1

    # open for days between two closings: reminded after the next one, not at a midnight that is over
    hours: 24/7
    Mon 2026-11-23 10:00  override closed from Mon 2026-11-23 11:00 until Mon 2026-11-23 12:00 -> from Mon 2026-11-23 11:00
    Mon 2026-11-23 11:00  tick             -> office.closed
    Mon 2026-11-23 12:00  tick             -> office.override-ended, office.opened
    Mon 2026-11-23 12:00  add: taxes       -> issue.queued 1
    Mon 2026-11-23 12:00  tick             -> issue.due 1, wake Tue 2026-11-24 12:00
    Mon 2026-11-23 12:00  override closed from Wed 2026-11-25 08:00 until Wed 2026-11-25 09:00 -> until Wed 2026-11-25 09:00
    Tue 2026-11-24 12:00  tick             -> issue.due 1, wake Wed 2026-11-25 08:00
    Wed 2026-11-25 08:00  tick             -> office.closed
    Wed 2026-11-25 09:00  tick             -> office.override-ended, office.opened, issue.due 1

    # 24/7: always open, reminded every day at the same time
    hours: 24/7
    Mon 2026-11-23 03:00  misses acme -> ring-back in-hours-missed, issue.queued 1
    Mon 2026-11-23 03:00  tick      -> issue.due 1
    Mon 2026-11-23 03:10  resolve 1 -> issue.solved 1, issue.settled 1, wake never
    Mon 2026-11-23 03:10  add: taxes -> issue.queued 2, due Mon 2026-11-23 03:10
    Mon 2026-11-23 03:10  tick      -> issue.due 2
    Tue 2026-11-24 03:10  tick      -> issue.due 2
    Tue 2026-11-24 03:10  snooze 2 until next-business-day -> issue.snoozed 2, due Wed 2026-11-25 00:00

    # hours that do not close break a promise when its day is over
    hours: 24/7
    Mon 2026-11-23 10:00  add for acme, promised Mon 2026-11-23 12:00: taxes -> issue.queued 1
    Mon 2026-11-23 12:00  tick      -> issue.due 1
    Mon 2026-11-23 23:59  status    -> overdue 0
    Tue 2026-11-24 00:00  status    -> overdue 1

    # what closes an office that is open around the clock is the last closing of its day
    hours: 24/7
    Mon 2026-11-23 10:00  add for acme, promised Mon 2026-11-23 12:00: taxes -> issue.queued 1
    Mon 2026-11-23 12:00  tick      -> issue.due 1
    Mon 2026-11-23 13:00  override closed from Mon 2026-11-23 14:00 until Tue 2026-11-24 10:00: flu -> -
    Mon 2026-11-23 14:00  tick      -> office.closed
    Mon 2026-11-23 14:00  status    -> overdue 1

    # the owner works through for days: reminded once a day, never twice in one instant
    Fri 2026-11-27 18:00  tick      -> office.closed
    Fri 2026-11-27 20:00  acme calls: forgot password, normal -> defer not-critical, issue.queued 1
    Sat 2026-11-28 10:00  override open until Tue 2026-12-01 20:00: rush -> -
    Sat 2026-11-28 10:00  tick      -> office.opened
    Mon 2026-11-30 09:00  tick      -> issue.due 1
    Tue 2026-12-01 09:00  tick      -> issue.due 1
    Tue 2026-12-01 20:00  tick      -> office.override-ended, office.closed
    Wed 2026-12-02 09:00  tick      -> office.opened, issue.due 1

    # the owner works through a night: what was reminded the next day is reminded on the day after that
    Mon 2026-11-30 17:00  add for acme, due Tue 2026-12-01 10:11: taxes -> issue.queued 1
    Mon 2026-11-30 17:00  override open until Wed 2026-12-02 05:00: rush -> -
    Tue 2026-12-01 10:11  tick      -> issue.due 1
    Wed 2026-12-02 05:00  tick      -> office.override-ended, office.closed
    Wed 2026-12-02 09:00  tick      -> office.opened, issue.due 1

    # hours that never open: calls are kept and seen, nobody is reminded of what can wait
    hours: off
    Mon 2026-11-23 10:00  misses acme -> defer missed-out-of-hours, issue.queued 1, due Mon 2026-11-23 10:00
    Mon 2026-11-23 10:00  tick      -> -, wake never
    Mon 2026-11-23 10:00  status    -> closed, pending 1, due 1, overdue 0, next opening never
    Mon 2026-11-23 10:05  misses bob -> ring-back contract-missed, issue.queued 2
    Mon 2026-11-23 10:05  tick      -> issue.due 2
    Mon 2026-11-23 10:06  add: taxes -> refused neverOpens

    # hours that are only unknown: nobody is promised anything, and the search for their beginning ends
    hours: Mo-Su 09:00-18:00 unknown
    Mon 2026-11-23 10:00  acme calls: forgot password, normal -> defer not-critical, issue.queued 1
    Mon 2026-11-23 10:00  status    -> closed, since never, until never
    """)
}
