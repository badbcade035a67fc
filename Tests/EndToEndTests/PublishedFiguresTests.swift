import Foundation
import GrowthModel
import MonteCarlo
import ScenarioFiles
import TestSupport
import Testing

/// Scenarios with published figures: what they hold, and what commands say that cannot take them in.
@Suite struct PublishedFiguresTests {
  static let nineMonths = "Scenarios/son-la-2025-9m.yaml"

  private func scenario(_ file: String, _ overrides: [String] = []) throws -> Scenario {
    let reading = ScenarioReader.read(path: ScenarioFolder.absolute(file), overrides: overrides)
    #expect(reading.diagnostics.filter { $0.severity == .error } == [])
    return try #require(reading.scenario)
  }

  @Test func thereAreScenariosWithPublishedFigures() {
    #expect(
      ScenarioFolder.withActuals == [
        "Scenarios/son-la-2025-9m.yaml", "Scenarios/son-la-2025-h1.yaml",
        "Scenarios/viet-nam-2025-9m.yaml", "Scenarios/viet-nam-2025-h1.yaml",
        "Scenarios/viet-nam-2025-q1.yaml",
      ])
  }

  /// To answer as if nothing had been published would be another question.
  @Test(arguments: [
    ["reach", "FILE", "--probability", "60%"], ["explain", "FILE"], ["sensitivity", "FILE"],
    ["compare", ScenarioFolder.sonLa, "FILE"], ["compare", "FILE", ScenarioFolder.sonLa],
    ["sweep", "FILE", "--vary", "investment.plan=5000,6000 billion VND"],
  ])
  func commandsWithoutThemRefuse(_ command: [String]) throws {
    let arguments = command.map { $0 == "FILE" ? Self.nineMonths : $0 }
    let outcome = try Program.run(arguments + ["--draws", "2k"])
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors.contains(
        "Scenarios/son-la-2025-h1.yaml:25:12: error: `growth \(command[0])` cannot take published"
          + " figures into account yet, and the scenario holds 5 published figures\n"
          + "  hint: `growth update` does; or ask about the scenario without `actuals`\n"),
      "\(outcome.errors)")
  }

  /// A plan is judged as it was made; the answer says so.
  @Test func reconcileSaysThatTheyHaveNoPart() throws {
    let outcome = try Program.run("reconcile", Self.nineMonths, "--format", "json")
    #expect(outcome.status == 0)
    let message = "`growth reconcile` judges the plan as it was made: 5 published figures have no"
    #expect(outcome.errors.contains(message))
    let warnings = try #require(try JSONValue(outcome.output)["warnings"]?.array)
    #expect(
      warnings.contains {
        $0["message"]?.string?.hasPrefix(message) == true && $0["line"]?.number == 25
      })
    let quiet = try Program.run("reconcile", Self.nineMonths, "--quiet")
    #expect(!quiet.errors.contains("published"))
    let base = try Program.run("reconcile", ScenarioFolder.sonLa)
    #expect(!base.errors.contains("published figure"))
  }

  @Test func showListsThemWithTheirLines() throws {
    let outcome = try Program.run("show", Self.nineMonths, "--format", "csv", "--quiet")
    #expect(
      outcome.output.contains(
        "actuals.growth.2025H1.value,8.76%,Scenarios/son-la-2025-h1.yaml:25:12,"))
    #expect(
      outcome.output.contains(
        "actuals.growth.2025M9.value,6.26%,Scenarios/son-la-2025-9m.yaml:19:12,"))
    #expect(outcome.output.contains("actuals.services.growth.2025H1.revision,0.19 pp,"))
  }

  /// Growth of the fourth quarter that the year's 8% takes, by the levels that were published (36,274 in 2024; 25,498
  /// and 27,094 in nine months), and by the base quarters of the scenario.
  @Test func whatTheFourthQuarterMustDoInSonLa() throws {
    let economy = try scenario(Self.nineMonths).economy
    func volume(_ quarters: ClosedRange<Int>) -> Double {
      economy.leaves.reduce(0) { sum, entry in
        sum + quarters.reduce(0) { $0 + entry.leaf.volumes[$1 - 1] }
      }
    }
    let year = volume(1...4)
    let needed = (1.08 * year - 1.0626 * volume(1...3)) / volume(4...4) - 1
    let published = (1.08 * 36274 - 27094) / (36274 - 25498) - 1
    #expect(abs(published - 0.12119) < 1e-5)
    // Volumes of activities are rounded to a tenth of a billion, their quarters to hundredths of a percent.
    #expect(abs(needed - published) < 5e-4, "\(needed)")
  }

  @Test func theHalfYearsOfTheGroupsWeighAsInTheRelease() throws {
    let economy = try scenario(Self.nineMonths).economy
    for (id, level, growth) in [
      ("agriculture", 3643.0, 0.0792), ("industry-construction", 4264, 0.1183),
      ("services", 7808, 0.0833),
    ] {
      let group = try #require(economy.allActivities.first { $0.id == id })
      let half = group.leaves.reduce(0) { $0 + $1.leaf.volumes[0] + $1.leaf.volumes[1] }
      #expect(abs(half / (level / (1 + growth)) - 1) < 1e-3, "\(id) \(half)")
    }
  }

  /// Levels of one vintage give the growth that was published with them, to the rounding of both.
  @Test func levelsOfSonLaGiveThePublishedGrowth() throws {
    let file = ActualsFile(
      path: ScenarioFolder.absolute("Scenarios/data/son-la-2025-actuals.csv"),
      for: try scenario(ScenarioFolder.sonLa))
    #expect(file.diagnostics == [])
    #expect(file.actuals.map(\.quantity) == ["growth.2025H1", "growth.2025M9"])
    for (actual, growth) in zip(file.actuals, [0.0876, 0.0626]) {
      #expect(abs(actual.value - growth) < 5e-5)
    }
  }

  /// Revisions by hand: points of the total, and of its three sectors.
  @Test func revisionsOfVietNam() throws {
    let file = ActualsFile(
      path: ScenarioFolder.absolute("Scenarios/data/viet-nam-2025-actuals.csv"),
      for: try scenario(ScenarioFolder.vietNamQuarters))
    #expect(file.diagnostics == [])
    let total = [0.32, 0.32, 0.03, 0.12, 0.20, 0.02]
    let sectors = [0.52, 0.57, 0.12, 0.43, 0.28, 0.31, 0.37, -0.13, 0.01]
    #expect(file.revisions.map(\.kind) == [.total, .activities])
    for (estimate, changes) in zip(file.revisions, [total, sectors]) {
      let squares = changes.reduce(0) { $0 + $1 * $1 }
      #expect(estimate.observations == changes.count)
      let deviation = (squares / Double(changes.count)).squareRoot() / 100
      #expect(abs(estimate.standardDeviation - deviation) < 1e-12)
    }
    let last = ["growth.2025Q1": 0.0705, "growth.2025Q2": 0.0816, "growth.2025Q3": 0.0825]
    for (path, value) in last {
      #expect(file.actuals.first { $0.quantity == path }?.value == value)
    }
    #expect(file.actuals.count == 16)
    let july = ActualsFile(
      path: file.path, for: try scenario(ScenarioFolder.vietNamQuarters), publishedBy: "2025-07-05")
    #expect(july.actuals.count == 8)
    #expect(july.actuals.first { $0.quantity == "growth.2025Q2" }?.value == 0.0796)
    #expect(july.revisions.map(\.observations) == [4, 9])
  }

  /// What the scenarios say of revisions is what the vintages say that were known by then.
  @Test(arguments: [("q1", "2025-04-06", 3), ("h1", "2025-07-08", 4), ("9m", "2025-10-06", 4)])
  func scenariosOfVietNamHaveTheRevisionsOfTheirDay(
    _ name: String, _ asOf: String, _ count: Int
  ) throws {
    let scenario = try scenario("Scenarios/viet-nam-2025-\(name).yaml")
    #expect(scenario.asOf == asOf)
    let file = ActualsFile(
      path: ScenarioFolder.absolute("Scenarios/data/viet-nam-2025-actuals.csv"),
      for: try self.scenario(ScenarioFolder.vietNamQuarters), publishedBy: asOf)
    let total = try #require(file.revisions.first { $0.kind == .total })
    #expect(total.observations == count)
    for actual in scenario.actuals where actual.quantity.hasPrefix("growth.") {
      #expect(abs(actual.revision - total.standardDeviation) < 0.51e-4, "\(actual.quantity)")
    }
    let sectors = scenario.actuals.filter { !$0.quantity.hasPrefix("growth.") }
    #expect(!sectors.isEmpty && sectors.allSatisfy { $0.revision == 0.0035 })
    for actual in scenario.actuals {
      guard let own = file.actuals.first(where: { $0.quantity == actual.quantity }) else {
        continue
      }
      #expect(own.value == actual.value, "\(actual.quantity)")
    }
  }
}
