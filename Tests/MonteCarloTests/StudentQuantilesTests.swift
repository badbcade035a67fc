import Stochastics
import Testing

@testable import MonteCarlo

@Suite struct StudentQuantilesTests {
  /// Against the distribution itself.
  @Test(arguments: [1.25, 2, 2.5, 3.5, 7, 9.9, 10, 10.5, 31, 63, 400, 1e5])
  func quantiles(_ degrees: Double) throws {
    let student = try StudentTDistribution(location: 0, scale: 1, degreesOfFreedom: degrees)
    let truth = student.quantile(TailProbability(upper: 0.025))
    let found = StudentQuantiles.critical(fractional: degrees)
    #expect(found >= truth * (1 - 1e-4))
    #expect(found <= truth * (degrees < 2 ? 1.25 : degrees < 10 ? 1.02 : 1 + 1e-4))
  }

  @Test func ends() {
    #expect(StudentQuantiles.critical(fractional: 1) == 12.706205)
    #expect(StudentQuantiles.critical(fractional: 0.3) == 12.706205)
    let normal = NormalDistribution.standard.quantile(TailProbability(upper: 0.025))
    #expect(StudentQuantiles.critical(fractional: .infinity) == normal)
    #expect(StudentQuantiles.critical(fractional: .nan) == normal)
  }
}
