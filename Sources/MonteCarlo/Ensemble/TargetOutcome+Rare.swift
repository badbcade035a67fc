extension TargetOutcome {
  /// The estimate from aimed draws, where it says more than the count: draws of the event that count for
  /// enough, a smaller error, and no contradiction with the count.
  public var betterEstimate: RareTargetEstimate? {
    guard case .estimated(let rare) = rare else { return nil }
    let counted = rare.event == .met ? estimate.hits : estimate.draws - estimate.hits
    // A count of h has a relative error of one over the root of h.
    let isFiner = rare.coefficientOfVariation * Double(counted).squareRoot() < 1
    let isTrusted = rare.warnings.allSatisfy { warning in
      if case .disagreesWithCount = warning { false } else { true }
    }
    return isFiner && isTrusted && rare.effectiveSampleSize >= Self.leastEffectiveDraws
      ? rare : nil
  }

  /// The aimed draws below which their own error is not known well enough.
  private static let leastEffectiveDraws = 30.0
}
