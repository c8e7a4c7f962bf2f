// The closing duty: drafted, approved, taken, sent or failed, and never twice by itself.

import Testing

@Suite struct MailStories {
  @Test(arguments: ways) func followUpsGoTheirWay(_ story: Story) throws { try story.run() }

  @Test(arguments: failures) func nothingIsLostOrSentTwice(_ story: Story) throws { try story.run() }

  @Test(arguments: clocks) func clocksAreWrong(_ story: Story) throws { try story.run() }

  static let ways = stories(
    """
    # drafted when solved, approved by the owner, taken, sent: settled, and the client was told
    from: Ann <ann@example.org>
    Mon 2026-11-23 10:00  add for acme: the shop is slow -> issue.queued 1
    Mon 2026-11-23 10:10  resolve 1: more memory -> issue.solved 1, mail.drafted 1, solved, message 1 draft, message 1 about 1, message 1 to acme@example.org, message 1 from Ann <ann@example.org>, message 1 answers nothing, message 1 id hoursd.1.1795425000@example.org, issue 1 solved
    Mon 2026-11-23 10:10  status           -> unsent 1, pending 0
    Mon 2026-11-23 10:15  send 1           -> mail.queued 1, message 1 queued, wake Mon 2026-11-23 10:15
    Mon 2026-11-23 10:15  tick             -> mail.due 1, message 1 next Mon 2026-11-23 10:15
    Mon 2026-11-23 10:15  tick             -> -, wake Mon 2026-11-23 18:00
    Mon 2026-11-23 10:15  claim 1          -> mail.sending 1, message 1 sending, message 1 tries 1, issue 1 solved
    Mon 2026-11-23 10:16  sent 1           -> mail.sent 1, issue.settled 1, caller.told, message 1 sent, issue 1 settled
    Mon 2026-11-23 10:16  status           -> unsent 0
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 20:00  acme calls       -> ask not-triaged, told

    # solved and sent in one
    from: ann@example.org
    Mon 2026-11-23 10:00  add for acme: the shop is slow -> issue.queued 1
    Mon 2026-11-23 10:10  resolve 1 and send: more memory -> issue.solved 1, mail.drafted 1, mail.queued 1, solved, message 1 queued
    Mon 2026-11-23 10:10  tick             -> mail.due 1

    # without a sender it is drafted all the same, and `send` says what is missing
    Mon 2026-11-23 10:00  add for acme: the shop is slow -> issue.queued 1
    Mon 2026-11-23 10:10  resolve 1 and send: more memory -> refused noSender
    Mon 2026-11-23 10:10  resolve 1: more memory -> issue.solved 1, mail.drafted 1, message 1 from nobody, message 1 id hoursd.1.1795425000@hoursd.invalid
    Mon 2026-11-23 10:11  send 1           -> refused noSender
    Mon 2026-11-23 10:12  from becomes Ann <ann@example.org>
    Mon 2026-11-23 10:13  send 1           -> mail.queued 1, message 1 from Ann <ann@example.org>, message 1 id hoursd.1.1795425000@example.org

    # a sender that changes is the new one, and the id stays
    from: Ann <ann@example.org>
    Mon 2026-11-23 10:00  add for acme: the shop is slow -> issue.queued 1
    Mon 2026-11-23 10:10  resolve 1: more memory -> issue.solved 1, mail.drafted 1
    Mon 2026-11-23 10:12  from becomes post@example.net
    Mon 2026-11-23 10:13  send 1           -> mail.queued 1, message 1 from post@example.net, message 1 id hoursd.1.1795425000@example.org

    # edited as long as nobody has it; a subject stays one line
    from: ann@example.org
    Mon 2026-11-23 10:00  add for acme: the shop is slow -> issue.queued 1
    Mon 2026-11-23 10:10  resolve 1: more memory -> issue.solved 1, mail.drafted 1
    Mon 2026-11-23 10:11  edit 1 subject: Fast again -> mail.drafted 1, message 1 draft, message 1 subject Fast again
    Mon 2026-11-23 10:12  edit 1: The shop is fast again. -> mail.drafted 1, message 1 says The shop is fast again.
    Mon 2026-11-23 10:12  edit 1 subject:  -> refused nothingToEdit
    Mon 2026-11-23 10:13  send 1           -> mail.queued 1
    Mon 2026-11-23 10:13  tick             -> mail.due 1
    Mon 2026-11-23 10:13  edit 1: It is fast again. -> mail.drafted 1, message 1 queued
    Mon 2026-11-23 10:13  tick             -> -
    Mon 2026-11-23 10:14  claim 1          -> mail.sending 1
    Mon 2026-11-23 10:14  edit 1: too late -> refused messageIs

    # waived: settled without a word
    Mon 2026-11-23 10:00  add for acme: the shop is slow -> issue.queued 1
    Mon 2026-11-23 10:05  waive 1          -> refused notSolved
    Mon 2026-11-23 10:10  resolve 1: more memory -> issue.solved 1, mail.drafted 1
    Mon 2026-11-23 10:11  waive 1          -> mail.waived 1, issue.settled 1, message 1 waived, issue 1 settled
    Mon 2026-11-23 10:12  waive 1          -> refused notSolved
    Mon 2026-11-23 10:13  waive 7          -> refused noSuchIssue
    Mon 2026-11-23 18:00  tick             -> office.closed
    Mon 2026-11-23 20:00  acme calls       -> ask not-triaged, not told

    # reopened: an unsent follow-up is withdrawn, and the next one is another
    from: ann@example.org
    Mon 2026-11-23 10:00  add for acme: the shop is slow -> issue.queued 1
    Mon 2026-11-23 10:10  resolve 1 and send: more memory -> issue.solved 1, mail.drafted 1, mail.queued 1
    Mon 2026-11-23 10:10  reopen 1         -> issue.reopened 1, mail.waived 1, message 1 withdrawn, issue 1 pending
    Mon 2026-11-23 10:10  tick             -> issue.due 1
    Mon 2026-11-23 10:10  claim 1          -> refused messageIs
    Mon 2026-11-23 10:20  resolve 1: a faster disk -> issue.solved 1, mail.drafted 2, message 2 answers nothing

    # reopened after it was sent: the second one answers the first
    from: ann@example.org
    Mon 2026-11-23 10:00  add for acme: the shop is slow -> issue.queued 1
    Mon 2026-11-23 10:10  resolve 1 and send: more memory -> issue.solved 1, mail.drafted 1, mail.queued 1
    Mon 2026-11-23 10:10  tick             -> mail.due 1
    Mon 2026-11-23 10:11  claim 1          -> mail.sending 1
    Mon 2026-11-23 10:11  sent 1           -> mail.sent 1, issue.settled 1, caller.told
    Mon 2026-11-23 10:20  reopen 1         -> issue.reopened 1
    Mon 2026-11-23 10:20  tick             -> issue.due 1
    Mon 2026-11-23 10:30  resolve 1: a faster disk -> issue.solved 1, mail.drafted 2, message 2 answers hoursd.1.1795425000@example.org
    Mon 2026-11-23 10:30  messages 1       -> messages 2
    Mon 2026-11-23 10:30  messages 7       -> refused noSuchIssue

    # reopened while it is being sent: it goes its way, and settles nothing
    from: ann@example.org
    Mon 2026-11-23 10:00  add for acme: the shop is slow -> issue.queued 1
    Mon 2026-11-23 10:10  resolve 1 and send: more memory -> issue.solved 1, mail.drafted 1, mail.queued 1
    Mon 2026-11-23 10:10  tick             -> mail.due 1
    Mon 2026-11-23 10:11  claim 1          -> mail.sending 1
    Mon 2026-11-23 10:11  waive 1          -> refused messageIs
    Mon 2026-11-23 10:11  reopen 1         -> issue.reopened 1, message 1 sending
    Mon 2026-11-23 10:11  tick             -> issue.due 1
    Mon 2026-11-23 10:12  sent 1           -> mail.sent 1, caller.told, issue 1 pending

    # solved again while the first is being sent: only the second settles it
    from: ann@example.org
    Mon 2026-11-23 10:00  add for acme: the shop is slow -> issue.queued 1
    Mon 2026-11-23 10:10  resolve 1 and send: more memory -> issue.solved 1, mail.drafted 1, mail.queued 1
    Mon 2026-11-23 10:10  tick             -> mail.due 1
    Mon 2026-11-23 10:11  claim 1          -> mail.sending 1
    Mon 2026-11-23 10:11  reopen 1         -> issue.reopened 1
    Mon 2026-11-23 10:11  tick             -> issue.due 1
    Mon 2026-11-23 10:12  resolve 1 and send: a faster disk -> issue.solved 1, mail.drafted 2, mail.queued 2
    Mon 2026-11-23 10:12  tick             -> mail.due 2
    Mon 2026-11-23 10:12  sent 1           -> mail.sent 1, caller.told, issue 1 solved
    Mon 2026-11-23 10:12  claim 2          -> mail.sending 2
    Mon 2026-11-23 10:13  sent 2           -> mail.sent 2, issue.settled 1, caller.told

    # who has lost the address is owed nothing, and who has got one meanwhile is written to
    bob: client 24x7
    Mon 2026-11-23 10:00  add for acme: the shop is slow -> issue.queued 1
    Mon 2026-11-23 10:00  add for bob, due Tue 2026-11-24 10:00: a backup -> issue.queued 2
    Mon 2026-11-23 10:01  acme becomes client
    Mon 2026-11-23 10:01  bob becomes client mail
    Mon 2026-11-23 10:02  resolve 1: more memory -> issue.solved 1, issue.settled 1, settled
    Mon 2026-11-23 10:02  resolve 2: done  -> issue.solved 2, mail.drafted 1, solved, message 1 to bob@example.org

    # a ring-back is no letter
    Mon 2026-11-23 08:00  misses acme      -> defer missed-out-of-hours, issue.queued 1
    Mon 2026-11-23 08:10  resolve 1 and send: talked -> issue.solved 1, issue.settled 1, settled
    """)

