// The fuzzer's way in: every conversation goes through the properties that the tests check, too; and its way on, from one
// conversation to the next.

import Civil
import Glibc
import HoursCore

/// Called by the fuzzer to change bytes as it sees fit.
@_silgen_name("LLVMFuzzerMutate")
private func changeBytes(_ bytes: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int) -> Int

private let configuration = try! Conversation.configuration(zone: zone("Europe/Berlin"))

private func zone(_ name: String) -> Zone {
  guard let file = fopen("/usr/share/zoneinfo/\(name)", "r") else { fatalError("no zone \(name)") }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 65_536)
  let count = fread(&bytes, 1, bytes.count, file)
  return try! Zone(name: name, tzif: Array(bytes[..<count]))
}

@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do {
    try Conversation.check(Array(UnsafeBufferPointer(start: start, count: count)), configuration)
    return 0
  } catch {
    let message = "broken: \(error)\n"
    _ = message.withCString { write(2, $0, strlen($0)) }
    abort()
  }
}

/// Half of the changes know what a line is.
@_cdecl("LLVMFuzzerCustomMutator")
public func change(_ start: UnsafeMutablePointer<UInt8>, _ count: Int, _ limit: Int, _ seed: UInt32) -> Int {
  guard seed & 1 == 0 else { return changeBytes(start, count, limit) }
  var changes = LineChanges(random: Seeded(state: UInt64(seed)))
  let changed = changes.changed(Array(UnsafeBufferPointer(start: start, count: count)), limit: limit)
  for (index, byte) in changed.enumerated() { start[index] = byte }
  return changed.count
}
