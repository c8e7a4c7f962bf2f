// Thirty days of a freelancer's year, as they happen to people; worked out by hand from the policy.
//
// Where nothing else is said: Mo-Fr 09:00-18:00; PH off in Berlin, friends from 19:00 on, quiet 21:30-09:00. acme is a
// client, bob one who pays for round-the-clock support, boris a friend, school the children's.

import Testing

@Suite struct YearStories {
  @Test(arguments: year) func goesAsThePolicySays(_ story: Story) throws { try story.run() }

  @Test func thereAreThirty() {
    #expect(Self.year.count == 30)
    #expect(Set(Self.year.map(\.title)).count == 30)
    for story in Self.year {
      #expect(story.steps.contains { !$0.expected.isEmpty }, "\(story.title)")
    }
  }

  static let year = stories(
    """
    # January: lunch
    hours: Mo-Fr 09:00-13:00,14:00-18:00
    Mon 2026-01-12 13:20  acme calls: forgot password -> defer in-break, issue.queued 1, promised Mon 2026-01-12 14:00, no offer
    Mon 2026-01-12 14:00  tick                 -> office.opened, issue.due 1
    Mon 2026-01-12 14:05  resolve 1            -> issue.solved 1, issue.settled 1

    # January: a call before the opening
    Tue 2026-01-13 08:40  acme calls           -> ask not-triaged, no issue
    Tue 2026-01-13 08:42  triage 1: all no     -> defer not-critical, issue.queued 1, promised Tue 2026-01-13 09:00
    Tue 2026-01-13 09:00  tick                 -> office.opened, issue.due 1

    # February: the laptop sleeps at 09:00 and wakes at 23:30
    Wed 2026-02-04 18:00  tick                 -> office.closed
    Wed 2026-02-04 20:00  misses acme          -> defer missed-out-of-hours, issue.queued 1, promised Thu 2026-02-05 09:00
    Thu 2026-02-05 08:00  misses boris         -> ring-back personal-missed, issue.queued 2, promised Thu 2026-02-05 19:00
    Thu 2026-02-05 23:30  late tick            -> office.closed, wake Fri 2026-02-06 09:00
    Thu 2026-02-05 23:30  status               -> overdue 2
    Fri 2026-02-06 09:00  tick                 -> office.opened, issue.due 1
    Fri 2026-02-06 09:05  resolve 1            -> issue.solved 1, issue.settled 1
    Fri 2026-02-06 18:00  tick                 -> office.closed, issue.due 2

    # February: one client calls again and again
    Wed 2026-02-11 19:00  misses acme          -> defer missed-out-of-hours, issue.queued 1, promised Thu 2026-02-12 09:00
    Wed 2026-02-11 19:30  misses acme          -> defer missed-out-of-hours, issue.queued 1, issue 1
    Wed 2026-02-11 20:00  acme calls: forgot password, normal -> defer not-critical, issue.queued 2, pending 1
    Thu 2026-02-12 09:00  tick                 -> office.opened, issue.due 1 2

    # February: a friend's emergency
    Tue 2026-02-17 15:00  boris calls: locked out, critical -> answer personal-critical, no issue
    Tue 2026-02-17 15:30  misses boris: critical -> ring-back personal-critical-missed, issue.queued 1, due Tue 2026-02-17 15:30
    Tue 2026-02-17 15:30  tick                 -> issue.due 1

    # February: a stranger at three in the morning
    Sat 2026-02-21 03:00  +493055 calls        -> defer stranger, issue.queued 1, promised Mon 2026-02-23 09:00
    Mon 2026-02-23 09:00  tick                 -> office.opened, issue.due 1, wake Mon 2026-02-23 18:00

    # March: missed at 11:00, answered at 11:05
    Tue 2026-03-03 11:00  misses acme          -> ring-back in-hours-missed, issue.queued 1, due Tue 2026-03-03 11:00
    Tue 2026-03-03 11:00  tick                 -> issue.due 1
    Tue 2026-03-03 11:05  acme calls           -> answer in-hours
    Tue 2026-03-03 11:09  end 2 answered       -> issue.settled 1, wake Tue 2026-03-03 18:00

    # March: a snooze over the closing
    Thu 2026-03-05 17:00  add for acme, due Thu 2026-03-05 17:30: the invoice -> issue.queued 1
    Thu 2026-03-05 17:30  tick                 -> issue.due 1
    Thu 2026-03-05 17:31  snooze 1 until +2    -> issue.snoozed 1, due Thu 2026-03-05 19:31, reminded Fri 2026-03-06 09:00
    Thu 2026-03-05 18:00  tick                 -> office.closed
    Fri 2026-03-06 09:00  tick                 -> office.opened, issue.due 1

    # March: a contract that changes
    Mon 2026-03-09 18:00  tick                 -> office.closed
    Mon 2026-03-09 20:00  misses acme          -> defer missed-out-of-hours, issue.queued 1, promised Tue 2026-03-10 09:00
    Mon 2026-03-09 20:05  contract of acme becomes 24x7 -> affected none, issue 1 reminded Tue 2026-03-10 09:00
    Mon 2026-03-09 20:10  acme calls           -> answer contract, issue.queued 2, due Mon 2026-03-09 20:10
    Mon 2026-03-09 20:11  end 2 answered       -> issue.settled 1
    Mon 2026-03-09 20:25  tick                 -> issue.due 2

    # March: the battery was empty, and the clock is wrong at boot
    restarts: no
    Fri 2026-03-13 18:00  tick                 -> office.closed
    Fri 2026-03-13 19:00  misses bob           -> ring-back contract-missed, issue.queued 1
    Fri 2026-03-13 19:00  tick                 -> issue.due 1
    Fri 2026-03-13 10:00  restart
    Fri 2026-03-13 10:00  tick                 -> -, wake Fri 2026-03-13 10:10
    Fri 2026-03-13 10:00  status               -> clock behind
    Fri 2026-03-13 19:05  late tick            -> -, wake Fri 2026-03-13 19:15
    Fri 2026-03-13 19:05  status               -> clock believed
    Fri 2026-03-13 19:15  tick                 -> issue.due 1

    # March: an office that never closes
    hours: 24/7
    Sun 2026-03-22 03:00  acme calls: forgot password, normal -> answer in-hours, no issue
    Sun 2026-03-22 03:30  boris calls          -> decline personal-in-hours, issue.queued 1, promised Sun 2026-03-22 19:00
    Sun 2026-03-22 19:00  tick                 -> issue.due 1

    # March: the short night, in which a shift of eight hours is seven
    hours: Sa 22:00-06:00
    Sat 2026-03-28 21:00  misses acme          -> defer missed-out-of-hours, issue.queued 1, promised Sat 2026-03-28 22:00
    Sat 2026-03-28 22:00  tick                 -> office.opened, issue.due 1
    Sat 2026-03-28 22:01  snooze 1 until +6 working hours -> issue.snoozed 1, due Sun 2026-03-29 05:01
    Sun 2026-03-29 05:01  tick                 -> issue.due 1
    Sun 2026-03-29 05:02  resolve 1            -> issue.solved 1, issue.settled 1
    Sun 2026-03-29 06:00  tick                 -> office.closed, wake Sat 2026-04-04 22:00

    # March: hours past midnight
    hours: Mo-Fr 20:00-02:00
    Tue 2026-03-31 01:30  acme calls           -> answer in-hours
    Tue 2026-03-31 02:00  tick                 -> office.closed
    Tue 2026-03-31 02:10  acme calls: forgot password, normal -> defer not-critical, issue.queued 1, promised Tue 2026-03-31 20:00
    Tue 2026-03-31 10:00  boris calls          -> answer personal-out-of-hours
    Tue 2026-03-31 20:00  tick                 -> office.opened, issue.due 1

    # April: from Good Friday to Easter Monday
    holidays: 2026-04-03, 2026-04-06
    Thu 2026-04-02 18:05  misses acme          -> defer missed-out-of-hours, issue.queued 1, promised Tue 2026-04-07 09:00
    Fri 2026-04-03 11:00  status               -> closed, reason holiday, until Tue 2026-04-07 09:00
    Fri 2026-04-03 11:30  boris calls          -> answer personal-out-of-hours
    Tue 2026-04-07 09:00  tick                 -> office.opened, issue.due 1

    # April: a week in bed, with one good morning in it: an override over an override
    Mon 2026-04-13 08:00  override closed until 2026-04-18: flu -> affected none
    Wed 2026-04-15 09:30  override open from 10:00 until 12:00: better -> affected none
    Wed 2026-04-15 10:00  tick                 -> office.opened
    Wed 2026-04-15 10:30  acme calls           -> answer in-hours
    Wed 2026-04-15 12:00  tick                 -> office.override-ended, office.closed
    Wed 2026-04-15 12:00  status               -> closed, override 1, reason flu, until Mon 2026-04-20 09:00

    # April: a friend at 15:00 is rung back in the evening
    Thu 2026-04-16 15:00  boris calls          -> decline personal-in-hours, issue.queued 1, promised Thu 2026-04-16 19:00
    Thu 2026-04-16 18:00  tick                 -> office.closed
    Thu 2026-04-16 19:00  tick                 -> issue.due 1
    Thu 2026-04-16 19:20  resolve 1            -> issue.solved 1, issue.settled 1

    # April: Friday's promise is kept on Monday
    Fri 2026-04-24 18:30  acme calls: a broken link, normal -> defer not-critical, issue.queued 1, promised Mon 2026-04-27 09:00
    Sun 2026-04-26 12:00  status               -> closed, pending 1, due 0, overdue 0
    Mon 2026-04-27 09:00  tick                 -> office.opened, issue.due 1
    Mon 2026-04-27 11:00  resolve 1: mended    -> issue.solved 1, mail.drafted 1, solved
    Mon 2026-04-27 18:00  tick                 -> office.closed
    Mon 2026-04-27 18:00  status               -> pending 0, overdue 0

    # May: what is not done is reminded every morning, and overdue from the first closing on
    Tue 2026-05-05 19:00  acme calls: a banner, normal -> defer not-critical, issue.queued 1, promised Wed 2026-05-06 09:00
    Wed 2026-05-06 09:00  tick                 -> office.opened, issue.due 1
    Wed 2026-05-06 17:59  status               -> overdue 0
    Wed 2026-05-06 18:00  tick                 -> office.closed
    Wed 2026-05-06 18:00  status               -> overdue 1
    Thu 2026-05-07 09:00  tick                 -> office.opened, issue.due 1
    Thu 2026-05-07 18:00  tick                 -> office.closed
    Fri 2026-05-08 09:00  tick                 -> office.opened, issue.due 1

    # May: a friend in the quiet hours, before a holiday
    holidays: 2026-05-14
    Wed 2026-05-13 21:45  misses boris         -> ring-back personal-missed, issue.queued 1, promised Thu 2026-05-14 09:00
    Thu 2026-05-14 09:00  tick                 -> issue.due 1

    # May: Friday night before a holiday Monday
    holidays: 2026-05-25
    Fri 2026-05-22 21:00  acme calls: a link, normal -> defer not-critical, issue.queued 1, promised Tue 2026-05-26 09:00
    Mon 2026-05-25 10:00  status               -> closed, reason holiday, next opening Tue 2026-05-26 09:00
    Tue 2026-05-26 09:00  tick                 -> office.opened, issue.due 1

    # June: the school calls
    Tue 2026-06-09 11:00  school calls         -> answer always, no issue
    Tue 2026-06-09 11:30  misses school        -> ring-back always-missed, issue.queued 1, due Tue 2026-06-09 11:30
    Tue 2026-06-09 11:30  tick                 -> issue.due 1
    Tue 2026-06-09 11:33  school calls         -> answer always
    Tue 2026-06-09 11:34  end 3 answered       -> issue.settled 1, wake Tue 2026-06-09 18:00

    # June: a Saturday that is paid for
    surcharge: +100 %
    Sat 2026-06-20 10:00  acme calls           -> ask not-triaged, offer
    Sat 2026-06-20 10:02  triage 1: normal, surcharge accepted -> answer surcharge, issue.queued 1, issue 1 billable, due Sat 2026-06-20 10:00
    Sat 2026-06-20 10:15  tick                 -> issue.due 1
    Sat 2026-06-20 10:20  resolve 1: mended    -> issue.solved 1, mail.drafted 1, solved

    # July: school holidays, half a day's work
    hours: Mo-Fr 09:00-18:00; SH Mo-Fr 09:00-13:00
    school holidays: 2026-07-16
    Thu 2026-07-16 12:00  acme calls           -> answer in-hours
    Thu 2026-07-16 13:00  tick                 -> office.closed
    Thu 2026-07-16 13:30  boris calls          -> answer personal-out-of-hours
    Thu 2026-07-16 14:00  acme calls: forgot password, normal -> defer not-critical, issue.queued 1, promised Fri 2026-07-17 09:00
    Fri 2026-07-17 09:00  tick                 -> office.opened, issue.due 1
    Fri 2026-07-17 09:00  status               -> until Fri 2026-07-17 18:00

    # August: a vacation that is declared while a quote is owed
    Thu 2026-07-30 17:00  add for acme, promised Mon 2026-08-03 09:00: a quote -> issue.queued 1, due Mon 2026-08-03 09:00
    Thu 2026-07-30 17:10  absence Mon 2026-08-03 00:00 to Mon 2026-08-17 00:00 -> affected 1, issue 1 promised Mon 2026-08-03 09:00
    Thu 2026-07-30 18:00  tick                 -> office.closed
    Fri 2026-07-31 09:00  tick                 -> office.opened
    Fri 2026-07-31 18:00  tick                 -> office.closed, wake Mon 2026-08-17 09:00
    Wed 2026-08-05 10:00  status               -> closed, reason absent, overdue 0
    Wed 2026-08-05 11:00  boris calls          -> answer personal-out-of-hours
    Mon 2026-08-17 09:00  tick                 -> office.opened, issue.due 1

    # September: the office moves to Lisbon, where nine o'clock is an hour later
    Thu 2026-09-03 18:30  acme calls: forgot password, normal -> defer not-critical, issue.queued 1, promised Fri 2026-09-04 09:00
    Thu 2026-09-03 19:00  zone becomes Europe/Lisbon -> affected 1, issue 1 promised Fri 2026-09-04 09:00, issue 1 reminded Fri 2026-09-04 10:00
    Fri 2026-09-04 09:00  tick                 -> office.opened, issue.due 1, issue 1 promised Fri 2026-09-04 08:00

    # September: flu moves a reminder, and no promise
    Mon 2026-09-14 19:00  acme calls: a banner, normal -> defer not-critical, issue.queued 1, promised Tue 2026-09-15 09:00
    Tue 2026-09-15 07:00  override closed until 2026-09-17: flu -> affected 1
    Tue 2026-09-15 09:30  status               -> closed, override 1, reason flu, next opening Thu 2026-09-17 09:00
    Thu 2026-09-17 00:00  tick                 -> office.override-ended
    Thu 2026-09-17 09:00  tick                 -> office.opened, issue.due 1, issue 1 promised Tue 2026-09-15 09:00

    # October: a password at 23:00, and again
    Mon 2026-10-05 23:00  acme calls: forgot password, normal -> defer not-critical, issue.queued 1, promised Tue 2026-10-06 09:00, not told
    Mon 2026-10-05 23:01  told call 1 spoken   -> told
    Mon 2026-10-05 23:20  acme calls: still no password, normal -> defer not-critical, issue.queued 2, told, pending 1
    Tue 2026-10-06 09:00  tick                 -> office.opened, issue.due 1 2

    # October: somebody else's pages on a client's site
    Sun 2026-10-11 02:00  acme calls           -> ask not-triaged
    Sun 2026-10-11 02:02  triage 1: defaced yes -> answer critical, issue.queued 1, rule answer: defaced
    Sun 2026-10-11 02:15  tick                 -> issue.due 1
    Sun 2026-10-11 02:20  resolve 1: restored  -> issue.solved 1, mail.drafted 1, solved, wake Mon 2026-10-12 09:00

    # October: half past two, the second time, in the long night
    Sun 2026-10-25 02:30 CEST  boris calls     -> answer personal-out-of-hours
    Sun 2026-10-25 02:30 CET   misses acme: shop down, critical -> ring-back critical-missed, issue.queued 1
    Sun 2026-10-25 02:30 CET   tick            -> issue.due 1
    Sun 2026-10-25 02:45 CET   tick            -> issue.due 1
    Sun 2026-10-25 03:00  tick                 -> issue.due 1
    Sun 2026-10-25 03:15  tick                 -> issue.due 1, wake Mon 2026-10-26 09:00

    # December: the year's last days
    hours: Mo-Fr 09:00-18:00; Dec 24,31 09:00-12:00; PH off
    holidays: 2026-12-25, 2026-12-26, 2027-01-01
    Thu 2026-12-24 12:00  tick                 -> office.closed
    Thu 2026-12-24 12:30  acme calls: a banner, normal -> defer not-critical, issue.queued 1, promised Mon 2026-12-28 09:00
    Mon 2026-12-28 09:00  tick                 -> office.opened, issue.due 1
    Mon 2026-12-28 10:00  resolve 1: done      -> issue.solved 1, mail.drafted 1, solved
    Thu 2026-12-31 12:05  late tick            -> office.closed
    Thu 2026-12-31 12:10  misses +493055       -> defer missed-out-of-hours, issue.queued 2, promised Mon 2027-01-04 09:00
    """)
}
