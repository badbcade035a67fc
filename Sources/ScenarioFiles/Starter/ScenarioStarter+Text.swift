import Languages

extension ScenarioStarter {
  /// The scenario as a file, its remarks and names in the language of the moment.
  ///
  /// - Parameter schema: where editors find the schema of scenarios, relative to the file; nil for nowhere.
  public func text(schema: String? = nil) -> String {
    var file = StarterFile()
    if let schema { file.line("# yaml-language-server: $schema=\(schema)") }
    writeHead(&file)
    if parts.contains(.prices) { writeTotals(&file) }
    writeActivities(&file)
    if parts.contains(.prices) { writePopulation(&file) }
    if parts.contains(.investment) { writeInvestment(&file) }
    if activities.count > 1 { writeCorrelation(&file) }
    writeTargets(&file)
    file.gap()
    file.remark(localized("How many random futures are drawn, and from which seed."))
    file.line("run:")
    file.line("  draws: 1M")
    file.line("  seed: \(year)")
    return file.text
  }

  private var hasSeveralYears: Bool { year - baseYear > 1 }

  private func writeHead(_ file: inout StarterFile) {
    file.remark(
      localized(
        """
        Every figure here is made up, so that the file runs at once. Replace them one by one, and put in the place of \
        `assumption` where each is from: a table of a yearbook, a resolution. `growth show` lists what is still assumed.
        """))
    file.remark(
      localized(
        "Check the file after each change with `growth check`, and see what comes of it with `growth run`."
      ))
    file.gap()
    file.line("format: \(MappingSchema.format)")
    file.line("name: \(StarterFile.quoted(name))")
    file.line("currency: \(currency)")
    file.line("base-year: \(baseYear)", localized("the last year with published figures"))
    file.line("year: \(year)", localized("the year that is asked about"))
    if steps == .quarters {
      file.line("steps: quarters")
      file.gap()
      file.remark(
        localized(
          """
          How the base year falls on its quarters: the provincial statistics office publishes GRDP by quarter. The four \
          parts sum to 100%.
          """))
      file.line("quarters: [22%, 24%, 25%, 29%]")
      file.gap()
    }
    file.line("source: assumption", localized("of all figures below that name none"))
  }

  private func writeTotals(_ file: inout StarterFile) {
    file.gap()
    file.remark(
      localized(
        "GRDP of the base year: statistical yearbook, chapter National accounts, table GRDP at current prices."
      ))
    file.line("base:")
    file.line("  value: {value: 100000 billion \(currency), source: assumption}")
  }

  private func writeActivities(_ file: inout StarterFile) {
    file.gap()
    file.remark(
      localized(
        """
        The parts of the economy. Their size in \(baseYear): statistical yearbook, chapter National accounts, table GRDP at \
        constant 2010 prices by economic sector; the parts sum to 100%.
        """))
    file.remark(
      localized(
        """
        Growth in \(year): what is expected (mean) and how far off that may be (sd: two years of three fall within it). \
        The same chapter has the growth of past years: `growth calibrate` makes both of them. `growth distributions` shows other shapes.
        """))
    if steps == .quarters {
      file.remark(
        localized(
          """
          Each quarter is drawn by itself (per: quarter), and sd is that of a quarter: the whole year scatters about half \
          as far.
          """))
    }
    file.line("activities:")
    let known = activities.map(KnownActivity.init)
    let shares = StarterFile.shares(known.map(\.weight))
    for (activity, share) in zip(known, shares) {
      file.line("  \(activity.id):")
      file.line("    name: \(StarterFile.quoted(activity.name))")
      if activity.id == Self.taxes { file.line("    kind: taxes less subsidies") }
      file.line("    base-volume-share: {value: \(share), source: assumption}")
      if parts.contains(.prices) {
        file.line("    base-value-share: {value: \(share), source: assumption}")
      }
      let (mean, yearly) = activity.growth
      // Four quarters that go their own ways scatter half as far together as each by itself.
      let deviation = steps == .quarters ? 2 * yearly : yearly
      let per = steps == .quarters ? ", per: quarter" : hasSeveralYears ? ", per: year" : ""
      file.line(
        "    growth: {distribution: normal, mean: \(StarterFile.number(mean))%, "
          + "sd: \(StarterFile.number(deviation))%\(per), source: assumption}")
      if parts.contains(.prices) {
        file.line(
          "    deflator: {distribution: triangular, low: 0%, mode: 3%, high: 6%, "
            + "source: assumption}")
      }
    }
  }

  private func writePopulation(_ file: inout StarterFile) {
    file.gap()
    file.remark(
      localized(
        "Mean population: statistical yearbook, chapter Population and labour, table Average population."
      ))
    file.line("population:")
    file.line("  base: {value: 1 million persons, source: assumption}")
    file.line("  growth: {value: 1%, source: assumption}")
  }

