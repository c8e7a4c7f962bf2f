// The events are the only truth: applied to an empty office they give what the daemon says is pending.

import Civil
import Foundation
import HoursWire
import OpeningHours
import Testing

@testable import HoursCore

@Suite struct ReplayTests {
  static let session = """
    call {"from":"+49301","severity":"normal","about":"a","at":"2025-03-11 22:00"}
    call {"from":"+49301","severity":"normal","about":"b","at":"2025-03-11 22:10"}
    call {"from":"+49302","missed":true,"at":"2025-03-12 07:00"}
    call {"from":"+49302","missed":true,"at":"2025-03-12 07:05"}
    call {"from":"+49303","severity":"critical","at":"2025-03-15 03:00"}
    call {"from":"+49304","at":"2025-03-15 03:00"}
    triage {"call":6,"severity":"critical"}
    call {"from":"+49301","severity":"normal","about":"c","at":"2025-03-11 23:00"}
    triage {"call":7,"issue":1}
    end {"call":4,"outcome":"answered"}
    told {"call":1,"channel":"spoken"}
    add {"about":"tax","due":"+5h"}
    add {"about":"cards","due":"+6h","promised":"+7h"}
    note {"id":1,"text":"asked for a screenshot"}
    snooze {"id":1,"until":"+3h"}
    resolve {"id":2,"solution":"mended","minutes":15}
    drop {"id":3,"why":"wrong number"}
    reload
    tick
    """

  @Test func eventsGiveThePendingIssues() throws {
    let daemon = try DaemonProcess(closedNow)
    let connection = try daemon.connect()
    var refused: [String] = []
    for line in Self.session.split(separator: "\n") {
      let reply = try connection.ask(String(line))
      if reply.code != nil { refused.append("\(line) -> \(reply)") }
    }
    // The answered call settled issue 3, so there is nothing to drop; the hours never open again.
    #expect(refused.count == 1 && refused[0].contains("drop"), "\(refused)")

    let newest = try #require(try connection.ask("status").seq)
    let watcher = try daemon.connect()
    try watcher.ask("watch {\"since\":0}")
    let lines = try watcher.events(through: newest).map { try EventLine(line: Array($0.text.utf8)) }
    var office = Office(
      Configuration(zone: .utc, hours: try OpeningHours.Expression("24/7")),
      at: Instant(seconds: 1_700_000_000))
    office.apply(lines.map(\.event))
    let replayed = office.queue.issues.values.sorted { $0.id < $1.id }

    struct Issues: Decodable { let issues: [HoursCore.Issue] }
    let reply = try connection.ask("issues {\"state\":\"pending\"}")
    let said = try JSONDecoder().decode(Issues.self, from: Data(reply.text.utf8)).issues
    #expect(replayed == said && !said.isEmpty)
    #expect(office.seq == Int64(newest))

    // Each issue's history is what the events say of it.
    let all = try connection.ask("issues {\"state\":\"all\"}").list("issues").compactMap { $0["id"] as? Int }
    for id in all {
      let history = try connection.ask("issue {\"id\":\(id)}").list("history").compactMap {
        $0["seq"] as? Int
      }
      let mentions = lines.filter { $0.event.mentions.contains(Int64(id)) }.map { Int($0.seq) }
      #expect(history == mentions && !history.isEmpty, "issue \(id)")
    }
  }
}
