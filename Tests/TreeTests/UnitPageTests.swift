// confinement.md says where each directive stands, and the unit files agree.

import Foundation
import Testing

/// The directives in the first column of a section's table.
private func directives(under heading: String) throws -> Set<String> {
  let page = try String(contentsOf: root.appending(path: "contrib/doc/confinement.md"), encoding: .utf8)
  let section = try #require(page.components(separatedBy: "\n## \(heading)\n").last)
  let rows = try #require(section.components(separatedBy: "\n## ").first).matches(of: /\n\| (`[^|]*) \|/)
  return Set(rows.flatMap { $0.1.matches(of: /`(\w+=)/).map { String($0.1) } })
}

/// What a unit file sets; a comment sets nothing.
private func settings(of file: String) throws -> Set<String> {
  let text = try String(contentsOf: root.appending(path: "systemd/\(file)"), encoding: .utf8)
  return Set(text.matches(of: /\n(\w+=)/).map { String($0.1) })
}

@Test func theUnitsHaveWhatTheirPageSays() throws {
  let service = try directives(under: "hoursd.service")
  let optional = try directives(under: "confine.conf")
  let neither = try directives(under: "Neither").subtracting(["ProtectControlGroups="])
  #expect(service.count > 10 && optional.count > 10 && neither.count > 20)
  let all = try settings(of: "hoursd.service.in")
  #expect(all.isSuperset(of: service))
  // What it does instead of what it may do.
  #expect(
    all.subtracting(service) == [
      "Description=", "Requires=", "After=", "StartLimitIntervalSec=", "Type=", "ExecStart=", "ExecReload=",
      "Restart=",
      "RestartSec=", "WatchdogSec=", "WantedBy=", "Also=",
    ])
  #expect(try settings(of: "confine.conf") == optional)
  #expect(neither.isDisjoint(with: all.union(optional)))
}
