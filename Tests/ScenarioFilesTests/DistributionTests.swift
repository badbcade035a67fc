import Testing

@testable import ScenarioFiles

/// Lists and bounds of distributions, from the file to the marginal.
@Suite struct DistributionTests {
  @Test(arguments: [
    ("agriculture.growth", "normal(mean 0.04, standard deviation 0.02), at least 0"),
    ("services.growth", "discrete(0.0625: 0.25, 0.075: 0.75)"),
    ("agriculture.deflator", "empirical(4 values, 0.02 ... 0.04)"),
    (
      "services.deflator",
      "triangular(lower -0.02, mode 0.02, upper 0.04), at least 0, at most 0.03"
    ),
    ("population", "lognormal(mean 1300000, standard deviation 20000)"),
  ])
  func marginal(variable: String, description: String) throws {
    let scenario = try #require(read().scenario)
    #expect(scenario.uncertainty.marginal(of: variable)?.description == description)
  }

  /// A list is one value of the scenario.
  @Test func listsAreNoted() throws {
    let values = read().values
    let found = { (path: String) in values.first { $0.path == path }?.value }
    #expect(found("activities.services.growth.values") == "6.25%, 7.5%")
    #expect(found("activities.services.growth.weights") == "25%, 75%")
    #expect(found("activities.agriculture.deflator.values") == "2%, 3%, 3%, 4%")
    #expect(found("activities.agriculture.growth.at-least") == "0%")
  }

  /// Lists and bounds from the command line.
  @Test func overrides() throws {
    let reading = read([
      "services.growth.values=[1%, 2%]", "agriculture.growth.at-most=5%",
    ])
    let scenario = try #require(reading.scenario)
    #expect(
      scenario.uncertainty.marginal(of: "services.growth")?.description
        == "discrete(0.01: 0.25, 0.02: 0.75)")
    #expect(
      scenario.uncertainty.marginal(of: "agriculture.growth")?.description
        == "normal(mean 0.04, standard deviation 0.02), at least 0, at most 0.05")
  }

  private func read(_ overrides: [String] = []) -> ScenarioReading {
    ScenarioReader.read(path: TestFiles.path("Valid/distributions.yaml"), overrides: overrides)
  }
}
