import GrowthModel
import MonteCarlo
import TestSupport
import Testing

@testable import Reporting

/// What `reach` writes, for findings of every kind.
@Suite struct ReachReportTests {
  private static func lever(
    _ id: String, _ name: String, _ unit: Unit, _ present: Double,
    range: ClosedRange<Double>? = nil, cost: Double? = nil, owner: String? = nil
  ) -> Lever {
    Lever(
      setting: Series(id: id, name: name, unit: unit, course: .level(.constant(present))),
      range: range, cost: cost, owner: owner)
  }

  private static func count(_ hits: Int) -> ProbabilityEstimate {
    ProbabilityEstimate(hits: hits, draws: 1_000_000)
  }

  private static func there(_ position: Double, _ hits: Int) -> SettingProbability {
    SettingProbability(position: position, estimate: count(hits))
  }

  private static let plan = lever(
    "investment.plan", "Public investment plan", .money, 6599.735, range: 4398...7500, cost: 1,
    owner: "2.2: Provincial People's Committee, Department of Finance")
  private static let budget = lever(
    "digital.budget", "Share of the local budget for science", .rate, 0.03, range: 0...0.05,
    cost: 21_200, owner: "2.5: Department of Science and Technology")

  private static let levers = [
    LeverReach(
      lever: plan, present: 6599.735, range: 4398...7500, ends: (count(118_000), count(214_000)),
      outcome: .reached(
        ReachedSetting(
          exact: there(7193.212, 200_000), rounded: there(7200, 200_211), low: 7151.6,
          high: 7233.25))),
    LeverReach(
      lever: budget, present: 0.03, range: 0...0.05, ends: (count(154_000), count(167_000)),
      outcome: .outOfReach(best: there(0.05, 167_000))),
    LeverReach(
      lever: lever("credit.growth", "Growth of bank credit", .rate, 0.099, range: 0...0.2),
      present: 0.099, range: 0...0.2, ends: (count(98_000), count(201_000)),
      outcome: .reached(
        ReachedSetting(
          exact: there(0.1978214, 200_000), rounded: there(0.198, 200_030), low: 0.1956,
          high: nil)), reversal: 0.0021),
    LeverReach(
      lever: lever("campaign", "Campaigns", .count("visits"), 0, range: 0...500_000), present: 0,
      range: 0...500_000, ends: (count(162_000), count(162_000)), outcome: .noEffect),
    LeverReach(lever: lever("wages", "Wages", .number, 3), outcome: .noRange),
    LeverReach(lever: lever("opening", "Opening day", .date, 2025.5), outcome: .isDate),
    LeverReach(
      lever: lever("loans", "Loans by quarter", .percentagePoints, 0.01, range: 0...0.04),
      periods: [(Period(year: 2025, quarter: 1), 0.01), (Period(year: 2025, quarter: 2), 0.02)],
      present: 0, range: -0.01...0.02, ends: (count(150_000), count(220_000)),
      outcome: .reached(
        ReachedSetting(
          exact: there(0.0121234, 200_000), rounded: there(0.0122, 200_402), low: 0.0114,
          high: 0.0127))),
  ]

  private static let gap = ArithmeticGap(
    expected: 0.0493, edge: 0.08, isMet: false,
    rows: [
      .init(id: "industry", name: "Industry", depth: 0, expected: 0.0301, needed: 0.1232),
      .init(id: "mining", name: "Mining", depth: 1, expected: 0.165, needed: nil),
    ])

  private func report(
    _ levers: [LeverReach] = levers, combination: CombinationReach? = nil,
    gap: ArithmeticGap? = gap
  ) throws -> ReachReport {
    let scenario = try Samples.province()
    let graph = try scenario.economy.quantityGraph()
    return ReachReport(
      scenario: scenario,
      findings: ReachFindings(
        target: scenario.targets[0], quantity: try #require(graph.quantity("growth")),
        probability: 0.2, seed: 7, draws: 1_000_000, evaluations: 321,
        present: Self.count(162_000), levers: levers, combination: combination, gap: gap),
      context: Samples.context)
  }

  private static let combination = CombinationReach(
    outcome: .reached(
      ReachedCombination(
        exact: CombinedSetting(
          positions: [6900.123, 0.04], cost: 300.388 + 212, estimate: count(200_000)),
        rounded: CombinedSetting(
          positions: [6910, 0.04], cost: 310.265 + 212, estimate: count(200_120)), low: 480,
        high: 545)), levers: ["investment.plan", "digital.budget"], left: ["credit.growth"])

