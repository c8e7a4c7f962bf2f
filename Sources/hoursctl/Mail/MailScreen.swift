// Messages as rows of the outbox, and one by one as they would be read.

import HoursWire

extension Page {
  mutating func messages(_ messages: [JSON]) {
    let rows = messages.map { message in
      [
        Piece(message.id.string), standing(of: message), Piece(message.receiver), Piece(message.issue.string),
        Piece(message["subject"].string), Piece(time(message.next_try.time)), Piece(message.error.string),
      ]
    }
    table(
      [
        "ID", "STATE", Column("TO", comfort: 12), Column("ISSUE", spare: 2), Column("SUBJECT", comfort: 20),
        Column("NEXT TRY", spare: 3), Column("ERROR", comfort: 12, spare: 1),
      ], rows)
  }

  private func standing(of message: JSON) -> Piece {
    switch message.state.string {
    case "failed", "uncertain": Piece(message.state.string, .red)
    case "draft": Piece(message.state.string, .magenta)
    default: Piece(message.state.string)
    }
  }

  mutating func message(_ message: JSON) {
    let standing = standing(of: message)
    line(
      Piece("message \(message.id.string): \(standing.text)", standing.ink == .plain ? .bold : standing.ink))
    field("issue", Piece(message.issue.string))
    field("from", Piece(message.from.string))
    field("to", Piece([message.name.string, message.to.string].joinedFilled(", ")))
    field("subject", Piece(message["subject"].string))
    field("drafted", Piece(time(message.drafted_at.time)))
    field("sent", Piece(time(message.sent_at.time)))
    field("tries", Piece(message.tries.integer > 0 ? message.tries.string : ""))
    field("error", Piece(message.error.string, .red))
    field("next try", Piece(time(message.next_try.time)))
    raw("")
    let lines = message.body.string.split(separator: "\n", omittingEmptySubsequences: false)
    for text in lines.last == "" ? lines.dropLast() : lines { line(Piece(String(text))) }
    switch message.state.string {
    case "draft": mend("mail send \(message.id.string)", "sends it", message)
    case "uncertain": mend("mail send \(message.id.string)", "sends it again, perhaps a second time", message)
    default: break
    }
  }

  private mutating func mend(_ command: String, _ what: String, _ message: JSON) {
    // Who is asked for a key needs no command.
    guard !isTerminal else { return }
    raw("")
    line(Piece("`hoursctl \(command)` \(what)", .faint))
  }

  /// `message 3 to Acme GmbH: queued`
  mutating func outcome(of message: JSON) {
    line(Piece("message \(message.id.string) to \(message.receiver): \(message.state.string)"))
  }
}

extension JSON {
  fileprivate var receiver: String {
    [self.name, self.client, self.to].map(\.string).first { !$0.isEmpty } ?? ""
  }
}
