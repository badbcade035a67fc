import Foundation
import Languages
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

  /// Without what stands in quotation marks or backquotes: keys, values and examples.
  static func prose(_ text: String) -> String {
    text.replacing(/`[^`]*`|'[^']*'|"[^"]*"/, with: "")
  }

  @Test("The same mistakes are found in the same places", arguments: TestFiles.broken)
  func samePlaces(_ name: String) throws {
    let english = try Self.diagnostics(name, .english)
    let vietnamese = try Self.diagnostics(name, .vietnamese)
    #expect(vietnamese.map(\.location) == english.map(\.location))
    #expect(vietnamese.map(\.severity) == english.map(\.severity))
    #expect(vietnamese.map { $0.hint == nil } == english.map { $0.hint == nil })
  }

  @Test("No English is left outside of quotation marks", arguments: TestFiles.broken)
  func noEnglish(_ name: String) throws {
    // Words of English sentences, but not parts of keys such as `as-of`.
    let english =
      #/(?i)(^|[ (])(the|an|is|are|of|and|or|must|cannot|but|not|has|have|with|write|here)([ ,;:.)]|$)/#
    for diagnostic in try Self.diagnostics(name, .vietnamese) {
      for text in [diagnostic.message, diagnostic.hint ?? ""] {
        #expect(Self.prose(text).firstMatch(of: english) == nil, "\(text)")
      }
    }
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
