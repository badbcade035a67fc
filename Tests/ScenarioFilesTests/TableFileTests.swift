import GrowthModel
import Testing

@testable import ScenarioFiles

/// An input-output table from a file, adjusted to totals.
@Suite struct TableFileTests {
  let reading = ScenarioReader.read(path: TestFiles.path("Valid/table.yaml"))

  @Test func hasNoDiagnostics() {
    #expect(reading.diagnostics.map(\.description) == [])
  }

  /// Multiplying rows and columns keeps the ratio a11 a22 / (a12 a21) of the flows, 10 x 40 / (20 x 30).
  /// With the totals 40, 60 and 50, 50 that is x (10 + x) / ((40 - x) (50 - x)) = 2/3, so that
  /// x = -105 + root 15025.
  @Test func balancesFlows() throws {
    let table = try #require(reading.scenario?.economy.inputOutput)
    let x = -105 + 15025.0.squareRoot()
    let expected = [[x / 200, (40 - x) / 250], [(50 - x) / 200, (10 + x) / 250]]
    for (row, wanted) in zip(table.coefficients, expected) {
      #expect(zip(row, wanted).allSatisfy { abs($0 - $1) < 1e-12 })
    }
    // The columns sum to 50 of 200 and 50 of 250.
    let shares = table.sectors.map(\.valueAddedShare)
    #expect(zip(shares, [0.75, 0.8]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func recordsTheFlowsOfTheFile() {
    let row = reading.values.first { $0.path == "input-output.flows.power" }
    #expect(row?.value == "30, 40")
    #expect(row?.source == "table.csv")
  }
}