  private func writeInvestment(_ file: inout StarterFile) {
    let to = ["construction", "industry", "manufacturing"].first { activities.contains($0) }
    let moved = to ?? activities.first { $0 != Self.taxes } ?? activities[0]
    file.gap()
    file.remark(
      localized(
        """
        What the province chooses. Public investment disbursed, as a part of the plan: reports of the Department of \
        Finance or of the State Treasury. `reference` is what the growth above takes for granted.
        """))
    file.line("levers:")
    file.line("  investment.disbursement:")
    file.line("    name: \(StarterFile.quoted(localized("Public investment disbursed")))")
    file.line("    value: {value: 95%, source: assumption}")
    file.line("    reference: {value: 90%, source: assumption}")
    file.line("    range: [70%, 100%]")
    file.line("    owner: \(StarterFile.quoted(localized("Provincial People's Committee")))")
    file.gap()
    file.remark(
      localized(
        """
        What it does: a percentage point more disbursed adds this many percentage points to the growth of the activity. \
        Hold it against the years in which disbursement ran high or low.
        """))
    file.line("effects:")
    file.line("  investment-effect:")
    file.line("    name: \(StarterFile.quoted(localized("Public investment")))")
    file.line("    kind: elasticity")
    file.line("    from: investment.disbursement")
    file.line("    to: \(moved)")
    file.line(
      "    elasticity: {distribution: normal, mean: 0.15, sd: 0.05, source: assumption}")
  }

  private func writeCorrelation(_ file: inout StarterFile) {
    file.gap()
    file.remark(
      localized(
        """
        What moves all activities together, such as the national economy: 0 for one that goes its own way, near 1 for one \
        that follows it closely.
        """))
    file.line("correlation:")
    file.line("  source: assumption")
    file.line("  common-factor:")
    file.line("    loadings:")
    for activity in activities.map(KnownActivity.init) {
      file.line("      \(activity.id).growth: \(StarterFile.number(activity.loading))")
    }
  }

  private func writeTargets(_ file: inout StarterFile) {
    file.gap()
    file.remark(
      localized(
        """
        What the plan is to reach: the resolution of the People's Council on the socio-economic development plan. Put its \
        number in the place of `assumption`.
        """))
    file.line("targets:")
    file.line("  growth:")
    let name =
      hasSeveralYears ? localized("GRDP growth a year on average") : localized("GRDP growth")
    file.line("    name: \(StarterFile.quoted(name))")
    file.line("    quantity: \(hasSeveralYears ? "growth.average" : "growth")")
    file.line("    at-least: {value: \(StarterFile.percent(target)), source: assumption}")
    guard parts.contains(.prices) else { return }
    file.line("  grdp-per-person:")
    file.line("    name: \(StarterFile.quoted(localized("GRDP per person")))")
    file.line("    quantity: grdp.perPerson")
    // What 8% of growth and prices together come to each year, from 100 million a person on.
    let level = (1...(year - baseYear)).reduce(100.0) { level, _ in level * 1.08 }.rounded()
    file.line(
      "    at-least: {value: \(StarterFile.number(level)) million \(currency) per person, "
        + "source: assumption}")
  }
}

/// Lines of a scenario file as they are written.
struct StarterFile {
  private(set) var text = ""
  private static let width = 100
  /// Where remarks behind a value begin.
  private static let margin = 28

  mutating func line(_ line: String, _ remark: String = "") {
    text += line
    if !remark.isEmpty {
      text += String(repeating: " ", count: max(Self.margin - line.count, 2)) + "# " + remark
    }
    text += "\n"
  }

  mutating func gap() { text += "\n" }

  /// A remark on lines of its own, broken between words.
  mutating func remark(_ remark: String) {
    var line = "#"
    for word in remark.split(separator: " ") {
      if line.count + 1 + word.count > Self.width {
        text += line + "\n"
        line = "#"
      }
      line += " " + word
    }
    text += line + "\n"
  }

  /// A text as YAML takes it for one text and nothing else.
  static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || $0.properties.generalCategory == .nonspacingMark
        || " 0123456789'().-".unicodeScalars.contains($0)
        || $0 == ","
    }
    let words = ["null", "true", "false", "yes", "no", "on", "off", "nan", "inf"]
    if isPlain, text.unicodeScalars.first?.properties.isAlphabetic == true, text.last != " ",
      !words.contains(text.lowercased())
    {
      return text
    }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// A number of the starter, which has two decimals at most.
  static func number(_ value: Double) -> String {
    FigureText.decimal(value, places: 2)
  }

  /// A fraction in percent.
  static func percent(_ value: Double) -> String {
    FigureText.write(value, unit: .rate, currency: "")
  }

  /// Weights in percent of their sum, with one decimal, that add up to 100%.
  static func shares(_ weights: [Double]) -> [String] {
    let sum = weights.reduce(0, +)
    let exact = weights.map { $0 / sum * 1000 }
    var parts = exact.map { max(Int($0), 1) }
    let order = exact.indices.sorted {
      exact[$0] - exact[$0].rounded(.down) > exact[$1] - exact[$1].rounded(.down)
    }
    var rest = 1000 - parts.reduce(0, +)
    for index in order where rest > 0 {
      parts[index] += 1
      rest -= 1
    }
    return parts.map { "\($0 / 10).\($0 % 10)%" }
  }
}
