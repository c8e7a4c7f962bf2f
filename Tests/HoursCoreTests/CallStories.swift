// Calls: how they are triaged, how they end, and what they do to each other.

import Testing

@Suite struct CallStories {
  @Test(arguments: triage) func areTriaged(_ story: Story) throws { try story.run() }

  @Test(arguments: ends) func comeToAnEnd(_ story: Story) throws { try story.run() }

  @Test(arguments: joins) func meet(_ story: Story) throws { try story.run() }

  static let triage = stories(
    """
    # an ask is answered: one yes is critical
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  acme calls       -> ask not-triaged
    Mon 2026-11-23 19:42  triage 1: data no, down yes -> answer critical, issue.queued 1, due Mon 2026-11-23 19:40, rule answer: down
    Mon 2026-11-23 19:50  status           -> closed
    Mon 2026-11-23 19:55  tick             -> issue.due 1

    # an ask is answered: all no is normal, some no is nothing yet
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  acme calls       -> ask not-triaged
    Mon 2026-11-23 19:42  triage 1: data no, down no  -> ask not-triaged, no issue
    Mon 2026-11-23 19:43  triage 1: blocked no, defaced no -> defer not-critical, issue.queued 1, due Tue 2026-11-24 09:00
    Tue 2026-11-24 09:00  tick             -> office.opened, issue.due 1

    # a stated severity wins over the answers; unknown questions and empty triage are refused
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  acme calls       -> ask not-triaged
    Mon 2026-11-23 19:41  triage 1: hungry yes        -> refused unknownQuestion
    Mon 2026-11-23 19:41  triage 1         -> refused nothingToTriage
    Mon 2026-11-23 19:42  triage 1: down yes, normal  -> defer not-critical, issue.queued 1, rule stated
    Mon 2026-11-23 19:42  triage 9: normal -> refused noSuchCall

    # two calls of one client are not triaged at once: one ring-back for both
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  acme calls       -> ask not-triaged
    Mon 2026-11-23 19:40  acme calls       -> ask not-triaged
    Mon 2026-11-23 19:50  tick             -> call.triaged, issue.queued 1, call.triaged, issue.queued 1
    Mon 2026-11-23 19:50  tick             -> -
    Tue 2026-11-24 09:00  tick             -> office.opened, issue.due 1

    # a call is triaged after it expired: its ring-back becomes the support that it is
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  acme calls       -> ask not-triaged
    Mon 2026-11-23 19:50  tick             -> call.triaged, issue.queued 1, issue 1 ring-back
    Mon 2026-11-23 20:30  triage 1: critical -> answer critical, issue.queued 1, issue 1 support, issue 1 critical
    Mon 2026-11-23 20:30  tick             -> issue.due 1

    # what turned out to be normal is no longer at once
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  acme calls: site down, critical -> answer critical, issue.queued 1
    Mon 2026-11-23 19:50  triage 1: normal -> defer not-critical, issue.queued 1, due Tue 2026-11-24 09:00, promised Mon 2026-11-23 19:40
    Tue 2026-11-24 09:00  tick             -> office.opened, issue.due 1
    Tue 2026-11-24 09:15  tick             -> -
    Tue 2026-11-24 18:00  tick             -> office.closed
    Wed 2026-11-25 09:00  tick             -> office.opened, issue.due 1

    # triage decides at the call's own time, not at the time of asking
    Mon 2026-11-23 08:55  misses acme      -> defer missed-out-of-hours, issue.queued 1
    Mon 2026-11-23 09:00  tick             -> office.opened, issue.due 1
    Mon 2026-11-23 09:05  triage 1: normal -> defer not-critical, issue.queued 1, due Mon 2026-11-23 09:00
    Mon 2026-11-23 09:20  tick             -> -

    # what the owner snoozed stays snoozed when a call is only described better
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  acme calls: the link, normal -> defer not-critical, issue.queued 1
    Mon 2026-11-23 19:41  snooze 1 until Wed 2026-11-25 10:00 -> issue.snoozed 1
    Mon 2026-11-23 19:42  triage 1: the link in the footer -> defer not-critical, issue.queued 1, due Wed 2026-11-25 10:00, promised Tue 2026-11-24 09:00

    # what the owner snoozed comes at once when it turns out to be critical
    Mon 2026-11-23 10:00  misses acme      -> ring-back in-hours-missed, issue.queued 1
    Mon 2026-11-23 10:00  tick             -> issue.due 1
    Mon 2026-11-23 10:01  snooze 1 until Tue 2026-11-24 10:00 -> issue.snoozed 1
    Mon 2026-11-23 10:02  triage 1: critical -> ring-back in-hours-missed, issue.queued 1, due Mon 2026-11-23 10:00
    Mon 2026-11-23 10:02  tick             -> issue.due 1

    # what is done is not owed again when the call is described afterwards, but when it was worse than it seemed
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  acme calls: the link, normal -> defer not-critical, issue.queued 1
    Mon 2026-11-23 19:50  resolve 1: fixed -> issue.solved 1, mail.drafted 1, solved
    Mon 2026-11-23 19:51  triage 1: the link in the footer -> defer not-critical, issue 1
    Mon 2026-11-23 19:52  triage 1: critical -> answer critical, issue.queued 2

    # a friend's call that is written down when it is quiet already: nobody is called "now"
    Mon 2026-11-23 21:46  boris calls, at Mon 2026-11-23 11:00 -> decline personal-in-hours, issue.queued 1, due Mon 2026-11-23 19:00, says I can't talk just now I'm working. May I call you tomorrow Tuesday 24 November at 19:00?

    # a call recorded later is judged by its own time
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 20:00  misses acme, at Mon 2026-11-23 17:40 -> ring-back in-hours-missed, issue.queued 1, due Mon 2026-11-23 17:40, issue 1 reminded Tue 2026-11-24 09:00
    Mon 2026-11-23 20:00  misses bob, at Mon 2026-11-23 20:01:01  -> refused callInFuture
    Mon 2026-11-23 20:00  misses boris, at 21:00               -> ring-back personal-missed, issue.queued 2, due Sun 2026-11-22 21:00
    Mon 2026-11-23 20:00  tick             -> issue.due 2
    Tue 2026-11-24 09:00  tick             -> office.opened, issue.due 1

    # a telephone whose clock is some seconds ahead is believed
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 20:00  misses bob, at Mon 2026-11-23 20:01  -> ring-back contract-missed, issue.queued 1, due Mon 2026-11-23 20:00
    Mon 2026-11-23 20:00  tick             -> issue.due 1

    # a withheld number is recorded and leaves nothing
    Mon 2026-11-23 10:00  misses withheld  -> ring-back in-hours-missed, no issue, due never, silent
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:00  withheld calls: site down, critical -> answer critical, no issue
    Mon 2026-11-23 19:01  withheld calls   -> defer stranger, no issue, promised never, silent, says The office is closed. Please leave a message.
    Tue 2026-11-24 09:00  tick             -> office.opened

    # one auto-reply a closure, and a break is another
    hours: Mo-Fr 09:00-13:00,14:00-18:00
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:00  misses acme      -> defer missed-out-of-hours, issue.queued 1, auto-reply
    Mon 2026-11-23 19:00  told call 1 sms  -> told
    Mon 2026-11-23 19:30  misses acme      -> defer missed-out-of-hours, issue.queued 1, silent, told
    Tue 2026-11-24 09:00  tick             -> office.opened, issue.due 1
    Tue 2026-11-24 09:01  resolve 1        -> issue.solved 1, issue.settled 1
    Tue 2026-11-24 13:00  tick             -> office.closed
    Tue 2026-11-24 13:10  misses acme      -> defer in-break, issue.queued 2, auto-reply, told
    Tue 2026-11-24 14:00  tick             -> office.opened, issue.due 2

    # who was told by mouth may still get one auto-reply
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:00  told acme spoken -> told
    Mon 2026-11-23 19:10  misses acme      -> defer missed-out-of-hours, issue.queued 1, auto-reply
    Mon 2026-11-23 19:10  told call 1 mail -> told
    Mon 2026-11-23 19:11  told acme spoken -> told
    Mon 2026-11-23 19:20  misses acme      -> defer missed-out-of-hours, issue.queued 1, silent

    # told before, and again about nothing critical: a firmer wording
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:00  told acme spoken -> told
    Mon 2026-11-23 19:00  told nobody spoken -> refused noSuchClient
    Mon 2026-11-23 19:01  acme calls: forgot password, normal -> defer not-critical, issue.queued 1, told, says As I told you out of hours I only take what is critical and this can wait. I will look at it tomorrow Tuesday 24 November at 9:00.
    """)

