// Holidays in the order of the calendar, so that a day is found without hashing.

import Civil

struct HolidayTable: Sendable {
  private let days: [Int]
  private let names: [String]

  init(_ holidays: [CivilDate: String]) {
    let sorted = holidays.sorted { $0.key < $1.key }
    days = sorted.map(\.key.dayNumber)
    names = sorted.map(\.value)
  }

  func contains(_ day: Int) -> Bool { index(of: day) != nil }

  /// The first holiday after a day.
  func first(after day: Int) -> Int? {
    let index = firstIndex(atOrAfter: day + 1)
    return index < days.count ? days[index] : nil
  }

  /// Its name; nil when it is no holiday, or one without a name.
  func name(_ day: Int) -> String? {
    guard let index = index(of: day), !names[index].isEmpty else { return nil }
    return names[index]
  }

  private func index(of day: Int) -> Int? {
    let index = firstIndex(atOrAfter: day)
    return index < days.count && days[index] == day ? index : nil
  }

  private func firstIndex(atOrAfter day: Int) -> Int {
    var low = 0
    var high = days.count
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
