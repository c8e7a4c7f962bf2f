// Errors in words: the code and the sentence side by side, each with the way out.

import Civil
import HoursCore

extension ErrorReply {
  /// What was wrong with a line.
  public init(_ error: LineError) {
    switch error {
    case .notUTF8(let offset): self.init(.badRequest, "byte \(offset) is not UTF-8; send UTF-8")
    case .tooLong:
      self.init(.tooLong, "the line is longer than \(Limits.line) bytes; shorten its texts")
    case .unterminated: self.init(.badRequest, "the last line has no newline; end every request with one")
    case .unknownVerb(let name, let nearest):
      let hint = nearest.map { "did you mean `\($0)`?" } ?? "`help` lists the verbs"
      self.init(.unknownVerb, "no verb is named `\(name)`; \(hint)")
    case .noVerb:
      self.init(
        .badRequest, "the line begins with no verb; send a verb, or a verb, a space and a JSON object")
    case .noSpaceAfterVerb(let verb):
      self.init(.badRequest, "put a space between the verb and its object: `\(verb) {…}`")
    case .notJSON:
      self.init(.badRequest, "what follows the verb is not JSON; give one object, like {\"id\":3}")
    case .notAnObject: self.init(.badRequest, "what follows the verb is no object; give one, like {\"id\":3}")
    case .tooDeep:
      self.init(.badRequest, "the JSON is nested deeper than \(Limits.nesting); nothing here needs that")
    case .repeatedKey: self.init(.badRequest, "a key is given twice; give each once")
    case .unknownKey(let key, let verb):
      self.init(.badRequest, "`\(verb)` takes no `\(key)`; it takes \(Self.keys(of: verb))")
    case .missingKey(let key, let verb):
      self.init(.badRequest, "`\(verb)` needs `\(key)`; it takes \(Self.keys(of: verb))")
    case .wrongType(let key, let expected): self.init(.badRequest, "`\(key)` must be \(expected)")
    case .textTooLong(let key, let limit):
      self.init(.invalid, "`\(key)` is longer than \(limit) bytes; shorten it")
    case .notAWord(let key, let text, let words):
      self.init(
        .invalid, "`\(key)` can't be `\(text.opening)`; it is one of \(words.joined(separator: ", "))")
    case .notATime(let key, let text):
      self.init(.invalid, "`\(key)`: `\(text.opening)` is no time; \(Self.wayOut(TimeMistake(text)))")
    case .notADate(let key, let text):
      self.init(.invalid, "`\(key)`: `\(text.opening)` is no date; give, for example, 2026-12-24")
    case .outOfRange(let key, let number, let range):
      self.init(.invalid, "`\(key)` can't be \(number); give \(range.lowerBound) to \(range.upperBound)")
    case .controlCharacter(let key): self.init(.invalid, "`\(key)` holds a NUL character; leave it out")
    case .onlyAck:
      self.init(.badRequest, "this connection watches, and takes only `ack`; ask the rest on another one")
    case .busy(let what): self.init(.busy, what)
    }
  }

  private static func wayOut(_ mistake: TimeMistake) -> String {
    switch mistake {
    case .meant(let time): "did you mean `\(time)`?"
    case .noSuchHour: "a clock shows 00:00 to 23:59"
    case .noSuchDay(let month, let days): "\(month) has \(days) days"
    case .unclear: Self.timeExamples
    }
  }

  static let timeExamples =
    "give, for example, 09:30, tomorrow, monday 10:00, 30 nov 9am, tonight, next-business-day, +2h, "
    + "+2 working hours or 2026-11-24 09:00"

  private static func owed(_ issues: [Int64], _ calls: [Int64]) -> String {
    func list(_ name: String, _ ids: [Int64]) -> String {
      ids.isEmpty ? "" : "\(name) \(ids.prefix(20).map { String($0) }.joined(separator: ", "))"
    }
    let what = [list("issue", issues), list("call", calls)].joinedFilled(", ")
    return
      "something is owed to them still (\(what)); `resolve` or `drop` issues, `triage` or `end` calls first"
  }

