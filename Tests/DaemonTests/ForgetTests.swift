// Whoever is forgotten leaves no word in any file, whenever the daemon is killed; and the counts are as before.

import Civil
import Foundation
import Glibc
import HoursWire
import OpeningHours
import Testing

@testable import HoursCore

@Suite struct ForgetTests {
  /// Closed now, with contacts of whom one is to be forgotten.
  static let office = """
    timezone = "Europe/Berlin"
    hours = "2025 Mar 10-14 09:00-18:00"
    phone_region = "DE"
    [support]
    surcharge = "+100 %"
    [mail]
    from = "ann@example.org"
    [[client]]
    name = "Zweckform Quitte"
    id = "zwq"
    phones = ["030 7654321", "+49 89 77 *"]
    email = "quitte@zweckform.example"
    [[client]]
    name = "Acme GmbH"
    id = "acme"
    phones = ["030 1234567"]

    """

  static let without = """
    timezone = "Europe/Berlin"
    hours = "2025 Mar 10-14 09:00-18:00"
    phone_region = "DE"
    [[client]]
    name = "Acme GmbH"
    id = "acme"
    phones = ["030 1234567"]

    """

  /// What is said by and of the person, each word once, and nothing of it about anybody else.
  static let words = [
    "Zweckform", "zwq", "7654321", "+49897712", "quitte@", "Apfelmus", "Birnenkompott", "Kirschwasser",
    "Dattelpalme", "Feigenblatt", "Granatapfel", "Heidelbeere", "Ingwerwurzel", "Johannisbeere",
    "Limettensaft", "Mandelkern", "Nussbaum",
  ]

  static let session = """
    call {"from":"030 7654321","severity":"normal","about":"Apfelmus","at":"2025-03-11 22:00","key":"k1"}
    call {"from":"+49 89 77 12","severity":"critical","about":"Birnenkompott ü\\"\\n","at":"2025-03-12 22:10"}
    call {"from":"0307654321","about":"Kirschwasser","at":"2025-03-13 12:00","missed":true}
    call {"name":"Zweckform Quitte","about":"Dattelpalme","severity":"normal","surcharge":"accepted","at":"2025-03-13 22:00"}
    call {"from":"030 1234567","severity":"normal","about":"a word of Acme","at":"2025-03-11 22:00","key":"k2"}
    call {"from":"030 1234567","about":"was called by Zweckform Quitte from +49307654321","at":"2025-03-11 12:00","missed":true}
    told {"call":1,"channel":"spoken"}
    override {"state":"open","from":"+1h","until":"+2h","reason":"visit Zweckform Quitte"}
    told {"client":"acme","channel":"mail"}
    call {"from":"030 7654321","severity":"normal","about":"Feigenblatt","at":"2025-03-14 22:00"}
    note {"id":1,"text":"Granatapfel","key":"k3"}
    add {"about":"Heidelbeere","client":"zweckform quitte","due":"+5h","key":"k4"}
    resolve {"id":1,"solution":"Ingwerwurzel","minutes":15,"key":"k5"}
    resolve {"id":2,"solution":"Johannisbeere","minutes":20,"was_critical":false}
    resolve {"id":3}
    resolve {"id":4,"solution":"Limettensaft","minutes":30}
    mail-edit {"id":1,"subject":"Mandelkern","key":"k6"}
    mail-send {"id":2}
    mail-claim {"id":2,"key":"k7"}
    mail-failed {"id":2,"error":"Nussbaum","key":"k8"}
    end {"call":7,"outcome":"answered","minutes":3}
    drop {"id":7,"why":"Limettensaft"}
    """

