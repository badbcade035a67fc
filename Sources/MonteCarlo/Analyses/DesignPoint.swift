/// The likeliest way in which a target is met, or missed: where an event comes closest to the middle of
/// what is uncertain.
///
/// Every draw is a function of independent standard normal scores z. The design point is the z of the
/// event nearest to the origin, at the distance beta (the reliability index); where the event's border is
/// flat its probability is Phi(-beta).
public struct DesignPoint: Sendable, Equatable {
  /// How a search for it ended.
  public enum Outcome: Sendable, Equatable {
    /// The steps ended at a point of the border.
    case converged
    /// No score moves the target's quantity, as where all that matters is discrete.
    case flat
    /// No step along the search direction came closer.
    case noDescent
    /// The steps or evaluations allowed were used up.
    case outOfSteps
    /// The quantity is infinite or not a number there.
    case notFinite
  }

  /// An uncertain variable there.
  public struct Input: Sendable, Equatable {
    /// The name of the variable.
    public let name: String
    /// In the variable's own unit, as the model takes it.
    public let value: Double
  }

  /// The distance from the origin.
  public let beta: Double
  /// The scores z, one for each of `names`.
  public let scores: [Double]
  /// The variables whose independent scores these are.
  public let names: [String]
  /// Every variable that the target depends on.
  public let inputs: [Input]
  /// Steps of the search.
  public let iterations: Int
  /// Evaluations of the model that the search took.
  public let evaluations: Int
  /// How the search ended.
  public let outcome: Outcome

  /// Whether it is a point of the border, and the nearest about it.
  public var isConverged: Bool { outcome == .converged }
}
