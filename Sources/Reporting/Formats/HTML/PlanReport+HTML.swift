import GrowthModel
import Languages

extension PlanReport {
  /// The report as one page: a file that needs nothing else, for a screen of any width and for paper.
  ///
  /// Its pictures are SVG with the tables behind them; every number stands in a `data` element whose `value` has all
  /// digits, in base units, as the JSON formats have it. It runs no script and asks for nothing: its policy
  /// (Content-Security-Policy) forbids both.
  public func html() -> String { PlanPage(report: self).text }
}

/// The sections of the page that tells everything of a plan.
struct PlanPage {
  let report: PlanReport
  private let wide: [String: PlanChart]
  private let narrow: [String: PlanChart]
  private let tables: [String: TopicTable]

  init(report: PlanReport) {
    self.report = report
    func byID(_ layout: ChartLayout) -> [String: PlanChart] {
      Dictionary(
        report.charts(layout: layout).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    wide = byID(.wide)
    narrow = byID(.narrow)
    tables = Dictionary(
      report.tables.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A part of the page with a heading.
  private struct Section {
    let id: String
    let title: String
    let body: String
  }

  var text: String {
    let sections = self.sections.filter { !$0.body.isEmpty }
    var page = HTMLText()
    page.add("<!DOCTYPE html>")
    page.add("<html lang=\"\(Language.current.rawValue)\">")
    page.add("<head>")
    page.add("<meta charset=\"utf-8\">")
    page.add(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    )
    page.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    page.add(
      "<meta name=\"generator\" content=\"growth \(HTMLText.escaped(report.run.context.version))\">"
    )
    page.element("title", "\(report.run.scenario.printable) – \(localized("growth report"))")
    page.add("<style>\n\(ChartTheme.css)\n\(PageStyle.css)\n</style>")
    page.add("</head>")
    page.add("<body>")
    page.add(
      "<a class=\"skip\" href=\"#main\">\(HTMLText.escaped(localized("Skip to the answer")))</a>")
    page.add("<header>")
    page.element("h1", report.run.scenario)
    page.element("p", facts, "class=\"facts\"")
    if !report.run.context.overrides.isEmpty {
      page.element(
        "p",
        localized("Replaced values: \(report.run.context.overrides.joined(separator: ", "))"),
        "class=\"facts\"")
    }
    page.add("</header>")
    page.add("<main id=\"main\">")
    page.add(verdict)
    page.add("<nav aria-label=\"\(HTMLText.escaped(localized("Contents")))\"><ol>")
    for section in sections {
      page.add(
        "<li><a href=\"#\(section.id)\">\(HTMLText.escaped(section.title))</a></li>")
    }
    page.add("</ol></nav>")
    for section in sections {
      page.add("<section id=\"\(section.id)\">")
      page.element("h2", section.title)
      page.add(section.body)
      page.add("</section>")
    }
    page.add("</main>")
    page.add("<footer>")
    page.element(
      "p",
      localized(
        """
        Made by growth \(report.run.context.version) from \(report.run.context.file), seed \
        \(String(report.run.seed)); digest \(report.run.context.digest). The intervals are those of \
        sampling; how good the assumptions are they do not say.
        """))
    page.add("</footer>")
    page.add("</body>")
    page.add("</html>")
    return page.text
  }

  private var facts: String {
    let draws = NumberFormat.count(report.run.draws)
    let year = report.run.year
    guard let asOf = report.run.context.asOf else {
      return localized("Forecast for \(year) from \(draws) simulations")
    }
    return localized(
      "Forecast for \(year) from \(draws) simulations, with the knowledge of \(CalendarDate.text(asOf.printable))"
    )
  }

  // MARK: The answer

  /// The answer, what it rests on, and what makes it doubtful.
  private var verdict: String {
    var html = HTMLText()
    html.add("<section class=\"verdict\" id=\"answer\">")
    html.element("h2", localized("The answer"))
    html.element(
      "p",
      report.answer
        ?? localized("The scenario has no targets: this is what it says of growth."),
      "class=\"answer\"")
    html.element("p", report.evidence)
    html.element("p", report.expectation)
    if report.update != nil { html.element("p", report.updateAnswer) }
    let (figures, assumed) = (report.run.context.figures, report.run.context.assumptions)
    if assumed > 0 {
      html.element(
        "p",
        localized(
          "Of \(figures) figures in the scenario with a source, \(assumed) are assumptions."))
    }
    html.add("</section>")
    if let table = tables["warnings"] {
      let few = 3
      let messages = table.rows.map { table.text($0, 1) }
      html.add("<section class=\"warnings\" id=\"warnings\">")
      html.element(
        "h2",
        messages.count == 1
          ? localized("One warning") : localized("\(messages.count) warnings"))
      html.add("<ul>")
      for message in messages.prefix(few) { html.element("li", message) }
      html.add("</ul>")
      html.add(details(localized("All of them, with their places"), [table]))
      html.add("</section>")
    }
    return html.text
  }

  // MARK: Sections

  private var sections: [Section] {
    [
      Section(
        id: "targets", title: localized("Targets"),
        body: part(
          charts: ["targets"], tables: ["targets"], instead: "targets")),
      Section(
        id: "distribution", title: localized("What may come out"),
        body: part(
          charts: ["distribution"],
          tables: wide["growth"] == nil ? ["distribution", "growth"] : ["distribution"],
          instead: "distribution")),
      Section(
        id: "growth", title: localized("Growth over time"),
        body: wide["growth"] == nil ? "" : part(charts: ["growth"], tables: ["growth"])),
      Section(
        id: "contributions", title: localized("Where growth comes from"),
        body: part(charts: ["contributions"], tables: ["contributions"])
          + part(
            charts: ["contributions-by-period"], tables: ["contributions-by-period"])),
      Section(
        id: "drivers", title: localized("What moves growth"),
        body: part(charts: ["drivers"], tables: ["drivers", "levers"])),
      Section(
        id: "structure", title: localized("Structure"),
        body: part(charts: ["structure"], tables: ["structure"], instead: "structure")),
      Section(
        id: "tornado", title: localized("What the answer hangs on"),
        body: part(
          charts: ["tornado"], tables: ["tornado", "sensitivity"], instead: "tornado")),
      Section(
        id: "explanation", title: localized("What must be true"),
        body: sentences(report.conditions)
          + part(charts: [], tables: ["explanation"], instead: "explanation")),
      Section(
        id: "comparison", title: localized("Scenarios compared"),
        body: report.comparison == nil
          ? ""
          : paragraph(report.comparisonAnswer)
            + part(
              charts: [], shown: ["comparison"],
              tables: [
                "comparison-quantities", "comparison-causes", "comparison-assumptions",
              ])),
      Section(
        id: "update", title: localized("What published figures changed"),
        body: report.update == nil
          ? ""
          : part(charts: [], shown: ["update-news", "update"], tables: ["update-remaining"])),
      Section(id: "assumptions", title: localized("Assumptions and sources"), body: basis),
      Section(
        id: "method", title: localized("Method"),
        body: paragraph(method) + part(charts: [], shown: ["method"], tables: [])),
    ]
  }

  private func paragraph(_ text: String) -> String {
    var html = HTMLText()
    html.element("p", text)
    return html.text
  }

  private func sentences(_ texts: [String]) -> String {
    guard !texts.isEmpty else { return "" }
    var html = HTMLText()
    html.add("<ul class=\"sentences\">")
    for text in texts { html.element("li", text) }
    html.add("</ul>")
    return html.text
  }

  /// Pictures with their findings, and the tables behind them; or why they are not there.
  ///
  /// - Parameters:
  ///   - charts: ids of pictures.
  ///   - shown: ids of tables that are open.
  ///   - tables: ids of tables that a reader opens, and paper shows.
  ///   - topic: the omission that stands there instead.
  private func part(
    charts: [String], shown: [String] = [], tables ids: [String], instead topic: String? = nil
  ) -> String {
    var html = HTMLText()
    for id in charts {
      guard let wide = wide[id], let narrow = narrow[id] else { continue }
      html.add("<figure>")
      html.element("figcaption", wide.description)
      html.add("<div class=\"wide\">\(wide.svg)</div>")
      html.add("<div class=\"narrow\">\(narrow.svg)</div>")
      html.add("</figure>")
    }
    for table in shown.compactMap({ tables[$0] }) { html.table(table) }
    let behind = ids.compactMap { tables[$0] }
    for table in behind {
      html.add(details(localized("Table: \(table.title)"), [table]))
    }
    if let topic, let omission = report.omissions.first(where: { $0.topic == topic }) {
      html.element("p", omission.reason, "class=\"omission\"")
    }
    return html.text
  }

  /// Tables that a reader opens.
  private func details(_ summary: String, _ tables: [TopicTable], isLong: Bool = false) -> String {
    var html = HTMLText()
    html.add(isLong ? "<details class=\"long\">" : "<details>")
    html.add("<summary>\(HTMLText.escaped(summary))</summary>")
    for table in tables { html.table(table) }
    html.add("</details>")
    return html.text
  }

  private var basis: String {
    var html = HTMLText()
    html.element(
      "p",
      localized(
        """
        Every value that the answer rests on, with who says so. The list is long: open it and \
        search it as any page. It is printed only when it is open.
        """))
    if let notes = report.notes {
      html.add("<details class=\"long\">")
      html.element("summary", localized("Notes of those who made the scenario"))
      for note in notes.split(separator: "\n\n") { html.element("p", String(note)) }
      html.add("</details>")
    }
    for id in ["assumptions", "scenario"] {
      guard let table = tables[id] else { continue }
      html.add(
        details(
          localized("\(table.title): \(NumberFormat.count(table.rows.count)) values"), [table],
          isLong: true))
    }
    return html.text
  }

  private var method: String {
    localized(
      """
      The uncertain figures of the scenario are drawn together, the accounts are worked out in each \
      draw, and what comes out is counted. Growth of GRDP is the sum of the growth of activities \
      weighted by their shares, at constant prices.
      """)
  }
}
