// Telephone numbers in one notation, so that they can be compared.

import CPhoneNumber
import HoursCore

/// Reads numbers as they are written and dialled in one region.
struct PhoneNumbers: Hashable, Sendable {
  /// ISO 3166; nil when the owner named none: then only numbers with a + are understood.
  let region: String?

  /// The number in E.164 form, `+79161234567`; nil when it is none that could be dialled.
  func e164(_ text: String) -> String? {
    guard text.utf8.count <= SetupLimits.nameBytes else { return nil }
    var buffer = [CChar](repeating: 0, count: Int(HOURS_PHONE_CAPACITY))
    guard hours_phone_e164(text, text.utf8.count, region ?? "ZZ", &buffer) else { return nil }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// What a number in E.164 form belongs to; nil when its country's plan does not have it.
  static func type(_ e164: String) -> NumberType? {
    switch hours_phone_type(e164) {
    case HOURS_PHONE_MOBILE: .mobile
    case HOURS_PHONE_LANDLINE: .landline
    case HOURS_PHONE_EITHER: .either
    case HOURS_PHONE_OTHER: .other
    default: nil
    }
  }

  /// What a number is compared by: its E.164 form, or what `bare` makes of it.
  func normalised(_ text: String) -> String { e164(text) ?? PhoneNumbers.bare(text) }

  /// Whether libphonenumber knows the region.
  var isKnownRegion: Bool { region.map { hours_phone_knows_region($0) } ?? true }

  /// Extensions, service codes and names of other networks: their digits, `*` and `#`, or their text.
  static func bare(_ text: String) -> String {
    if text.contains(where: \.isLetter) {
      return String(text.filter { !$0.isWhitespace }).lowercased()
    }
    return String(
      text.compactMap {
        $0.wholeNumberValue.map { Character("\($0 % 10)") } ?? ("*#".contains($0) ? $0 : nil)
      })
  }

  /// What is wrong with a pattern.
  enum PatternError: Error {
    case noPlus, starInside
  }

  /// The beginning of E.164 numbers that a pattern such as `+49 30 99 *` stands for: `+493099`.
  static func prefix(_ pattern: String) throws(PatternError) -> String {
    let text = pattern.filter { !$0.isWhitespace }
    guard text.hasSuffix("*"), !text.dropLast().contains("*") else { throw .starInside }
    // `+49 (0) 30`: the 0 is dialled only inside the country.
    let digits = text.split(separator: "(0)").joined().filter { $0.isASCII && $0.isWholeNumber }
    guard text.hasPrefix("+"), !digits.isEmpty else { throw .noPlus }
    return "+" + digits
  }
}
