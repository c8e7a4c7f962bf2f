// A log that is exported and imported is the same: its rows, what is exported of it again, and the office that lives from it.

import Foundation
import Glibc
import HoursStore
import Testing

/// Lives that leave something of every kind in a log.
enum ExportStory: String, CaseIterable, Sendable {
  case nothing, evening, forgotten, mail, overrides, keys, random

  private static let mailed = """
    timezone = "Europe/Berlin"
    hours = "2025 Mar 10-14 09:00-18:00"
    phone_region = "DE"
    [mail]
    from = "Анна <ann@example.org>"
    [[client]]
    name = "Müller \\"& Söhne\\""
    id = "acme"
    phones = ["030 1234567"]
    email = "it@acme.example"
    [[personal]]
    name = "Boris"
    phones = ["0171 5550100"]

    """

  var configuration: String {
    switch self {
    case .nothing: closedNow
    case .forgotten: ForgetTests.office
    // What is reopened wants an opening.
    case .mail: Self.mailed.replacing("2025 Mar 10-14 09:00-18:00", with: "24/7")
    default: Self.mailed
    }
  }

  /// What is asked, one after the other.
  var lines: [String] {
    let text =
      switch self {
      case .nothing: "version"
      case .evening:
        #"""
        call {"from":"030 1234567","about":"die Seite \"zeigt\"\nнечто \\ странное\u0007","severity":"normal","at":"2025-03-11 22:00"}
        told {"call":1,"channel":"spoken"}
        call {"from":"0171 5550100","about":"Bier?","at":"2025-03-12 11:00"}
        call {"about":"without a number","at":"2025-03-12 11:30","missed":true}
        call {"from":"+49 40 999","name":"\u202e\u0001","about":"🙂","severity":"critical","at":"2025-03-12 23:00"}
        call {"from":"030 1234567","about":"it is wrong","at":"2025-03-12 23:30"}
        triage {"call":5,"answers":{"down":false,"blocked":true}}
        end {"call":1,"outcome":"voicemail","minutes":3}
        add {"about":"renew the certificate","client":"acme","due":"+5h"}
        note {"id":1,"text":"line\nline"}
        snooze {"id":1,"until":"+9h"}
        drop {"id":2,"why":""}
        """#
      case .forgotten:
        ForgetTests.session + "\n" + #"""
          drop {"id":8}
          forget {"client":"zwq","key":"f"}
          add {"about":"afterwards","due":"+5h"}
          """#
      case .mail:
        (1...8).map { "add {\"about\":\"part \($0)\",\"client\":\"acme\",\"due\":\"+5h\"}\n" }.joined()
          + (1...8).map { "resolve {\"id\":\($0),\"solution\":\"did \($0)\",\"send\":\($0 > 2)}\n" }.joined()
            + #"""
            mail-edit {"id":1,"subject":"other words","body":"Zeile\n\nстрока"}
            waive {"issue":2}
            reopen {"id":8}
            mail-claim {"id":4}
            mail-sent {"id":4}
            mail-claim {"id":5}
            mail-failed {"id":5,"error":"550 \"no\""}
            mail-claim {"id":6}
            mail-failed {"id":6,"error":"busy","later":true}
            mail-claim {"id":7}
            """#
      case .overrides:
        #"""
        override {"state":"open","from":"+1h","until":"+2h","reason":"Besuch"}
        override {"state":"closed","until":"+3h"}
        override {"state":"open","until":"+1 days","reason":"trade fair"}
        end-override {"id":2}
        reload
        """#
      case .keys:
        #"""
        add {"about":"a","due":"+5h","key":"ключ \"1\""}
        add { "about" : "b", "due":"+5h",  "key":"2" }
        call {"from":"030 1234567","about":"c","key":"\u0001","at":"2025-03-11 22:00"}
        drop {"id":1,"key":"3"}
        ack {"seq":2,"as":"hooks"}
        ack {"seq":4,"as":"журнал \" 2"}
        """#
      case .random: RandomLife.lines(300, seed: 7).joined(separator: "\n")
      }
    return text.split(separator: "\n").map { String($0.drop { $0 == " " }) }
  }

  /// A daemon that has lived it.
  func live(in folder: Folder) throws -> DaemonProcess {
    let daemon = try DaemonProcess(folder, configuration: configuration)
    let connection = try daemon.connect()
    for line in lines {
      let reply = try connection.ask(line)
      // Random ones may be refused.
      if self != .random { #expect(reply.code == nil, "\(line): \(reply)") }
    }
    return daemon
  }
}

/// Requests as anybody may send them, from a seed.
struct RandomLife {
  private var state: UInt64

  private mutating func number(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  private mutating func text() -> String {
    let words = [
      "die Seite", "ist weg", "сайт", "\\\"", "\\n", "\\\\", "🙂", "{}", "[1,2]", "shop", "\\u0000x", "down",
    ]
    return (0...number(6)).map { _ in words[number(words.count)] }.joined(separator: " ").replacing(
      "\\u0000", with: "")
  }

  static func lines(_ count: Int, seed: UInt64) -> [String] {
    var life = RandomLife(state: seed)
    return (0..<count).map { _ in life.line() }
  }

  private mutating func line() -> String {
    let id = 1 + number(40)
    let key = number(3) == 0 ? ",\"key\":\"k\(number(60))\"" : ""
    let from = ["030 1234567", "0171 5550100", "+49 40 \(number(20))", "none"][number(4)]
    let at = "2025-03-1\(number(5)) \(10 + number(13)):00"
    return switch number(12) {
    case 0...3:
      "call {\"from\":\"\(from)\",\"about\":\"\(text())\",\"missed\":\(number(2) == 0),\"at\":\"\(at)\"\(key)}"
    case 4: "triage {\"call\":\(id),\"about\":\"\(text())\"\(key)}"
    case 5: "add {\"about\":\"\(text())\",\"client\":\"acme\",\"due\":\"+\(1 + number(9))h\"\(key)}"
    case 6: "resolve {\"id\":\(id),\"solution\":\"\(text())\",\"send\":\(number(2) == 0)\(key)}"
    case 7: "note {\"id\":\(id),\"text\":\"\(text())\"\(key)}"
    case 8: "mail-claim {\"id\":\(id)\(key)}"
    case 9: "mail-sent {\"id\":\(id)\(key)}"
    case 10:
      "override {\"state\":\"open\",\"from\":\"+\(1 + number(50))h\",\"until\":\"+60h\",\"reason\":\"\(text())\"\(key)}"
    default: "told {\"call\":\(id),\"channel\":\"spoken\"\(key)}"
    }
  }
}

@Suite(.enabled(if: isInstalled("sqlite3"), "sqlite3 is needed"))
struct RoundTripTests {
  /// All but the first line, which says when it was written.
  private func rest(_ file: String, in folder: Folder) throws -> [String] {
    Array(try folder.lines(of: file).dropFirst())
  }

  @Test(arguments: ExportStory.allCases)
  func aLogIsTheSameAfterwards(_ story: ExportStory) throws {
    let folder = try Folder()
    let (running, stopped, again) = (
      "\(folder.path)/running", "\(folder.path)/stopped", "\(folder.path)/again"
    )
    var daemon = try story.live(in: folder)
    let beside = try folder.hoursctl("export", "--state", folder.state, running)
    #expect(beside.status == 0, "\(beside.errors)")
    #expect(try daemon.end() == 0)
    let rows = try folder.everything(in: folder.log)

    let alone = try folder.hoursctl("export", "--state", folder.state, stopped)
    #expect(alone.status == 0, "\(alone.errors)")
    // An ending daemon may note how far the journal has come.
    func notReader(_ line: String) -> Bool {
      !line.hasPrefix(#"{"table":"reader""#) && !line.hasPrefix(#"{"end""#)
    }
    #expect(try rest(running, in: folder).filter(notReader) == rest(stopped, in: folder).filter(notReader))

    let copy = "\(folder.path)/copy"
    let imported = try folder.hoursctl("import", "--state", copy, stopped)
    #expect(imported.status == 0, "\(imported.errors)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: copy) == ["events.sqlite"])
    #expect(try folder.everything(in: "\(copy)/events.sqlite") == rows)
    #expect(try folder.hoursctl("export", "--state", copy, again).status == 0)
    #expect(try rest(again, in: folder) == rest(stopped, in: folder))

    // The daemons that live from the two are of one mind.
    daemon = try DaemonProcess(folder)
    let before = try answers(of: daemon)
    #expect(try daemon.end() == 0)
    var options = DaemonProcess.Options()
    options.state = copy
    daemon = try DaemonProcess(folder, options)
    #expect(try answers(of: daemon) == before)
    #expect(try daemon.end() == 0)
  }

  /// What it says of everything, without the times of this day.
  private func answers(of daemon: DaemonProcess) throws -> [String] {
    let questions = [
      "status", #"issues {"state":"all","limit":1000}"#, #"calls {"limit":1000}"#, "overrides",
      #"messages {"state":"all","limit":1000}"#, #"report {"from":"2025-03-01","to":"2025-04-01"}"#,
      #"ack {"seq":1,"as":"hooks"}"#, #"add {"about":"a","due":"+5h","key":"ключ \"1\""}"#,
      #"issue {"id":1}"#,
    ]
    return try questions.map { line in
      try daemon.ask(line).text.replacing(/20(2[6-9]|[3-9]\d)-\d\d-\d\dT\d\d:\d\d:\d\d/, with: "NOW")
    }
  }

  /// What `sqlite3` and `sha256sum` make of it, for whoever has nothing else.
  @Test func itCanBeCheckedByHand() throws {
    let folder = try Folder()
    _ = try ExportStory.evening.live(in: folder).end()
    let file = "\(folder.path)/backup"
    #expect(try folder.hoursctl("export", "--state", folder.state, file).status == 0)
    let sum = try folder.shell(
      "sed '1d;$d' \(file) | sha256sum | cut -d' ' -f1; tail -n 1 \(file) | jq -r .sha256")
    #expect(sum.output.count == 2 && sum.output[0] == sum.output[1], "\(sum)")
    let issue = try folder.shell(#"jq -r 'select(.table == "issue" and .id == 1).body.about' \#(file)"#)
    #expect(issue.output == [#"die Seite "zeigt""#, "нечто \\ странное\u{7}"])
    var status = stat()
    #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  /// Killed, a daemon leaves something in the write-ahead log: it is exported, and not a byte of the two is touched.
  @Test func aKilledDaemonsLog() throws {
    let folder = try Folder()
    let daemon = try ExportStory.evening.live(in: folder)
    let events = try #require(try daemon.ask("status").seq)
    #expect(try daemon.end(SIGKILL) == 128 + Int(SIGKILL))
    let files = [folder.log, folder.log + "-wal"]
    let before = try files.map(folder.bytes)
    #expect(before[1].count > 0)
    let file = "\(folder.path)/backup"
    #expect(
      try folder.hoursctl("export", "--state", folder.state, file).output.first?.contains("\(events) events")
        == true)
    #expect(try files.map(folder.bytes) == before)
    #expect(try folder.hoursctl("import", "--state", "\(folder.path)/copy", file).status == 0)
    #expect(try DaemonProcess(folder).end() == 0)
    #expect(
      try folder.everything(in: folder.log) == folder.everything(in: "\(folder.path)/copy/events.sqlite"))
  }

  /// A log of before there was mail.
  @Test func anEarlierVersionsLog() throws {
    let folder = try Folder()
    _ = try ExportStory.evening.live(in: folder).end()
    let now = try folder.everything(in: folder.log)
    let old = "DROP TABLE message; DROP INDEX call_by_time; PRAGMA user_version = 1;"
    #expect(try folder.shell("sqlite3 \(folder.log) '\(old)'").status == 0)
    let before = try folder.bytes(of: folder.log)
    let file = "\(folder.path)/backup"
    #expect(try folder.hoursctl("export", "--state", folder.state, file).status == 0)
    #expect(try folder.bytes(of: folder.log) == before)
    #expect(try folder.lines(of: file).first?.contains(#""schema":1,"#) == true)
    #expect(try folder.hoursctl("import", "--state", "\(folder.path)/copy", file).status == 0)
    #expect(try folder.everything(in: "\(folder.path)/copy/events.sqlite") == now)
  }

  /// By a pipe, as from another machine, with line ends of another system too.
  @Test func throughPipes() throws {
    let folder = try Folder()
    _ = try ExportStory.evening.live(in: folder).end()
    let pipe =
      "\(Folder.hoursctl) export --state \(folder.state) | gzip | zcat | sed 's/$/\\r/' "
      + "| \(Folder.hoursctl) import --state \(folder.path)/copy"
    let ran = try folder.shell("set -o pipefail; \(pipe)")
    #expect(ran.status == 0, "\(ran.errors)")
    #expect(
      try folder.everything(in: folder.log) == folder.everything(in: "\(folder.path)/copy/events.sqlite"))
  }
}
