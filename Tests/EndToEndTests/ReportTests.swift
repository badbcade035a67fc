import Foundation
import TestSupport
import Testing

/// `growth report`, run as people run it: a page whose numbers are those of the JSON formats.
@Suite struct ReportTests {
  private static let bacGiang = "Scenarios/bac-giang-2025.yaml"

  /// As many draws as a test has time for.
  private static func draws(_ arguments: [String]) -> String {
    arguments.contains(ScenarioFolder.sonLa) ? "1k" : "4k"
  }

  private static func page(
    _ arguments: [String], language: String = "en", draws: String? = nil
  ) throws -> String {
    let draws = draws ?? Self.draws(arguments)
    let folder = try TemporaryFolder()
    let path = folder.path("report.html")
    let outcome = try Program.run(
      ["report"] + arguments + ["--draws", draws, "--lang", language, "--quiet", "-o", path])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try folder.text("report.html")
  }

  private static func json(_ arguments: [String], draws: String? = nil) throws -> JSONValue {
    let draws = draws ?? Self.draws(arguments)
    let outcome = try Program.run(
      arguments + ["--draws", draws, "--format", "json", "--quiet"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try JSONValue(outcome.output)
  }

  /// Pairs of a number of a table and where the JSON has it; counted, so that none is left out unseen.
  private struct Comparison {
    let tables: PageTables
    var count = 0

    mutating func expect(
      _ table: String, _ row: String, _ column: String, _ number: JSONValue?,
      sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
      let place = Comment(rawValue: "\(table), \(row), \(column)")
      let found = try #require(tables[table], place, sourceLocation: sourceLocation)
      let cell = try #require(found.cell(row, column), place, sourceLocation: sourceLocation)
      let (own, other) = (cell.value, number?.number)
      // A run that keeps other quantities may put sums together otherwise, which moves last bits.
      let isNear = own.flatMap { own in other.map { abs(own - $0) <= 4e-15 * abs($0) } }
      #expect(isNear ?? (own == other), place, sourceLocation: sourceLocation)
      #expect(number != nil, place, sourceLocation: sourceLocation)
      count += 1
    }
  }

  private static let quantiles = [
    ("p5", "0.05"), ("p10", "0.1"), ("p25", "0.25"), ("p50", "0.5"), ("p75", "0.75"),
    ("p90", "0.9"), ("p95", "0.95"),
  ]

  @Test(arguments: ["en", "vi"], [bacGiang, ScenarioFolder.sonLa])
  func numbersAreThoseOfTheRun(language: String, file: String) throws {
    let html = try Self.page([file], language: language)
    #expect(html.contains("<html lang=\"\(language)\">"))
    var page = Comparison(tables: try PageTables(html: html))
    let run = try Self.json(["run", file])
    let quantities = try #require(run["quantities"]?.object)
    for target in try #require(run["targets"]?.array) {
      let id = try #require(target["id"]?.string)
      try page.expect("targets", id, "threshold", target["threshold"])
      try page.expect("targets", id, "probability", target["probability"])
      try page.expect("targets", id, "low", target["interval"]?[0])
      try page.expect("targets", id, "high", target["interval"]?[1])
      try page.expect("targets", id, "shortfall", target["meanShortfall"])
      try page.expect("targets", id, "missed alone", target["missedAlone"])
      let path = try #require(target["quantity"]?.string)
      for (column, key) in [("p5", "0.05"), ("p50", "0.5"), ("p95", "0.95")] {
        try page.expect("targets", id, column, quantities[path]?["quantiles"]?[key])
      }
    }
    for (id, part) in try #require(run["contributions"]?.object) {
      try page.expect("contributions", id, "weight", part["weight"])
      try page.expect("contributions", id, "growth", part["meanGrowth"])
      try page.expect("contributions", id, "mean", part["mean"])
      try page.expect("contributions", id, "p5", part["quantiles"]?["0.05"])
      try page.expect("contributions", id, "p95", part["quantiles"]?["0.95"])
    }
    try page.expect("contributions", "grdp", "mean", quantities["growth"]?["mean"])
    let hasDrivers = (run["drivers"]?.object?.count ?? 0) > 1
    for (id, driver) in try #require(run["drivers"]?.object) where hasDrivers {
      try page.expect("drivers", id, "mean", driver["mean"])
      try page.expect("drivers", id, "p50", driver["quantiles"]?["0.5"])
    }
    for (id, lever) in try #require(run["levers"]?.object) {
      try page.expect("levers", id, "setting", lever["setting"])
      try page.expect("levers", id, "reference", lever["reference"])
    }
    for row in try #require(page.tables["growth"]?.rows) {
      let path = row.key == "2025" ? "growth" : "growth." + row.key
      try page.expect("growth", row.key, "mean", quantities[path]?["mean"])
      try page.expect("growth", row.key, "sd", quantities[path]?["standardDeviation"])
      for (column, key) in Self.quantiles {
        try page.expect("growth", row.key, column, quantities[path]?["quantiles"]?[key])
      }
    }
    for row in page.tables["structure"]?.rows ?? [] {
      let share = quantities[row.key + ".share"]
      try page.expect("structure", row.key, "mean", share?["mean"])
      try page.expect("structure", row.key, "p5", share?["quantiles"]?["0.05"])
    }
    #expect(page.count > 40)
  }

  @Test func contributionsByPeriodAreThoseOfTheRun() throws {
    let html = try Self.page([ScenarioFolder.sonLa])
    var page = Comparison(tables: try PageTables(html: html))
    let run = try Self.json(["run", ScenarioFolder.sonLa, "--quantity", "all"])
    let table = try #require(page.tables["contributions-by-period"])
    for row in table.rows {
      for period in table.keys.dropFirst() {
        let path = row.isTotal ? "growth" : row.key + ".contribution"
        let whole = period == "2025" ? path : "\(path).\(period)"
        try page.expect(
          "contributions-by-period", row.key, period, run["quantities"]?[whole]?["mean"])
      }
    }
    #expect(page.count == 25)
  }

  @Test(arguments: ["en", "vi"])
  func numbersAreThoseOfTheAnalyses(language: String) throws {
    let html = try Self.page([Self.bacGiang], language: language)
    var page = Comparison(tables: try PageTables(html: html))
    let sensitivity = try Self.json(["sensitivity", Self.bacGiang])
    let target = try #require(sensitivity["targets"]?[0])
    for bar in try #require(target["tornado"]?.array) {
      let input = try #require(bar["input"]?.string)
      try page.expect("tornado", input, "at p10", bar["probabilityAtP10"])
      try page.expect("tornado", input, "at p90", bar["probabilityAtP90"])
      try page.expect("tornado", input, "difference", bar["difference"])
      try page.expect("tornado", input, "low", bar["interval"]?[0])
      try page.expect("tornado", input, "high", bar["interval"]?[1])
    }
    for part in try #require(target["sobol"]?.array) {
      let names = try #require(part["inputs"]?.array).compactMap(\.string)
      let row = names.joined(separator: " + ")
      for index in ["first", "total"] {
        try page.expect("sensitivity", row, index, part[index]?["value"])
        try page.expect("sensitivity", row, index + " low", part[index]?["interval"]?[0])
        try page.expect("sensitivity", row, index + " high", part[index]?["interval"]?[1])
      }
    }
    let explain = try Self.json(["explain", Self.bacGiang])
    for figure in try #require(explain["targets"]?[0]?["figures"]?.array) {
      let name = try #require(figure["name"]?.string)
      for side in ["all", "met", "missed"] {
        let split = figure["distribution"]?[side]
        try page.expect("explanation", name, side + " mean", split?["mean"])
        guard side != "all" else { continue }
        try page.expect("explanation", name, side + " p10", split?["quantiles"]?["0.1"])
        try page.expect("explanation", name, side + " p90", split?["quantiles"]?["0.9"])
      }
      try page.expect("explanation", name, "shift", figure["contrast"]?["shift"])
      try page.expect("explanation", name, "distance", figure["contrast"]?["distance"])
    }
    #expect(page.count > 60)
  }

  @Test func comparisonIsThatOfCompare() throws {
    let other = try TemporaryFolder()
    try other.write(
      """
      format: growth.scenario/1
      name: Slower
      extends: \(ScenarioFolder.absolute(Self.bacGiang))
      activities: {services: {growth: {mean: 5%}}}
      """, "slower.yaml")
    let files = [Self.bacGiang, other.path("slower.yaml")]
    let outcome = try Program.run(["check", files[1]])
    try #require(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let html = try Self.page([files[0], "--compare", files[1]])
    var page = Comparison(tables: try PageTables(html: html))
    let compare = try Self.json(["compare"] + files)
    for goal in try #require(compare["differences"]?[0]?["targets"]?.array) {
      let id = try #require(goal["id"]?.string)
      try page.expect("comparison", id, "A", goal["change"]?["first"])
      try page.expect("comparison", id, "B", goal["change"]?["second"])
      try page.expect("comparison", id, "B-A", goal["change"]?["difference"])
      try page.expect("comparison", id, "B-A low", goal["change"]?["interval"]?[0])
    }
    let growth = compare["differences"]?[0]?["quantities"]?["growth"]
    try page.expect("comparison-quantities", "growth", "B-A", growth?["difference"])
    #expect(page.count > 4)
    #expect(html.contains("services"))
  }

  // MARK: Sums

  /// A number as people read it.
  private static func read(_ text: String, _ language: String) -> Double? {
    let plain = text.replacing("%", with: "")
    return Double(
      language == "vi"
        ? plain.replacing(".", with: "").replacing(",", with: ".") : plain.replacing(",", with: ""))
  }

  /// What is printed adds up as it is printed.
  @Test(arguments: ["en", "vi"], [bacGiang, ScenarioFolder.sonLa])
  func printedPartsAddUp(language: String, file: String) throws {
    let tables = try PageTables(html: Self.page([file], language: language))
    let run = try Self.json(["run", file])
    func numbers(_ table: String, _ column: String) throws -> [(key: String, value: Double)] {
      let found = try #require(tables[table])
      return try zip(found.rows, found.texts(column)).map {
        ($0.key, try #require(Self.read($1, language)))
      }
    }
    let parents = try #require(run["contributions"]?.object).mapValues { $0["parent"]?.string }
    for column in ["mean", "weight"] {
      let rows = try numbers("contributions", column)
      for group in Set(parents.values.map { $0 ?? "grdp" }) {
        let whole = try #require(rows.first { $0.key == group }?.value)
        let parts = rows.filter { $0.key != "grdp" && (parents[$0.key] ?? nil) ?? "grdp" == group }
        let sum = parts.reduce(0) { $0 + $1.value }
        #expect(abs(sum - whole) < 1e-9, "\(group), \(column): \(sum), \(whole)")
      }
    }
    for table in ["contributions-by-period", "drivers"] {
      guard let found = tables[table] else { continue }
      let columns = table == "drivers" ? ["mean"] : Array(found.keys.dropFirst())
      for column in columns {
        let rows = try numbers(table, column)
        let sum = rows.dropLast().reduce(0) { $0 + $1.value }
        #expect(abs(sum - (rows.last?.value ?? 0)) < 1e-9, "\(table), \(column): \(sum)")
      }
    }
    if tables["structure"] != nil {
      for column in ["base", "mean"] {
        let sum = try numbers("structure", column).reduce(0) { $0 + $1.value }
        #expect(abs(sum - 100) < 1e-9, "\(column): \(sum)")
      }
    }
  }

  // MARK: The page

  /// Nothing in a page makes a browser ask for something, or run something.
  private static func expectSelfContained(_ html: String) {
    // What the page was made from, which is data.
    let data = "<script type=\"application/json\" id=\"reproduction\">"
    #expect(html.ranges(of: data).count == 1)
    let lower = html.replacing(data, with: "").lowercased()
    for word in [
      "<script", "<link", "<iframe", "<object", "<embed", "<img", "@import", "@font-face",
    ] {
      #expect(!lower.contains(word), "\(word)")
    }
    for match in lower.matches(of: #/url\(([^)]*)\)/#) {
      #expect(match.1.hasPrefix("#"), "\(match.0)")
    }
    let outside = html.replacing(#/<style>[\s\S]*?<\/style>/#, with: "")
    for tag in outside.matches(of: #/<[a-zA-Z][^>]*>/#) {
      for name in tag.0.matches(of: #/\s([a-zA-Z:-]+)="([^"]*)"/#) {
        #expect(!name.1.hasPrefix("on"), "\(tag.0)")
        if ["href", "src", "srcset", "action", "xlink:href", "poster"].contains(name.1) {
          #expect(name.2.hasPrefix("#"), "\(tag.0)")
        }
      }
    }
    #expect(
      html.contains(
        "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\""
      ))
  }

  @Test(arguments: [bacGiang, "Scenarios/son-la-2026-2030.yaml", "Scenarios/viet-nam-2025.yaml"])
  func standsByItselfAndIsSmall(file: String) throws {
    let html = try Self.page([file], language: "vi", draws: "1k")
    #expect(html.utf8.count < 2_000_000)
    Self.expectSelfContained(html)
    // Pictures are well-formed, tell what they show, and have ids of their own.
    var ids: Set<String> = []
    let pictures = html.matches(of: #/<svg[\s\S]*?<\/svg>/#)
    #expect(pictures.count >= 8)
    for picture in pictures {
      let elements = try XMLElements(String(picture.0))
      let root = try #require(elements.named("svg").first)
      #expect(root["role"] == "img")
      #expect(picture.0.contains("<desc") && picture.0.contains("<title"))
      for id in elements.all.compactMap(\.attributes["id"]) {
        #expect(ids.insert(id).inserted, "\(id) stands twice")
      }
    }
  }

  @Test func namesAreNoMarkup() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      #"""
      format: growth.scenario/1
      name: "</title><script>alert(1)</script>"
      currency: VND
      base-year: 2024
      year: 2025
      notes: "</details><img src=x onerror=alert(2)>"
      activities:
        one:
          name: "<b onmouseover='alert(3)'>One & \"two\"</b>"
          base-volume: 60 billion VND
          growth: {distribution: normal, mean: 5%, sd: 2%, source: "assumption: ]]><svg onload=alert(4)>"}
        two:
          name: "--><style>*{display:none}</style>"
          base-volume: 40 billion VND
          growth: {distribution: normal, mean: 7%, sd: 1%, source: "https://example.org/?a=1&b='2'"}
      targets:
        goal: {name: "<a href='https://example.org'>goal</a>", quantity: growth, at-least: 6%}
      """#, "hostile.yaml")
    let outcome = try Program.run("check", folder.path("hostile.yaml"))
    try #require(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let html = try Self.page([folder.path("hostile.yaml")])
    Self.expectSelfContained(html)
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(html.components(separatedBy: "<style>").count == 2)
    #expect(!html.contains("<b ") && !html.contains("<img"))
    for picture in html.matches(of: #/<svg class[\s\S]*?<\/svg>|<svg xmlns[\s\S]*?<\/svg>/#) {
      _ = try XMLElements(String(picture.0))
    }
    #expect(try PageTables(html: html)["contributions"]?.rows.count == 3)
  }

  /// One period, no targets, nothing uncertain: what there is is told, and what is missing is said.
  @Test func constantWithoutTargets() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      format: growth.scenario/1
      name: Constant
      currency: VND
      base-year: 2024
      year: 2025
      activities:
        one: {name: One, base-volume: 60 billion VND, growth: {value: 5%, source: "assumption: known"}}
        two: {name: Two, base-volume: 40 billion VND, growth: {value: 7%, source: "assumption: known"}}
      """, "constant.yaml")
    let html = try Self.page([folder.path("constant.yaml")])
    let tables = try PageTables(html: html)
    #expect(tables["targets"] == nil && tables["tornado"] == nil && tables["explanation"] == nil)
    #expect(html.contains("The scenario has no targets"))
    #expect(html.contains("the structure of GRDP is not known"))
    let growth = try #require(tables["contributions"]?.cell("grdp", "mean"))
    // 0.6 x 5% + 0.4 x 7%
    #expect(growth.text == "5.80" && abs((growth.value ?? 0) - 0.058) < 1e-12)
  }

  @Test func sameBytesOnAnyNumberOfThreads() throws {
    let one = try Self.page([Self.bacGiang, "--threads", "1"])
    let two = try Self.page([Self.bacGiang, "--threads", "2"])
    #expect(one == two)
  }

  /// With published figures the report tells what they changed, and why two analyses are not there.
  @Test func publishedFigures() throws {
    let file = "Scenarios/viet-nam-2025-q1.yaml"
    let html = try Self.page(
      [file, "--history", "Scenarios/data/viet-nam-quarterly-industries.csv"], draws: "2k")
    var page = Comparison(tables: try PageTables(html: html))
    let update = try Self.json(["update", file], draws: "2k")
    for news in try #require(update["news"]?.array) {
      let quantity = try #require(news["quantity"]?.string)
      try page.expect("update-news", quantity, "value", news["value"])
      try page.expect("update-news", quantity, "expected", news["expected"]?["mean"])
      try page.expect("update-news", quantity, "surprise", news["surprise"])
    }
    #expect(page.count > 2)
    #expect(html.components(separatedBy: "cannot take published figures").count > 2)
    // 2024 grew by 7.09%, as published.
    let past = try #require(page.tables["growth"]?.cell("2024", "published")?.value)
    #expect(abs(past - 0.0709) < 0.0005)
  }

  @Test func target() throws {
    let html = try Self.page([ScenarioFolder.sonLa, "--target", "services-share"], draws: "1k")
    let tables = try PageTables(html: html)
    #expect(tables["targets"]?.rows.first?.key == "services-share")
    let wrong = try Program.run(
      "report", Self.bacGiang, "--target", "nothing", "-o", "/tmp/never.html")
    #expect(wrong.status == 64 && wrong.errors.contains("has no target 'nothing'"))
  }

  @Test func wrongUsage() throws {
    for (arguments, words) in [
      ([Self.bacGiang], "-o report.html"),
      ([Self.bacGiang, "-o", "report.docx"], "cannot be written as '.docx'"),
      ([Self.bacGiang, "-o", "report"], "does not say which format"),
      ([Self.bacGiang, "-o", "a.html", "--published-by", "May"], "is no day"),
    ] {
      let outcome = try Program.run(["report"] + arguments)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains(words), "\(outcome.errors)")
      #expect(outcome.output.isEmpty)
    }
  }
}
