import GrowthModel
import Stochastics

/// The kind of forecast that is backtested: what a scenario says of its shocks, but for the numbers, which are
/// estimated anew at each origin.
public struct BacktestModel: Sendable, Equatable {
  /// How what is new in a period is distributed.
  public enum Innovations: Sendable, Equatable {
    /// Normally.
    case normal
    /// Like Student's t where tails are fatter than normal ones by Akaike's criterion and leave a variance, else normally.
    case studentT
    /// As rows of the past, drawn in blocks of this many that follow each other.
    case bootstrap(blockLength: Int)

    /// As command lines and data formats name it.
    public var name: String {
      switch self {
      case .normal: "normal"
      case .studentT: "student-t"
      case .bootstrap: "bootstrap"
      }
    }
  }

  /// How long deviations last.
  public var persistence: Calibration.Persistence
  /// How many periods back they look; nil for one, or for as many as the criterion chooses.
  public var lags: Int?
  /// What the covariance of what is new is drawn towards.
  public var shrinkage: VectorAutoregressionEstimate.Shrinkage
  /// Where innovations come from.
  public var innovations: Innovations
  /// Whether forecasts allow for the error of the estimated means; `run` takes them as known.
  public var hasUncertainMeans: Bool

  /// Puts together what the properties hold.
  public init(
    persistence: Calibration.Persistence, lags: Int? = nil,
    shrinkage: VectorAutoregressionEstimate.Shrinkage = .correlations,
    innovations: Innovations = .normal, hasUncertainMeans: Bool = false
  ) {
    self.persistence = persistence
    self.lags = lags
    self.shrinkage = shrinkage
    self.innovations = innovations
    self.hasUncertainMeans = hasUncertainMeans
  }

  /// The kind of a scenario's shocks: persistence from the shape of its matrices, none where it has no shocks.
  ///
  /// - Parameter scenario: that was read.
  public init(of scenario: Scenario) {
    guard let shocks = scenario.economy.shocks, let step = scenario.economy.timeline.steps.first
    else {
      self.init(persistence: .given(.none))
      return
    }
    let isFull = shocks.persistence.contains { matrix in
      matrix.indices.contains { i in
        matrix[i].indices.contains { $0 != i && matrix[i][$0] != 0 }
      }
    }
    let isNone = shocks.persistence.allSatisfy { $0.allSatisfy { $0.allSatisfy { $0 == 0 } } }
    let innovations = shocks.activities.map { ShockProcess.innovation(of: $0, in: step) }
    let marginals = innovations.compactMap { scenario.uncertainty.marginal(of: $0) }
    var kind = Innovations.normal
    if marginals.contains(where: { $0 is StudentTDistribution }) { kind = .studentT }
    for case .rows(let rows) in scenario.uncertainty.groups
    where !Set(rows.names).isDisjoint(with: innovations) {
      kind = .bootstrap(blockLength: rows.blockLength)
    }
    self.init(
      persistence: .given(
        isFull ? .full : isNone ? VectorAutoregressionEstimate.Persistence.none : .diagonal),
      lags: isNone ? nil : shocks.persistence.count, innovations: kind)
  }
}
