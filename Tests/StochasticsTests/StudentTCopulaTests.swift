import TestSupport
import Testing

@testable import Stochastics

@Suite struct StudentTCopulaTests {
  static let names = ["e", "b", "f", "a", "c"]
  static let three: [[Double]] = [[1, 0.5, -0.3], [0.5, 1, 0], [-0.3, 0, 1]]

  // MARK: Scores

  /// norm.isf(t.sf(s, nu)) of scipy 1.17.
  @Test(arguments: [
    (0.25, 0.001, 0.0005385532636058669), (0.25, 0.7, 0.2965191121664133),
    (0.25, 3.0, 0.6006612969637594), (0.25, 50.0, 1.09900341350981),
    (0.25, 10000.0, 1.797430796040785), (0.5, 0.7, 0.4051045494322563),
    (0.5, 10000.0, 2.725829120026897), (1, 0.001, 0.000797884379528457),
    (1, 0.7, 0.5083616026068641), (1, 3.0, 1.267902518264384), (1, 50.0, 2.491215208667273),
    (1, 10000.0, 3.998809188569729), (2.5, 3.0, 1.795487292797678),
    (2.5, 10000.0, 6.411740113983829), (4, 0.7, 0.63949622971534),
    (4, 3.0, 2.054348558593922), (4, 50.0, 4.900188935793135),
    (4, 10000.0, 8.089317469901024), (30, 0.7, 0.6913900687199065),
    (30, 3.0, 2.782754097210927), (30, 50.0, 11.46977086793531),
    (30, 10000.0, 21.16349155167535), (10000, 0.7, 0.6999739257321884),
    (10000, 3.0, 2.999250352288829), (1_000_000, 3.0, 2.999992500035249),
  ])
  func normalScoresOfTVariables(_ nu: Double, _ s: Double, _ z: Double) {
    let scores = StudentTScores(degreesOfFreedom: nu)
    for sign in [1.0, -1] {
      // Five, so that one is outside of the whole lanes.
      var column = [Double](repeating: sign * s, count: 5)
      let ones = [Double](repeating: 1, count: 5)
      column.withUnsafeMutableBufferPointer { scores.mix($0, factors: ones) }
      #expect(Set(column).count == 1)
      #expect((column[0] - sign * z).magnitude < 1e-12 * max(1, z))
    }
  }

  /// At every score of a fine grid the table gives what the functions behind it give: T(s) by
  /// `StudentTDistribution`, W by the identity of the chi-square distribution of two degrees of freedom,
  /// `W = -2 ln P(W' > W)`.
  @Test func tablesAgainstOtherWays() throws {
    for nu in [1.5, 2, 3.7, 12] {
      let student = try StudentTDistribution(location: 0, scale: 1, degreesOfFreedom: nu)
      let scores = StudentTScores(degreesOfFreedom: nu)
      let grid = (0..<2000).map { 9 * (Double($0) / 1000 - 1) + 0.0003 }
      var column = grid.map { student.quantile(TailProbability(score: $0)) }
      let ones = column.map { _ in 1.0 }
      column.withUnsafeMutableBufferPointer { scores.mix($0, factors: ones) }
      for (found, z) in zip(column, grid) {
        #expect((found - z).magnitude < 1e-12 * max(1, z.magnitude))
      }
    }
    let two = StudentTScores(degreesOfFreedom: 2)
    var factors = (0..<1001).map { 18 * (Double($0) / 1000 - 0.5) }
    let expected = factors.map { score -> Double in
      // The score is the higher, the smaller W.
      let tail = StandardNormal.upperTail(score.magnitude)
      let logUpper = score < 0 ? Elementary.log(tail) : Elementary.log1p(-tail)
      return (2 / (-2 * logUpper)).squareRoot()
    }
    factors.withUnsafeMutableBufferPointer { two.replaceByFactors($0) }
    for (found, factor) in zip(factors, expected) {
      #expect((found / factor - 1).magnitude < 1e-12)
    }
  }

  // MARK: Closed forms

