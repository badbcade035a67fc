import LinearAlgebra
import Testing

@Suite struct SampleCovarianceTests {
  @Test func smallSample() throws {
    let sample = try SampleCovariance(
      observations: Matrix(rows: [[1, 2, -1], [2, 4, -2], [3, 9, -3], [6, 5, -6]]))
    #expect(sample.count == 4)
    #expect(sample.means == [3, 5, -3])
    // Deviations (-2, -1, 0, 3) and (-3, -1, 4, 0): squares 14 and 26, product 7.
    let expected = try Matrix(
      rows: [[14, 7, -14], [7, 26, -7], [-14, -7, 14]].map { $0.map { $0 / 3 } })
    #expect(distance(sample.covariance, expected) <= 2 * (26.0 / 3).ulp)
    #expect((sample.standardDeviations[1] - (26.0 / 3).squareRoot()).magnitude <= 1e-15)
    let correlation = try sample.correlation()
    #expect((correlation[0, 1] - 7 / (14.0 * 26).squareRoot()).magnitude <= 4 * 1.0.ulp)
    #expect((correlation[0, 2] + 1).magnitude <= 1.0.ulp)
    #expect((0..<3).allSatisfy { correlation[$0, $0] == 1 })
  }

  // NumAcc3 and NumAcc4 of the Statistical Reference Datasets of NIST: means 1000000.2 and
  // 10000000.2, deviations of 0.1 exactly. The data themselves are rounded to u of their size,
  // which moves each deviation by up to 1e6 u = 1e-10 and 1e7 u = 1e-9.
  @Test(arguments: [(1_000_000.0, 1e-10), (10_000_000, 1e-9)])
  func numericalAccuracy(level: Double, tolerance: Double) throws {
    var values = [level + 0.2]
    for _ in 0..<500 { values += [level + 0.1, level + 0.3] }
    let sample = try SampleCovariance(
      observations: Matrix(rows: 1001, columns: 1, columnMajor: values))
    #expect((sample.means[0] - (level + 0.2)).magnitude <= level.ulp)
    #expect((sample.standardDeviations[0] - 0.1).magnitude <= 2 * tolerance)
  }

  @Test(arguments: [(2, 3), (50, 4), (200, 100)])
  func isSymmetricAndSemidefinite(rows: Int, columns: Int) throws {
    var samples = Samples(seed: rows)
    let sample = try SampleCovariance(observations: samples.matrix(rows, columns))
    #expect(sample.covariance == sample.covariance.transposed)
    let correlation = try sample.correlation()
    #expect(correlation == correlation.transposed)
    #expect(correlation.columnMajor.allSatisfy { $0.magnitude <= 1 })
    #expect(try PivotedCholesky(sample.covariance).rank == min(rows - 1, columns))
    for i in 0..<columns {
      let root = sample.covariance[i, i].squareRoot()
      #expect((sample.standardDeviations[i] - root).magnitude <= 2 * root.ulp)
    }
  }

  @Test func farScales() throws {
    let column = [1.0, 2, 4]
    let rows = column.map { [$0 * 1e-200, $0 * 1e100, -$0] }
    let sample = try SampleCovariance(observations: Matrix(rows: rows))
    let correlation = try sample.correlation()
    #expect((correlation[0, 1] - 1).magnitude <= 4 * 1.0.ulp)
    #expect((correlation[1, 2] + 1).magnitude <= 4 * 1.0.ulp)
    #expect(
      (sample.standardDeviations[0] * 1e200 / sample.standardDeviations[2] - 1).magnitude < 1e-14)
  }

  @Test func noVariables() throws {
    let sample = try SampleCovariance(observations: Matrix(rows: 2, columns: 0))
    #expect(sample.means == [])
    #expect(try sample.correlation() == Matrix(rows: 0, columns: 0))
  }

  @Test(arguments: [0, 1])
  func rejectsFewerThanTwoRows(rows: Int) {
    #expect(throws: LinearAlgebraError.tooFewObservations(count: rows)) {
      try SampleCovariance(observations: Matrix(rows: rows, columns: 2))
    }
  }

  @Test(arguments: [0.0, 0.1, -1e300])
  func constantColumnHasNoCorrelation(value: Double) throws {
    let rows = [[1, value], [2, value], [5, value]]
    let sample = try SampleCovariance(observations: Matrix(rows: rows))
    #expect(sample.covariance[1, 1] == 0)
    #expect(sample.means[1] == value)
    #expect(throws: LinearAlgebraError.zeroVariance(column: 1)) { try sample.correlation() }
  }

  @Test func rejectsWhatHasNoValue() {
    #expect(throws: LinearAlgebraError.notFinite(row: 1, column: 0)) {
      try SampleCovariance(observations: Matrix(rows: [[1], [.nan]]))
    }
    #expect(throws: LinearAlgebraError.overflow) {
      try SampleCovariance(observations: Matrix(rows: [[1e200], [-1e200]]))
    }
    #expect(throws: LinearAlgebraError.overflow) {
      try SampleCovariance(observations: Matrix(rows: [[1.7e308], [-1.7e308]]))
    }
  }
}
