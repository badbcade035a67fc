import Foundation
import GrowthModel
import Languages
import MonteCarlo
import Testing

@testable import Reporting

/// The screens and pictures of sweeps, from points made by a formula.
@Suite struct SweepReportTests {
  private static func axis(
    _ path: String, _ numbers: [Double], _ unit: String
  ) -> SweepReport.Axis {
    let format = NumberFormat(decimals: 4, trimsZeros: true, language: .english)
    let suffix = unit == "%" || unit.isEmpty ? unit : " " + unit
    return SweepReport.Axis(
      path: path, values: numbers.map { format.string($0).filter { $0 != "," } + suffix },
      numbers: numbers, unit: unit)
  }

  private static let plan = axis(
    "investment.plan", [5000, 5500, 6000, 6500, 7000, 7500], "billion VND")
  private static let credit = axis("credit.growth", [0, 5, 10, 15, 20], "%")
  private static let water = SweepReport.Axis(
    path: "water.mode", values: ["dry", "usual"], numbers: nil, unit: "")

  /// A report whose probability is a smooth function of the place of each value.
  private static func report(
    _ design: SweepReport.Design, _ axes: [SweepReport.Axis], warnings: [ReportWarning] = []
  ) throws -> SweepReport {
    let scenario = try Samples.province()
    let count =
      design == .grid
      ? axes.reduce(1) { $0 * $1.values.count } : axes.map(\.values.count).min() ?? 0
    let points = (0..<count).map { variant in
      var rest = variant
      var sum = 0.0
      for axis in axes.reversed() {
        let place = design == .grid ? rest % axis.values.count : variant
        if design == .grid { rest /= axis.values.count }
        sum += Double(place) / Double(axis.values.count) / Double(axes.count)
      }
      let p = 0.05 + 0.4 * sum * sum
      let outcome = ProbabilityReport(hits: Int(p * 100_000), draws: 100_000)
      return SweepPoint(
        probability: outcome.probability, low: outcome.low, high: outcome.high,
        text: ProbabilityText(outcome).compact, median: 0.04 + 0.02 * sum)
    }
    let target = try #require(scenario.targets.first)
    return SweepReport(
      scenario: scenario, design: design, axes: axes, target: target,
      quantity: try #require(try scenario.economy.quantityGraph().quantity(target.quantity)),
      seed: 2025, draws: 100_000,
      context: RunContext(
        file: "son-la.yaml", digest: "sha256:0", version: "0", asOf: "2025-02-27",
        overrides: ["apparatus.reform=50%"], warnings: warnings), points: points)
  }

  @Test func onePath() throws {
    let report = try Self.report(
      .grid, [Self.plan],
      warnings: [ReportWarning(path: "son-la.yaml", line: 3, column: 1, message: "a remark")])
    try expectSnapshot(report.text(), "sweep-one.txt")
    try expectSnapshot(report.svg(), "sweep-one.svg")
  }

  @Test func twoPaths() throws {
    let report = try Self.report(.grid, [Self.plan, Self.credit])
    try expectSnapshot(report.text(), "sweep-two.txt")
    try expectSnapshot(report.text(style: TextStyle(color: true)), "sweep-two-colour.txt")
    try expectSnapshot(report.svg(), "sweep-two.svg")
  }

  @Test func inVietnamese() async throws {
    let fine = Self.axis("credit.growth", [0, 2.5, 5], "%")
    try await expectVietnamese("sweep-one") {
      let report = try Self.report(.grid, [Self.plan])
      return { report.text(style: $0) }
    }
    try await expectVietnamese("sweep-two") {
      let report = try Self.report(.grid, [Self.plan, fine])
      return { report.text(style: $0) }
    }
    try await expectVietnamese("sweep-three") {
      let report = try Self.report(.grid, [Self.plan, Self.credit, Self.water])
      return { report.text(style: $0) }
    }
  }

