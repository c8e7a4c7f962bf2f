// A zone's periods: those listed in the file, then those that the footer's rule makes, without end.

/// What holds in a period: how far clocks are from UTC, and what people call it.
///
/// Holds no text, so that periods are copied without counting references.
struct LocalType: Hashable, Sendable {
  /// Seconds east of UTC.
  var offset: Int
  var isDaylight: Bool
  /// Its place in the zone's ``Abbreviations``.
  var abbreviation: Int
}

/// The abbreviations of a zone, each once.
struct Abbreviations: Hashable, Sendable {
  private(set) var names: [String] = []

  subscript(index: Int) -> String { names[index] }

  /// The place of a name, which is added when it is new.
  mutating func index(of name: String) -> Int {
    if let index = names.firstIndex(of: name) { return index }
    names.append(name)
    return names.count - 1
  }
}

struct ZoneTable: Hashable, Sendable {
  /// A stretch of time with one local type; `end` does not belong to it. Unbounded: `.min`, `.max`.
  struct Period {
    var start: Int64
    var end: Int64
    var type: LocalType
  }

  /// No clock is further from UTC than this, in seconds (RFC 9636 has -25 to +26 hours).
  static let widestOffset: Int64 = 26 * 3600

  /// Further from 1970 nothing is computed: periods there are what they are at this distance.
  private static let farthest: Int64 = 1 << 50

  /// Where a type ends and `types[index]` begins, ascending.
  private var transitions: [Int64] = []
  /// The type from each transition on.
  private var following: [LocalType] = []
  /// The type before the first transition.
  private let initial: LocalType
  /// What holds from the last transition on; nil: the last type, for ever.
  private let rule: PosixRule?
  let abbreviations: Abbreviations

  /// A zone whose clocks are never moved.
  init(offset: Int, name: String) {
    var abbreviations = Abbreviations()
    initial = LocalType(offset: offset, isDaylight: false, abbreviation: abbreviations.index(of: name))
    rule = nil
    self.abbreviations = abbreviations
  }

  /// Takes what a file lists; transitions that change nothing are dropped.
  init(
    initial: LocalType, transitions: [(at: Int64, to: LocalType)], rule: PosixRule?,
    abbreviations: Abbreviations
  ) {
    self.abbreviations = abbreviations
    self.initial = initial
    self.rule = rule
    var current = initial
    for transition in transitions where transition.to != current {
      self.transitions.append(transition.at)
      following.append(transition.to)
      current = transition.to
    }
    // A rule begins where the file's list ends, be that last entry a change or not.
    listEnd = transitions.last?.at ?? .min
    if let rule, listEnd >= ZoneTable.listedFrom { goOn(by: rule) }
  }

  /// Lists what the rule makes of the coming years, for a list is read faster than a rule is worked out.
  ///
  /// Some systems' files do this themselves, up to 2037.
  private mutating func goOn(by rule: PosixRule) {
    var period = rule.period(at: listEnd)
    var current = following.last ?? initial
    var start = listEnd
    while start < ZoneTable.listedUntil {
      if period.type != current {
        transitions.append(start)
        following.append(period.type)
        current = period.type
      }
      listEnd = start
      start = period.end
      if start < ZoneTable.listedUntil { period = rule.period(at: start) }
    }
  }

  /// 1800-01-01T00:00:00Z: a list that ends before it, which no real zone's does, is not made longer.
  private static let listedFrom: Int64 = -5_364_662_400

  /// 2038-01-01T00:00:00Z.
  private static let listedUntil: Int64 = 2_145_916_800

  /// From here on the rule holds.
  private var listEnd: Int64 = .min

  func period(at second: Int64) -> Period {
    let second = min(max(second, -ZoneTable.farthest), ZoneTable.farthest)
    guard second >= listEnd, let rule else { return listedPeriod(at: second) }
    var period = rule.period(at: second)
    if period.start < listEnd {
      // The rule only takes over here: the period may have begun in the list.
      period.start = startOfLastListed(continuing: period.type)
    }
    return period
  }

  private func listedPeriod(at second: Int64) -> Period {
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= second { low = middle + 1 } else { high = middle }
    }
    var period = Period(
      start: low == 0 ? .min : transitions[low - 1],
      end: low < transitions.count ? transitions[low] : .max,
      type: low == 0 ? initial : following[low - 1])
    if low == transitions.count, let rule {
      let next = rule.period(at: listEnd)
      period.end = next.type == period.type ? next.end : listEnd
    }
    return period
  }

  private func startOfLastListed(continuing type: LocalType) -> Int64 {
    guard type == following.last ?? initial else { return listEnd }
    return transitions.last ?? .min
  }
}
