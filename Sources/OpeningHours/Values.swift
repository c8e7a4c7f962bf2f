// What a schedule answers with, and what can be laid over it.

import Civil

/// What an office is at an instant.
public enum State: String, Hashable, Sendable, CaseIterable {
  /// Somebody answers.
  case open
  /// Nobody answers.
  case closed
  /// Perhaps open: the hours say `unknown`, or give a comment only. Nobody may rely on it.
  case unknown
}

/// A stretch forced into a state, over the regular hours: an absence, an override.
public struct Exception: Hashable, Sendable {
  /// The first instant.
  public var start: Instant
  /// The first instant after it.
  public var end: Instant
  /// What holds in between.
  public var state: State
  /// Why, in words for people.
  public var reason: String?

  /// Makes a stretch from `start` until before `end`; nothing, when `end` is not later.
  public init(start: Instant, end: Instant, state: State, reason: String? = nil) {
    self.start = start
    self.end = end
    self.state = state
    self.reason = reason
  }
}

/// The longest time around an instant through which the state stays the same.
public struct Stretch: Hashable, Sendable {
  /// Its first instant; nil beyond the horizon.
  public var start: Instant?
  /// The first instant after it; nil beyond the horizon.
  public var end: Instant?
  /// What holds in it.
  public var state: State
  /// Why, at the instant that was asked for: a holiday's name, a comment, an exception's reason.
  public var reason: String?

  /// Makes a stretch.
  public init(start: Instant?, end: Instant?, state: State, reason: String?) {
    self.start = start
    self.end = end
    self.state = state
    self.reason = reason
  }
}

/// A stretch that is not closed, with both ends.
public struct Interval: Hashable, Sendable {
  /// Its first instant.
  public var start: Instant
  /// The first instant after it.
  public var end: Instant
  /// `open` or `unknown`.
  public var state: State
  /// Why, at its first instant, when there is a reason.
  public var reason: String?

  /// Makes an interval.
  public init(start: Instant, end: Instant, state: State, reason: String? = nil) {
    self.start = start
    self.end = end
    self.state = state
    self.reason = reason
  }
}
