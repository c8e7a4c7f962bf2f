// What `hoursctl hooks` notes down of the hooks for its next start and for the doctor: which it knows, and which fail. A
// file of its own (hooks.json) in the state folder: it may be lost, and nothing is but that.

import Civil
import HoursCore

/// All that is noted.
public struct HookNotes: Codable, Equatable, Sendable {
  public static let file = "hooks.json"

  public var hooks: [HookNote]

  public init(_ hooks: [HookNote] = []) { self.hooks = hooks }

  /// Reads what was noted; nil when it cannot be read.
  public init?(line: [UInt8]) {
    guard let notes = try? decodeRecord(HookNotes.self, from: line) else { return nil }
    self = notes
  }

  /// The file's text.
  public var line: [UInt8] { LineEncoder(zone: .utc).encode(self) + [UInt8(ascii: "\n")] }
}

/// A hook that has its place in the order of events.
public struct HookNote: Codable, Equatable, Sendable {
  public var name: String
  /// It did not end well when it was run last.
  public var failure: HookFailure?

  public init(_ name: String) { self.name = name }
}

/// Since when a hook fails, and how.
public struct HookFailure: Codable, Equatable, Sendable {
  /// The first time, and the last.
  public var since: Instant
  public var last: Instant
  /// How often in a row.
  public var times: Int
  /// The last event that it failed with.
  public var seq: Int64
  public var event: String
  /// `ended with status 1`
  public var why: String
  /// It took longer than it may.
  public var late: Bool

  public init(at now: Instant, seq: Int64, event: String, why: String, late: Bool) {
    (since, last, times) = (now, now, 1)
    (self.seq, self.event, self.why, self.late) = (seq, event, why, late)
  }
}
