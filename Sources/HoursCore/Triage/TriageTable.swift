// The rules of triage as data: which words mean what. One table a language, and all of them are always tried, for
// people write in two languages at once.
//
// A pattern is a word or several. A `*` at the end of a word stands for any ending, a `*` alone for up to
// `Limits.phraseGap` words, or none. Upper and lower case, ё and е, apostrophes and punctuation make no difference.

/// What broke, by the name that the rule gets.
enum Thing: String, Sendable {
  case site, shop, server, mail, payment, domain, certificate, data, app, hosting, booking, orders, forms,
    login, system
}

/// How it broke, by the name that the rule gets.
enum Damage: String, Sendable {
  case down, hacked, lost, leaked, infected, expired, suspended, blocked
  case foreign = "not yours"
  case spam = "sends spam"
  case dry = "none coming"
  case error
}

/// What a pattern says.
enum Sense: Hashable, Sendable {
  /// Something that a business stands on.
  case thing(Thing)
  /// Damage that is critical whatever it befell.
  case alone(Damage)
  /// Something that befell a thing and lasts until it is mended.
  case event(Damage)
  /// How a thing is; over when it is told of a time that is over.
  case state(Damage)
  case role(Roles)
}

/// What else a word does in a sentence.
struct Roles: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  /// Something that can wait, or concerns one person only.
  static let small = Roles(rawValue: 1 << 0)
  /// What a thing does when it is well; with a `not`, trouble.
  static let works = Roles(rawValue: 1 << 1)
  /// What customers do; with a `not`, trouble, unless it is the caller alone who cannot.
  static let deals = Roles(rawValue: 1 << 2)
  /// Logging in: trouble only when many cannot.
  static let enters = Roles(rawValue: 1 << 3)
  static let not = Roles(rawValue: 1 << 4)
  /// Says that something ceased: a `not` for what works, but it denies nothing.
  static let ceases = Roles(rawValue: 1 << 5)
  /// Little words, which stand between others and change nothing.
  static let filler = Roles(rawValue: 1 << 6)
  /// Stands for what was named before.
  static let pronoun = Roles(rawValue: 1 << 7)
  static let many = Roles(rawValue: 1 << 8)
  /// One person only.
  static let one = Roles(rawValue: 1 << 9)
  /// Opens a question about how, whether, when.
  static let asks = Roles(rawValue: 1 << 10)
  /// Takes for granted what follows: `why`, `did you know`.
  static let grants = Roles(rawValue: 1 << 11)
  static let ifs = Roles(rawValue: 1 << 12)
  /// A wish or an order for work, or a text about something.
  static let wants = Roles(rawValue: 1 << 13)
  /// What was trouble is over.
  static let over = Roles(rawValue: 1 << 14)
  /// A time that is over.
  static let past = Roles(rawValue: 1 << 15)
  static let since = Roles(rawValue: 1 << 16)
  /// Damage that is not said.
  static let hint = Roles(rawValue: 1 << 17)
  /// Urgency.
  static let urgent = Roles(rawValue: 1 << 18)
  /// A call for help, when nothing follows that says with what.
  static let help = Roles(rawValue: 1 << 19)
  /// Ringing and talking.
  static let call = Roles(rawValue: 1 << 20)
  static let shows = Roles(rawValue: 1 << 21)
  /// An error's number that is little else.
  static let code = Roles(rawValue: 1 << 22)
  /// An error's number that may be any number, too.
  static let number = Roles(rawValue: 1 << 23)
  /// The number of a page that is not there.
  static let missingPage = Roles(rawValue: 1 << 24)
  /// What a decent business does not show.
  static let foreign = Roles(rawValue: 1 << 25)
  /// Says where: what follows is not what the sentence is about.
  static let place = Roles(rawValue: 1 << 26)
  /// Parts a sentence, but a wish or a question goes on.
  static let joint = Roles(rawValue: 1 << 27)
  /// Parts a sentence like a comma.
  static let turn = Roles(rawValue: 1 << 28)
  /// The caller alone.
  static let myself = Roles(rawValue: 1 << 29)
  /// A question when it stands first: `is`, `does`.
  static let inverts = Roles(rawValue: 1 << 30)
  /// A wish that says what it is about, so that urgency says no more; trouble may still be told with it.
  static let needs = Roles(rawValue: 1 << 31)
  /// The caller's firm.
  static let us = Roles(rawValue: 1 << 32)
  /// A `not` for what follows as a whole: `no data was lost`.
  static let no = Roles(rawValue: 1 << 33)
  /// Goes on with a wish or a question, a comma before it or not.
  static let relates = Roles(rawValue: 1 << 35)
  /// Breaks nothing, commas or not.
  static let polite = Roles(rawValue: 1 << 36)
  /// A text about something, or somebody else's affairs: what follows is not told as trouble.
  static let topic = Roles(rawValue: 1 << 37)
  /// What stands behind it is a noun, not a wish.
  static let determiner = Roles(rawValue: 1 << 38)
  /// A time that is over so long that nothing of it lasts.
  static let longPast = Roles(rawValue: 1 << 39)
  /// A `not` that may stand behind its verb.
  static let cannot = Roles(rawValue: 1 << 34)
  /// Those whom a business serves, or everyone.
  static let people = Roles(rawValue: 1 << 40)
  /// Being able to; with a `not`, people who are kept from something.
  static let can = Roles(rawValue: 1 << 41)
  /// A price that is none.
  static let gratis = Roles(rawValue: 1 << 42)
  /// Taking people's money.
  static let charges = Roles(rawValue: 1 << 43)
  /// How it is taken wrongly.
  static let wrongly = Roles(rawValue: 1 << 44)
  /// What belongs to other customers.
  static let others = Roles(rawValue: 1 << 45)
  /// What is nobody's business.
  static let secret = Roles(rawValue: 1 << 46)
  /// Where everyone sees it.
  static let exposed = Roles(rawValue: 1 << 47)
  /// What stands behind it is not there any more.
  static let instead = Roles(rawValue: 1 << 48)
  /// Where visitors come who meant to come here.
  static let lands = Roles(rawValue: 1 << 50)
  /// Getting what was sent.
  static let receives = Roles(rawValue: 1 << 51)
  /// What belongs to the caller's firm.
  static let ours = Roles(rawValue: 1 << 52)
}

/// Patterns that say the same, separated by commas.
struct WordRow: Sendable {
  let sense: Sense
  let patterns: String

  init(_ sense: Sense, _ patterns: String) {
    self.sense = sense
    self.patterns = patterns
  }
}

/// The words of one language.
struct TriageTable: Sendable {
  let language: String
  let rows: [WordRow]

  static let all: [TriageTable] = [.english, .russian]
}
