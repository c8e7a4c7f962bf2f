// Expressions, instants, holidays and exceptions chosen by bytes: the fuzzer's, or a seed's.

import Civil
import OpeningHours

/// A row of choices: from given bytes while there are any, then from numbers that follow from them.
struct Choice {
  private var bytes: ArraySlice<UInt8>
  private var random: Random

  /// Choices that depend on the bytes, but do not use them up.
  init(bytes: [UInt8]) {
    self.bytes = []
    random = Random(seed: bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
  }

  /// Choices made by the bytes one after the other.
  init(chosenBy bytes: [UInt8], seed: Int) {
    self.bytes = bytes[...]
    random = Random(seed: UInt64(truncatingIfNeeded: seed))
  }

  /// 0 or more, less than `bound`.
  mutating func number(below bound: Int) -> Int {
    guard bound > 1 else { return 0 }
    if bound <= 256, let byte = bytes.popFirst() { return Int(byte) % bound }
    return Int(random.next() % UInt64(bound))
  }

  mutating func one<T>(of items: [T]) -> T { items[number(below: items.count)] }

  mutating func one(in words: String) -> String { one(of: words.split(separator: "|").map(String.init)) }

  // MARK: Expressions

  /// An expression that must be accepted.
  mutating func expression() -> String {
    var text = rule()
    for _ in 0..<number(below: 5) { text += one(of: ["; ", "; ", "; ", ", ", " || "]) + rule() }
    return text
  }

  private mutating func rule() -> String {
    var parts: [String] = []
    if number(below: 2) == 0 {
      switch number(below: 4) {
      case 0: parts.append(years())
      case 1: parts.append(months())
      case 2: parts.append(dates())
      default: parts.append(weeks())
      }
    }
    if number(below: 4) > 0 { parts.append(days()) }
    // Times come with every rule: where a rule without them ends, the next one's would be taken for its own.
    parts.append(times())
    parts.append(
      one(in: "open|off|closed|unknown|open \"by phone\"|unknown \"ring twice\"|off \"away\"|\"call\""))
    return parts.joined(separator: " ")
  }

  private mutating func years() -> String {
    let year = 2024 + number(below: 6)
    let end = "\(year + 1 + number(below: 4))"
    return one(of: [
      "\(year)", "\(year)-\(end)", "\(year)+", "\(year)-\(end)/2", "\(year),\(end)", "\(year)/3",
    ])
  }

  private mutating func month() -> String { one(in: "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec") }

  private mutating func weekday() -> String { one(in: "Mo|Tu|We|Th|Fr|Sa|Su") }

  private mutating func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private mutating func months() -> String {
    let (from, to) = (month(), month())
    let year = "\(2024 + number(below: 6)) "
    return one(of: [
      from, "\(from)-\(to)", "\(from),\(to)", year + from, "\(year)\(from)-2030 \(to)",
      "\(year)\(from)-\(to)",
    ])
  }

  private mutating func date() -> String {
    switch number(below: 8) {
    case 0: return "easter" + shift()
    case 1: return "Feb 29"
    case 2: return "\(month()) \(two(1 + number(below: 28))) \(one(in: "+|-"))\(weekday())" + shift()
    default: return "\(month()) \(two(1 + number(below: 28)))" + (number(below: 4) == 0 ? shift() : "")
    }
  }

  private mutating func shift() -> String {
    one(in: "| +1 day| -2 days| +\(2 + number(below: 60)) days")
  }

  private mutating func dates() -> String {
    let (from, to) = (date(), date())
    let month = month()
    let days = (1 + number(below: 14), 15 + number(below: 14))
    let year = "\(2024 + number(below: 6)) "
    let ends =
      "\(month) \(weekday())[\(one(in: "1|2|4|5|-1|-3"))]\(one(in: "| -1 day"))-\(self.month()) \(weekday())[-2]"
    return one(of: [
      from, "\(from)-\(to)", "\(from)+", "\(year)\(from)", "\(year)\(from)-2030 \(to)", "\(from),\(to)",
      "\(month) \(two(days.0))-\(days.1)", "\(month) \(two(days.0)),\(days.1)",
      "\(month) \(two(days.0))-\(days.1)/\(2 + number(below: 6))", ends, year + ends,
      "\(from)-\(month) Su[1]",
    ])
  }

  private mutating func weeks() -> String {
    let (from, to) = (1 + number(below: 53), 1 + number(below: 53))
    let step = from == to ? "" : "/\(2 + number(below: 5))"
    return "week "
      + one(of: [
        two(from), "\(two(from))-\(two(to))", "\(two(from))-\(two(to))\(step)", "\(two(from)),\(two(to))",
      ])
  }

  private mutating func days() -> String {
    let (from, to) = (weekday(), weekday())
    let some = from + one(in: "[1]|[-1]|[2-4]|[1,3]|[5]|[1,-2]") + shift()
    let holiday = one(in: "PH|SH") + shift()
    return one(of: [
      from, "\(from)-\(to)", "\(from),\(to)", some, holiday, "\(from),\(holiday)", "\(holiday),\(some)",
      "\(holiday) \(from)-\(to)",
    ])
  }

  private mutating func times() -> String {
    var text = span()
    for _ in 0..<number(below: 3) { text += "," + span() }
    return text
  }

  private mutating func span() -> String {
    let from = number(below: 96) * 15
    let to = number(below: 192) * 15
    let text = clock(from)
    return one(of: [
      "\(text)-\(clock(to))", "\(text)-\(clock(from + 15))", "\(text)+", "\(text)-\(clock(to))+",
    ])
  }

  private mutating func clock(_ minutes: Int) -> String { two(minutes / 60) + ":" + two(minutes % 60) }

  // MARK: Time

  /// Near a change of the clocks, in this decade, in far years, at the ends of what can be counted.
  mutating func instant(in zone: Zone) -> Instant {
    let day: Int64 = 86_400
    let now = Instant(seconds: 1_700_000_000 + Int64(number(below: 200_000_000)))
    switch number(below: 8) {
    case 0: return now
    case 1: return Instant(seconds: one(of: [.min, .max, .min + 1, .max - 1, 0, -1]))
    case 2: return Instant(seconds: -377_705_116_800 + Int64(number(below: 631_107_417_600)))
    case 3:
      // The end of 2011, when Apia had no 30 December.
      return Instant(seconds: 1_325_160_000 + Int64(number(below: 3 * 86_400)))
    default:
      guard let transition = zone.nextTransition(after: now) else { return now }
      return transition + (Int64(number(below: Int(2 * day))) - day) / Int64(one(of: [1, 60, 3600]))
    }
  }

  mutating func holidays() -> Holidays {
    var holidays = Holidays()
    for index in 0..<number(below: 40) {
      let date = CivilDate(dayNumber: 19_700 + number(below: 2300))
      if number(below: 2) == 0 {
        holidays.public[date] = "holiday \(index)"
      } else {
        holidays.school[date] = ""
      }
    }
    return holidays
  }

  mutating func exceptions() -> [Exception] {
    guard number(below: 3) == 0 else { return [] }
    return (0..<number(below: 4)).map { index in
      let start = Instant(seconds: 1_700_000_000 + Int64(number(below: 200_000_000)))
      return Exception(
        start: start, end: start + Int64(number(below: 40 * 86_400)), state: one(of: State.allCases),
        reason: index == 0 ? nil : "exception \(index)")
    }
  }
}

/// Numbers that are the same in every run.
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
