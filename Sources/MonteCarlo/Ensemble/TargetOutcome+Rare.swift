extension TargetOutcome {
  /// The estimate from aimed draws, where it says more than the count: draws of the event that count for
  /// enough, a smaller error, and no contradiction with the count.
  public var betterEstimate: RareTargetEstimate? {
    guard case .estimated(let rare) = rare else { return nil }
    let counted = rare.event == .met ? estimate.hits : estimate.draws - estimate.hits
    let share = Double(counted) / Double(estimate.draws)
    let isFiner = counted == 0 || rare.coefficientOfVariation * share < estimate.standardError
    let isTrusted = rare.warnings.allSatisfy { warning in
      if case .disagreesWithCount = warning { false } else { true }
    }
    return isFiner && isTrusted && rare.effectiveSampleSize >= Self.leastEffectiveDraws
      ? rare : nil
  }

  /// The aimed draws below which their own error is not known well enough.
  private static let leastEffectiveDraws = 30.0
}
