import Foundation
import Stochastics
import Testing

@testable import MonteCarlo

/// The interval of a difference of paired proportions.
@Suite struct PairedProportionTests {
  private static let z = 1.959963984540054

  /// The variance of one draw's difference when it has this mean and the counts are as likely as can be, by a
  /// search instead of the root of a quadratic.
  private static func constrainedVariance(_ mean: Double, b: Double, c: Double, n: Double) -> Double
  {
    func logLikelihood(_ q: Double) -> Double {
      func term(_ count: Double, _ p: Double) -> Double { count == 0 ? 0 : count * log(p) }
      return term(b, q + mean) + term(c, q) + term(n - b - c, 1 - 2 * q - mean)
    }
    var (low, high) = (max(0, -mean), (1 - mean) / 2)
    for _ in 0..<200 {
      let (first, second) = (low + (high - low) / 3, high - (high - low) / 3)
      if logLikelihood(first) < logLikelihood(second) { low = first } else { high = second }
    }
    return 2 * (low + high) / 2 + mean - mean * mean
  }

  /// At both ends the score test is exactly at its limit.
  @Test(arguments: [
    (12, 2, 50), (1, 0, 44), (0, 9, 30), (5, 5, 20), (300, 280, 10_000), (3, 0, 1_000_000),
  ])
  func theEndsAreWhereTheScoreTestTurns(_ b: Int, _ c: Int, _ n: Int) {
    let interval = PairedProportion(both: n / 3, onlyFirst: c, onlySecond: b, draws: n).interval
    for end in [interval.lowerBound, interval.upperBound] {
      let variance = Self.constrainedVariance(
        end, b: Double(b), c: Double(c), n: Double(n))
      let score = (Double(b - c) - Double(n) * end) / (Double(n) * variance).squareRoot()
      #expect(abs(abs(score) - Self.z) < 1e-5, "\(score)")
    }
  }

  /// Without a draw that tells the scenarios apart, `z^2 / (n + z^2)` either way.
  @Test func noDrawTellsThemApart() {
    let found = PairedProportion(both: 400, onlyFirst: 0, onlySecond: 0, draws: 1000)
    let end = Self.z * Self.z / (1000 + Self.z * Self.z)
    #expect(found.difference == 0 && found.standardError == 0 && found.varianceRatio == nil)
    #expect(abs(found.interval.upperBound - end) < 1e-14)
    #expect(abs(found.interval.lowerBound + end) < 1e-14)
    #expect(!found.isDistinctFromZero)
  }

  /// The difference of a swap is that of the pair with the other sign, to the last bit.
  @Test(arguments: [(12, 2, 50), (0, 9, 30), (30_000, 28_000, 1_000_000)])
  func aSwapFlipsTheSigns(_ b: Int, _ c: Int, _ n: Int) {
    let one = PairedProportion(both: 10, onlyFirst: c, onlySecond: b, draws: n)
    let other = PairedProportion(both: 10, onlyFirst: b, onlySecond: c, draws: n)
    #expect(one.difference == -other.difference)
    #expect(one.interval.lowerBound == -other.interval.upperBound)
    #expect(one.interval.upperBound == -other.interval.lowerBound)
  }

  /// How often the interval holds the truth, worked out over all counts that 40 draws can show. Tango's
  /// interval is known to stay near its confidence; 92% is the least in this grid.
  @Test func coverage() {
    let n = 40
    var logFactorials = [0.0]
    for k in 1...n { logFactorials.append(logFactorials[k - 1] + log(Double(k))) }
    var intervals: [[ClosedRange<Double>]] = []
    for b in 0...n {
      intervals.append(
        (0...(n - b)).map {
          PairedProportion(both: 0, onlyFirst: $0, onlySecond: b, draws: n).interval
        })
    }
    var coverages: [Double] = []
    for (p, q) in [
      (0.02, 0.02), (0.1, 0.02), (0.1, 0.1), (0.3, 0.05), (0.3, 0.3), (0.5, 0.1), (0.05, 0.0),
    ] {
      var coverage = 0.0
      for b in 0...n {
        for c in 0...(n - b) where intervals[b][c].contains(p - q) {
          if q == 0, c > 0 { continue }
          let rest = Double(n - b - c) * log(1 - p - q)
          let own = Double(b) * log(p) + (c == 0 ? 0 : Double(c) * log(q))
          coverage += exp(
            logFactorials[n] - logFactorials[b] - logFactorials[c] - logFactorials[n - b - c]
              + own + rest)
        }
      }
      coverages.append(coverage)
    }
    #expect(coverages.allSatisfy { $0 > 0.92 }, "\(coverages)")
    let mean = coverages.reduce(0, +) / Double(coverages.count)
    #expect(abs(mean - 0.95) < 0.02, "\(coverages)")
  }
}
