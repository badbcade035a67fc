import GrowthModel
import Stochastics

/// Which inputs matter: what a sensitivity analysis found.
public struct SensitivityFindings: Sendable {
  /// What the random numbers follow from.
  public let seed: UInt64
  /// Pairs of independent draws of all inputs.
  public let draws: Int
  /// How the draws are spread.
  public let sampling: Sampling
  /// What the variance is of: the quantity, or whether the target is met.
  public let measure: SensitivityMeasure
  /// Replicates that errors are told from.
  public let replicates: Int
  /// One for each target that was asked about.
  public let targets: [TargetSensitivity]
}

/// An uncertain variable, as people read it.
public struct SensitivityVariable: Sendable, Equatable {
  /// The name of the variable.
  public let name: String
  /// What people call it.
  public let title: String
}

/// What the answer about one target hangs on.
public struct TargetSensitivity: Sendable {
  /// The target that it is about.
  public let target: Target
  /// The quantity that the target is about.
  public let quantity: Quantity
  /// Variables that the answer depends on.
  public let variables: [SensitivityVariable]
  /// Evaluations of the model that the answer took.
  public let evaluations: Int
  /// Of the response, in the unit of the quantity; of one or zero for the probability.
  public let mean: Double
  /// Of what is measured, in its unit.
  public let standardDeviation: Double
  /// Whether so few draws meet the target, or miss it, that they do not tell what decides it.
  public let isTooRare: Bool
  /// Nil where the response is the same in every draw, or too rare.
  public let sobol: SobolIndices?
  /// Largest first; nil where there are no Sobol indices, and where no inputs are joined by a copula.
  public let shapley: [ShapleyEffect]?
  /// One for each variable that can be held: not for those drawn from rows.
  public let tornado: [TornadoBar]
}

/// The Sobol indices of independent parts.
public struct SobolIndices: Sendable {
  /// A variable, or several that hang together, independent of all others.
  public struct Part: Sendable {
    /// The places in `TargetSensitivity.variables`.
    public let variables: [Int]
    /// How its variables hang together.
    public let kind: JointDistribution.Part.Kind
    /// Of the groups of inputs that it consists of; nil where it is of none.
    public let name: String?
    /// The part of the variance that goes away if these are known, on average.
    public let first: SensitivityIndex
    /// The part of the variance that is left if all others are known, on average.
    public let total: SensitivityIndex
  }

  /// The parts that the response depends on, the largest total index first.
  public let parts: [Part]
  /// What is not due to any part alone: one less the sum of the first-order indices.
  public let interactions: SensitivityIndex
}

/// The part of the variance that an input is given when all of it is shared out.
public struct ShapleyEffect: Sendable, Equatable {
  /// The places in `TargetSensitivity.variables`: several where they are drawn from the same rows, or of a
  /// group.
  public let variables: [Int]
  /// Of the group of inputs that it is; nil where it is none.
  public let name: String?
  /// A part of the variance; all of them sum to one.
  public let effect: SensitivityIndex
}
