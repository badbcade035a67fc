import Stochastics

/// The distributions that a scenario can name, one row each.
///
/// A new distribution is a new row here; nothing else in this module knows it.
enum DistributionTable {
  static let rows: [DistributionRow] = [
    DistributionRow("normal", .figure("mean", "mean"), .spread("sd", "standard deviation")) {
      p throws(MarginalError) in
      try NormalDistribution(mean: p[0], standardDeviation: p[1])
    },
    DistributionRow(
      "lognormal", .figure("mean", "mean"), .spread("sd", "standard deviation")
    ) { p throws(MarginalError) in
      try LognormalDistribution(mean: p[0], standardDeviation: p[1])
    },
    DistributionRow(
      "student-t", .figure("location", "location"), .spread("scale", "scale"),
      .number("degrees-of-freedom", "degrees of freedom")
    ) { p throws(MarginalError) in
      try StudentTDistribution(location: p[0], scale: p[1], degreesOfFreedom: p[2])
    },
    DistributionRow("uniform", .figure("low", "lower bound"), .figure("high", "upper bound")) {
      p throws(MarginalError) in
      try UniformDistribution(lower: p[0], upper: p[1])
    },
    DistributionRow(
      "triangular", .figure("low", "lower bound"), .figure("mode", "mode"),
      .figure("high", "upper bound")
    ) { p throws(MarginalError) in
      try TriangularDistribution(lower: p[0], mode: p[1], upper: p[2])
    },
    DistributionRow(
      "pert", .figure("low", "lower bound"), .figure("mode", "mode"),
      .figure("high", "upper bound"), .number("shape", "shape", standard: 4)
    ) { p throws(MarginalError) in
      try PERTDistribution(lower: p[0], mode: p[1], upper: p[2], shape: p[3])
    },
    DistributionRow(
      "beta", .figure("low", "lower bound"), .figure("high", "upper bound"),
      .number("alpha", "alpha"), .number("beta", "beta")
    ) { p throws(MarginalError) in
      try BetaDistribution(lower: p[0], upper: p[1], alpha: p[2], beta: p[3])
    },
    DistributionRow(
      "gamma", .bound("location", "location", standard: 0), .spread("scale", "scale"),
      .number("shape", "shape")
    ) { p throws(MarginalError) in
      try GammaDistribution(shape: p[2], scale: p[1], location: p[0])
    },
    DistributionRow(
      "skew-normal", .figure("location", "location"), .spread("scale", "scale"),
      .number("shape", "shape")
    ) { p throws(MarginalError) in
      try SkewNormalDistribution(location: p[0], scale: p[1], shape: p[2])
    },
    DistributionRow(
      "two-piece-normal", .figure("mode", "mode"),
      .spread("sd-below", "standard deviation below the mode"),
      .spread("sd-above", "standard deviation above the mode")
    ) { p throws(MarginalError) in
      try TwoPieceNormalDistribution(
        mode: p[0], standardDeviationBelow: p[1], standardDeviationAbove: p[2])
    },
    DistributionRow(
      "two-piece-normal", .figure("mode", "mode"), .spread("uncertainty", "uncertainty"),
      .spread("skew", "skew")
    ) { p throws(MarginalError) in
      try TwoPieceNormalDistribution(mode: p[0], uncertainty: p[1], skew: p[2])
    },
    DistributionRow(
      "quantiles", .bound("low", "lower bound", standard: -.infinity),
      .bound("high", "upper bound", standard: .infinity), takesQuantiles: true
    ) { p throws(MarginalError) in
      let quantiles = p.probabilities.enumerated().map { index, probability in
        QuantileDistribution.Quantile(probability: probability, value: p[2 + index])
      }
      return try QuantileDistribution(quantiles, lower: p[0], upper: p[1])
    },
    DistributionRow("empirical", .figures("values", "values"), isContinuous: false) {
      p throws(MarginalError) in
      try EmpiricalDistribution(values: p.list(0))
    },
    DistributionRow(
      "discrete", .figures("values", "values"), .weights("weights", "weights"),
      isContinuous: false
    ) { p throws(MarginalError) in
      try DiscreteDistribution(values: p.list(0), weights: p.list(1))
    },
  ]

  /// The distribution that is estimated from the history; it is no row, because its parameters are
  /// not in the mapping.
  static let history = "history"

  /// The values of a column of rows that a group of correlations draws from.
  static let bootstrap = "bootstrap"

  /// Every name, in the order of the table.
  static var names: [String] {
    var names: [String] = []
    for row in rows where !names.contains(row.name) { names.append(row.name) }
    return names + namesFromData
  }

  /// Those whose values come from a file of data.
  static let namesFromData = [history, bootstrap]

  /// The row of a name; where it has several sets of parameters, the one with most of the keys.
  static func row(_ name: String, keys: [String]) -> DistributionRow? {
    var best: (row: DistributionRow, matches: Int)?
    for row in rows where row.name == name {
      let matches = row.parameters.count { keys.contains($0.key) }
      if matches > best?.matches ?? -1 { best = (row, matches) }
    }
    return best?.row
  }
}

