// A life from a seed: who calls when, what the owner does about it, and what goes wrong meanwhile.

import Civil
import HoursCore
import OpeningHours

struct Life {
  let seed: UInt64
  let start: Instant
  var seconds: Int64
  var steps: [Step]
  let initialHours: Int
  let initialZone: Int

  static let hours = [
    "Mo-Fr 09:00-13:00,14:00-18:00; PH off", "Mo-Sa 08:00-20:00; PH off", "Mo-Fr 22:00-02:00", "24/7",
    "We,Th 10:00-12:00", "Mo-Fr 09:00-18:00; Sa unknown; Dec 24-Jan 02 off",
    "Mo-Fr 10:00-12:00,13:00-15:00,16:00-19:00", "Tu-Su 12:00-23:30", "Su 01:00-04:00; Mo-Fr 09:00-17:00",
  ]
  static let zones = [
    "Europe/Berlin", "Europe/Moscow", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu",
    // Their clocks are moved at midnight.
    "America/Havana", "Asia/Beirut",
  ]
  /// What a parliament may decide: no more changes, others, at midnight, half an hour of another time, and five hours that
  /// clocks skip at noon and repeat in the evening.
  static let rules = [
    "CET-1", "CET-1CEST,M4.1.0,M9.1.0/3", "XST3XDT,M10.3.6/24,M3.2.6/24", "<+0430>-4:30",
    "XST-2XDT,M3.5.4/0,M10.5.5/0", "XST0XDT-5,M4.1.3/12,M9.1.3/22",
  ]
  static let quiets = [
    ("21:30", "09:00"), ("00:00", "00:00"), ("23:00", "06:00"), ("13:00", "15:00"), ("18:30", "20:00"),
    ("01:30", "09:00"),
  ]
  static let people = ["acme", "bob", "boris", "school", "carla", "+4930111", "+4930222", "+4930333"]

  init(seed: UInt64, years: Int) {
    self.seed = seed
    var random = Seeded(seed)
    // Any time of 2026, so that each year meets both clock changes.
    start = Instant(seconds: 1_767_225_600 + .random(in: 0..<31_536_000, using: &random))
    seconds = Int64(years) * 366 * 86_400
    initialHours = .random(in: 0..<Self.hours.count, using: &random)
    initialZone = .random(in: 0..<Self.zones.count, using: &random)
    steps = []
    var at: Int64 = 0
    while true {
      // Bursts and lulls.
      at +=
        Bool.random(using: &random)
        ? .random(in: 0...900, using: &random) : .random(in: 0...20_000, using: &random)
      guard at < seconds else { break }
      steps.append(Step(at: at, deed: Deed.random(&random)))
    }
  }
}

extension Deed {
  static func random(_ random: inout Seeded) -> Deed {
    let back = Int.random(in: 0...6, using: &random)
    switch Int.random(in: 0..<1000, using: &random) {
    case 0..<430: return .call(.random(&random))
    case 430..<500:
      return .triage(
        back: min(back, 3), [.critical, .normal, .untriaged, nil, nil].any(&random),
        answer: [true, false, nil].any(&random), [.accepted, .declined, nil].any(&random),
        join: [nil, nil, nil, back].any(&random))
    case 500..<570: return .end(back: min(back, 3), Outcome.allCases.any(&random))
    case 570..<600: return .told(back: min(back, 3), Channel.allCases.any(&random))
    case 600..<650: return .snooze(back: back, time(&random))
    case 650..<700:
      return .resolve(
        back: back, wasCritical: [true, false, nil].any(&random), send: .random(using: &random))
    case 700..<750:
      return .deliver([.sent, .sent, .sent, .failed, .later, .dies, .diesSent].any(&random))
    case 750..<765: return .mailSend(back: min(back, 4))
    case 765..<770: return .waive(back: back)
    case 770..<800: return .drop(back: back)
    case 800..<805: return .note(back: back)
    case 805..<825: return .reopen(back: back, [nil, nil, time(&random)].any(&random))
    case 825..<850:
      return .add(
        client: [nil, "acme", "bob", "boris"].any(&random), [.support, .ringBack, nil].any(&random),
        due: [nil, time(&random)].any(&random), promised: [nil, nil, time(&random)].any(&random))
    case 850..<870:
      return .override(
        OfficeState.allCases.any(&random), from: [nil, time(&random)].any(&random),
        until: [nil, time(&random), .later(.random(in: 60...400_000, using: &random))].any(&random))
    case 870..<880: return .endOverride(back: min(back, 2))
    case 880..<892: return .change(.random(&random))
    case 892..<917:
      return .crash(Crash.allCases.any(&random), back: [0, 1, 60, 3_600, 40_000, 200_000].any(&random))
    case 917..<930: return .diskFull
    case 930..<950: return .sleep(.random(in: 60...90_000, using: &random))
    case 950..<956:
      return .clock([-86_400, -7_200, -3_600, -300, -61, -59, 59, 61, 3_600, 86_400].any(&random))
    case 956..<970: return .sweep
    default: return .status
    }
  }

  private static func time(_ random: inout Seeded) -> TimeExpression {
    [
      .tonight, .nextBusinessDay, .later(.random(in: 60...300_000, using: &random)),
      .laterWorking(.random(in: 60...40_000, using: &random)),
      .day(.away(.random(in: 0...3, using: &random))),
      .day(.weekday(Weekday.allCases.any(&random))),
      .clock(CivilTime(secondOfDay: .random(in: 0..<1440, using: &random) * 60)),
      .on(
        .weekday(Weekday.allCases.any(&random)),
        CivilTime(secondOfDay: .random(in: 0..<96, using: &random) * 900)),
    ].any(&random)
  }
}

extension Incoming {
  static func random(_ random: inout Seeded) -> Incoming {
    var call = Incoming()
    call.from = .random(in: 0..<20, using: &random) == 0 ? nil : Life.people.any(&random)
    call.severity = [.critical, .normal, .normal, .untriaged, nil].any(&random)
    call.missed = Int.random(in: 0..<3, using: &random) == 0
    call.surcharge = [nil, nil, .accepted, .declined].any(&random)
    if Int.random(in: 0..<10, using: &random) == 0 {
      call.at = .later(-.random(in: 0...90_000, using: &random))
    }
    return call
  }
}

extension Change {
  static func random(_ random: inout Seeded) -> Change {
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1: .hours(.random(in: 0..<Life.hours.count, using: &random))
    case 2: .zone(.random(in: 0..<Life.zones.count, using: &random))
    case 3: .absence(days: .random(in: 0...10, using: &random), length: .random(in: 1...14, using: &random))
    case 4: .contract(["acme", "bob"].any(&random), Contract.allCases.any(&random))
    case 5: .rules(.random(in: 0...Life.rules.count, using: &random))
    case 6: .quiet(.random(in: 0..<Life.quiets.count, using: &random))
    default: Bool.random(using: &random) ? .leaves(["acme", "boris"].any(&random)) : .returns
    }
  }
}