  static let ends = stories(
    """
    # an own exception: you answered though the office was closed, and the ring-back is settled
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  +493055 calls    -> defer stranger, issue.queued 1
    Mon 2026-11-23 19:41  end 1 answered   -> issue.settled 1, own exception
    Mon 2026-11-23 19:42  end 1 missed     -> refused alreadyEnded

    # a long talk is no own exception because nobody triaged it meanwhile
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  acme calls       -> ask not-triaged
    Mon 2026-11-23 19:50  tick             -> call.triaged, issue.queued 1
    Mon 2026-11-23 20:05  end 1 answered   -> issue.settled 1, no exception

    # an own exception that is triaged afterwards leaves the work, and nobody to ring back
    hours: Mo-Fr 09:00-13:00,14:00-18:00
    Mon 2026-11-23 13:00  tick             -> office.closed
    Mon 2026-11-23 13:10  acme calls       -> defer in-break, issue.queued 1
    Mon 2026-11-23 13:11  end 1 answered   -> issue.settled 1, own exception
    Mon 2026-11-23 13:12  triage 1: normal -> defer in-break
    Mon 2026-11-23 14:00  tick             -> office.opened

    # answered settles the caller's open ring-backs, not the support, and nobody else's
    Mon 2026-11-23 08:00  misses acme      -> defer missed-out-of-hours, issue.queued 1
    Mon 2026-11-23 08:10  acme calls: forgot password, normal -> defer not-critical, issue.queued 2, pending 1
    Mon 2026-11-23 08:20  misses +493055   -> defer missed-out-of-hours, issue.queued 3
    Mon 2026-11-23 09:00  tick             -> office.opened, issue.due 1 2 3
    Mon 2026-11-23 09:05  acme calls       -> answer in-hours, pending 1 2
    Mon 2026-11-23 09:06  end 4 missed     -> ring-back in-hours-missed, issue.queued 1
    Mon 2026-11-23 09:06  tick             -> issue.due 1
    Mon 2026-11-23 09:08  acme calls       -> answer in-hours
    Mon 2026-11-23 09:12  end 5 answered   -> issue.settled 1
    Mon 2026-11-23 18:00  tick             -> office.closed

    # a late end does not settle what the caller rang about afterwards
    Mon 2026-11-23 10:00  acme calls       -> answer in-hours
    Mon 2026-11-23 11:00  misses acme      -> ring-back in-hours-missed, issue.queued 1
    Mon 2026-11-23 11:00  end 1 answered   -> -
    Mon 2026-11-23 11:00  tick             -> issue.due 1

    # a voicemail in working hours was missed, and is rung back
    Mon 2026-11-23 10:00  acme calls       -> answer in-hours
    Mon 2026-11-23 10:01  end 1 voicemail  -> ring-back in-hours-missed, issue.queued 1
    Mon 2026-11-23 10:01  tick             -> issue.due 1

    # nor is a client under contract done with a voicemail
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 23:00  bob calls        -> answer contract, issue.queued 1
    Mon 2026-11-23 23:01  end 1 rejected   -> ring-back contract-missed, issue.queued 1, issue 1 ring-back
    Mon 2026-11-23 23:01  tick             -> issue.due 1

    # a rejected friend is called tonight, as was said
    Mon 2026-11-23 10:00  boris calls      -> decline personal-in-hours, issue.queued 1
    Mon 2026-11-23 10:00  end 1 rejected   -> decline personal-in-hours, no exception
    Mon 2026-11-23 10:05  triage 1: an accident, critical -> ring-back personal-critical-missed, issue.queued 1, due Mon 2026-11-23 10:00
    Mon 2026-11-23 10:05  tick             -> issue.due 1

    # an ask that ends in a voicemail still waits to be heard, then counts as missed
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  acme calls       -> ask not-triaged
    Mon 2026-11-23 19:41  end 1 voicemail  -> ask not-triaged
    Mon 2026-11-23 19:50  tick             -> call.triaged, issue.queued 1

    # a voicemail that turns out to be critical is rung back at once: nobody is on it
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  acme calls       -> ask not-triaged
    Mon 2026-11-23 19:41  end 1 voicemail  -> ask not-triaged
    Mon 2026-11-23 19:45  triage 1: critical -> ring-back critical-missed, issue.queued 1
    Mon 2026-11-23 19:45  tick             -> issue.due 1

    # an ask that was missed is rung back; one that was answered is done
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  acme calls       -> ask not-triaged
    Mon 2026-11-23 19:41  end 1 missed     -> defer missed-out-of-hours, issue.queued 1
    Mon 2026-11-23 19:42  acme calls       -> ask not-triaged
    Mon 2026-11-23 19:43  end 2 answered   -> issue.settled 1, no exception
    Mon 2026-11-23 19:52  tick             -> -

    # a critical call that nobody took becomes a ring-back
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  acme calls: site down, critical -> answer critical, issue.queued 1, issue 1 support
    Mon 2026-11-23 19:41  end 1 missed     -> ring-back critical-missed, issue.queued 1, issue 1 ring-back
    Mon 2026-11-23 19:41  tick             -> issue.due 1
    """)

