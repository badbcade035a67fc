import Testing

@testable import Serving

@Suite("Sliders of levers")
struct ServedLeverTests {
  private static func levers(_ range: String) throws -> [ServedLever] {
    try Served.scenario(
      "miller-blair.yaml", draws: 2000,
      overrides: ["levers.final-demand.one.range=[\(range)]"]
    ).levers
  }

  @Test("A range has a step that goes into it a hundred times or a little more")
  func steps() throws {
    let lever = try #require(try Self.levers("100 billion USD, 900 billion USD").first)
    #expect((lever.low, lever.high, lever.step) == (100, 900, 5))
    let narrow = try #require(try Self.levers("600 billion USD, 600.002 billion USD").first)
    #expect(narrow.step == 1e-5)
  }

  /// Looking for the step of these did not end.
  @Test(
    "What is too narrow or too wide for a slider has none",
    arguments: [
      "600 billion USD, 600.00000001 billion USD", "600 billion USD, 600.000001 billion USD",
      "-1.7e308 billion USD, 1.7e308 billion USD",
    ])
  func withoutSlider(_ range: String) throws {
    #expect(try Self.levers(range).isEmpty)
  }
}
