import Foundation
import GrowthModel
import Testing

/// The quarterly accounts of Viet Nam in `Scenarios/data`, read here line by line.
struct NationalAccounts {
  /// The parts that sum to GDP, in the order of the file; ids of the scenario's leaves.
  let industries: [String]
  /// Value added in billion VND by industry, a number for each quarter.
  private let levels: [String: [Double]]
  private let quarters: [Period]
  let gdp: [Period: Double]

  /// Industries by group, as the scenario has them; product taxes less subsidies stand beside.
  static let groups: [(id: String, industries: [String])] = [
    ("agriculture-forestry-fishery", ["agriculture", "forestry", "fishery"]),
    ("industry", ["mining", "manufacturing", "electricity", "water"]),
    (
      "services",
      [
        "trade", "transport", "accommodation-food", "information-communication", "finance",
        "real-estate", "professional", "administrative", "public-administration", "education",
        "health", "arts", "other-services", "households",
      ]
    ),
  ]

  init(file: String = "Scenarios/data/viet-nam-quarterly-industries.csv") throws {
    let text = try String(contentsOfFile: ScenarioFolder.absolute(file), encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    let header = try #require(lines.first).split(separator: ",").dropFirst()
      .map { String($0).replacing(" (billion VND)", with: "") }
    try #require(header.last == "gdp")
    let rows = try lines.dropFirst().map { line in
      let cells = line.split(separator: ",")
      try #require(cells.count == header.count + 1)
      return (
        quarter: try #require(Period(cells[0])),
        levels: try cells.dropFirst().map { try #require(Double($0)) }
      )
    }
    quarters = rows.map(\.quarter)
    industries = Array(header.dropLast())
    levels = Dictionary(
      uniqueKeysWithValues: industries.enumerated().map { k, id in (id, rows.map { $0.levels[k] }) }
    )
    gdp = Dictionary(
      uniqueKeysWithValues: rows.map { ($0.quarter, $0.levels[header.count - 1]) })
  }

  /// The four quarters of a year.
  func levels(_ industry: String, _ year: Int) throws -> [Double] {
    let all = try #require(levels[industry])
    return quarters.indices.filter { quarters[$0].year == year }.map { all[$0] }
  }

  /// Growth on the same quarter a year earlier, from the first quarter that has one.
  func growth(_ industry: String) throws -> [(quarter: Period, growth: Double)] {
    let all = try #require(levels[industry])
    return (4..<all.count).map { (quarters[$0], all[$0] / all[$0 - 4] - 1) }
  }

  /// GDP over a period, in billion VND at the prices of the file.
  func gdp(_ period: Period) throws -> Double {
    try period.quarters.reduce(0) {
      $0 + (try #require(gdp[Period(year: period.year, quarter: $1)]))
    }
  }

  /// The accounts of a year as a model that starts from the year before, with observed growth.
  func economy(year: Int) throws -> Economy {
    func leaf(_ id: String, _ kind: Activity.Kind = .industry) throws -> Activity {
      let base = try levels(id, year - 1)
      let growth = try zip(levels(id, year), base).enumerated().map { k, pair in
        (Period(year: year, quarter: k + 1), Input.constant(pair.0 / pair.1 - 1))
      }
      let schedule = Schedule.byPeriod(Dictionary(uniqueKeysWithValues: growth))
      return Activity(
        id: id, name: id, kind: kind,
        content: .leaf(Leaf(volumes: base, values: nil, growth: schedule, deflator: nil)))
    }
    var groups = try Self.groups.map { group in
      Activity(
        id: group.id, name: group.id, content: .group(try group.industries.map { try leaf($0) }))
    }
    groups[1] = Activity(
      id: "industry-construction", name: "industry-construction",
      content: .group([groups[1], try leaf("construction")]))
    return Economy(
      timeline: Timeline(baseYear: year - 1, lastYear: year, step: .quarter), priceYear: 2010,
      currency: "VND", hasLevels: true,
      activities: groups + [try leaf("taxes", .taxesLessSubsidies)])
  }
}