  /// Two ways of scipy: the trapezoidal rule in three dimensions for the expected arcsine, which agrees to 12
  /// digits from three degrees of freedom on with 12 E[T(X) T(Y)] - 3 in polar coordinates.
  @Test(arguments: [
    (0.5, 0.3, 0.236843467642845, 1e-8), (0.5, 0.95, 0.883622751378632, 1e-7),
    (1, 0.3, 0.255011283923895, 1e-12), (1, 0.5, 0.432124769115824, 1e-12),
    (1, -0.7, -0.622849335139498, 1e-12), (1, 0.95, 0.912634575185568, 1e-12),
    (3, 0.3, 0.275481670987579, 1e-12), (3, 0.5, 0.464320478775113, 1e-12),
    (3, -0.7, -0.662358248746395, 1e-12), (3, 0.95, 0.937041179520406, 1e-12),
    (4, 0.5, 0.469020170024216, 1e-12), (4, 0.99, 0.987630781341839, 1e-8),
    (10, 0.5, 0.477386891544995, 1e-12), (10, 0.99, 0.988568536528458, 1e-11),
    (100, 0.3, 0.287225370864672, 1e-12), (100, -0.7, -0.682387580966916, 1e-12),
  ])
  func spearmanOfTheCorrelation(_ nu: Double, _ r: Double, _ rho: Double, _ tolerance: Double)
    throws
  {
    let copula = try StudentTCopula(.independent, degreesOfFreedom: nu)
    #expect((copula.spearman(correlation: r) - rho).magnitude < tolerance)
  }

  @Test func spearmanAtTheEndsAndBack() throws {
    let spearman = try StudentTCopula(.independent, degreesOfFreedom: 3).spearman
    #expect(spearman(correlation: 1) == 1)
    #expect(spearman(correlation: -1) == -1)
    #expect(spearman(correlation: 0) == 0)
    let conversion = CorrelationConversion(spearman)
    for r in [-0.99, -0.4, 0.05, 0.6, 0.97] {
      let back = try conversion.scoreCorrelation(spearman(correlation: r))
      #expect((back - r).magnitude < 1e-12)
    }
    // Many degrees of freedom: the Gaussian copula's (6 / pi) asin(r / 2), which is 1/2 at 2 sin(pi / 12).
    let many = try StudentTCopula(.independent, degreesOfFreedom: 1e6).spearman
    let r = (6.0.squareRoot() - 2.0.squareRoot()) / 2
    #expect((many(correlation: r) - 0.5).magnitude < 1e-6)
  }

  /// 2 t.sf(sqrt((nu + 1)(1 - r)/(1 + r)), nu + 1) of scipy; rounded to two places, those of A. J. McNeil, R.
  /// Frey and P. Embrechts, "Quantitative risk management" (2005), table 5.1.
  @Test(arguments: [
    (2.0, 0.0, 0.181690113816209), (2, 0.5, 0.391002218955770), (2, 0.9, 0.717685644210786),
    (2, -0.5, 0.057668885622437), (4, 0, 0.075586818421612), (4, 0.5, 0.253169995100323),
    (4, 0.9, 0.629811871192465), (10, 0, 0.006872303308921), (10, 0.9, 0.462724494710046),
    (10, -0.5, 0.000129401695480), (0.5, 0.5, 0.573047390088799), (4, 1, 1), (4, -1, 0),
  ])
  func tailDependence(_ nu: Double, _ r: Double, _ lambda: Double) throws {
    let copula = try StudentTCopula(.independent, degreesOfFreedom: nu)
    #expect((copula.tailDependence(correlation: r) - lambda).magnitude < 1e-13)
  }

