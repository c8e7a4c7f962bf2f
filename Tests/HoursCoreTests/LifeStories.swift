// An issue's life, and the odd days: hours that change, clocks that are wrong, nights that are too long.

import Testing

@Suite struct LifeStories {
  @Test(arguments: issues) func areLived(_ story: Story) throws { try story.run() }

  @Test(arguments: clocks) func clocksAreWrong(_ story: Story) throws { try story.run() }

  @Test(arguments: changes) func hoursChange(_ story: Story) throws { try story.run() }

  static let issues = stories(
    """
    # pending, solved: the follow-up is still owed to a client who can be written to
    Mon 2026-11-23 08:00  acme calls: forgot password, normal -> defer not-critical, issue.queued 1
    Mon 2026-11-23 09:00  tick             -> office.opened, issue.due 1
    Mon 2026-11-23 09:10  resolve 1        -> refused noSolution
    Mon 2026-11-23 09:10  resolve 1: sent a link -> issue.solved 1, mail.drafted 1, solved
    Mon 2026-11-23 09:10  resolve 1: again -> refused notPending
    Mon 2026-11-23 09:10  resolve 7: what? -> refused noSuchIssue
    Mon 2026-11-23 18:00  tick             -> office.closed

    # support for somebody without an address, and a ring-back, are settled at once
    Mon 2026-11-23 08:00  +493055 calls: a new site, normal -> defer not-critical, issue.queued 1
    Mon 2026-11-23 08:01  misses acme      -> defer missed-out-of-hours, issue.queued 2
    Mon 2026-11-23 08:02  resolve 1: sent an offer -> issue.solved 1, issue.settled 1, settled
    Mon 2026-11-23 08:03  resolve 2        -> issue.solved 2, issue.settled 2, settled
    Mon 2026-11-23 09:00  tick             -> office.opened

    # a snooze moves the due time and not the promise, and waits for the opening
    Mon 2026-11-23 08:00  acme calls: forgot password, normal -> defer not-critical, issue.queued 1, promised Mon 2026-11-23 09:00
    Mon 2026-11-23 09:00  tick             -> office.opened, issue.due 1
    Mon 2026-11-23 09:10  snooze 1 until 08:00 -> issue.snoozed 1, due Tue 2026-11-24 08:00, reminded Tue 2026-11-24 09:00, promised Mon 2026-11-23 09:00
    Mon 2026-11-23 09:11  snooze 1 until Mon 2026-11-23 09:00 -> refused snoozeIntoPast
    Mon 2026-11-23 09:12  snooze 1 until tonight -> issue.snoozed 1, due Mon 2026-11-23 19:00, reminded Tue 2026-11-24 09:00
    Mon 2026-11-23 09:13  snooze 1 until next-business-day -> issue.snoozed 1, due Tue 2026-11-24 09:00
    Mon 2026-11-23 09:14  snooze 1 until +10 working hours -> issue.snoozed 1, due Tue 2026-11-24 10:14
    Mon 2026-11-23 09:15  snooze 1 until +1 -> issue.snoozed 1, due Mon 2026-11-23 10:15
    Mon 2026-11-23 10:15  tick             -> issue.due 1

    # was it really critical? whoever does not say is told so, once it was said it is known
    Mon 2026-11-23 10:00  tick             -> office.opened
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:00  acme calls: down, critical -> answer critical, issue.queued 1
    Mon 2026-11-23 19:01  acme calls: down, critical -> answer critical, issue.queued 2
    Mon 2026-11-23 19:05  resolve 1: restarted -> issue.solved 1, mail.drafted 1, solved, not looked at
    Mon 2026-11-23 19:06  resolve 2 not critical: nothing -> issue.solved 2, mail.drafted 2, solved
    Mon 2026-11-23 19:07  reopen 2         -> issue.reopened 2, mail.waived 2
    Mon 2026-11-23 19:08  resolve 2: nothing again -> issue.solved 2, mail.drafted 3, solved

    # what is at once comes when it was snoozed to, at night, too
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:00  bob calls        -> answer contract, issue.queued 1
    Mon 2026-11-23 19:05  snooze 1 until Mon 2026-11-23 22:00 -> issue.snoozed 1, reminded Mon 2026-11-23 22:00
    Mon 2026-11-23 22:00  tick             -> issue.due 1

    # dropped and reopened in hours: due now, with the old promise
    Mon 2026-11-23 08:00  acme calls: forgot password, normal -> defer not-critical, issue.queued 1
    Mon 2026-11-23 09:00  tick             -> office.opened, issue.due 1
    Mon 2026-11-23 09:10  drop 1           -> issue.dropped 1
    Mon 2026-11-23 09:10  drop 1           -> refused notPending
    Mon 2026-11-23 11:00  reopen 1         -> issue.reopened 1, due Mon 2026-11-23 11:00, promised Mon 2026-11-23 09:00
    Mon 2026-11-23 11:00  reopen 1         -> refused alreadyPending
    Mon 2026-11-23 11:00  tick             -> issue.due 1

    # reopened out of hours: at the next opening, with a new promise if one is given
    Mon 2026-11-23 08:00  acme calls: forgot password, normal -> defer not-critical, issue.queued 1
    Mon 2026-11-23 08:10  resolve 1: sent a link -> issue.solved 1, mail.drafted 1
    Mon 2026-11-23 08:20  reopen 1 promised next-business-day -> issue.reopened 1, mail.waived 1, due Mon 2026-11-23 09:00, promised Tue 2026-11-24 09:00
    Mon 2026-11-23 08:30  note 1: rang again -> issue.noted 1
    Mon 2026-11-23 09:00  tick             -> office.opened, issue.due 1

    # the owner adds something: due at the next opening, or when it is said
    Mon 2026-11-23 10:00  add: taxes       -> issue.queued 1, due Tue 2026-11-24 09:00, promised never
    Mon 2026-11-23 10:00  add for acme, promised Wed 2026-11-25 10:00: a quote -> issue.queued 2, due Wed 2026-11-25 10:00, promised Wed 2026-11-25 10:00
    Mon 2026-11-23 10:00  add ring-back for boris: birthday -> issue.queued 3, due Mon 2026-11-23 19:00
    Mon 2026-11-23 10:00  add for nobody: what? -> refused noSuchClient
    Mon 2026-11-23 10:00  add, due Mon 2026-11-23 09:59: what? -> refused dueInPast
    Mon 2026-11-23 10:00  add for bob, due Mon 2026-11-23 22:00: backup -> issue.queued 4
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:00  tick             -> issue.due 3
    Mon 2026-11-23 22:00  tick             -> issue.due 4

    # overdue: support at the last closing of the promised day, a ring-back when quiet begins
    hours: Mo-Fr 09:00-13:00,14:00-18:00
    Mon 2026-11-23 08:00  acme calls: forgot password, normal -> defer not-critical, issue.queued 1
    Mon 2026-11-23 08:00  misses acme      -> defer missed-out-of-hours, issue.queued 2
    Mon 2026-11-23 08:59  status           -> pending 2, due 0, overdue 0
    Mon 2026-11-23 09:00  tick             -> office.opened, issue.due 1 2
    Mon 2026-11-23 09:00  status           -> pending 2, due 2, overdue 0
    Mon 2026-11-23 17:59:59  late tick     -> office.opened, issue.due 2
    Mon 2026-11-23 17:59:59  status        -> overdue 0
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 18:00  status           -> overdue 1
    Mon 2026-11-23 21:29:59  status        -> overdue 1
    Mon 2026-11-23 21:30  status           -> overdue 2
    Mon 2026-11-23 21:30  drop 1           -> issue.dropped 1
    Mon 2026-11-23 21:30  status           -> pending 1, overdue 1

    # a restart between the reminder and the work changes nothing
    Mon 2026-11-23 08:00  acme calls: forgot password, normal -> defer not-critical, issue.queued 1
    Mon 2026-11-23 08:30  restart
    Mon 2026-11-23 09:00  tick             -> office.opened, issue.due 1
    Mon 2026-11-23 09:00  restart
    Mon 2026-11-23 09:00  tick             -> -
    Mon 2026-11-23 18:00  restart
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 18:00  restart
    Mon 2026-11-23 18:05  acme calls       -> ask not-triaged
    Mon 2026-11-23 18:10  restart
    Mon 2026-11-23 18:15  tick             -> call.triaged, issue.queued 2
    Tue 2026-11-24 09:00  tick             -> office.opened, issue.due 1 2
    """)

