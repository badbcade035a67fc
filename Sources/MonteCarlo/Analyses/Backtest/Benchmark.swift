import GrowthModel

/// A forecast that needs no model: what one has to beat.
///
/// Each knows the growth of one series up to the origin, and leaves out the same periods as the model.
public enum Benchmark: String, Sendable, CaseIterable {
  /// Growth stays as it was in the last period, give or take what it changed by over as many periods in the past: both
  /// signs of each change are equally likely, so that no change is the middle.
  case noChange = "no-change"
  /// The same without a spread: its score is the absolute error.
  case noChangePoint = "no-change-point"
  /// Normal, with mean and standard deviation of the last three years.
  case threeYearMean = "three-year-mean"
  /// Normal, from a first-order autoregression with a constant of this series alone, by least squares; its coefficients
  /// are taken as known.
  case autoregression = "autoregression"
}

/// What the benchmarks know at an origin.
struct BenchmarkKnowledge: Sendable {
  /// Growth in each period up to the origin; nil where there is none.
  private let growth: [Double?]
  private let isLeftOut: [Bool]
  private let periodsPerYear: Int
  /// c, a and the variance of u in y[t] = c + a y[t - 1] + u[t].
  private let equation: (constant: Double, persistence: Double, variance: Double)?

  /// - Parameters:
  ///   - growth: up to the origin, the last one its own.
  ///   - isLeftOut: whether estimates leave the period out.
  ///   - periodsPerYear: 1 or 4.
  init(growth: [Double?], isLeftOut: [Bool], periodsPerYear: Int) {
    self.growth = growth
    self.isLeftOut = isLeftOut
    self.periodsPerYear = periodsPerYear
    var runs: [[[Double]]] = [[]]
    for (value, isOut) in zip(growth, isLeftOut) {
      if let value, !isOut {
        runs[runs.count - 1].append([value])
      } else if runs.last?.isEmpty == false {
        runs.append([])
      }
    }
    let fit = try? AutoregressionFit(
      fitting: runs.filter { !$0.isEmpty }, lags: 1, regressors: .own)
    equation = fit.map {
      ($0.constants[0], $0.coefficients[0][0, 0], $0.innovationCovariance[0, 0])
    }
  }

  /// The benchmark's forecast so many periods after the origin; nil where the past is too short for it.
  ///
  /// - Parameters:
  ///   - benchmark: which one.
  ///   - horizon: one or more periods.
  func forecast(_ benchmark: Benchmark, horizon: Int) -> PredictiveDistribution? {
    guard let last = growth.last ?? nil else { return nil }
    switch benchmark {
    case .noChangePoint: return .normal(mean: last, standardDeviation: 0)
    case .noChange:
      let changes = changes(over: horizon)
      guard changes.count >= Self.fewestChanges else { return nil }
      return .values(changes.flatMap { [last - $0, last + $0] }.sorted())
    case .threeYearMean:
      let known = zip(growth, isLeftOut).compactMap { $1 ? nil : $0 }
      let recent = known.suffix(3 * periodsPerYear)
      guard recent.count == 3 * periodsPerYear else { return nil }
      let n = Double(recent.count)
      let mean = recent.reduce(0, +) / n
      let squares = recent.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return .normal(mean: mean, standardDeviation: (squares / (n - 1)).squareRoot())
    case .autoregression:
      guard let equation else { return nil }
      var (mean, variance) = (last, 0.0)
      for _ in 0..<horizon {
        mean = equation.constant + equation.persistence * mean
        variance = equation.variance + equation.persistence * equation.persistence * variance
      }
      return .normal(mean: mean, standardDeviation: variance.squareRoot())
    }
  }

  /// Fewer changes are no distribution to speak of.
  private static let fewestChanges = 4

  /// What growth changed by over so many periods, as far as it was known.
  private func changes(over horizon: Int) -> [Double] {
    growth.indices.dropFirst(horizon).compactMap { end in
      let start = end - horizon
      guard !isLeftOut[start], !isLeftOut[end], let from = growth[start], let to = growth[end]
      else { return nil }
      return to - from
    }
  }
}
