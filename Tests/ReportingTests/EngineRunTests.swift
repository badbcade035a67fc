import MonteCarlo
import Stochastics
import TestSupport
import Testing

@testable import Reporting

/// A run of the engine from scenario to report, against its closed form.
@Suite struct EngineRunTests {
  /// Growth is normal with mean 0.25 x 3% + 0.75 x 7% = 6% and the variance of the weighted sum.
  @Test func aLinearGaussianRunAgreesWithItsClosedForm() async throws {
    var scenario = try Samples.bare()
    scenario.targets = [
      Samples.target("growth", "GRDP growth", "growth", .atLeast, 0.07),
      Samples.target("services", "Services", "services.growth", .atMost, 0.07),
    ]
    let draws = 200_000
    let ensemble = try await Simulation(scenario).run(draws: draws, seed: 2025, threads: 2)
    let report = RunReport(scenario: scenario, ensemble: ensemble, context: Samples.context)
    let sd = (0.25 * 0.25 * 1e-4 + 0.75 * 0.75 * 4e-4).squareRoot()
    let exact = try NormalDistribution(mean: 0.06, standardDeviation: sd)
    let growth = try #require(report.quantity("growth")?.distribution)
    let standardError = sd / Double(draws).squareRoot()
    // Five standard errors: alpha below 1e-6 for each comparison.
    #expect(abs(try #require(growth.mean) - 0.06) < 5 * standardError)
    for (key, p) in RunReport.probabilities {
      let quantile = exact.quantile(p)
      let error = (p * (1 - p) / Double(draws)).squareRoot() / exact.density(quantile)
      #expect(abs(try #require(growth.quantile(key)) - quantile) < 5 * error)
    }
    let lead = report.targets[0].outcome
    #expect(abs(lead.probability - exact.complementary(0.07)) < 5 * lead.standardError)
    for bin in try #require(report.histogram).bins {
      let above = bin.low.map { exact.complementary($0) } ?? 1
      #expect(abs(bin.fractionAtOrAbove - above) < 5 * 0.5 / Double(draws).squareRoot())
    }
    let text = report.text()
    #expect(text.contains("GRDP growth of 7% or more in 2025: probability 25"))
    #expect(text.contains("All 2 targets together"))
    #expect(try JSONValue(report.json())["draws"]?.number == Double(draws))
  }
}
