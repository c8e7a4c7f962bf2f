// Who is calling: the facts about a person that the decision table asks for.

/// How the policy sorts people.
public enum CallerClass: String, Codable, Hashable, Sendable, CaseIterable {
  case client, personal, unknown
}

/// What a client pays for.
public enum Contract: String, Codable, Hashable, Sendable, CaseIterable {
  case standard
  case aroundTheClock = "24x7"
}

/// What a number belongs to, as its country's numbering plan has it.
public enum NumberType: String, Codable, Hashable, Sendable, CaseIterable {
  case mobile, landline
  /// The plan does not tell the two apart.
  case either
  /// Toll-free, over the internet and their like.
  case other
}

/// A caller as the directory knows them.
public struct Caller: Codable, Hashable, Sendable {
  public var `class`: CallerClass
  /// The contact's id; absent for unknown callers.
  public var id: String?
  public var name: String?
  /// In E.164 form (`+79161234567`) where it could be understood, else as it came.
  public var number: String?
  /// Nil where the number was not understood.
  public var numberType: NumberType?
  /// Clients only.
  public var contract: Contract?
  /// A BCP 47 tag.
  public var language: String
  /// Answered at any hour, in any state.
  public var always: Bool
  /// Clients only; without it nothing is owed after an issue is solved.
  public var email: String?
  /// Whether they have heard the policy; the office fills it in.
  public var told: Bool

  enum CodingKeys: String, CodingKey {
    case `class`, id, name, number
    case numberType = "number_type"
    case contract, language, always, email, told
  }

  public init(
    class: CallerClass, id: String? = nil, name: String? = nil, number: String? = nil,
    numberType: NumberType? = nil, contract: Contract? = nil,
    language: String, always: Bool = false, email: String? = nil,
    told: Bool = false
  ) {
    self.class = `class`
    self.id = id
    self.name = name
    self.number = number
    self.numberType = numberType
    self.contract = contract
    self.language = language
    self.always = always
    self.email = email
    self.told = told
  }

  /// How the names begin that whoever was forgotten is called by.
  static let forgotten = "forgotten:"

  /// What tells one person from another in the queue; absent when nothing does.
  public var person: String? {
    if let id, id.hasPrefix(Self.forgotten) { return id }
    if let id { return "\(`class`.rawValue):\(id)" }
    return number.map { "number:\($0)" }
  }
}

/// The owner's address book: numbers and names to callers.
public protocol Directory: Sendable {
  /// The caller with this number, or else with this name; `unknown` when neither is in the book.
  ///
  /// `number` is what the telephone showed, in any notation; numbers are compared as numbers.
  func caller(number: String?, name: String?) -> Caller

  /// Everybody in the book, in its order.
  var contacts: [Contact] { get }

  /// Whether the other book says the same of everybody.
  func isSame(as other: any Directory) -> Bool
}

/// Somebody in the owner's address book, as they are named to choose from.
public struct Contact: Codable, Hashable, Sendable {
  public var `class`: CallerClass
  public var id: String
  public var name: String?

  /// Nil for a caller who is in no book.
  public init?(_ caller: Caller) {
    guard let id = caller.id else { return nil }
    self.class = caller.class
    self.id = id
    name = caller.name
  }
}

/// An empty address book.
public struct Strangers: Directory {
  let language: String

  public init(language: String = "en") { self.language = language }

  public func caller(number: String?, name: String?) -> Caller {
    Caller(class: .unknown, name: name, number: number, language: language)
  }

  public var contacts: [Contact] { [] }

  public func isSame(as other: any Directory) -> Bool { (other as? Strangers)?.language == language }
}
