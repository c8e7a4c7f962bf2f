// The report, counted in stories: a line says every count that is not 0.

import Testing

@Suite struct ReportStories {
  @Test(arguments: told) func toldThenCalled(_ story: Story) throws { try story.run() }

  @Test(arguments: promises) func promisesAreKeptOrNot(_ story: Story) throws { try story.run() }

  @Test(arguments: answers) func whoPicksUp(_ story: Story) throws { try story.run() }

  @Test(arguments: windows) func windowsAreOfTheCallsOwnTime(_ story: Story) throws { try story.run() }

  static let told = stories(
    """
    # a client who was told: the call in which it was said comes before, and critical ones count, too
    hours: Mo-Fr 09:00-18:00
    Mon 2026-11-23 19:00  acme calls: forgot password, normal -> defer not-critical, issue.queued 1
    Mon 2026-11-23 19:00  told call 1 spoken  -> told
    Mon 2026-11-23 19:00  acme calls: again, normal -> defer not-critical, issue.queued 2
    Mon 2026-11-23 20:00  told call 2 spoken  -> told
    Mon 2026-11-23 21:00  acme calls: hacked, critical -> answer critical, issue.queued 3
    Mon 2026-11-23 21:01  report           -> calls 3, out_of_hours_before_told 1, out_of_hours_after_told 2, next_business_day_running 2, own_exceptions_of 2, client:acme told Mon 2026-11-23 18:00
    Mon 2026-11-23 21:02  report for acme  -> calls 3, out_of_hours_before_told 1, out_of_hours_after_told 2, next_business_day_running 2, own_exceptions_of 2
    Mon 2026-11-23 21:02  report for boris ->
    Mon 2026-11-23 21:02  report for nobody -> refused noSuchClient

    # a call that is written down late is counted where it rang
    Mon 2026-11-23 19:00  acme calls: forgot password, normal -> defer not-critical, issue.queued 1
    Mon 2026-11-23 19:30  told call 1 spoken  -> told
    Mon 2026-11-23 19:40  misses acme, at Mon 2026-11-23 18:30 -> defer missed-out-of-hours, issue.queued 2
    Mon 2026-11-23 19:41  report           -> calls 2, out_of_hours_before_told 2, next_business_day_running 2, own_exceptions_of 2

    # a friend: only working hours count, and nothing of a break is out of hours
    hours: Mo-Fr 09:00-13:00,14:00-18:00
    Mon 2026-11-23 15:00  boris calls      -> decline personal-in-hours, issue.queued 1
    Mon 2026-11-23 15:01  told call 1 spoken  -> told
    Mon 2026-11-23 16:00  boris calls      -> decline personal-in-hours, issue.queued 1
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 18:30  boris calls      -> answer personal-out-of-hours
    Mon 2026-11-23 19:00  tick             -> issue.due 1
    Tue 2026-11-24 09:00  tick             -> office.opened
    Tue 2026-11-24 13:00  tick             -> office.closed
    Tue 2026-11-24 13:30  acme calls: a question, normal -> defer in-break, issue.queued 2
    Tue 2026-11-24 13:31  report           -> calls 4, in_hours_before_told 1, in_hours_after_told 1, tonight_of 1, personal:boris calls 3, client:acme calls 1

    # strangers are counted together, whatever their numbers
    Mon 2026-11-23 19:00  +4930111 calls   -> defer stranger, issue.queued 1
    Mon 2026-11-23 19:01  +4930222 calls   -> defer stranger, issue.queued 2
    Mon 2026-11-23 19:02  withheld calls   -> defer stranger
    Mon 2026-11-23 19:03  report           -> calls 3, next_business_day_running 2, own_exceptions_of 3, strangers calls 3
    """)

