// "You erred", with the facts; HoursWire finds the words.

import Civil

/// A well-formed request that cannot be granted.
public enum Refusal: Error, Hashable, Sendable {
  case noSuchIssue(Int64)
  case noSuchCall(Int64)
  case noSuchClient(String)
  case notPending(Int64, IssueState)
  case alreadyPending(Int64)
  case alreadyEnded(Int64, Outcome)
  case snoozeIntoPast(until: Instant, now: Instant)
  case callInFuture(at: Instant, now: Instant)
  /// A call came on a day, and nobody said at what time.
  case noTimeOfDay
  case dueInPast(at: Instant, now: Instant)
  case noSolution(Int64)
  case nothingToTriage
  case joinsOtherPerson(issue: Int64)
  case unknownQuestion(String)
  case neverOpens
  case endsBeforeItBegins(from: Instant, to: Instant)
  case windowTooLong(from: Instant, to: Instant)
  case tooManyIntervals
  case tooMuchWorkingTime(after: Instant)
  case noSuchOverride(Int64)
  case overrideIsOver(Int64)
  case overrideIsPast(until: Instant, now: Instant)
  case overrideEndsBeforeItBegins(from: Instant, until: Instant)
  case overrideTooFarAhead(until: Instant)
  /// The hours never change by themselves.
  case overrideNeedsUntil
  case tooManyOverrides
  case nobodyToTell
  case nobodyToLookUp
  /// Nobody wrote words down in this language.
  case noWords(language: String, known: [String])
  /// Nothing is kept of a person who is to be forgotten.
  case nobodyToForget(String)
  case stillOwed(issues: [Int64], calls: [Int64])
  case queueIsFull
  case noSuchMessage(Int64)
  /// A message is in a state in which this cannot be done with it.
  case messageIs(Int64, MessageState)
  /// A message's next try is still to come.
  case notDue(Int64, at: Instant)
  /// A deliverer takes what one has already.
  case claimedTwice(Int64)
  case nothingToEdit
  /// Nobody configured whom mail is from.
  case noSender
  case outboxIsFull
  /// Only what is solved has a follow-up to waive.
  case notSolved(Int64, IssueState)
  case keyReused(String)
  case watcherExists(String)
  /// The log's file is being read already.
  case snapshotExists
  case seqAhead(Int64, newest: Int64)
  case badConfiguration(String)
  /// The log failed: nothing was recorded.
  case logFailed(String)
}
