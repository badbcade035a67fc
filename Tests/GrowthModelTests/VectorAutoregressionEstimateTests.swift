import Foundation
import GrowthModel
import LinearAlgebra
import TestSupport
import Testing

@Suite struct VectorAutoregressionEstimateTests {
  typealias Estimate = VectorAutoregressionEstimate

  static let rows: [[Double]] = [
    [6.1, 4.2], [7.4, 4.9], [5.2, 4.4], [6.8, 3.1], [8.1, 5.5], [7.0, 5.9], [4.3, 2.2], [5.5, 3.0],
    [6.9, 4.8],
  ]

  struct Known: Sendable {
    let persistence: Estimate.Persistence
    let coefficients: [[Double]]
    /// Without shrinkage.
    let covariance: [[Double]]
    let intensity: Double
  }

  /// By numpy 2.4.6 for the rows above:
  ///
  ///     E = X - X.mean(0)
  ///     full: A = np.linalg.lstsq(E[:-1], E[1:])[0].T
  ///     diagonal: A = np.diag([np.linalg.lstsq(E[:-1, [i]], E[1:, i])[0][0] for i in range(2)])
  ///     U = E[1:] - E[:-1] @ A.T; S = U.T @ U / (len(U) - k - 1)
  ///
  /// with k coefficients an equation (U = E and k = 0 for none), and the intensity as in the tests
  /// of `ShrinkageCovariance`, of U.
  static let known: [Known] = [
    Known(
      persistence: .none, coefficients: [[0, 0], [0, 0]],
      covariance: [
        [1.4249999999999998, 1.1045833333333335], [1.1045833333333335, 1.5144444444444447],
      ], intensity: 0.24220382022769274),
    Known(
      persistence: .diagonal,
      coefficients: [[-0.010595761695322033, 0], [0, -0.08586218459217032]],
      covariance: [
        [1.8879401572704249, 1.422163436976622], [1.422163436976622, 2.004700519741806],
      ], intensity: 0.2200571303087267),
    Known(
      persistence: .full,
      coefficients: [
        [0.5971159772725182, -0.792054749203232], [1.2648414741231577, -1.001451440543024],
      ],
      covariance: [
        [1.6082980904735158, 0.9468597333567196], [0.9468597333567196, 0.8243874815527237],
      ], intensity: 0.09590245350380967),
  ]

