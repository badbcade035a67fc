import GrowthModel
import Stochastics

/// A linear function of the normal inputs that goes with the quantity of a target, and whose exact
/// distribution is known: normal.
///
/// How often it meets the target is known without drawing, and how often it did in the draws is counted.
/// Where the two differ the draws were a little too good or too bad, and so, in proportion, was the count
/// of the target itself.
struct LinearControl: Sendable {
  /// What it adds up, by the variables' names, in the quantity's unit.
  let weights: [(variable: String, weight: Double)]
  /// What is added to the sum.
  var offset: Double
  /// Its value where every variable is at its mean.
  var mean: Double
  let standardDeviation: Double

  /// The same function, moved.
  func moved(by distance: Double) -> LinearControl? {
    guard distance.isFinite else { return nil }
    var control = self
    control.offset += distance
    control.mean += distance
    return control
  }

  /// The probability that it meets the target.
  func probability(of target: Target) -> Double {
    guard let normal = try? NormalDistribution(mean: mean, standardDeviation: standardDeviation)
    else { return target.shortfall(of: mean) <= 0 ? 1 : 0 }
    switch target.comparison {
    case .atLeast: return normal.complementary(target.threshold)
    case .atMost: return normal.cumulative(target.threshold)
    case .within(let tolerance):
      return normal.cumulative(target.threshold + tolerance)
        - normal.cumulative(target.threshold - tolerance)
    }
  }
}

extension Scenario {
  /// The linear control of each target, from the slopes of its quantity where every input is at its mean;
  /// nil where the quantity has no slope along any normal input.
  func linearControls(_ graph: QuantityGraph) -> [LinearControl?] {
    var inputs: [String: Double] = [:]
    for variable in uncertainty.variables { inputs[variable.name] = variable.marginal.mean }
    let values = graph.values(at: inputs)
    return targets.map { target in
      guard let quantity = graph.quantity(target.quantity) else { return nil }
      return linearControl(
        graph.derivatives(of: quantity.node, values: values), mean: values[quantity.node.index])
    }
  }

  private func linearControl(_ slopes: [String: Double], mean: Double) -> LinearControl? {
    var parts: [(variable: String, weight: Double, deviation: Double)] = []
    var offset = mean
    // A Student t copula leaves normal figures normal, but not their sum.
    var isGaussian: [String: Bool] = [:]
    for group in uncertainty.groups {
      var gaussian = false
      if case .gaussian = group { gaussian = true }
      for name in group.names { isGaussian[name] = gaussian }
    }
    // In the order of declaration, so that sums round the same way in every run.
    for variable in uncertainty.variables {
      guard let normal = variable.marginal as? NormalDistribution,
        uncertainty.isJoinedNormally(variable.name),
        let slope = slopes[variable.name], slope.isFinite, slope != 0,
        isGaussian[variable.name] ?? true
      else { continue }
      parts.append((variable.name, slope, slope * normal.standardDeviation))
      offset -= slope * normal.mean
    }
    var variance = 0.0
    for one in parts {
      for other in parts {
        variance +=
          one.deviation * uncertainty.correlation(one.variable, other.variable) * other.deviation
      }
    }
    guard variance > 0, variance.isFinite, offset.isFinite else { return nil }
    return LinearControl(
      weights: parts.map { ($0.variable, $0.weight) }, offset: offset, mean: mean,
      standardDeviation: variance.squareRoot())
  }
}
