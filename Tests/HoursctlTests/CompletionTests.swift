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

/// A shell, and how it is asked.
enum Shell: String, CaseIterable {
  case bash, zsh, fish

  var isHere: Bool { access("/usr/bin/\(rawValue)", X_OK) == 0 }

  /// Prints what completes the words in `$@`, a line each; the script of completions is `./completions`.
  fileprivate var question: String {
    switch self {
    case .bash:
      """
      source ./completions
      COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
      _hoursctl hoursctl "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    // Typed into a terminal of its own: to complete is a part of the line editor.
    case .zsh:
      """
      zmodload zsh/zpty
      mkdir -p functions && cp completions functions/_hoursctl
      zpty shell zsh -f -i
      zpty -w shell "PS1='READY>' PS2= RPS1=; stty cols 200 -echo; COLUMNS=200; unsetopt beep
      unset zle_bracketed_paste; LISTMAX=1000; bindkey -e; bindkey '^I' list-choices
      fpath=($PWD/functions \\$fpath); autoload -Uz compinit; compinit -u -D; print LOA''DED"
      # Before the prompt is there, keys are the terminal's and not the line editor's.
      zpty -r shell ready '*LOADED*READY>*'
      zpty -w -n shell "$*"$'\\t'$'\\C-u'"print DO''NE"$'\\n'
      zpty -r shell answer '*DONE*'
      print -r -- "$answer"
      zpty -d shell
      """
    case .fish:
      """
      source ./completions
      # A script has no cursor, which fish 3 complains of; where it is, nobody here wants to know.
      function commandline; if contains -- -tC $argv; echo 0; else; builtin commandline $argv; end; end
      complete -C "$argv"
      """
    }
  }

  /// What the shell completes behind the words; they are no more than `hoursctl VERB … ''`.
  fileprivate func completes(_ line: String, _ place: Place) throws -> String {
    let script = try place.run(["--generate-completion-script", rawValue])
    try place.write("completions", script.output)
    try place.write("question", question)
    if access("\(place.folder)/hoursctl", F_OK) != 0 {
      try FileManager.default.createSymbolicLink(
        atPath: "\(place.folder)/hoursctl", withDestinationPath: Place.program)
    }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/\(rawValue)")
    let words =
      self == .bash ? line.split(separator: " ", omittingEmptySubsequences: false).map(String.init) : [line]
    let noConfiguration = [Shell.bash: "--norc", .zsh: "-f", .fish: "--no-config"][self] ?? ""
    process.arguments = [noConfiguration, "./question"] + words
    process.currentDirectoryURL = URL(filePath: place.folder)
    process.environment = [
      "PATH": "\(place.folder):/usr/bin:/bin", "HOME": place.folder, "HOURSD_SOCKET": place.socket,
      "LC_ALL": "C.UTF-8", "TERM": "dumb",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try place.start(process)
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    // CR and LF are one character to Swift.
    return text.replacingOccurrences(of: "\r", with: "")
  }
}

/// Texts of callers that would do something if a shell ever read them, and a contact's id that no shell takes as it is.
private let evil = #"$(touch PWNED) `touch PWNED` ';touch PWNED;' \"%F{red}\"\u001b[31m: \t\nend"#

private let replies = [
  "issues":
    #"{"issues":[{"id":3,"kind":"support","state":"pending","client":"acme","name":"Acme GmbH","about":"my shop shows ads"},"#
    + #"{"id":14,"kind":"ring-back","state":"pending","name":"Boris","about":"\#(evil)"}]}"#,
  "calls":
    #"{"calls":[{"call":17,"caller":{"name":"Zed"},"about":"down"},{"call":16,"caller":{"name":"Boris"},"outcome":"missed"}]}"#,
  "contacts":
    #"{"contacts":[{"class":"client","id":"acme","name":"Acme GmbH"},"#
    + #"{"class":"client","id":"it's $(touch PWNED):x","name":"Eve"}]}"#,
  "overrides": #"{"overrides":[{"id":5,"state":"closed","reason":"flu"}]}"#,
]

/// Each with a word that must be offered, what stands beside it where the shell shows that, and one that must not be.
private let rows: [(line: String, word: String, about: String, not: String)] = [
  ("hoursctl show ", "14", "Boris: $(touch PWNED)", "17"),
  ("hoursctl show ", "3", "Acme GmbH: my shop shows ads", "acme"),
  ("hoursctl snooze ", "3", "my shop", "17"), ("hoursctl resolve ", "3", "my shop", "17"),
  ("hoursctl note ", "3", "my shop", "17"), ("hoursctl drop ", "3", "my shop", "17"),
  ("hoursctl reopen ", "3", "my shop", "17"), ("hoursctl triage 17 --issue ", "3", "my shop", "Zed"),
  ("hoursctl triage ", "17", "Zed: down", "16"), ("hoursctl end ", "17", "Zed: down", "16"),
  ("hoursctl end 17 ", "voicemail", "", "17"), ("hoursctl told ", "acme", "Acme GmbH", "17"),
  ("hoursctl lookup ", "acme", "Acme GmbH", "17"), ("hoursctl add --client ", "acme", "Acme GmbH", "17"),
  ("hoursctl calls --client ", "it's $(touch PWNED):x", "Eve", "17"),
  ("hoursctl end-override ", "5", "closed: flu", "17"), ("hoursctl snooze 3 ", "tomorrow", "", "17"),
  ("hoursctl eval --at ", "tonight", "", "17"), ("hoursctl eval --li", "--lines", "", "--json"),
  ("hoursctl check ", "my.toml", "", "completions"), ("hoursctl sno", "snooze", "", "show"),
]

@Suite struct CompletionTests {
  @Test(
    .enabled(if: Shell.allCases.allSatisfy(\.isHere), "needs bash, zsh and fish"), arguments: Shell.allCases)
  func aShellCompletes(_ shell: Shell) throws {
    let daemon = try PlayedDaemon(replies)
    try daemon.place.write("my.toml", "")
    for row in rows {
      let text = try shell.completes(row.line, daemon.place)
      let isOffered = text.split(separator: "\n").contains { line in
        line == row.word || line.hasPrefix("\(row.word)\t")
          || shell == .zsh && " \(line) ".contains(" \(row.word) ")
          || line.hasPrefix("\(row.word) ")
      }
      #expect(isOffered, "\(shell): \(row.line): \(text)")
      #expect(!text.contains(row.not), "\(shell): \(row.line): \(text)")
      if shell != .bash, !row.about.isEmpty {
        #expect(text.contains(row.about), "\(shell): \(row.line): \(text)")
      }
    }
    #expect(access("\(daemon.place.folder)/PWNED", F_OK) != 0, "a caller's text became a command")
  }

  /// Without a daemon there is nothing to choose from, and no word about it; nor when it hangs, after a while.
  @Test(
    .enabled(if: Shell.allCases.allSatisfy(\.isHere), "needs bash, zsh and fish"), arguments: Shell.allCases,
    [true, false])
  func withoutADaemonNothingIsSaid(_ shell: Shell, _ isDeaf: Bool) throws {
    let place = isDeaf ? try PlayedDaemon([:], isDeaf: true).place : try Place()
    let text = try shell.completes("hoursctl show ", place)
    #expect(text.allSatisfy { $0.isWhitespace } || shell == .zsh && !text.contains("hoursctl:"), "\(text)")
  }
}
