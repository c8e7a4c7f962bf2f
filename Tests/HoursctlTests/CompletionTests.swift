// What real shells complete, with somebody playing the daemon; and that no text of a caller's ever becomes a command.

import Foundation
import Glibc
import Testing

/// Answers every request by its verb, on as many connections as come.
private final class PlayedDaemon: @unchecked Sendable {
  let place: Place
  private let replies: [String: String]

  /// With `isDeaf` it takes connections and never answers.
  init(_ replies: [String: String], isDeaf: Bool = false) throws {
    place = try Place()
    self.replies = replies
    try place.listen()
    let listener = place.listener
    guard !isDeaf else { return }
    Thread.detachNewThread {
      while case let client = accept(listener, nil, nil), client >= 0 {
        var (line, byte) = ([UInt8](), UInt8(0))
        while recv(client, &byte, 1, 0) == 1, byte != UInt8(ascii: "\n") { line.append(byte) }
        let verb = String(decoding: line.prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
        let reply = Array((replies[verb] ?? #"{"error":{"code":"invalid","message":"no"}}"#).utf8) + [0x0A]
        _ = reply.withUnsafeBytes { send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        close(client)
      }
    }
  }

  deinit { shutdown(place.listener, Int32(SHUT_RDWR)) }
}

/// Texts of callers that would do something if a shell ever read them.
private let evil = #"$(touch PWNED) `touch PWNED` ';touch PWNED;' \"%F{red}\"\u001b[31m: \t\nпривет 🦊"#

private let replies = [
  "issues":
    #"{"issues":[{"id":3,"kind":"support","state":"pending","client":"acme","name":"Acme GmbH","about":"my shop shows ads"},"#
    + #"{"id":14,"kind":"ring-back","state":"pending","name":"Boris","about":"\#(evil)"}]}"#,
  "calls":
    #"{"calls":[{"call":17,"caller":{"name":"Zed"},"about":"down"},{"call":16,"caller":{"name":"Boris"},"outcome":"missed"}]}"#,
  "contacts":
    #"{"contacts":[{"class":"client","id":"acme","name":"Acme GmbH"},"#
    + #"{"class":"client","id":"it's $(touch PWNED):x","name":"Eve"},"#
    + #"{"class":"client","id":"Blue (Sky)","name":"`touch PWNED`"},{"class":"client","id":"пекарня \"Лён\" 🦊"},"#
    + #"{"class":"client","id":"back\\`touch PWNED`&*?!{1,2}"},{"class":"client","id":"-dash","name":"Dash"}]}"#,
  "messages": #"{"messages":[{"id":21,"state":"draft","subject":"Done: my shop"}]}"#,
  "overrides": #"{"overrides":[{"id":5,"state":"closed","reason":"flu"}]}"#,
]

/// A word that is offered (or none), what stands beside it where the shell shows that, and one that is not offered.
private typealias Row = (line: String, word: String, about: String, not: String)

private let listed: [Row] = [
  ("hoursctl sno", "snooze", "", "show"), ("hoursctl show ", "14", "Boris: $(touch PWNED)", "17"),
  ("hoursctl show ", "3", "Acme GmbH: my shop shows ads", "acme"),
  ("hoursctl snooze 3 ", "tomorrow", "", "14"),
  ("hoursctl call ", "acme", "Acme GmbH", "17"), ("hoursctl call --missed ", "acme", "Acme GmbH", "17"),
  ("hoursctl call acme ", "", "", "acme"),
  ("hoursctl triage ", "17", "Zed: down", "16"), ("hoursctl triage 17 --issue ", "3", "my shop", "Zed"),
  ("hoursctl end 17 ", "voicemail", "", "14"), ("hoursctl told ", "acme", "Acme GmbH", "-dash"),
  ("hoursctl issues --client ", "acme", "Acme GmbH", "17"), ("hoursctl override ", "closed", "", "tomorrow"),
  ("hoursctl override closed --until ", "monday", "", "open"), ("hoursctl end-override ", "5", "flu", "17"),
  ("hoursctl mail ", "deliver", "", "17"), ("hoursctl mail show ", "21", "draft: Done: my shop", "17"),
  ("hoursctl eval --li", "--lines", "", "--json"), ("hoursctl check ", "my.toml", "", "start"),
]

/// What comes about in the same way as another row: one shell is enough.
private let alike: [Row] = [
  ("hoursctl snooze ", "14", "", "17"), ("hoursctl resolve ", "3", "", "17"),
  ("hoursctl note ", "3", "", "17"),
  ("hoursctl drop ", "3", "", "17"), ("hoursctl reopen ", "3", "", "17"), ("hoursctl end ", "17", "", "16"),
  ("hoursctl told acme ", "sms", "", "14"), ("hoursctl lookup ", "acme", "", "17"),
  ("hoursctl calls --client ", "acme", "", "17"), ("hoursctl add --client ", "acme", "", "17"),
  ("hoursctl override closed ", "tomorrow", "", "open"), ("hoursctl week ", "next", "", "17"),
  ("hoursctl hours --from ", "monday", "", "17"), ("hoursctl eval --at ", "tonight", "", "17"),
  ("hoursctl init ", "my.toml", "", "start"), ("hoursctl overrides ", "--json", "", "5"),
  ("hoursctl contacts ", "--json", "", "acme"), ("hoursctl doctor ", "--json", "", "start"),
  ("hoursctl import ", "my.toml", "", "17"), ("hoursctl export --st", "--state", "", "--json"),
]

/// What is typed before the key to complete; and the words that hoursctl then gets.
private let completed: [(line: String, words: [String])] = [
  ("hoursctl sho", ["show"]), ("hoursctl told acm", ["told", "acme"]),
  ("hoursctl told it", ["told", "it's $(touch PWNED):x"]), ("hoursctl told Bl", ["told", "Blue (Sky)"]),
  ("hoursctl told \"Bl", ["told", "Blue (Sky)"]), ("hoursctl told 'it", ["told", "it's $(touch PWNED):x"]),
  ("hoursctl told \"it", ["told", "it's $(touch PWNED):x"]),
  ("hoursctl told пе", ["told", "пекарня \"Лён\" 🦊"]),
  ("hoursctl told ba", ["told", "back\\`touch PWNED`&*?!{1,2}"]),
  ("hoursctl check my", ["check", "my.toml"]),
]

@Suite struct CompletionTests {
  /// The words on a screen, without the signs by which shells mark files and lines.
  private func shown(_ text: String) -> [String] {
    text.split { " \n\t*\u{8}⏎".contains($0) }.map(String.init)
  }

  @Test(arguments: Shell.allCases) func aShellCompletes(_ shell: Shell) throws {
    guard access(shell.file, R_OK) == 0 else { try Test.cancel("\(shell.file) is not installed") }
    let daemon = try PlayedDaemon(replies)
    let listed = listed + (shell == .bash ? alike : [])
    let answers = try shell.answers(
      listed.map { $0.line + "^L" } + completed.map { $0.line + "^T" } + ["echo LEFT[$(trap -p RETURN)]"],
      in: daemon.place)
    try #require(answers.count == listed.count + completed.count + 1, "\(answers)")
    for (row, answer) in zip(listed, answers) {
      let words = Set(shown(answer)).subtracting(shown(row.line))
      #expect(words.contains(row.word) || row.word.isEmpty, "\(row.line): \(answer)")
      #expect(!words.contains(row.not), "\(row.line): \(answer)")
      if shell.name != "bash" {
        #expect(answer.contains(row.about) || row.about.isEmpty, "\(row.line): \(answer)")
      }
    }
    for (row, answer) in zip(completed, answers.dropFirst(listed.count)) {
      let got = "GOT" + row.words.map { "[\($0)]" }.joined()
      #expect(answer.contains(got), "\(row.line): \(answer)")
    }
    if shell.name == "bash" { #expect(answers.last?.contains("\nLEFT[]") == true, "\(answers)") }
    #expect(access("\(daemon.place.folder)/\(shell.rawValue)/PWNED", F_OK) != 0, "a text became a command")
  }

  /// Without a daemon there is nothing to choose from, and no word about it; nor when it hangs.
  @Test(arguments: Shell.allCases) func withoutADaemonNothingIsSaid(_ shell: Shell) throws {
    guard access(shell.file, R_OK) == 0 else { try Test.cancel("\(shell.file) is not installed") }
    let deaf = try PlayedDaemon([:], isDeaf: true)
    let lines = ["hoursctl show ", "hoursctl --socket ./none told "]
    let answers = try shell.answers(lines.map { $0 + "^L" }, in: deaf.place)
    for (line, answer) in zip(lines, answers) {
      let said = Set(shown(answer)).subtracting(shown(line))
      #expect(said.isEmpty, "\(line): \(answer)")
    }
  }
}
