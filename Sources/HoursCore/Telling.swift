// Who has heard the policy, and from where.

import Civil

extension Office {
  func tell(_ hearer: Hearer, _ channel: Channel, at now: Instant, archive: some Archive) throws(Refusal)
    -> Decision
  {
    let caller: Caller
    var heardOf: Call?
    switch hearer {
    case .call(let id):
      let call = try call(id, archive: archive)
      caller = call.caller
      heardOf = call
    case .client(let name):
      caller = try client(name)
    }
    guard let person = caller.person else { throw .nobodyToTell }
    let before = told[person]
    // In a break nothing is out of hours: what is said there is not the policy.
    let isPolicy = heardOf?.reason != .inBreak
    let heard = Told(
      person: person, client: caller.class == .client ? caller.id : nil, channel: channel, call: heardOf?.id,
      times: (before?.times ?? 0) + (isPolicy ? 1 : 0), toldAt: isPolicy ? now : before?.toldAt ?? now,
      firstToldAt: before?.heardAt ?? (isPolicy ? now : nil),
      repliedAt: channel == .spoken ? before?.repliedAt : now)
    return Decision(events: [Event(.told(heard), at: now)], reply: .told(heard.times > 0))
  }

  /// Whether a person has heard the policy.
  func wasTold(_ person: String?) -> Bool { person.flatMap { told[$0] }.map { $0.times > 0 } ?? false }
}

extension Told {
  /// Since when they know the policy; of what earlier versions have kept only the last time is known.
  var heardAt: Instant? { times > 0 ? firstToldAt ?? toldAt : nil }
}
