// What the name of a file in hooks.d says: whether it is one that editors and packages leave behind, and for which events it
// is run.

import HoursCore

/// The name of a file in hooks.d.
public struct HookName: Hashable, Sendable {
  public let text: String
  /// The event, or the family of events, that it is run for; nil for all.
  public let only: String?

  /// Nil for what nobody means as a hook: hidden files, and copies that editors and package managers make.
  public init?(_ text: String) {
    guard !text.isEmpty, !text.hasPrefix("."), !text.hasPrefix("#"), !text.contains(".dpkg-"),
      !Self.leftOver.contains(where: text.hasSuffix)
    else { return nil }
    self.text = text
    var parts = text.split(separator: ".", omittingEmptySubsequences: false)
    var only = Self.end(of: parts)
    // `.sh` and its like may follow.
    if only == nil, parts.count > 1 {
      parts.removeLast()
      only = Self.end(of: parts)
    }
    self.only = only
  }

  private static let leftOver = ["~", ".swp", ".bak", ".orig", ".tmp", ".rpmnew", ".rpmsave"]
  private static let families = Set(
    Event.names.compactMap { $0.split(separator: ".").first.map(String.init) })

  private static func end(of parts: [Substring]) -> String? {
    let event = parts.suffix(2).joined(separator: ".")
    if Event.names.contains(event) { return event }
    return parts.last.map(String.init).flatMap { families.contains($0) ? $0 : nil }
  }

  /// Whether it is run for an event of this name.
  public func wants(_ event: String) -> Bool {
    guard let only else { return true }
    return event == only || event.hasPrefix(only + ".")
  }
}

/// What a hook's lines stand under in the journal.
public func hookIdentifier(_ name: String) -> String { "hoursd-hooks/\(shown(name))" }
