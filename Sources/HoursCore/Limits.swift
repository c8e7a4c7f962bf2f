// Every bound of the program, in one place: what is not bounded here is not bounded.

/// How much of anything is taken. Sizes in bytes, times in seconds.
public enum Limits {
  // Requests
  public static let line = 65_536
  public static let nesting = 16
  public static let name = 256
  /// Of an override: it is shown in one line with the state.
  public static let reason = 256
  public static let text = 16_384
  public static let page = 1_000
  public static let defaultPage = 100

  // Connections
  public static let clients = 256
  /// Requests of one client that are answered before others get their turn.
  public static let requestsPerTurn = 64
  /// After so long, in microseconds, a turn takes no second request of anybody, and no page of what was missed.
  public static let turn: Int64 = 150
  /// Who knocks is let in so many at a time, before those inside get their turn.
  public static let admissions = 8
  /// Replies that a client has not read yet; beyond it no more of its requests are read.
  public static let unreadReplies = 262_144
  /// Live events that a watcher has not read yet; beyond it the watcher is disconnected.
  public static let unreadEvents = 1_048_576
  /// Kept events that are read at a time for who catches up, a watcher or the journal; the page ends when they fill so many bytes.
  public static let replayPage = (events: 64, bytes: 65_536)
  /// Watchers' filters.
  public static let onlyNames = 32

  /// Calls that a report counts before others get their turn.
  public static let reportPage = 500

  // The queue
  public static let pending = 100_000

  // Mail
  /// Follow-ups that were not sent yet.
  public static let unsent = 10_000
  public static let mailSubject = 256
  /// What was done is a text, and more stands around it.
  public static let mailBody = 32_768
  /// How long a deliverer may have a message before nobody knows what became of it.
  public static let sending: Int64 = 900
  /// How long a mailer may take unless the owner says otherwise, and at most.
  public static let mailer = (usual: 300, longest: 600)
  /// What is kept of what a mailer says.
  public static let mailerWords = 1_024
  /// How often a deliverer that runs once asks a daemon that does not answer: for some twenty seconds.
  public static let mailAttempts = 8
  /// What comes back from an editor.
  public static let edited = 1_048_576
  /// From the first, second, … try that failed to the next one; the last pause repeats.
  public static let mailPauses: [Int64] = [60, 300, 900, 3_600, 14_400, 43_200, 86_400]

  // Hooks
  /// How long a hook may take unless the owner says otherwise, and at most.
  public static let hook = (usual: 30, longest: 600)
  /// Of an event in one variable of a hook's environment: the system takes 128 KiB, and scripts less.
  public static let hookField = 4_096
  /// What is read of the notes on hooks.
  public static let hookNotes = 262_144

  // Triage by words
  /// How many words a `*` that stands alone may stand for.
  public static let phraseGap = 8
  /// How many words may lie between a `not` and what it denies.
  public static let denialReach = 7
  /// Words from this length on are found with two letters in the wrong order.
  public static let transposable = 4
  /// Words from this length on are found with a letter that is wrong, too much or missing.
  public static let mendable = 6

  // The hours
  /// Overrides that run or are to come.
  public static let overrides = 100
  /// Overrides that are over, and still known when a call of then is judged.
  public static let pastOverrides = 100
  /// How many days the hours are asked for at a time, and an override may reach ahead, as calendars count them.
  public static let windowDays = 400
  /// How much working time may be added, in seconds.
  public static let working: Int64 = 400 * 86_400
  /// Intervals of one reply: ten for each of those days.
  public static let intervals = 4_000

  // Words
  /// A follow-up's subject says so much of what it is about, in letters.
  public static let subject = 60
  /// How far ahead a follow-up tells of other hours than usual, in days.
  public static let comingDays = 30
  /// How far ahead published hours name holidays, absences and overrides, in days.
  public static let publishedDays = 400

  // Time
  /// How long a call may stay without triage before it counts as missed.
  public static let untriaged: Int64 = 600
  /// Between two reminders of what is at once, and of a client's ring-back (there: of open time).
  public static let remindAgain: Int64 = 900
  /// How often what is at once is reminded before it waits for the openings.
  public static let atOnceReminders = 4
  /// How far the clock may lie before the last event, and a call's own time after the clock, without being wrong.
  public static let clockSkew: Int64 = 60
  /// How long a clock that is behind is waited for.
  public static let clockPatience: Int64 = 600
  /// How long the loop's own timer leaves the alarm to systemd.
  public static let alarmGrace: Int64 = 30
  /// How long to wait before what failed is tried again.
  public static let retry: Int64 = 30
  /// How long a socket's file may be gone before it is made anew.
  public static let doorPause: Int64 = 1
  /// How long an ending daemon waits for an alarm that is being armed.
  public static let leavingPatience: Int64 = 3
  /// The longest pause before a journal that has gone is tried again; then events alone try.
  public static let journalPatience: Int64 = 32
  /// How long nothing must have changed in the owner's vCards before they are read again.
  public static let cardPause: Int64 = 1
  /// How long that is waited for.
  public static let cardPatience: Int64 = 10
  /// How long to wait for a descriptor to become free before who knocks is looked at again.
  public static let descriptorPatience: Int64 = 1
  /// The longest pause before a bus that has gone is tried again by itself.
  public static let busPatience: Int64 = 32
  /// How long to wait before what changes the plan tries it again.
  public static let busRetry: Int64 = 60
  /// How far ahead the next evening is looked for, in days.
  public static let eveningHorizon = 7
  /// How long before a calendar of holidays ends the owner is warned, in days: from 1 October to the end of December.
  public static let calendarNotice = 92
  /// No wish reaches further than this: a century.
  public static let farthest: Int64 = 100 * 366 * 86_400
  /// Alarms are not armed further ahead than this; the daemon then looks again.
  public static let wakeHorizon: Int64 = 366 * 86_400

  // The doctor
  /// How long a program, the daemon or the user's manager may take to answer it.
  public static let visit: Int64 = 5
  /// What is read of an answer.
  public static let answer = 262_144
  /// A log up to this size is read to its end.
  public static let wholeLog = 67_108_864
  /// With less room on the disk than this it is time to make some.
  public static let freeSpace: Int64 = 104_857_600

  // Export and import
  /// What may wait in the write-ahead log while a snapshot is read, before that is ended.
  public static let waitingLog = 268_435_456
  /// How long an export waits for the daemon's answer.
  public static let snapshotPatience: Int64 = 30
  /// A row of the log as a line; the longest are reminders of all issues that may be pending.
  public static let exportedLine = 536_870_912

  // Evaluating hours without an office
  /// Different hours, and zones, that are kept for the lines to come.
  public static let evaluated = 4_096
}
