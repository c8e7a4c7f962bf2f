// Shells as people have them before them: in a terminal, with the completions where each looks for them, and somebody
// who types.

import Foundation
import Glibc

/// A shell, and what it reads when it starts.
enum Shell: String, CaseIterable, Sendable {
  case bash
  case bashCompletion = "bash-completion"
  case zsh, fish

  /// Without it, there is nothing to test.
  var file: String {
    self == .bashCompletion ? "/usr/share/bash-completion/bash_completion" : "/usr/bin/\(rawValue)"
  }

  /// The name by which hoursctl knows it.
  var name: String { self == .bashCompletion ? "bash" : rawValue }

  /// Where the completions stand.
  fileprivate var script: String {
    switch self {
    case .bash: "completions"
    case .bashCompletion: "bash-completion/completions/hoursctl"
    case .zsh: "_hoursctl"
    case .fish: "hoursctl.fish"
    }
  }

  fileprivate var words: [String] {
    switch self {
    case .bash, .bashCompletion: ["/usr/bin/bash", "--noprofile", "--rcfile", "start", "-i"]
    case .zsh: ["/usr/bin/zsh", "-d", "-i"]
    case .fish: ["/usr/bin/fish", "--no-config", "--init-command", "source ./start"]
    }
  }

  /// The prompt counts, so that a question is over when the next one has come; ^X1 lists what there is to choose.
  fileprivate var start: String {
    switch self {
    case .bash, .bashCompletion:
      """
      source \(self == .bash ? "./completions" : file)
      HISTFILE= n=0 PROMPT_COMMAND='((n++))' PS1=$'\\005$n\\006'
      bind 'set completion-query-items 0'; bind 'set page-completions off'
      bind 'set bell-style none'; bind 'set enable-bracketed-paste off'
      bind '"\\C-x1": possible-completions'

      """
    case .zsh:
      """
      setopt prompt_subst; unsetopt beep prompt_sp prompt_cr; LISTMAX=1000
      n=0 PS1=$'\\005$n\\006' RPS1=; precmd() { ((n++)) }
      fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -D
      bindkey -e; bindkey '^X1' list-choices

      """
    case .fish:
      """
      set fish_greeting; set fish_autosuggestion_enabled 0; set n 0
      function count_up --on-event fish_prompt; set -g n (math $n + 1); end
      function fish_prompt; printf '\\005%s\\006' $n; end
      function list; printf '\\n'; complete -C "$(commandline -cp)"; printf '\\n'; end
      bind \\cx1 list
      complete -p $PWD/hoursctl >/dev/null; source ./hoursctl.fish

      """
    }
  }

  /// What is on the screen after each of the questions, without the prompts and the question itself.
  ///
  /// `^L` at its end lists what there is to choose, `^T` completes and runs it; what runs says the words that it got.
  func answers(_ questions: [String], in place: Place) throws -> [String] {
    let folder = "\(place.folder)/\(rawValue)"
    try FileManager.default.createDirectory(
      atPath: "\(folder)/bash-completion/completions", withIntermediateDirectories: true)
    let completions = try Place().run(["--generate-completion-script", name])
    try place.write("\(rawValue)/\(script)", completions.output)
    try place.write("\(rawValue)/start", start)
    try place.write("\(rawValue)/.zshrc", self == .zsh ? start : "")
    try place.write("\(rawValue)/typist", Self.typist)
    try place.write(
      "\(rawValue)/hoursctl",
      """
      #!/bin/sh
      case "$1" in ---completion) exec '\(Place.program)' "$@" ;; esac
      printf 'GOT'; printf '[%s]' "$@"; printf '\\n'

      """)
    // Words of the completions, for a shell that takes any name in the folder for something to complete.
    for name in ["acme", "show"] {
      try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
    }
    try place.write("\(rawValue)/my.toml", "")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = ["./typist"] + words
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = [
      "PATH": "\(folder):/usr/bin:/bin", "HOME": folder, "ZDOTDIR": folder, "XDG_DATA_HOME": folder,
      "HOURSD_SOCKET": place.socket, "LC_ALL": "C.UTF-8", "TERM": "dumb",
    ]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    process.standardError = output
    try place.start(process)
    try input.fileHandleForWriting.write(contentsOf: Data(questions.map { $0 + "\n" }.joined().utf8))
    try input.fileHandleForWriting.close()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: "\r", with: "")
    guard process.terminationStatus == 0 else { throw Stuck(shell: self, seen: text) }
    return text.components(separatedBy: "\u{5}").dropLast()
  }

  /// A shell that did not answer in time.
  struct Stuck: Error {
    let shell: Shell
    let seen: String
  }

  /// The shell is the first of a session of its own, and ends with it, whatever it waits for.
  private static let typist = #"""
    import fcntl, os, pty, re, select, signal, struct, sys, termios, time
    questions = sys.stdin.buffer.read().split(b"\n")[:-1]
    end = time.monotonic() + 120
    child, terminal = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
        # Whoever started the tests may have blocked or switched off some.
        for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, [])
        os.execv(sys.argv[1], sys.argv[1:])
    seen = b""

    def until_prompt(number):
        global seen
        mark = b"\5%d\6" % number
        while mark not in seen:
            left = end - time.monotonic()
            ready = left > 0 and select.select([terminal], [], [], left)[0]
            try:
                more = os.read(terminal, 65536) if ready else b""
            except OSError:
                more = b""
            if not more:
                sys.stdout.buffer.write(b"stuck, with this on the screen: " + seen)
                sys.stdout.flush()
                os.kill(child, signal.SIGKILL)
                sys.exit(1)
            seen += more
        answer, seen = seen.split(mark, 1)
        return re.sub(rb"\5\d+\6|\x1b\[\?2004[hl]", b"", answer)

    until_prompt(1)
    for number, question in enumerate(questions, 2):
        line = question.removesuffix(b"^L").removesuffix(b"^T")
        keys = {b"^L": b"\x181\x15", b"^T": b"\t"}.get(question[-2:], b"")
        os.write(terminal, line + keys + b"\r")
        sys.stdout.buffer.write(until_prompt(number) + b"\5")
        sys.stdout.flush()
    os.kill(child, signal.SIGKILL)
    """#
}
