import GrowthModel
import LinearAlgebra
import Testing

@Suite struct AutoregressionFitTests {
  /// The rows of `autoregression_values.py`.
  static let rows: [[Double]] = (0..<40).map { i in
    (0..<3).map { j in
      let form: Int = i * i * 7 + j * j * 3 + i * j * 11 + 5 * i
      return Double(form % 17) / 4 + Double(i % (3 + j))
    }
  }

  /// By statsmodels 0.15.0, `VAR(X).fit(2, trend="c")`: a row of constants, then rows of lags.
  static let parameters: [[Double]] = [
    [1.4355782909710881, 4.952968698495915, 5.470182174893467],
    [-0.12363683721640366, -0.026847785959610182, 0.08133813561077417],
    [0.06382674251270402, -0.2661482902930407, 0.05239412224973451],
    [0.15535763838591238, -0.03386889067976672, 0.08683935267845008],
    [-0.04041596886783087, 0.06661177345212732, 0.07215064044091324],
    [0.3403816552307827, -0.48576678141936463, 0.06700598304826286],
    [-0.04543482666147966, 0.32793487436741026, -0.6437479749338338],
  ]
  static let standardErrors: [[Double]] = [
    [1.6633736289101808, 1.4074623450495591, 1.6961128444684632],
    [0.16749812477349796, 0.14172841229878666, 0.17079489293024727],
    [0.16647046562850665, 0.14085885928617292, 0.1697470069680914],
    [0.16052937061895287, 0.13583180621224186, 0.16368897684138212],
    [0.1644068304292402, 0.13911271591441024, 0.16764275443760832],
    [0.1587298704614856, 0.1343091605074369, 0.16185405816907936],
    [0.1599907535844001, 0.13537605581355847, 0.16313975852105017],
  ]
  static let covariance: [[Double]] = [
    [2.5361365283780377, 0.26510279877892834, 0.015951407264322637],
    [0.26510279877892834, 1.8157939920430652, -0.07776604350040132],
    [0.015951407264322637, -0.07776604350040132, 2.6369536216074643],
  ]

  @Test func twoLagsOfAll() throws {
    let fit = try AutoregressionFit(fitting: [Self.rows], lags: 2)
    #expect(fit.observations == 38 && fit.parameters == 21)
    for i in 0..<3 {
      #expect((fit.constants[i] - Self.parameters[0][i]).magnitude < 1e-12)
      #expect((fit.standardErrorsOfConstants[i] - Self.standardErrors[0][i]).magnitude < 1e-12)
      for j in 0..<3 {
        #expect((fit.innovationCovariance[i, j] - Self.covariance[i][j]).magnitude < 1e-12)
        for lag in 0..<2 {
          let row = 1 + 3 * lag + j
          #expect((fit.coefficients[lag][i, j] - Self.parameters[row][i]).magnitude < 1e-12)
          #expect((fit.standardErrors[lag][i, j] - Self.standardErrors[row][i]).magnitude < 1e-12)
        }
      }
    }
  }

  /// One variable at a time is the same as its own lags alone.
  @Test func ownLags() throws {
    let together = try AutoregressionFit(fitting: [Self.rows], lags: 2, regressors: .own)
    #expect(together.parameters == 9)
    for i in 0..<3 {
      let alone = try AutoregressionFit(fitting: [Self.rows.map { [$0[i]] }], lags: 2)
      #expect(together.constants[i] == alone.constants[0])
      for lag in 0..<2 {
        #expect(together.coefficients[lag][i, i] == alone.coefficients[lag][0, 0])
        #expect(together.standardErrors[lag][i, i] == alone.standardErrors[lag][0, 0])
        #expect(together.coefficients[lag][i, (i + 1) % 3] == 0)
      }
    }
  }

  /// Runs with a gap between them lose the rows that would reach over it.
  @Test func gaps() throws {
    let runs = [Array(Self.rows[..<15]), [], Array(Self.rows[15..<16]), Array(Self.rows[18...])]
    let fit = try AutoregressionFit(fitting: runs, lags: 1)
    #expect(fit.observations == 14 + 0 + 21)
    // By hand: ordinary least squares of the pairs that follow each other.
    let pairs = runs.flatMap { zip($0, $0.dropFirst()) }
    let design = try Matrix(rows: pairs.map { [1] + $0.0 })
    let solution = try LeastSquares.fullRank(design, pairs.map { $0.1[2] }).solution
    #expect(fit.constants[2] == solution[0] && fit.coefficients[0][2, 1] == solution[2])
  }

  @Test func refusals() {
    #expect(throws: VectorAutoregressionError.tooFewRows(rows: 4, needed: 10)) {
      try AutoregressionFit(fitting: [Array(Self.rows[..<6])], lags: 2)
    }
    let twins = Self.rows.map { [$0[0], $0[0]] }
    #expect(throws: VectorAutoregressionError.self) {
      try AutoregressionFit(fitting: [twins], lags: 0)
    }
  }
}
