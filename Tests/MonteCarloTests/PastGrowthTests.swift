import GrowthModel
import Testing

@testable import MonteCarlo

/// What a history says of past growth of the whole economy.
@Suite struct PastGrowthTests {
  private func economy() throws -> Economy {
    func leaf(_ id: String) -> Activity {
      Activity(
        id: id, name: id,
        content: .leaf(Leaf(baseVolume: 1, baseValue: nil, growth: .constant(0), deflator: nil)))
    }
    return try Economy(
      baseYear: 2024, year: 2025, priceYear: nil, currency: "VND", hasLevels: true,
      activities: [leaf("a"), leaf("b")], population: nil)
  }

  private static let quarters = [2023, 2024].flatMap { year in
    (1...4).map { Period(year: year, quarter: $0) }
  }

  @Test func levelsOfActivitiesAreAddedUp() throws {
    let history = ObservedHistory(
      periods: Self.quarters,
      columns: [
        .init(name: "a", unit: .money, values: [1, 2, 3, 4, 2, 2, 3, 5]),
        .init(name: "b", unit: .money, values: [3, 2, 1, 6, 3, 3, 3, 6]),
      ])
    let found = history.pastGrowth(of: try economy())
    #expect(found.map(\.period.description) == ["2024Q1", "2024Q2", "2024Q3", "2024Q4", "2024"])
    // 5/4, 5/4, 6/4, 11/10; of the year 27/22.
    let ratios: [Double] = [1.25, 1.25, 1.5, 11.0 / 10.0, 27.0 / 22.0]
    #expect(found.map(\.growth) == ratios.map { $0 - 1 })
  }

  @Test func growthIsTakenAsItIs() throws {
    let history = ObservedHistory(
      periods: [Period(year: 2023), Period(year: 2024)],
      columns: [.init(name: "GRDP", unit: .rate, values: [nil, 0.063])])
    let found = history.pastGrowth(of: try economy())
    #expect(found.map(\.period.year) == [2024] && found.map(\.growth) == [0.063])
  }

  @Test func whatDoesNotStandForTheEconomyIsNotTaken() throws {
    let history = ObservedHistory(
      periods: Self.quarters,
      columns: [.init(name: "a", unit: .money, values: [1, 2, 3, 4, 2, 2, 3, 5])])
    #expect(history.pastGrowth(of: try economy()).isEmpty)
  }
}