  /// Where the words are found in the files of the state folder.
  private func traces(_ folder: Folder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.state).flatMap { name in
      let bytes = try Data(contentsOf: URL(filePath: "\(folder.state)/\(name)"))
      return Self.words.filter { bytes.range(of: Data($0.utf8)) != nil }.map { "\($0) in \(name)" }
    }
  }

  private func filled(_ folder: Folder) throws -> DaemonProcess {
    let daemon = try DaemonProcess(folder, configuration: Self.office)
    let connection = try daemon.connect()
    for line in Self.session.split(separator: "\n") {
      let reply = try connection.ask(String(line))
      #expect(reply.code == nil, "\(line): \(reply)")
    }
    return daemon
  }

  /// The counts of a report, without who they are of.
  private func counts(_ daemon: DaemonProcess) throws -> [String] {
    let reply = try daemon.ask(#"report {"from":"2025-03-01","to":"2025-04-01"}"#)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(reply.text.utf8)) as? [String: Any])
    let persons = reply.list("persons").map { $0.filter { !["person", "id", "name"].contains($0.key) } }
    let all = [object.filter { $0.key != "persons" }] + persons
    return all.map { "\($0.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" })" }.sorted()
  }

  /// What is with a mailer just now cannot be taken back: then nothing of them is given up.
  @Test func whoIsBeingWrittenToIsForgottenLater() throws {
    let daemon = try DaemonProcess(try Folder(), configuration: Self.office)
    for line in [
      #"add {"about":"a","client":"zwq","due":"+5h"}"#, #"add {"about":"b","client":"zwq","due":"+5h"}"#,
      #"resolve {"id":1,"solution":"a"}"#, #"resolve {"id":2,"solution":"b","send":true}"#,
      #"mail-claim {"id":2}"#,
    ] {
      #expect(try daemon.ask(line).code == nil, "\(line)")
    }
    #expect(try daemon.ask(#"forget {"client":"zwq"}"#).code == "conflict")
    #expect(try daemon.ask(#"issue {"id":1}"#)["state"] == "solved")
    #expect(try daemon.ask(#"message {"id":1}"#)["state"] == "draft")
  }

  /// The owner takes the contact out of the file, too: then nothing is left, whatever happens next.
  @Test func noWordIsLeftAndTheCountsAreAsBefore() throws {
    let folder = try Folder()
    var daemon = try filled(folder)
    #expect(try traces(folder).count >= Self.words.count)
    // The one that still waits is in the way.
    let refused = try daemon.ask(#"forget {"client":"zwq"}"#)
    #expect(refused.code == "conflict" && refused.message.contains("issue 8"), "\(refused)")
    #expect(try daemon.ask(#"drop {"id":8,"why":"Limettensaft"}"#).code == nil)
    let before = try counts(daemon)
    #expect(before.count == 3)

    let watcher = try daemon.connect()
    try watcher.ask(#"watch {"only":["caller","issue"]}"#)
    let reply = try daemon.ask(#"forget {"client":"ZWECKFORM quitte","key":"f1"}"#)
    #expect(reply.text.hasPrefix(#"{"removed":{"calls":5,"issues":"#), "\(reply)")
    #expect(reply.text.contains(#""in_configuration":true"#))
    var events: [String] = []
    while events.last?.contains("caller.forgotten") != true { events.append(try watcher.next().text) }
    for word in Self.words { #expect(!events.contains { $0.contains(word) }, "\(word): \(events)") }
    #expect(try counts(daemon) == before)
    // The same key, the same answer; and what was done under a key of theirs is not done again.
    #expect(try daemon.ask(#"forget {"client":"ZWECKFORM quitte","key":"f1"}"#).text == reply.text)
    let repeated = Self.session.split(separator: "\n").first.map(String.init) ?? ""
    #expect(try daemon.ask(repeated).code == "conflict")
    // The configuration that names them is the owner's.
    #expect(
      try Set(traces(folder).map { $0.prefix { $0 != " " } }).isSubset(of: [
        "Zweckform", "zwq", "7654321", "quitte@",
      ]))
    try folder.write(Self.without, to: folder.configuration)
    #expect(try daemon.ask("reload").texts("changed") == ["support", "mail", "contacts"])
    #expect(try traces(folder) == [])
    daemon.signal(SIGKILL)
    _ = try daemon.ended()
    #expect(try traces(folder) == [])

    daemon = try DaemonProcess(folder)
    #expect(try counts(daemon) == before)
    try checkReplay(daemon)
    #expect(try daemon.ask(#"forget {"number":"030 7654321"}"#).code == "not-found")
    #expect(try daemon.ask("overrides").text.contains("visit …"))
    // Somebody else's words are where they were.
    #expect(try daemon.ask(#"calls {"client":"acme"}"#).text.contains("was called by … from …"))
    #expect(try daemon.end() == 0)
    #expect(try traces(folder) == [])
  }

  /// The events, written anew, give the office that the rows say.
  private func checkReplay(_ daemon: DaemonProcess) throws {
    let newest = try #require(try daemon.ask("status").seq)
    let watcher = try daemon.connect()
    try watcher.ask("watch {\"since\":0}")
    let lines = try watcher.events(through: newest).map { try EventLine(line: Array($0.text.utf8)) }
    var office = Office(
      Configuration(zone: .utc, hours: try OpeningHours.Expression("24/7")),
      at: Instant(seconds: 1_700_000_000))
    office.apply(lines.map(\.event))
    struct Issues: Decodable { let issues: [HoursCore.Issue] }
    let reply = try daemon.ask(#"issues {"state":"all"}"#)
    let kept = try JSONDecoder().decode(Issues.self, from: Data(reply.text.utf8)).issues
    var replayed: [Int64: HoursCore.Issue] = [:]
    for line in lines { for issue in line.event.issues { replayed[issue.id] = issue } }
    #expect(kept.map(\.id) == replayed.keys.sorted())
    for issue in kept { #expect(replayed[issue.id] == issue) }
    #expect(office.queue.issues.keys.sorted() == kept.filter { $0.state == .pending }.map(\.id))
    // Whoever was told was told still: the report that follows from it is the same.
    #expect(office.told.keys.sorted().filter { $0.hasPrefix("client:") } == ["client:acme"])
    #expect(office.told.keys.contains { $0.hasPrefix("forgotten:") })
  }

  /// Killed somewhere on the way: all of it is there, or nothing; and what is left of it the next start finishes.
  @Test func killedOnTheWayItIsBeforeOrAfter() throws {
    var (before, after) = (0, 0)
    for round in 0..<12 {
      let folder = try Folder()
      let daemon = try filled(folder)
      try folder.write(Self.without, to: folder.configuration)
      #expect(try daemon.ask(#"drop {"id":8}"#).code == nil)
      #expect(try daemon.ask("reload").code == nil)
      let connection = try daemon.connect()
      connection.send(#"forget {"client":"zwq"}"#)
      for _ in 0..<round * 40_000 { _ = getppid() }
      #expect(try daemon.end(SIGKILL) == 128 + Int(SIGKILL))
      let answered = try connection.nextLine() != nil
      if answered { #expect(try traces(folder) == [], "round \(round)") }

      let again = try DaemonProcess(folder)
      let isForgotten = try again.ask(#"issues {"state":"all"}"#).text.contains("forgotten:")
      #expect(isForgotten || !answered, "round \(round)")
      if isForgotten {
        after += 1
        #expect(try traces(folder) == [], "round \(round)")
        try checkReplay(again)
      } else {
        before += 1
        #expect(try again.ask(#"forget {"client":"zwq"}"#).code == nil)
        #expect(try traces(folder) == [], "round \(round)")
      }
    }
    print("forgotten: \(before) killed before, \(after) after")
  }

  /// A number that was never a contact's, in another notation; and what nobody knows.
  @Test func aStrangersNumber() throws {
    let folder = try Folder()
    let daemon = try DaemonProcess(folder, configuration: Self.without)
    for line in [
      #"call {"from":"030 7654321","severity":"normal","about":"Apfelmus","at":"2025-03-11 22:00"}"#,
      #"resolve {"id":1,"solution":"Birnenkompott"}"#,
      #"call {"from":"030 1234567","severity":"normal","about":"stays","at":"2025-03-11 22:00"}"#,
    ] { #expect(try daemon.ask(line).code == nil) }
    #expect(try daemon.ask(#"forget {"number":"030 9999999"}"#).code == "not-found")
    #expect(try daemon.ask(#"forget {"client":"nobody"}"#).code == "not-found")
    let reply = try daemon.ask(#"forget {"number":"0049 30 765 43 21"}"#)
    #expect(reply.text.hasPrefix(#"{"removed":{"calls":1,"issues":1,"#), "\(reply)")
    #expect(try traces(folder) == [])
    #expect(try daemon.ask("calls").text.contains("stays"))
  }

  /// Who was only a name is forgotten by it.
  @Test func aStrangersName() throws {
    let folder = try Folder()
    let daemon = try DaemonProcess(folder, configuration: Self.without)
    let call =
      #"call {"name":"Zweckform","severity":"normal","about":"Apfelmus","at":"2025-03-11 22:00","key":"k"}"#
    #expect(try daemon.ask(call).code == nil)
    #expect(
      try daemon.ask(#"forget {"client":"zweckFORM"}"#).text.hasPrefix(#"{"removed":{"calls":1,"issues":0,"#))
    #expect(try traces(folder) == [])
  }

  /// Somebody who called before they were a contact: both are one person.
  @Test func callsFromBeforeTheyWereAContact() throws {
    let folder = try Folder()
    var daemon = try DaemonProcess(folder, configuration: Self.without)
    let call = #"call {"from":"030 7654321","severity":"normal","about":"Apfelmus","at":"2025-03-11 22:00"}"#
    #expect(try daemon.ask(call)["reason"] == "not-critical")
    try folder.write(Self.office, to: folder.configuration)
    #expect(try daemon.ask("reload").code == nil)
    #expect(try daemon.ask(call).code == nil)
    #expect(try daemon.ask(#"forget {"client":"zwq"}"#).code == "conflict")
    for id in [1, 2] { #expect(try daemon.ask("drop {\"id\":\(id)}").code == nil) }
    let reply = try daemon.ask(#"forget {"client":"zwq"}"#)
    #expect(reply.text.hasPrefix(#"{"removed":{"calls":2,"issues":2,"#), "\(reply)")
    // Taken out of the configuration while nobody is there to reload it.
    #expect(try daemon.end() == 0)
    try folder.write(Self.without, to: folder.configuration)
    daemon = try DaemonProcess(folder)
    #expect(try traces(folder) == [])
  }
}