  private static func keys(of verb: String) -> String {
    let keys = Verb.named(verb)?.takes ?? ""
    return keys.isEmpty ? "no keys" : keys
  }

  /// Why the office refused; times in its own zone.
  public init(_ refusal: Refusal, zone: Zone) {
    func local(_ instant: Instant) -> String {
      let civil = zone.civil(instant)
      return "\(civil.date) \(civil.time)"
    }
    switch refusal {
    case .noSuchIssue(let id): self.init(.notFound, "there is no issue \(id); `issues` lists them")
    case .noSuchCall(let id): self.init(.notFound, "there is no call \(id); `calls` lists them")
    case .noSuchClient(let name):
      self.init(
        .notFound, "no contact is named `\(name)`; `contacts` lists them, the configuration takes new ones")
    case .notPending(let id, let state):
      self.init(.conflict, "issue \(id) is \(state.rawValue) already; `reopen` makes it pending again")
    case .alreadyPending(let id): self.init(.conflict, "issue \(id) is pending; there is nothing to reopen")
    case .alreadyEnded(let id, let outcome):
      self.init(.conflict, "call \(id) has ended already: \(outcome.rawValue)")
    case .snoozeIntoPast(let until, let now):
      let over = until == now ? "now" : "over"
      self.init(
        .invalid,
        "\(local(until)) is \(over); give a time to come, for example tomorrow, monday 10:00 or +2h")
    case .callInFuture(let at, let now):
      self.init(
        .invalid, "the call can't have come at \(local(at)): it is \(local(now)); leave `at` out for now")
    case .noTimeOfDay:
      self.init(.invalid, "a call comes at a time of day; give that, too, for example yesterday 17:00")
    case .dueInPast(let at, let now):
      self.init(.invalid, "\(local(at)) is over (it is \(local(now))); give a time to come")
    case .noSolution(let id):
      self.init(
        .invalid, "issue \(id) is support: add the solution, what was done, for the client will read it")
    case .nothingToTriage:
      self.init(.invalid, "say what was learned: about, severity, answers, surcharge or issue")
    case .joinsOtherPerson(let id):
      self.init(.invalid, "issue \(id) is owed to somebody else; join the call to an issue of its own caller")
    case .unknownQuestion(let id):
      self.init(
        .invalid, "there is no question `\(id.opening)`; answer those that the call's `questions` list")
    case .neverOpens:
      self.init(.invalid, "the office never opens in these hours; change `hours`, or give a date and time")
    case .endsBeforeItBegins(let from, let to):
      self.init(
        .invalid, "`to` (\(local(to))) is before `from` (\(local(from))); give a later `to`, or swap them")
    case .windowTooLong(let from, let to):
      self.init(
        .invalid,
        "from \(local(from)) to \(local(to)) is more than \(Limits.windowDays) days; ask for fewer at a time"
      )
    case .tooManyIntervals:
      self.init(
        .invalid, "that is more than \(Limits.intervals) intervals; ask for fewer days at a time")
    case .tooMuchWorkingTime(let start):
      self.init(
        .invalid,
        "so much working time does not pass within a year after \(local(start)); give less, or change `hours`"
      )
    case .noSuchOverride(let id):
      self.init(.notFound, "there is no override \(id); `overrides` lists them")
    case .overrideIsOver(let id):
      self.init(.conflict, "override \(id) is over; the hours hold again, unless `overrides` lists another")
    case .overrideIsPast(let until, let now):
      let over = until == now ? "now" : "over (it is \(local(now)))"
      self.init(.invalid, "\(local(until)) is \(over); give an `until` to come")
    case .overrideEndsBeforeItBegins(let from, let until):
      self.init(
        .invalid, "`until` (\(local(until))) is not after `from` (\(local(from))); give a later `until`")
    case .overrideTooFarAhead(let until):
      self.init(
        .invalid,
        "\(local(until)) is more than \(Limits.windowDays) days ahead; give an earlier `until`, "
          + "or change `hours` in the configuration")
    case .overrideNeedsUntil:
      self.init(
        .invalid,
        "these hours never change, so nothing would end the override; "
          + "give `until`, for example +2h or 2026-11-30")
    case .tooManyOverrides:
      self.init(.busy, "\(Limits.overrides) overrides run or are to come; end some with `end-override`")
    case .nobodyToTell: self.init(.invalid, "the call came without a number, so nobody can be noted as told")
    case .nobodyToLookUp: self.init(.badRequest, "`lookup` needs `from` or `name`")
    case .noWords(let language, let known):
      self.init(
        .invalid,
        "there are no words in `\(language)`; there are \(known.joined(separator: ", ")), "
          + "and the configuration takes more: [words.\(language)]")
    case .nobodyToForget(let name):
      self.init(.notFound, "nothing is kept of `\(name)`; `contacts`, `calls` and `issues` say who is known")
    case .stillOwed(let issues, let calls): self.init(.conflict, Self.owed(issues, calls))
    case .queueIsFull:
      self.init(.busy, "\(Limits.pending) issues are pending; resolve or drop some first")
    case .noSuchMessage(let id): self.init(.notFound, "there is no message \(id); `messages` lists them")
    case .messageIs(let id, let state): self.init(.conflict, "message \(id) \(Self.state(state))")
    case .notDue(let id, let at):
      self.init(.conflict, "message \(id) is to be tried at \(local(at)); `mail-send` sends it at once")
    case .claimedTwice(let id):
      self.init(
        .conflict,
        "message \(id) was taken before, and nobody has said what became of it: it is uncertain from now on")
    case .nothingToEdit: self.init(.invalid, "say what it is to be instead: subject or body")
    case .noSender:
      self.init(
        .badConfiguration,
        "nobody has said whom mail is from: write from = \"Ann <ann@example.org>\" under [mail] in the "
          + "configuration, then `reload`")
    case .outboxIsFull:
      self.init(.busy, "\(Limits.unsent) messages are unsent; send or waive some first")
    case .notSolved(let id, .pending):
      self.init(.conflict, "issue \(id) is pending; `resolve` it first, or `drop` it")
    case .notSolved(let id, let state):
      self.init(.conflict, "issue \(id) is \(state.rawValue) already; no follow-up is owed")
    case .keyReused(let key):
      self.init(
        .conflict, "the key `\(key)` was used for another request; give each request a key of its own")
    case .watcherExists(let name):
      self.init(.conflict, "somebody watches as `\(name)` already; one reader a name")
    case .snapshotExists:
      self.init(.busy, "the log is being exported already; try again when that is done")
    case .seqAhead(let seq, let newest):
      self.init(.invalid, "event \(seq) has not happened; the newest is \(newest)")
    case .badConfiguration(let what): self.init(.badConfiguration, what)
    case .logFailed(let what): self.init(.internal, what)
    }
  }
  /// What a message is, and what can be done with one that is so.
  private static func state(_ state: MessageState) -> String {
    switch state {
    case .draft: "is a draft; `mail-send` approves it"
    case .queued: "is queued; `mail-claim` takes it"
    case .failed: "has failed and is to be tried again; `mail-claim` takes it for that"
    case .sending: "is being sent; wait until its deliverer has said what became of it"
    case .uncertain:
      "is uncertain, it may have been sent: `mail-send` sends it again, `waive` leaves it at that"
    case .sent: "was sent already; if there is more to say, `reopen` its issue"
    case .waived: "was waived; if it is to be sent after all, `reopen` its issue and `resolve` it again"
    case .withdrawn: "was withdrawn, for its issue was reopened; `resolve` that, and there is another one"
    }
  }
}
