import GrowthModel
import Stochastics
import TestSupport

@testable import MonteCarlo

/// A plain evaluation of a scenario, slow and simple, for reports to be made from: independent
/// inputs, each point counted several times.
struct SampleEnsemble {
  let scenario: Scenario
  var points = 4000
  /// How often each point counts.
  var copies = 250
  var seed: UInt64 = 2025

  func ensemble() -> Ensemble {
    let graph = (try? scenario.economy.quantityGraph()) ?? QuantityGraph()
    let quantities = graph.quantities.filter(\.isOfLastYear)
    var state = seed
    var columns = [[Double]](repeating: [], count: graph.operations.count)
    for _ in 0..<points {
      for (i, value) in evaluate(graph, &state).enumerated() { columns[i].append(value) }
    }
    let outcomes = scenario.targets.map { target in
      let quantity = graph.quantity(target.quantity)!
      return (target, quantity, columns[quantity.node.index].map { target.shortfall(of: $0) })
    }
    let missed = (0..<points).map { i in outcomes.count { $0.2[i] > 0 } }
    return Ensemble(
      seed: seed, draws: points * copies, sampling: .pseudoRandom,
      quantities: quantities.map { summary($0, columns[$0.node.index]) },
      targets: outcomes.map { target, quantity, shortfalls in
        let misses = shortfalls.filter { $0 > 0 }
        let alone = (0..<points).count { shortfalls[$0] > 0 && missed[$0] == 1 }
        return TargetOutcome(
          target: target, quantity: quantity,
          estimate: ProbabilityEstimate(
            hits: (points - misses.count) * copies, draws: points * copies),
          meanShortfall: misses.isEmpty ? nil : misses.reduce(0, +) / Double(misses.count),
          missedAlone: alone * copies)
      },
      allTargets: outcomes.isEmpty
        ? nil
        : ProbabilityEstimate(hits: missed.count { $0 == 0 } * copies, draws: points * copies))
  }

  private func evaluate(_ graph: QuantityGraph, _ state: inout UInt64) -> [Double] {
    var inputs: [String: Double] = [:]
    for name in graph.inputNames {
      let marginal = scenario.uncertainty.marginal(of: name)!
      inputs[name] = marginal.quantile(Self.uniform(&state))
    }
    return nodeValues(graph, inputs: inputs)
  }

  private func summary(_ quantity: Quantity, _ column: [Double]) -> QuantitySummary {
    let mean = column.reduce(0, +) / Double(column.count)
    let deviations = column.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
    let sd = (deviations / Double(column.count)).squareRoot()
    let isConstant = sd <= 1e-13 * abs(mean)
    return Self.summary(
      quantity, column, centre: mean, scale: isConstant ? 1 : sd, copies: copies,
      constant: isConstant ? column[0] : nil)
  }

  /// A summary of a column of numbers, each counted `copies` times.
  static func summary(
    _ quantity: Quantity, _ column: [Double], centre: Double, scale: Double, copies: Int = 1,
    constant: Double? = nil
  ) -> QuantitySummary {
    var sketch = Sketch(centre: centre, scale: scale)
    var moments = Moments(centre: centre, scale: scale)
    var counts = [UInt32](repeating: 0, count: Sketch.binCount)
    for x in column {
      let place = Sketch.middle + Sketch.distance(of: (x - centre) / scale)
      counts[Int(place.rounded())] += UInt32(copies)
    }
    sketch.add(counts: counts[...], minimum: column.min()!, maximum: column.max()!)
    let u = column.map { ($0 - centre) / scale }
    moments.add(
      count: u.count * copies, sum: u.reduce(0, +) * Double(copies),
      sumOfSquares: u.reduce(0) { $0 + $1 * $1 } * Double(copies))
    return QuantitySummary(
      quantity: quantity, sketch: sketch, moments: moments, spread: nil, offset: constant ?? 0,
      factor: constant == nil ? 1 : 0)
  }

  /// A number in (0, 1): SplitMix64 (Steele, Lea and Flood 2014, doi:10.1145/2714064.2660195).
  private static func uniform(_ state: inout UInt64) -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    return (Double(z >> 11) + 0.5) * 0x1p-53
  }
}
