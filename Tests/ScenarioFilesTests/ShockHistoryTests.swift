import Foundation
import GrowthModel
import Stochastics
import Testing

@testable import ScenarioFiles

/// Shocks estimated from a history of quarters, against the same sums in another program.
@Suite struct ShockHistoryTests {
  let reading = ScenarioReader.read(path: TestFiles.path("Valid/shocks.yaml"))

  @Test func warnsOfFewObservationsAlone() {
    #expect(reading.diagnostics.count == 1)
    #expect(
      reading.diagnostics.first?.message.contains("only 16 observations (2021Q1-2024Q4)") == true)
  }

  /// The figures: Python 3, `math.fsum` over the file, sum of d[t] d[t-1] over that of d[t-1]^2, and
  /// residual sums of squares over 13 degrees of freedom.
  @Test func estimatesByLeastSquares() throws {
    let scenario = try #require(reading.scenario)
    let shocks = try #require(scenario.economy.shocks)
    #expect(shocks.activities == ["farming", "making"])
    let persistence = [0.4686608470062297, 0.2718219961613061]
    let start = [-0.0031312499999999986, 0.012256250000000003]
    let deviations = [0.008396848553038494, 0.018638479687385266]
    for i in 0..<2 {
      #expect(abs(shocks.persistence[0][i][i] - persistence[i]) < 1e-11)
      #expect(shocks.persistence[0][i][1 - i] == 0)
      #expect(abs(shocks.start[0][i] - start[i]) < 1e-13)
      for step in scenario.economy.timeline.steps {
        let name = ShockProcess.innovation(of: shocks.activities[i], in: step)
        let marginal = scenario.uncertainty.variables.first { $0.name == name }?.marginal
        #expect(marginal?.mean == 0)
        #expect(abs((marginal?.variance.squareRoot() ?? 0) - deviations[i]) < 1e-13)
      }
    }
    #expect(scenario.uncertainty.groups.count == 4)
    for group in scenario.uncertainty.groups {
      // Drawn 1e-10 of itself towards zero.
      #expect(abs(group.correlation[0][1] - 0.075627558622281) < 1e-10)
    }
  }

  /// What the estimate takes from LAPACK leaves its last bits behind.
  @Test func estimatesHaveTwelveDigits() throws {
    let shocks = try #require(reading.scenario?.economy.shocks)
    for value in [shocks.persistence[0][0][0], shocks.persistence[0][1][1]] + shocks.start[0] {
      #expect(value.significandBitPattern & 0xFFF == 0)
    }
  }

  @Test func recordsTheEstimate() {
    let sd = reading.values.first { $0.path == "shocks.innovations.farming.sd" }
    #expect(sd?.value == "0.8397 pp")
    #expect(sd?.source == "shocks.csv")
    if case .history(let location) = sd?.origin {
      #expect(location.line == 2 && location.column == 8)
    } else {
      Issue.record("the origin is \(String(describing: sd?.origin))")
    }
  }

  @Test func theHistoryBelongsToTheDigest() throws {
    var digest = SHA256()
    for name in ["Valid/shocks.yaml", "Valid/shocks.csv"] {
      let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: TestFiles.path(name))))
      digest.update(name.hasSuffix("yaml") ? bytes : [0] + bytes)
    }
    #expect(reading.digest == "sha256:" + digest.finish())
  }

  @Test(arguments: [
    ("2024", "2024", Timeline.Step.year, 1), ("2021", "2024", .year, 4),
    ("2023Q4", "2024Q2", .quarter, 3), ("2021Q1", "2024Q4", .quarter, 16),
  ])
  func spansCountTheirPeriods(_ first: String, _ last: String, _ step: Timeline.Step, _ count: Int)
    throws
  {
    let span = try #require(HistorySpan(first, last, step: step))
    #expect(span.count == count)
    #expect(span.periods.count == count)
    #expect(span.periods.first?.description == first)
    #expect(span.periods.last?.description == last)
    #expect(span.description == first + "-" + last)
  }

  @Test(arguments: [
    ("2024", "2021", Timeline.Step.year), ("2024Q1", "2024Q4", .year), ("2021", "2024", .quarter),
    ("2024H1", "2024Q4", .quarter), ("0999", "2024", .year), ("2024Q3", "2024Q2", .quarter),
  ])
  func noSpanOfOtherTexts(_ first: String, _ last: String, _ step: Timeline.Step) {
    #expect(HistorySpan(first, last, step: step) == nil)
  }
}
