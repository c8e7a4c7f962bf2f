// What is kept and handed on as it is: one JSON object on one line, or damage.

import Testing

@testable import HoursWire

@Test(
  arguments: [
    (#"{}"#, true), (#"{"a":1}"#, true),
    (#"{"a":[-1,0,20],"b":{"c":"é\n\"\u00e9"},"d":true,"e":false}"#, true),
    ("", false), ("{", false), ("{}}", false), (#"{"a":1,}"#, false), (#"{"a":01}"#, false),
    (#"{"a":1.5}"#, true), (#"{"a":1.}"#, false), (#"{"a" 1}"#, false),
    ("{\"a\":\"\u{1}\"}", false), ("{\"a\":\"x\ny\"}", false), (#"{"a":"\1"}"#, false),
    (#"{"a":"\u00g0"}"#, false),
    (#"{"a":tru}"#, false), (#"[1]"#, false), (#"{"a":"x}"#, false), (#"{a:1}"#, false),
  ] as [(String, Bool)])
func aKeptLine(_ line: String, isWhole: Bool) { #expect(isJSONObject(Array(line.utf8)) == isWhole) }

@Test func aKeptLineIsUTF8() { #expect(!isJSONObject(Array("{\"a\":\"".utf8) + [0xff] + Array("\"}".utf8))) }

@Test func depthIsBounded() {
  #expect(!isJSONObject(Array(("{\"a\":" + String(repeating: "[", count: 100_000)).utf8)))
}