  static let clocks = stories(
    """
    # behind at boot: calls are recorded, nothing is reminded until the clock catches up
    restarts: no
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:00  misses bob       -> ring-back contract-missed, issue.queued 1
    Mon 2026-11-23 19:00  tick             -> issue.due 1
    Mon 2026-11-23 18:55  restart
    Mon 2026-11-23 18:55  tick             -> -, wake Mon 2026-11-23 19:00
    Mon 2026-11-23 18:55  status           -> clock behind
    Mon 2026-11-23 18:56  misses bob       -> ring-back contract-missed, issue.queued 1
    Mon 2026-11-23 18:57  misses acme, at Mon 2026-11-23 19:10 -> defer missed-out-of-hours, issue.queued 2
    Mon 2026-11-23 19:00  tick             -> issue.due 1
    Mon 2026-11-23 19:00  status           -> clock believed
    Mon 2026-11-23 19:00  tick             -> -

    # behind at boot for good: after 10 minutes it is believed
    restarts: no
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:00  misses bob       -> ring-back contract-missed, issue.queued 1
    Mon 2026-11-23 19:00  tick             -> issue.due 1
    Mon 2026-11-23 10:00  restart
    Mon 2026-11-23 10:00  tick             -> -, wake Mon 2026-11-23 10:10
    Mon 2026-11-23 10:09  tick             -> -
    Mon 2026-11-23 10:10  tick             -> office.opened, wake Mon 2026-11-23 10:25
    Mon 2026-11-23 10:25  tick             -> issue.due 1

    # a minute behind is no reason for doubt
    restarts: no
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:00  misses acme      -> defer missed-out-of-hours, issue.queued 1
    Mon 2026-11-23 18:59  restart
    Mon 2026-11-23 18:59  status           -> clock believed

    # set back by seconds just after the closing: nothing is announced twice
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 17:59:30  tick          -> -
    Mon 2026-11-23 17:59:30  restart
    Mon 2026-11-23 17:59:30  tick          -> -
    Mon 2026-11-23 18:00  tick             -> -

    # behind at boot across a closing: caught up, nothing is announced twice
    restarts: no
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 17:55  restart
    Mon 2026-11-23 17:55  tick             -> -, wake Mon 2026-11-23 18:00
    Mon 2026-11-23 18:00  tick             -> -, wake Tue 2026-11-24 09:00

    # stepped back while running: waited for, then nothing is lost and nothing comes twice
    restarts: no
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:00  misses bob       -> ring-back contract-missed, issue.queued 1
    Mon 2026-11-23 19:00  tick             -> issue.due 1, wake Mon 2026-11-23 19:15
    Mon 2026-11-23 17:30  tick             -> -, wake Mon 2026-11-23 17:40
    Mon 2026-11-23 17:40  tick             -> office.opened, wake Mon 2026-11-23 17:55
    Mon 2026-11-23 17:55  tick             -> issue.due 1
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 18:10  tick             -> issue.due 1

    # stepped back twice: patience begins anew
    restarts: no
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 17:00  tick             -> -
    Mon 2026-11-23 16:00  tick             -> -, wake Mon 2026-11-23 16:10
    Mon 2026-11-23 16:10  tick             -> office.opened

    # stepped forward: what became due is reminded once, late
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:00  misses acme      -> defer missed-out-of-hours, issue.queued 1
    Wed 2026-11-25 12:00  late tick        -> office.opened, issue.due 1
    Wed 2026-11-25 12:00  tick             -> -

    # the night that is an hour short: an evening, a gap in the quiet hours, an opening
    hours: Mo-Su 01:30-02:30
    Sat 2026-03-28 10:00  misses acme      -> defer missed-out-of-hours, issue.queued 1, due Sun 2026-03-29 01:30
    Sun 2026-03-29 01:30  tick             -> office.opened, issue.due 1
    Sun 2026-03-29 01:45  tick             -> issue.due 1
    Sun 2026-03-29 03:00  tick             -> office.closed
    Mon 2026-03-30 01:30  tick             -> office.opened, issue.due 1

    # hours wholly inside the gap do not happen that night
    hours: Mo-Su 02:00-03:00
    Sat 2026-03-28 10:00  misses acme      -> defer missed-out-of-hours, issue.queued 1, due Mon 2026-03-30 02:00

    # the night that is an hour long: edges happen at their first occurrence
    hours: Mo-Su 01:30-02:30
    Sat 2026-10-24 10:00  misses acme      -> defer missed-out-of-hours, issue.queued 1, due Sun 2026-10-25 01:30
    Sun 2026-10-25 01:30  tick             -> office.opened, issue.due 1
    Sun 2026-10-25 01:45  tick             -> issue.due 1
    Sun 2026-10-25 02:00 CEST  tick        -> issue.due 1
    Sun 2026-10-25 02:15 CEST  tick        -> issue.due 1
    Sun 2026-10-25 02:30 CEST  tick        -> office.closed
    Sun 2026-10-25 02:29 CET  tick         -> -
    Mon 2026-10-26 01:30  tick             -> office.opened, issue.due 1

    # a working day across the long night is an hour longer
    hours: Sa 22:00-04:00
    Sat 2026-10-24 21:00  misses acme      -> defer missed-out-of-hours, issue.queued 1, due Sat 2026-10-24 22:00
    Sat 2026-10-24 22:00  tick             -> office.opened, issue.due 1
    Sat 2026-10-24 22:01  snooze 1 until +6 working hours -> issue.snoozed 1, due Sun 2026-10-25 03:01

    # hours past midnight: the interval belongs to the day on which it began
    hours: Mo-Fr 20:00-02:00
    Mon 2026-11-23 19:00  acme calls: forgot password, normal -> defer not-critical, issue.queued 1, due Mon 2026-11-23 20:00
    Mon 2026-11-23 20:00  tick             -> office.opened, issue.due 1
    Tue 2026-11-24 01:59:59  status        -> open, overdue 0
    Tue 2026-11-24 02:00  tick             -> office.closed
    Tue 2026-11-24 02:00  status           -> closed, no break, overdue 1
    Tue 2026-11-24 20:00  tick             -> office.opened, issue.due 1

    # hours past midnight and again in the afternoon: a closure, not a break, lies between two business days
    hours: Mo-Fr 14:00-16:00,20:00-02:00
    Mon 2026-11-23 16:00  tick             -> office.closed
    Mon 2026-11-23 16:00  status           -> break
    Tue 2026-11-24 02:00  late tick        -> office.closed
    Tue 2026-11-24 02:00  status           -> no break
    Tue 2026-11-24 02:00  acme calls       -> ask not-triaged

    # a support issue that is reminded late, past midnight, comes again on the next business day
    hours: Mo-Fr 20:00-02:00
    Mon 2026-11-23 19:00  acme calls: forgot password, normal -> defer not-critical, issue.queued 1
    Tue 2026-11-24 00:30  late tick        -> office.opened, issue.due 1
    Tue 2026-11-24 02:00  tick             -> office.closed
    Tue 2026-11-24 20:00  tick             -> office.opened, issue.due 1
    """)

