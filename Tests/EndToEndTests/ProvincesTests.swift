import Foundation
import TestSupport
import Testing

/// The sweep over the provinces, against its closed form.
@Suite struct ProvincesTests {
  private static let scenario = "Scenarios/provinces-2026-2030.yaml"
  private static let table = "Scenarios/data/viet-nam-provinces.csv"
  private static let lasting = [0.25, 0.5, 0.75]
  private static let draws = 20_000

  /// A row of the table, in fractions.
  private struct Province {
    let name: String
    let growth: Double
    let error: Double
    let plan: ClosedRange<Double>
  }

  private func cells(_ text: String) -> [[String]] {
    text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The table, read here line by line.
  private func provinces() throws -> [Province] {
    let text = try String(contentsOfFile: ScenarioFolder.absolute(Self.table), encoding: .utf8)
    return try cells(text).dropFirst().map { row in
      let numbers = try row.dropFirst().map { try #require(Double($0)) / 100 }
      try #require(numbers.count == 4 && numbers[2] <= numbers[3])
      return Province(
        name: row[0], growth: numbers[0], error: numbers[1], plan: numbers[2]...numbers[3])
    }
  }

  @Test func theTableIsOfAllProvinces() throws {
    let provinces = try provinces()
    #expect(Set(provinces.map(\.name)).count == 34 && provinces.count == 34)
    #expect(provinces.allSatisfy { (0.05...0.12).contains($0.growth) })
    #expect(provinces.count { $0.error == 0 } == 15)
  }

  /// Growth of a year is a sum of normal numbers, and the average of five close to one:
  /// 1 + average = exp(mean of log(1 + growth)), below the mean by half of the variance within the five years.
  @Test func everyRowHasItsClosedForm() throws {
    let outcome = try Program.run(
      "sweep", Self.scenario, "--variants", Self.table, "--vary", "lasting=0.25,0.5,0.75",
      "--quantity", "growth.2030", "--draws", "\(Self.draws)", "--format", "csv", "--quiet")
    try #require(outcome.status == 0, "\(outcome.errors)")
    let rows = cells(outcome.output)
    let provinces = try provinces()
    let expected = provinces.flatMap { province in Self.lasting.map { (province, $0) } }
    try #require(rows.count == expected.count + 1)
    let n = Double(Self.draws)
    for (row, (province, lasting)) in zip(rows.dropFirst(), expected) {
      let fields = Dictionary(uniqueKeysWithValues: zip(rows[0], row))
      func number(_ title: String) throws -> Double {
        try #require(fields[title].flatMap(Double.init), "\(title)")
      }
      #expect(fields["name"] == province.name)
      #expect(try number("lasting") == lasting)
      // The figures of the scenario: pace 6.23 (0.44), years 1.70, spread 1.5, the country's 2025 8.02.
      let mean = 0.0623 + lasting * (province.growth - 0.0802)
      let spread = 0.015 * 0.015
      let ofYears = 0.017 * 0.017 + (1 - lasting) * spread
      let common =
        0.0044 * 0.0044 + lasting * (1 - lasting) * spread
        + (lasting * province.error) * (lasting * province.error)
      let deviation = (common + ofYears).squareRoot()
      // 102 rows: five standard errors.
      let error = deviation / n.squareRoot()
      #expect(abs(try number("growth.2030 mean") - mean) < 5 * error)
      #expect(
        abs(try number("growth.2030 standard deviation") - deviation) < 5 * error / 2.0.squareRoot()
      )
      let average = mean - 0.8 * ofYears / 2 / (1 + mean)
      let ofAverage = (common + ofYears / 5).squareRoot()
      #expect(
        abs(try number("growth.average mean") - average) < 5 * ofAverage / n.squareRoot() + 2e-5)
      for (target, threshold) in [
        ("average", province.plan.lowerBound), ("average-upper", province.plan.upperBound),
      ] {
        let p = erfc((threshold - average) / (ofAverage * 2.0.squareRoot())) / 2
        let error = (p * (1 - p) / n).squareRoot()
        // The third moment of an average of normal growth moves its tail by less than this.
        #expect(
          abs(try number("\(target) probability") - p) < 5 * error + 0.02 * p + 1 / n,
          "\(province.name), \(lasting): \(target)")
      }
    }
  }
}
