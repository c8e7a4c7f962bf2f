// Every row of the decision table as somebody would live through it.

import Testing

@Suite struct TableStories {
  @Test(arguments: openAndContacts) func open(_ story: Story) throws { try story.run() }

  @Test(arguments: outOfHours) func closed(_ story: Story) throws { try story.run() }

  static let openAndContacts = stories(
    """
    # always: the school is answered at any hour, and leaves nothing
    Mon 2026-11-23 10:00  school calls     -> answer always, no issue
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 23:00  school calls     -> answer always, no issue

    # always-missed: the school is rung back at once, in any state and in quiet hours
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 23:00  misses school    -> ring-back always-missed, issue.queued 1, due Mon 2026-11-23 23:00
    Mon 2026-11-23 23:00  tick             -> issue.due 1
    Mon 2026-11-23 23:15  tick             -> issue.due 1

    # in-hours: a client calls in working hours: pick up
    Mon 2026-11-23 09:00  acme calls       -> answer in-hours, no issue, silent
    Mon 2026-11-23 17:59:59  +493055 calls -> answer in-hours, no issue

    # in-hours-missed: rung back now
    Mon 2026-11-23 10:00  misses acme      -> ring-back in-hours-missed, issue.queued 1, due Mon 2026-11-23 10:00
    Mon 2026-11-23 10:00  tick             -> issue.due 1

    # in-hours-missed: the ring decides, then its end
    Mon 2026-11-23 10:00  acme calls       -> answer in-hours
    Mon 2026-11-23 10:01  end 1 missed     -> ring-back in-hours-missed, issue.queued 1, promised Mon 2026-11-23 10:00
    Mon 2026-11-23 10:01  tick             -> issue.due 1

    # personal-critical: a friend in need is answered, in hours and in quiet hours
    Mon 2026-11-23 10:00  boris calls: an accident, critical -> answer personal-critical, no issue
    Mon 2026-11-23 18:00  tick                               -> office.closed
    Mon 2026-11-23 23:00  boris calls: an accident, critical -> answer personal-critical, no issue

    # personal-critical-missed: rung back now, even in quiet hours
    Mon 2026-11-23 18:00  tick                               -> office.closed
    Mon 2026-11-23 23:00  misses boris: an accident, critical -> ring-back personal-critical-missed, issue.queued 1
    Mon 2026-11-23 23:00  tick                               -> issue.due 1

    # personal-in-hours: I can't talk just now, I'm working
    Mon 2026-11-23 10:00  boris calls      -> decline personal-in-hours, issue.queued 1, due Mon 2026-11-23 19:00
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:00  tick             -> issue.due 1

    # personal-missed: in hours and out of hours, tonight
    Mon 2026-11-23 10:00  misses boris     -> ring-back personal-missed, issue.queued 1, due Mon 2026-11-23 19:00
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 18:30  misses +491111   -> defer missed-out-of-hours, issue.queued 2
    Mon 2026-11-23 19:00  tick             -> issue.due 1
    Mon 2026-11-23 19:30  misses boris     -> ring-back personal-missed, issue 1, due Mon 2026-11-23 19:30, issue.queued 1
    Mon 2026-11-23 19:30  tick             -> issue.due 1

    # personal-out-of-hours: friends may call in the evening
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 18:00  boris calls      -> answer personal-out-of-hours, no issue
    """)

