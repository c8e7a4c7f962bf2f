// The reader of the log's records says what the general reader says, of whatever LineEncoder writes; and leaves the rest to it.

import Civil
import Foundation
import HoursCore
import HoursWire
import Testing

private let caller =
  #""caller":{"class":"client","id":"acme","name":"A \"B\" \\ c\n\t\r\u0001 Ü 株 🎉","language":"en","always":false,"told":true}"#

private let plain: [String] = [
  #"{"seq":1,"at":"2026-11-24T09:00:00+03:00","event":"call.received","call":7,"called_at":"2026-11-24T09:00:00Z",\#(caller),"severity":"normal","missed":false,"answers":{"a":true,"b":false},"verdict":"defer","reason":"stranger","say":"","questions":[{"id":"down","ask":"?"}],"minutes":0}"#,
  #"{"seq":2,"at":"2026-02-28T23:59:59-09:30","event":"office.configured","changed":[]}"#,
  #"{"seq":3,"at":"2026-02-28T23:59:59-09:30","event":"office.configured","changed":["hours","a,b]}"]}"#,
  #"{"seq":4,"at":"2026-02-28T23:59:59+00:00","event":"caller.told","person":"client:acme","channel":"mail","times":-1,"told_at":"2026-02-28T23:59:59+00:00"}"#,
  #"{"event":"caller.told","seq":5,"times":2,"told_at":"2026-02-28T23:59:59+00:00","other":{"x":["}",1.5e3,null]},"channel":"mail","person":"x","at":"2026-02-28T23:59:59+00:00"}"#,
  // What LineEncoder does not write is read all the same.
  #"{ "seq" : 6, "at":"2026-02-28T23:59:59.25+00:00", "event":"office.configured", "changed":[ "a" , "b" ] }"#,
  #"{"seq":7,"at":"2026-02-28T23:59:59+00:00","event":"office.configured","changed":["\ud83c\udf89\u00fc\/"]}"#,
  #"{"seq":8,"at":"2026-02-28T23:59:59+00:00","event":"office.closed","state":"closed","reason":null}"#,
]

@Test(arguments: plain)
func aRecordIsReadAsTheGeneralReaderReadsIt(_ line: String) throws {
  let general = try JSONDecoder().decode(EventLine.self, from: Data(line.utf8))
  #expect(try EventLine(line: Array(line.utf8)) == general)
}

@Test(arguments: [
  "", "{", "{}", "[]", "null", #"{"seq":1}"#,
  #"{"seq":1,"at":"2026-02-30T00:00:00+00:00","event":"office.configured","changed":[]}"#,
  #"{"seq":1,"at":"2026-02-28T24:00:00+00:00","event":"office.configured","changed":[]}"#,
  #"{"seq":1,"at":"2026-02-28T00:00:00+00:00","event":"office.configured","changed":[]}}"#,
  #"{"seq":1,"at":"2026-02-28T00:00:00+00:00","event":"office.configured","changed":["a"#,
  #"{"seq":1,"at":"2026-02-28T00:00:00+00:00","event":"office.burnt","changed":[]}"#,
  #"{"seq":"1","at":"2026-02-28T00:00:00+00:00","event":"office.configured","changed":[]}"#,
  #"{"seq":99999999999999999999,"at":"2026-02-28T00:00:00+00:00","event":"office.configured","changed":[]}"#,
])
func whatIsNoRecordIsAnError(_ line: String) {
  #expect(throws: (any Error).self) { try EventLine(line: Array(line.utf8)) }
}

/// A number that no LineEncoder writes into a record is not waited for for ever.
@Test func otherNumbersAreTheGeneralReaders() throws {
  #expect(try decodeRecord([Double].self, from: Array("[1.5]".utf8)) == [1.5])
  #expect(try decodeRecord([UInt8].self, from: Array("[255]".utf8)) == [255])
}
