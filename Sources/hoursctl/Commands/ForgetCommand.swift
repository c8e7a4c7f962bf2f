// Somebody wants to be forgotten.

import ArgumentParser
import HoursWire

struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Remove a person's words, name and numbers from all that is kept; what is counted stays.",
    usage: "hoursctl forget NUMBER | CONTACT [--yes]",
    discussion: """
      hoursctl forget acme
        hoursctl forget +49 171 5550100 --yes
      Who is in the configuration stays there until you take them out.
      """)

  @OptionGroup var options: CommonOptions
  @OptionGroup var repeating: RepeatOptions
  @Argument(help: "A contact, of now or of earlier, or a number in any notation.", completion: .contacts)
  var who: [String]
  @Flag(name: .shortAndLong, help: "Do not ask.") var yes = false

  func run() throws {
    let text = who.joined(separator: " ")
    guard try yes || isSure(text) else { throw Failure.silent(1) }
    let ask = Ask("forget").with(text.looksLikeNumber ? "number" : "client", text).with("key", repeating.key)
    try answer(ask, options.wishes) { reply, page in page.forgotten(text, reply) }
  }

  private func isSure(_ text: String) throws -> Bool {
    guard canChoose else {
      throw Failure.usage("what is forgotten cannot be brought back; say --yes where nobody can be asked")
    }
    let question = "Forget \(text) for good: words, name and numbers, in all that is kept?"
    return try choose(question, [("y", "yes"), ("n", "no")]) == "y"
  }
}

extension Page {
  mutating func forgotten(_ who: String, _ reply: JSON) {
    let removed = reply.removed
    line(Piece("forgotten; what is counted stays, without a word", .bold))
    field("calls", Piece(removed.calls.string))
    field("issues", Piece(removed.issues.string))
    field("events", Piece("\(removed.events.string) written anew"))
    // `keys` is what a JSON object has, too.
    if removed["keys"].integer > 0 {
      field("requests", Piece("\(removed["keys"].string), but for their keys"))
    }
    if removed.configurations.integer > 0 {
      field("configurations", Piece("\(removed.configurations.string) of earlier"))
    }
    if reply.in_configuration.isTrue {
      line("\(who) is in config.toml still: take them out there, then say `hoursctl reload`.")
    }
  }
}
