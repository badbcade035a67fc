import Stochastics

/// How good the forecasts of one series were, so many periods ahead.
public struct BacktestSummary: Sendable, Equatable {
  /// How often outcomes lay in a band.
  public struct Coverage: Sendable, Equatable {
    /// The band that is meant.
    public let band: BacktestForecast.Band
    /// Wilson's interval is that of independent outcomes, which those of overlapping forecasts are not.
    public let estimate: ProbabilityEstimate
  }

  /// The model against a benchmark, on the forecasts that both could make.
  public struct Skill: Sendable, Equatable {
    /// What the model is held against.
    public let benchmark: Benchmark
    /// How many forecasts both could make.
    public let count: Int
    /// The mean score of the benchmark, a fraction.
    public let score: Double
    /// The mean score of the benchmark less that of the model: above zero where the model is better.
    public let difference: Double
    /// Of the difference; it allows for forecasts that overlap. Nil for a single forecast.
    public let standardError: Double?

    /// The part of the benchmark's score that the model saves; nil where the benchmark was never wrong.
    public var skill: Double? { score > 0 ? difference / score : nil }
    /// The standard error as a part of the benchmark's score.
    public var standardErrorOfSkill: Double? {
      score > 0 ? standardError.map { $0 / score } : nil
    }
  }

  /// How many forecasts there are.
  public let count: Int
  /// The mean of outcome less mean forecast, and the root of the mean of its square; fractions.
  public let meanError: Double
  /// Of outcome less mean forecast, a fraction.
  public let rootMeanSquareError: Double
  /// The mean score, a fraction.
  public let score: Double
  /// At `BacktestForecast.levels`, fractions.
  public let pinballLosses: [Double]
  /// For each band.
  public let coverage: [Coverage]
  /// How many transforms fell into each of equally wide bins.
  public let histogram: [Int]
  /// Benchmarks that could make a forecast.
  public let skills: [Skill]

  /// Of fewer forecasts a difference is a description and no more.
  public static let fewForecasts = 30

  /// - Parameters:
  ///   - forecasts: of one series and one horizon, in the order of their origins.
  ///   - places: the places of their origins in time.
  init?(_ forecasts: [BacktestForecast], places: [Int]) {
    guard let horizon = forecasts.first?.horizon else { return nil }
    let n = Double(forecasts.count)
    func mean(_ value: (BacktestForecast) -> Double) -> Double {
      forecasts.reduce(0) { $0 + value($1) } / n
    }
    count = forecasts.count
    meanError = mean { $0.outcome - $0.mean }
    rootMeanSquareError =
      mean { ($0.outcome - $0.mean) * ($0.outcome - $0.mean) }.squareRoot()
    score = mean(\.score)
    pinballLosses = BacktestForecast.levels.indices.map { level in
      mean { $0.pinballLosses[level] }
    }
    coverage = BacktestForecast.Band.allCases.map { band in
      Coverage(
        band: band,
        estimate: ProbabilityEstimate(
          hits: forecasts.count { $0.isInside(band) }, draws: forecasts.count))
    }
    let bins = Self.bins(forecasts.count)
    var histogram = [Int](repeating: 0, count: bins)
    for forecast in forecasts {
      histogram[min(Int(forecast.transform * Double(bins)), bins - 1)] += 1
    }
    self.histogram = histogram
    skills = Benchmark.allCases.compactMap { benchmark in
      let pairs = zip(forecasts, places).compactMap { forecast, place in
        forecast.benchmarks[benchmark].map { (own: forecast.score, other: $0, place: place) }
      }
      guard !pairs.isEmpty else { return nil }
      let differences = pairs.map { $0.other - $0.own }
      let count = Double(pairs.count)
      return Skill(
        benchmark: benchmark, count: pairs.count,
        score: pairs.reduce(0) { $0 + $1.other } / count,
        difference: differences.reduce(0, +) / count,
        standardError: Self.standardError(
          differences, places: pairs.map(\.place), horizon: horizon))
    }
  }

  /// Bins of a histogram: five outcomes in each are to be expected, or there are few bins.
  static func bins(_ count: Int) -> Int {
    switch count {
    case 50...: 10
    case 25...: 5
    default: 4
    }
  }

  /// The standard error of a mean of numbers that follow each other in time.
  ///
  /// The long-run variance with Bartlett's weights, `1 - k / (L + 1)` for lag k, and L the larger of the overlap of forecasts,
  /// horizon - 1, and the whole part of `4 (n / 100)^(2/9)`: W. K. Newey and K. D. West, doi:10.2307/1913610 and
  /// doi:10.2307/2297912. Periods without a number count for nothing, which keeps it from falling below zero. It is multiplied by
  /// n / (n - 1), so that with no lags it is the usual one.
  ///
  /// - Parameters:
  ///   - values: the numbers.
  ///   - places: where each stands in time, ascending.
  ///   - horizon: of the forecasts.
  /// - Returns: nil for fewer than two.
  static func standardError(_ values: [Double], places: [Int], horizon: Int) -> Double? {
    guard values.count > 1 else { return nil }
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let rule = 4 * PortableMath.power(n / 100, 2.0 / 9)
    let lags = min(max(horizon - 1, Int(rule)), values.count - 1)
    let deviations = Dictionary(uniqueKeysWithValues: zip(places, values.map { $0 - mean }))
    var sum = 0.0
    for lag in 0...lags {
      let weight = lag == 0 ? 1 : 2 * (1 - Double(lag) / Double(lags + 1))
      for place in places {
        if let one = deviations[place], let other = deviations[place - lag] {
          sum += weight * one * other
        }
      }
    }
    return (max(sum, 0) / (n - 1) / n).squareRoot()
  }
}
