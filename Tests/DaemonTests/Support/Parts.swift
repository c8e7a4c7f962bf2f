// The daemon's parts without their process: a house in a folder of its own, and a turn to do things in.

import Civil
import Foundation
import Glibc
import HoursCore
import HoursStore
import HoursWire
import Systemd
import Testing

@testable import hoursd

/// An office that is closed for ever, with its log, and everything that hears of its events.
@MainActor
final class Parts {
  let house: House
  let turn: Turn

  init(in folder: Folder, configuration: String = closedNow) throws {
    try folder.write(configuration, to: folder.configuration)
    let places = Places(
      configuration: folder.configuration, stateDirectory: folder.state, data: folder.path, environment: [:])
    house = House(places, voice: Voice())
    turn = Turn(house, clock: Clock())
  }

  isolated deinit { house.close() }

  /// Opens the house, and begins the first turn.
  func open() {
    house.open(at: Clock().now())
    _ = turn.begin()
  }

  /// One turn that records one event.
  func note(_ about: String) throws { try ask("add {\"about\":\"\(about)\",\"due\":\"+2h\"}") }

  /// One turn with one request.
  func ask(_ line: String) throws {
    _ = try turn.decide(RequestLine(Array(line.utf8)))
    turn.end()
  }
}

/// Remembers the names of the events that it hears.
@MainActor
final class Listener: EventReader {
  private(set) var heard: [String] = []

  func hear(_ events: [EventRow]) { heard += events.map(\.name) }
}

/// A journald of the test's own: a socket for datagrams.
@MainActor
final class TestJournal {
  let descriptor: CInt

  init(at path: String) throws {
    unlink(path)
    descriptor = socket(
      AF_UNIX, CInt(SOCK_DGRAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0)
    let result = withSocketAddress(path) { address, length in bind(descriptor, address, length) }
    try #require(result == 0, "\(path): \(String(cString: strerror(errno)))")
  }

  isolated deinit { close(descriptor) }

  /// The events whose entries have come so far.
  func events() -> [String] {
    var events: [String] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = recv(descriptor, &buffer, buffer.count, 0), count > 0 {
      let fields = String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n")
      events += fields.filter { $0.hasPrefix("HOURSD_EVENT=") }.map { String($0.dropFirst(13)) }
    }
    return events
  }
}
