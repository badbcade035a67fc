import LinearAlgebra
import Testing

@testable import Stochastics

@Suite struct GaussianCopulaTests {
  static let three: [[Double]] = [
    [1, 0.6, 1 / 3.0], [0.6, 1, 11 / 15.0], [1 / 3.0, 11 / 15.0, 1],
  ]

  @Test func errorsNameTheirEntries() {
    #expect(throws: DependenceError.duplicateVariable("a")) {
      try GaussianCopula(names: ["a", "a"], correlation: [[1, 0], [0, 1]])
    }
    #expect(throws: DependenceError.wrongShape(variables: 2, row: nil, length: 1)) {
      try GaussianCopula(names: ["a", "b"], correlation: [[1, 0]])
    }
    #expect(throws: DependenceError.wrongShape(variables: 2, row: 1, length: 1)) {
      try GaussianCopula(names: ["a", "b"], correlation: [[1, 0], [0]])
    }
    #expect(throws: DependenceError.diagonal(row: 1, value: 0.9)) {
      try GaussianCopula(names: ["a", "b"], correlation: [[1, 0], [0, 0.9]])
    }
    #expect(throws: DependenceError.outOfRange(row: 0, column: 1, value: 1.5)) {
      try GaussianCopula(names: ["a", "b"], correlation: [[1, 1.5], [1.5, 1]])
    }
    #expect(
      throws: DependenceError.asymmetric(row: 1, column: 0, value: 0.2, mirrored: 0.1)
    ) {
      try GaussianCopula(names: ["a", "b"], correlation: [[1, 0.1], [0.2, 1]])
    }
    #expect(throws: DependenceError.self) {
      try GaussianCopula(names: ["a", "b"], correlation: [[1, .nan], [.nan, 1]])
    }
  }

  /// a and b, and a and c, move together, but b and c against each other: correlations r, r, -r have
  /// smallest eigenvalue 1 - 2r. The contradiction lies in the three pairs alike; with b and c at
  /// -0.9 and the others at 0.5 it lies in that pair most.
  @Test func indefiniteMatrixNamesTheWorstPair() throws {
    let matrix = [[1, 0.5, 0.5], [0.5, 1, -0.9], [0.5, -0.9, 1]]
    do {
      _ = try GaussianCopula(names: ["a", "b", "c"], correlation: matrix)
      Issue.record("an indefinite matrix passed")
    } catch DependenceError.notPositiveSemidefinite(let eigenvalue, let row, let column) {
      // det(M - x) = 0 reduces to (x - 1.9)(x^2 - 1.1 x - 0.4) = 0: x = (1.1 - sqrt(2.81)) / 2.
      #expect(abs(eigenvalue - (1.1 - 2.81.squareRoot()) / 2) < 1e-14)
      #expect((row, column) == (1, 2))
    }
  }

  /// The factor times its transpose is the matrix, and for definite ones is LAPACK's Cholesky factor,
  /// to rounding (an order of 10 ulps for numbers up to one).
  @Test func factorReproducesTheMatrix() throws {
    let copula = try GaussianCopula(names: ["a", "b", "c"], correlation: Self.three)
    let lapack = try Cholesky(Matrix(rows: Self.three)).factor
    for i in 0..<3 {
      for j in 0..<3 {
        #expect(abs(copula.factor[i][j] - lapack[i, j]) < 4e-15)
      }
    }
  }

  /// Perfect correlation, and a variable that is a mixture of two others: rank one and rank two.
  @Test(arguments: [
    [[1.0, 1, -1], [1, 1, -1], [-1, -1, 1]],
    [[1.0, 0, 0.6], [0, 1, 0.8], [0.6, 0.8, 1]],
  ])
  func semidefiniteFactor(_ matrix: [[Double]]) throws {
    let factor = try GaussianCopula(names: ["a", "b", "c"], correlation: matrix).factor
    for i in 0..<3 {
      for j in 0..<3 {
        let product = (0..<3).reduce(0.0) { $0 + factor[i][$1] * factor[j][$1] }
        #expect(abs(product - matrix[i][j]) < 1e-14)
      }
    }
  }

  /// Orders of declaration give the same draws, to the bit.
  @Test func orderOfDeclarationDoesNotMatter() throws {
    let names = ["a", "b", "c"]
    let order = [2, 0, 1]
    let straight = try draws(names, Self.three, count: 100)
    let turned = try draws(
      order.map { names[$0] }, order.map { i in order.map { Self.three[i][$0] } }, count: 100)
    for (i, k) in order.enumerated() { #expect(turned[i] == straight[k]) }
  }

  /// A variable that is joined with none keeps its draws when others come and go.
  @Test func otherVariablesDoNotMatter() throws {
    let alone = try draws(["z"], [[1]], count: 50)
    let among = try draws(
      ["a", "b", "z"], [[1, 0.5, 0], [0.5, 1, 0], [0, 0, 1]], count: 50)
    #expect(among[2] == alone[0])
  }

  /// Sample correlations of n = 400,000 draws within 4.5 standard errors (1 - r^2) / sqrt(n).
  @Test func correlationsAreMet() throws {
    let count = 400_000
    let columns = try draws(["a", "b", "c"], Self.three, count: count)
    let n = Double(count)
    for i in 0..<3 {
      for j in 0..<i {
        let product = zip(columns[i], columns[j]).reduce(0) { $0 + $1.0 * $1.1 } / n
        let r = Self.three[i][j]
        // Means zero and variances one are known, so the product's error is sqrt((1 + r^2) / n).
        let error = ((1 + r * r) / n).squareRoot()
        #expect(abs(product - r) < 4.5 * error)
      }
    }
  }

  /// The probability that n equally correlated scores (1/2) are all below zero is 1 / (n + 1), for n up to 8;
  /// 400,000 draws, 4.5 standard errors.
  @Test(arguments: 2...8)
  func orthants(_ order: Int) throws {
    let matrix = (0..<order).map { i in (0..<order).map { i == $0 ? 1 : 0.5 } }
    let count = 400_000
    let columns = try draws((0..<order).map { "v\($0)" }, matrix, count: count)
    let hits = (0..<count).count { n in columns.allSatisfy { $0[n] < 0 } }
    let p = 1 / Double(order + 1)
    #expect(
      abs(Double(hits) / Double(count) - p) < 4.5 * (p * (1 - p) / Double(count)).squareRoot())
  }

  /// Genz (1992), doi:10.1080/10618600.1992.10477010: correlations 3/5, 1/3, 11/15 and upper limits 1, 4, 2
  /// give 0.827984897457; 400,000 draws, 4.5 standard errors.
  @Test func genzExample() throws {
    let count = 400_000
    let columns = try draws(["a", "b", "c"], Self.three, count: count)
    let hits = (0..<count).count { columns[0][$0] < 1 && columns[1][$0] < 4 && columns[2][$0] < 2 }
    let p = 0.827984897457
    #expect(
      abs(Double(hits) / Double(count) - p) < 4.5 * (p * (1 - p) / Double(count)).squareRoot())
  }

  private func draws(
    _ names: [String], _ correlation: [[Double]], count: Int
  ) throws -> [[Double]] {
    let joint = try JointDistribution(
      variables: names.map { .init(name: $0, marginal: NormalDistribution.standard) },
      dependence: GaussianCopula(names: names, correlation: correlation))
    let sampler = try JointSampler(joint, seed: 5)
    var memory = [Double](repeating: 0, count: names.count * count)
    memory.withUnsafeMutableBufferPointer {
      sampler.fill(
        columns: $0.baseAddress!, stride: count, count: count, firstDraw: 0)
    }
    return names.indices.map { Array(memory[$0 * count..<($0 + 1) * count]) }
  }
}
