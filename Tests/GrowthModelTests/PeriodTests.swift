import GrowthModel
import Testing

@Suite struct PeriodTests {
  /// Steps back are steps forward undone, also across the year 0.
  @Test(arguments: [0, 1, 3, 4, 5, 1000, 8103]) func stepsBack(_ count: Int) throws {
    let timeline = Timeline(baseYear: 0, lastYear: 1, step: .quarter)
    let first = try #require(Period("0001Q2"))
    let back = timeline.step(first, before: count)
    #expect(1...4 ~= back.quarters.lowerBound)
    #expect(4 * back.year + back.quarters.lowerBound == 4 + 2 - count)
    #expect(timeline.step(back, before: -count) == first)
  }

  @Test(arguments: ["0000", "0999Q4", "1000H1", "2025M9", "9999"]) func text(_ text: String) {
    #expect(Period(text)?.description == text)
  }
}
