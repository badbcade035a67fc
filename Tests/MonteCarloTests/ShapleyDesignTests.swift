import TestSupport
import Testing

@testable import MonteCarlo

/// Which scenarios in between are needed, and which assumptions are taken together.
@Suite struct ShapleyDesignTests {
  /// Of each design, the parts of a random game against the definition; sampled orders add up all the same.
  @Test(arguments: [2, 3, 4, 6, 7, 9])
  func aRandomGame(players: Int) {
    let names = (0..<players).map { "assumption \($0)" }
    let design = ShapleyDesign(names, seed: 3)
    var random = SplitMix64(seed: UInt64(players))
    // Between any two assumptions, but no three: which pairs of orders share out without error.
    let single = names.map { _ in random.nextUniform() }
    var joint = [[Double]](repeating: [Double](repeating: 0, count: players), count: players)
    for i in 0..<players { for j in 0..<i { joint[i][j] = random.nextUniform() - 0.5 } }
    let values = design.subsets.map { set in
      set.reduce(0.0) { sum, i in
        set.filter { $0 < i }.reduce(sum + single[i]) { $0 + joint[i][$1] }
      }
    }
    for weights in design.weights {
      for player in 0..<players {
        let part = zip(weights[player], values).reduce(0) { $0 + $1.0 * $1.1 }
        let shared = (0..<players).reduce(0.0) { $0 + joint[player][$1] + joint[$1][player] }
        #expect(abs(part - single[player] - shared / 2) < 1e-12)
      }
      for subset in design.subsets.indices {
        let sum = weights.reduce(0) { $0 + $1[subset] }
        let expected =
          subset == 0 ? -1.0 : subset == design.subsets.count - 1 ? 1.0 : 0.0
        #expect(abs(sum - expected) < 1e-12)
      }
    }
    #expect(design.subsets.first == [] && design.subsets.last == Set(0..<players))
    #expect(design.pairs == (players > 5 ? ShapleyDesign.orderPairs : nil))
    if players <= 5 { #expect(design.between == 1 << players - 2) }
  }

  /// The scenarios in between are the same from either end, so that a swap changes signs alone.
  @Test func theSameFromEitherEnd() {
    let names = (0..<9).map { "assumption \($0)" }
    let subsets = Set(ShapleyDesign(names, seed: 1).subsets)
    #expect(subsets == Set(subsets.map { Set(0..<9).subtracting($0) }))
    #expect(Set(ShapleyDesign(names, seed: 2).subsets) != subsets)
  }

  /// An effect (2) that needs its lever (0): one part. Nothing else is touched.
  @Test func whatNeedsAnother() {
    var joined = JoinedAssumptions(count: 4)
    func isSound(_ set: Set<Int>) -> Bool { !set.contains(2) || set.contains(0) }
    joined.join([1, 2, 3], isSound: isSound)
    #expect(joined.parts == [[0, 2], [1], [3]])
  }

  /// What needs two others, and a cycle of three.
  @Test func whatNeedsTwo() {
    var joined = JoinedAssumptions(count: 5)
    joined.join([4]) { !$0.contains(4) || $0.isSuperset(of: [1, 3]) }
    #expect(joined.parts == [[0], [1, 3, 4], [2]])
    var all = JoinedAssumptions(count: 3)
    all.join([0]) { $0.isEmpty || $0.count == 3 }
    #expect(all.parts == [[0, 1, 2]])
  }

  /// Assumptions that cannot be changed alone are one in the findings too, whose parts still add up.
  @Test func joinedInAnAnalysis() async throws {
    let pair = LinearPair(seed: 12, leaves: 3, others: 1)
    let path = ScenarioPath(assumptions: pair.names) { taken in
      taken.contains(0) == taken.contains(3) ? pair.scenario(taken) : nil
    }
    let found = try await pair.analysis(path: path).run(draws: 10_000, seed: 1)
    let attribution = try #require(found.differences[0].attribution)
    #expect(attribution.parts == [[0, 3], [1], [2]])
    #expect(attribution.scenarios == 6)
    let sum = attribution.goals[0].probability.reduce(0) { $0 + $1.value }
    #expect(abs(sum - found.differences[0].goals[0].count.difference) < 1e-10)
    let never = ScenarioPath(assumptions: pair.names) { _ in nil }
    let one = try await pair.analysis(path: never).run(draws: 2000, seed: 1)
    let whole = try #require(one.differences[0].attribution)
    #expect(whole.parts == [[0, 1, 2, 3]] && whole.scenarios == 0)
    let count = one.differences[0].goals[0].count
    #expect(whole.goals[0].probability[0].value == count.difference)
    #expect(whole.goals[0].probability[0].low == count.interval.lowerBound)
  }
}
