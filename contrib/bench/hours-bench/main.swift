// Our side of `make bench-hours`: answers one line with one line, so that the script can ask both engines in turn.
//
//     holidays DATE …             public holidays, from now on
//     instants SECOND …           what the other commands are asked at
//     answer OPERATION RULE       what the operation answers at each instant
//     time OPERATION RULE         nanoseconds for one operation; of all that were timed, allocations and number

import Allocations
import Civil
import Glibc
import OpeningHours

// Another folder of zones than the system's may be given.
let folder = CommandLine.arguments.count > 1 ? CommandLine.arguments[1] : "/usr/share/zoneinfo"
let zone = try Zone(name: "Europe/Berlin", tzif: bytes(of: folder + "/Europe/Berlin"))
var holidays = Holidays()
var instants: [Instant] = []

while let line = readLine() {
  let words = line.split(separator: " ", maxSplits: 2).map(String.init)
  let rest = line.split(separator: " ").dropFirst()
  switch words[0] {
  case "holidays":
    for date in rest.compactMap({ CivilDate(String($0)) }) { holidays.public[date] = "" }
    print("ok")
  case "instants":
    instants = rest.compactMap { Int64($0) }.map(Instant.init(seconds:))
    print("ok")
  case "answer":
    let operation = try Operation(words[1], rule: words[2], in: zone, holidays)
    print(instants.map(operation.answer).joined(separator: " "))
  default:
    let operation = try Operation(words[1], rule: words[2], in: zone, holidays)
    let result = operation.time(at: instants)
    print(result.nanoseconds, result.allocations, result.count)
  }
  fflush(nil)
}

/// One thing that both engines can do, ready to be done again and again.
struct Operation {
  let answer: (Instant) -> String
  /// Does it, and gives a number so that it is not optimised away.
  private let run: (Instant) -> Int64

  init(_ name: String, rule: String, in zone: Zone, _ holidays: Holidays) throws {
    let schedule = Schedule(try Expression(rule), zone: zone, holidays: holidays)
    switch name {
    case "parse":
      answer = { _ in "\(schedule.expression)" }
      run = { _ in (try? Expression(rule)) == nil ? 0 : 1 }
    case "ready":
      answer = { _ in "\(schedule.expression)" }
      run = { _ in
        guard let expression = try? Expression(rule) else { return 0 }
        return Schedule(expression, zone: zone, holidays: holidays).exceptions.isEmpty ? 0 : 1
      }
    case "state":
      answer = { schedule.state(at: $0).rawValue }
      run = { schedule.state(at: $0) == .open ? 1 : 0 }
    case "change":
      answer = { schedule.nextChange(after: $0).map { "\($0.seconds)" } ?? "never" }
      run = { schedule.nextChange(after: $0)?.seconds ?? 0 }
    case "opening":
      answer = { schedule.nextOpening(atOrAfter: $0).map { "\($0.seconds)" } ?? "never" }
      run = { schedule.nextOpening(atOrAfter: $0)?.seconds ?? 0 }
    case "open30":
      answer = { "\(schedule.workingTime(from: $0, to: $0 + 30 * 86_400))" }
      run = { schedule.workingTime(from: $0, to: $0 + 30 * 86_400) }
    case "year":
      answer = { start in
        schedule.intervals(from: start, to: start + 365 * 86_400)
          .map { "\($0.start.seconds)-\($0.end.seconds)" }.joined(separator: ",")
      }
      run = { Int64(schedule.intervals(from: $0, to: $0 + 365 * 86_400).count) }
    default: throw UnknownOperation(name: name)
    }
  }

  /// For about 10 ms, over the instants in turn.
  func time(at instants: [Instant]) -> (nanoseconds: Double, allocations: Int, count: Int) {
    var count = 0
    var sum: Int64 = 0
    for instant in instants.prefix(3) { sum &+= run(instant) }
    let allocations = allocation_count()
    let start = now()
    var end = start
    while end - start < 10_000_000 {
      for instant in instants {
        sum &+= run(instant)
      }
      count += instants.count
      end = now()
    }
    precondition(sum != .min)
    return (Double(end - start) / Double(count), Int(allocation_count() - allocations), count)
  }
}

struct UnknownOperation: Error { var name: String }

/// What the processor spent on us, in nanoseconds: others on the machine do not count.
func now() -> Int64 {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}

func bytes(of path: String) -> [UInt8] {
  let file = open(path, O_RDONLY)
  defer { close(file) }
  return [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
    count = max(0, read(file, buffer.baseAddress, buffer.count))
  }
}
