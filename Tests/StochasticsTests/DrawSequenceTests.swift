import TestSupport
import Testing

@testable import Stochastics

/// What all ways to spread draws have in common.
@Suite struct DrawSequenceTests {
  enum Kind: CaseIterable { case pseudoRandom, antithetic, latinHypercube, sobol }

  static func sequence(_ kind: Kind, seed: UInt64, name: String) -> any DrawSequence {
    switch kind {
    case .pseudoRandom: RandomStream(seed: seed, name: name)
    case .antithetic: AntitheticStream(seed: seed, name: name)
    case .latinHypercube: LatinHypercubeStream(seed: seed, name: name)
    case .sobol: SobolStream(seed: seed, name: name, dimension: 37)
    }
  }

  static func signed(_ p: TailProbability) -> Double {
    p.tail == .lower ? -p.probability : p.probability
  }

  /// A column is the draws one by one, in every bit, wherever it begins and ends: in the middle of a
  /// run of 1024, across its end, far out.
  @Test(arguments: Kind.allCases, [0, 8, 1016, 3 * 1024 + 512, 1 << 40])
  func columnsAgreeWithSingleDraws(kind: Kind, first: Int) {
    let sequence = Self.sequence(kind, seed: 7, name: "services.growth")
    let expected = (0..<48).map { sequence.probability(draw: first + $0) }
    for count in [1, 3, 8, 13, 48] {
      let tails = Self.column(count) { sequence.fillTails($0, firstDraw: first) }
      let scores = Self.column(count) { sequence.fillNormals($0, firstDraw: first) }
      #expect(tails == expected[..<count].map(Self.signed))
      #expect(scores == expected[..<count].map(StandardNormal.quantile))
      #expect(scores.last == sequence.normal(draw: first + count - 1))
    }
  }

  /// However a column is cut, its draws are the same.
  @Test(arguments: Kind.allCases)
  func cutsDoNotMatter(kind: Kind) {
    let sequence = Self.sequence(kind, seed: 8, name: "cut")
    let whole = Self.column(5000) { sequence.fillNormals($0, firstDraw: 0) }
    for size in [8, 40, 1000, 1024, 2056] {
      var parts: [Double] = []
      while parts.count < whole.count {
        let first = parts.count
        parts += Self.column(min(size, whole.count - first)) {
          sequence.fillNormals($0, firstDraw: first)
        }
      }
      #expect(parts == whole)
    }
  }

  @Test(arguments: Kind.allCases)
  func emptyColumn(kind: Kind) {
    let sequence = Self.sequence(kind, seed: 1, name: "x")
    #expect(Self.column(0) { sequence.fillTails($0, firstDraw: 8) }.isEmpty)
    #expect(Self.column(0) { sequence.fillNormals($0, firstDraw: 8) }.isEmpty)
  }

  @Test(arguments: Kind.allCases)
  func sequencesDifferBySeedAndName(kind: Kind) {
    var firsts: Set<Double> = []
    for seed: UInt64 in [0, 1, 2] {
      for name in ["", "a", "b", "ab"] {
        firsts.insert(Self.sequence(kind, seed: seed, name: name).normal(draw: 0))
      }
    }
    firsts.insert(RandomStream(seed: 0, name: "a").normal(draw: 8))
    #expect(firsts.count == 13)
  }

  /// One draw out of each run of 1024, n = 2000 over names and runs, against the uniform
  /// distribution: alpha = 1e-6.
  @Test(arguments: Kind.allCases, [0, 3, 7])
  func eachDrawIsUniform(kind: Kind, row: Int) {
    var sample: [Double] = []
    for name in 0..<125 {
      let sequence = Self.sequence(kind, seed: 5, name: "uniform \(name)")
      for run in 0..<16 {
        let tails = Self.column(8) { sequence.fillTails($0, firstDraw: 1024 * run) }
        sample.append(tails[row] < 0 ? -tails[row] : 1 - tails[row])
      }
    }
    #expect(KolmogorovSmirnov(sample, cumulative: { $0 }).pValue > 1e-6)
  }

  /// n = 32,768 consecutive scores against the standard normal distribution, alpha = 1e-6.
  @Test(arguments: Kind.allCases)
  func consecutiveDrawsAreNormal(kind: Kind) {
    let sequence = Self.sequence(kind, seed: 6, name: "normal")
    let scores = Self.column(1 << 15) { sequence.fillNormals($0, firstDraw: 0) }
    #expect(KolmogorovSmirnov(scores, cumulative: StandardNormal.cumulative).pValue > 1e-6)
  }

  /// Two variables have nothing in common: the correlation of n = 32,768 scores stays within five
  /// standard errors of independent draws. Antithetic pairs repeat each product, which leaves half
  /// as many.
  @Test(arguments: Kind.allCases)
  func variablesAreUncorrelated(kind: Kind) {
    let count = 1 << 15
    func scores(_ name: String, _ dimension: Int) -> [Double] {
      let sequence: any DrawSequence =
        kind == .sobol
        ? SobolStream(seed: 9, name: name, dimension: dimension)
        : Self.sequence(kind, seed: 9, name: name)
      return Self.column(count) { sequence.fillNormals($0, firstDraw: 0) }
    }
    let mean = zip(scores("first", 5), scores("second", 19)).reduce(0.0) { $0 + $1.0 * $1.1 }
    let independent = Double(kind == .antithetic ? count / 2 : count)
    #expect(abs(mean / Double(count)) < 5 / independent.squareRoot())
  }

  static func column(
    _ count: Int, _ fill: (UnsafeMutableBufferPointer<Double>) -> Void
  ) -> [Double] {
    var column = [Double](repeating: .nan, count: count)
    column.withUnsafeMutableBufferPointer { fill($0) }
    return column
  }
}
