import Glibc
import LinearAlgebra
import Stochastics
import Testing

@Suite struct MultivariateNormalTests {
  static let seed: UInt64 = 20_240_101

  /// Equal correlations, unit variances, zero means.
  private func equicorrelated(_ count: Int, _ correlation: Double) throws -> MultivariateNormal {
    var matrix = Matrix(rows: count, columns: count, repeating: correlation)
    for i in 0..<count { matrix[i, i] = 1 }
    return try MultivariateNormal(mean: [Double](repeating: 0, count: count), covariance: matrix)
  }

  private func orthant(
    _ normal: MultivariateNormal, standardError: Double, seed: UInt64 = seed
  ) throws -> MultivariateNormal.Estimate {
    let count = normal.mean.count
    return try normal.probability(
      lower: [Double](repeating: -.infinity, count: count),
      upper: [Double](repeating: 0, count: count), standardError: standardError, seed: seed)
  }

  /// Student's t with 11 degrees of freedom, for twelve shifts, is beyond 6 with probability 9e-5;
  /// the floor is the rounding of the one-dimensional probabilities.
  private func expect(
    _ estimate: MultivariateNormal.Estimate, _ exact: Double, within tolerance: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = (estimate.probability - exact).magnitude
    #expect(error <= 6 * estimate.standardError + 1e-14, sourceLocation: sourceLocation)
    #expect(error <= tolerance, sourceLocation: sourceLocation)
  }

  // Genz (1992), doi:10.1080/10618600.1992.10477010, section 3: given to twelve digits. The
  // standard error aimed at is 2e-8: five of them.
  @Test(arguments: [1, 2, seed])
  func genzExample(seed: UInt64) throws {
    let normal = try MultivariateNormal(
      mean: [0, 0, 0],
      covariance: Matrix(
        rows: [[1, 0.6, 1 / 3.0], [0.6, 1, 11 / 15.0], [1 / 3.0, 11 / 15.0, 1]]))
    let estimate = try normal.probability(
      lower: [-.infinity, -.infinity, -.infinity], upper: [1, 4, 2], standardError: 2e-8,
      seed: seed)
    expect(estimate, 0.827984897457, within: 1e-7)
  }

  // All correlations 1/2: 1 / (n + 1), as each of n + 1 exchangeable variables is equally likely the
  // largest. The tolerance is five of the standard errors aimed at, which are larger for more
  // variables to keep the test short.
  @Test(arguments: 1...8)
  func orthantOfCorrelationOneHalf(count: Int) throws {
    let target = count <= 3 ? 1e-7 : (count <= 5 ? 1e-6 : 4e-6)
    let estimate = try orthant(equicorrelated(count, 0.5), standardError: target)
    expect(estimate, 1 / Double(count + 1), within: 5 * target)
    #expect(estimate.standardError <= target)
  }

  // Sheppard (1899), doi:10.1098/rsta.1899.0003: 1/4 + asin(rho) / (2 pi). Here and below an
  // absolute tolerance is five of the standard errors aimed at.
  @Test(arguments: [
    -1, -0.99, -0.7, -0.1, 0, 1e-8, 0.3, 0.5, 0.9, 0.9999, 1,
  ])
  func bivariateOrthant(correlation: Double) throws {
    let estimate = try orthant(equicorrelated(2, correlation), standardError: 1e-7)
    expect(estimate, 0.25 + asin(correlation) / (2 * .pi), within: 5e-7)
  }

  @Test(arguments: [1, 2, 3, 5, 10, 70])
  func independentVariablesMultiply(count: Int) throws {
    let lower = (0..<count).map { $0.isMultiple(of: 3) ? -Double.infinity : -1.5 - Double($0 % 5) }
    let upper = (0..<count).map { $0.isMultiple(of: 4) ? Double.infinity : 1 + Double($0 % 7) }
    let deviations = (0..<count).map { 1 + Double($0 % 3) }
    let normal = try MultivariateNormal(
      mean: (0..<count).map { 0.1 * Double($0 % 4) },
      covariance: .diagonal(deviations.map { $0 * $0 }))
    var exact = 1.0
    for i in 0..<count {
      let marginal = try NormalDistribution(
        mean: normal.mean[i], standardDeviation: deviations[i])
      exact *= marginal.cumulative(upper[i]) - marginal.cumulative(lower[i])
    }
    let estimate = try normal.probability(lower: lower, upper: upper, seed: Self.seed)
    // The integrand is constant: nothing but rounding, about 1e-15 a factor.
    #expect((estimate.probability - exact).magnitude <= 1e-15 * Double(count) * 4)
    #expect(estimate.standardError <= 1e-15 * Double(count))
  }

