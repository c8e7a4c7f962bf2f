// A message as it leaves the house: what a sendmail reads on its standard input.
//
// There is no Auto-Submitted field (RFC 3834): it would tell vacation programs and people that no person wrote, but each
// follow-up was read and approved by one.

import Civil

extension Message {
  /// The whole message after RFC 5322 and MIME, in ASCII, its lines ended by `\n`.
  ///
  /// The date is when it was approved. A sender or receiver that is no mailbox is left out: the mailer puts its own sender
  /// in, or refuses.
  public func text(in zone: Zone) -> String {
    var fields: [MailField] = []
    func add(_ name: String, _ fill: (inout MailField) -> Void) {
      var field = MailField(name)
      fill(&field)
      fields.append(field)
    }
    func add(_ name: String, _ mailbox: Mailbox) {
      add(name) { field in
        guard let name = mailbox.name else { return field.append(mailbox.address.description) }
        field.append(name: name)
        field.append("<\(mailbox.address)>")
      }
    }
    if let from, let sender = try? Mailbox(from) { add("From", sender) }
    if let address = try? MailAddress(to) { add("To", Mailbox(name.map(oneLine), address)) }
    add("Subject") { $0.append(text: oneLine(subject)) }
    add("Date") { $0.append(zone.mailDate(queuedAt ?? draftedAt)) }
    if let id = Self.bracketed(messageID) { add("Message-ID") { $0.append(id) } }
    if let id = inReplyTo.flatMap(Self.bracketed) {
      add("In-Reply-To") { $0.append(id) }
      add("References") { $0.append(id) }
    }
    let body = MailBody(body)
    add("MIME-Version") { $0.append("1.0") }
    add("Content-Type") { $0.append("text/plain; charset=\(body.charset)") }
    add("Content-Transfer-Encoding") { $0.append(body.encoding) }
    return fields.map { $0.text + "\n" }.joined() + "\n" + body.text
  }

  /// A Message-ID as it stands in a field; nil when it is none.
  private static func bracketed(_ id: String) -> String? {
    (try? MailAddress(id)).map { "<\($0)>" }
  }
}

extension Zone {
  /// `Fri, 27 Nov 2026 18:00:00 +0300` (RFC 5322, 3.3).
  fileprivate func mailDate(_ instant: Instant) -> String {
    let (civil, minutes) = (civil(instant), offset(at: instant) / 60)
    let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let (year, month, day) = civil.date.components
    let time = [civil.time.hour, civil.time.minute, civil.time.second].map { padded($0, 2) }
    let zone = (minutes < 0 ? "-" : "+") + padded(abs(minutes) / 60, 2) + padded(abs(minutes) % 60, 2)
    return "\(weekdays[civil.date.weekday.rawValue - 1]), \(day) \(months[month - 1]) \(padded(year, 4)) "
      + "\(time.joined(separator: ":")) \(zone)"
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
