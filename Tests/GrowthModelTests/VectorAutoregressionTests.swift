import GrowthModel
import LinearAlgebra
import Testing

@Suite struct VectorAutoregressionTests {
  static let coefficients: [[Double]] = [[0.5, -0.25], [0.125, 0.75]]
  static let innovations: [[Double]] = [[2, 0.5], [0.5, 1]]

  static func process() throws -> VectorAutoregression {
    try VectorAutoregression(
      coefficients: Matrix(rows: coefficients), innovationCovariance: Matrix(rows: innovations))
  }

  /// x^2 - 1.25 x + 0.40625 = 0 has complex roots of magnitude sqrt(0.40625).
  @Test func spectralRadius() throws {
    let process = try Self.process()
    #expect((process.spectralRadius - 0.40625.squareRoot()).magnitude <= 1e-15)
    #expect(process.isStable)
  }

  /// One variable: Cov(e[s], e[t]) = q a^(t - s) (1 - a^(2 s)) / (1 - a^2) for s <= t.
  @Test(arguments: [0.6, -0.9, 1.1])
  func oneVariable(a: Double) throws {
    let process = try VectorAutoregression(
      coefficients: Matrix(rows: [[a]]), innovationCovariance: Matrix(rows: [[3]]))
    let path = process.pathCovariance(steps: 6)
    for s in 1...6 {
      for t in s...6 {
        let variance = 3 * (1 - power(a, 2 * s)) / (1 - a * a)
        let wanted = variance * power(a, t - s)
        #expect((path[s - 1, t - 1] - wanted).magnitude <= 1e-13 * wanted.magnitude)
        #expect(path[t - 1, s - 1] == path[s - 1, t - 1])
      }
    }
    #expect(process.isStable == (a.magnitude < 1))
  }

  private func power(_ a: Double, _ k: Int) -> Double {
    (0..<k).reduce(1) { product, _ in product * a }
  }

  /// The path is a linear function of the innovations, e = L u with blocks A^(t - s): the covariance
  /// is L (I (x) S) Lᵀ.
  @Test func pathIsLinearInTheInnovations() throws {
    let process = try Self.process()
    let steps = 5
    var linear = Matrix(rows: 2 * steps, columns: 2 * steps)
    var shocks = Matrix(rows: 2 * steps, columns: 2 * steps)
    for s in 0..<steps {
      var block = Matrix.identity(2)
      for t in s..<steps {
        for i in 0..<2 {
          for j in 0..<2 { linear[2 * t + i, 2 * s + j] = block[i, j] }
        }
        block = try process.coefficients * block
      }
      for i in 0..<2 {
        for j in 0..<2 { shocks[2 * s + i, 2 * s + j] = Self.innovations[i][j] }
      }
    }
    let wanted = try linear * shocks * linear.transposed
    let found = process.pathCovariance(steps: steps)
    for (x, y) in zip(found.columnMajor, wanted.columnMajor) {
      #expect((x - y).magnitude <= 1e-14)
    }
    #expect(found == found.transposed)
  }

  /// A path long enough ends in the stationary covariance, which solves V = A V Aᵀ + S.
  @Test func stationary() throws {
    let process = try Self.process()
    let stationary = try process.stationaryCovariance()
    let image = try process.coefficients * stationary * process.coefficients.transposed
    let path = process.pathCovariance(steps: 90)
    for i in 0..<2 {
      for j in 0..<2 {
        let residual = stationary[i, j] - image[i, j] - Self.innovations[i][j]
        #expect(residual.magnitude <= 1e-14)
        #expect((path[178 + i, 178 + j] - stationary[i, j]).magnitude <= 1e-13)
      }
    }
  }

