import Foundation
import GrowthModel
import Languages
import MonteCarlo
import TestSupport
import Testing

@testable import Reporting

/// The tables and pictures of a plan's report.
@Suite struct PlanReportTests {
  private static func report(_ scenario: Scenario, _ run: RunReport? = nil) -> PlanReport {
    PlanReport(
      scenario: scenario, run: run ?? Samples.report(scenario),
      values: ValueTable(
        scenario: scenario.name, file: "a.yaml", digest: "1",
        rows: [
          .init(path: "a.growth", value: "4%", origin: "a.yaml:3:4", source: "assumption: \"so\""),
          .init(path: "b", value: "1", origin: "default", source: ""),
        ]))
  }

  private static func province() throws -> PlanReport {
    let (scenario, _, run) = try Samples.provinceRun.get()
    return report(scenario, run)
  }

  @Test func numberStyle() {
    let percent = NumberStyle.percent(1)
    #expect(percent.text(0.08) == "8.0%")
    #expect(NumberStyle.points(2, isSigned: true).text(0.00421) == "+0.42")
    #expect(NumberStyle.points(2, isSigned: true).text(0.00001) == "0.00")
    let money = NumberStyle(
      Measure(unit: .money, currency: "VND").scale(for: 6.3e12), decimals: 0)
    #expect(money.text(6.3e12) == "6,300" && money.unit == "billion VND")
    Language.$current.withValue(.vietnamese) {
      #expect(percent.text(0.08) == "8,0%")
      #expect(
        NumberStyle(powerOfTen: -9, unit: "tỷ đồng", unitPlace: .behind).text(6.3e12)
          == "6.300 tỷ đồng")
    }
  }

  @Test func tables() throws {
    let report = try Self.province()
    let ids = report.tables.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.prefix(3) == ["targets", "distribution", "growth"])
    for table in report.tables {
      #expect(Set(table.columns.map(\.key)).count == table.columns.count)
      #expect(table.rows.allSatisfy { $0.cells.count == table.columns.count }, "\(table.id)")
      #expect(Set(table.rows.map(\.key)).count == table.rows.count, "\(table.id)")
      // A line for each row, and keys and numbers that do not depend on the language.
      #expect(table.csv().split(separator: "\n").count == table.rows.count + 1)
    }
    let vietnamese = Language.$current.withValue(.vietnamese) { report.tables }
    #expect(vietnamese.map(\.id) == ids)
    for (own, other) in zip(report.tables, vietnamese) {
      #expect(own.columns.map(\.key) == other.columns.map(\.key))
      #expect(own.rows.map { $0.cells.map(\.number) } == other.rows.map { $0.cells.map(\.number) })
    }
    let histogram = try #require(report.table("distribution"))
    let sum = histogram.rows.compactMap { $0.cells[2].number }.reduce(0, +)
    #expect(abs(sum - 1) < 1e-12)
  }

  @Test func structure() throws {
    let report = try Self.province()
    // 17,600 of 74,800 billion at current prices.
    let base = try #require(report.table("structure")?.number("agriculture", "base"))
    #expect(abs(base - 17_600 / 74_800) < 1e-12)
    #expect(report.table("structure")?.number("agriculture", "plan") == 0.23)
    #expect(report.table("structure")?.shown("agriculture", "plan") == "23% ± 0.5 pp")
  }

  @Test func whatIsMissingIsSaid() throws {
    let report = Self.report(try Samples.bare())
    let topics = Set(report.omissions.map(\.topic))
    #expect(topics == ["targets", "structure", "tornado", "explanation"])
    #expect(report.table("targets") == nil && report.answer == nil)
    let html = report.html()
    for omission in report.omissions { #expect(html.contains(HTMLText.escaped(omission.reason))) }
  }

  // MARK: Pictures

  @Test(arguments: ChartLayout.allCases, Language.allCases)
  func picturesAreWellFormed(layout: ChartLayout, language: Language) throws {
    try Language.$current.withValue(language) {
      let charts = try Self.province().charts(layout: layout, prefix: "p")
      #expect(
        charts.map(\.id) == ["targets", "distribution", "contributions", "structure"])
      for chart in charts {
        #expect(!chart.title.isEmpty && !chart.description.isEmpty)
        let elements = try XMLElements(chart.svg)
        let root = try #require(elements.named("svg").first)
        let box = try #require(root["viewBox"]).split(separator: " ").compactMap { Double($0) }
        #expect(box[2] == layout.width)
        for id in elements.all.compactMap(\.attributes["id"]) {
          #expect(id.hasPrefix("p-\(chart.id)-\(layout.rawValue)"))
        }
        // Words begin and end inside the picture.
        for text in elements.named("text") {
          let (x, y) = (Double(text["x"] ?? ""), Double(text["y"] ?? ""))
          #expect((0...box[2]).contains(x ?? -1) && (0...box[3]).contains(y ?? -1), "\(text)")
        }
      }
    }
  }

  /// Each bar of a waterfall begins where the one above ends, and the last has the length of all.
  @Test func waterfall() throws {
    let parts = [("a", 0.03), ("b", -0.01), ("c", 0.02)]
    let chart = WaterfallSVG(
      parts: parts.map { WaterfallSVG.Part(name: $0, value: $1) },
      total: .init(name: "all", value: 0.04), style: .points(2), title: "t", description: "d")
    let bars = try XMLElements(chart.svg(id: "w", layout: .wide)).named("rect")
      .filter { $0["x"] != nil && $0["height"] == "18" }
      .map { (x: Double($0["x"] ?? "") ?? .nan, width: Double($0["width"] ?? "") ?? .nan) }
    #expect(bars.count == 4)
    let unit = bars[3].width / 0.04
    for (bar, value) in zip(bars, [0.03, 0.01, 0.02]) {
      #expect(abs(bar.width - value * unit) < 0.2)
    }
    let ends: [Double] = bars.map { $0.x + $0.width }
    let starts: [Double] = bars.map(\.x)
    #expect(abs(ends[0] - ends[1]) < 0.2)
    #expect(abs(starts[1] - starts[2]) < 0.2)
    #expect(abs(ends[2] - ends[3]) < 0.2)
  }

  /// The heights of a histogram's bars stand to each other as their parts of the draws do.
  @Test func histogram() throws {
    let report = try Self.province()
    let histogram = try #require(report.run.histogram)
    let chart = try #require(report.charts(layout: .wide).first { $0.id == "distribution" })
    let bars = try XMLElements(chart.svg).named("rect")
      .filter { $0["x"] != nil && $0["width"] != "12" }
      .compactMap { Double($0["height"] ?? "") }
    #expect(bars.count == histogram.bins.count)
    let highest = try #require(histogram.bins.map(\.fraction).max())
    let unit = try #require(bars.max()) / highest
    for (bar, bin) in zip(bars, histogram.bins) { #expect(abs(bar - bin.fraction * unit) < 0.2) }
  }

  @Test func stackedBarsGoUpAndDown() throws {
    let chart = StackedBarsSVG(
      series: ["a", "b", "c"],
      bars: [.init(name: "1", values: [0.03, -0.01, 0.02], total: 0.04)], style: .points(2),
      title: "t", description: "d")
    let bars = try XMLElements(chart.svg(id: "s", layout: .wide)).named("rect")
      .filter { $0["x"] != nil && $0["width"] == "96" }
      .map { (y: Double($0["y"] ?? "") ?? .nan, height: Double($0["height"] ?? "") ?? .nan) }
    #expect(bars.count == 3)
    let ends: [Double] = bars.map { $0.y + $0.height }
    let triple: Double = 3 * bars[1].height
    #expect(abs(bars[0].height - triple) < 0.3)
    #expect(abs(bars[1].y - ends[0]) < 0.2)
    #expect(abs(ends[2] - bars[0].y) < 0.2)
  }
}
