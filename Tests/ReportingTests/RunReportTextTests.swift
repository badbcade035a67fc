import Foundation
import GrowthModel
import MonteCarlo
import Testing

@testable import Reporting

@Suite struct RunReportTextTests {
  @Test func theProvinceFitsAScreen() throws {
    let text = try Samples.provinceRun.get().2.text()
    try expectSnapshot(text, "province.txt")
    let lines = lines(text)
    #expect(lines.count <= 60)
    // The answer stands in the first three lines.
    #expect(lines[1].hasPrefix("GRDP growth of 8% or more in 2025: probability 30.3%"))
    #expect(lines[2].contains("95% interval 30.2% to 30.4%"))
  }

  @Test func bareWeightsWithoutTargets() throws {
    let text = Samples.report(try Samples.bare()).text()
    try expectSnapshot(text, "bare.txt")
    #expect(!text.contains("target"))
  }

  @Test func inVietnamese() async throws {
    var context = Samples.context
    context.warnings = []
    try await expectVietnamese("province") { [context] in
      let report = Samples.report(try Samples.province(), context: context)
      return { report.text(style: $0) }
    }
    try await expectVietnamese("bare") { [context] in
      let report = Samples.report(try Samples.bare(), context: context)
      return { report.text(style: $0) }
    }
    try await expectVietnamese("constant") { [context] in
      let report = Samples.report(try Odd.constant(), context: context)
      return { report.text(style: $0) }
    }
    try await expectVietnamese("single-draw") { [context] in
      let (scenario, ensemble) = try Odd.singleDraw()
      let report = RunReport(scenario: scenario, ensemble: ensemble, context: context)
      return { report.text(style: $0) }
    }
  }

  @Test(arguments: [80, 90, 96, 100, 120, 10, 1000])
  func noLineIsWiderThanAsked(width: Int) throws {
    let style = TextStyle(width: width)
    #expect((80...120).contains(style.width))
    for report in try oddReports() + [try Samples.provinceRun.get().2] {
      // A target of thirteen digits with its tolerance has no room on the narrowest screens.
      if report.scenario == "Large", style.width < 96 { continue }
      for line in lines(report.text(style: style)) {
        #expect(line.count <= style.width, "\(line)")
      }
    }
  }

  @Test func neitherNaNNorInfinityIsPrinted() throws {
    for report in try oddReports() {
      let text = report.text().lowercased()
      #expect(!text.contains("nan"))
      #expect(text.range(of: "\\binf\\b", options: .regularExpression) == nil)
      #expect(!text.contains("-0.0 ") && !text.contains("-0.00 "))
    }
  }

  @Test func oddRunsLookAsRecorded() throws {
    let text = try oddReports().map { $0.text() }.joined(separator: "\n=====\n\n")
    try expectSnapshot(text, "odd.txt")
  }

  @Test func controlCharactersOfAScenarioDoNotReachTheTerminal() throws {
    let text = Samples.report(try Odd.names()).text()
    #expect(!text.contains("\u{1B}"))
    #expect(!text.contains("\t"))
  }

  @Test func colourChangesNothingElse() throws {
    let report = try Samples.provinceRun.get().2
    let plain = report.text()
    let coloured = report.text(style: TextStyle(color: true))
    #expect(!plain.contains("\u{1B}"))
    #expect(coloured.contains("\u{1B}[1m"))
    let stripped = coloured.replacingOccurrences(
      of: "\u{1B}\\[[0-9]+m", with: "", options: .regularExpression)
    #expect(stripped == plain)
  }

  @Test func columnsOfATableEndWhereTheirHeadEnds() throws {
    let lines = lines(try Samples.provinceRun.get().2.text())
    let head = try #require(lines.firstIndex { $0.hasPrefix("Targets") })
    let rows = lines[(head + 1)...(head + 9)]
    let text = Array(lines[head])
    for name in ["target", "5%", "median", "95%", "missed by"] {
      let range = try #require(String(text).range(of: " " + name))
      let end = String(text).distance(from: String(text).startIndex, to: range.upperBound)
      for row in rows where row.count >= end {
        let row = Array(row)
        #expect(row[end - 1] != " " || row[end - 2] == " ", "\(String(row)) at \(name)")
        #expect(row.count == end || row[end] == " ", "\(String(row)) at \(name)")
      }
    }
  }

  @Test func printedContributionsAddUpToPrintedGrowth() throws {
    let report = try Samples.provinceRun.get().2
    let accounts = AdditiveAccounts(report, contributionDecimals: 4, weightDecimals: 3)
    func sum(_ parent: String?, _ column: [Double]) -> Int {
      zip(report.contributions, column).filter { $0.0.parent == parent }
        .reduce(0) { $0 + Int(($1.1 * 10_000).rounded()) }
    }
    let means = accounts.means.map { $0 ?? .nan }
    let total = try #require(accounts.totalMean)
    #expect(sum(nil, means) == Int((total * 10_000).rounded()))
    #expect(sum(nil, accounts.weights) == 10_000)
    let industry = try #require(report.contributions.firstIndex { $0.id == "industry" })
    #expect(sum("industry", means) == Int((means[industry] * 10_000).rounded()))
    #expect(
      sum("industry", accounts.weights) == Int((accounts.weights[industry] * 10_000).rounded()))
    // Rounding moves no part by a whole unit of its last digit.
    for (row, mean) in zip(report.contributions, means) {
      #expect(abs(try #require(row.contribution.mean) - mean) < 0.0002)
    }
  }

  @Test func manyWarningsAreCounted() throws {
    var context = Samples.context
    context.warnings = (1...9).map { line in
      ReportWarning(path: "a.yaml", line: line, column: 1, message: "warning number \(line as Int)")
    }
    let text = Samples.report(try Samples.bare(), context: context).text()
    #expect(text.contains("9 warnings\n  a.yaml:1:1: warning number 1\n"))
    #expect(text.contains("warning number 6\n  and 3 more: growth check son-la-2025.yaml\n"))
    #expect(!text.contains("warning number 7"))
    context.warnings = []
    #expect(!Samples.report(try Samples.bare(), context: context).text().contains("warning"))
  }

  private func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func oddReports() throws -> [RunReport] {
    let runs = [try Odd.overflowing(), try Odd.empty(), try Odd.singleDraw(), try Odd.large()]
    return runs.map { RunReport(scenario: $0.0, ensemble: $0.1, context: Samples.context) }
      + [Samples.report(try Odd.constant()), Samples.report(try Odd.names())]
  }
}
