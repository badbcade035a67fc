import Testing

@testable import Reporting

@Suite struct NumberFormatTests {
  @Test(arguments: [
    (0.0, 2, "0.00"), (-0.0, 2, "0.00"), (-0.004, 2, "0.00"), (-0.005, 2, "-0.01"),
    (9.995, 2, "10.00"), (9.994999, 2, "9.99"), (0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"),
    (-2.5, 0, "-3"), (999.95, 1, "1,000.0"), (1234.5678, 1, "1,234.6"), (1_000_000, 0, "1,000,000"),
    (999_999.5, 0, "1,000,000"), (0.1, 20, "0.10000000000000000000"), (100, 2, "100.00"),
    (1e-300, 3, "0.000"), (Double.leastNonzeroMagnitude, 0, "0"),
    (123_456_789_012_345, 0, "123,456,789,012,345"),
    (1e15, 0, "1e15"), (1.23456e20, 2, "1.235e20"), (-1.23456e20, 2, "-1.235e20"),
    (9.9996e20, 2, "1e21"), (Double.greatestFiniteMagnitude, 0, "1.798e308"),
    (Double.nan, 2, "n/a"), (Double.infinity, 2, "n/a"), (-Double.infinity, 2, "n/a"),
  ])
  func writesANumber(value: Double, decimals: Int, expected: String) {
    #expect(NumberFormat(decimals: decimals).string(value) == expected)
  }

  @Test(arguments: [
    (0.07, 2, 1, "7.0"), (0.09995, 2, 2, "10.00"), (0.0805, 2, 1, "8.1"),
    (74_800_000_000_000, -9, 0, "74,800"), (61_800_000, -6, 1, "61.8"), (0.0, 2, 1, "0.0"),
    (1e300, -9, 0, "1e291"),
  ])
  func movesThePointExactly(value: Double, power: Int, decimals: Int, expected: String) {
    #expect(NumberFormat(decimals: decimals, powerOfTen: power).string(value) == expected)
  }

  @Test(arguments: [(0.08, "8"), (0.085, "8.5"), (-0.015, "-1.5"), (1, "100"), (0.07, "7")])
  func trimsZeros(value: Double, expected: String) {
    let format = NumberFormat(decimals: 10, powerOfTen: 2, trimsZeros: true)
    #expect(format.string(value) == expected)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567"),
    (Int.min, "-9,223,372,036,854,775,808"),
  ])
  func writesACount(value: Int, expected: String) {
    #expect(NumberFormat.count(value) == expected)
  }

  @Test(arguments: [
    0.1, 1.0 / 3, .leastNonzeroMagnitude, 1.7976931348623157e308, -2.5e-7, 123_456.789, 0,
  ])
  func aDecimalReadsBackAsTheNumber(value: Double) throws {
    #expect(try #require(ShortestDecimal(value)).double == value)
  }

  @Test func aShiftAddsNoError() {
    #expect(0.0618.shifted(by: 9) == 61_800_000)
    #expect(74_800.0.shifted(by: 9) == 74_800_000_000_000)
    #expect((-Double.infinity).shifted(by: 9) == -.infinity)
    #expect(Double.greatestFiniteMagnitude.shifted(by: 9) == .infinity)
  }

  @Test(arguments: [
    (3_141_593, 10_000_000, "31.42%", "31.39% to 31.44%"),
    (314_159, 1_000_000, "31.4%", "31.3% to 31.5%"), (31, 100, "31%", "23% to 41%"),
    (1, 1_000_000, "0.00010%", "0.00002% to 0.00057%"), (5000, 10_000, "50%", "49% to 51%"),
    (999_999, 1_000_000, "99.99990%", "99.99943% to 99.99998%"),
  ])
  func probabilitiesShowWhatTheDrawsSupport(
    hits: Int, draws: Int, value: String, interval: String
  ) {
    let text = ProbabilityText(ProbabilityReport(hits: hits, draws: draws))
    #expect(text.value == value)
    #expect(text.interval == interval)
  }

  /// Wilson's limit at no hits is `z^2 / (n + z^2)`, 3.8415 / n for large n.
  @Test(arguments: [
    (0, 1_000_000, "below 0.0004%"), (1_000_000, 1_000_000, "above 99.9996%"),
    (0, 10, "below 30%"), (10, 10, "above 70%"), (0, 1, "below 80%"), (1, 1, "above 20%"),
  ])
  func nothingIsCertain(hits: Int, draws: Int, value: String) {
    let text = ProbabilityText(ProbabilityReport(hits: hits, draws: draws))
    #expect(text.value == value)
    #expect(text.interval == nil)
    #expect(text.compact == value)
  }

  @Test(arguments: [
    (314, "about 3 in 10"), (500, "about 1 in 2"), (143, "about 1 in 7"), (700, "about 7 in 10"),
    (50, "about 1 in 20"), (960, "about 24 in 25"),
    (1, "less than 1 in 100"), (999, "more than 99 in 100"), (90, "about 1 in 11"),
    (100, "about 1 in 10"),
  ])
  func oddsInWords(hits: Int, expected: String) {
    #expect(ProbabilityText(ProbabilityReport(hits: hits, draws: 1000)).odds == expected)
  }

  @Test(arguments: [
    ([33.33, 33.33, 33.34], 100.0, 0, [33.0, 33, 34]), ([0.4, 0.4, 0.2], 1, 0, [1, 0, 0]),
    ([-0.4, 1.4], 1, 0, [0, 1]), ([-0.6, 1.6], 1, 0, [-1, 2]), ([2.0, 3], 5, 1, [2, 3]),
    ([0.1 + 0.2, 0.7], 1, 1, [0.3, 0.7]), ([], 0, 0, []),
    // Not parts of this total: each by itself.
    ([1.2, 1.3], 7, 0, [1, 1]), ([.infinity, 1.26], 7, 1, [.infinity, 1.3]),
  ])
  func partsAddUp(parts: [Double], total: Double, decimals: Int, expected: [Double]) {
    #expect(roundedParts(parts, total: total, decimals: decimals) == expected)
  }
}
