// The owner's files: read anew when somebody says so, and what is wrong or odd in them said once.

import Civil
import HoursCore
import HoursSetup

/// Makes configurations of what the owner wrote.
@MainActor
final class OwnerFiles {
  private let places: Places
  private let voice: Voice
  /// Why they were not taken; the office then works by the last accepted ones, if there are any.
  private(set) var trouble: String?
  /// When they were last read and taken.
  private(set) var readAt: Instant?
  /// The zone that the system was set to when they were last read.
  private var systemZone = Zone.utc
  /// What was odd in them when they were last read.
  private var oddities: [SetupWarning] = []
  /// Called with the paths of the vCards, before they are read.
  var beforeCards: ([String]) -> Void = { _ in }

  init(_ places: Places, voice: Voice) {
    self.places = places
    self.voice = voice
  }

  /// The system's zone by name, while clocks there show something else than in this one.
  func systemZone(_ zone: Zone, differsAt now: Instant) -> String? {
    SystemZone.differs(systemZone, from: zone, at: now) ? systemZone.name : nil
  }

  /// The configuration that the files describe; all but the vCards may be known.
  func read(
    onlyCardsOf known: Sources? = nil, at now: Instant
  ) throws(Refusal) -> (Configuration, Sources) {
    let zones = ZoneLoader(environment: places.environment)
    systemZone = SystemZone.zone(environment: places.environment, zones: zones)
    do {
      let sources =
        try known.map(withFreshCards)
        ?? Sources.read(
          path: places.configuration, data: places.data, environment: places.environment, zones: zones,
          beforeCards: beforeCards)
      let (configuration, warnings) = try sources.configuration(zones: zones, at: now)
      say(warnings)
      trouble = nil
      if known == nil { readAt = now }
      return (configuration, sources)
    } catch {
      trouble = "\(error)"
      readAt = nil
      let places = (error as? SetupErrors)?.errors.map(\.place) ?? []
      voice.warn(
        "the configuration is wrong:\n\(error)",
        inJournal: "the configuration is wrong; `hoursctl check` says why\n\(places.joined(separator: "\n"))")
      throw .badConfiguration("\(error)\nMend the file, then `hoursctl reload`")
    }
  }

  private func withFreshCards(_ known: Sources) -> Sources {
    var sources = known
    sources.readCards(first: beforeCards)
    return sources
  }

  /// Says what is odd once, while it is so. Of vCards the journal gets no place: a file may be called like a person.
  private func say(_ warnings: [SetupWarning]) {
    let news = warnings.filter { !oddities.contains($0) }
    oddities = warnings
    for warning in news where !warning.isAboutCards {
      voice.warn("\(warning)", inJournal: "\(warning.place)odd; `hoursctl check` says why")
    }
    let cards = news.filter(\.isAboutCards)
    guard !cards.isEmpty else { return }
    voice.warn(
      cards.map(\.description).joined(separator: "\n"),
      inJournal: "vCards: \(counted(cards.count, "warning")); `hoursctl check` shows them")
  }

  /// An owner who travels and names no zone takes the office along: what was nine o'clock is another hour for callers.
  func sayMove(from old: Sources?, to new: Sources) {
    guard let home = old?.systemZone.name, home != new.systemZone.name, new.followsSystemZone else { return }
    voice.warn(
      "the office moves with the system from \(home) to \(new.systemZone.name); to keep its hours where they were, "
        + "write timezone = \"\(home)\" into \(new.path)")
  }

  /// What was accepted earlier, made again from its kept sources.
  func remade(_ accepted: Sources?, at now: Instant) -> (Configuration, Sources)? {
    guard let accepted else { return nil }
    let zones = ZoneLoader(environment: places.environment)
    do {
      let configuration = try accepted.configuration(zones: zones, at: now).configuration
      voice.warn("working by the configuration that was last accepted")
      return (configuration, accepted)
    } catch {
      // Taken once, and not any more: another version of this program, or of the system's zones.
      let discreet = "the configuration that was last accepted cannot be used any more"
      voice.warn("\(discreet):\n\(error)", inJournal: discreet)
      return nil
    }
  }
}