  static let failures = stories(
    """
    # each pause is longer than the last: 1, 5, 15 minutes, 1, 4, 12 hours, then a day
    hours: 24/7
    from: ann@example.org
    Mon 2026-11-23 00:00  tick             -> office.opened
    Mon 2026-11-23 00:00  add for acme, due Wed 2027-11-24 10:00: a quote -> issue.queued 1
    Mon 2026-11-23 00:00  resolve 1 and send: here it is -> issue.solved 1, mail.drafted 1, mail.queued 1
    Mon 2026-11-23 00:00  tick             -> mail.due 1
    Mon 2026-11-23 00:00  claim 1          -> mail.sending 1
    Mon 2026-11-23 00:00  fails 1: no route -> mail.failed 1, message 1 failed, message 1 error no route, message 1 next Mon 2026-11-23 00:01, wake Mon 2026-11-23 00:01
    Mon 2026-11-23 00:00  claim 1          -> refused notDue
    Mon 2026-11-23 00:01  tick             -> mail.due 1, message 1 failed, wake never
    Mon 2026-11-23 00:01  claim 1          -> mail.sending 1
    Mon 2026-11-23 00:01  fails 1: no route -> mail.failed 1, message 1 next Mon 2026-11-23 00:06
    Mon 2026-11-23 00:06  tick             -> mail.due 1
    Mon 2026-11-23 00:06  claim 1          -> mail.sending 1
    Mon 2026-11-23 00:06  fails 1: no route -> mail.failed 1, message 1 next Mon 2026-11-23 00:21
    Mon 2026-11-23 00:21  tick             -> mail.due 1
    Mon 2026-11-23 00:21  claim 1          -> mail.sending 1
    Mon 2026-11-23 00:21  fails 1: no route -> mail.failed 1, message 1 next Mon 2026-11-23 01:21
    Mon 2026-11-23 01:21  tick             -> mail.due 1
    Mon 2026-11-23 01:21  claim 1          -> mail.sending 1
    Mon 2026-11-23 01:21  fails 1: no route -> mail.failed 1, message 1 next Mon 2026-11-23 05:21
    Mon 2026-11-23 05:21  tick             -> mail.due 1
    Mon 2026-11-23 05:21  claim 1          -> mail.sending 1
    Mon 2026-11-23 05:21  fails 1: no route -> mail.failed 1, message 1 next Mon 2026-11-23 17:21
    Mon 2026-11-23 17:21  tick             -> mail.due 1
    Mon 2026-11-23 17:21  claim 1          -> mail.sending 1
    Mon 2026-11-23 17:21  fails 1: no route -> mail.failed 1, message 1 next Tue 2026-11-24 17:21
    Tue 2026-11-24 17:21  tick             -> mail.due 1
    Tue 2026-11-24 17:21  claim 1          -> mail.sending 1
    Tue 2026-11-24 17:21  fails 1: no route -> mail.failed 1, message 1 next Wed 2026-11-25 17:21
    Tue 2026-11-24 18:00  status           -> unsent 1, failed 1
    Tue 2026-11-24 18:00  send 1           -> mail.queued 1, message 1 next Tue 2026-11-24 18:00
    Tue 2026-11-24 18:00  tick             -> mail.due 1
    Tue 2026-11-24 18:00  claim 1          -> mail.sending 1, message 1 tries 9
    Tue 2026-11-24 18:01  sent 1           -> mail.sent 1, issue.settled 1, caller.told, message 1 no error

    # a mailer that asks for patience: queued, with the same pauses
    from: ann@example.org
    Mon 2026-11-23 10:00  add for acme: the shop is slow -> issue.queued 1
    Mon 2026-11-23 10:10  resolve 1 and send: more memory -> issue.solved 1, mail.drafted 1, mail.queued 1
    Mon 2026-11-23 10:10  tick             -> mail.due 1
    Mon 2026-11-23 10:10  claim 1          -> mail.sending 1
    Mon 2026-11-23 10:10  fails 1 later: greylisted -> mail.queued 1, message 1 queued, message 1 error greylisted, message 1 next Mon 2026-11-23 10:11
    Mon 2026-11-23 10:10  status           -> unsent 1, failed 0
    Mon 2026-11-23 10:11  tick             -> mail.due 1

    # announced once, and not again by a restart; what was missed meanwhile comes once
    from: ann@example.org
    Mon 2026-11-23 10:00  add for acme: the shop is slow -> issue.queued 1
    Mon 2026-11-23 10:10  resolve 1 and send: more memory -> issue.solved 1, mail.drafted 1, mail.queued 1
    Mon 2026-11-23 10:10  restart
    Mon 2026-11-23 10:30  late tick        -> mail.due 1
    Mon 2026-11-23 10:31  restart
    Mon 2026-11-23 10:31  tick             -> -, wake Mon 2026-11-23 18:00
    Mon 2026-11-23 10:32  claim 1          -> mail.sending 1

    # the daemon died while it was being sent: nobody knows, and only the owner sends it again
    from: ann@example.org
    Mon 2026-11-23 10:00  add for acme: the shop is slow -> issue.queued 1
    Mon 2026-11-23 10:10  resolve 1 and send: more memory -> issue.solved 1, mail.drafted 1, mail.queued 1
    Mon 2026-11-23 10:10  tick             -> mail.due 1
    Mon 2026-11-23 10:10  claim 1          -> mail.sending 1
    Mon 2026-11-23 10:11  restart
    Mon 2026-11-23 10:11  tick             -> mail.uncertain 1, message 1 uncertain
    Mon 2026-11-23 10:11  status           -> unsent 1, uncertain 1
    Mon 2026-11-23 10:12  claim 1          -> refused messageIs
    Mon 2026-11-23 10:13  send 1           -> mail.queued 1
    Mon 2026-11-23 10:13  tick             -> mail.due 1
    Mon 2026-11-23 10:13  claim 1          -> mail.sending 1, message 1 tries 2
    Mon 2026-11-23 10:13  tick             -> -, wake Mon 2026-11-23 10:28

    # the deliverer lives and reports to the daemon that was started meanwhile
    from: ann@example.org
    Mon 2026-11-23 10:00  add for acme: the shop is slow -> issue.queued 1
    Mon 2026-11-23 10:10  resolve 1 and send: more memory -> issue.solved 1, mail.drafted 1, mail.queued 1
    Mon 2026-11-23 10:10  tick             -> mail.due 1
    Mon 2026-11-23 10:10  claim 1          -> mail.sending 1
    Mon 2026-11-23 10:11  restart
    Mon 2026-11-23 10:11  tick             -> mail.uncertain 1
    Mon 2026-11-23 10:11  sent 1           -> mail.sent 1, issue.settled 1, caller.told

    # a second deliverer comes for what the first one has: it is uncertain
    from: ann@example.org
    Mon 2026-11-23 10:00  add for acme: the shop is slow -> issue.queued 1
    Mon 2026-11-23 10:10  resolve 1 and send: more memory -> issue.solved 1, mail.drafted 1, mail.queued 1
    Mon 2026-11-23 10:10  tick             -> mail.due 1
    Mon 2026-11-23 10:10  claim 1          -> mail.sending 1
    Mon 2026-11-23 10:11  claim 1          -> mail.uncertain 1, answered claimedTwice
    Mon 2026-11-23 10:12  fails 1: no route -> mail.failed 1, message 1 next Mon 2026-11-23 10:13
    Mon 2026-11-23 10:13  tick             -> mail.due 1

    # a deliverer that says nothing for a quarter of an hour
    from: ann@example.org
    Mon 2026-11-23 10:00  add for acme: the shop is slow -> issue.queued 1
    Mon 2026-11-23 10:10  resolve 1 and send: more memory -> issue.solved 1, mail.drafted 1, mail.queued 1
    Mon 2026-11-23 10:10  tick             -> mail.due 1
    Mon 2026-11-23 10:10  claim 1          -> mail.sending 1, wake Mon 2026-11-23 10:25
    Mon 2026-11-23 10:25  tick             -> mail.uncertain 1, wake Mon 2026-11-23 18:00
    Mon 2026-11-23 10:30  reopen 1         -> issue.reopened 1, mail.waived 1, message 1 withdrawn
    """)

