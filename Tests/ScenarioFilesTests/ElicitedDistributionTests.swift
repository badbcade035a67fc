import Testing

@testable import ScenarioFiles

/// Stated quantiles and the other distributions with optional parameters, from the file to the
/// marginal.
@Suite struct ElicitedDistributionTests {
  @Test(arguments: [
    ("agriculture.growth", "quantiles(0.1: 0.02, 0.5: 0.04, 0.9: 0.05)"),
    (
      "agriculture.deflator",
      "quantiles(0.025: 0.01, 0.5: 0.03, 0.975: 0.06, lower -0.01, upper 0.08)"
    ),
    ("services.growth", "quantiles(0.25: 0.06, 0.75: 0.08), at least 0.02"),
    ("population", "quantiles(0.05: 1200000, 0.95: 1400000, lower 0)"),
    ("tourism.visits", "quantiles(0.1: 2000000, 0.9: 3000000, lower 0)"),
    ("rain", "gamma(shape 2.5, scale 400, location 0)"),
    ("exports.growth", "gamma(shape 4, scale 0.02, location -0.03), at most 0.3"),
    ("yield", "beta(lower 1, upper 5, alpha 2, beta 3.5), at least 2"),
    ("price.growth", "skew normal(location 0.02, scale 0.03, shape -4), at least -0.08"),
  ])
  func marginal(variable: String, description: String) throws {
    let reading = read()
    let scenario = try #require(reading.scenario, "\(reading.diagnostics)")
    #expect(scenario.uncertainty.marginal(of: variable)?.description == description)
  }

  /// A bound that is not there is no value of the scenario.
  @Test func quantilesAreNoted() throws {
    let values = read().values
    let found = { (path: String) in values.first { $0.path == path }?.value }
    #expect(found("activities.agriculture.growth.p10") == "2%")
    #expect(found("activities.agriculture.growth.low") == nil)
    #expect(found("activities.agriculture.deflator.p97.5") == "6%")
    #expect(found("activities.agriculture.deflator.low") == "-1%")
  }

  /// A gamma figure without a location has the unit of its scale, and the location is said.
  @Test func gammaHasTheUnitOfItsScale() throws {
    let reading = read()
    let location = reading.values.first { $0.path == "indicators.rain.level.location" }
    #expect(location?.value == "0")
    #expect(reading.diagnostics.filter { $0.severity == .error }.isEmpty)
  }

  /// A key with a point in it, a quantile more, and bounds, from the command line.
  @Test func overrides() throws {
    let reading = read([
      "agriculture.deflator.p97.5=7%", "agriculture.growth.p25=3%", "agriculture.growth.high=9%",
    ])
    let scenario = try #require(reading.scenario, "\(reading.diagnostics)")
    #expect(
      scenario.uncertainty.marginal(of: "agriculture.deflator")?.description
        == "quantiles(0.025: 0.01, 0.5: 0.03, 0.975: 0.07, lower -0.01, upper 0.08)")
    #expect(
      scenario.uncertainty.marginal(of: "agriculture.growth")?.description
        == "quantiles(0.1: 0.02, 0.25: 0.03, 0.5: 0.04, 0.9: 0.05, upper 0.09)")
  }

  @Test(arguments: [
    ("p10", 0.1), ("p2.5", 0.025), ("p99.9", 0.999), ("p50.0", 0.5), ("p0.1", 0.001), ("p07", 0.07),
  ])
  func keyOfAQuantile(key: String, probability: Double) {
    #expect(QuantileKey.probability(key) == probability)
  }

  @Test(arguments: ["p", "10", "p.5", "p5.", "p1e1", "p-5", "p1.2.3", "P10", "per", "pinf", "p٥"])
  func otherKeys(key: String) {
    #expect(QuantileKey.probability(key) == nil)
  }

  private func read(_ overrides: [String] = []) -> ScenarioReading {
    ScenarioReader.read(path: TestFiles.path("Valid/elicited.yaml"), overrides: overrides)
  }
}
