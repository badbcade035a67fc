import Languages
import TestSupport
import Testing

@testable import ScenarioFiles

/// The catalogue of distributions against the table of the reader.
@Suite struct DistributionCatalogueTests {
  @Test func hasEveryDistribution() {
    let entries = DistributionCatalogue.entries
    #expect(entries.count == DistributionTable.rows.count + DistributionTable.namesFromData.count)
    #expect(Set(entries.map(\.name)) == Set(DistributionTable.names))
    for entry in entries {
      #expect(!entry.summary.key.isEmpty, "\(entry.name)")
      for parameter in entry.parameters {
        #expect(!parameter.meaning.key.isEmpty, "\(entry.name): \(parameter.key)")
      }
      let isFromData = DistributionTable.namesFromData.contains(entry.name)
      #expect((entry.marginal == nil) == isFromData, "\(entry.name)")
    }
  }

  @Test func parametersAreThoseOfTheTable() {
    for (row, entry) in zip(DistributionTable.rows, DistributionCatalogue.entries) {
      #expect(entry.name == row.name)
      let keys = entry.parameters.map(\.key).filter {
        QuantileKey.probability(String($0.prefix(3))) == nil
      }
      #expect(keys == row.parameters.map(\.key))
      for parameter in row.parameters where parameter.standard == nil {
        #expect(entry.example.contains("\(parameter.key): "), "\(entry.example)")
      }
      #expect(entry.hasBounds == row.isContinuous)
    }
  }

  /// Each example stands for the distribution that a scenario with it has.
  @Test(arguments: DistributionCatalogue.entries.indices) func examplesAreRead(_ index: Int) throws
  {
    let entry = DistributionCatalogue.entries[index]
    guard let marginal = entry.marginal else { return }
    let reading = ScenarioReader.read(
      path: TestFiles.path("Valid/distributions.yaml"),
      overrides: ["activities.services.growth=\(entry.example)"])
    let scenario = try #require(reading.scenario, "\(reading.diagnostics)")
    let read = try #require(scenario.uncertainty.marginal(of: "services.growth"))
    #expect(read.description == marginal.description)
    #expect((0.05...0.09).contains(marginal.mean), "around 7%, so that pictures compare")
    #expect(marginal.quantile(0.01) > 0 && marginal.quantile(0.99) < 0.14)
  }

  @Test func whatIsWrongIsNoDistribution() {
    #expect(DistributionCatalogue.marginal(of: "{distribution: normal, mean: 7%}") == nil)
    #expect(DistributionCatalogue.marginal(of: "{distribution: nomal, mean: 7%, sd: 1%}") == nil)
    #expect(DistributionCatalogue.marginal(of: "7%") == nil)
  }
}
