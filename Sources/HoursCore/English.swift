// The English words: what callers hear, the questions that decide, how times and hours are spelled out, and what clients
// read.

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
        autoReply: "I can't talk just now, I'm working. I will call you {when}.",
        firm: "I can't talk while I'm working. I will call you {when}.",
        firmAutoReply: "I can't talk while I'm working. I will call you {when}."),
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
      .surcharge: Words("Thank you, I will look at it now. Support out of hours costs extra: {surcharge}."),
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
          """,
        firmAutoReply: """
          As I told you, out of hours I only take what is critical.
          I will look at it {when}.
          Support out of hours costs extra: {surcharge}.
          {emergency}
          {signature}
          """),
      .missedOutOfHours: Words(
        "The office is closed.\nRing back {when}.",
        autoReply: """
          You called out of hours.
          I will ring you back {when}.
          Support out of hours costs extra: {surcharge}.
          {emergency}
          {signature}
          """,
        firmAutoReply: """
          As I told you, out of hours I only take what is critical.
          I will ring you back {when}.
          Support out of hours costs extra: {surcharge}.
          {emergency}
          {signature}
          """),
      .stranger: Words(
        "The office is closed. Please leave a message.\nI will ring you back {when}.",
        autoReply: "The office is closed.\nI will ring you back {when}.\n{emergency}\n{signature}",
        firm: """
          As I told you, out of hours I only take what is critical. Please leave a message.
          I will ring you back {when}.
          """,
        firmAutoReply: """
          As I told you, out of hours I only take what is critical.
          I will ring you back {when}.
          {emergency}
          {signature}
          """),
      .notTriaged: Words(
        "The office is closed. What is it about?",
        firm: "The office is closed, and as I told you, I only take what is critical now. What is it about?"),
    ],
    questions: [
      Question("down", "Is the site or shop down for visitors?"),
      Question("defaced", "Does it show something that is not yours?"),
      Question("blocked", "Can nobody pay, book or log in?"),
      Question("data", "Has data leaked or vanished?"),
    ],
    weekdays: englishDays, dayNames: englishDays, months: englishMonths,
    texts: [
      .surchargeOffer: "I can look at it now. Support out of hours costs extra: {surcharge}. Shall I?",
      .today: "today at {time}", .tonight: "tonight at {time}",
      .tomorrow: "tomorrow, {weekday} {day} {month}, at {time}",
      .later: "on {weekday} {day} {month} at {time}",
      .now: "now",
      .coming: "In the coming weeks:", .day: "{weekday} {day} {month}", .days: "{from} to {to}",
      .closed: "closed", .away: "away",
      .critical: """
      Critical is what cannot wait: the site or shop is down for visitors or shows something that is not yours, \
      nobody can pay, book or log in, data has leaked or vanished.
      """,
      .supportHours: "Support hours: {hours}.\n{emergency}\n{critical}",
      .request: "your request",
      .followUpSubject: "Done: {about}",
      .followUp: """
      Hello {name},

      What you reported {reported} is done.
      It was about: {about}
      What was done: {solution}

      Time: {minutes} min
      Surcharge for support out of hours: {billed}

      Support hours: {hours}.
      Support out of hours costs extra: {surcharge}.
      {emergency}
      {critical}

      {coming}

      {signature}
      """,
    ],
    hours: HoursWords(
      dayNames: englishDays, months: englishMonths, everyDay: "every day", through: " to ", and: " and ",
      beforeTimes: " ", aroundTheClock: "around the clock",
      never: "closed", except: "closed", onPublicHolidays: "on public holidays",
      inSchoolHolidays: "in school holidays", publicHolidays: "on public holidays",
      schoolHolidays: "in school holidays", date: "on {date}", dates: "from {from} to {to}",
      comingDays: "in the coming days: {days}; in general: {hours}"))

  private static let englishDays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
}
