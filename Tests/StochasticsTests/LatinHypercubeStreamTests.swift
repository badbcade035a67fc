import TestSupport
import Testing

@testable import Stochastics

@Suite struct LatinHypercubeStreamTests {
  private static let size = LatinHypercubeStream.hypercubeSize

  /// Probabilities below, of one hypercube; exact enough to tell strata of 2^-10.
  private static func fractions(_ name: String, hypercube: Int) -> [Double] {
    let stream = LatinHypercubeStream(seed: 21, name: name)
    return DrawSequenceTests.column(size) { stream.fillTails($0, firstDraw: size * hypercube) }
      .map { $0 < 0 ? -$0 : 1 - $0 }
  }

  private static func strata(_ name: String, hypercube: Int) -> [Int] {
    fractions(name, hypercube: hypercube).map { Int($0 * Double(size)) }
  }

  /// A change here is a value-breaking change and needs its own entry in the changelog.
  @Test func valueStability() {
    let stream = LatinHypercubeStream(seed: 2025, name: "agriculture.growth")
    #expect(
      (0..<3).map { stream.normal(draw: $0) } == [
        1.0207421581292806, 0.5995157301364304, 2.535178935570882,
      ])
  }

  @Test(arguments: [0, 1, 2, 1000, 1 << 40])
  func everyStratumOnce(hypercube: Int) {
    #expect(Self.strata("once", hypercube: hypercube).sorted() == Array(0..<Self.size))
  }

  /// Orders differ between hypercubes and variables as random permutations do: the number of draws at
  /// which two of them agree has mean 1 and variance 1. Over 400 pairs of each kind, five standard
  /// errors.
  @Test func ordersAreUnrelated() {
    var agreements = 0
    let pairs = 400
    for k in 0..<pairs / 2 {
      let first = Self.strata("a", hypercube: 2 * k)
      let next = Self.strata("a", hypercube: 2 * k + 1)
      let other = Self.strata("b", hypercube: 2 * k)
      agreements += zip(first, next).count { $0 == $1 } + zip(first, other).count { $0 == $1 }
    }
    #expect(abs(Double(agreements) - Double(pairs)) < 5 * Double(pairs).squareRoot())
  }

  /// A shuffle puts every stratum at every draw: counts of strata in 16 classes at draws in 16 classes
  /// over 100 hypercubes. The statistic of the 256 cells, about chi-square with 225 degrees of freedom
  /// (a permutation fixes the margins, and for cells of 64 x 64 out of 1024 the variance is that of a
  /// table with fixed margins), stays within five standard deviations.
  @Test func everyOrderIsAsLikely() {
    var counts = [Double](repeating: 0, count: 256)
    let hypercubes = 100
    for k in 0..<hypercubes {
      for (draw, stratum) in Self.strata("shuffle", hypercube: k).enumerated() {
        counts[draw / 64 * 16 + stratum / 64] += 1
      }
    }
    let expected = Double(hypercubes * Self.size) / 256
    let statistic = counts.reduce(0.0) { $0 + ($1 - expected) * ($1 - expected) / expected }
    #expect(abs(statistic - 225) < 5 * (2 * 225.0).squareRoot())
  }

  /// Places within the strata are uniform, whichever the stratum, at every draw: n = 20,480, alpha =
  /// 1e-6 each.
  @Test func placesAreUniform() {
    var places: [Double] = []
    var late: [Double] = []
    for k in 0..<20 {
      let part = Self.fractions("places", hypercube: k).map {
        ($0 * Double(Self.size)).truncatingRemainder(dividingBy: 1)
      }
      places += part
      late += part[..<64]  // The shuffle takes these last, from few strata.
    }
    #expect(KolmogorovSmirnov(places, cumulative: { $0 }).pValue > 1e-6)
    #expect(KolmogorovSmirnov(late, cumulative: { $0 }).pValue > 1e-6)
  }

  /// The mean of u over a hypercube of m draws has variance 1 / (12 m^3): places alone vary. 400
  /// hypercubes, five standard errors of a variance.
  @Test func additivePartVanishes() {
    let squares = (0..<400).map { k in
      let sum = Self.fractions("additive", hypercube: k).reduce(0.0) { $0 + ($1 - 0.5) }
      return sum * sum / Double(Self.size)
    }
    let expected = 1 / (12 * Double(Self.size * Self.size))
    let mean = squares.reduce(0, +) / 400
    #expect(abs(mean / expected - 1) < 5 * (2.0 / 400).squareRoot())
  }

  /// Interactions stay: the mean of (u - 1/2)(v - 1/2) over m draws has variance 1 / (144 (m - 1)),
  /// that of a random permutation of 1024 strata, up to places. 400 hypercubes, five standard errors.
  @Test func interactionsStay() {
    let squares = (0..<400).map { k in
      let u = Self.fractions("u", hypercube: k)
      let v = Self.fractions("v", hypercube: k)
      let sum = zip(u, v).reduce(0.0) { $0 + ($1.0 - 0.5) * ($1.1 - 0.5) }
      return sum * sum / Double(Self.size)
    }
    let mean = squares.reduce(0, +) / 400
    #expect(abs(mean * 144 - 1) < 5 * (2.0 / 400).squareRoot())
  }
}
