// What is said about a call, in the caller's language, with the real time spelled out.

import Civil

extension Script {
  /// From when on today counts as tonight.
  static let evening = CivilTime(hour: 18, minute: 0)

  /// An instant as people say it on the day of another: "tomorrow, Tuesday 24 November, at 9:00".
  func spell(_ instant: Instant, seenFrom now: Instant, in zone: Zone) -> String {
    let civil = zone.civil(instant)
    let days = civil.date.dayNumber - zone.civil(now).date.dayNumber
    let template: ScriptText =
      switch days {
      case 0: civil.time >= Self.evening ? .tonight : .today
      case 1: .tomorrow
      default: .later
      }
    return spell(civil, template)
  }

  /// A date and time that is said for good, whenever it is read: "on Tuesday 24 November at 9:00".
  func spell(_ civil: CivilDateTime, _ template: ScriptText = .later) -> String {
    Script.fill(
      self[template],
      [
        "time": clockText(civil.time.secondOfDay / 60),
        "weekday": weekdays[civil.date.weekday.rawValue - 1], "day": String(civil.date.day),
        "month": months[civil.date.month - 1],
      ])
  }

  /// A date without its time: "Tuesday 24 November".
  func spell(_ date: CivilDate) -> String {
    Script.fill(
      self[.day],
      [
        "weekday": dayNames[date.weekday.rawValue - 1], "day": String(date.day),
        "month": months[date.month - 1],
      ])
  }
}

/// Minutes since midnight as a clock shows them, without a leading zero; a day's end is 24:00.
func clockText(_ minutes: Int) -> String {
  let minute = minutes % 60
  let hour = minutes > 1440 ? minutes / 60 - 24 : minutes / 60
  return "\(hour):\(minute < 10 ? "0" : "")\(minute)"
}

extension Office {
  func script(for language: String) -> Script { configuration.scripts.script(for: language) }

  /// What the owner says under `[support]`, in this language where it is said in it.
  func support(in script: Script) -> Support {
    let support = configuration.support
    return Support(
      surcharge: support.surcharge == nil ? nil : script.texts[.ownSurcharge] ?? support.surcharge,
      emergency: script.texts[.ownEmergency] ?? support.emergency,
      signature: script.texts[.ownSignature] ?? support.signature)
  }

  /// Fills in what to say about a call, what may go out by itself, and what to ask.
  ///
  /// `due` is what the row promises; an issue that was joined may be due earlier, or snoozed.
  func speak(_ call: inout Call, due: Due?, at now: Instant) {
    let script = script(for: call.caller.language)
    let words = script.words[call.reason] ?? Script.Words("")
    let support = support(in: script)
    let when = call.due == nil ? nil : due.flatMap { spell($0, for: call, in: script, at: now) }
    let offers = call.caller.class == .client && support.surcharge != nil
    var values = [
      "name": call.caller.name ?? "", "when": when ?? "", "surcharge": offers ? support.surcharge ?? "" : "",
      "emergency": support.emergency ?? "", "signature": support.signature ?? "",
    ]
    let isFirm = call.caller.told
    let say = isFirm ? words.firm ?? words.say : words.say
    let autoReply = isFirm ? words.firmAutoReply ?? words.autoReply : words.autoReply
    // Seldom wanted, and the only one that has to be worked out.
    if [say, autoReply ?? ""].contains(where: { $0.contains("{hours}") }) {
      values["hours"] = hoursSentence(in: script, at: now)
    }
    call.say = Script.fill(say, values)
    call.autoReply = mayReply(to: call, at: now) ? autoReply.map { Script.fill($0, values) } : nil
    let asks = call.reason == .notTriaged || call.reason == .stranger
    call.questions = asks ? script.questions : nil
    let isOffered =
      offers && call.surcharge == nil && (call.reason == .notCritical || call.reason == .notTriaged)
    call.surchargeOffer = isOffered ? Script.fill(script[.surchargeOffer], values) : nil
  }

  /// When the caller may expect something; absent where a time of day would say nothing.
  private func spell(_ due: Due, for call: Call, in script: Script, at now: Instant) -> String? {
    let instant = instant(of: due, for: call)
    if instant > now { return script.spell(instant, seenFrom: now, in: zone) }
    guard due == .thisEvening else { return nil }
    // A call that was written down late: by now it may be quiet.
    let evening = plan.thisEvening(at: now)
    return evening > now ? script.spell(evening, seenFrom: now, in: zone) : script[.now]
  }

  /// An auto-reply goes to one person at most once in a closure; without a number there is nobody to send it to.
  func mayReply(to call: Call, at now: Instant) -> Bool {
    guard let person = call.caller.person else { return false }
    guard let replied = told[person]?.repliedAt else { return true }
    return plan.stretch(at: now).start.map { replied < $0 } ?? false
  }
}
