// The words for what is wrong or odd in the owner's vCards; here and nowhere else.

/// Why a card cannot be used.
public enum CardProblem: Error, Hashable, Sendable, CustomStringConvertible {
  case unterminated
  case misplacedEnd
  case version(String)
  case nameless
  case noValue(property: String)
  case lineTooLong(limit: Int)
  case nameTooLong(limit: Int)
  case tooManyNumbers(limit: Int)
  case charset(String)

  /// What is wrong and the way out, in words.
  public var description: String {
    switch self {
    case .unterminated: "END:VCARD is missing; export it again"
    case .misplacedEnd: "END:VCARD closes no card; export it again"
    case .version(let version): "version \(quoted(version)) is not known; export it as 3.0 or 4.0"
    case .nameless: "it has no name (FN, N or ORG); give it one"
    case .noValue(let property): "\(property) has no value; mend this line, or take it out"
    case .lineTooLong(let limit): "a line longer than \(limit / 1024) KiB; shorten it, or take it out"
    case .nameTooLong(let limit): "its name is longer than \(limit) bytes; shorten it"
    case .tooManyNumbers(let limit): "more than \(limit) numbers; take some out"
    case .charset(let name): "it is written in \(quoted(name)); export it in UTF-8"
    }
  }
}

/// What is odd about vCards: each is said, and the others are taken.
public enum CardOddity: Hashable, Sendable, CustomStringConvertible {
  case leftOut(name: String?, CardProblem)
  case fileLeftOut(Problem)
  case numberTwice(String, of: String, holds: String)
  case sameName(String, as: String)
  case noCountry(count: Int, example: String)
  case noSuchCategory(String, nearest: String?, known: [String])
  case nobody(cards: Int, categories: [String])

  /// What is odd, in words.
  public var description: String {
    switch self {
    case .leftOut(let name, let problem):
      (name.map { "the card of \(quoted($0)) is left out: " } ?? "a card is left out: ") + problem.description
    case .fileLeftOut(let problem): "left out: \(problem)"
    case .numberTwice(let number, let name, let holder):
      "\(quoted(number)) of \(quoted(name)) is given twice; it belongs to \(quoted(holder))"
    case .sameName(let name, let place):
      "\(quoted(name)) is on another card, too (\(place)), with other numbers: taken for the same person; if it is "
        + "not, give one of them another name"
    case .noCountry(let count, let example):
      "without phone_region nobody knows the country of \(quoted(example))"
        + (count > 1 ? " (and \(count - 1) more)" : "") + ", so such numbers are compared digit by digit"
    case .noSuchCategory(let category, let nearest, let known):
      "no card has the category \(quoted(category)); " + choice(nearest, Array(known.prefix(20)))
    case .nobody(cards: 0, _): "there is no vCard (.vcf) yet"
    case .nobody(_, categories: []):
      "none of the cards is a client's or personal, for none has a category; give them some, or say others = "
        + "\"personal\""
    case .nobody(_, let categories):
      "none of the cards is a client's or personal; name some of their categories in clients and personal: "
        + categories.joined(separator: ", ")
    }
  }
}
