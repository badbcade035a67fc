import Testing

@testable import Stochastics

@Suite struct LatinHypercubeColumnTests {
  @Test(arguments: [1, 2, 7, 8, 1000, 4096]) func everyStratumOnce(points: Int) {
    let column = LatinHypercubeColumn(points: points, seed: 3, name: "water")
    #expect(column.strata.sorted() == Array(0..<points))
    #expect(column.places.count == points)
  }

  /// Follows from the seed and the name alone.
  @Test func namesAndSeeds() {
    func column(_ seed: UInt64, _ name: String) -> LatinHypercubeColumn {
      LatinHypercubeColumn(points: 100, seed: seed, name: name)
    }
    #expect(column(1, "a") == column(1, "a"))
    #expect(column(1, "a") != column(2, "a"))
    #expect(column(1, "a") != column(1, "b"))
  }

  /// The mean of `rank a x rank b` over many pairs of columns, against that of independent permutations: the
  /// correlation of ranks has mean 0 and variance 1 / (n - 1).
  @Test func columnsAreIndependent() {
    let (points, pairs) = (50, 2000)
    var sum = 0.0
    for pair in 0..<pairs {
      let a = LatinHypercubeColumn(points: points, seed: UInt64(pair), name: "a").strata
      let b = LatinHypercubeColumn(points: points, seed: UInt64(pair), name: "b").strata
      let middle = Double(points - 1) / 2
      let product = zip(a, b).reduce(0) { $0 + (Double($1.0) - middle) * (Double($1.1) - middle) }
      sum += product / (Double(points) * (Double(points * points) - 1) / 12)
    }
    let error = 1 / (Double(pairs) * Double(points - 1)).squareRoot()
    #expect(abs(sum / Double(pairs)) < 4 * error)
  }

  /// A change here is a value-breaking change and needs its own entry in the changelog.
  @Test func valueStability() {
    let column = LatinHypercubeColumn(points: 8, seed: 2025, name: "investment.plan")
    #expect(column.strata == [2, 0, 3, 7, 1, 4, 6, 5])
    #expect(column.places[0] == 3_476_395_790_597_067_494)
  }
}
