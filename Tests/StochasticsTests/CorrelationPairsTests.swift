import Testing

@testable import Stochastics

@Suite struct CorrelationPairsTests {
  @Test func pairsAreTheMatrix() throws {
    let pairs = try GaussianCopula(pairs: [("b", "a", 0.5), ("a", "c", -0.25)])
    #expect(pairs.names == ["b", "a", "c"])
    #expect(pairs.correlation == [[1, 0.5, 0], [0.5, 1, -0.25], [0, -0.25, 1]])
  }

  @Test func noPairsAreIndependence() throws {
    #expect(try GaussianCopula(pairs: []).names == [])
  }

  @Test func impossiblePairs() {
    #expect(throws: DependenceError.pairTwice("b", "a")) {
      try GaussianCopula(pairs: [("a", "b", 0.5), ("b", "a", 0.5)])
    }
    #expect(throws: DependenceError.outOfRange(row: 0, column: 1, value: 1.5)) {
      try GaussianCopula(pairs: [("a", "b", 1.5)])
    }
    #expect(throws: DependenceError.diagonal(row: 0, value: 0.5)) {
      try GaussianCopula(pairs: [("a", "a", 0.5)])
    }
    #expect {
      try GaussianCopula(pairs: [("a", "b", 0.9), ("b", "c", 0.9), ("a", "c", -0.9)])
    } throws: {
      guard case DependenceError.notPositiveSemidefinite = $0 else { return false }
      return true
    }
  }

  @Test func marginalsByName() throws {
    let normal = try NormalDistribution(mean: 1, standardDeviation: 2)
    let joint = try JointDistribution(
      ["a": normal, "b": NormalDistribution.standard, "c": normal],
      correlations: [("c", "a", 0.5)])
    #expect(joint.variables.map(\.name) == ["a", "b", "c"])
    #expect(joint.marginal(of: "c") as? NormalDistribution == normal)
    #expect(joint.correlation("a", "c") == 0.5)
    #expect(joint.correlation("a", "b") == 0)
    #expect(throws: DependenceError.unknownVariable("d")) {
      try JointDistribution(["a": normal], correlations: [("a", "d", 0.5)])
    }
    #expect(throws: DependenceError.duplicateVariable("a")) {
      try JointDistribution(["a": normal, "a": normal])
    }
  }
}