  /// Words are Vietnamese, places of the picture what they are.
  @Test func picturesInVietnamese() throws {
    for (name, axes) in [
      ("sweep-one", [Self.plan]), ("sweep-two", [Self.plan, Self.credit]),
      ("sweep-names", [Self.water]),
    ] {
      let english = try Self.report(.grid, axes).svg()
      let vietnamese = try Language.$current.withValue(.vietnamese) {
        try Self.report(.grid, axes).svg()
      }
      try expectSnapshot(vietnamese, "\(name)-vi.svg")
      func places(_ svg: String) -> [Substring] {
        svg.matches(of: /(?:points|cx|cy|x1|y1|x2|y2)="[^"]*"/).map(\.output)
      }
      #expect(places(english) == places(vietnamese) && !vietnamese.contains("robability"))
    }
  }

  @Test func labelsHaveTheSeparatorOfTheLanguage() throws {
    let axis = SweepReport.Axis(
      path: "credit.growth", values: ["7.5%", "3.3333333333%", ""], numbers: [7.5, 10 / 3, 0],
      unit: "%")
    #expect((0..<3).map(axis.label) == ["7.5", "3.33333", "as it is"])
    Language.$current.withValue(.vietnamese) {
      #expect((0..<3).map(axis.label) == ["7,5", "3,33333", "giữ nguyên"])
      #expect(Self.plan.title == "investment.plan, tỷ đồng")
      #expect(Measure.words(unit: "million VND/person") == "triệu đồng/người")
      #expect(Measure.words(unit: "tonnes") == "tonnes")
    }
  }

  @Test func threePaths() throws {
    let report = try Self.report(.grid, [Self.plan, Self.credit, Self.water])
    try expectSnapshot(report.text(), "sweep-three.txt")
  }

  @Test func namesOnly() throws {
    let report = try Self.report(.grid, [Self.water])
    try expectSnapshot(report.svg(), "sweep-names.svg")
    #expect(report.text().contains("dry"))
  }

  /// Means over the variants that share a value, by hand.
  @Test func mainEffects() throws {
    let report = try Self.report(.grid, [Self.plan, Self.credit, Self.water])
    let effects = report.mainEffect(1)
    #expect(effects.map(\.label) == ["0", "5", "10", "15", "20"])
    for (place, effect) in effects.enumerated() {
      let members = report.points.indices.filter { $0 / 2 % 5 == place }
      let mean = members.reduce(0) { $0 + report.points[$1].probability } / Double(members.count)
      #expect(effect.variants == 12 && abs(effect.mean - mean) < 1e-12)
    }
    let spread = SweepReport.Axis(
      path: "x", values: (0..<20).map { "\(($0 * 7) % 20)%" },
      numbers: (0..<20).map { Double(($0 * 7) % 20) }, unit: "%")
    let fifths = try Self.report(.latinHypercube, [spread, spread]).mainEffect(0)
    #expect(fifths.map(\.label) == ["0 to 3", "4 to 7", "8 to 11", "12 to 15", "16 to 19"])
    #expect(fifths.allSatisfy { $0.variants == 4 })
    #expect(try Self.report(.list, [spread, spread]).mainEffect(0).isEmpty)
  }

  /// No line is wider than the screen, and what is left out is said.
  /// A list of more paths than a screen is wide has no room for bars, and is shown all the same.
  @Test(arguments: [20, 40, 80]) func moreColumnsThanRoom(width: Int) throws {
    let axes = (0..<12).map { Self.axis("activity-\($0).growth.mean", [1, 2, 3], "%") }
    let text = try Self.report(.list, axes).text(style: TextStyle(width: width))
    #expect(text.split(separator: "\n").count > 3 && !text.contains("█"))
  }

  @Test(arguments: [80, 120]) func wideGrids(width: Int) throws {
    let many = Self.axis("credit.growth", (0..<150).map(Double.init), "%")
    let tall = Self.axis("investment.plan", (0..<60).map(Double.init), "billion VND")
    let text = try Self.report(.grid, [tall, many]).text(style: TextStyle(width: width))
    for line in text.split(separator: "\n") {
      #expect(line.count <= width, "\(line.count): \(line)")
    }
    #expect(text.contains("The first 40 of 60 rows."))
    #expect(text.contains("of 150 columns."))
    #expect(text.contains("(columns 1 to "))
    let list = try Self.report(.list, [tall, tall]).text(style: TextStyle(width: width))
    #expect(list.split(separator: "\n").allSatisfy { $0.count <= width })
  }

