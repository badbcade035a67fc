import Foundation
import Languages
import Testing

@testable import ScenarioFiles

/// The reference of the format says what the readers do.
@Suite struct ScenarioReferenceTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The files are those that `make reference` writes. Record anew with `GROWTH_RECORD=1 swift test`.
  @Test(arguments: [("Reference.md", Language.english), ("Reference.vi.md", .vietnamese)])
  func filesAreOfThisVersion(_ name: String, _ language: Language) throws {
    let file = Self.root.appending(path: "Documentation").appending(path: name)
    let text = Language.$current.withValue(language) { ScenarioReference.markdown() }
    if ProcessInfo.processInfo.environment["GROWTH_RECORD"] != nil {
      try Data(text.utf8).write(to: file)
    }
    // Too long to be shown.
    let isSame = try String(contentsOf: file, encoding: .utf8) == text
    #expect(isSame, "`make reference` writes \(name) anew")
  }

  /// Every key stands in the table of its mapping, and every table has a place.
  @Test func hasEveryKey() {
    let text = ScenarioReference.markdown()
    let sections = text.components(separatedBy: "\n### ")
    for table in MappingTable.allCases where table != .figure {
      let name = SchemaDefinitions(isVariant: false).name(of: table)
      let section = sections.first { $0.hasPrefix(name + "\n") } ?? ""
      for key in table.schema.keys where !["source", "notes"].contains(key.name) {
        let cell = key.isNeeded ? "| **`\(key.name)`** |" : "| `\(key.name)` |"
        #expect(section.contains(cell), "\(name).\(key.name)")
      }
      #expect(MappingTable.places[table] != nil, "\(name)")
    }
    for name in DistributionTable.names { #expect(text.contains("**`\(name)`**: ")) }
  }

  // MARK: Without a key

  /// What readers note that nobody wrote, in all scenarios there are.
  private static let noted: Set<[String]> = Set(
    ScenarioSchemaTests.valid.flatMap { file in
      ScenarioReader.read(path: TestFiles.path(file)).values.filter { $0.origin == .standard }.map {
        value in [Self.key(value.path), value.value]
      }
    })

  /// The last key of a path that the format has, of a mapping or of a distribution.
  private static func key(_ path: String) -> String {
    let parameters = DistributionTable.rows.flatMap { $0.parameters.map(\.key) }
    let keys = Set(MappingTable.allCases.flatMap(\.schema.names) + parameters)
    let parts = path.split(separator: ".").map(String.init)
    return parts.last { keys.contains($0) } ?? path
  }

  /// What the tables say of absent keys, those of distributions too.
  private static let standards: Set<[String]> = {
    let keys = MappingTable.allCases.flatMap { table in
      table.schema.names.compactMap { key -> [String]? in
        guard case .value(let value)? = table.standard(of: key) else { return nil }
        return [key, value]
      }
    }
    let parameters = DistributionTable.rows.flatMap(\.parameters).compactMap { parameter in
      parameter.standard.flatMap { $0.isFinite ? $0 : nil }.map {
        [parameter.key, FigureText.decimal($0, places: 4)]
      }
    }
    return Set(keys + parameters)
  }()

  @Test func readersTakeTheStandardsOfTheTables() {
    #expect(Self.noted.count > 12)
    // That of a sector is its own name.
    let others = Self.noted.subtracting(Self.standards).filter { $0[0] != "activity" }
    #expect(others.isEmpty, "\(others)")
  }

  /// What readers take without a note: writing it changes no draw.
  @Test(arguments: [
    ("Valid/full.yaml", "steps=years"), ("Valid/full.yaml", "correlation.kind=score"),
    ("Valid/full.yaml", "correlation.copula=gaussian"),
    ("Valid/full.yaml", "activities.agriculture.kind=industry"),
    ("Valid/moved.yaml", "effects.drought.lag=0"),
    ("Valid/moved.yaml", "effects.drought.persistence=0"),
    ("Valid/moved.yaml", "effects.flood.recovery=100%"),
    ("Valid/moved.yaml", "shocks.start={farming: 0%, making: -1%}"),
    ("Valid/quarters.yaml", "effects.advertising.lag=0"),
    ("Valid/quarters.yaml", "uncertainties.arrivals.every=quarter"),
    ("Valid/quarters.yaml", "levers.investment.disbursement.total=mean"),
    ("Valid/quarters.yaml", "indicators.tourism.visits.total=sum"),
  ])
  func writingAStandardChangesNothing(_ file: String, _ override: String) throws {
    let path = TestFiles.path(file)
    let plain = ScenarioReader.read(path: path)
    let written = ScenarioReader.read(path: path, overrides: [override])
    let scenario = try #require(written.scenario, "\(written.diagnostics)")
    #expect(scenario.economy == (try #require(plain.scenario)).economy)
  }

  // MARK: Ranges

  /// A key with a range, where it stands in a file, and the unit behind its number.
  struct Probe: Sendable, CustomTestStringConvertible {
    let table: MappingTable
    let key: String
    let file: String
    let path: String
    let unit: String
    /// What stands before and behind the figure, where it is in a list.
    var frame = ("", "")
    /// Whether the rest of the file leaves room for the greatest figure.
    var takesHigh = true

    var testDescription: String { "\(table).\(key)" }

    init(
      _ table: MappingTable, _ key: String, _ file: String, _ path: String, _ unit: String = "",
      frame: (String, String) = ("", ""), takesHigh: Bool = true
    ) {
      (self.table, self.key, self.file, self.path, self.unit) = (table, key, file, path, unit)
      (self.frame, self.takesHigh) = (frame, takesHigh)
    }
  }

  static let probes = [
    Probe(.leaf, "growth", "Valid/full.yaml", "activities.taxes.growth", "%"),
    Probe(.leaf, "deflator", "Valid/full.yaml", "activities.taxes.deflator", "%"),
    Probe(.base, "volume", "Valid/full.yaml", "base.volume", " billion VND"),
    Probe(.base, "value", "Valid/full.yaml", "base.value", " billion VND"),
    Probe(.scenario, "population", "Valid/full.yaml", "population", " persons"),
    Probe(.population, "base", "Valid/quarters.yaml", "population.base", " persons"),
    Probe(.uncertainty, "base", "Valid/quarters.yaml", "uncertainties.arrivals.base", " visits"),
    Probe(.indicator, "base", "Valid/full.yaml", "indicators.tourism.visits.base", " visits"),
    Probe(
      .scenario, "quarters", "Valid/quarters.yaml", "quarters", "%",
      frame: ("[", ", 40%, 30%, 30%]")),
    Probe(.elasticity, "persistence", "Valid/moved.yaml", "effects.drought.persistence"),
    Probe(.elasticity, "lag", "Valid/moved.yaml", "effects.drought.lag"),
    Probe(.event, "hazard", "Valid/moved.yaml", "effects.flood.hazard", "%"),
    Probe(.event, "size", "Valid/moved.yaml", "effects.flood.size", "%"),
    Probe(.event, "recovery", "Valid/moved.yaml", "effects.flood.recovery", "%"),
    Probe(.demand, "leakage", "Valid/moved.yaml", "effects.stimulus.leakage", "%"),
    Probe(.demand, "price-level", "Valid/moved.yaml", "effects.stimulus.price-level"),
    Probe(.project, "go-ahead", "Valid/moved.yaml", "projects.dam.go-ahead", "%"),
    Probe(.project, "ramp", "Valid/moved.yaml", "projects.dam.ramp", " months"),
    Probe(.project, "capacity", "Valid/moved.yaml", "projects.dam.capacity", " billion VND"),
    Probe(
      .construction, "spending", "Valid/moved.yaml", "projects.dam.construction.spending",
      " billion VND"),
    Probe(
      .construction, "duration", "Valid/moved.yaml", "projects.dam.construction.duration", " months"
    ),
    Probe(
      .construction, "value-added", "Valid/moved.yaml", "projects.mill.construction.value-added",
      "%"),
    Probe(
      .sector, "value-added", "Valid/moved.yaml", "input-output.sectors.building.value-added", "%"),
    Probe(
      .sector, "output", "Valid/spending.yaml", "input-output.sectors.one.output", " billion VND"),
    // Of so many lags the quarters there are tell nothing.
    Probe(.shockHistory, "lags", "Valid/shocks.yaml", "shocks.history.lags", takesHigh: false),
    Probe(.shockHistory, "block", "Valid/shocks-drawn.yaml", "shocks.history.block"),
    Probe(
      .correlation, "matrix", "Valid/full.yaml", "correlation.matrix", "",
      frame: ("[[1, ", "], [SAME, 1]]")),
    Probe(
      .correlation, "pairs", "Valid/full.yaml", "correlation",
      frame: ("{pairs: [[agriculture.growth, electricity.growth, ", "]]}")),
    Probe(
      .commonFactor, "loadings", "Valid/correlations.yaml",
      "correlation.groups.ranks.common-factor.loadings.visits"),
    Probe(
      .commonFactor, "correlation", "Valid/full.yaml", "correlation",
      frame: (
        "{variables: [agriculture.growth, electricity.growth], common-factor: {correlation: ", "}}"
      )),
    Probe(
      .correlation, "degrees-of-freedom", "Valid/full.yaml", "correlation.degrees-of-freedom"),
    Probe(.target, "within", "Valid/full.yaml", "targets.agriculture-share.within", " pp"),
    Probe(
      .actual, "revision", "Valid/actuals.yaml", "actuals.services.growth.2025H1.revision", " pp"),
  ]

  @Test(arguments: probes) func readersKeepToTheRanges(_ probe: Probe) throws {
    let range = try #require(probe.table.range(of: probe.key))
    let scale = ["%", " pp"].contains(probe.unit) ? 100.0 : 1
    func isTaken(_ value: Double) -> Bool {
      let text = FigureText.decimal(value * scale, places: 6) + probe.unit
      let framed = (probe.frame.0 + text + probe.frame.1).replacing("SAME", with: text)
      let others = probe.key == "degrees-of-freedom" ? ["correlation.copula=student-t"] : []
      let reading = ScenarioReader.read(
        path: TestFiles.path(probe.file), overrides: others + ["\(probe.path)=\(framed)"])
      return !reading.diagnostics.contains { $0.severity == .error }
    }
    let step = range.isWhole ? 1 : 0.001
    if let low = range.low {
      // Four shares also sum to one, so that a share just above zero is no share of these.
      if probe.key != "quarters" { #expect(isTaken(low + step)) }
      #expect(isTaken(low) == !range.excludesLow)
      #expect(!isTaken(low - step))
    }
    if let high = range.high {
      if probe.takesHigh { #expect(isTaken(high) == !range.excludesHigh) }
      #expect(!isTaken(high + step))
    }
    if range.isWhole { #expect(!isTaken((range.low ?? 0) + 0.5)) }
  }

  /// No range goes without a probe; what several mappings have alike is probed in one.
  @Test func everyRangeIsProbed() {
    let probed = Set(Self.probes.map(\.key))
    for table in MappingTable.allCases {
      for key in table.schema.names where table.range(of: key) != nil {
        #expect(
          probed.contains(key) || ["innovations", "split", "value-quarters"].contains(key),
          "\(table).\(key)")
      }
    }
  }
}
