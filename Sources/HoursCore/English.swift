// The English words: what callers hear, the questions that decide, and how times are spelled out.

import Civil

/// How a language spells dates and times out.
struct CalendarWords: Sendable {
  /// Monday first.
  let weekdays: [String]
  /// January first.
  let months: [String]
  /// Templates: `{time}` and, where the day is told, `{weekday}`, `{day}`, `{month}`.
  let today: String
  let tonight: String
  let tomorrow: String
  let later: String
  /// Where something promised for this evening can be done at once.
  let now: String
  /// From when on today counts as tonight.
  static let evening = CivilTime(hour: 18, minute: 0)

  /// An instant as people say it on the day of another: "tomorrow, Tuesday 24 November, at 9:00".
  func spell(_ instant: Instant, seenFrom now: Instant, in zone: Zone) -> String {
    let civil = zone.civil(instant)
    let days = civil.date.dayNumber - zone.civil(now).date.dayNumber
    let template =
      switch days {
      case 0: civil.time >= Self.evening ? tonight : today
      case 1: tomorrow
      default: later
      }
    let minute = civil.time.minute
    return Script.fill(
      template,
      [
        "time": "\(civil.time.hour):\(minute < 10 ? "0" : "")\(minute)",
        "weekday": weekdays[civil.date.weekday.rawValue - 1], "day": String(civil.date.day),
        "month": months[civil.date.month - 1],
      ])
  }
}

extension Script {
  static let english = Script(
    words: [
      .always: Words("Pick up."),
      .alwaysMissed: Words("Ring back now."),
      .inHours: Words("Pick up."),
      .inHoursMissed: Words(
        "Ring back now.", autoReply: "Sorry I missed your call. I will ring you back shortly.\n{signature}"),
      .personalCritical: Words("Pick up."),
      .personalCriticalMissed: Words("Ring back now."),
      .personalInHours: Words(
        "I can't talk just now, I'm working. May I call you {when}?",
        autoReply: "I can't talk just now, I'm working. I will call you {when}."),
      .personalMissed: Words("Ring back {when}.", autoReply: "Sorry I missed you. I will call you {when}."),
      .personalOutOfHours: Words("Pick up."),
      .contract: Words("You have support around the clock: I am on it now."),
      .contractMissed: Words(
        "Ring back now.", autoReply: "I saw your call and will ring you back at once.\n{signature}"),
      .critical: Words("This is critical: I am on it now."),
      .criticalMissed: Words(
        "Ring back now.", autoReply: "I saw your call and will ring you back at once.\n{signature}"),
      .inBreak: Words(
        "I am on a break just now.\nI will ring you back {when}.",
        autoReply: "I am on a break just now.\nI will ring you back {when}.\n{signature}"),
      .surcharge: Words("Thank you. I will look at it now, with the surcharge of {surcharge}."),
      .notCritical: Words(
        """
        You called out of hours, and this can wait.
        I will look at it {when}.
        Support out of hours costs extra: {surcharge}.
        """,
        autoReply: """
          You called out of hours.
          I will look at it {when}.
          Support out of hours costs extra: {surcharge}.
          {emergency}
          {signature}
          """,
        firm: """
          As I told you, out of hours I only take what is critical, and this can wait.
          I will look at it {when}.
          Support out of hours costs extra: {surcharge}.
          """),
      .missedOutOfHours: Words(
        "The office is closed.\nRing back {when}.",
        autoReply: """
          You called out of hours.
          I will ring you back {when}.
          Support out of hours costs extra: {surcharge}.
          {emergency}
          {signature}
          """),
      .stranger: Words(
        "The office is closed. Please leave a message.\nI will ring you back {when}.",
        autoReply: "The office is closed.\nI will ring you back {when}.\n{emergency}\n{signature}"),
      .notTriaged: Words("The office is closed. What is it about?"),
    ],
    questions: [
      Question("down", "Is the site or shop down for visitors?"),
      Question("defaced", "Does it show something that is not yours?"),
      Question("blocked", "Can nobody pay, book or log in?"),
      Question("data", "Has data leaked or vanished?"),
    ],
    surcharge: "I can look at it now for {surcharge} of the usual price. Shall I?",
    calendar: CalendarWords(
      weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
      months: [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November",
        "December",
      ],
      today: "today at {time}", tonight: "tonight at {time}",
      tomorrow: "tomorrow, {weekday} {day} {month}, at {time}", later: "on {weekday} {day} {month} at {time}",
      now: "now")
  )
}
