// hours-sim: lives of an office by the hundred thousand, each from a seed, held against the policy by an oracle.

import Glibc

/// What was asked for on the command line: `hours-sim FIRST-LAST [YEARS]`.
struct Wish {
  var seeds: ClosedRange<UInt64> = 1...100
  var years = 1
  /// A fault is told as it was met: to shorten its story takes a while.
  var isBrief = false

  init?(_ all: [String]) {
    let words = all.filter { $0 != "--brief" }
    isBrief = words.count < all.count
    guard words.count <= 2 else { return nil }
    if let range = words.first {
      let ends = range.split(separator: "-").compactMap { UInt64($0) }
      guard let first = ends.first, let last = ends.last, ends.count <= 2, first <= last else { return nil }
      seeds = first...last
    }
    if words.count == 2 {
      guard let years = Int(words[1]), (1...100).contains(years) else { return nil }
      self.years = years
    }
  }
}

guard let wish = Wish(Array(CommandLine.arguments.dropFirst())) else {
  print("usage: hours-sim [--brief] [FIRST-LAST [YEARS]]    seeds and years of each life")
  exit(64)
}

var turns = 0
for seed in wish.seeds {
  let life = Life(seed: seed, years: wish.years)
  let (violation, count) = World.live(life)
  turns += count
  guard let violation else { continue }
  print("seed \(seed): \(violation.name): \(violation.what)")
  if !wish.isBrief { print(life.shortened(failingAs: violation).story) }
  exit(1)
}
print("\(wish.seeds.count) lives of \(wish.years) years, \(turns) turns: every promise kept")
