import Foundation
import Languages
import TestSupport
import Testing

@testable import ScenarioFiles

/// What is said of the broken files, in Vietnamese.
@Suite struct VietnameseDiagnosticsTests {
  private static func diagnostics(_ name: String, _ language: Language) throws -> [Diagnostic] {
    let path = TestFiles.path("Broken/\(name).yaml")
    let overrides = try TestFiles.overrides(inFileAt: path)
    return Language.$current.withValue(language) {
      ScenarioReader.read(path: path, overrides: overrides).diagnostics
    }
  }

  @Test("The same mistakes are found in the same places", arguments: TestFiles.broken)
  func samePlaces(_ name: String) throws {
    let english = try Self.diagnostics(name, .english)
    let vietnamese = try Self.diagnostics(name, .vietnamese)
    #expect(vietnamese.map(\.location) == english.map(\.location))
    #expect(vietnamese.map(\.severity) == english.map(\.severity))
    #expect(vietnamese.map { $0.hint == nil } == english.map { $0.hint == nil })
  }

  private func expectNoEnglish(in texts: [String?]) {
    for text in texts.compactMap(\.self) {
      #expect(EnglishWords.first(in: text) == nil, "\(text)")
    }
  }

  @Test("No English is left outside of quotation marks", arguments: TestFiles.broken)
  func noEnglish(_ name: String) throws {
    let diagnostics = try Self.diagnostics(name, .vietnamese)
    expectNoEnglish(in: diagnostics.flatMap { [$0.message, $0.hint] })
  }

  @Test(
    "None is left in what is said of published figures",
    arguments: [
      "absent", "broken", "empty", "levels", "no-figures", "no-period", "no-series",
      "no-unit", "quote", "semicolons", "titles", "two-vintages", "vintages",
    ])
  func publishedFigures(_ name: String) throws {
    let reading = ScenarioReader.read(path: TestFiles.path("Valid/quarters.yaml"))
    let scenario = try #require(reading.scenario)
    let path = TestFiles.path("Published/\(name).csv")
    func diagnostics(_ language: Language) -> [Diagnostic] {
      Language.$current.withValue(language) {
        ActualsFile(path: path, for: scenario, publishedBy: nil).diagnostics
      }
    }
    let found = diagnostics(.vietnamese)
    #expect(found.map(\.location) == diagnostics(.english).map(\.location))
    #expect(found.isEmpty == false)
    expectNoEnglish(in: found.flatMap { [$0.message, $0.hint] })
  }

  @Test("None is left in what is said of past figures")
  func pastFigures() throws {
    let texts = [
      """
      period,farms (billion VND),shops,farms (%),mills (3 tons)
      2020Q1,1,2,3,4
      2020Q1,1,2,3,4
      2020,1,2,3,4
      soon,1,2,3,4
      """,
      "year,series,value,unit\n2020,farms,1,%\n2021,farms,1,billion VND\n2022,,1,%\n",
      "name,value (%)\nfarms,3\n", "year,value (%)\n2020,3\n", "year\n2020\n",
      "year,farms (%)\n", "year,farms (%)\n2020,-120\n2021,\"5,5\"\n",
    ]
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("past-\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    for text in texts {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      let found = Language.$current.withValue(.vietnamese) { HistoryFile(path: path).diagnostics }
      #expect(!found.isEmpty, "\(text)")
      expectNoEnglish(in: found.flatMap { [$0.message, $0.hint] })
    }
  }

  @Test(
    "None is left in what is said of variants",
    arguments: [
      "a", "=1..2:3", "a=", "a={b: 1,c", "a=1..2", "a=1..2:x", "a=5..5%:3", "a=1...5:3",
      "a=5%..10:3", "a=5%..10 pp:3", "a=1..2:3,5", "a=2025-01-01..2025-02-01:2", "a=0..nan:3",
      "a=1..1e99:3", "a=5%,5%",
    ])
  func variants(_ argument: String) {
    let mistake = #expect(throws: VariantMistake.self) {
      try Language.$current.withValue(.vietnamese) {
        _ = try VariantDesign.combining([VariedPath(argument: argument)], .grid)
      }
    }
    expectNoEnglish(in: [mistake?.message, mistake?.hint])
  }

  /// A choice of each kind, to be read. Record anew with `GROWTH_RECORD=1 swift test`.
  @Test("They read as they should")
  func snapshot() throws {
    let names = try TestFiles.text("Vietnamese/names.txt").split(separator: "\n").map(String.init)
    let report = try names.map { name in
      let lines = try Self.diagnostics(name, .vietnamese).map { diagnostic in
        Language.$current.withValue(.vietnamese) { diagnostic.description }
      }
      return lines.joined(separator: "\n") + "\n"
    }.joined(separator: "\n").replacing(TestFiles.path("Broken") + "/", with: "")
    let expected = TestFiles.path("Vietnamese/diagnostics.expected")
    if ProcessInfo.processInfo.environment["GROWTH_RECORD"] != nil {
      try report.write(toFile: expected, atomically: true, encoding: .utf8)
    }
    #expect(report == (try? String(contentsOfFile: expected, encoding: .utf8)))
  }

  @Test("What is wrong stays the words that tools look for, and the hint is for people")
  func prefix() {
    let diagnostic = Diagnostic(
      severity: .error, location: Location(path: "a.yaml", line: 3, column: 5), message: "sai",
      hint: "sửa")
    #expect(diagnostic.description == "a.yaml:3:5: error: sai\n  hint: sửa")
    Language.$current.withValue(.vietnamese) {
      #expect(diagnostic.description == "a.yaml:3:5: error: sai\n  gợi ý: sửa")
    }
  }
}