/// A distribution: its name and parameters in the file, and how it is made of them.
struct DistributionRow: Sendable {
  struct Parameter: Sendable {
    enum Kind: Sendable {
      /// In the unit of the uncertain figure.
      case figure
      /// A distance in the unit of the uncertain figure; of rates, also in percentage points.
      case spread
      case number
      /// A list in the unit of the uncertain figure.
      case figures
      /// A list of plain numbers, or of rates.
      case weights
    }

    /// The key in the file.
    let key: String
    let kind: Kind
    /// What `MarginalError` calls it.
    let argument: String
    /// The value when the file gives none; infinite for a bound that is not there.
    let standard: Double?

    /// Whether it is in the unit of the uncertain figure, and tells it where it is not known.
    var isFigure: Bool { kind == .figure || kind == .figures }

    static func figure(_ key: String, _ argument: String) -> Parameter {
      Parameter(key: key, kind: .figure, argument: argument, standard: nil)
    }

    /// An end of the distribution that the file may leave out.
    static func bound(_ key: String, _ argument: String, standard: Double) -> Parameter {
      Parameter(key: key, kind: .figure, argument: argument, standard: standard)
    }

    static func spread(_ key: String, _ argument: String) -> Parameter {
      Parameter(key: key, kind: .spread, argument: argument, standard: nil)
    }

    static func number(
      _ key: String, _ argument: String, standard: Double? = nil
    ) -> Parameter {
      Parameter(key: key, kind: .number, argument: argument, standard: standard)
    }

    static func figures(_ key: String, _ argument: String) -> Parameter {
      Parameter(key: key, kind: .figures, argument: argument, standard: nil)
    }

    static func weights(_ key: String, _ argument: String) -> Parameter {
      Parameter(key: key, kind: .weights, argument: argument, standard: nil)
    }
  }

  /// The values of the parameters, in the order of the row.
  struct Arguments: Sendable {
    private let lists: [[Double]]

    /// Those that the keys of quantiles name, ascending; their values follow the other parameters.
    let probabilities: [Double]

    init(_ lists: [[Double]], probabilities: [Double]) {
      self.lists = lists
      self.probabilities = probabilities
    }

    /// The value of a parameter that is one number.
    subscript(_ parameter: Int) -> Double { lists[parameter][0] }

    /// The values of a parameter that is a list.
    func list(_ parameter: Int) -> [Double] { lists[parameter] }
  }

  typealias Make = @Sendable (Arguments) throws(MarginalError) -> any Marginal

  /// The keys of the bounds that a continuous distribution may have.
  static let bounds = (lower: "at-least", upper: "at-most")

  let name: String
  private(set) var parameters: [Parameter]
  /// Whether any number of quantiles, `p10: 2%`, are parameters too.
  let takesQuantiles: Bool
  /// The probabilities of the quantiles that a file gives, ascending; their parameters come last.
  private(set) var probabilities: [Double] = []
  /// Whether the distribution may have bounds; of a few values people leave out those they exclude.
  let isContinuous: Bool
  /// Makes the distribution of the values of its parameters, in their order.
  let make: Make

  init(
    _ name: String, _ parameters: Parameter..., isContinuous: Bool = true,
    takesQuantiles: Bool = false, make: @escaping Make
  ) {
    self.name = name
    self.parameters = parameters
    self.isContinuous = isContinuous
    self.takesQuantiles = takesQuantiles
    self.make = make
  }

  /// The row with the quantiles that stand among the keys of a mapping, by their probabilities.
  func completed(by keys: [String]) -> DistributionRow {
    guard takesQuantiles else { return self }
    let quantiles = keys.compactMap { key in
      QuantileKey.probability(key).map { (key: key, probability: $0) }
    }.sorted { $0.probability < $1.probability }
    var row = self
    row.parameters += quantiles.map { .figure($0.key, $0.key) }
    row.probabilities = quantiles.map(\.probability)
    return row
  }

  /// The place of a quantile among the parameters, counted from zero.
  func parameter(ofQuantile index: Int) -> Int { parameters.count - probabilities.count + index }

  /// The keys of a mapping with this distribution.
  ///
  /// - Parameter canRepeat: whether it may be for each of several periods.
  func schema(canRepeat: Bool) -> MappingSchema {
    MappingSchema(
      "a distribution '\(name)'",
      needed: ["distribution"] + parameters.filter { $0.standard == nil }.map(\.key),
      optional: parameters.filter { $0.standard != nil }.map(\.key)
        + (takesQuantiles ? QuantileKey.usual.filter { !parameters.map(\.key).contains($0) } : [])
        + (isContinuous ? [Self.bounds.lower, Self.bounds.upper] : [])
        + (canRepeat ? ["per"] : []) + ["source", "notes"])
  }
}

/// The key of a stated quantile: `p10`, the value with a probability of 10% at or below it.
enum QuantileKey {
  /// What a message suggests.
  static let usual = ["p10", "p50", "p90"]

  /// The probability that a key names, in hundredths with or without decimals; nil for another key.
  static func probability(_ key: String) -> Double? {
    let parts = key.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
    guard key.first == "p", (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } })
    else { return nil }
    return Double(key.dropFirst() + "e-2")
  }
}
