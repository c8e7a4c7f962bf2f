// Let everybody know the hours: in the form that a footer, a map or a web page wants, and nothing beside it.

import ArgumentParser
import HoursCore
import HoursWire

extension HoursForm: ExpressibleByArgument {}

struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Print the hours for others to read: in a footer, on a map, on a web page.",
    discussion: """
      text: the support hours in sentences, for a mail's footer or a voicemail.
        opening_hours: for OpenStreetMap, and for every program that reads its hours.
        json-ld: for a web page, with holidays and absences; put it into <script type="application/ld+json">.
      """)

  @OptionGroup var options: CommonOptions
  @Argument(help: "text, opening_hours or json-ld.") var form: HoursForm = .text
  @Option(help: ArgumentHelp("Of the text, if not the configuration's.", valueName: "tag")) var language:
    String?

  func run() throws {
    let wishes = options.wishes
    var connection = try Connection(option: wishes.socket)
    let line = try connection.ask(
      Ask("support-hours").with("language", language).with("format", form.rawValue), wishes: wishes)
    guard try !wrote(line, wishes) else { return }
    let reply = try read(line)
    switch form {
    case .text: try Terminal.output.write(shown(reply.text.string, lines: true) + "\n")
    case .openingHours: try Terminal.output.write(shown(reply.opening_hours.string) + "\n")
    case .jsonLD: try Terminal.output.write(document(in: line))
    }
  }

  /// The object behind the reply's only key, as it came, a line for each of its values.
  private func document(in line: [UInt8]) throws(Failure) -> [UInt8] {
    let head = Array(#"{"json_ld":"#.utf8)
    guard line.starts(with: head), line.last == UInt8(ascii: "}") else {
      throw .broken("the daemon's reply is not understood; --json shows it as it is")
    }
    return indented(Array(line[head.count...].dropLast())) + [UInt8(ascii: "\n")]
  }
}

/// JSON without blanks as people read it: a value a line, but lists of texts in one.
func indented(_ json: [UInt8]) -> [UInt8] {
  var output: [UInt8] = []
  var depth = 0
  var inText = false
  var isEscaped = false
  /// Whether the brackets that are open have their values on lines of their own.
  var broken: [Bool] = []
  func feed() { output += [UInt8(ascii: "\n")] + [UInt8](repeating: UInt8(ascii: " "), count: 2 * depth) }
  for (index, byte) in json.enumerated() {
    if inText {
      output.append(byte)
      inText = isEscaped || byte != UInt8(ascii: "\"")
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      continue
    }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let next = index + 1 < json.count ? json[index + 1] : byte
      broken.append(byte == UInt8(ascii: "{") || next == UInt8(ascii: "{"))
      output.append(byte)
      depth += 1
      if broken.last == true { feed() }
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      if broken.popLast() == true { feed() }
      output.append(byte)
    case UInt8(ascii: ","):
      output.append(byte)
      if broken.last == true { feed() } else { output.append(UInt8(ascii: " ")) }
    case UInt8(ascii: ":"): output += [byte, UInt8(ascii: " ")]
    default:
      output.append(byte)
      inText = byte == UInt8(ascii: "\"")
    }
  }
  return output
}
