import Foundation
import Languages
import TestSupport
import Testing

@testable import ScenarioFiles

/// The schema by which editors complete and check scenarios.
@Suite struct ScenarioSchemaTests {
  private static func files(_ folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: TestFiles.path(folder))) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { folder + "/" + $0 }
  }

  static let valid = files("../../Scenarios") + files("Valid") + files("Valid/Variants")

  /// In English.
  static let schema = Result { try JSONValue(ScenarioSchema.json()) }

  private func problems(_ text: String) throws -> [String] {
    try JSONSchema(Self.schema.get()).problems(in: EditorValue.read(text))
  }

  @Test(arguments: valid) func takesWhatIsRight(_ file: String) throws {
    let problems = try problems(TestFiles.text(file))
    #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
  }

  /// What the schema sees of the mistakes that readers report: keys and the forms of values.
  private static let seen = [
    " has no key '", "' needs the key '", "a scenario needs the key '", "has no unit where",
    "where a rate or a share belongs", "where an amount of money belongs",
    "where a plain number belongs", "is not a choice for", "nothing is written behind",
    "is a text, but here is", "is not a figure", "has a comma in its number",
    "is a year, but", "a scenario is written with keys", "is not the code of a currency",
    "names no distribution and no value", "is a number of draws, but", "has a blank in its number",
    "counts people where", "a list where a figure belongs",
  ]

  /// What it cannot see: the unit that a formula or a quantity has, and what the base of a variant says.
  private static let unseen = [
    "effect-formula", "extends-distribution", "extends-formless", "formulas", "target-unit",
  ]

  static let wrong: [String] = TestFiles.broken.filter { name in
    guard !unseen.contains(name), let text = try? TestFiles.text("Broken/\(name).yaml"),
      !text.hasPrefix("# --set "),
      let expected = try? TestFiles.text("Broken/\(name).expected")
    else { return false }
    // Of the file itself: those of a scenario that it extends are seen there.
    return expected.split(separator: "\n").contains { line in
      line.hasPrefix("\(name).yaml:") && line.contains(": error: ")
        && seen.contains { line.contains($0) } && !line.contains("column")
    }
  }

  @Test(arguments: wrong) func findsWhatIsWrong(_ name: String) throws {
    let text = try TestFiles.text("Broken/\(name).yaml")
    guard let value = try? EditorValue.read(text) else { return }
    let problems = try JSONSchema(Self.schema.get()).problems(in: value)
    #expect(!problems.isEmpty)
  }

  @Test func manyMistakesAreHeldAgainstIt() { #expect(Self.wrong.count > 30) }

  /// Each key of the readers' tables is there, and no other.
  @Test func saysWhatStandsBehindEveryKey() throws {
    #expect(ScenarioSchema.undescribed == [])
    let schema = try Self.schema.get()
    for table in MappingTable.allCases where table != .figure {
      let name = SchemaDefinitions(isVariant: false).name(of: table)
      let properties = schema["$defs"]?[name]?["properties"]?.object
      #expect(Set(properties?.keys ?? [:].keys) == Set(table.schema.names), "\(name)")
      let needed = schema["$defs"]?[name]?["required"]?.array?.compactMap(\.string) ?? []
      #expect(needed == table.schema.keys.filter(\.isNeeded).map(\.name), "\(name)")
    }
  }

  /// No table of keys is left out: those that the source has by name.
  @Test func knowsEveryTable() throws {
    let folder = "../../Sources/ScenarioFiles/Schema/"
    let text = try ["MappingSchema.swift", "MappingSchema+Effects.swift"].map {
      try TestFiles.text(folder + $0)
    }.joined()
    let tables = text.matches(of: /static let (\w+) = (MappingSchema|effect)\(/).map {
      String($0.1)
    }
    #expect(tables.count > 20)
    #expect(Set(tables) == Set(MappingTable.allCases.map(\.rawValue)))
  }

  @Test(arguments: FigurePattern.allCases) func patternsTakeTheirExamples(_ pattern: FigurePattern)
    throws
  {
    let expression = try Regex(pattern.expression)
    for example in pattern.examples {
      #expect(example.wholeMatch(of: expression) != nil, "\(example)")
      #expect(throws: Never.self) { try Figure.parse(example) }
    }
  }

  /// What the reader takes for a unit, the pattern of that unit takes, and no other.
  @Test(arguments: [
    "8%", "-1.5 %", "+3e1%", "1_000%", ".5%", "0.5 pp", "36274 billion VND", "5 USD",
    "1.2 trillion VND", "5.3 million visits", "3 million persons", "61.8 million VND per person",
    "0.3", "-4", "1_000", "2025-07-01", "18 months", "1 day", "2 thousand years", "8 percent",
    "1,5%", "1.5.2", "ten", "10 000 VND", "%", "", "8%x", "0x10", "1e", "5 million",
  ])
  func patternsAgreeWithTheReader(_ text: String) throws {
    func takes(_ pattern: FigurePattern) throws -> Bool {
      text.wholeMatch(of: try Regex(pattern.expression)) != nil
    }
    guard let figure = try? Figure.parse(text) else {
      for pattern in [FigurePattern.rate, .points, .number, .rateDistance] {
        #expect(try !takes(pattern), "\(pattern)")
      }
      return
    }
    #expect(try takes(.any))
    #expect(try takes(.rate) == (figure.unit == .rate))
    #expect(try takes(.points) == (figure.unit == .percentagePoints))
    #expect(try takes(.money) == (figure.unit == .money))
    #expect(try takes(.persons) == (figure.unit == .count("persons")))
    #expect(try takes(.number) == (figure.unit == .number))
    #expect(try takes(.date) == (figure.unit == .date))
    #expect(try takes(.duration) == (figure.unit == .duration))
    #expect(
      try takes(.rateDistance) == (figure.unit == .rate || figure.unit == .percentagePoints))
  }

  /// The words of the schema are those that the readers offer where they find another.
  @Test(arguments: [
    ("Valid/quarters.yaml", "steps", MappingTable.scenario, "steps"),
    ("Valid/planned.yaml", "weights", .scenario, "weights"),
    ("Valid/quarters.yaml", "run.sampling", .run, "sampling"),
    ("Valid/full.yaml", "correlation.kind", .correlation, "kind"),
    ("Valid/full.yaml", "correlation.repair", .correlation, "repair"),
    ("Valid/full.yaml", "correlation.copula", .correlation, "copula"),
    ("Valid/shocks.yaml", "shocks.history.persistence", .shockHistory, "persistence"),
    ("Valid/shocks.yaml", "shocks.history.shrinkage", .shockHistory, "shrinkage"),
    ("Valid/shocks.yaml", "shocks.history.innovations", .shockHistory, "innovations"),
  ])
  func wordsAreTheReaders(_ file: String, _ path: String, _ table: MappingTable, _ key: String)
    throws
  {
    let reading = ScenarioReader.read(
      path: TestFiles.path(file), overrides: ["\(path)=zzzzzzzzzzzz"])
    let hint = reading.diagnostics.compactMap(\.hint).first { $0.contains("choose one of") }
    guard case .words(let words) = table.shape(of: key) else {
      Issue.record("\(key) is not one of some words")
      return
    }
    let offered = try #require(hint, "\(reading.diagnostics)")
    for word in words { #expect(offered.contains(word)) }
    let listed = offered.split(separator: ":").last?.split(separator: ",").count
    #expect(listed == words.count, "\(offered)")
  }

  /// Descriptions are read by people; all else is the same in every language.
  @Test func isTranslated() throws {
    let english = try Self.schema.get()
    let vietnamese = try Language.$current.withValue(.vietnamese) {
      try JSONValue(ScenarioSchema.json())
    }
    // Too long to be shown.
    let (isOther, isSame) = (
      english != vietnamese, english.withoutDescriptions == vietnamese.withoutDescriptions
    )
    #expect(isOther)
    #expect(isSame)
  }

  @Test func treesAreJSON() throws {
    let tree = JSONTree.object([
      "text": .string("a \"quoted\" \\ line\nđồng\u{1}"),
      "list": .array([.number(-3), .bool(true)]),
      "long": .array((0..<60).map { .number($0) }), "empty": .object([:]),
    ])
    let value = try JSONValue(tree.text())
    #expect(value["text"]?.string == "a \"quoted\" \\ line\nđồng\u{1}")
    #expect(value["list"] == .array([.number(-3), .bool(true)]))
    #expect(value["long"]?.array?.count == 60)
    #expect(value["empty"] == .object([:]))
  }
}

extension JSONValue {
  fileprivate var withoutDescriptions: JSONValue {
    switch self {
    case .array(let items): .array(items.map(\.withoutDescriptions))
    case .object(let members):
      .object(
        members.filter { !(["description", "title"].contains($0.key) && $0.value.string != nil) }
          .mapValues(\.withoutDescriptions))
    default: self
    }
  }
}