  @Test(arguments: [0.2, 0, -1, .nan, .infinity, 1.1e6])
  func badDegreesOfFreedom(_ nu: Double) throws {
    let error = #expect(throws: DependenceError.self) {
      try StudentTCopula(names: ["a"], correlation: [[1]], degreesOfFreedom: nu)
    }
    guard case .degreesOfFreedom = error else {
      Issue.record("another error")
      return
    }
  }

  // MARK: Draws

  /// 10^6 draws. Kendall's tau of neighbouring pairs of draws (n/2 independent comparisons), Spearman's
  /// rho of known uniform marginals (12 U V - 3 has the sample's own error), within 4.5 standard errors;
  /// marginals by Kolmogorov and Smirnov at a probability above 10^-5.
  @Test(arguments: [1.0, 4.0, 30.0])
  func rankCorrelationsAndMarginals(_ nu: Double) throws {
    let count = 1_000_000
    let r = 0.5
    let copula = try StudentTCopula(
      names: ["a", "b"], correlation: [[1, r], [r, 1]], degreesOfFreedom: nu)
    let columns = try Self.draws(["a", "b"], [.studentT(copula)], count: count)
    let products = zip(columns[0], columns[1]).map {
      12 * StandardNormal.cumulative($0) * StandardNormal.cumulative($1) - 3
    }
    let moments = Self.meanAndError(products)
    #expect((moments.mean - copula.spearman(correlation: r)).magnitude < 4.5 * moments.error)
    let signs = stride(from: 0, to: count, by: 2).map { i -> Double in
      let isOrdered = columns[0][i] < columns[0][i + 1]
      return isOrdered == (columns[1][i] < columns[1][i + 1]) ? 1 : -1
    }
    let kendall = Self.meanAndError(signs)
    // (2 / pi) asin(1/2) = 1/3.
    #expect((kendall.mean - 1 / 3.0).magnitude < 4.5 * kendall.error)
    for column in columns {
      let test = KolmogorovSmirnov(column) { StandardNormal.cumulative($0) }
      #expect(test.pValue > 1e-5)
    }
  }

  /// The share of draws beyond the quantile at 1/1000 in both variables, against the copula itself: by
  /// integration over W, P = E[Phi2(-s sqrt(W/nu), ...)], which scipy's multivariate_t gives as below; and
  /// nearly lambda x 1/1000, which a Gaussian copula misses by far. 10^6 draws, 4.5 standard errors.
  @Test func extremesComeTogether() throws {
    let count = 1_000_000
    let correlation: [[Double]] = [[1, 0.5], [0.5, 1]]
    let copula = try StudentTCopula(
      names: ["a", "b"], correlation: correlation, degreesOfFreedom: 4)
    let columns = try Self.draws(["a", "b"], [.studentT(copula)], count: count)
    let edge = 3.090232306167813  // upper 1/1000
    for sign in [1.0, -1] {
      let hits = zip(columns[0], columns[1]).count { sign * $0 > edge && sign * $1 > edge }
      let p = Self.jointTail
      let error = (p * (1 - p) / Double(count)).squareRoot()
      #expect((Double(hits) / Double(count) - p).magnitude < 4.5 * error)
    }
    let plain = try Self.draws(
      ["a", "b"],
      [.gaussian(GaussianCopula(names: ["a", "b"], correlation: correlation))], count: count)
    let hits = zip(plain[0], plain[1]).count { $0 > edge && $1 > edge }
    #expect(Double(hits) / Double(count) < 0.3 * Self.jointTail)
  }

  /// P(X > q, Y > q) for a bivariate t with nu = 4, r = 1/2 and q the upper 1/1000 quantile.
  static let jointTail = 0.0002634932

  /// With a million degrees of freedom a draw is that of the Gaussian copula to 1e-2 of a score at nine
  /// standard deviations and 1e-2 in the centre, where sqrt(W/nu) is one to 1/1000.
  @Test func manyDegreesOfFreedom() throws {
    let gaussian = try GaussianCopula(names: ["e", "b", "f"], correlation: Self.three)
    let copula = try StudentTCopula(gaussian, degreesOfFreedom: 1e6)
    let one = try Self.draws(Self.names, [.gaussian(gaussian)], count: 10_000)
    let other = try Self.draws(Self.names, [.studentT(copula)], count: 10_000)
    for (first, second) in zip(one, other) {
      for (x, y) in zip(first, second) { #expect((x - y).magnitude < 0.005 * max(1, x.magnitude)) }
    }
    #expect(one[3] == other[3])
  }

  @Test func orderBlocksAndOtherGroupsDoNotMatter() throws {
    let copula = try StudentTCopula(
      names: ["e", "b", "f"], correlation: Self.three, degreesOfFreedom: 3)
    let turned = try StudentTCopula(
      names: ["f", "e", "b"],
      correlation: [[1, -0.3, 0], [-0.3, 1, 0.5], [0, 0.5, 1]], degreesOfFreedom: 3)
    let straight = try Self.draws(Self.names, [.studentT(copula)], count: 1003)
    #expect(try Self.draws(Self.names, [.studentT(turned)], count: 1003) == straight)
    let other = try GaussianCopula(names: ["a", "c"], correlation: [[1, 0.2], [0.2, 1]])
    let among = try Self.draws(Self.names, [.gaussian(other), .studentT(copula)], count: 1003)
    #expect(Array(among[0..<3]) == Array(straight[0..<3]))
    #expect(try Self.draws(Self.names, [.studentT(copula)], count: 1003, by: 104) == straight)
    #expect(try Self.draws(Self.names, [.studentT(copula)], count: 1003, by: 8) == straight)
    // Only some of the variables: the same draws, without those that they do not need.
    let joint = try Self.joint(Self.names, [.studentT(copula)])
    let few = try JointSampler(joint, seed: 5, needed: [1])
    #expect(few.dimensions.map(\.name) == ["b", "mixing(b, e, f)"])
    #expect(Self.fill(few, columns: 5, count: 1003, by: 1024)[1] == straight[1])
  }

  /// Two groups with W of their own, and one group whose W has a name that does not depend on its members.
  @Test func mixingHasItsOwnStream() throws {
    let copula = try StudentTCopula(
      names: ["a", "b"], correlation: [[1, 0], [0, 1]], degreesOfFreedom: 3, group: "g")
    #expect(copula.mixingName == "mixing(g)")
    let other = try copula.renamed(group: "h") { $0 == "a" ? "c" : "e" }
    #expect(other.names == ["c", "e"])
    #expect(other.mixingName == "mixing(h)")
    #expect(throws: DependenceError.duplicateStream("mixing(g)")) {
      try Self.joint(
        Self.names,
        [.studentT(copula), .studentT(copula.renamed(group: "g") { $0 == "a" ? "c" : "e" })])
    }
    // Squares of the scores of one group move together, those of two groups do not.
    let columns = try Self.draws(Self.names, [.studentT(copula), .studentT(other)], count: 100_000)
    func together(_ i: Int, _ j: Int) -> (mean: Double, error: Double) {
      Self.meanAndError(zip(columns[i], columns[j]).map { ($0 * $0 - 1) * ($1 * $1 - 1) })
    }
    let (within, between) = (together(3, 1), together(3, 4))
    #expect(within.mean > 10 * within.error)
    #expect(between.mean.magnitude < 4.5 * between.error)
  }

  @Test func drawsFromScores() throws {
    let copula = try StudentTCopula(
      names: ["e", "b", "f"], correlation: Self.three, degreesOfFreedom: 2.5)
    let joint = try Self.joint(Self.names, [.studentT(copula)])
    for sampling in Sampling.allCases {
      let sampler = try JointSampler(joint, seed: 9, sampling: sampling)
      #expect(sampler.dimensions.map(\.role) == (0..<5).map { .variable($0) } + [.mixing])
      let (found, expected) = Self.fillBothWays(sampler, columns: 5, count: 1000)
      #expect(found == expected)
    }
  }

  /// What a seed gives, for ever; another value is a value-breaking change.
  @Test func valueStability() throws {
    let copula = try StudentTCopula(
      names: ["e", "b", "f"], correlation: Self.three, degreesOfFreedom: 4)
    let columns = try Self.draws(Self.names, [.studentT(copula)], count: 8)
    #expect(columns[0][0...2] == [-0.9111156962575078, 2.304771034887734, -2.1571334228914987])
    #expect(columns[2][0...2] == [0.07451174590352828, -0.5947604509976668, 2.13006036362435])
  }

  // MARK: Helpers

  static func joint(_ names: [String], _ groups: [Dependence]) throws -> JointDistribution {
    try JointDistribution(
      variables: names.map { .init(name: $0, marginal: NormalDistribution.standard) },
      groups: groups)
  }

  static func draws(
    _ names: [String], _ groups: [Dependence], count: Int, by block: Int = 1024
  ) throws -> [[Double]] {
    let sampler = try JointSampler(joint(names, groups), seed: 5)
    return fill(sampler, columns: names.count, count: count, by: block)
  }

  /// Draws from zero on, a block after the other.
  static func fill(_ sampler: JointSampler, columns: Int, count: Int, by block: Int) -> [[Double]] {
    var result = [[Double]](repeating: [], count: columns)
    var memory = [Double](repeating: 0, count: columns * block)
    for first in stride(from: 0, to: count, by: block) {
      let length = min(block, count - first)
      memory.withUnsafeMutableBufferPointer {
        guard let start = $0.baseAddress else { return }
        sampler.fill(columns: start, stride: block, count: length, firstDraw: first)
      }
      for k in 0..<columns { result[k] += memory[k * block..<k * block + length] }
    }
    return result
  }

  /// The draws from their scores, and without them.
  static func fillBothWays(
    _ sampler: JointSampler, columns: Int, count: Int
  ) -> (fromScores: [[Double]], straight: [[Double]]) {
    var scores = [Double](repeating: .nan, count: sampler.dimensions.count * count)
    var memory = [Double](repeating: .nan, count: columns * count)
    scores.withUnsafeMutableBufferPointer { scores in
      guard let source = scores.baseAddress else { return }
      sampler.fillScores(source, stride: count, count: count, firstDraw: 0)
      memory.withUnsafeMutableBufferPointer {
        guard let start = $0.baseAddress else { return }
        sampler.fill(columns: start, stride: count, count: count, from: source)
      }
    }
    return (
      (0..<columns).map { Array(memory[$0 * count..<($0 + 1) * count]) },
      fill(sampler, columns: columns, count: count, by: count)
    )
  }

  static func meanAndError(_ values: [Double]) -> (mean: Double, error: Double) {
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n
    return (mean, (variance / n).squareRoot())
  }
}
