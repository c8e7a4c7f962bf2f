// `init`: five questions, and a configuration to begin with.

import ArgumentParser
import Civil
import Glibc
import HoursSetup
import HoursWire
import OpeningHours

struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write your first configuration, by five questions.",
    discussion: """
      Answers are read from standard input, a line each; an empty one takes the default. Nothing is written before \
      the last one, and never over a file that is there.

      Exit status: 0 done; 64 usage; 65 there is a file already, or an answer is wrong or missing; 74 it cannot be \
      written.
      """)

  @Argument(help: "The file; the daemon's own by default.")
  var file: String?

  @Flag(help: "Ask nothing.")
  var defaults = false

  func run() throws {
    do {
      let places = try places(configuration: file, state: "")
      let target = NewFile(path: places.configuration)
      if let obstacle = target.obstacle() { throw obstacle }
      var questions = Questions(places, asksNothing: defaults)
      let text = try questions.answered().text
      let checkup = questions.rules.checkup(of: text)
      guard let configuration = checkup.configuration else {
        // Each answer was good by itself.
        var screen = FindingScreen(Paint())
        for finding in checkup.findings { screen.add(finding) }
        throw InitFailure(status: 65, message: "\(screen.text)nothing was written")
      }
      try target.write(text)
      say("\(shown(places.configuration)): written\n\n\(configuration.summary(at: Clock().now()))\n")
      say(try next(places.configuration))
    } catch let failure as InitFailure {
      var words = shown(failure.message, lines: true) + "\n"
      words.withUTF8 { _ = Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      throw ExitCode(failure.status)
    }
  }

  /// What to do now.
  private func next(_ path: String) throws -> String {
    let own = try places(configuration: nil, state: "").configuration
    guard own == path else {
      return "The daemon reads \(shown(own)); move it there when you want it to be used.\n"
    }
    let start =
      access(try finder().socket(option: nil), F_OK) == 0
      ? "hoursctl reload" : "systemctl --user enable --now hoursd.socket hoursd"
    return """
      All else that can be set is in the file, too, with what it means. Now:
        \(start)
        hoursctl status

      """
  }
}

/// The five questions, with what is right for most.
private struct Questions {
  let rules: Rules
  private let surroundings: Surroundings
  private var dialogue: Dialogue
  private let asksNothing: Bool

  init(_ places: Places, asksNothing: Bool) {
    self.asksNothing = asksNothing
    rules = Rules(places: places, zones: ZoneLoader(environment: places.environment))
    surroundings = Surroundings(environment: places.environment, data: places.data, zones: rules.zones)
    dialogue = Dialogue(asksNothing: asksNothing)
  }

  /// Asks all of them.
  mutating func answered() throws(InitFailure) -> NewConfiguration {
    if !asksNothing {
      say(
        """
        Five questions for \(shown(rules.places.configuration)).
        Enter takes what stands in [brackets]; ^C ends it, and nothing is written.


        """)
    }
    var new = NewConfiguration(hours: try hours())
    new.timezone = try zone()
    let country = surroundings.country(of: new.timezone ?? surroundings.zone)
    new.country = try holidays(country, isAlwaysOpen: "\(new.hours)" == "24/7")
    new.emergency = try emergency()
    let phones = new.country.map { String($0.prefix(2)) } ?? country
    new.phoneRegion = phones.flatMap(surroundings.phoneRegion)
    new.client = try client(new.phoneRegion)
    return new
  }

  private mutating func hours() throws(InitFailure) -> OpeningHours.Expression {
    let usual = "Mo-Fr 09:00-18:00"
    let text = try dialogue.answer(
      "When do you work?", "For example: Mo-Th 09:00-13:00,14:00-18:00; Fr 09:00-14:00",
      shownDefault: usual, usual
    ) { answer throws(Refused) in
      let (hours, warnings): (OpeningHours.Expression, [Warning])
      do throws(ExpressionError) { (hours, warnings) = try Expression.parse(answer) } catch {
        throw Refused(words: EvalFailure.hours(answer, error).message)
      }
      // Nobody can go back to a question.
      if let doubtful = warnings.first(where: \.isDoubtful) {
        throw Refused(words: "\(doubtful), or \(hours)")
      }
      if "\(hours)" != answer { say("     = \(shown("\(hours)"))\n") }
      return answer
    }
    do { return try Expression(text) } catch { throw InitFailure(status: 65, message: "\(error)") }
  }