  static let promises = stories(
    """
    # met by the last closing of the day, broken after it, or still running
    Mon 2026-11-23 08:00  acme calls: a, normal -> defer not-critical, issue.queued 1
    Mon 2026-11-23 08:01  acme calls: b, normal -> defer not-critical, issue.queued 2
    Mon 2026-11-23 08:02  acme calls: c, normal -> defer not-critical, issue.queued 3
    Mon 2026-11-23 08:03  acme calls: d, normal -> defer not-critical, issue.queued 4
    Mon 2026-11-23 08:04  drop 4           -> issue.dropped 4
    Mon 2026-11-23 08:05  report           -> calls 4, out_of_hours_before_told 4, own_exceptions_of 4, next_business_day_running 3
    Mon 2026-11-23 09:00  tick             -> office.opened, issue.due 1 2 3
    Mon 2026-11-23 17:59:59  resolve 1: done -> issue.solved 1, mail.drafted 1
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 18:00  resolve 2: done  -> issue.solved 2, mail.drafted 2
    Mon 2026-11-23 18:00  report           -> calls 4, out_of_hours_before_told 4, own_exceptions_of 4, next_business_day_kept 1, next_business_day_of 3

    # what was kept in time and reopened is owed again: broken, when its day is over and no new promise was given
    Mon 2026-11-23 08:00  acme calls: a, normal -> defer not-critical, issue.queued 1
    Mon 2026-11-23 08:30  resolve 1: done  -> issue.solved 1, mail.drafted 1
    Mon 2026-11-23 09:00  tick             -> office.opened
    Mon 2026-11-23 09:00  report           -> calls 1, out_of_hours_before_told 1, own_exceptions_of 1, next_business_day_kept 1, next_business_day_of 1
    Mon 2026-11-23 10:00  reopen 1         -> issue.reopened 1, mail.waived 1
    Mon 2026-11-23 10:00  tick             -> issue.due 1
    Mon 2026-11-23 10:00  report           -> calls 1, out_of_hours_before_told 1, own_exceptions_of 1, next_business_day_running 1
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 18:00  report           -> calls 1, out_of_hours_before_told 1, own_exceptions_of 1, next_business_day_of 1

    # tonight: rung back before quiet begins; two calls of one friend are one promise
    Mon 2026-11-23 15:00  boris calls      -> decline personal-in-hours, issue.queued 1
    Mon 2026-11-23 16:00  boris calls      -> decline personal-in-hours, issue.queued 1
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:00  tick             -> issue.due 1
    Mon 2026-11-23 19:30  report           -> calls 2, in_hours_before_told 2, tonight_running 1
    Mon 2026-11-23 21:29  resolve 1        -> issue.solved 1, issue.settled 1
    Mon 2026-11-23 21:30  report           -> calls 2, in_hours_before_told 2, tonight_kept 1, tonight_of 1

    # who rings back himself is a promise met; what is due at once, or when the break ends, is no such promise
    Mon 2026-11-23 08:00  misses acme      -> defer missed-out-of-hours, issue.queued 1
    Mon 2026-11-23 08:30  acme calls: the password, normal -> defer not-critical, issue.queued 2
    Mon 2026-11-23 08:31  end 2 answered   -> issue.settled 1, own exception
    Mon 2026-11-23 09:00  tick             -> office.opened, issue.due 2
    Mon 2026-11-23 09:30  misses acme      -> ring-back in-hours-missed, issue.queued 3
    Mon 2026-11-23 09:30  tick             -> issue.due 3
    Mon 2026-11-23 09:31  report           -> calls 3, out_of_hours_before_told 2, own_exceptions 1, own_exceptions_of 2, next_business_day_kept 1, next_business_day_of 1, next_business_day_running 1, picked_up_of 1
    """)

