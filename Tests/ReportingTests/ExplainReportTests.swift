import GrowthModel
import MonteCarlo
import Stochastics
import TestSupport
import Testing

@testable import Reporting

/// The answer to what must be true, as text and data.
@Suite struct ExplainReportTests {
  private static func report(
    _ scenario: Scenario, targets: [String], draws: Int = 20_000
  ) async throws -> ExplainReport {
    let findings = try await ExplanationAnalysis(scenario, targets: targets)
      .run(draws: draws, seed: 7, threads: 2)
    return ExplainReport(scenario: scenario, explanation: findings, context: Samples.context)
  }

  /// The province with targets that hardly any draw meets, that none meets, and that cannot be missed.
  private static func strained() throws -> Scenario {
    var scenario = try Samples.province()
    scenario.targets = [
      Samples.target("thin", "GRDP growth", "growth", .atLeast, 0.115),
      Samples.target("never", "GRDP growth", "growth", .atLeast, 0.25),
      Samples.target("taxes", "Taxes", "taxes.growth", .atMost, 0.05),
      Samples.target("more-taxes", "Taxes", "taxes.growth", .atLeast, 0.05),
    ]
    return scenario
  }

  @Test func text() async throws {
    let report = try await Self.report(
      Samples.province(), targets: ["growth", "industry-share", "visits"])
    try expectSnapshot(report.text(), "explain.txt")
    try expectSnapshot(
      report.text(style: TextStyle(color: true, width: 80), top: 3), "explain-narrow.txt")
    for width in [80, 100, 120] {
      for line in report.text(style: TextStyle(width: width)).split(separator: "\n") {
        #expect(line.count <= width, "\(line)")
      }
    }
  }

  @Test func inVietnamese() async throws {
    try await expectVietnamese("explain") {
      let report = try await Self.report(
        Samples.province(), targets: ["growth", "industry-share", "visits"])
      return { report.text(style: $0) }
    }
    try await expectVietnamese("explain-strained") {
      let report = try await Self.report(
        Self.strained(), targets: ["thin", "never", "taxes", "more-taxes"])
      return { report.text(style: $0) }
    }
  }

  @Test func strained() async throws {
    let report = try await Self.report(
      Self.strained(), targets: ["thin", "never", "taxes", "more-taxes"])
    try expectSnapshot(report.text(), "explain-strained.txt")
    let json = try JSONValue(report.json())
    let targets = try #require(json["targets"]?.array)
    #expect(targets.map { $0["verdict"]?.string } == ["open", "open", "certain", "impossible"])
    #expect(targets.map { $0["isThin"] } == [.bool(true), .bool(true), .bool(true), .bool(true)])
    #expect(targets[1]["distribution"]?["met"] == .null)
    #expect(targets[1]["figures"]?[0]?["contrast"] == .null)
    #expect(targets[1]["figures"]?[0]?["atPoint"]?.number != nil)
    #expect(targets[2]["designPoint"] == .null)
  }

