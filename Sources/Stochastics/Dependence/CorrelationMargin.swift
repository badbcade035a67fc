/// What the marginal of a variable means for its correlations of one kind: a function of the normal
/// score, of mean zero and variance one, whose Pearson correlations are those of the kind.
///
/// For `pearson` that is the variable itself, for `spearman` the variable's rank, from zero to one.
public struct CorrelationMargin: Sendable {
  /// What the correlations are of: scores, values, ranks or order.
  public let kind: CorrelationKind
  let form: Form
  /// The coefficients a[1], a[2], ... of the function in the normalized Hermite polynomials of the score;
  /// their squares sum to the variance, one. Empty where a closed form needs none.
  let coefficients: [Double]

  enum Form: Sendable {
    /// Nothing but the score matters.
    case score
    /// The rank of a variable that does not tie.
    case rank
    /// A staircase: it rises by `rises[i]` where the score passes `scores[i]`.
    case steps(scores: [Double], rises: [Double])
    /// Any other.
    case curve(any Marginal)
  }

  /// The degree at which expansions end, an even number. What they leave out is put into two further
  /// terms, so that a correlation r of the scores is met up to `r^256` times the rest.
  static let degree = 256

  /// Describes a variable.
  ///
  /// - Throws: `CorrelationKindError.infiniteVariance`, `.heavyTails` and `.noVariance` where the kind is
  ///   `pearson`, `.noVariance` for `spearman` and `.ties` for `kendall`.
  /// - Complexity: 769 quantiles and 200,000 multiplications for each smooth piece of the quantile
  ///   function; for a staircase, 256 a step.
  public init(_ marginal: any Marginal, kind: CorrelationKind) throws(CorrelationKindError) {
    self.kind = kind
    switch kind {
    case .score: (form, coefficients) = (.score, [])
    case .pearson:
      guard marginal.variance < .infinity else { throw .infiniteVariance }
      guard marginal.variance > 0 else { throw .noVariance }
      if marginal is NormalDistribution {
        form = .score
        coefficients = [1] + [Double](repeating: 0, count: Self.degree - 1)
      } else if let steps = Self.steps(marginal) {
        (form, coefficients) = try Self.staircase(steps.scores, values: steps.values)
      } else {
        let function = Self.standardized(marginal)
        let variance = TailQuadrature.integrate(cuts: marginal.kinks) {
          function($0) * function($0)
        }
        guard (variance - 1).magnitude < 1e-6 else { throw .heavyTails }
        form = .curve(marginal)
        coefficients = HermiteExpansion.coefficients(
          degree: Self.degree, cuts: marginal.kinks, function)
      }
    case .spearman:
      if let steps = Self.steps(marginal) {
        (form, coefficients) = try Self.staircase(
          steps.scores, values: Self.meanRanks(steps.scores))
      } else {
        form = .rank
        coefficients = HermiteExpansion.coefficients(degree: Self.degree, cuts: [], Self.rank)
      }
    case .kendall:
      guard !Self.hasTies(marginal) else { throw .ties }
      (form, coefficients) = (.rank, [])
    }
  }

  /// The function at a score's probability, of mean zero and variance one.
  var function: (TailProbability) -> Double {
    switch form {
    case .score: StandardNormal.quantile
    case .rank: Self.rank
    case .curve(let marginal): Self.standardized(marginal)
    case .steps(let scores, let rises):
      { p in
        let z = StandardNormal.quantile(p)
        var value = 0.0
        for (score, rise) in zip(scores, rises) {
          value += rise * ((z > score ? 1 : 0) - StandardNormal.complementary(score))
        }
        return value
      }
    }
  }

  /// The probabilities between which the function is smooth.
  var cuts: [Double] {
    switch form {
    case .score, .rank: []
    case .curve(let marginal): marginal.kinks
    case .steps(let scores, _):
      scores.map { StandardNormal.cumulative($0) }.filter { $0 > 0 && $0 < 1 }
    }
  }

  private static func standardized(_ marginal: any Marginal) -> (TailProbability) -> Double {
    let mean = marginal.mean
    let deviation = marginal.variance.squareRoot()
    return { (marginal.quantile($0) - mean) / deviation }
  }

  /// (u - 1/2) sqrt(12), for a probability u.
  private static func rank(_ p: TailProbability) -> Double {
    let distance = (0.5 - p.probability) * 12.0.squareRoot()
    return p.tail == .lower ? -distance : distance
  }

  // MARK: Staircases

  /// Where the quantile function is constant between its kinks: the scores of the kinks, and the
  /// values around them.
  private static func steps(_ marginal: any Marginal) -> (scores: [Double], values: [Double])? {
    let ends = [0] + marginal.kinks + [1]
    var values: [Double] = []
    for piece in zip(ends, ends.dropFirst()) {
      guard let value = constant(marginal, in: piece) else { return nil }
      values.append(value)
    }
    return (
      marginal.kinks.map { StandardNormal.quantile(TailProbability(lower: $0)) }, values
    )
  }

  /// Whether the variable takes some values with a probability of their own.
  static func hasTies(_ marginal: any Marginal) -> Bool {
    let ends = [0] + marginal.kinks + [1]
    return zip(ends, ends.dropFirst()).contains { constant(marginal, in: $0) != nil }
  }

  /// The one value of a quantile function between two probabilities, if it is one.
  private static func constant(_ marginal: any Marginal, in piece: (Double, Double)) -> Double? {
    let width = piece.1 - piece.0
    let value = marginal.quantile(piece.0 + 0.25 * width)
    return marginal.quantile(piece.0 + 0.75 * width) == value ? value : nil
  }

  /// The means of the ranks, from zero to one, that each of tied values shares.
  private static func meanRanks(_ scores: [Double]) -> [Double] {
    let ends = [0] + scores.map { StandardNormal.cumulative($0) } + [1]
    return zip(ends, ends.dropFirst()).map { 0.5 * ($0 + $1) }
  }

  private static func staircase(
    _ scores: [Double], values: [Double]
  ) throws(CorrelationKindError) -> (Form, [Double]) {
    let heights = zip(values.dropFirst(), values).map { $0 - $1 }
    let largest = heights.reduce(0) { max($0, $1.magnitude) }
    guard largest > 0 else { throw .noVariance }
    let scaled = heights.map { $0 / largest }
    let variance = StepCovariance(scores, scaled, scores, scaled).ends.upperBound
    guard variance > 0 else { throw .noVariance }
    let rises = scaled.map { $0 / variance.squareRoot() }
    return (
      .steps(scores: scores, rises: rises),
      HermiteExpansion.coefficients(degree: degree, steps: scores, rises)
    )
  }
}

extension CorrelationMargin: Hashable {
  /// Two functions with the same kind and the same expansion are the same function.
  public static func == (first: CorrelationMargin, second: CorrelationMargin) -> Bool {
    first.kind == second.kind && first.coefficients == second.coefficients
      && first.stepScores == second.stepScores
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(coefficients)
  }

  private var stepScores: [Double]? {
    if case .steps(let scores, _) = form { scores } else { nil }
  }
}
