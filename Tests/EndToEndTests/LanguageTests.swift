import Foundation
import ScenarioFiles
import Testing

/// What people read is in their language, and what programs read is not.
@Suite struct LanguageTests {
  private static let industries = [
    ("Mining and quarrying", "Khai khoáng"), ("Manufacturing", "Công nghiệp chế biến, chế tạo"),
    ("Real estate", "Kinh doanh bất động sản"),
  ]

  @Test func namesOfTheScenarioAreInTheLanguageOfTheAnswer() throws {
    let call = ["run", ScenarioFolder.vietNamQuarters, "--draws", "1000", "--no-progress"]
    let english = try Program.run(call + ["--lang", "en"]).output
    let vietnamese = try Program.run(call, environment: ["LC_ALL": "vi_VN.UTF-8"]).output
    for (one, other) in Self.industries {
      #expect(english.contains(one) && !english.contains(other))
      #expect(vietnamese.contains(other) && !vietnamese.contains(one))
    }
  }

  @Test func valuesAndDigestAreTheSameInEachLanguage() throws {
    let call = ["show", ScenarioFolder.sonLa, "--format", "csv"]
    let english = try Program.run(call + ["--lang", "en"])
    let vietnamese = try Program.run(call + ["--lang", "vi"])
    #expect(english.status == 0)
    func columns(_ outcome: Program.Outcome) -> [[Substring]] {
      outcome.output.split(separator: "\n").map { Array($0.split(separator: ",").prefix(2)) }
    }
    #expect(columns(english) == columns(vietnamese))
    #expect(english.output.contains("activities.agriculture.activities.crops.name.en,Crops,"))
    #expect(english.output.contains("activities.agriculture.activities.crops.name.vi,Trồng trọt,"))
  }

  /// A scenario may have a name that is the same in both, such as `Sơn La 2025`.
  @Test(arguments: ScenarioFolder.files)
  func everyScenarioNamesThingsInBothLanguages(_ file: String) {
    let paths = ScenarioReader.read(path: ScenarioFolder.absolute(file)).values.map(\.path)
    for key in ["name", "owner"] {
      #expect(paths.filter { $0.hasSuffix("." + key) } == [])
      let english = paths.filter { $0.hasSuffix(".\(key).en") }.map { $0.dropLast(3) }
      #expect(english == paths.filter { $0.hasSuffix(".\(key).vi") }.map { $0.dropLast(3) })
    }
  }

  @Test(arguments: [
    ("en", "The scenario file."), ("vi", "Tệp kịch bản."),
  ])
  func helpIsInTheLanguage(_ language: String, _ text: String) throws {
    let outcome = try Program.run("run", "--help", "--lang", language)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("  <file>                  \(text)"))
  }
}