  static let clocks = stories(
    """
    # while the clock is behind nothing is announced; then it comes once
    restarts: no
    from: ann@example.org
    Mon 2026-11-23 10:00  add for acme: the shop is slow -> issue.queued 1
    Mon 2026-11-23 10:10  resolve 1: more memory -> issue.solved 1, mail.drafted 1
    Mon 2026-11-23 10:05  restart
    Mon 2026-11-23 10:05  send 1           -> mail.queued 1, message 1 next Mon 2026-11-23 10:05
    Mon 2026-11-23 10:05  tick             -> -, wake Mon 2026-11-23 10:10
    Mon 2026-11-23 10:10  tick             -> mail.due 1

    # set back for good while a try is to come: not later than the pause from then on
    restarts: no
    hours: 24/7
    from: ann@example.org
    Tue 2026-11-24 10:00  tick             -> office.opened
    Tue 2026-11-24 10:00  add for acme, due Wed 2027-11-24 10:00: a quote -> issue.queued 1
    Tue 2026-11-24 10:00  resolve 1 and send: here it is -> issue.solved 1, mail.drafted 1, mail.queued 1
    Tue 2026-11-24 10:00  tick             -> mail.due 1
    Tue 2026-11-24 10:00  claim 1          -> mail.sending 1
    Tue 2026-11-24 10:00  fails 1: no route -> mail.failed 1, message 1 next Tue 2026-11-24 10:01
    Mon 2026-11-23 09:00  tick             -> -, wake Mon 2026-11-23 09:10
    Mon 2026-11-23 09:10  tick             -> -, wake Mon 2026-11-23 09:11
    Mon 2026-11-23 09:11  tick             -> mail.due 1
    Mon 2026-11-23 09:11  claim 1          -> mail.sending 1

    # set back for good while it is being sent: a quarter of an hour from then on
    restarts: no
    hours: 24/7
    from: ann@example.org
    Tue 2026-11-24 10:00  tick             -> office.opened
    Tue 2026-11-24 10:00  add for acme, due Wed 2027-11-24 10:00: a quote -> issue.queued 1
    Tue 2026-11-24 10:00  resolve 1 and send: here it is -> issue.solved 1, mail.drafted 1, mail.queued 1
    Tue 2026-11-24 10:00  tick             -> mail.due 1
    Tue 2026-11-24 10:00  claim 1          -> mail.sending 1
    Mon 2026-11-23 09:00  tick             -> -
    Mon 2026-11-23 09:10  tick             -> -, wake Mon 2026-11-23 09:25
    Mon 2026-11-23 09:25  tick             -> mail.uncertain 1
    """)
}
