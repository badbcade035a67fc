import Foundation
import GrowthModel
import Stochastics

@testable import MonteCarlo

/// Runs that are out of the ordinary.
enum Odd {
  /// One activity whose moments went past what can be added up, though its middle is plain.
  static func overflowing() throws -> (Scenario, Ensemble) {
    let scenario = try Samples.scenario(
      name: "Overflow", activities: [Samples.leaf("all", "All", volume: 1)],
      normal: ["all.growth": (0.05, 0.01)], targets: [], population: nil, hasLevels: false)
    let quantities = try scenario.economy.quantityGraph().quantities.filter(\.isOfLastYear).map {
      quantity in
      var sketch = Sketch(centre: 0.05, scale: 0.01)
      var counts = [UInt32](repeating: 0, count: Sketch.binCount)
      counts[0] = 1
      counts[Sketch.binCount / 2 - 1] = 33
      counts[Sketch.binCount / 2] = 32
      counts[Sketch.binCount / 2 + 1] = 33
      counts[Sketch.binCount - 1] = 1
      sketch.add(counts: counts[...], minimum: -1e300, maximum: 1e300)
      var moments = Moments(centre: 0.05, scale: 0.01)
      moments.add(count: 100, sum: .infinity, sumOfSquares: .infinity)
      return QuantitySummary(
        quantity: quantity, sketch: sketch, moments: moments, spread: nil, offset: 0, factor: 1)
    }
    return (
      scenario,
      Ensemble(
        seed: 1, draws: 100, sampling: .pseudoRandom, quantities: quantities, targets: [],
        allTargets: nil)
    )
  }

  /// Nothing was drawn.
  static func empty() throws -> (Scenario, Ensemble) {
    let (scenario, _) = try overflowing()
    let quantities = try scenario.economy.quantityGraph().quantities.filter(\.isOfLastYear).map {
      QuantitySummary(
        quantity: $0, sketch: Sketch(centre: 0, scale: 1), moments: Moments(centre: 0, scale: 1),
        spread: nil,
        offset: 0, factor: 1)
    }
    return (
      scenario,
      Ensemble(
        seed: 1, draws: 0, sampling: .pseudoRandom, quantities: quantities, targets: [],
        allTargets: nil)
    )
  }

  /// A single draw, and a target on it.
  static func singleDraw() throws -> (Scenario, Ensemble) {
    let scenario = try Samples.scenario(
      name: "One", activities: [Samples.leaf("all", "All", volume: 1)],
      normal: ["all.growth": (0.05, 0.01)],
      targets: [Samples.target("growth", "GRDP growth", "growth", .atLeast, 0.9)],
      population: nil, hasLevels: false)
    return (scenario, SampleEnsemble(scenario: scenario, points: 1, copies: 1).ensemble())
  }

  /// All numbers fixed.
  static func constant() throws -> Scenario {
    try Samples.scenario(
      name: "Fixed",
      activities: [
        Samples.leaf("a", "A", volume: 30, value: 60, growth: .constant(0.03)),
        Samples.leaf("b", "B", volume: 70, value: 90, growth: .constant(0.08)),
      ], normal: [:],
      targets: [
        Samples.target("growth", "GRDP growth", "growth", .atLeast, 0.06),
        Samples.target("share", "Share of B", "b.share", .atMost, 0.5),
      ])
  }

  /// Figures of many digits everywhere.
  static func large() throws -> (Scenario, Ensemble) {
    let scenario = try Samples.scenario(
      name: "Large", activities: [Samples.leaf("all", "All", volume: 1e9, value: 2e9)],
      normal: ["all.growth": (0.05, 0.01)],
      targets: [Samples.target("value", "GRDP", "grdp", .within(tolerance: 1234.5), 2_123_456_789)],
      population: .constant(1e9))
    let sample = SampleEnsemble(
      scenario: scenario, points: 100, copies: 42_949_672, seed: .max)
    return (scenario, sample.ensemble())
  }

  /// Names that try the layout: too long, with combining marks, and with a terminal's escapes.
  static func names() throws -> Scenario {
    let long = String(repeating: "Công nghiệp chế biến, chế tạo ", count: 6)
    return try Samples.scenario(
      name: long + "\u{1B}[31m",
      activities: [
        Samples.leaf("a", long.decomposedStringWithCanonicalMapping, volume: 0.4),
        Samples.leaf("b", "Dịch vụ\nvà\tkhác", volume: 0.6),
      ],
      normal: ["a.growth": (0.05, 0.2), "b.growth": (-0.3, 0.01)],
      targets: [
        Samples.target("low", long, "a.growth", .atMost, 0.04),
        Samples.target("far", long, "growth", .atLeast, 12),
      ],
      population: nil, hasLevels: false)
  }
}