  private mutating func zone() throws(InitFailure) -> String? {
    let rules = rules
    return try dialogue.answer(
      "In which time zone?", nil, shownDefault: surroundings.zone ?? "the system's", surroundings.zone
    ) { answer throws(Refused) in
      try rules.refuse("timezone = \(tomlText(answer))\n")
      return answer
    }
  }

  private mutating func holidays(_ country: String?, isAlwaysOpen: Bool) throws(InitFailure) -> String? {
    let (rules, surroundings) = (rules, surroundings)
    let usual = isAlwaysOpen ? nil : country.flatMap { surroundings.hasHolidays(of: $0) ? $0 : nil }
    let country =
      usual.flatMap(surroundings.name).map { "\(usual ?? "") is \($0)" } ?? "A country, such as DE"
    let region = usual.map(surroundings.region) ?? "DE-BY"
    let known = [country, region.map { "a region counts, too: \($0)" } ?? "", "or: none"]
    return try dialogue.answer(
      "Whose public holidays do you keep?", known.joinedFilled("; "),
      shownDefault: usual ?? "none", usual
    ) { answer throws(Refused) in
      if answer.isNone { return nil }
      let code = surroundings.code(of: answer)
      try rules.refuse("hours = \"24/7; PH off\"\n[holidays]\ncountry = \(tomlText(code))\n")
      if code != answer { say("     = \(code)\n") }
      return code
    }
  }

  private mutating func emergency() throws(InitFailure) -> String? {
    let rules = rules
    let usual = "Site down or hacked? Call at any time."
    return try dialogue.answer(
      "What do clients hear about emergencies?", "A sentence in your words, or: none", shownDefault: usual,
      usual
    ) { answer throws(Refused) in
      if answer.isNone { return nil }
      try rules.refuse("[support]\nemergency = \(tomlText(answer))\n")
      return answer
    }
  }

  private mutating func client(_ region: String?) throws(InitFailure) -> NewConfiguration.Client? {
    let rules = rules
    return try dialogue.answer(
      "Who is your first client?", "A name, a comma, a telephone number: Acme GmbH, +49 30 1234567",
      shownDefault: "later", nil
    ) { answer throws(Refused) in
      if answer.isNone || answer.lowercased() == "later" { return nil }
      let parts = answer.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
      guard let name = parts.first, parts.count > 1 else {
        throw Refused(words: "a name and a number, with a comma between them, are expected")
      }
      let phones = Array(parts.dropFirst())
      let region = region.map { "phone_region = \(tomlText($0))\n" } ?? ""
      let numbers = phones.map { tomlText($0) }.joined(separator: ", ")
      try rules.refuse("\(region)[[client]]\nname = \(tomlText(name))\nphones = [\(numbers)]\n")
      return NewConfiguration.Client(name: name, phones: phones)
    }
  }
}

/// `check`, for answers.
private struct Rules {
  let places: Places
  let zones: ZoneLoader

  /// What `check` says of a text that stands in no file yet.
  func checkup(of text: String) -> Checkup {
    let sources = Sources(
      text: text, of: places.configuration, data: places.data, environment: places.environment, zones: zones)
    return Checkup(sources, zones: zones, at: Clock().now())
  }

  /// Refuses an answer for which `check` would refuse this text, in the same words; a number that nobody could dial,
  /// too.
  func refuse(_ text: String) throws(Refused) {
    let findings = checkup(of: text).findings.filter { $0.isError || $0.key == "client.phones" }
    if !findings.isEmpty { throw Refused(words: findings.map(\.words).joined(separator: "\n")) }
  }
}

extension String {
  fileprivate var isNone: Bool { ["none", "no", "-"].contains(lowercased()) }
}