  /// Well-formed, with a title and a description, and nothing from elsewhere.
  @Test func pictures() throws {
    let odd = SweepReport.Axis(
      path: "a<b>&\"c", values: ["<1>", "&2"], numbers: nil, unit: "")
    for axes in [[Self.plan], [Self.plan, Self.credit], [odd], [odd, odd]] {
      let svg = try Self.report(.grid, axes).svg()
      let parser = XMLShape(svg)
      #expect(parser.isWellFormed, "\(svg)")
      #expect(parser.elements.first == "svg")
      #expect(parser.elements.contains("title") && parser.elements.contains("desc"))
      #expect(!svg.contains("href") && !svg.contains("<style") && !svg.contains("<script"))
      #expect(svg.components(separatedBy: "http").count == 2)
    }
    let svg = try Self.report(.grid, [Self.plan, Self.credit]).svg()
    #expect(svg.contains(">credit.growth, %<") && svg.contains(">investment.plan, billion VND<"))
  }

  /// The ramp grows darker at every step also when it is printed in grey.
  @Test func shadesGrowDarker() {
    let luminance = (0...20).map { step -> Double in
      let colour = HeatMapSVG.colour(Double(step) / 20)
      let parts = (0..<3).map { k -> Double in
        let start = colour.index(colour.startIndex, offsetBy: 1 + 2 * k)
        return Double(Int(colour[start..<colour.index(start, offsetBy: 2)], radix: 16) ?? -1)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    #expect(zip(luminance, luminance.dropFirst()).allSatisfy { $0 > $1 })
    #expect((luminance.first ?? 0) - (luminance.last ?? 0) > 150)
  }

  @Test func charts() {
    #expect(SweepReport.chartObstacle(.grid, counts: [5]) == nil)
    #expect(SweepReport.chartObstacle(.grid, counts: [5, 200]) == nil)
    #expect(SweepReport.chartObstacle(.latinHypercube, counts: [50]) == nil)
    #expect(SweepReport.chartObstacle(.grid, counts: [5, 201]) != nil)
    #expect(SweepReport.chartObstacle(.grid, counts: [5, 5, 5]) != nil)
    #expect(SweepReport.chartObstacle(.list, counts: [5, 5]) != nil)
  }

  @Test(arguments: [(0.0, 1.0), (12.3, 18.9), (-5, 5), (3, 3), (1e-7, 2e-7), (0, 123_456)])
  func ticks(_ low: Double, _ high: Double) {
    let ticks = LineChartSVG.ticks(from: low, to: high)
    #expect(ticks.first ?? .nan <= low && ticks.last ?? .nan >= high)
    #expect((3...9).contains(ticks.count))
    #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0 < $1 })
  }

  /// A row that was written is read again as it was.
  @Test func fields() {
    let fields = ["a", "", "b,c", "d \"e\" f", "\"", "ü", ""]
    var csv = CSVText()
    csv.add(fields)
    #expect(CSVText.fields(csv.text) == fields)
  }
}

/// Whether tags are balanced and attributes and text hold no stray characters.
private struct XMLShape {
  private(set) var elements: [String] = []
  private(set) var isWellFormed = true

  init(_ text: String) {
    var open: [String] = []
    for part in text.split(separator: "<").map(String.init) {
      guard let end = part.firstIndex(of: ">") else {
        isWellFormed = false
        return
      }
      let tag = part[..<end]
      let rest = part[part.index(after: end)...]
      if rest.contains(">") || tag.filter({ $0 == "\"" }).count % 2 == 1 { isWellFormed = false }
      for piece in rest.split(separator: "&", omittingEmptySubsequences: false).dropFirst()
      where !["amp;", "lt;", "gt;", "quot;"].contains(where: { piece.hasPrefix($0) }) {
        isWellFormed = false
      }
      if tag.hasPrefix("/") {
        if open.popLast() != String(tag.dropFirst()) { isWellFormed = false }
      } else {
        let name = String(tag.prefix { $0.isLetter })
        elements.append(name)
        if !tag.hasSuffix("/") { open.append(name) }
      }
    }
    if !open.isEmpty { isWellFormed = false }
  }
}