  // A box is the alternating sum of the corners' lower orthants. Its error and theirs are
  // independent, as their seeds are: six of the combined standard errors.
  @Test(arguments: [1, 2, 3])
  func boxIsTheAlternatingSumOfItsCorners(variant: UInt64) throws {
    let half = try Matrix(rows: [[2, 0, 0], [-1, 1, 0], [0.5, 1.5, Double(variant) / 2]])
    let normal = try MultivariateNormal(mean: [1, -1, 0.5], covariance: half * half.transposed)
    let (lower, upper) = ([-1.0, -2, -3], [2.0, 0.5, 1])
    let box = try normal.probability(
      lower: lower, upper: upper, standardError: 1e-5, seed: 100 * variant)
    var sum = 0.0
    var variance = box.standardError * box.standardError
    for corner in 0..<8 {
      let isLower = (0..<3).map { (corner >> $0) & 1 == 1 }
      let part = try normal.probability(
        lower: [-.infinity, -.infinity, -.infinity],
        upper: (0..<3).map { isLower[$0] ? lower[$0] : upper[$0] }, standardError: 1e-5,
        seed: 100 * variant + UInt64(corner) + 1)
      sum += (isLower.count { $0 }).isMultiple(of: 2) ? part.probability : -part.probability
      variance += part.standardError * part.standardError
    }
    #expect((box.probability - sum).magnitude <= 6 * variance.squareRoot())
    #expect(box.probability > 0.05)
  }

  // x1 + x2 <= c for the sum of two: its distribution is one-dimensional. Beside the sum stand its
  // own parts without limits, so that the covariance is singular.
  @Test func singularCovarianceOfASum() throws {
    let normal = try MultivariateNormal(
      mean: [0, 0, 0], covariance: Matrix(rows: [[1, 0, 1], [0, 1, 1], [1, 1, 2]]))
    let free = try normal.probability(
      lower: [-.infinity, -.infinity, -.infinity], upper: [.infinity, .infinity, 1],
      seed: Self.seed)
    expect(free, NormalDistribution.standard.cumulative(0.5.squareRoot()), within: 1e-15)
    // x1 <= 0 and x1 + x2 <= 0: the orthant at correlation 1/sqrt 2, 1/4 + 1/8.
    let cut = try normal.probability(
      lower: [-.infinity, -.infinity, -.infinity], upper: [0, .infinity, 0], standardError: 1e-7,
      seed: Self.seed)
    expect(cut, 0.375, within: 5e-7)
    // x1 > 0, x2 > 0, x1 + x2 < sqrt 2: a quarter of the square |x1| + |x2| < sqrt 2, which is
    // the square of half side 1 turned by 45 degrees.
    let triangle = try normal.probability(
      lower: [0, 0, -.infinity], upper: [.infinity, .infinity, 2.0.squareRoot()],
      standardError: 1e-7, seed: Self.seed)
    let side = 2 * NormalDistribution.standard.cumulative(1) - 1
    expect(triangle, side * side / 4, within: 5e-7)
    // The limit on the sum is below the smallest sum of the parts.
    let impossible = try normal.probability(
      lower: [1, 1, -.infinity], upper: [2, 2, 1.5], seed: Self.seed)
    #expect(impossible.probability == 0)
  }

