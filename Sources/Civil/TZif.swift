// Reads the compiled zone files of RFC 9636, trusting none of their bytes.

/// Reads big-endian numbers from bytes, and says so when they end.
private struct ByteReader {
  let bytes: [UInt8]
  var position = 0

  mutating func skip(_ count: Int) throws(ZoneError.Reason) {
    guard count <= bytes.count - position else { throw .truncated }
    position += count
  }

  mutating func unsigned(_ width: Int) throws(ZoneError.Reason) -> UInt64 {
    let start = position
    try skip(width)
    return bytes[start..<position].reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func signed(_ width: Int) throws(ZoneError.Reason) -> Int64 {
    let raw = try unsigned(width)
    return width == 4 ? Int64(Int32(truncatingIfNeeded: raw)) : Int64(bitPattern: raw)
  }
}

/// The counts at the head of each of the file's two blocks.
private struct TZifHeader {
  var version: UInt8
  var universal, standard, leap, transitions, types, characters: Int

  init(_ reader: inout ByteReader) throws(ZoneError.Reason) {
    guard reader.bytes.count - reader.position >= 5,
      reader.bytes[reader.position..<reader.position + 4].elementsEqual([0x54, 0x5A, 0x69, 0x66])
    else { throw .notTZif }
    version = reader.bytes[reader.position + 4]
    try reader.skip(20)
    universal = Int(try reader.unsigned(4))
    standard = Int(try reader.unsigned(4))
    leap = Int(try reader.unsigned(4))
    transitions = Int(try reader.unsigned(4))
    types = Int(try reader.unsigned(4))
    characters = Int(try reader.unsigned(4))
  }

  /// The length of the block that follows, with times of so many bytes.
  func blockLength(timeWidth: Int) -> Int {
    transitions * (timeWidth + 1) + types * 6 + characters + leap * (timeWidth + 4) + standard + universal
  }
}

extension ZoneTable {
  init(tzif: [UInt8]) throws(ZoneError.Reason) {
    var reader = ByteReader(bytes: tzif)
    var header = try TZifHeader(&reader)
    guard header.version >= 0x32 else {
      // Version 1 (a NUL byte): 32-bit times and no footer.
      try self.init(block: header, timeWidth: 4, &reader, hasFooter: false)
      return
    }
    try reader.skip(header.blockLength(timeWidth: 4))
    header = try TZifHeader(&reader)
    try self.init(block: header, timeWidth: 8, &reader, hasFooter: true)
  }

  private init(
    block header: TZifHeader, timeWidth: Int, _ reader: inout ByteReader, hasFooter: Bool
  ) throws(ZoneError.Reason) {
    let start = reader.position
    let length = header.blockLength(timeWidth: timeWidth)
    guard length <= reader.bytes.count - start else { throw .truncated }
    guard header.leap == 0 else { throw .leapSeconds }
    guard header.types > 0 else { throw .malformed("no local time types") }

    let typesStart = start + header.transitions * (timeWidth + 1)
    let namesStart = typesStart + header.types * 6
    let names = reader.bytes[namesStart..<namesStart + header.characters]
    reader.position = typesStart
    var types: [LocalType] = []
    types.reserveCapacity(header.types)
    var abbreviations = Abbreviations()
    for _ in 0..<header.types { types.append(try LocalType(&reader, names: names, &abbreviations)) }

    reader.position = start
    var instants: [Int64] = []
    instants.reserveCapacity(header.transitions)
    for _ in 0..<header.transitions {
      let instant = try reader.signed(timeWidth)
      if let last = instants.last, last >= instant { throw .malformed("transitions out of order") }
      instants.append(instant)
    }
    var transitions: [(at: Int64, to: LocalType)] = []
    transitions.reserveCapacity(header.transitions)
    for instant in instants {
      let index = Int(try reader.unsigned(1))
      guard index < types.count else { throw .malformed("no such local time type") }
      transitions.append((instant, types[index]))
    }
    reader.position = start + length
    let rule = hasFooter ? try PosixRule(footer: reader.bytes[reader.position...], &abbreviations) : nil
    self.init(initial: types[0], transitions: transitions, rule: rule, abbreviations: abbreviations)
  }
}

extension LocalType {
  fileprivate init(
    _ reader: inout ByteReader, names: ArraySlice<UInt8>, _ abbreviations: inout Abbreviations
  ) throws(ZoneError.Reason) {
    let offset = try reader.signed(4)
    guard abs(offset) <= ZoneTable.widestOffset else { throw .malformed("an offset of more than a day") }
    let daylight = try reader.unsigned(1)
    guard daylight <= 1 else { throw .malformed("daylight saving neither on nor off") }
    let index = names.startIndex + Int(try reader.unsigned(1))
    guard index < names.endIndex, let end = names[index...].firstIndex(of: 0) else {
      throw .malformed("an abbreviation without an end")
    }
    self.init(
      offset: Int(offset), isDaylight: daylight == 1,
      abbreviation: abbreviations.index(of: String(decoding: names[index..<end], as: UTF8.self)))
  }
}
