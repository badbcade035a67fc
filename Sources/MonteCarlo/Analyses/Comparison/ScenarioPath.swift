/// The way from one scenario to another: what differs, and the scenarios in between.
public struct ScenarioPath: Sendable {
  /// The names of the assumptions that differ, each once.
  public let assumptions: [String]
  /// Whether the way is worked out from its end, so that a swap of the scenarios flips signs to the last bit.
  public let isReversed: Bool
  private let between: @Sendable (Set<Int>) -> Scenario?

  /// - Parameters:
  ///   - assumptions: names of what differs, each once.
  ///   - isReversed: whether the way is worked out from its end.
  ///   - between: the scenario that takes these assumptions, by their places, from the second scenario and the
  ///     rest from the first; nil where that is no scenario.
  public init(
    assumptions: [String], isReversed: Bool = false,
    between: @escaping @Sendable (Set<Int>) -> Scenario?
  ) {
    self.assumptions = assumptions
    self.isReversed = isReversed
    self.between = between
  }

  /// The scenario in between that takes some of the assumptions from the end of the way.
  func scenario(_ taken: Set<Int>) -> Scenario? {
    between(isReversed ? Set(assumptions.indices).subtracting(taken) : taken)
  }
}
