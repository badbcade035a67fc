import LinearAlgebra
import Testing

@Suite struct LeastSquaresTests {
  // Longley (1967), doi:10.1080/01621459.1967.10482896, certified by the Statistical Reference
  // Datasets of NIST (https://www.itl.nist.gov/div898/strd/lls/data/Longley.shtml). Its condition
  // takes about eight of sixteen digits.
  @Test func longley() throws {
    let data: [[Double]] = [
      [60323, 83.0, 234289, 2356, 1590, 107608, 1947],
      [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
      [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
      [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
      [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
      [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
      [64989, 99.0, 365385, 1870, 3547, 115094, 1953],
      [63761, 100.0, 363112, 3578, 3350, 116219, 1954],
      [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
      [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
      [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
      [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
      [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
      [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
      [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
      [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
    ]
    let certified = [
      -3482258.63459582, 15.0618722713733, -0.358191792925910e-01, -2.02022980381683,
      -1.03322686717359, -0.511041056535807e-01, 1829.15146461355,
    ]
    let fit = try LeastSquares.fullRank(
      Matrix(rows: data.map { [1] + $0.dropFirst() }), data.map { $0[0] })
    #expect(fit.rank == 7)
    for (value, expected) in zip(fit.solution, certified) {
      #expect((value / expected - 1).magnitude < 1e-7)
    }
    #expect((fit.residualSumOfSquares / 836424.055505915 - 1).magnitude < 1e-9)
  }

  // At the optimum the residual is orthogonal to every column; the QR solution is that of a
  // problem changed by about m n u (Higham, 2nd ed., theorem 20.3).
  @Test(arguments: [(1, 1), (3, 2), (10, 10), (50, 7), (200, 100)])
  func residualsAreOrthogonalToTheColumns(rows: Int, columns: Int) throws {
    var samples = Samples(seed: rows)
    let matrix = samples.matrix(rows, columns)
    let right = samples.vector(rows)
    let full = try LeastSquares.fullRank(matrix, right)
    let minimum = try LeastSquares.minimumNorm(matrix, right)
    for fit in [full, minimum] {
      #expect(fit.rank == columns)
      let bound =
        4 * rounding(rows) * norm(matrix) * (norm(right) + norm(matrix) * norm(fit.solution))
      #expect(try norm(matrix.transposed * fit.residuals) <= bound)
    }
  }

  @Test(arguments: [(3, 5, 2), (10, 4, 3), (4, 4, 1), (60, 100, 20), (5, 8, 5)])
  func minimumNormLiesInTheRowSpace(rows: Int, columns: Int, rank: Int) throws {
    var samples = Samples(seed: rows + columns)
    let matrix = try samples.matrix(rows, rank) * samples.matrix(rank, columns)
    let right = samples.vector(rows)
    let fit = try LeastSquares.minimumNorm(matrix, right)
    #expect(fit.rank == rank)
    // x = Aᵀ z for some z: the shortest of all solutions.
    let inRowSpace = try LeastSquares.minimumNorm(matrix.transposed, fit.solution)
    let condition = 1e3
    let bound = rounding(rows + columns) * condition * norm(fit.solution)
    #expect(norm(inRowSpace.residuals) <= bound)
    #expect(
      try norm(matrix.transposed * fit.residuals)
        <= rounding(rows + columns) * norm(matrix)
        * (norm(right) + norm(matrix) * norm(fit.solution)))
  }

  @Test func unitsDoNotMatterToRank() throws {
    var matrix = Matrix(rows: 4, columns: 2)
    for i in 0..<4 {
      matrix[i, 0] = 1e-15
      matrix[i, 1] = 1e12 * Double(i)
    }
    let fit = try LeastSquares.fullRank(matrix, [1, 3, 5, 7])
    #expect((fit.solution[0] * 1e-15 - 1).magnitude < 1e-14)
    #expect((fit.solution[1] * 1e12 - 2).magnitude < 1e-14)
  }

  @Test func emptyShapes() throws {
    let noColumns = Matrix(rows: 2, columns: 0)
    #expect(try LeastSquares.fullRank(noColumns, [3, 4]).residualSumOfSquares == 25)
    #expect(try LeastSquares.minimumNorm(noColumns, [3, 4]).solution == [])
    #expect(try LeastSquares.minimumNorm(Matrix(rows: 0, columns: 2), []).solution == [0, 0])
    #expect(try LeastSquares.fullRank(Matrix(rows: 0, columns: 0), []).solution == [])
    #expect(try LeastSquares.minimumNorm(Matrix(rows: 2, columns: 2), [1, 1]).rank == 0)
  }

  @Test(arguments: [
    [[1.0, 2], [2, 4], [3, 6]], [[0.1, 0.3], [0.2, 0.6], [0.3, 0.9]], [[0, 1], [0, 2], [0, 3]],
  ])
  func rejectsDependentColumns(rows: [[Double]]) throws {
    let matrix = try Matrix(rows: rows)
    #expect(throws: LinearAlgebraError.rankDeficient(rank: 1, columns: 2)) {
      try LeastSquares.fullRank(matrix, [1, 2, 3])
    }
  }

  @Test func rejectsFewerRowsThanColumns() {
    #expect(throws: LinearAlgebraError.underdetermined(rank: 2, unknowns: 3)) {
      try LeastSquares.fullRank(Matrix(rows: [[1, 2, 3], [4, 5, 6]]), [1, 2])
    }
    #expect(throws: LinearAlgebraError.self) { try LeastSquares.fullRank(.identity(2), [1]) }
    #expect(throws: LinearAlgebraError.self) { try LeastSquares.minimumNorm(.identity(2), [1]) }
  }
}

@Suite struct EqualityConstrainedLeastSquaresTests {
  // The mean of the corners (1, 0), (0, 1) moved to the line x + y = 3: (1.5, 1.5) by symmetry.
  @Test func projectsOntoALine() throws {
    let fit = try EqualityConstrainedLeastSquares(
      .identity(2), [0.5, 0.5], subjectTo: Matrix(rows: [[1, 1]]), equal: [3])
    #expect(distance(fit.solution, [1.5, 1.5]) <= rounding(8))
    #expect((fit.residualSumOfSquares - 2).magnitude <= rounding(16))
  }

  // Karush, Kuhn and Tucker: B x = d, and the gradient Aᵀ(c - A x) is a combination of B's rows.
  @Test(arguments: [
    (3, 2, 1), (10, 5, 5), (4, 6, 3), (2, 6, 4), (50, 20, 7), (120, 100, 30), (1, 1, 1),
  ])
  func satisfiesTheConditionsOfOptimality(rows: Int, columns: Int, constraints: Int) throws {
    for seed in 0..<5 {
      var samples = Samples(seed: 100 * seed + rows)
      let a = samples.matrix(rows, columns)
      let b = samples.matrix(constraints, columns)
      let (c, d) = (samples.vector(rows), samples.vector(constraints))
      let fit = try EqualityConstrainedLeastSquares(a, c, subjectTo: b, equal: d)
      let size = norm(fit.solution)
      let reached = try b * fit.solution
      // Backward stable in B x = d; the multipliers inherit the condition of B besides.
      #expect(distance(reached, d) <= 4 * rounding(rows + constraints) * (norm(b) * size + norm(d)))
      let gradient = try a.transposed * fit.residuals
      let multipliers = try LeastSquares.minimumNorm(b.transposed, gradient)
      let scale = norm(a) * (norm(c) + norm(a) * size)
      let condition = try spread(b)
      #expect(norm(multipliers.residuals) <= rounding(rows + columns) * condition * scale)
    }
  }

  /// The ratio of the largest to the smallest singular value of `matrix`, of full row rank.
  private func spread(_ matrix: Matrix) throws -> Double {
    let values = try SymmetricEigen(matrix * matrix.transposed).values
    return (values[values.count - 1] / max(values[0], .leastNormalMagnitude)).squareRoot()
  }

  @Test func withoutConstraintsItIsLeastSquares() throws {
    var samples = Samples(seed: 3)
    let (a, c) = (samples.matrix(7, 3), samples.vector(7))
    let fit = try EqualityConstrainedLeastSquares(
      a, c, subjectTo: Matrix(rows: 0, columns: 3), equal: [])
    #expect(try fit.solution == LeastSquares.fullRank(a, c).solution)
  }

  @Test func constraintsMayDecideEverything() throws {
    let b = try Matrix(rows: [[2, 0], [0, 4]])
    let alone = try EqualityConstrainedLeastSquares(
      Matrix(rows: 0, columns: 2), [], subjectTo: b, equal: [2, 2])
    #expect(alone.solution == [1, 0.5])
    let besides = try EqualityConstrainedLeastSquares(
      Matrix(rows: [[1, 1]]), [7], subjectTo: b, equal: [2, 2])
    #expect(distance(besides.solution, [1, 0.5]) <= rounding(4))
    let nothing = Matrix(rows: 0, columns: 0)
    #expect(
      try EqualityConstrainedLeastSquares(nothing, [], subjectTo: nothing, equal: []).solution == []
    )
  }

  @Test func unitsDoNotMatter() throws {
    // x in units of 1e-9, y in units of 1e9: x + y = 3 in common units.
    let fit = try EqualityConstrainedLeastSquares(
      .diagonal([1e9, 1e-9]), [0.5, 0.5], subjectTo: Matrix(rows: [[1e-4, 1e-22]]), equal: [3e-13])
    #expect((fit.solution[0] * 1e9 - 1.5).magnitude < 1e-14)
    #expect((fit.solution[1] * 1e-9 - 1.5).magnitude < 1e-14)
  }

  @Test(arguments: [
    [[1.0, 1, 0], [2, 2, 0]], [[0.1, 0.2, 0.3], [0.3, 0.6, 0.9]], [[1, 0, 0], [0, 0, 0]],
  ])
  func rejectsDependentConstraints(rows: [[Double]]) throws {
    let b = try Matrix(rows: rows)
    #expect(throws: LinearAlgebraError.dependentConstraints(rank: 1, constraints: 2)) {
      try EqualityConstrainedLeastSquares(.identity(3), [1, 2, 3], subjectTo: b, equal: [1, 2])
    }
  }

  @Test func rejectsMoreConstraintsThanUnknowns() {
    #expect(throws: LinearAlgebraError.dependentConstraints(rank: 1, constraints: 2)) {
      try EqualityConstrainedLeastSquares(
        .identity(1), [1], subjectTo: Matrix(rows: [[1], [2]]), equal: [1, 2])
    }
    #expect(throws: LinearAlgebraError.dependentConstraints(rank: 1, constraints: 2)) {
      try EqualityConstrainedLeastSquares(
        Matrix(rows: 0, columns: 2), [], subjectTo: Matrix(rows: [[1, 2], [2, 4]]), equal: [1, 2])
    }
  }

  @Test(arguments: [
    [[1.0, 1, 1]], [[1, 1, 1], [0, 0, 0]], [[0.1, 0.1, 0.1], [0.3, 0.3, 0.3]],
    [[1, 1, 1], [0, 1, 1]],
  ])
  func rejectsUnknownsThatStayFree(rows: [[Double]]) throws {
    let a = try Matrix(rows: rows)
    let rank = rows.last == [0, 1, 1] ? 2 : 1
    let b = try Matrix(rows: [[2, 2, 2]])
    let right = [Double](repeating: 1, count: rows.count)
    #expect(throws: LinearAlgebraError.underdetermined(rank: rank, unknowns: 3)) {
      try EqualityConstrainedLeastSquares(a, right, subjectTo: b, equal: [6])
    }
    #expect(throws: LinearAlgebraError.underdetermined(rank: rank, unknowns: 3)) {
      try EqualityConstrainedLeastSquares(
        Matrix(rows: rows + rows + rows), right + right + right,
        subjectTo: Matrix(rows: 0, columns: 3), equal: [])
    }
  }

  @Test func rejectsMismatchedSizes() {
    let a = Matrix.identity(2)
    let b = Matrix(rows: 1, columns: 2, repeating: 1)
    #expect(throws: LinearAlgebraError.self) {
      try EqualityConstrainedLeastSquares(a, [1], subjectTo: b, equal: [1])
    }
    #expect(throws: LinearAlgebraError.self) {
      try EqualityConstrainedLeastSquares(a, [1, 2], subjectTo: b, equal: [])
    }
    #expect(throws: LinearAlgebraError.self) {
      try EqualityConstrainedLeastSquares(a, [1, 2], subjectTo: .identity(3), equal: [1, 2, 3])
    }
    #expect(throws: LinearAlgebraError.notFinite(row: 0, column: 0)) {
      try EqualityConstrainedLeastSquares(a, [1, 2], subjectTo: b, equal: [.nan])
    }
  }
}
