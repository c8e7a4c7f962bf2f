// The journal: each event once or more, explained, without what callers said; and a journal daemon that hangs.

import Foundation
import Glibc
import Testing

/// What Sources/hoursd/MessageIDs.swift gives each event's name.
func messageIDs() throws -> [String: String] {
  let text = try String(contentsOfFile: "\(sources)/Sources/hoursd/MessageIDs.swift", encoding: .utf8)
  return Dictionary(
    uniqueKeysWithValues: text.matches(of: #/"([a-z.-]+)": "([0-9a-f]{32})"/#).map {
      (String($0.1), String($0.2))
    })
}

extension UserManager {
  struct JournalTests {
    @Test func theCatalogExplainsEveryEventAndNothingElse() throws {
      let text = try String(contentsOfFile: "\(sources)/systemd/hoursd.catalog", encoding: .utf8)
      let explained = text.matches(of: #/(?m)^-- ([0-9a-f]{32})$/#).map { String($0.1) }
      #expect(explained.count == Set(explained).count)
      let ids = try messageIDs()
      #expect(Set(ids.values) == Set(explained))
      #expect(ids.count == explained.count)
    }

    @Test(.enabled(if: isRoot, needsRoot))
    func journalctlShowsTheExplanation() throws {
      let office = try Office()
      try office.line().ask(#"call {"from":"+493012345","severity":"normal"}"#)
      _ = try office.journal.follow("HOURSD_EVENT=issue.queued").nextLine()
      // A catalog is the machine's: in a namespace of its own, this one is.
      let script = """
        mount -t tmpfs tmpfs /usr/local && mkdir -p /var/lib/systemd/catalog
        mount -t tmpfs tmpfs /var/lib/systemd/catalog
        make -s -C '\(sources)' install BIN='\(programs)' && journalctl --no-pager --catalog HOURSD_EVENT=issue.queued
        """
      let shown = try outcome(of: ["unshare", "--mount", "--propagation=private", "sh", "-ec", script])
      #expect(shown.status == 0)
      #expect(shown.text.contains("Subject: Issue 1 is queued\n"), "\(shown.text)")
      #expect(shown.text.contains("Something is owed to a caller."))
    }

    @Test func everyEntryHasItsFieldsAndNoneHasWhatCallersSaid() throws {
      let office = try Office(
        also: """
          [[client]]
          name = "Acme Zwergwerk"
          id = "acme"
          phones = ["+49 30 1234567"]
          [[personal]]
          name = "Boris Freundlich"
          phones = ["+49 30 7654321"]
          """)
      let line = try office.line()
      let requests = [
        #"call {"from":"+49 30 1234567","name":"Zwergin","about":"Passwort Zwiebelfisch","severity":"normal"}"#,
        #"call {"from":"+49 30 1234567","about":"Zwiebelbrand"}"#,
        #"triage {"call":2,"about":"Zwiebelkuchen","severity":"critical"}"#,
        #"end {"call":2,"outcome":"missed"}"#,
        #"call {"from":"+49307654321","about":"Zwiebelsuppe","missed":true}"#,
        #"call {"from":"+4930555000","name":"Fremdling","about":"Zwiebelring","missed":true}"#,
        #"told {"call":1,"channel":"spoken"}"#,
        #"snooze {"id":1,"until":"+5m"}"#,
        #"note {"id":1,"text":"Zwiebelnotiz"}"#,
        #"drop {"id":1,"why":"Zwiebelgrund"}"#,
        #"reopen {"id":1}"#,
        #"resolve {"id":1,"solution":"Zwiebeltrost"}"#,
        #"override {"state":"closed","until":"+2h","reason":"Zwiebelgrippe"}"#,
        #"override {"state":"open","until":"+1h","reason":"Zwiebelmarkt"}"#,
        #"end-override {"id":2}"#,
      ]
      for request in requests {
        let reply = try line.ask(request)
        #expect(reply.error == nil, "\(request): \(reply)")
      }
      let events = try events(at: office.socket)
      let last = try #require(events.last?["seq"] as? Int)
      _ = try office.journal.follow("HOURSD_SEQ=\(last)").nextLine()
      let entries = try office.journal.entries("SYSLOG_IDENTIFIER=hoursd").filter { $0["HOURSD_SEQ"] != nil }
      let ids = try messageIDs()
      #expect(entries.map { $0["HOURSD_SEQ"] as? String } == events.map { "\($0["seq"] as? Int ?? 0)" })
      #expect(entries.map { $0["HOURSD_EVENT"] as? String } == events.map { $0["event"] as? String })
      for entry in entries {
        let name = try #require(entry["HOURSD_EVENT"] as? String)
        #expect(entry["MESSAGE_ID"] as? String == ids[name], "\(name)")
        #expect(["4", "5", "6"].contains(entry["PRIORITY"] as? String))
        #expect((entry["MESSAGE"] as? String)?.isEmpty == false)
      }
      #expect(entries.contains { $0["HOURSD_CLIENT"] as? String == "acme" })
      #expect(entries.contains { $0["HOURSD_OVERRIDE"] as? String == "2" })
      let export = try office.journal.export()
      for word in ["Zwiebel", "Zwerg", "Boris", "Freundlich", "7654321", "1234567", "Fremdling", "555000"] {
        #expect(!export.contains(word), "\(word)")
      }
    }

    /// A journald of its own: the manager's one has other users.
    @Test(.enabled(if: isRoot, needsRoot), arguments: ["hangs", "is gone"])
    func aJournaldThat(_ fails: String) throws {
      let machine = try SmallMachine()
      let line = try Line(machine.socket)
      try machine.failJournald(fails)
      for number in 1...200 {
        let call = try line.ask(#"call {"from":"+4930\#(1000 + number)","missed":true}"#)
        #expect(call["call"] as? Int == number)
      }
      #expect(try line.ask("status").error == nil)
      try machine.mendJournald(fails)
      // The next event finds it mended, at the latest.
      try line.ask(#"call {"from":"+493012345","missed":true}"#)
      let seqs = try events(at: machine.socket).map { "\($0["seq"] as? Int ?? 0)" }
      let heard = try machine.seqs(upTo: try #require(seqs.last))
      #expect(Set(seqs).subtracting(heard) == [], "at least once, each")
    }
  }
}