  /// Numbers are those of the findings in base units, under names that scripts depend on.
  @Test func json() async throws {
    let report = try await Self.report(Samples.province(), targets: ["per-person"])
    let json = try JSONValue(report.json())
    #expect(json["format"]?.string == "growth.explain/1")
    let target = try #require(json["targets"]?[0])
    let found = report.explanation.targets[0]
    #expect(target["threshold"]?.number == 61_800_000)
    #expect(target["probability"]?.number == found.estimate.probability)
    #expect(target["met"]?.number == Double(found.estimate.hits))
    let mean = try #require(found.response.met?.mean)
    let met = try #require(target["distribution"]?["met"])
    #expect(met["mean"]?.number == mean.shifted(by: 9))
    let figures = try #require(target["figures"]?.array)
    #expect(figures.count == found.figures.count)
    for (figure, own) in zip(figures, found.figures) {
      let contrast = try #require(own.contrast)
      #expect(figure["name"]?.string == own.name)
      #expect(figure["contrast"]?["distance"]?.number == contrast.distance)
      #expect(figure["contrast"]?["isDistinct"] == .bool(contrast.isDistinct))
      #expect(
        figure["distribution"]?["all"]?["quantiles"]?["0.5"]?.number == own.distribution.all.median)
    }
    let distances = found.figures.map { $0.contrast?.distance ?? 0 }
    #expect(distances == distances.sorted(by: >))
    #expect(target["designPoint"]?["reliabilityIndex"]?.number == found.point?.beta)
  }

  @Test func csv() async throws {
    let report = try await Self.report(Samples.province(), targets: ["growth", "visits"])
    let lines = report.csv().split(separator: "\n")
    let fields = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).count }
    #expect(lines.count == 3 + report.explanation.targets.reduce(0) { $0 + $1.figures.count })
    // No title holds a comma but those in quotes.
    for (line, count) in zip(lines, fields) where !line.contains("\"") {
      #expect(count == fields[0], "\(line)")
    }
    #expect(lines[0].hasPrefix("target,kind,name,title,unit,all draws,all mean,"))
    #expect(lines[1].hasPrefix("growth,target,growth,GRDP growth,fraction,20000,"))
  }

  /// A group speaks for parts that move together, and one part for a group that owes its difference to it.
  @Test func voices() {
    func figure(_ id: String, _ groups: [String], _ distance: Double) -> ExplainedFigure {
      let side = FigureDistribution(
        draws: 1000, mean: 0, standardError: 0.1, standardDeviation: 1,
        quantiles: [-1.6, -1.3, 0, 1.3, 1.6])
      return ExplainedFigure(
        name: id + ".growth", title: id, unit: .rate, role: .activity(id: id, groups: groups),
        distribution: SplitDistribution(all: side, met: side, missed: side), values: nil,
        contrast: FigureContrast(
          shift: 1, shiftError: 0.01, shiftInterval: 0.98...1.02, distance: distance,
          criticalDistance: 0.06, condition: .above(0), shareOfMet: 0.9, shareOfMissed: 0.5),
        atPoint: nil)
    }
    func speaking(_ figures: [ExplainedFigure]) -> [String] {
      ActivityVoices(figures).speaking.map(\.title).sorted()
    }
    let power = figure("power", ["industry"], 0.83)
    let mining = figure("mining", ["industry"], 0.1)
    // One part is as good as the group.
    #expect(speaking([figure("industry", [], 0.85), power, mining]) == ["mining", "power"])
    // The group tells more than any part.
    #expect(speaking([figure("industry", [], 0.95), power, mining]) == ["industry"])
    // Parts that move together.
    let trade = figure("trade", ["services"], 0.22)
    let hotels = figure("hotels", ["services", "trade"], 0.21)
    let shops = figure("shops", ["services", "trade"], 0.22)
    let transport = figure("transport", ["services"], 0.21)
    #expect(speaking([figure("services", [], 0.21), trade, transport]) == ["services"])
    // Parts that pull apart, so that the group tells little.
    #expect(speaking([figure("services", [], 0.1), trade, transport]) == ["trade", "transport"])
    // Two levels; and a group that is not told.
    #expect(
      speaking([figure("services", [], 0.21), trade, hotels, shops, transport]) == ["services"])
    #expect(speaking([hotels, shops]) == ["hotels", "shops"])
  }

  /// Sentences in the terms of what they are about.
  @Test func sentences() throws {
    func figure(
      _ role: ExplainedFigure.Role, values: [Double]?, _ condition: FigureContrast.Condition,
      met: Double, missed: Double, unit: Unit = .rate
    ) -> ExplainedFigure {
      let side = FigureDistribution(
        draws: 1000, mean: 0.05, standardError: 0.001, standardDeviation: 0.03,
        quantiles: [0, 0.01, 0.05, 0.09, 0.1])
      return ExplainedFigure(
        name: "x", title: "X", unit: unit, role: role,
        distribution: SplitDistribution(all: side, met: side, missed: side),
        values: values.map { $0.map { .init(value: $0, met: 1, missed: 1) } },
        contrast: FigureContrast(
          shift: 1, shiftError: 0.01, shiftInterval: 0.98...1.02, distance: met - missed,
          criticalDistance: 0.01, condition: condition, shareOfMet: met, shareOfMissed: missed),
        atPoint: nil)
    }
    func text(_ figure: ExplainedFigure) throws -> String {
      try #require(ConditionSentence(figure, currency: "VND")).text
    }
    let growth = ExplainedFigure.Role.activity(id: "x", groups: [])
    #expect(
      try text(figure(growth, values: nil, .above(0.034), met: 0.9, missed: 0.352))
        == "X: above 3.4% in 90% of the draws that met the target, and in 35% of those that missed it."
    )
    #expect(
      try text(figure(growth, values: nil, .below(0.02), met: 0.9, missed: 0)).contains(
        "X: below 2.0% in 90%"))
    #expect(
      try text(figure(growth, values: nil, .between(0.02, 0.06), met: 0.9, missed: 0.9004))
        == "X: between 2.0% and 6.0% in 90.00% of the draws that met the target, and in 90.04% of those "
        + "that missed it.")
    #expect(
      try text(
        figure(.goAhead, values: [0, 1], .atLeast(1), met: 0.999, missed: 0.8, unit: .number))
        == "X: yes in 99.9% of the draws that met the target, and in 80.0% of those that missed it."
    )
    #expect(
      try text(
        figure(.input, values: [1, 2, 3], .atLeast(2), met: 0.5, missed: 0.25, unit: .number)
      )
      .contains("X: 2 or more in 50%"))
    let opening = figure(
      .input, values: [2028.25, 2028.5], .atMost(2028.25), met: 0.5, missed: 0.25, unit: .date)
    #expect(try text(opening).hasPrefix("X: 2028-04-01 or earlier in 50%"))
  }
}
