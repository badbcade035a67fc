import MonteCarlo
import Testing

@testable import Reporting

@Suite struct IndexTextTests {
  /// Decimals that show half of the interval in its first digit; Student's t of 58 degrees of freedom is
  /// exceeded by 2.0017 once in twenty times.
  @Test(
    arguments: [
      (0.623, 0.004, "62.3 ± 0.8", "37.7% ± 0.8"), (0.623, 0.01, "62 ± 2", "38% ± 2"),
      (0.02, 0.0004, "2.00 ± 0.08", "98.00% ± 0.08"),
      (1, 0, "100.0000 ± 0.0000", "0.0000% ± 0.0000"),
    ] as [(Double, Double, String, String)])
  func figures(value: Double, error: Double, cell: String, rest: String) {
    let index = SensitivityIndex(value: value, standardError: error, degreesOfFreedom: 58)
    #expect(abs((index.high - index.low) / 2 - max(2.0017 * error, 1e-11)) < 1e-4 * error + 1e-15)
    #expect(IndexText(index).cell == cell)
    #expect(IndexText(index).complement == rest)
  }

  @Test func indistinct() {
    let index = SensitivityIndex(value: 0.001, standardError: 0.002, degreesOfFreedom: 58)
    #expect(!index.isDistinctFromZero)
    #expect(IndexText(index).cell == "not told from 0")
    #expect(IndexText(index).figure == "0.1 ± 0.4")
    let below = SensitivityIndex(value: -0.01, standardError: 0.001, degreesOfFreedom: 58)
    #expect(!below.isDistinctFromZero)
  }
}
