/// The sums that Shapley effects follow from, over the draws of one replicate.
struct ShapleySums: Sendable {
  /// Those of the response before and after all inputs are drawn again.
  private var ends = PickFreezeSums(parts: 0)
  /// What each player added.
  private var added: [CompensatedSum]

  init(players: Int) {
    added = [CompensatedSum](repeating: CompensatedSum(), count: players)
  }

  mutating func add(rows count: Int) { ends.add(rows: count) }

  mutating func add(player: Int, _ amount: Double) {
    added[player].add(amount)
  }

  mutating func add(a: UnsafePointer<Double>, b: UnsafePointer<Double>, count: Int) {
    ends.add(a: a, b: b, count: count)
  }

  var common: PickFreezeSums.Shared { ends.common }

  /// The mean of what a player added.
  func added(player: Int) -> Double {
    added[player].value / Double(ends.rows)
  }
}
