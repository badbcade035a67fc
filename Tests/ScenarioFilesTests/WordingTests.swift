import Languages
import Testing

@testable import ScenarioFiles

/// Names and other texts for people that a scenario gives in several languages.
@Suite struct WordingTests {
  private static let file = "Valid/languages.yaml"

  private static func read(
    _ language: Language, _ file: String = file, _ overrides: String...
  ) -> ScenarioReading {
    Language.$current.withValue(language) {
      ScenarioReader.read(path: TestFiles.path(file), overrides: overrides)
    }
  }

  /// Every text of a scenario for people.
  private static func texts(_ reading: ScenarioReading) throws -> [String] {
    let scenario = try #require(reading.scenario)
    let economy = scenario.economy
    return [scenario.name, reading.name ?? "", scenario.notes ?? ""]
      + economy.activities.map(\.name) + economy.levers.map(\.setting.name)
      + economy.uncertainties.map(\.name) + economy.indicators.map(\.name)
      + economy.levers.compactMap(\.owner) + economy.effects.map(\.name)
      + economy.projects.map(\.name) + scenario.targets.map(\.name)
      + scenario.statements.map(\.name)
  }

  @Test func everyTextIsThatOfTheLanguage() throws {
    #expect(
      try Self.texts(Self.read(.english)) == [
        "Two languages", "Two languages", "Read by WordingTests.", "Agriculture", "Công nghiệp",
        "Services", "taxes", "Public investment", "Visits", "Spending", "Department of Finance",
        "Works", "Cement works", "Growth", "Visits planned",
      ])
    #expect(
      try Self.texts(Self.read(.vietnamese)) == [
        "Hai ngôn ngữ", "Hai ngôn ngữ", "Đọc bởi WordingTests.",
        "Nông nghiệp, lâm nghiệp và thuỷ sản", "Công nghiệp", "Services", "taxes", "Đầu tư công",
        "Lượt khách", "Chi tiêu", "Sở Tài chính", "Công trình", "Nhà máy xi măng", "Tốc độ tăng",
        "Lượt khách theo kế hoạch",
      ])
  }

  @Test(arguments: Language.allCases) func nothingIsWrongInAnyLanguage(_ language: Language) {
    #expect(Self.read(language).diagnostics.map(\.description) == [])
  }

  @Test func theLanguageIsNotInTheDigest() {
    for override in ["year=2025", "agriculture.name={vi: Ruộng}"] {
      let readings = Language.allCases.map { Self.read($0, Self.file, override) }
      #expect(Set(readings.map(\.digest)).count == 1)
    }
  }

  @Test func valuesHoldEveryLanguageWithItsPlace() throws {
    for language in Language.allCases {
      let values = Self.read(language).values
      func shown(_ path: String) throws -> String {
        let value = try #require(values.first { $0.path == path }, "\(path)")
        guard case .file(let location) = value.origin else { return "no place" }
        return "\(value.value), line \(location.line ?? 0)"
      }
      #expect(try shown("name.en") == "Two languages, line 2")
      #expect(try shown("name.vi") == "Hai ngôn ngữ, line 2")
      #expect(try shown("activities.services.name") == "Services, line 24")
      #expect(try shown("levers.investment.owner.vi") == "Sở Tài chính, line 34")
      #expect(!values.contains { $0.path == "name" })
    }
  }

  @Test func sourcesAndAssumptionsAreCountedAlike() throws {
    let readings = Language.allCases.map { Self.read($0) }
    for reading in readings {
      #expect(reading.assumptions.map(\.path) == readings[0].assumptions.map(\.path))
      #expect(
        reading.figures.map(\.path).filter { !reading.assumptions.map(\.path).contains($0) }
          == ["activities.taxes.growth"])
    }
    func source(_ language: Language, _ path: String) -> String? {
      Self.read(language).values.first { $0.path == path }?.source
    }
    #expect(source(.english, "base.volume") == "assumption of this test")
    #expect(source(.vietnamese, "base.volume") == "giả định của phép thử này")
    #expect(source(.english, "activities.taxes.growth") == "Statistical yearbook")
    #expect(source(.vietnamese, "activities.taxes.growth") == "Niên giám thống kê")
    #expect(source(.english, "activities.services.growth") == "giả định")
  }

  /// A file is read once and can be asked in each language.
  @Test func oneSourceAnswersInEachLanguage() {
    let source = ScenarioSource(path: TestFiles.path(Self.file))
    for (language, name) in [(Language.vietnamese, "Hai ngôn ngữ"), (.english, "Two languages")] {
      Language.$current.withValue(language) {
        let reading = source.reading()
        #expect(reading.name == name)
        #expect(reading.values.map(\.source) == Self.read(language).values.map(\.source))
      }
    }
  }

  @Test func variantsChangeALanguageOrAll() throws {
    let file = "Valid/Variants/languages-later.yaml"
    let english = try #require(Self.read(.english, file).scenario)
    let vietnamese = try #require(Self.read(.vietnamese, file).scenario)
    #expect(english.name == "Two languages later")
    #expect(vietnamese.name == "Hai ngôn ngữ sau này")
    #expect(
      english.economy.activities.map(\.name) == ["Agriculture", "Industry", "Services", "taxes"])
    #expect(
      vietnamese.economy.activities.map(\.name)
        == ["Nông nghiệp", "Công nghiệp", "Dịch vụ", "taxes"])
    // The English name of the lever is removed, and its owner is one text.
    for scenario in [english, vietnamese] {
      let lever = try #require(scenario.economy.levers.first)
      #expect(lever.setting.name == "Đầu tư công")
      #expect(lever.owner == "Finance")
    }
  }

  @Test func overridesChangeALanguageOrAll() throws {
    let overrides = ["agriculture.name.vi=Nông nghiệp", "targets.growth.name={en: G, vi: T}"]
    func names(_ language: Language) throws -> [String] {
      let reading = Language.$current.withValue(language) {
        ScenarioReader.read(path: TestFiles.path(Self.file), overrides: overrides)
      }
      let scenario = try #require(reading.scenario)
      return [scenario.economy.activities[0].name, scenario.targets[0].name]
    }
    #expect(try names(.english) == ["Agriculture", "G"])
    #expect(try names(.vietnamese) == ["Nông nghiệp", "T"])
    let replaced = Self.read(.vietnamese, Self.file, "agriculture.name=Farms")
    #expect(replaced.scenario?.economy.activities[0].name == "Farms")
  }

  /// Names and owners in more languages are no assumption that differs.
  @Test func languagesAreNoDifference() throws {
    let versions = [Self.file, "Valid/Variants/languages-later.yaml"].map {
      ScenarioVersion(path: TestFiles.path($0))
    }
    let difference = try #require(ScenarioDifference(versions[0], versions[1]))
    #expect(difference.assumptions.map(\.name) == [])
  }
}
