// The report: for people a mark, a name and a sentence, with the command that mends it below; for programs one object.

import Glibc
import HoursCore
import HoursWire

/// What the doctor tells.
struct Report: Encodable {
  let version = programVersion
  /// Nothing is broken.
  let well: Bool
  let checks: [Finding]

  init(_ findings: [Finding]) {
    checks = findings
    well = !findings.contains { $0.mark == .broken }
  }

  /// For programs, with its newline.
  var line: [UInt8] { LineEncoder(zone: .utc).encode(self) + [UInt8(ascii: "\n")] }

  /// For people. Sentences are wrapped; commands never are, so that they can be copied.
  func screen(width: Int, hasColour: Bool) -> String {
    let indent = 22
    var text = ""
    for check in checks {
      var head =
        padded(check.mark.rawValue, 8, hasColour ? check.mark.ink : nil) + padded(check.name, 14, nil)
      for paragraph in shown(check.finding, lines: true).split(separator: "\n") {
        for line in String(paragraph).wrapped(to: max(20, width - indent)) {
          text += head + line + "\n"
          head = String(repeating: " ", count: indent)
        }
      }
      if let mend = check.mend {
        text += String(repeating: " ", count: 8) + "mend it:\n"
        text += String(repeating: " ", count: 10) + painted(shown(mend), hasColour ? "1" : nil) + "\n"
      }
    }
    return text + "\n" + summary + "\n"
  }

  private var summary: String {
    let broken = checks.count { $0.mark == .broken }
    let hints = checks.count { $0.mark == .hint }
    let hinted = hints == 0 ? "" : hints == 1 ? "; one hint" : "; \(hints) hints"
    return switch broken {
    case 0: "All is well\(hinted)."
    case 1: "One thing is broken\(hinted)."
    default: "\(broken) things are broken\(hinted)."
    }
  }
}

extension Mark {
  fileprivate var ink: String {
    switch self {
    case .ok: "32"
    case .hint: "33"
    case .broken: "1;31"
    }
  }
}

private func padded(_ text: String, _ width: Int, _ ink: String?) -> String {
  painted(text, ink) + String(repeating: " ", count: max(1, width - text.count))
}

private func painted(_ text: String, _ ink: String?) -> String {
  ink.map { "\u{1B}[\($0)m\(text)\u{1B}[0m" } ?? text
}
