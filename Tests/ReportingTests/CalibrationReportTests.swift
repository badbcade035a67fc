import GrowthModel
import Languages
import MonteCarlo
import TestSupport
import Testing

@testable import Reporting

@Suite struct CalibrationReportTests {
  /// Twelve years of three sectors: one with a break, one with a name that YAML would misread.
  private func report(
    _ persistence: Calibration.Persistence, extends: String? = nil
  ) throws -> CalibrationReport {
    let years = (2010...2021).map { Period(year: $0) }
    func column(_ name: String, _ values: [Double]) -> ObservedHistory.Column {
      ObservedHistory.Column(name: name, unit: .rate, values: values.map { $0 / 100 })
    }
    let history = ObservedHistory(
      periods: years,
      columns: [
        column("farms", [3.1, 2.8, 3.3, 2.9, 3.6, 3.2, 2.7, 3.0, 3.4, 3.1, -9.0, 3.2]),
        column("mills: old", [7.2, 7.9, 8.4, 8.8, 9.1, 8.2, 7.4, 6.9, 6.1, 6.6, 7.0, 7.7]),
        column("shops", [5.0, 6.1, 4.4, 5.9, 6.6, 5.2, 4.9, 5.5, 6.0, 5.1, 4.2, 5.8]),
      ])
    let calibration = try Calibration(
      history, excluding: [Period(year: 2016)], persistence: persistence)
    let criterion: InformationCriterion? =
      if case .chosen(let criterion) = persistence { criterion } else { nil }
    return CalibrationReport(
      calibration: calibration, criterion: criterion, file: "data/past.csv", digest: "sha256:0",
      version: "0.0.0",
      warnings: [ReportWarning(path: "data/past.csv", line: 12, column: 6, message: "far")],
      extends: extends)
  }

  @Test func screens() throws {
    try expectSnapshot(report(.chosen(by: .schwarz)).text(), "calibrate.txt")
    try expectSnapshot(
      report(.given(.full)).text(style: TextStyle(width: 80)),
      "calibrate-narrow.txt")
  }

  @Test func inVietnamese() async throws {
    try await expectVietnamese("calibrate") {
      let report = try report(.chosen(by: .schwarz))
      return { report.text(style: $0) }
    }
    try await expectVietnamese("calibrate-lags") {
      let report = try quarters(.full)
      return { report.text(style: $0) }
    }
  }

  /// Remarks and sources are for people; keys and numbers are for programs.
  @Test func scenarioInVietnamese() throws {
    let english = try quarters(.diagonal).scenario()
    let vietnamese = try Language.$current.withValue(.vietnamese) {
      try quarters(.diagonal).scenario()
    }
    try expectSnapshot(vietnamese, "calibrate-lags-vi.yaml")
    func data(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { line in
        !line.hasPrefix("#") && !line.contains("# ") && !line.contains("source:")
      }
    }
    #expect(data(english).count > 20 && data(english) == data(vietnamese))
  }

  @Test func scenarios() throws {
    try expectSnapshot(
      report(.given(.diagonal), extends: "my plan.yaml").scenario(), "calibrate.yaml")
    try expectSnapshot(report(.given(.full)).scenario(), "calibrate-full.yaml")
  }

  /// Quarters with two lags, a break, seasons, uncertain means and Ledoit and Wolf's shrinkage.
  private func quarters(_ persistence: VectorAutoregressionEstimate.Persistence) throws
    -> CalibrationReport
  {
    let periods = (0..<44).map { Period(year: 2010 + $0 / 4, quarter: $0 % 4 + 1) }
    func column(_ name: String, _ seed: Int) -> ObservedHistory.Column {
      let levels: [Double] = (0..<44).map { t in
        let season = [0.9, 1.0, 0.95, 1.15][t % 4]
        let trend = (t < 24 ? 1.01 : 1.03) * Double(t)
        return season * (100 + trend + Double((t * t * seed + 3 * t) % 11) / 4)
      }
      return ObservedHistory.Column(name: name, unit: .money, values: levels)
    }
    let history = ObservedHistory(
      periods: periods, columns: [column("farms", 7), column("shops", 5)])
    return CalibrationReport(
      calibration: try Calibration(
        history, breaks: [Period(year: 2016, quarter: 1)], persistence: .given(persistence),
        lags: 2,
        shrinkage: .ledoitWolf, seasonalYears: 4),
      criterion: nil, file: "past.csv", digest: "sha256:0", version: "0.0.0", warnings: [],
      extends: nil, hasUncertainMeans: true, hasSeasonalShares: true)
  }

  @Test func severalLags() throws {
    try expectSnapshot(quarters(.diagonal).scenario(), "calibrate-lags.yaml")
    try expectSnapshot(quarters(.full).scenario(), "calibrate-lags-full.yaml")
    let json = try JSONValue(quarters(.full).json())
    #expect(json["lagCoefficients"]?.array?.count == 2)
    #expect(json["lagCoefficients"]?[0] == json["coefficients"])
    #expect(json["breaks"]?.array?.compactMap(\.string) == ["2016Q1"])
    #expect(json["shrinkage"]?.string == "ledoit-wolf")
    #expect(json["series"]?[0]?["segments"]?.array?.count == 2)
    #expect(json["series"]?[0]?["seasonalYears"]?.array?.count == 4)
  }

  @Test func data() throws {
    let report = try report(.given(.diagonal))
    try expectSnapshot(report.json(), "calibrate.json")
    try expectSnapshot(report.csv(), "calibrate.csv")
    let json = try JSONValue(report.json())
    #expect(json["series"]?.array?.count == 3)
    #expect(json["excluded"]?.array?.compactMap(\.string) == ["2016"])
    #expect(json["series"]?.array?[0]["outliers"]?.array?[0]["period"]?.string == "2020")
  }
}