  static let changes = stories(
    """
    # new hours move reminders, not promises, and name the promises that fall where nobody works
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:00  acme calls: forgot password, normal -> defer not-critical, issue.queued 1, due Tue 2026-11-24 09:00
    Mon 2026-11-23 19:10  boris calls      -> answer personal-out-of-hours
    Mon 2026-11-23 19:20  hours become Mo-Fr 10:00-18:00 -> affected 1, issue 1 reminded Tue 2026-11-24 10:00, issue 1 promised Tue 2026-11-24 09:00, issue 1 due Tue 2026-11-24 09:00
    Tue 2026-11-24 10:00  tick             -> office.opened, issue.due 1
    Tue 2026-11-24 10:00  hours become Mo-Fr 11:00-18:00 -> affected none

    # hours that are the same change nothing
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:00  restart
    Mon 2026-11-23 19:00  tick             -> -

    # hours change so that the office is open now: it is announced at once
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:00  misses acme      -> defer missed-out-of-hours, issue.queued 1
    Mon 2026-11-23 19:10  hours become Mo-Fr 09:00-20:00 -> affected none, wake Mon 2026-11-23 19:10
    Mon 2026-11-23 19:10  tick             -> office.opened, wake Mon 2026-11-23 20:00
    Mon 2026-11-23 20:00  tick             -> office.closed
    Tue 2026-11-24 09:00  tick             -> office.opened, issue.due 1

    # hours change so that the office is closed now
    Mon 2026-11-23 10:00  misses acme      -> ring-back in-hours-missed, issue.queued 1
    Mon 2026-11-23 10:00  tick             -> issue.due 1
    Mon 2026-11-23 10:10  hours become Mo-Fr 14:00-18:00 -> affected none, issue 1 reminded Mon 2026-11-23 14:15
    Mon 2026-11-23 10:10  tick             -> office.closed
    Mon 2026-11-23 14:00  tick             -> office.opened
    Mon 2026-11-23 14:15  tick             -> issue.due 1

    # the announced end moves with the hours, without another announcement
    Mon 2026-11-23 10:00  tick             -> office.opened, wake Mon 2026-11-23 18:00
    Mon 2026-11-23 10:10  hours become Mo-Fr 09:00-17:00 -> affected none, wake Mon 2026-11-23 17:00
    Mon 2026-11-23 16:00  restart
    Mon 2026-11-23 17:00  tick             -> office.closed

    # an absence that begins in the middle of it
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:00  acme calls: forgot password, normal -> defer not-critical, issue.queued 1
    Mon 2026-11-23 19:10  absence Tue 2026-11-24 00:00 to Thu 2026-11-26 12:00 -> affected 1, wake Thu 2026-11-26 12:00
    Thu 2026-11-26 12:00  tick             -> office.opened, issue.due 1
    Thu 2026-11-26 12:00  status           -> overdue 0

    # an absence in the middle of a day is a break
    absence: Mon 2026-11-23 11:00 to Mon 2026-11-23 12:00
    Mon 2026-11-23 11:00  tick             -> office.closed
    Mon 2026-11-23 11:00  acme calls       -> defer in-break, issue.queued 1, due Mon 2026-11-23 12:00
    Mon 2026-11-23 12:00  tick             -> office.opened, issue.due 1

    # before opening on a business day the next opening is today's
    Mon 2026-11-23 00:00  acme calls: forgot password, normal -> defer not-critical, issue.queued 1, due Mon 2026-11-23 09:00
    Mon 2026-11-23 00:00  status           -> closed, no break, next opening Mon 2026-11-23 09:00, since Fri 2026-11-20 18:00

    # on a weekend it is Monday's, and while open the one after this interval
    Sat 2026-11-28 12:00  acme calls: forgot password, normal -> defer not-critical, issue.queued 1, due Mon 2026-11-30 09:00
    Mon 2026-11-30 09:00  tick             -> office.opened, issue.due 1
    Mon 2026-11-30 09:00  status           -> open, next opening Tue 2026-12-01 09:00, until Mon 2026-11-30 18:00
    """)
}
