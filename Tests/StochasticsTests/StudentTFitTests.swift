import Stochastics
import TestSupport
import Testing

@Suite struct StudentTFitTests {
  private static let base = (0..<60).map { Double((($0 * 37 + 11) % 101)) / 50 - 1 }

  /// By scipy 1.17.1: `scipy.optimize.minimize` of `-scipy.stats.t.logpdf(x, v, m, s).sum()` over m, ln s and ln v,
  /// Nelder-Mead from four starts, twice, to 1e-13; `scipy.stats.norm.logpdf` for the normal one.
  @Test func fatTails() throws {
    let fit = try #require(StudentTFit(Self.base.map { $0 / (1.15 - $0 * $0) + 0.1 }))
    #expect((fit.location - 0.101294084778069).magnitude < 1e-7)
    #expect((fit.scale - 0.6712029553883457).magnitude < 1e-7)
    #expect((fit.degreesOfFreedom - 1.506407757281095).magnitude < 1e-6)
    #expect((fit.logLikelihood + 104.86445450833061).magnitude < 1e-10)
    #expect((fit.normalLogLikelihood + 119.61038698657845).magnitude < 1e-10)
    #expect(fit.hasFatTails)
  }

  @Test func slightlyFatTails() throws {
    let fit = try #require(StudentTFit(Self.base.map { $0 * $0 * $0 + 0.3 * $0 + 0.02 }))
    #expect((fit.location - 0.0294038).magnitude < 1e-5)
    #expect((fit.scale - 0.516647).magnitude < 1e-5)
    #expect((fit.degreesOfFreedom - 14.7274).magnitude < 1e-2)
    #expect((fit.logLikelihood + 49.65252963902814).magnitude < 1e-9)
    #expect(!fit.hasFatTails)
  }

  /// Even figures have thinner tails than normal ones: nothing is forced.
  @Test func thinTails() throws {
    let fit = try #require(StudentTFit(Self.base))
    #expect(fit.degreesOfFreedom == .infinity && !fit.hasFatTails)
    #expect((fit.location - 0.008333333333333333).magnitude < 1e-14)
    #expect((fit.scale - 0.582743988004643).magnitude < 1e-14)
    #expect((fit.logLikelihood + 52.735872929450196).magnitude < 1e-12)
    #expect(StudentTFit([1, 2]) == nil)
    #expect(StudentTFit([1, 1, 1]) == nil)
    #expect(StudentTFit([1, 2, .nan]) == nil)
  }

  /// Samples of a known distribution give it back; the standard error of 1/v at v = 4 from 4,000 is about 0.014.
  @Test(arguments: [3.0, 4, 8])
  func samples(_ degrees: Double) throws {
    let truth = try StudentTDistribution(location: 0.02, scale: 0.01, degreesOfFreedom: degrees)
    var random = SplitMix64(seed: 7)
    let sample = (0..<4000).map { _ in truth.quantile(random.nextUniform()) }
    let fit = try #require(StudentTFit(sample))
    #expect((1 / fit.degreesOfFreedom - 1 / degrees).magnitude < 4 * 0.014)
    #expect((fit.location - 0.02).magnitude < 4 * 0.01 * 1.3 / 4000.0.squareRoot())
    #expect((fit.scale / 0.01 - 1).magnitude < 4 * 0.017)
  }
}
