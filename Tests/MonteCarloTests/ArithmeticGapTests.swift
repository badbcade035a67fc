import GrowthModel
import Testing

@testable import MonteCarlo

/// The plain arithmetic, by hand on a small economy.
@Suite struct ArithmeticGapTests {
  private func gap(_ target: Target) throws -> ArithmeticGap {
    try #require(try ArithmeticGap(SmallEconomy.scenario(), target: target))
  }

  private func target(
    _ quantity: String, _ comparison: Target.Comparison, _ threshold: Double
  ) -> Target {
    Target(
      id: "t", name: "t", quantity: quantity, comparison: comparison, threshold: threshold)
  }

  /// Of 20,500 in all, agriculture is 7,000, industry 12,000, taxes 1,500.
  @Test func growth() throws {
    let gap = try gap(target("growth", .atLeast, 0.06))
    let change = 5000 * 0.03 + 2000 * 0.05 + 12_000 * 0.07 + 1500 * 0.05
    #expect(abs(gap.expected - change / 20_500) < 1e-15)
    #expect(!gap.isMet && gap.edge == 0.06)
    let missing = 0.06 * 20_500 - change
    // The largest group of activities is agriculture, so that its leaves stand below it.
    #expect(gap.rows.map(\.id) == ["agriculture", "crops", "livestock", "industry", "taxes"])
    #expect(gap.rows.map(\.depth) == [0, 1, 1, 0, 0])
    let expected = [250.0 / 7000, 0.03, 0.05, 0.07, 0.05]
    for (row, (volume, growth)) in zip(
      gap.rows, zip([7000.0, 5000, 2000, 12_000, 1500], expected))
    {
      #expect(abs(row.expected - growth) < 1e-15)
      #expect(abs(try #require(row.needed) - growth - missing / volume) < 1e-12, "\(row.id)")
    }
  }

  /// The share of agriculture at 36%, at least: A (1 + g) / (A (1 + g) + rest) for the values at the means.
  @Test func share() throws {
    let gap = try gap(target("agriculture.share", .within(tolerance: 0.005), 0.40))
    let crops = 9000 * 1.03 * 1.03
    let livestock = 5000 * 1.05 * 1.02
    let industry = 20_000 * 1.07 * 1.02
    let taxes = 4000 * 1.05 * 1.02
    let total = crops + livestock + industry + taxes
    #expect(abs(gap.expected - (crops + livestock) / total) < 1e-14)
    #expect(gap.edge == 0.395)
    // The value of agriculture that makes 39.5%, and the shift d: 9000 1.03 d + 5000 1.02 d more.
    let needed = 0.395 / 0.605 * (industry + taxes)
    let shift = (needed - crops - livestock) / (9000 * 1.03 + 5000 * 1.02)
    let agriculture = try #require(gap.rows.first { $0.id == "agriculture" })
    #expect(abs(try #require(agriculture.needed) - agriculture.expected - shift) < 1e-12)
    // Industry would have to shrink.
    let others = (crops + livestock) / 0.395 - crops - livestock
    let shrunk = (others - taxes - industry) / (20_000 * 1.02)
    let row = try #require(gap.rows.first { $0.id == "industry" })
    #expect(abs(try #require(row.needed) - row.expected - shrunk) < 1e-12)
  }

  /// What no growth of an activity does, and what does not depend on any.
  @Test func withoutSolution() throws {
    let share = try gap(target("agriculture.share", .atLeast, 0.9))
    #expect(share.rows.first { $0.id == "industry" }?.needed == nil)
    #expect(share.rows.first { $0.id == "taxes" }?.needed == nil)
    let visits = try gap(target("tourism.visits", .atLeast, 6e6))
    #expect(visits.rows.allSatisfy { $0.needed == nil })
    #expect(abs(visits.expected - 4.9e6 * 1.08) < 1e-6)
  }

  @Test func alreadyMet() throws {
    let gap = try gap(target("growth", .atLeast, 0.05))
    #expect(gap.isMet)
    let industry = try #require(gap.rows.first { $0.id == "industry" })
    #expect(try #require(industry.needed) < industry.expected)
  }

  @Test func zeros() {
    #expect(ArithmeticGap.zero(in: -1...4) { $0 * $0 - 2 } == 2.0.squareRoot())
    #expect(ArithmeticGap.zero(in: -1...4) { $0 + 0.25 } == -0.25)
    #expect(ArithmeticGap.zero(in: -1...4) { _ in 1 } == nil)
    #expect(ArithmeticGap.zero(in: -1...4) { _ in 0 } == 0)
    #expect(ArithmeticGap.zero(in: -1...4) { _ in .nan } == nil)
  }
}
