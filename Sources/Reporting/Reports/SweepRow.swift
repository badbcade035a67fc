import GrowthModel
import MonteCarlo

/// What a sweep found about one variant of a scenario, in base units.
public struct SweepRow: Sendable {
  /// Counted from one.
  public let variant: Int
  /// The value of each varied path as it was given; empty where the variant leaves the scenario's own.
  public let values: [String]
  /// The fingerprint of the variant, the same as of a run with its values set.
  public let digest: String
  public let seed: UInt64
  public let draws: Int
  public let sampling: String
  public let targets: [TargetReport]
  /// All targets at once; nil when there are none.
  public let allTargets: ProbabilityReport?
  /// The quantities that were kept, in the order of the accounts.
  public let quantities: [QuantityReport]

  /// Gathers what an ensemble found about a variant.
  ///
  /// - Parameters:
  ///   - variant: its number, from one.
  ///   - values: of the varied paths.
  ///   - digest: of the reading.
  ///   - scenario: that was run.
  ///   - ensemble: what the run found.
  public init(
    variant: Int, values: [String], digest: String, scenario: Scenario, ensemble: Ensemble
  ) {
    self.variant = variant
    self.values = values
    self.digest = digest
    seed = ensemble.seed
    draws = ensemble.draws
    sampling = ensemble.sampling.rawValue
    let currency = scenario.economy.currency
    let quantities = ensemble.quantities.map { QuantityReport($0, currency: currency) }
    self.quantities = quantities
    targets = ensemble.targets.map { outcome in
      let quantity = quantities.first { $0.path == outcome.quantity.path }
      return TargetReport(outcome, distribution: quantity?.distribution, currency: currency)
    }
    allTargets = ensemble.allTargets.map { ProbabilityReport($0, of: ensemble.targets) }
  }

  /// What a screen or a chart shows of one target.
  ///
  /// - Parameter id: of the target.
  public func point(target id: String) -> SweepPoint? {
    guard let target = targets.first(where: { $0.id == id }) else { return nil }
    return SweepPoint(
      probability: target.outcome.probability, low: target.outcome.low, high: target.outcome.high,
      text: ProbabilityText(target.outcome).compact,
      median: target.distribution?.quantile("0.5") ?? nil)
  }
}

/// The probability of one target in one variant.
public struct SweepPoint: Sendable, Equatable, Codable {
  public let probability: Double
  /// The ends of the 95% interval.
  public let low: Double
  public let high: Double
  /// For people: `31.4% (31.3–31.5)`.
  public let text: String
  /// Of the target's quantity, in base units.
  public let median: Double?

  public init(
    probability: Double, low: Double, high: Double, text: String = "", median: Double? = nil
  ) {
    self.probability = probability
    self.low = low
    self.high = high
    self.text = text
    self.median = median
  }
}
