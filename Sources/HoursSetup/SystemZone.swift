// The zone that the system is set to, by the name that people know it under.

import Civil
import Glibc

/// What the system says about its own zone.
public struct SystemZone: Codable, Hashable, Sendable {
  /// The zone's name; `localtime` when it has none.
  public var name: String
  /// The bytes of /etc/localtime, where the zone has no name.
  public var data: [UInt8]?
  /// What `TZ` says, where it names no zone.
  public var ignored: String?

  /// Makes what the system would say.
  public init(name: String, data: [UInt8]? = nil, ignored: String? = nil) {
    self.name = name
    self.data = data
    self.ignored = ignored
  }

  /// The zone itself; UTC where the system says nothing that can be read.
  public static func zone(environment: [String: String], zones: ZoneLoader) -> Zone {
    let system = read(environment: environment, zones: zones)
    if let data = system.data, let zone = try? Zone(name: system.name, tzif: data) { return zone }
    return (try? zones.zone(system.name)) ?? .utc
  }

  /// Whether the clocks here and those of an office in `zone` show different things at an instant.
  ///
  /// Two names of one zone do not, nor do two zones as long as they agree.
  public static func differs(_ here: Zone, from zone: Zone, at instant: Instant) -> Bool {
    here.civil(instant) != zone.civil(instant)
  }

  /// Asks, in this order: `TZ`, where the link /etc/localtime leads, /etc/timezone, /etc/localtime itself; else UTC.
  ///
  /// `root` is the folder that stands for `/`.
  static func read(environment: [String: String], zones: ZoneLoader, root: String = "") -> SystemZone {
    guard let wish = environment["TZ"] else { return configured(zones: zones, root: root) }
    let text = wish.hasPrefix(":") ? String(wish.dropFirst()) : wish
    // glibc takes an empty TZ for UTC.
    if text.isEmpty { return SystemZone(name: "UTC") }
    let name = nameBelowZoneinfo(text) ?? text
    if exists(name, zones) { return SystemZone(name: name) }
    var zone = configured(zones: zones, root: root)
    if text != "/etc/localtime" { zone.ignored = wish }
    return zone
  }

  private static func configured(zones: ZoneLoader, root: String) -> SystemZone {
    if let name = nameBelowZoneinfo(target(of: root + "/etc/localtime")), exists(name, zones) {
      return SystemZone(name: name)
    }
    if case .text(let text) = FileContent.read(root + "/etc/timezone", limit: SetupLimits.nameBytes),
      let line = text.split(separator: "\n").first, exists(String(line), zones)
    {
      return SystemZone(name: String(line))
    }
    if let data = FileContent.read(root + "/etc/localtime", limit: SetupLimits.zoneBytes).data,
      (try? Zone(name: "localtime", tzif: data)) != nil
    {
      return SystemZone(name: "localtime", data: data)
    }
    return SystemZone(name: "UTC")
  }

  private static func exists(_ name: String, _ zones: ZoneLoader) -> Bool { (try? zones.zone(name)) != nil }

  /// `Europe/Berlin` of `/usr/share/zoneinfo/Europe/Berlin` or a relative path there.
  private static func nameBelowZoneinfo(_ path: String?) -> String? {
    guard let path else { return nil }
    let parts = path.split(separator: "/")
    guard let folder = parts.lastIndex(of: "zoneinfo"), folder + 1 < parts.endIndex else { return nil }
    return parts[(folder + 1)...].joined(separator: "/")
  }

  private static func target(of link: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(link, &buffer, buffer.count)
    return count > 0 ? String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self) : nil
  }
}

extension Sources {
  /// Whether the office goes where the system goes, for its owner names no zone.
  public var followsSystemZone: Bool {
    guard let text else { return true }
    guard let document = try? TomlValue.document(text), case .table(let entries) = document.content else {
      return false
    }
    return !entries.contains { $0.key == "timezone" }
  }
}