  private static let impossible = CombinationReach(
    outcome: .outOfReach(
      best: CombinedSetting(
        positions: [7500, 0.05], cost: 900.265 + 424, estimate: count(199_000))),
    levers: ["investment.plan", "digital.budget"], left: [])

  @Test func text() throws {
    try expectSnapshot(report(combination: Self.combination).text(), "reach.txt")
    try expectSnapshot(
      report(Array(Self.levers.prefix(2)), combination: Self.impossible).text(),
      "reach-out-of-reach.txt")
    try expectSnapshot(report([], gap: nil).text(), "reach-no-levers.txt")
  }

  @Test func inVietnamese() async throws {
    let names: Set = [" the ", "quarter"]
    try await expectVietnamese("reach", names: names) {
      let report = try report(combination: Self.combination)
      return { report.text(style: $0) }
    }
    try await expectVietnamese("reach-out-of-reach", names: names) {
      let report = try report(Array(Self.levers.prefix(2)), combination: Self.impossible)
      return { report.text(style: $0) }
    }
    try await expectVietnamese("reach-no-levers") {
      let report = try report([], gap: nil)
      return { report.text(style: $0) }
    }
  }

  @Test(arguments: [80, 100, 120]) func linesFit(width: Int) throws {
    let text = try report(combination: Self.combination).text(style: TextStyle(width: width))
    for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
  }

  @Test func csv() throws {
    try expectSnapshot(report(combination: Self.combination).csv(), "reach.csv")
    let rows = try report(combination: Self.impossible).csv().split(separator: "\n")
    #expect(rows.count == 1 + Self.levers.count + 2)
    #expect(rows.last?.hasPrefix("together,growth,0.2,0.162,digital.budget,") == true)
  }

  @Test func json() throws {
    let json = try JSONValue(report(combination: Self.combination).json())
    #expect(json["format"] == .string("growth.reach/1"))
    #expect(json["present"]?["probability"]?.number == 0.162)
    let levers = try #require(json["levers"]?.array)
    let needed = try #require(levers[0]["needed"])
    #expect(needed["setting"]?.number == 7_193_212_000_000)
    #expect(needed["set"]?.array == [.string("investment.plan=7193.212 billion VND")])
    #expect(needed["cost"]?.number == 593_477_000_000)
    #expect(levers[2]["rounded"]?["set"]?.array == [.string("credit.growth=19.8%")])
    #expect(levers[2]["isMonotone"] == .bool(false) && levers[0]["isMonotone"] == .bool(true))
    #expect(
      levers.compactMap { $0["outcome"]?.string } == [
        "reached", "out-of-reach", "reached", "no-effect", "no-range", "date", "reached",
      ])
    #expect(
      levers[6]["needed"]?["set"]?.array == [
        .string("loans.value.2025Q1=2.21234 pp"), .string("loans.value.2025Q2=3.21234 pp"),
      ])
    let combination = try #require(json["combination"])
    #expect(combination["outcome"]?.string == "reached")
    #expect(combination["costInterval"]?.numbers == [4.8e11, 5.45e11])
    #expect(combination["needed"]?["levers"]?.array?.count == 2)
    let gap = try #require(json["gap"])
    #expect(abs(try #require(gap["gap"]?.number) - 0.0307) < 1e-15)
    #expect(gap["activities"]?.array?[1]["neededGrowth"] == .null)
    let none = try JSONValue(report().json())
    #expect(none["combination"] == .null)
  }

  @Test func figures() {
    func figure(_ unit: Unit, _ value: Double) -> String {
      Measure(unit: unit, currency: "VND").figure(value)
    }
    #expect(figure(.rate, 0.1438123) == "14.38123%")
    #expect(figure(.rate, -0.005) == "-0.5%")
    #expect(figure(.money, 7012.345) == "7012.345 billion VND")
    #expect(figure(.moneyPer("person"), 0.0618) == "61800000 VND per person")
    #expect(figure(.count("visits"), 1e6) == "1000000 visits")
    #expect(figure(.number, 0) == "0")
    #expect(figure(.duration, 1.25) == "1.25 years")
    #expect(figure(.percentagePoints, 0.001) == "0.1 pp")
  }
}

extension JSONValue {
  /// The numbers among the items of an array.
  fileprivate var numbers: [Double]? { array.map { $0.compactMap(\.number) } }
  /// The texts among the items of an array.
  fileprivate var strings: [String]? { array.map { $0.compactMap(\.string) } }
}