  static let joins = stories(
    """
    # a second miss joins the open ring-back, and keeps its time
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  misses acme      -> defer missed-out-of-hours, issue.queued 1
    Mon 2026-11-23 20:40  misses acme      -> defer missed-out-of-hours, issue.queued 1, issue 1, due Tue 2026-11-24 09:00, pending 1
    Tue 2026-11-24 09:00  tick             -> office.opened, issue.due 1

    # a second miss that is critical makes it critical, now
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  misses acme      -> defer missed-out-of-hours, issue.queued 1
    Mon 2026-11-23 20:40  misses acme: site down, critical -> ring-back critical-missed, issue.queued 1, due Mon 2026-11-23 20:40, issue 1 critical
    Mon 2026-11-23 20:40  tick             -> issue.due 1
    Mon 2026-11-23 20:50  triage 1: normal -> defer not-critical, issue.queued 2, issue 1 critical
    Mon 2026-11-23 20:55  tick             -> issue.due 1

    # a second miss of nothing in particular does not put off what is critical
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  misses acme: site down, critical -> ring-back critical-missed, issue.queued 1
    Mon 2026-11-23 19:40  tick             -> issue.due 1
    Mon 2026-11-23 19:50  misses acme      -> defer missed-out-of-hours, issue.queued 1
    Mon 2026-11-23 19:55  tick             -> issue.due 1

    # a second miss by an unknown number is a new reason to be reminded, once
    Mon 2026-11-23 10:00  misses +493055   -> ring-back in-hours-missed, issue.queued 1
    Mon 2026-11-23 10:00  tick             -> issue.due 1
    Mon 2026-11-23 11:00  misses +493055   -> ring-back in-hours-missed, issue.queued 1
    Mon 2026-11-23 11:00  tick             -> issue.due 1
    Mon 2026-11-23 18:00  tick             -> office.closed

    # support never merges by itself
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  acme calls: forgot password, normal -> defer not-critical, issue.queued 1, pending none
    Mon 2026-11-23 19:50  acme calls: a broken link, normal   -> defer not-critical, issue.queued 2, pending 1
    Mon 2026-11-23 19:51  misses acme      -> defer missed-out-of-hours, issue.queued 3, pending 1 2

    # triage joins a call to what is pending, and its own ring-back is not owed twice
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  acme calls: forgot password, normal -> defer not-critical, issue.queued 1
    Mon 2026-11-23 19:50  misses acme      -> defer missed-out-of-hours, issue.queued 2
    Mon 2026-11-23 19:51  triage 2: joins 1 -> issue.dropped 2, issue.queued 1, issue 1, defer not-critical
    Tue 2026-11-24 09:00  tick             -> office.opened, issue.due 1

    # an ask joins what is pending, and is no longer asked
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  acme calls: forgot password, normal -> defer not-critical, issue.queued 1
    Mon 2026-11-23 19:50  acme calls       -> ask not-triaged
    Mon 2026-11-23 19:51  triage 2: joins 1 -> defer not-critical, issue.queued 1, issue 1
    Mon 2026-11-23 20:01  tick             -> -

    # a critical call joins what can wait, and it can wait no more
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  acme calls: shop is slow, normal -> defer not-critical, issue.queued 1
    Mon 2026-11-23 19:50  acme calls       -> ask not-triaged
    Mon 2026-11-23 19:51  triage 2: joins 1, critical -> answer critical, issue.queued 1, due Mon 2026-11-23 19:50, issue 1 support
    Mon 2026-11-23 20:05  tick             -> issue.due 1

    # joining takes nothing away from the other call that stands behind a ring-back
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:30  acme calls: forgot password, normal -> defer not-critical, issue.queued 1
    Mon 2026-11-23 19:40  misses acme      -> defer missed-out-of-hours, issue.queued 2
    Mon 2026-11-23 19:50  misses acme      -> defer missed-out-of-hours, issue.queued 2
    Mon 2026-11-23 19:51  triage 2: joins 1 -> defer not-critical, issue.queued 1
    Tue 2026-11-24 09:00  tick             -> office.opened, issue.due 1 2

    # triage of the second call leaves its own support, and the ring-back of the first
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  misses acme      -> defer missed-out-of-hours, issue.queued 1
    Mon 2026-11-23 19:50  misses acme      -> defer missed-out-of-hours, issue.queued 1
    Mon 2026-11-23 19:51  triage 2: forgot password, normal -> defer not-critical, issue.queued 2, issue 2 support, issue 1 ring-back

    # nothing is joined to what is done, or to somebody else's
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 19:40  acme calls: forgot password, normal -> defer not-critical, issue.queued 1
    Mon 2026-11-23 19:50  misses +493055   -> defer missed-out-of-hours, issue.queued 2
    Mon 2026-11-23 19:51  triage 2: joins 1 -> refused joinsOtherPerson
    Mon 2026-11-23 19:52  drop 1           -> issue.dropped 1
    Mon 2026-11-23 19:53  misses acme      -> defer missed-out-of-hours, issue.queued 3
    Mon 2026-11-23 19:53  triage 3: joins 1 -> refused notPending
    Mon 2026-11-23 19:53  triage 3: joins 9 -> refused noSuchIssue
    """)
}
