/// Assumptions put together where one makes no sense without another, such as an effect and the lever that it
/// is about.
///
/// Where the scenario that takes a set S from the other one cannot be read, S is made as small as it can be
/// with that, leaving out one assumption after the other; then the set of all is made as small as it can be
/// with that in it, so that it can be read; all in the latter are one assumption from there on.
struct JoinedAssumptions: Sendable, Equatable {
  /// The places of the assumptions of each part.
  private(set) var parts: [[Int]]

  init(count: Int) { parts = (0..<count).map { [$0] } }

  /// The assumptions of some parts.
  func members(_ set: Set<Int>) -> Set<Int> { Set(set.flatMap { parts[$0] }) }

  /// Joins what keeps a set of parts from being read.
  ///
  /// - Parameters:
  ///   - set: places of parts that cannot be taken without the rest.
  ///   - isSound: whether assumptions can be taken from the other scenario without the rest; of none and of all
  ///     they can.
  mutating func join(_ set: Set<Int>, isSound: (Set<Int>) throws -> Bool) rethrows {
    var least = set
    for part in set.sorted() where least.count > 1 {
      if try !isSound(members(least.subtracting([part]))) { least.remove(part) }
    }
    var whole = Set(parts.indices)
    for part in parts.indices where !least.contains(part) {
      if try isSound(members(whole.subtracting([part]))) { whole.remove(part) }
    }
    let joined = whole.sorted().flatMap { parts[$0] }.sorted()
    parts = parts.indices.filter { !whole.contains($0) }.map { parts[$0] } + [joined]
    parts.sort { $0[0] < $1[0] }
  }
}
