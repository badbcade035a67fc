import Foundation
import GrowthModel
import MonteCarlo
import Testing

@testable import ScenarioFiles

/// A file of past figures as a scenario's history.
@Suite struct BacktestHistoryTests {
  private func read(_ text: String) throws -> HistoryFile {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("backtest-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("past.csv").path
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return HistoryFile(path: path)
  }

  private func texts(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map {
      let place = [$0.location.line, $0.location.column].compactMap { $0.map(String.init) }
        .joined(separator: ":")
      return "\(place) \($0.severity.rawValue): \($0.message)" + ($0.hint.map { "; \($0)" } ?? "")
    }
  }

  /// Columns are put in the order of the activities; one too many is named, not dropped in silence.
  @Test func columnsAreMatchedByName() throws {
    let file = try read(
      """
      # A remark.
      year,shops (%),gdp (%),farms (%)
      2020,5,4,3
      2021,6,5,4
      """)
    let (history, diagnostics) = file.history(of: ["farms", "shops"])
    #expect(history?.columns.map(\.name) == ["farms", "shops"])
    #expect(history?.columns[0].values == [0.03, 0.04])
    #expect(
      texts(diagnostics) == [
        "2:16 warning: 'gdp' is no activity of the scenario without parts: its figures are not used"
      ])
  }

  @Test func missingColumns() throws {
    let file = try read("year,shop (%),farms (%)\n2020,5,3\n2021,6,4\n")
    let (history, diagnostics) = file.history(of: ["farms", "shops", "mines"])
    #expect(history == nil)
    #expect(
      texts(diagnostics) == [
        "1 error: there is no series of the activity 'shops'; is it 'shop'? Call it `shops`",
        "1 error: there is no series of the activity 'mines';"
          + " add it: the total is the sum of all activities",
        "1:6 warning: 'shop' is no activity of the scenario without parts: its figures are not used;"
          + " did you mean 'shops'?",
      ])
    // In a file with a row for each figure the names stand in the rows.
    let long = try read("year,series,value (%)\n2020,farms,3\n2020,shop,5\n")
    #expect(
      texts(long.history(of: ["farms"]).diagnostics) == [
        "3:6 warning: 'shop' is no activity of the scenario without parts: its figures are not used"
      ])
  }

  /// Garbled figures are errors at their place, and there is no history.
  @Test func garbledFigures() throws {
    let file = try read("year,farms (%),shops (%)\n2020,3,x\n2020,4,5\nsoon,4,5\n")
    let (history, diagnostics) = file.history(of: ["farms", "shops"])
    #expect(history == nil)
    #expect(
      texts(diagnostics).map { $0.prefix { $0 != ";" } } == [
        "2:8 error: 'x', for 'shops' in 2020, is not a number",
        "3:1 error: 2020 stands here a second time",
        "4:1 error: 'soon' is neither a year nor a quarter",
      ])
  }

  @Test func whatTheEngineRefuses() throws {
    let years = (2000...2020).map { "\($0),\($0 == 2010 ? "" : "3"),5" }.joined(separator: "\n")
    let file = try read("year,farms (%),shops (billion VND)\n\(years)\n")
    let period = Period(year: 2010)
    #expect(
      texts([
        file.diagnostic(of: BacktestError.mixed(level: "shops", growth: "farms")),
        file.diagnostic(of: BacktestError.gap(column: "farms", period)),
        file.diagnostic(of: BacktestError.tooShort(periods: 5, needed: 9)),
        file.diagnostic(
          of: BacktestError.estimate(
            .constant(variable: 1), columns: ["farms", "shops"], origin: period)),
      ]) == [
        "1:6 error: 'farms' is growth, but 'shops' is a level; give all series as levels, or all as growth",
        "12:6 error: there is no growth of 'farms' for 2010; add the figure, or leave the period out by name:"
          + " --exclude 2010",
        " error: there are 5 periods of growth, of which 9 are needed: what the first forecast rests on, and an"
          + " outcome; give earlier years, or the first forecast with --from",
        "1:16 error: nothing can be estimated from what was known in 2010: 'shops' never changes;"
          + " begin later, with --from, or use a simpler process, with --persistence",
      ])
    let history = try #require(file.history)
    let quarters = Timeline(baseYear: 2024, lastYear: 2025, step: .quarter)
    let remark = try #require(file.otherStep(of: history, than: quarters))
    #expect(remark.severity == .warning && remark.message.contains("figures are of years"))
    #expect(file.otherStep(of: history, than: Timeline(baseYear: 2024, lastYear: 2025)) == nil)
  }
}