  static let outOfHours = stories(
    """
    # contract: who pays for round-the-clock support is always answered
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 23:00  bob calls        -> answer contract, issue.queued 1, due Mon 2026-11-23 23:00, no offer
    Mon 2026-11-23 23:15  tick             -> issue.due 1
    Mon 2026-11-23 23:30  tick             -> issue.due 1

    # contract-missed: rung back now
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 23:00  misses bob       -> ring-back contract-missed, issue.queued 1, due Mon 2026-11-23 23:00
    Mon 2026-11-23 23:00  tick             -> issue.due 1

    # contract: in a break, too
    hours: Mo-Fr 09:00-13:00,14:00-18:00
    Mon 2026-11-23 13:00  tick             -> office.closed
    Mon 2026-11-23 13:30  bob calls        -> answer contract, issue.queued 1, due Mon 2026-11-23 13:30
    Mon 2026-11-23 13:45  tick             -> issue.due 1

    # critical: my site was replaced by another
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  acme calls: site replaced, critical -> answer critical, issue.queued 1, due Mon 2026-11-23 19:40
    Mon 2026-11-23 19:50  +493055 calls: shop down, critical  -> answer critical, issue.queued 2
    Mon 2026-11-23 19:55  tick             -> issue.due 1
    Mon 2026-11-23 20:05  tick             -> issue.due 2

    # critical-missed: rung back at once
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 23:00  misses acme: site down, critical    -> ring-back critical-missed, issue.queued 1
    Mon 2026-11-23 23:00  tick             -> issue.due 1

    # in-break: later today, without firm words or an offer
    hours: Mo-Fr 09:00-13:00,14:00-18:00
    surcharge: +100 %
    Mon 2026-11-23 13:00  tick             -> office.closed
    Mon 2026-11-23 13:00  acme calls: forgot password, normal, surcharge accepted -> defer in-break, issue.queued 1, due Mon 2026-11-23 14:00, no offer
    Mon 2026-11-23 13:10  misses +493055   -> defer in-break, issue.queued 2, due Mon 2026-11-23 14:00
    Mon 2026-11-23 13:59  status           -> closed, break, next opening Mon 2026-11-23 14:00
    Mon 2026-11-23 14:00  tick             -> office.opened, issue.due 1 2

    # in-break: nobody counts as told in a break
    hours: Mo-Fr 09:00-13:00,14:00-18:00
    Mon 2026-11-23 13:00  tick             -> office.closed
    Mon 2026-11-23 13:10  acme calls       -> defer in-break, issue.queued 1, auto-reply, not told
    Mon 2026-11-23 13:10  told call 1 sms  -> not told
    Mon 2026-11-23 13:20  acme calls       -> defer in-break, issue.queued 1, silent, not told

    # surcharge: accepted, at once, billable
    surcharge: +100 %
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  acme calls: a broken link, normal -> defer not-critical, issue.queued 1, due Tue 2026-11-24 09:00, offer
    Mon 2026-11-23 19:41  triage 1: surcharge accepted      -> answer surcharge, issue.queued 1, due Mon 2026-11-23 19:40, issue 1 billable, no offer
    Mon 2026-11-23 19:55  tick             -> issue.due 1

    # surcharge: declined, then it waits
    surcharge: +100 %
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  acme calls: a broken link, normal -> defer not-critical, issue.queued 1, offer
    Mon 2026-11-23 19:41  triage 1: surcharge declined      -> defer not-critical, due Tue 2026-11-24 09:00, no offer, issue 1 not billable
    Tue 2026-11-24 09:00  tick             -> office.opened, issue.due 1

    # surcharge: the owner offers none, so nobody can accept one; nor can a stranger
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  acme calls: a broken link, normal, surcharge accepted -> defer not-critical, issue.queued 1, no offer

    # surcharge: strangers are not offered one
    surcharge: +100 %
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  +493055 calls: a new site, normal, surcharge accepted -> defer not-critical, issue.queued 1, no offer

    # not-critical: I will look at it on the next business day, past Christmas and the weekend
    holidays: 2026-12-25, 2026-12-26
    Thu 2026-12-24 18:00  tick             -> office.closed
    Thu 2026-12-24 19:40  acme calls: forgot password, normal -> defer not-critical, issue.queued 1, due Mon 2026-12-28 09:00
    Mon 2026-12-28 08:59  tick             -> -
    Mon 2026-12-28 09:00  tick             -> office.opened, issue.due 1
    Mon 2026-12-28 09:00  tick             -> -

    # not-critical: missed, but it is known what it was about
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  misses acme: forgot password, normal -> defer not-critical, issue.queued 1, issue 1 support

    # missed-out-of-hours: rung back at the next opening
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  misses acme      -> defer missed-out-of-hours, issue.queued 1, due Tue 2026-11-24 09:00, issue 1 ring-back
    Tue 2026-11-24 09:00  tick             -> office.opened, issue.due 1

    # stranger: voicemail, and a ring-back
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  +493055 calls    -> defer stranger, issue.queued 1, due Tue 2026-11-24 09:00, auto-reply
    Mon 2026-11-23 19:41  end 1 voicemail  -> defer stranger
    Tue 2026-11-24 09:00  tick             -> office.opened, issue.due 1

    # not-triaged: asked what it is about, and after 10 minutes it counts as missed
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  acme calls       -> ask not-triaged, no issue, wake Mon 2026-11-23 19:50
    Mon 2026-11-23 19:49:59  tick          -> -
    Mon 2026-11-23 19:50  tick             -> call.triaged, issue.queued 1, issue 1 ring-back, issue 1 due Tue 2026-11-24 09:00
    Mon 2026-11-23 19:50  tick             -> -
    Tue 2026-11-24 09:00  tick             -> office.opened, issue.due 1
    """)
}