  static let answers = stories(
    """
    # picked up: clients in working hours, of whom it is known how it ended
    Mon 2026-11-23 10:00  acme calls       -> answer in-hours
    Mon 2026-11-23 10:05  end 1 answered   -> 
    Mon 2026-11-23 10:10  bob calls        -> answer in-hours
    Mon 2026-11-23 10:11  end 2 voicemail  -> issue.queued 1
    Mon 2026-11-23 10:11  tick             -> issue.due 1
    Mon 2026-11-23 10:20  acme calls       -> answer in-hours
    Mon 2026-11-23 10:22  boris calls      -> decline personal-in-hours, issue.queued 2
    Mon 2026-11-23 10:23  +493055 calls    -> answer in-hours
    Mon 2026-11-23 10:24  end 5 answered   ->
    Mon 2026-11-23 10:25  report           -> calls 5, in_hours_before_told 1, picked_up 1, picked_up_of 2, end_not_told 1, tonight_running 1

    # false alarms: solved critical issues, looked at again; a reopened one keeps what was answered
    Mon 2026-11-23 19:00  acme calls: down, critical -> answer critical, issue.queued 1
    Mon 2026-11-23 19:01  acme calls: down, critical -> answer critical, issue.queued 2
    Mon 2026-11-23 19:02  acme calls: down, critical -> answer critical, issue.queued 3
    Mon 2026-11-23 19:03  acme calls: down, critical -> answer critical, issue.queued 4
    Mon 2026-11-23 19:04  resolve 1 critical: restarted -> issue.solved 1, mail.drafted 1
    Mon 2026-11-23 19:05  resolve 2 not critical: nothing was wrong -> issue.solved 2, mail.drafted 2
    Mon 2026-11-23 19:06  resolve 3: restarted -> issue.solved 3, mail.drafted 3
    Mon 2026-11-23 19:07  report           -> calls 4, out_of_hours_before_told 4, false_alarms 1, false_alarms_of 2, not_looked_at 1
    Mon 2026-11-23 19:08  reopen 2         -> issue.reopened 2, mail.waived 2
    Mon 2026-11-23 19:09  resolve 2: again nothing -> issue.solved 2, mail.drafted 4
    Mon 2026-11-23 19:10  report           -> calls 4, out_of_hours_before_told 4, false_alarms 1, false_alarms_of 2, not_looked_at 1

    # the surcharge: offered in the verdict or answered, accepted, and the time that it took
    surcharge: +100 %
    Mon 2026-11-23 19:00  acme calls: a, normal -> defer not-critical, issue.queued 1, offer
    Mon 2026-11-23 19:01  triage 1: surcharge declined -> defer not-critical, no offer
    Mon 2026-11-23 19:02  acme calls: b, normal, surcharge accepted -> answer surcharge, issue.queued 2
    Mon 2026-11-23 19:02  end 2 answered minutes 20 ->
    Mon 2026-11-23 19:03  report           -> calls 2, out_of_hours_before_told 2, own_exceptions_of 1, surcharge_offered 2, surcharge_accepted 1, surcharge_minutes 20, next_business_day_running 1
    Mon 2026-11-23 19:04  resolve 2 minutes 35: done -> issue.solved 2, mail.drafted 1
    Mon 2026-11-23 19:05  report           -> calls 2, out_of_hours_before_told 2, own_exceptions_of 1, surcharge_offered 2, surcharge_accepted 1, surcharge_minutes 35, next_business_day_running 1
    """)

  static let windows = stories(
    """
    # this month unless it is said; half-open; days are the last ones that were
    Mon 2026-11-30 23:59  misses acme, at Sat 2026-10-31 23:59:59 -> defer missed-out-of-hours, issue.queued 1
    Mon 2026-11-30 23:59  misses acme, at Sun 2026-11-01 00:00 -> defer missed-out-of-hours, issue.queued 1
    Mon 2026-11-30 23:59  withheld calls   -> defer stranger
    Mon 2026-11-30 23:59  report           -> calls 2, out_of_hours_before_told 1, own_exceptions_of 2
    Mon 2026-11-30 23:59  report from Sat 2026-10-31 23:59:59 -> calls 3, out_of_hours_before_told 2, own_exceptions_of 3, next_business_day_of 1
    Mon 2026-11-30 23:59  report to Sun 2026-11-01 00:00 -> calls 1, out_of_hours_before_told 1, own_exceptions_of 1, next_business_day_of 1
    Mon 2026-11-30 23:59  report from Sun 2026-11-01 00:00 to today -> calls 1, out_of_hours_before_told 1, own_exceptions_of 1
    Mon 2026-11-30 23:59  report from today -> calls 1, own_exceptions_of 1
    Mon 2026-11-30 23:59  report from monday -> calls 1, own_exceptions_of 1
    Mon 2026-11-30 23:59  report from today to monday -> refused endsBeforeItBegins

    # the office is that of the call's own time, whatever the hours are now
    Mon 2026-11-23 10:00  acme calls       -> answer in-hours
    Mon 2026-11-23 10:01  end 1 answered   ->
    Mon 2026-11-23 10:02  hours become Tu-Fr 12:00-18:00 ->
    Mon 2026-11-23 10:02  tick             -> office.closed
    Mon 2026-11-23 10:03  report           -> calls 1, picked_up 1, picked_up_of 1
    """)
}
