import Foundation
import TestSupport
import Testing

/// `growth report -o plan.xlsx`, read back.
@Suite("Spreadsheets") struct SpreadsheetTests {
  private static let options = ["--draws", "3000", "--seed", "7", "--quiet"]

  private static func report(
    _ file: String, _ language: String, _ more: [String] = [], environment: [String: String] = [:]
  ) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let path = folder.url.appendingPathComponent("plan.xlsx")
    let outcome = try Program.run(
      ["report", file, "-o", path.path, "--lang", language] + options + more,
      environment: environment)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return [UInt8](try Data(contentsOf: path))
  }

  private static func run(_ file: String) throws -> JSONValue {
    try JSONValue(Program.run(["run", file, "--format", "json"] + options).output)
  }

  /// The numbers of a column by the ids of the rows.
  private func column(_ file: SpreadsheetFile, _ topic: String, _ key: String) throws
    -> [String: Double]
  {
    let values = try #require(file.range("\(topic).\(key)"), "\(topic).\(key)")
    let ids = try #require(file.range("\(topic).id"), "\(topic).id")
    var found: [String: Double] = [:]
    for row in values.rows {
      guard let id = ids.sheet.text(row, ids.column) else { continue }
      found[id] = values.sheet.number(row, values.column)
    }
    return found
  }

  /// Percentage points are stored as points; the product may be off by the last bit.
  private func inPoints(_ value: Double?) -> Double? { value.map { $0 * 100 } }

  /// Cells have sixteen digits; and a run that keeps other quantities may put sums together otherwise, which
  /// moves last bits.
  private func expectEqual(_ found: Double?, _ wanted: Double?, _ what: String) {
    switch (found, wanted) {
    case (nil, nil): break
    case (let found?, let wanted?):
      #expect(
        abs(found - wanted) <= 4e-15 * abs(wanted), "\(what): \(found), \(wanted)")
    default: Issue.record("\(what): \(String(describing: found)), \(String(describing: wanted))")
    }
  }

  @Test(
    "Every cell is the number of growth run --format json, in both languages",
    arguments: ["en", "vi"], [ScenarioFolder.sonLa, ScenarioFolder.vietNamQuarters])
  func equalsRun(_ language: String, _ scenario: String) throws {
    let file = try SpreadsheetFile(Self.report(scenario, language))
    let run = try Self.run(scenario)

    let targets = try #require(run["targets"]?.array)
    for (key, of) in [
      ("threshold", { (target: JSONValue) in target["threshold"]?.number }),
      ("probability", { $0["probability"]?.number }), ("low", { $0["interval"]?[0]?.number }),
      ("high", { $0["interval"]?[1]?.number }), ("shortfall", { $0["meanShortfall"]?.number }),
      ("missed_alone", { $0["missedAlone"]?.number }),
    ] {
      let cells = try column(file, "targets", key)
      for target in targets {
        let id = try #require(target["id"]?.string)
        let isRate = target["unit"]?.string == "fraction" && key == "shortfall"
        expectEqual(cells[id], isRate ? inPoints(of(target)) : of(target), "\(key) of \(id)")
      }
    }

    let contributions = try #require(run["contributions"]?.object)
    let means = try column(file, "contributions", "mean")
    let growths = try column(file, "contributions", "growth")
    let weights = try column(file, "contributions", "weight")
    #expect(Set(means.keys) == Set(contributions.keys).union(["grdp"]))
    for (id, part) in contributions {
      expectEqual(means[id], inPoints(part["mean"]?.number), "contribution of \(id)")
      expectEqual(growths[id], part["meanGrowth"]?.number, "growth of \(id)")
      expectEqual(weights[id], part["weight"]?.number, "weight of \(id)")
    }
    // The parts add up to growth, but for the last bits of each.
    let top = contributions.filter { $0.value["parent"] == .null }.keys
    let sum = top.compactMap { means[$0] }.reduce(0, +)
    #expect(abs(sum - (means["grdp"] ?? .nan)) < 1e-10)

    let drivers = try column(file, "drivers", "mean")
    for (id, driver) in try #require(run["drivers"]?.object) {
      expectEqual(drivers[id], inPoints(driver["mean"]?.number), "driver \(id)")
    }

    let quantities = try #require(run["quantities"]?.object)
    for (key, quantile) in [("p5", "0.05"), ("p50", "0.5"), ("p95", "0.95")] {
      let growth = try column(file, "growth", key)
      #expect(growth.count > 1)
      for (period, value) in growth {
        let path = period == "2025" ? "growth" : "growth.\(period)"
        expectEqual(value, quantities[path]?["quantiles"]?[quantile]?.number, "\(path) \(key)")
      }
    }
  }

  @Test("Numbers are numbers with formats, headings stay in sight, pages are A4")
  func formats() throws {
    let file = try SpreadsheetFile(Self.report(ScenarioFolder.sonLa, "vi"))
    #expect(file.sheets.first?.name == "Tóm tắt")
    #expect(file.sheets.allSatisfy { $0.name.utf16.count <= 31 })
    let answer = try #require(file.sheets.first?.text(3, 1))
    #expect(answer.contains("xác suất"))
    for sheet in file.sheets { #expect(sheet.xml.contains("paperSize=\"9\""), "\(sheet.name)") }
    #expect(
      !file.sheets.contains {
        $0.cells.values.contains { if case .formula = $0.value { true } else { false } }
      })
    let targets = try #require(file.range("targets.probability"))
    #expect(targets.sheet.xml.contains("state=\"frozen\""))
    let growth = try #require(file.range("targets.threshold"))
    let percent = try #require(growth.sheet.cells[[growth.rows.lowerBound, growth.column]])
    #expect(percent.value == .number(0.08) && percent.numberFormat == "0%")
    // 6,300 billion VND: whole, and shown in billions.
    let ids = try #require(file.range("targets.id"))
    let money = try #require(
      growth.rows.first { ids.sheet.text($0, ids.column) == "tourism-revenue" })
    let cell = try #require(growth.sheet.cells[[money, growth.column]])
    #expect(cell.value == .number(6.3e12) && cell.numberFormat == "#,##0,,,")
    #expect(file.parts.keys.filter { $0.hasPrefix("xl/charts/chart") }.count >= 8)
    #expect(file.parts["docProps/core.xml"]?.contains("<dc:creator></dc:creator>") == true)
  }

  @Test("The same report is the same file, at any time and in any place")
  func sameBytes() throws {
    let first = try Self.report(ScenarioFolder.plannedWeights, "en")
    Thread.sleep(forTimeInterval: 2.1)
    let second = try Self.report(
      ScenarioFolder.plannedWeights, "en", ["--threads", "1"],
      environment: ["TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C"])
    #expect(first == second)
    #expect(try Self.report(ScenarioFolder.plannedWeights, "vi") != first)
  }

  @Test("Words of a scenario that look like formulas stay words")
  func hostileWords() throws {
    let folder = try TemporaryFolder()
    let text = """
      format: growth.scenario/1
      extends: \(ScenarioFolder.absolute(ScenarioFolder.plannedWeights))
      name: "=HYPERLINK(\\"http://example.com\\",\\"x\\")"
      """
    let url = folder.url.appendingPathComponent("hostile.yaml")
    try text.write(to: url, atomically: true, encoding: .utf8)
    let file = try SpreadsheetFile(Self.report(url.path, "en"))
    let name = "=HYPERLINK(\"http://example.com\",\"x\")"
    #expect(file.sheets.first?.text(1, 1) == name)
    #expect(!file.sheets.contains { $0.xml.contains("<f>") })
    let method = try #require(file.sheet("Method"))
    #expect(method.cells.values.contains { $0.value == .text(name) })
  }

  @Test("A file that cannot be written is said before the run")
  func noSuchFolder() throws {
    let outcome = try Program.run(
      ["report", ScenarioFolder.sonLa, "-o", "/no-such-folder/plan.xlsx"] + Self.options)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("cannot write '/no-such-folder/plan.xlsx'"))
  }
}