  @Test(arguments: [2, 3, 10])
  func perfectCorrelationIsOneVariable(count: Int) throws {
    let normal = try equicorrelated(count, 1)
    let upper = (0..<count).map { 0.5 + Double($0) }
    let lower = (0..<count).map { -0.25 - Double($0) }
    let estimate = try normal.probability(lower: lower, upper: upper, seed: Self.seed)
    let standard = NormalDistribution.standard
    #expect(estimate.standardError == 0)
    #expect(
      (estimate.probability - (standard.cumulative(0.5) - standard.cumulative(-0.25))).magnitude
        <= 1e-15)
  }

  // A mean-zero sum of three: any two decide the third. Six equal sectors of the plane: all three
  // below zero is impossible, two below and one above takes two sectors' probability.
  @Test func singularWithNegativeCorrelation() throws {
    let normal = try equicorrelated(3, -0.5)
    let none = try orthant(normal, standardError: 1e-6)
    #expect(none.probability <= 1e-15)
    let two = try normal.probability(
      lower: [-.infinity, -.infinity, 0], upper: [0, 0, .infinity], standardError: 1e-7,
      seed: Self.seed)
    expect(two, 1 / 6.0, within: 5e-7)
  }

  // Far tails keep their relative accuracy: independent variables each beyond 8, at 6.2e-16.
  @Test func farTails() throws {
    let estimate = try equicorrelated(3, 0).probability(
      lower: [8, 8, 8], upper: [.infinity, .infinity, .infinity], seed: Self.seed)
    let single = NormalDistribution.standard.complementary(8)
    #expect((estimate.probability / (single * single * single) - 1).magnitude <= 1e-13)
  }

  @Test func constantsAndFreeVariables() throws {
    let normal = try MultivariateNormal(
      mean: [2, 0, 0], covariance: Matrix(rows: [[0, 0, 0], [0, 1, 0.5], [0, 0.5, 1]]))
    func probability(_ lower: [Double], _ upper: [Double]) throws -> Double {
      try normal.probability(lower: lower, upper: upper, seed: Self.seed).probability
    }
    #expect(
      try (probability([2, -.infinity, -.infinity], [2, 0, .infinity]) - 0.5).magnitude <= 1e-15)
    #expect(try probability([3, -.infinity, -.infinity], [4, 0, .infinity]) == 0)
    #expect(try probability([0, -.infinity, -.infinity], [9, .infinity, .infinity]) == 1)
    #expect(try probability([0, 1, -.infinity], [9, 1, .infinity]) == 0)
    #expect(try probability([0, .infinity, 0], [9, .infinity, 1]) == 0)
    let nothing = try MultivariateNormal(mean: [], covariance: Matrix(rows: 0, columns: 0))
    #expect(try nothing.probability(lower: [], upper: [], seed: 0).probability == 1)
  }

  @Test func unitsDoNotMatter() throws {
    let scale = [1e-6, 1e9]
    var covariance = try Matrix(rows: [[1, 0.3], [0.3, 1]])
    for i in 0..<2 {
      for j in 0..<2 { covariance[i, j] *= scale[i] * scale[j] }
    }
    let normal = try MultivariateNormal(mean: [3e-6, -5e9], covariance: covariance)
    let estimate = try normal.probability(
      lower: [-.infinity, -.infinity], upper: [3e-6, -5e9], standardError: 1e-7, seed: Self.seed)
    expect(estimate, 0.25 + asin(0.3) / (2 * .pi), within: 5e-7)
  }

  @Test func seedDecidesTheEstimate() throws {
    let normal = try equicorrelated(4, 0.25)
    let first = try orthant(normal, standardError: 1e-5, seed: 1)
    #expect(try orthant(normal, standardError: 1e-5, seed: 1) == first)
    #expect(try orthant(normal, standardError: 1e-5, seed: 2).probability != first.probability)
  }

  // Twelve shifts give a standard error with 11 degrees of freedom: t is beyond 2.201 in 5% of
  // seeds. Of n = 60, more than 11 would be with probability 4e-5.
  @Test func standardErrorIsHonest() throws {
    let normal = try equicorrelated(3, 0.5)
    var beyond = 0
    for seed in 0..<60 {
      let estimate = try orthant(normal, standardError: 1, seed: UInt64(seed))
      if (estimate.probability - 0.25).magnitude > 2.201 * estimate.standardError { beyond += 1 }
    }
    #expect(beyond <= 11)
  }

  @Test func rejectsWhatIsNoDistribution() throws {
    #expect(
      throws: MultivariateNormalError.wrongCount(
        quantity: "rows of the covariance", expected: 1, actual: 2)
    ) {
      try MultivariateNormal(mean: [0], covariance: .identity(2))
    }
    #expect(throws: MultivariateNormalError.notFinite(variable: 1, value: .infinity)) {
      try MultivariateNormal(mean: [0, .infinity], covariance: .identity(2))
    }
    #expect(throws: MultivariateNormalError.covariance(.notFinite(row: 0, column: 0))) {
      try MultivariateNormal(mean: [0], covariance: Matrix(rows: [[.nan]]))
    }
    #expect(throws: MultivariateNormalError.self) { try equicorrelated(3, -0.6) }
    #expect(throws: MultivariateNormalError.self) { try equicorrelated(2, 1.001) }
  }

  @Test func rejectsWhatIsNoRegion() throws {
    let normal = try equicorrelated(2, 0.5)
    func probability(_ lower: [Double], _ upper: [Double]) throws {
      _ = try normal.probability(lower: lower, upper: upper, seed: 1)
    }
    let tooFew = MultivariateNormalError.wrongCount(
      quantity: "lower limits", expected: 2, actual: 1)
    #expect(throws: tooFew) { try probability([0], [1, 1]) }
    #expect(throws: MultivariateNormalError.self) { try probability([0, 0], [1]) }
    #expect(throws: MultivariateNormalError.limitNotANumber(variable: 1)) {
      try probability([0, 0], [1, .nan])
    }
    let descending = MultivariateNormalError.limitsNotAscending(variable: 0, lower: 2, upper: 1)
    #expect(throws: descending) { try probability([2, 0], [1, 1]) }
    #expect(descending.description == "the lower limit 2 of variable 1 is above the upper, 1")
  }
}
