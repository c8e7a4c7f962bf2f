// The report: for people a mark, a name and a sentence, with the command that mends it below; for programs one object.

import HoursCore
import HoursWire

/// What the doctor tells.
struct Report: Encodable {
  let version = programVersion
  /// Nothing is broken.
  let well: Bool
  let checks: [Diagnosis]

  init(_ findings: [Diagnosis]) {
    checks = findings
    well = !findings.contains { $0.mark == .broken }
  }

  /// For programs, with its newline.
  var line: [UInt8] { LineEncoder(zone: .utc).encode(self) + [UInt8(ascii: "\n")] }

  /// For people, in at most 80 columns. Sentences are wrapped; commands never are, so that they can be copied.
  func screen(_ paint: Paint) -> String {
    let indent = 22
    let room = max(20, min(80, paint.width ?? 80) - indent)
    var text = ""
    for check in checks {
      let mark = check.mark.rawValue
      var head = paint(mark, check.mark.ink) + spaces(8 - mark.count)
      head += check.name + spaces(max(1, indent - 8 - check.name.count))
      for paragraph in shown(check.finding, lines: true).split(separator: "\n") {
        for line in String(paragraph).wrapped(to: room) {
          text += head + line + "\n"
          head = spaces(indent)
        }
      }
      if let mend = check.mend {
        text += spaces(8) + "mend it:\n" + spaces(10) + paint(shown(mend), .bold) + "\n"
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
  fileprivate var ink: Paint.Ink {
    switch self {
    case .ok: .green
    case .hint: .magenta
    case .broken: .red
    }
  }
}

private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
