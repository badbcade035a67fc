import TestSupport
import Testing

@testable import Stochastics

@Suite struct HistoryRowsTests {
  static let columns: [[Double]] = [
    [3, 1, 4, 1, 5, 9, 2], [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7],
  ]

  /// Variables of steps, with the distributions that rows ask for, and two that are not drawn from rows.
  static func joint(_ rows: HistoryRows) throws -> JointDistribution {
    let drawn = rows.steps.flatMap { names in
      zip(names, rows.marginals).map { JointDistribution.Variable(name: $0, marginal: $1) }
    }
    let others = ["z", "a"].map {
      JointDistribution.Variable(name: $0, marginal: NormalDistribution.standard)
    }
    return try JointDistribution(variables: others + drawn, groups: [.rows(rows)])
  }

  static func draws(_ rows: HistoryRows, count: Int, by block: Int = 1024) throws -> [[Double]] {
    let joint = try joint(rows)
    return StudentTCopulaTests.fill(
      try JointSampler(joint, seed: 5), columns: joint.variables.count, count: count, by: block)
  }

  @Test func errorsNameTheirPlaces() throws {
    #expect(throws: DependenceError.duplicateVariable("x")) {
      try HistoryRows(steps: [["x", "y"], ["x", "v"]], columns: Self.columns)
    }
    #expect(throws: DependenceError.unevenSteps(step: 1)) {
      try HistoryRows(steps: [["x", "y"], ["v"]], columns: Self.columns)
    }
    #expect(throws: DependenceError.raggedRows(column: 1)) {
      try HistoryRows(steps: [["x", "y"]], columns: [[1, 2], [1]])
    }
    #expect(throws: DependenceError.tooFewRows(1)) {
      try HistoryRows(steps: [["x"]], columns: [[1]])
    }
    #expect(throws: DependenceError.tooFewRows(0)) { try HistoryRows(steps: [], columns: []) }
    #expect(throws: DependenceError.rowNotFinite(row: 1, column: 0)) {
      try HistoryRows(steps: [["x"]], columns: [[1, .nan]])
    }
    for length in [0, 8] {
      #expect(throws: DependenceError.blockLength(length, rows: 7)) {
        try HistoryRows(steps: [["x", "y"]], columns: Self.columns, blockLength: length)
      }
    }
    let rows = try HistoryRows(steps: [["x", "y"]], columns: Self.columns)
    #expect(throws: DependenceError.notMarginalOfRows("y")) {
      try JointDistribution(
        variables: [
          .init(name: "x", marginal: rows.marginals[0]),
          .init(name: "y", marginal: NormalDistribution.standard),
        ], groups: [.rows(rows)])
    }
  }

  /// 700,000 draws of seven rows: chi-square with six degrees of freedom below its upper 10^-5 quantile of
  /// 33.1; both variables always from one row.
  @Test func rowsAreEquallyLikelyAndStayTogether() throws {
    let count = 700_000
    let rows = try HistoryRows(steps: [["x", "y"]], columns: Self.columns)
    let columns = try Self.draws(rows, count: count)
    var hits = [Int](repeating: 0, count: 7)
    for (x, y) in zip(columns[2], columns[3]) {
      let row = try #require(Self.columns[1].firstIndex(of: y))
      #expect(x == Self.columns[0][row])
      hits[row] += 1
    }
    let expected = Double(count) / 7
    let statistic = hits.reduce(0.0) {
      $0 + (Double($1) - expected) * (Double($1) - expected) / expected
    }
    #expect(ChiSquare.upperTail(statistic, degreesOfFreedom: 6) > 1e-5)
  }

  /// Five steps in blocks of two: rows follow each other within a block, the first after the last; three
  /// blocks are independent of each other. 70,000 draws: chi-square of the 49 pairs of first rows, with 48
  /// degrees of freedom, above a probability of 10^-5.
  @Test func blocksAreConsecutive() throws {
    let count = 70_000
    let rows = try HistoryRows(
      steps: (1...5).map { ["x\($0)", "y\($0)"] }, columns: Self.columns, blockLength: 2)
    let columns = try Self.draws(rows, count: count)
    let numbers = (0..<5).map { step in
      columns[3 + 2 * step].map { Int(($0 * 10).rounded()) - 1 }
    }
    var pairs = [Int](repeating: 0, count: 49)
    for i in 0..<count {
      #expect(numbers[1][i] == (numbers[0][i] + 1) % 7)
      #expect(numbers[3][i] == (numbers[2][i] + 1) % 7)
      pairs[7 * numbers[0][i] + numbers[2][i]] += 1
    }
    let expected = Double(count) / 49
    let statistic = pairs.reduce(0.0) {
      $0 + (Double($1) - expected) * (Double($1) - expected) / expected
    }
    #expect(ChiSquare.upperTail(statistic, degreesOfFreedom: 48) > 1e-5)
    #expect(zip(numbers[4], numbers[0]).contains { $0 != $1 })
  }

  @Test func orderAndBlocksDoNotMatter() throws {
    let rows = try HistoryRows(
      steps: [["x1", "y1"], ["x2", "y2"], ["x3", "y3"]], columns: Self.columns, blockLength: 2)
    let straight = try Self.draws(rows, count: 1003)
    #expect(try Self.draws(rows, count: 1003, by: 104) == straight)
    let turned = try HistoryRows(
      steps: [["y1", "x1"], ["y2", "x2"], ["y3", "x3"]], columns: Self.columns.reversed(),
      blockLength: 2)
    let other = try Self.draws(turned, count: 1003)
    #expect([other[3], other[2], other[5], other[4]] == Array(straight[2...5]))
    // Some of the variables, from the block that they are in.
    let few = try JointSampler(Self.joint(rows), seed: 5, needed: [0, 5])
    #expect(few.dimensions.map(\.name) == ["z", "row(x1, y1)"])
    let found = StudentTCopulaTests.fill(few, columns: 8, count: 1003, by: 1024)
    #expect([found[0], found[5]] == [straight[0], straight[5]])
    let named = try HistoryRows(
      steps: rows.steps, columns: Self.columns, blockLength: 2, group: "g")
    #expect(named.blocks.map(\.streamName) == ["row(g, 1)", "row(g, 2)"])
  }

  @Test func drawsFromScores() throws {
    let rows = try HistoryRows(
      steps: [["x1", "y1"], ["x2", "y2"]], columns: Self.columns, blockLength: 1)
    let joint = try Self.joint(rows)
    for sampling in Sampling.allCases {
      let sampler = try JointSampler(joint, seed: 5, sampling: sampling)
      #expect(
        sampler.dimensions.map(\.role) == [
          .variable(0), .variable(1), .row(count: 7), .row(count: 7),
        ])
      let (found, expected) = StudentTCopulaTests.fillBothWays(sampler, columns: 6, count: 1000)
      #expect(found == expected)
    }
  }

  /// By hand: ranks of (3 1 4 1 5 9 2) are (4 1.5 5 1.5 6 7 3), so that with 1 ... 7 the sum of the products of
  /// deviations is 9, of squares 28 and 27.5; scipy.stats.spearmanr gives 0.3243374865704013.
  @Test func correlationsOfColumns() throws {
    let rows = try HistoryRows(
      steps: [["x1", "y1"], ["x2", "y2"], ["x3", "y3"]], columns: Self.columns, blockLength: 2)
    #expect((rows.spearman(0, 1) - 9 / (28 * 27.5).squareRoot()).magnitude < 1e-15)
    // scipy.stats.pearsonr.
    #expect((rows.correlation(0, 1) - 0.3830229586152080).magnitude < 1e-14)
    // y with itself a row later: (2 ... 7, 1) against (1 ... 7), 7 below the full sum of 28.
    #expect((rows.spearman(1, 3) - 7 / 28.0).magnitude < 1e-15)
    #expect(rows.spearman(3, 1) == rows.spearman(1, 3))
    #expect(rows.spearman(1, 5) == 0)
    let joint = try Self.joint(rows)
    #expect(joint.correlation("x1", "y1") == rows.correlation(0, 1))
    #expect(joint.correlation("x1", "a") == 0)
  }

  /// What a seed gives, for ever; another value is a value-breaking change.
  @Test func valueStability() throws {
    let rows = try HistoryRows(
      steps: [["x1", "y1"], ["x2", "y2"]], columns: Self.columns, blockLength: 2)
    let columns = try Self.draws(rows, count: 12)
    #expect(columns[2] == [1, 1, 9, 9, 3, 3, 1, 1, 9, 4, 4, 5])
    #expect(columns[5] == [0.3, 0.5, 0.7, 0.7, 0.2, 0.2, 0.3, 0.3, 0.7, 0.4, 0.4, 0.6])
  }
}