  @Test func expectedPath() throws {
    let path = try Self.process().expectedPath(from: [4, 8], steps: 2)
    // 4/2 - 8/4 = 0 and 4/8 + 6 = 6.5; then -6.5/4 and 6.5 x 3/4.
    #expect(path == [[0, 6.5], [-1.625, 4.875]])
    #expect(throws: VectorAutoregressionError.wrongCount(variables: 2, count: 1)) {
      try Self.process().expectedPath(from: [1], steps: 2)
    }
  }

  /// A random walk has no stationary covariance, but a path.
  @Test func unstable() throws {
    let walk = try VectorAutoregression(
      coefficients: .identity(2), innovationCovariance: Matrix(rows: Self.innovations))
    #expect(!walk.isStable)
    #expect(throws: VectorAutoregressionError.unstable(spectralRadius: 1)) {
      try walk.stationaryCovariance()
    }
    let path = walk.pathCovariance(steps: 3)
    #expect(path[4, 4] == 6)
    #expect(path[0, 4] == 2)
    #expect(path[1, 2] == 0.5)
  }

  /// One variable and two lags, a = 0.5 and b = 0.3: the variance is q (1 - b) / ((1 + b) ((1 - b)^2 - a^2)), the weights of
  /// innovations are 1, a, a^2 + b, ..., and the roots of x^2 - a x - b are (a +- sqrt(a^2 + 4 b)) / 2. G. E. P. Box and G. M.
  /// Jenkins, "Time series analysis" (1970), section 3.2.4.
  @Test func twoLags() throws {
    let (a, b, q) = (0.5, 0.3, 3.0)
    let process = try VectorAutoregression(
      lagCoefficients: [Matrix(rows: [[a]]), Matrix(rows: [[b]])],
      innovationCovariance: Matrix(rows: [[q]]))
    #expect(process.lags == 2 && process.order == 1)
    #expect(process.companion == (try Matrix(rows: [[a, b], [1, 0]])))
    let root = (a + (a * a + 4 * b).squareRoot()) / 2
    #expect((process.spectralRadius - root).magnitude <= 1e-15)
    let variance = q * (1 - b) / ((1 + b) * ((1 - b) * (1 - b) - a * a))
    let stationary = try process.stationaryCovariance()
    #expect(stationary.rows == 1 && (stationary[0, 0] - variance).magnitude <= 1e-12 * variance)
    var weights = [1, a]
    for k in 2..<6 { weights.append(a * weights[k - 1] + b * weights[k - 2]) }
    let path = process.pathCovariance(steps: 6)
    for s in 0..<6 {
      for t in s..<6 {
        let wanted = q * (0...s).reduce(0) { $0 + weights[$1] * weights[t - s + $1] }
        #expect((path[s, t] - wanted).magnitude <= 1e-13 * wanted)
        #expect(path[t, s] == path[s, t])
      }
    }
    // 0.5 x 2 + 0.3 x 4, then 0.5 x 2.2 + 0.3 x 2.
    let expected = try process.expectedPath(from: [[2], [4]], steps: 2)
    #expect((expected[0][0] - 2.2).magnitude <= 1e-15 && (expected[1][0] - 1.7).magnitude <= 1e-15)
    #expect(throws: VectorAutoregressionError.wrongStart(lags: 2, count: 1)) {
      try process.expectedPath(from: [2], steps: 2)
    }
  }

  /// Each lag alone would fade, both together do not.
  @Test func lagsMayAddUpToMoreThanOne() throws {
    let process = try VectorAutoregression(
      lagCoefficients: [Matrix(rows: [[0.6]]), Matrix(rows: [[0.5]])],
      innovationCovariance: .identity(1))
    #expect(!process.isStable)
    #expect(throws: VectorAutoregressionError.unstable(spectralRadius: process.spectralRadius)) {
      try process.stationaryCovariance()
    }
  }

  @Test func errors() {
    #expect(throws: VectorAutoregressionError.wrongOrder(coefficients: 1, covariance: 2)) {
      try VectorAutoregression(
        coefficients: .identity(1), innovationCovariance: .identity(2))
    }
    #expect(
      throws: VectorAutoregressionError.coefficients(.notSquare(rows: 1, columns: 2))
    ) {
      try VectorAutoregression(
        coefficients: Matrix(rows: 1, columns: 2), innovationCovariance: .identity(1))
    }
    #expect(
      throws: VectorAutoregressionError.covariance(.notFinite(row: 0, column: 0))
    ) {
      try VectorAutoregression(
        coefficients: .identity(1), innovationCovariance: Matrix(rows: [[.nan]]))
    }
    #expect(throws: VectorAutoregressionError.self) {
      try VectorAutoregression(
        coefficients: .identity(1), innovationCovariance: Matrix(rows: [[-1]]))
    }
  }

  @Test(arguments: [
    (VectorAutoregressionError.unstable(spectralRadius: 1.25), "multiplied by up to 1.25"),
    (.tooFewRows(rows: 3, needed: 4), "3 observations, but the estimate needs 4"),
    (.constant(variable: 1), "variable 2"),
    (.notFinite(row: 1, variable: 0), "variable 1 in row 2"),
    (.dependentVariables(rank: 1, variables: 2), "only 1 of the 2"),
  ])
  func texts(error: VectorAutoregressionError, part: String) {
    #expect(error.description.contains(part))
    #expect(error.description.last != ".")
  }
}
