// What was probably meant: the nearest of the words that would have been right.

/// The candidate nearest to a word that nobody knows; nil when none is near enough to be a typo of it.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  allNearest(to: word, among: candidates).first
}

/// The name that was probably meant by one that there is not: in other letters, with a typo, or cut off.
package func nearestName(to word: String, among names: [String]) -> String? {
  let lower = word.lowercased()
  return nearest(to: lower, among: names)
    ?? names.first { lower.count >= 3 && ($0.hasPrefix(lower) || lower.hasPrefix($0)) }
}

/// All candidates that are as near as the nearest, with at most one letter in `letters` another.
package func allNearest(
  to word: String, among candidates: some Sequence<String>, oneIn letters: Int = 3
) -> [String] {
  let folded = Array(word.lowercased().unicodeScalars)
  guard folded.count <= Limits.name else { return [] }
  var least = max(1, folded.count / letters)
  var nearest: [String] = []
  for candidate in candidates {
    let letters = Array(candidate.lowercased().unicodeScalars)
    guard abs(letters.count - folded.count) <= least else { continue }
    let distance = distance(folded, letters)
    if distance < least { nearest = [] }
    guard distance <= least else { continue }
    least = distance
    nearest.append(candidate)
  }
  return nearest
}

/// How many letters must be put in, taken out, exchanged or swapped with their neighbour.
private func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforeLast[j - 1] + 1) }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
