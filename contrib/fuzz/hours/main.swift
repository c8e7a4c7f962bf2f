// The fuzzer's way in: every input goes through the properties that the tests check, too.

import Civil
import Glibc
import OpeningHours

/// Zones with every kind of change: an hour, half an hour, a whole day, none.
private let properties = Properties(
  zones: ["Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia", "America/Sao_Paulo", "Asia/Kolkata"]
    .compactMap(zone) + [.utc])

private func zone(_ name: String) -> Zone? {
  guard let file = fopen("/usr/share/zoneinfo/\(name)", "r") else { return nil }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 65_536)
  let count = fread(&bytes, 1, bytes.count, file)
  return try? Zone(name: name, tzif: Array(bytes[..<count]))
}

@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do {
    try properties.check(bytes: Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
  } catch {
    let message = "broken: \(error)\n"
    _ = message.withCString { write(2, $0, strlen($0)) }
    abort()
  }
}
