/// A sample covariance drawn towards a simple target, as far as the sample itself shows that its
/// entries are uncertain.
///
/// With few observations the sample covariance is a poor estimate: its largest eigenvalues are too
/// large, its smallest too small, and with no more observations than variables it is singular. The
/// mixture
///
///     (1 - w) S + w T,   w in [0, 1]
///
/// is definite and nearer to the truth, with w the estimate of the best weight.
public struct ShrinkageCovariance: Sendable, Equatable {
  /// What the sample covariance is drawn towards.
  public enum Target: Sendable, Equatable {
    /// The variances of the sample, and no correlations: J. Schäfer and K. Strimmer, "A shrinkage
    /// approach to large-scale covariance matrix estimation and implications for functional
    /// genomics", Stat. Appl. Genet. Mol. Biol. 4 (2005) 32, doi:10.2202/1544-6115.1175, target D
    /// with the variances kept. The units of the variables do not matter.
    case diagonal
    /// One variance for all, the mean of theirs, and no correlations: O. Ledoit and M. Wolf, "A
    /// well-conditioned estimator for large-dimensional covariance matrices", J. Multivariate Anal.
    /// 88 (2004) 365-411, doi:10.1016/S0047-259X(03)00096-4. For variables of one unit and of similar
    /// variances; large ones lose some of theirs to small ones.
    case scaledIdentity
  }

  /// The number of observations, two or more.
  public let count: Int

  /// The mean of each variable.
  public let means: [Double]

  /// The weight of the target: 0 leaves the sample covariance, 1 nothing of it but its diagonal.
  public let intensity: Double

  /// The covariances, variables x variables, symmetric to the last bit.
  ///
  /// Their divisor is that of the source: n - 1 for `diagonal`, n for `scaledIdentity`.
  public let covariance: Matrix

  /// Summarizes `observations`: rows are observations, columns are variables.
  ///
  /// - Parameters:
  ///   - observations: one row an observation, one column a variable.
  ///   - target: by default the variances are kept and the correlations drawn towards zero, which
  ///     suits variables of very different variances.
  /// - Throws: `LinearAlgebraError.tooFewObservations` below two rows; `.zeroVariance` for a column of
  ///   equal observations, unless the target is `scaledIdentity`; `.notFinite`; `.overflow`.
  /// - Complexity: O(rows x columns^2).
  public init(observations: Matrix, target: Target = .diagonal) throws(LinearAlgebraError) {
    let sample = try SampleCovariance(observations: observations)
    count = sample.count
    means = sample.means
    switch target {
    case .diagonal:
      let correlation = try sample.correlation()
      let standardized = Self.deviations(
        observations, from: sample.means, over: sample.standardDeviations)
      intensity = Self.weight(of: standardized, correlation)
      covariance = Self.withoutCorrelations(sample.covariance, intensity)
    case .scaledIdentity:
      // One scale for all variables, a power of two, keeps the fourth powers in range.
      let largest = sample.standardDeviations.reduce(0, max)
      let scale = powerOfTwo(below: largest)
      let deviations = Self.deviations(
        observations, from: sample.means,
        over: [Double](repeating: scale, count: observations.columns))
      let mixture = Self.ledoitWolf(deviations)
      intensity = mixture.intensity
      covariance = mixture.covariance.multiplied(by: scale * scale)
      try requireRepresentable(covariance.columnMajor)
    }
  }

  private static func deviations(
    _ observations: Matrix, from means: [Double], over scales: [Double]
  ) -> [[Double]] {
    means.indices.map { j in observations.column(j).map { ($0 - means[j]) / scales[j] } }
  }

  /// The sum of the variances of the correlations over the sum of their squares, at most one.
  ///
  /// With w[k] = z[k,i] z[k,j] the products of standardized observations and m their mean, the
  /// correlation is n m / (n - 1) and its variance estimated by n / (n - 1)^3 sum of (w[k] - m)^2.
  private static func weight(of standardized: [[Double]], _ correlation: Matrix) -> Double {
    let count = standardized.first?.count ?? 0
    let n = Double(count)
    var variances = CompensatedSum()
    var squares = CompensatedSum()
    for j in standardized.indices {
      for i in 0..<j {
        let products = zip(standardized[i], standardized[j]).map(*)
        let mean = products.reduce(0, +) / n
        let scatter = products.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        variances.add(n / ((n - 1) * (n - 1) * (n - 1)) * scatter)
        squares.add(correlation[i, j] * correlation[i, j])
      }
    }
    guard squares.value > 0 else { return 0 }
    return min(variances.value / squares.value, 1)
  }

  private static func withoutCorrelations(_ covariance: Matrix, _ weight: Double) -> Matrix {
    var result = covariance
    for j in 0..<covariance.columns {
      for i in 0..<covariance.rows where i != j { result[i, j] = (1 - weight) * covariance[i, j] }
    }
    return result
  }

  /// With S of divisor n, p variables, m = trace(S) / p and norms over p: d^2 = |S - m I|^2 is the
  /// distance from the target, b^2 the variance of S, the mean of |x[k] x[k]' - S|^2 over n, and the
  /// weight b^2 / d^2.
  private static func ledoitWolf(
    _ deviations: [[Double]]
  ) -> (intensity: Double, covariance: Matrix) {
    let variables = deviations.count
    let n = Double(deviations.first?.count ?? 1)
    var covariance = Matrix(rows: variables, columns: variables)
    var scatter = CompensatedSum()
    for j in 0..<variables {
      for i in 0...j {
        let products = zip(deviations[i], deviations[j]).map(*)
        let mean = products.reduce(0, +) / n
        covariance[i, j] = mean
        covariance[j, i] = mean
        let squares = products.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        scatter.add((i == j ? 1 : 2) * squares / (n * n))
      }
    }
    let level = (0..<variables).reduce(0) { $0 + covariance[$1, $1] } / Double(max(variables, 1))
    var distance = CompensatedSum()
    for j in 0..<variables {
      for i in 0..<variables {
        let difference = covariance[i, j] - (i == j ? level : 0)
        distance.add(difference * difference)
      }
    }
    let weight = distance.value > 0 ? min(scatter.value / distance.value, 1) : 0
    for j in 0..<variables {
      for i in 0..<variables {
        covariance[i, j] = (1 - weight) * covariance[i, j] + (i == j ? weight * level : 0)
      }
    }
    return (weight, covariance)
  }
}

extension Matrix {
  /// The matrix with each entry multiplied by a number.
  fileprivate func multiplied(by factor: Double) -> Matrix {
    var result = self
    for index in result.columnMajor.indices { result.columnMajor[index] *= factor }
    return result
  }
}