  @Test(arguments: known, [false, true])
  func knownEstimates(_ known: Known, shrinkage: Bool) throws {
    let estimate = try Estimate(
      fitting: Self.rows, persistence: known.persistence, shrinkage: shrinkage)
    for i in 0..<2 {
      for j in 0..<2 {
        let kept = shrinkage && i != j ? 1 - known.intensity : 1
        let covariance = kept * known.covariance[i][j]
        #expect(
          (estimate.process.coefficients[i, j] - known.coefficients[i][j]).magnitude <= 1e-13)
        #expect(
          (estimate.process.innovationCovariance[i, j] - covariance).magnitude <= 1e-13)
      }
    }
    #expect((estimate.means[0] - 57.3 / 9).magnitude <= 1e-14)
    #expect((estimate.means[1] - 38 / 9.0).magnitude <= 1e-14)
    #expect((estimate.lastDeviation[0] - (6.9 - 57.3 / 9)).magnitude <= 1e-14)
    #expect(estimate.count == 9)
    #expect(estimate.residuals.count == (known.persistence == .none ? 9 : 8))
    if let intensity = estimate.shrinkageIntensity {
      #expect(shrinkage && (intensity - known.intensity).magnitude <= 1e-13)
    } else {
      #expect(!shrinkage)
    }
    #expect(estimate.process.isStable)
  }

  /// Of the full process above: numpy's eigenvalues, and (I - A (x) A) vec V = vec S.
  @Test func estimateHasItsStationaryCovariance() throws {
    let process = try Estimate(
      fitting: Self.rows, persistence: .full, shrinkage: false
    ).process
    #expect((process.spectralRadius - 0.6354848864903437).magnitude <= 1e-13)
    let stationary = try process.stationaryCovariance()
    #expect((stationary[0, 0] - 2.267875198374179).magnitude <= 1e-12)
    #expect((stationary[0, 1] - 1.76035713203).magnitude <= 1e-11)
    #expect((stationary[1, 1] - 2.416652322417847).magnitude <= 1e-12)
  }

  /// n = 20,000 steps: coefficients within 4 asymptotic standard errors,
  /// Cov(vec A) = V^-1 (x) S / n, and covariances within 4 of sqrt((s[i,i] s[j,j] + s[i,j]^2) / n).
  /// Lütkepohl (2005), section 3.2.2. The seed is fixed.
  @Test func simulatedProcessComesBack() throws {
    let process = try VectorAutoregressionTests.process()
    let count = 20_000
    let estimate = try Estimate(
      fitting: simulate(process, count: count), persistence: .full, shrinkage: false)
    let inverse = try LU(process.stationaryCovariance()).solve(.identity(2))
    let innovations = VectorAutoregressionTests.innovations
    let n = Double(count)
    for i in 0..<2 {
      for j in 0..<2 {
        let error = (inverse[j, j] * innovations[i][i] / n).squareRoot()
        let wanted = VectorAutoregressionTests.coefficients[i][j]
        #expect((estimate.process.coefficients[i, j] - wanted).magnitude <= 4 * error)
        let product = innovations[i][i] * innovations[j][j]
        let spread = ((product + innovations[i][j] * innovations[i][j]) / n).squareRoot()
        let found = estimate.process.innovationCovariance[i, j]
        #expect((found - innovations[i][j]).magnitude <= 4 * spread)
      }
    }
    // The mean of deviations has the standard error sqrt(l' V* l / n), V* = (I-A)^-1 S (I-A)^-T.
    let step = try Matrix(rows: [[0.5, 0.25], [-0.125, 0.25]])
    let half = try LU(step).solve(Matrix(rows: innovations))
    let long = try LU(step).solve(half.transposed)
    for i in 0..<2 {
      #expect((estimate.means[i] - 5).magnitude <= 4 * (long[i, i] / n).squareRoot())
    }
  }

  /// Normal innovations by the polar form, from 500 steps before the first row on; mean 5.
  private func simulate(_ process: VectorAutoregression, count: Int) throws -> [[Double]] {
    var generator = SplitMix64(seed: 12)
    let factor = try Cholesky(process.innovationCovariance).factor
    var deviation = [0.0, 0]
    var rows: [[Double]] = []
    for step in 0..<(count + 500) {
      let radius = sqrt(-2 * log(generator.nextUniform()))
      let angle = 2 * Double.pi * generator.nextUniform()
      let shock = try factor * [radius * cos(angle), radius * sin(angle)]
      deviation = zip(try process.coefficients * deviation, shock).map { $0 + $1 }
      if step >= 500 { rows.append(deviation.map { $0 + 5 }) }
    }
    return rows
  }

  /// Deviations are those from the mean of their own segment: adding a constant to all rows of one changes its mean alone.
  @Test func shiftsOfTheMean() throws {
    let moved = Self.rows.enumerated().map { $0 < 4 ? $1 : $1.map { $0 + 3 } }
    let one = try Estimate(
      fitting: [Self.rows], shifts: [4], persistence: .full, shrinkage: .none)
    let other = try Estimate(fitting: [moved], shifts: [4], persistence: .full, shrinkage: .none)
    for i in 0..<2 {
      let first = Self.rows[..<4].reduce(0) { $0 + $1[i] } / 4
      let second = Self.rows[4...].reduce(0) { $0 + $1[i] } / 5
      #expect((one.segmentMeans[0][i] - first).magnitude <= 1e-14)
      #expect((one.means[i] - second).magnitude <= 1e-14)
      #expect((other.segmentMeans[0][i] - first).magnitude <= 1e-14)
      #expect((other.means[i] - second - 3).magnitude <= 1e-14)
      #expect((one.lastDeviation[i] - (Self.rows[8][i] - second)).magnitude <= 1e-14)
      for j in 0..<2 {
        #expect(
          (one.process.coefficients[i, j] - other.process.coefficients[i, j]).magnitude < 1e-13)
        // Nine rows less one for the lag, two coefficients and two means.
        let sum = one.residuals.reduce(0) { $0 + $1[i] * $1[j] } / 4
        #expect((one.process.innovationCovariance[i, j] - sum).magnitude < 1e-13)
      }
    }
    #expect(throws: VectorAutoregressionError.tooFewRows(rows: 1, needed: 2)) {
      try Estimate(fitting: [Self.rows], shifts: [8], persistence: .none, shrinkage: .none)
    }
  }

  /// What two lags leave, and the rows that the process goes on from.
  @Test func twoLags() throws {
    let estimate = try Estimate(
      fitting: [Self.rows], lags: 2, persistence: .diagonal, shrinkage: .none)
    #expect(estimate.process.lags == 2 && estimate.residuals.count == 7)
    #expect(estimate.lastDeviations == [estimate.deviations[8], estimate.deviations[7]])
    for i in 0..<2 {
      let own = (0..<2).map { estimate.process.lagCoefficients[$0][i, i] }
      let e = estimate.deviations.map { $0[i] }
      for t in 2..<9 {
        let rest = e[t] - own[0] * e[t - 1] - own[1] * e[t - 2]
        #expect((estimate.residuals[t - 2][i] - rest).magnitude <= 1e-14)
      }
      // The normal equations: what is left has nothing to do with the lags.
      for lag in 1...2 {
        let product = (2..<9).reduce(0) { $0 + estimate.residuals[$1 - 2][i] * e[$1 - lag] }
        #expect(product.magnitude <= 1e-13)
      }
      #expect(estimate.process.lagCoefficients[1][i, 1 - i] == 0)
    }
  }

  /// Each variable alone has the own lag of the diagonal estimate.
  @Test func diagonalIsOneVariableAtATime() throws {
    let both = try Estimate(fitting: Self.rows, persistence: .diagonal, shrinkage: false).process
    for i in 0..<2 {
      let alone = try Estimate(
        fitting: Self.rows.map { [$0[i]] }, persistence: .full, shrinkage: false
      ).process
      #expect((both.coefficients[i, i] - alone.coefficients[0, 0]).magnitude <= 1e-14)
      let variance = alone.innovationCovariance[0, 0]
      #expect((both.innovationCovariance[i, i] - variance).magnitude <= 1e-14)
    }
    #expect(both.coefficients[0, 1] == 0)
  }

  /// An explosive series is estimated and said to be one.
  @Test func instabilityIsAFact() throws {
    let values = [1, 2.1, 4.3, 8.2, 17, 33, 66, 131]
    let rows = values.map { [$0] }
    let estimate = try Estimate(fitting: rows, persistence: .full, shrinkage: false)
    #expect(!estimate.process.isStable)
    // The sum of e[t] e[t - 1] over that of e[t - 1]^2.
    let e = values.map { $0 - 262.6 / 8 }
    let products = zip(e, e.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
    let squares = e.dropLast().reduce(0) { $0 + $1 * $1 }
    #expect((estimate.process.spectralRadius - products / squares).magnitude <= 1e-13)
  }

  @Test func errors() {
    expect(.tooFewRows(rows: 4, needed: 5), Array(Self.rows.prefix(4)), .full)
    expect(.tooFewRows(rows: 3, needed: 4), Array(Self.rows.prefix(3)), .diagonal)
    expect(.tooFewRows(rows: 1, needed: 2), Array(Self.rows.prefix(1)), .none)
    expect(.ragged(row: 2, count: 1, expected: 2), [[1, 2], [3, 4], [5]], .none)
    expect(.notFinite(row: 1, variable: 1), [[1, 2], [3, .nan], [5, 6]], .none)
    expect(.constant(variable: 1), Self.rows.map { [$0[0], 7] }, .full)
    expect(
      .dependentVariables(rank: 1, variables: 2), Self.rows.map { [$0[0], 2 * $0[0]] }, .full)
  }

  private func expect(
    _ error: VectorAutoregressionError, _ rows: [[Double]], _ persistence: Estimate.Persistence
  ) {
    #expect(throws: error) {
      try Estimate(fitting: rows, persistence: persistence, shrinkage: false)
    }
  }
}
