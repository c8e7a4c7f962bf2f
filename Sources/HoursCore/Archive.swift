// What the office looks up when asked: settled issues, old calls, histories. It knows no database.

import Civil

/// The kept records, as of the events applied so far.
public protocol Archive {
  func issue(_ id: Int64) throws(Refusal) -> Issue?
  func call(_ id: Int64) throws(Refusal) -> Call?
  /// Oldest first.
  func issues(_ query: IssueQuery, dueBy: Int64?) throws(Refusal) -> [Issue]
  /// Newest first.
  func calls(_ query: CallQuery) throws(Refusal) -> [Call]
  func message(_ id: Int64) throws(Refusal) -> Message?
  /// Oldest first.
  func messages(_ query: MessageQuery) throws(Refusal) -> [Message]
  /// Calls that rang in a window, each with the issue that it left or joined: at most `limit`, of those after `last`.
  ///
  /// `person` as in ``Caller/person``; nil: everybody's.
  func countedCalls(
    in window: Range<Instant>, person: String?, after last: CountedCall?, limit: Int
  ) throws(Refusal) -> [(call: CountedCall, issue: CountedIssue?)]
  /// The events that mention an issue, oldest first, as lines of the protocol.
  func history(of issue: Int64) throws(Refusal) -> [[UInt8]]
}
