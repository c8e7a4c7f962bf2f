// The lines of an export by themselves: any bytes become a row again, sums are those of others, JSON is strict.

import HoursStore
import Testing

@testable import hoursd

@Suite struct ExportLineTests {
  /// FIPS 180-4's examples, and lengths around a block's end; the sums are those of `sha256sum`.
  @Test(arguments: [
    ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    ("a", 55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
    ("a", 64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
    ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ])
  func sums(_ text: String, _ count: Int, _ sum: String) {
    let bytes = Array(String(repeating: text, count: count).utf8)
    for piece in [1, 63, 64, 65, 1_000_000] where bytes.count / piece < 20_000 {
      var digest = SHA256()
      var rest = bytes[...]
      while !rest.isEmpty {
        rest.prefix(piece).withUnsafeBytes { digest.update($0) }
        rest = rest.dropFirst(piece)
      }
      #expect(digest.finish() == sum, "in pieces of \(piece)")
    }
  }

  @Test(arguments: [
    ("{}", true), ("[]", true), ("0", true), ("-1.5e+7", true), ("true", true), ("null", true),
    (#"{"a":[1,{"b":"\u00e9\n"}],"c":"}"}"#, true), (#"{ "a" : 1 , "b" : [ ] }"#, true),
    ("{\"a\":\"я\"}", true),
    ("", false), (#""text""#, false), (" {}", false), ("{} ", false), ("{}{}", false), ("01", false),
    ("1.", false),
    (".5", false), ("+1", false), ("1e", false), ("tru", false), ("{", false), ("[1,]", false),
    ("{\"a\":1,}", false),
    ("{\"a\"}", false), ("{a:1}", false), ("[\"\\x\"]", false), ("[\"\\u00g0\"]", false), ("[\"a]", false),
    ("[\"\n\"]", false), ("[1,\n2]", false), ("[\"\\", false),
    (String(repeating: "[", count: 100_000), false),
  ])
  func json(_ text: String, _ isWhole: Bool) {
    let bytes = Array(text.utf8)
    #expect(bytes.withUnsafeBufferPointer { JSONText.isWhole($0) } == isWhole)
  }

  private final class Memory: ExportSink {
    var bytes: [UInt8] = []
    func write(_ more: UnsafeRawBufferPointer) { bytes += more }
  }

  /// Rows of every table, with texts that look like what stands around them.
  @Test func whatIsWrittenIsRead() throws {
    let texts = [
      "", " ", "a", "{}", "{} ", "null", "7", #""quoted""#, #"\"#, "\n", "\r", "\t", "\u{0}\u{1f}\u{7f}",
      "я🙂", #"","seq":1}"#,
      "[1,\n2]", "\u{2028}", #"{"a":"\u0001"}"#,
    ]
    for table in LogTable.all {
      for number in 0..<200 {
        let numbers = table.columns.indices.map { Int64(number &* 7919 &* ($0 + 1)) &- 300_000 }
        let chosen = table.columns.indices.map { Array(texts[(number + $0 * 5) % texts.count].utf8) }
        let memory = Memory()
        var writer = ExportWriter(to: memory)
        func cells(_ body: ([LogCell]) throws -> Void) throws {
          let all = chosen.flatMap { $0 }
          try all.withUnsafeBufferPointer { all in
            var start = 0
            try body(
              table.columns.enumerated().map { index, column in
                defer { start += chosen[index].count }
                if column.kind == .integer { return .integer(numbers[index]) }
                if column.kind == .optionalText, (number + index) % 3 == 0 { return .none }
                return .text(UnsafeBufferPointer(rebasing: all[start..<start + chosen[index].count]))
              })
          }
        }
        try cells { try writer.write($0, of: table, start: table.start) }
        try writer.end(seq: 0)
        let line = memory.bytes.prefix { $0 != 0x0A }
        var row = RowLine()
        try cells { written in
          try Array(line).withUnsafeBufferPointer { line in
            try row.read(line) { read, index, found in
              #expect(found.name == table.name && LogTable.all[index].name == table.name)
              #expect(read.map(Self.text) == written.map(Self.text))
            }
          }
        }
      }
    }
  }

  private static func text(_ cell: LogCell) -> String {
    switch cell {
    case .none: "nothing"
    case .integer(let number): "\(number)"
    case .text(let utf8): "\"" + String(decoding: utf8, as: UTF8.self)
    }
  }
}
