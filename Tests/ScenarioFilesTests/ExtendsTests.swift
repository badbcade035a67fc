import Foundation
import GrowthModel
import Testing

@testable import ScenarioFiles

/// Variants as a reader of files sees them: what is used, where it was written and who says so.
@Suite struct ExtendsTests {
  let dry = ScenarioReader.read(path: TestFiles.path("Valid/Variants/dry.yaml"))
  let drier = ScenarioReader.read(path: TestFiles.path("Valid/Variants/drier.yaml"))

  func value(_ path: String, _ reading: ScenarioReading) throws -> ResolvedValue {
    try #require(reading.values.first { $0.path == path }, "\(path)")
  }

  /// Such as `dry.yaml:10`.
  func place(_ value: ResolvedValue) -> String? {
    switch value.origin {
    case .file(let location), .history(let location):
      "\((location.path as NSString).lastPathComponent):\(location.line ?? 0)"
    default: nil
    }
  }

  @Test func readsAVariant() throws {
    #expect(dry.diagnostics.map(\.severity) == [.warning])
    let scenario = try #require(dry.scenario)
    #expect(scenario.name == "Sơn La 2025, a dry year")
    #expect(scenario.notes == "A variant for the tests.")
    #expect(scenario.asOf == "2025-02-27")
    // New activities come last.
    #expect(
      scenario.economy.activities.map(\.id) == [
        "agriculture", "industry", "services", "taxes", "fishery",
      ])
    #expect(scenario.targets.map(\.id) == ["growth", "agriculture-share", "per-person"])
    #expect(scenario.targets[2].comparison == .atLeast)
    #expect(scenario.economy.leaves[3].leaf.growth == .constant(0.08))
    #expect(scenario.uncertainty.marginal(of: "agriculture.growth")?.mean == 0.03)
    #expect(dry.draws == 250_000)
  }

  @Test(
    arguments: [
      // A parameter of the variant in a distribution of the base: each keeps its own source.
      ("activities.agriculture.growth.mean", "3%", "dry.yaml:9", "assumption of the variant"),
      ("activities.agriculture.growth.sd", "1.2 pp", "full.yaml:20", "assumption"),
      ("activities.agriculture.growth.distribution", "normal", "full.yaml:20", nil),
      // Another distribution.
      (
        "activities.industry.activities.electricity.growth.sd", "5%", "dry.yaml:13",
        "drought of 2023"
      ),
      // A constant in the place of a distribution, and with a source of its own.
      ("activities.services.growth", "8%", "dry.yaml:22", "assumption of the variant"),
      ("activities.services.base-volume-share", "41%", "dry.yaml:20", "new yearbook"),
      ("activities.services.deflator.mode", "3%", "full.yaml:41", "assumption"),
      ("activities.fishery.growth", "2%", "dry.yaml:17", "assumption of the variant"),
      ("base.value", "74.8 trillion VND", "full.yaml:13", "Statistical yearbook"),
      ("targets.growth.at-least", "8%", "full.yaml:77", "28-CTr/TU, II.1"),
      (
        "targets.per-person.at-least", "50 million VND per person", "dry.yaml:27",
        "assumption of the variant"
      ),
      ("extends", "../full.yaml", "dry.yaml:3", nil),
      ("name", "Sơn La 2025, a dry year", "dry.yaml:2", nil),
    ] as [(String, String, String, String?)])
  func namesPlaceAndSource(_ path: String, _ text: String, _ place: String, _ source: String?)
    throws
  {
    let value = try value(path, dry)
    #expect(value.value == text)
    #expect(self.place(value) == place)
    #expect(value.source == source)
  }

  @Test func leavesNothingOfWhatIsReplaced() {
    let electricity = dry.values.map(\.path).filter { $0.contains("electricity.growth.") }
    let path = "activities.industry.activities.electricity.growth."
    #expect(electricity == ["distribution", "mean", "sd"].map { path + $0 })
    #expect(!dry.values.contains { $0.path.hasPrefix("targets.visits") })
    #expect(!dry.values.contains { $0.path == "targets.per-person.at-most" })
  }

  @Test func keepsTheOrderOfTheBase() throws {
    let base = ScenarioReader.read(path: TestFiles.path("Valid/full.yaml")).values.map(\.path)
    let own = dry.values.map(\.path)
    let shared = base.filter(Set(own).contains)
    #expect(own.filter(Set(base).contains) == shared)
    let fishery = try #require(own.firstIndex { $0.hasPrefix("activities.fishery.") })
    let last = try #require(own.lastIndex { $0.hasPrefix("activities.taxes.") })
    let next = try #require(own.firstIndex { $0 == "population.distribution" })
    #expect(last < fishery && fishery < next)
  }

  /// What the variant fixes or removes leaves the correlations; the others stay as they are.
  @Test func keepsTheOtherCorrelations() throws {
    let path = TestFiles.path("Broken/extends-correlated.yaml")
    let reading = ScenarioReader.read(path: path)
    let dependence = try #require(reading.scenario?.uncertainty.groups.first)
    #expect(dependence.names == ["services.growth", "construction.growth"])
    let pairs = reading.values.filter { $0.path.hasPrefix("correlation(") }
    #expect(pairs.map(\.value) == ["0.4"])
  }

  @Test func readsAChainOfTwo() throws {
    #expect(drier.scenario?.name == "Sơn La 2025, a drier year")
    let growth = "activities.industry.activities.electricity.growth."
    let mean = try value(growth + "mean", drier)
    #expect(mean.value == "-23%")
    #expect(place(mean) == "drier.yaml:8")
    #expect(mean.source == "drought of 2019")
    let sd = try value(growth + "sd", drier)
    #expect(place(sd) == "dry.yaml:13")
    #expect(sd.source == "drought of 2023")
    #expect(try place(value("activities.services.deflator.mode", drier)) == "full.yaml:41")
  }

  /// The path of a history starts at the folder of the file that says it.
  @Test func findsHistoryBesideTheFileThatNamesIt() throws {
    let sd = "activities.industry.activities.construction.growth.sd"
    #expect(try place(value(sd, dry)) == "history.csv:2")
    #expect(dry.scenario?.historyObservations == 4)
    #expect(try place(value(sd, drier)) == "longer.csv:2")
    #expect(drier.scenario?.historyObservations == 5)
  }

  @Test func overridesComeLast() throws {
    let path = TestFiles.path("Valid/Variants/dry.yaml")
    let reading = ScenarioReader.read(
      path: path, overrides: ["electricity.growth.mean=-20%", "agriculture.growth.sd=2%"])
    let marginal = reading.scenario?.uncertainty.marginal(of: "electricity.growth")
    #expect(marginal?.mean == -0.2)
    let sd = try value("activities.agriculture.growth.sd", reading)
    #expect(sd.origin == .commandLine("agriculture.growth.sd=2%"))
    #expect(sd.source == nil)
    #expect(reading.digest != dry.digest)
  }

  @Test func digestCoversEveryFile() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let below = folder.appendingPathComponent("variants")
    try FileManager.default.createDirectory(at: below, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let base = try TestFiles.text("Valid/planned.yaml")
    let variant = "format: growth.scenario/1\nname: Variant\nextends: ../base.yaml\n"
    func digest(_ base: String, _ variant: String) throws -> String {
      let file = below.appendingPathComponent("variant.yaml")
      try base.write(
        to: folder.appendingPathComponent("base.yaml"), atomically: true, encoding: .utf8)
      try variant.write(to: file, atomically: true, encoding: .utf8)
      let reading = ScenarioReader.read(path: file.path)
      #expect(reading.scenario != nil)
      return reading.digest
    }
    let digest0 = try digest(base, variant)
    #expect(digest0 == "sha256:" + SHA256.hexadecimal(of: Array((variant + "\0" + base).utf8)))
    #expect(try digest(base.replacing("at-least: 8%", with: "at-least: 7%"), variant) != digest0)
    #expect(try digest(base, variant + "# changed\n") != digest0)
    #expect(try digest(base, variant) == digest0)
  }

  /// One file is one file, through whatever path it is named.
  @Test func seesCyclesThroughLinks() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("a.yaml")
    try "format: growth.scenario/1\nname: A\nextends: ./link.yaml\n".write(
      to: file, atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("link.yaml"), withDestinationURL: file)
    let reading = ScenarioReader.read(path: file.path)
    #expect(reading.diagnostics.map(\.message) == ["the file extends itself"])
  }

  @Test func neverTrapsOnCutVariants() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      UUID().uuidString + ".yaml")
    defer { try? FileManager.default.removeItem(at: file) }
    let text = try TestFiles.text("Valid/Variants/dry.yaml")
      .replacing("../full.yaml", with: TestFiles.path("Valid/full.yaml"))
    for count in stride(from: 0, through: text.utf8.count, by: 7) {
      try Data(text.utf8.prefix(count)).write(to: file)
      let reading = ScenarioReader.read(path: file.path)
      let hasErrors = reading.diagnostics.contains { $0.severity == .error }
      #expect(hasErrors == (reading.scenario == nil))
    }
  }

  @Test(arguments: [
    ("base.yaml", "variant.yaml", "base.yaml"), ("base.yaml", "a/variant.yaml", "a/base.yaml"),
    ("../base.yaml", "a/variant.yaml", "base.yaml"),
    ("../../base.yaml", "a/variant.yaml", "../base.yaml"),
    ("../base.yaml", "../variant.yaml", "../../base.yaml"),
    ("b/../base.yaml", "/a/variant.yaml", "/a/base.yaml"),
    ("/b/base.yaml", "a/variant.yaml", "/b/base.yaml"),
  ]) func resolvesPaths(_ file: String, _ namer: String, _ path: String) {
    #expect(FilePath.resolve(file, beside: namer) == path)
  }
}
