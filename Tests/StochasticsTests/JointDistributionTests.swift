import TestSupport
import Testing

@testable import Stochastics

@Suite struct JointDistributionTests {
  static let first: [[Double]] = [[1, 0.6, 0.25], [0.6, 1, -0.5], [0.25, -0.5, 1]]
  static let second: [[Double]] = [[1, -0.75], [-0.75, 1]]
  static let names = ["e", "b", "f", "a", "d", "c"]

  @Test func namesMustFit() throws {
    let copula = try GaussianCopula(names: ["a", "b"], correlation: Self.second)
    let other = try GaussianCopula(names: ["b", "c"], correlation: Self.second)
    let variables = ["a", "b", "c"].map(variable)
    #expect(throws: DependenceError.inTwoGroups("b")) {
      try JointDistribution(variables: variables, groups: [.gaussian(copula), .gaussian(other)])
    }
    #expect(throws: DependenceError.unknownVariable("b")) {
      try JointDistribution(variables: [variable("a")], groups: [.gaussian(copula)])
    }
    #expect(throws: DependenceError.duplicateVariable("a")) {
      try JointDistribution(variables: variables + [variable("a")], groups: [])
    }
    #expect(
      DependenceError.inTwoGroups("b").description
        == "the variable 'b' is in two groups of dependence")
  }

  /// Two groups are one copula with zeros between them, to the bit.
  @Test func groupsAreBlocksOfOneCopula() throws {
    let block = ["f", "b", "d", "a", "e"]
    let correlation = block.indices.map { i in
      block.indices.map { j in
        i < 3 && j < 3 ? Self.first[i][j] : (i >= 3 && j >= 3 ? Self.second[i - 3][j - 3] : 0)
      }
    }
    let whole = try JointDistribution(
      variables: Self.names.map(variable),
      dependence: GaussianCopula(names: block, correlation: correlation))
    let parts = try JointDistribution(
      variables: Self.names.map(variable),
      groups: [
        .gaussian(GaussianCopula(names: ["f", "b", "d"], correlation: Self.first)),
        .gaussian(GaussianCopula(names: ["a", "e"], correlation: Self.second)),
      ])
    #expect(try draws(whole, count: 200) == draws(parts, count: 200))
  }

  /// Groups come and go without moving the draws of the others.
  @Test func groupsDoNotMatterToEachOther() throws {
    let group = try GaussianCopula(names: ["a", "e"], correlation: Self.second)
    let alone = try JointDistribution(
      variables: ["a", "e"].map(variable), groups: [.gaussian(group)])
    let among = try JointDistribution(
      variables: Self.names.map(variable),
      groups: [
        .gaussian(GaussianCopula(names: ["f", "b", "d"], correlation: Self.first)),
        .gaussian(group),
      ])
    let found = try draws(among, count: 100)
    #expect(try [found[3], found[0]] == draws(alone, count: 100))
  }

  /// n = 200,000 draws: correlations within a group as given and between groups zero, within
  /// 4.5 standard errors sqrt((1 + r^2) / n) of a mean product of standard scores.
  @Test func correlationsWithinAndBetween() throws {
    let count = 200_000
    let base = try GaussianCopula(names: ["x1", "y1"], correlation: Self.second)
    let names = ["x1", "y1", "x2", "y2"]
    let joint = try JointDistribution(
      variables: names.map(variable),
      groups: [.gaussian(base), .gaussian(base.renamed { $0.replacing("1", with: "2") })])
    let columns = try draws(joint, count: count)
    for i in 0..<4 {
      for j in 0..<i {
        let product = zip(columns[i], columns[j]).reduce(0) { $0 + $1.0 * $1.1 } / Double(count)
        let r = i / 2 == j / 2 ? -0.75 : 0
        #expect((product - r).magnitude < 4.5 * ((1 + r * r) / Double(count)).squareRoot())
      }
    }
  }

  /// The same shocks in many quarters have one factor.
  @Test func equalGroupsShareTheirFactor() throws {
    let base = try GaussianCopula(names: ["c", "a", "b"], correlation: Self.first)
    let quarters = try (1...40).map { quarter in try base.renamed { "\($0)\(quarter)" } }
    let given = try GaussianCopula(names: ["z", "x", "y"], correlation: Self.first)
    let joint = try JointDistribution(
      variables: (quarters + [given]).flatMap(\.names).map(variable),
      groups: (quarters + [given]).map { .gaussian($0) })
    #expect((try JointSampler(joint, seed: 1)).factorCount == 1)
  }

  /// Renaming is the same as starting anew, also where the names sort in another order.
  @Test(arguments: [["p", "q", "r"], ["r", "p", "q"]])
  func renamed(_ names: [String]) throws {
    let old = ["a", "b", "c"]
    let base = try GaussianCopula(names: old, correlation: Self.first)
    let places = Dictionary(uniqueKeysWithValues: zip(old, names))
    let renamed = try base.renamed { places[$0] ?? "" }
    let anew = try GaussianCopula(names: names, correlation: Self.first)
    #expect(renamed.names == names)
    #expect(renamed.factorOrder == anew.factorOrder)
    #expect(renamed.factor == anew.factor)
    #expect(throws: DependenceError.duplicateVariable("same")) { try base.renamed { _ in "same" } }
  }

  /// The independent scores of a draw give the draw, up to the rounding of what has a formula in the
  /// probability.
  @Test func drawsFromScores() throws {
    let joint = try JointDistribution(
      variables: [
        variable("e"), variable("b"), variable("unseen"),
        .init(name: "t", marginal: TriangularDistribution(lower: -1, mode: 0, upper: 2)),
        .init(name: "f", marginal: BernoulliDistribution(probability: 0.3)),
        .init(name: "u", marginal: UniformDistribution(lower: 1, upper: 3)),
      ], groups: [.gaussian(GaussianCopula(names: ["e", "b", "f"], correlation: Self.first))])
    let sampler = try JointSampler(joint, seed: 9, needed: [0, 3, 4, 5])
    // The score of 'b' is needed for that of 'e', which comes after it.
    #expect(sampler.dimensions.map(\.variable) == [0, 1, 3, 4, 5])
    let (count, stride) = (1000, 1024)
    var scores = [Double](repeating: .nan, count: 5 * stride)
    var found = [Double](repeating: .nan, count: 6 * stride)
    var expected = found
    scores.withUnsafeMutableBufferPointer { scores in
      sampler.fillScores(scores.baseAddress!, stride: stride, count: count, firstDraw: 8)
      found.withUnsafeMutableBufferPointer {
        sampler.fill(
          columns: $0.baseAddress!, stride: stride, count: count, from: scores.baseAddress!)
      }
    }
    expected.withUnsafeMutableBufferPointer {
      sampler.fill(columns: $0.baseAddress!, stride: stride, count: count, firstDraw: 8)
    }
    for column in [0, 3, 4, 5] {
      for row in 0..<count {
        let (one, other) = (found[column * stride + row], expected[column * stride + row])
        #expect((one - other).magnitude <= 1e-14)
      }
    }
  }

  @Test func correlationsByName() throws {
    let joint = try JointDistribution(
      variables: Self.names.map(variable),
      groups: [
        .gaussian(GaussianCopula(names: ["f", "b", "d"], correlation: Self.first)),
        .gaussian(GaussianCopula(names: ["a", "e"], correlation: Self.second)),
      ])
    #expect(joint.correlation("d", "b") == -0.5)
    #expect(joint.correlation("e", "a") == -0.75)
    #expect(joint.correlation("a", "b") == 0)
    #expect(joint.correlation("c", "a") == 0)
    #expect(joint.correlation("c", "c") == 1)
  }

  @Test func marginalsByName() throws {
    let joint = try JointDistribution(variables: Self.names.map(variable), groups: [])
    #expect(joint.marginal(of: "d") is NormalDistribution)
    #expect(joint.marginal(of: "z") == nil)
  }

  private func variable(_ name: String) -> JointDistribution.Variable {
    .init(name: name, marginal: NormalDistribution.standard)
  }

  private func draws(_ joint: JointDistribution, count: Int) throws -> [[Double]] {
    let sampler = try JointSampler(joint, seed: 5)
    let variables = joint.variables.count
    var memory = [Double](repeating: 0, count: variables * count)
    memory.withUnsafeMutableBufferPointer {
      guard let start = $0.baseAddress else { return }
      sampler.fill(columns: start, stride: count, count: count, firstDraw: 0)
    }
    return (0..<variables).map { Array(memory[$0 * count..<($0 + 1) * count]) }
  }
}
