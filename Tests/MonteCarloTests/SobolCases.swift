import GrowthModel
import Stochastics
import Testing

@testable import MonteCarlo

/// A function of independent inputs whose Sobol indices are known in closed form.
struct SobolCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let formula: String
  let variables: [JointDistribution.Variable]
  let first: [Double]
  let total: [Double]
  let shapley: [Double]
  let mean: Double
  let variance: Double

  var names: [String] { variables.map(\.name) }

  /// - Parameters:
  ///   - groups: how inputs hang together.
  ///   - measure: of what the causes are sought.
  ///   - threshold: at least which the target wants.
  ///   - extra: inputs that the formula does not have.
  ///   - inputs: what is looked at as one.
  func analysis(
    groups: [Dependence] = [], measure: SensitivityMeasure = .quantity, threshold: Double = 0,
    extra: [JointDistribution.Variable] = [], inputs: [InputGroup] = []
  ) throws -> SensitivityAnalysis {
    let target = Target(
      id: "y", name: "y", quantity: "f0", comparison: .atLeast, threshold: threshold)
    let all = extra + variables
    let plan = try FormulaModel([formula]).plan(all.map(\.name), targets: [target])
    let uncertainty = try JointDistribution(variables: all, groups: groups)
    return SensitivityAnalysis(
      [try TargetAnalysis(plan, uncertainty, measure: measure, groups: inputs)], measure: measure)
  }

  /// The G-function of I. M. Sobol', "Sensitivity estimates for nonlinear mathematical models", Math.
  /// Modeling Comput. Experiment 1 (1993) 407-414: the product of `(|4 x - 2| + a) / (1 + a)`, whose
  /// factors have mean 1 and variance `1 / (3 (1 + a)^2)`. The variance due to a set of inputs together is
  /// the product of theirs, and their Shapley effects share it equally.
  static func gFunction(_ a: [Double]) throws -> SobolCase {
    let parts = a.map { 1 / (3 * ($0 + 1) * ($0 + 1)) }
    let all = parts.reduce(1) { $0 * (1 + $1) }
    var shapley = [Double](repeating: 0, count: a.count)
    for set in 1..<1 << a.count {
      let members = a.indices.filter { set >> $0 & 1 == 1 }
      let variance = members.reduce(1) { $0 * parts[$1] }
      for i in members { shapley[i] += variance / Double(members.count) / (all - 1) }
    }
    return SobolCase(
      testDescription: "G-function",
      formula: a.indices.map { "((abs(4 * x\($0 + 1) - 2) + \(a[$0])) / \(1 + a[$0]))" }
        .joined(separator: " * "),
      variables: try a.indices.map {
        .init(name: "x\($0 + 1)", marginal: try UniformDistribution(lower: 0, upper: 1))
      },
      first: parts.map { $0 / (all - 1) },
      total: parts.map { $0 * (all / (1 + $0)) / (all - 1) }, shapley: shapley, mean: 1,
      variance: all - 1)
  }

  /// The function of T. Ishigami and T. Homma, "An importance quantification technique in uncertainty
  /// analysis for computer models", Proc. ISUMA 90 (1990) 398-403: `sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1`.
  static func ishigami() throws -> SobolCase {
    let (a, b, p4) = (7.0, 0.1, Double.pi * .pi * .pi * .pi)
    let one = (1 + b * p4 / 5) * (1 + b * p4 / 5) / 2
    let two = a * a / 8
    let both = b * b * p4 * p4 * (1.0 / 18 - 1.0 / 50)
    let all = one + two + both
    return SobolCase(
      testDescription: "Ishigami", formula: "sin(x1) + 7 * sin(x2) ^ 2 + 0.1 * x3 ^ 4 * sin(x1)",
      variables: try (1...3).map {
        .init(name: "x\($0)", marginal: try UniformDistribution(lower: -.pi, upper: .pi))
      }, first: [one / all, two / all, 0], total: [(one + both) / all, two / all, both / all],
      shapley: [(one + both / 2) / all, two / all, both / 2 / all], mean: a / 2, variance: all)
  }

  /// A sum of independent normal figures: all indices are shares of the variance.
  static func sum(_ weights: [Double]) throws -> SobolCase {
    let squares = weights.map { $0 * $0 }
    let variance = squares.reduce(0, +)
    let shares = squares.map { $0 / variance }
    return SobolCase(
      testDescription: "sum",
      formula: weights.indices.map { "\(weights[$0]) * x\($0 + 1)" }.joined(separator: " + "),
      variables: try weights.indices.map {
        .init(
          name: "x\($0 + 1)", marginal: try NormalDistribution(mean: 1, standardDeviation: 1))
      }, first: shares, total: shares, shapley: shares, mean: weights.reduce(0, +),
      variance: variance)
  }
}

/// How often intervals hold the truth, and how far estimates are off in standard errors.
struct Coverage {
  private(set) var held = 0
  private(set) var count = 0
  private(set) var standardized: [Double] = []

  mutating func add(_ index: SensitivityIndex, _ truth: Double) {
    count += 1
    if index.low <= truth, truth <= index.high { held += 1 }
    if index.standardError > 0 { standardized.append((index.value - truth) / index.standardError) }
  }

  mutating func add(_ other: Coverage) {
    held += other.held
    count += other.count
  }

  var share: Double { Double(held) / Double(count) }
  /// Of the estimates, in standard errors: about zero where they are not biased.
  var bias: Double { standardized.reduce(0, +) / Double(max(standardized.count, 1)) }
}
