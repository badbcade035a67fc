import Languages
import Reporting
import ScenarioFiles

/// The page as it is before the first answer: the levers, the assumptions, and places for what comes.
struct Page {
  let start: ServedScenario
  let language: Language

  /// The page in the language of the task.
  var html: String {
    var html = """
      <!doctype html>
      <html lang="\(language.rawValue)" data-answer="0">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(safe(start.scenario.name))</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="/page.css">
      <script type="module" src="/page.js"></script>
      </head>
      <body>
      <header>
      <h1>\(safe(start.scenario.name))</h1>
      <p>\(safe(facts))</p>
      <nav aria-label="\(safe(localized("Language")))">\(languages)</nav>
      </header>
      <main>

      """
    html += verdict + settings + answer + assumptionsSection
    html += """
      </main>
      <footer><p>\(safe(localized("""
        This page comes from the program growth on this computer and ends with it. Nothing leaves \
        the computer.
        """)))</p></footer>
      \(words)
      </body>
      </html>

      """
    return html
  }

  private func safe(_ text: String) -> String { HTMLText.escaped(text) }

  private var facts: String {
    let draws = NumberFormat.count(start.draws)
    let (file, seed) = (start.source.path, start.seed)
    return localized("\(file): \(draws) draws for each answer, seed \(String(seed))")
  }

  private var languages: String {
    Language.allCases.map { other in
      let name = other == .english ? "English" : "Tiếng Việt"
      let current = other == language ? " aria-current=\"true\"" : ""
      return
        "<a href=\"/?lang=\(other.rawValue)\" lang=\"\(other.rawValue)\"\(current)>\(name)</a>"
    }.joined(separator: " ")
  }

  /// What the script says, in words that it need not know.
  private var words: String {
    let texts = [
      ("keep", localized("Keep this setting as A")),
      ("again", localized("Keep this setting as A instead")),
      (
        "unreachable",
        localized("The program does not answer: is it still running in the terminal?")
      ),
      ("file", start.savedFileName),
      ("time", localized("Answer in {} ms")),
    ]
    return "<div id=\"words\" hidden"
      + texts.map { " data-\($0.0)=\"\(safe($0.1))\"" }.joined() + "></div>"
  }

  // MARK: The answer

  /// Stays in sight while sliders below it are moved.
  private var verdict: String {
    """
    <div id="head">
    <p id="verdict" role="status" aria-live="polite" aria-atomic="true">\
    \(safe(localized("Calculating")))</p>
    <p id="problem" role="alert"></p>
    </div>

    """
  }

  private var answer: String {
    """
    <section id="answer" aria-labelledby="answer-title">
    <h2 id="answer-title">\(safe(localized("Answer")))</h2>
    <div id="comparison"></div>
    <div class="charts">
    <figure id="histogram"></figure>
    <figure id="fan"></figure>
    <figure id="contributions"></figure>
    </div>
    <div id="targets"></div>
    <p id="answer-time"></p>
    </section>

    """
  }

  // MARK: The settings

  private var settings: String {
    var html = """
      <section id="settings" aria-labelledby="settings-title">
      <h2 id="settings-title">\(safe(localized("Levers")))</h2>

      """
    let levers = start.levers
    if levers.isEmpty {
      html +=
        "<p class=\"soft\">\(safe(localized("The scenario has no lever with a range.")))</p>\n"
    }
    for (number, lever) in levers.enumerated() { html += slider(lever, number) }
    html += """
      <div class="buttons">
      <button type="button" id="keep" class="main">\(safe(localized("Keep this setting as A")))</button>
      <button type="button" id="forget" hidden>\(safe(localized("Forget A")))</button>
      <button type="button" id="reset">\(safe(localized("Back to the scenario")))</button>
      </div>
      <p class="note">\(safe(localized("Keep a setting as A and move on: both are then compared in the same draws.")))</p>
      <div class="field wide"><label for="name">\(safe(localized("Name of the scenario to save")))</label>
      <div class="row"><input type="text" id="name" maxlength="200" autocomplete="off" \
      value="\(safe(start.changedName))">
      <button type="button" id="save">\(safe(localized("Save as scenario")))</button></div>
      <p class="note">\(safe(localized("A file for growth run, which extends this one: put it beside it.")))</p></div>
      </section>

      """
    return html
  }

  private var assumptionsSection: String {
    let sliders = Set(start.levers.map(\.path))
    return """
      <section id="assumptions" aria-labelledby="assumptions-title">
      <h2 id="assumptions-title">\(safe(localized("Assumptions")))</h2>
      <p class="note">\(safe(localized("""
        Each figure of the scenario with its source; change it to see what it matters.
        """)))</p>
      \(assumptions(sliders))</section>

      """
  }

  private func slider(_ lever: ServedLever, _ number: Int) -> String {
    let id = "lever-\(number)"
    let figure = lever.figure
    let (low, high) = (ServedLever.text(lever.low), ServedLever.text(lever.high))
    let name = safe(lever.lever.setting.name)
    let data =
      "data-path=\"\(safe(figure.path))\" data-suffix=\"\(safe(figure.suffix))\""
      + " data-initial=\"\(safe(figure.number))\""
    return """
      <div class="lever">
      <label for="\(id)">\(name)</label>
      <div class="row">
      <input type="range" id="\(id)" data-lever="\(safe(lever.lever.id))" min="\(low)" max="\(high)" \
      step="any" data-step="\(ServedLever.text(lever.step))" value="\(safe(figure.number))" \
      aria-describedby="\(id)-note" \(data)>
      <input type="number" id="\(id)-number" min="\(low)" max="\(high)" step="any" \
      value="\(safe(figure.number))" aria-label="\(name), \(safe(localized("exact value")))" autocomplete="off">
      <span>\(safe(unit(figure.suffix)))</span>
      </div>
      <p class="note" id="\(id)-note">\(safe(note(lever, low, high)))</p>
      </div>

      """
  }

  /// A unit as the scenario writes it, without the blank before it.
  private func unit(_ suffix: String) -> String { suffix.trimmed }

  private func note(_ lever: ServedLever, _ low: String, _ high: String) -> String {
    let figure = lever.figure
    var notes = [
      localized("Range \(low) to \(high)\(figure.suffix); in the scenario \(figure.text).")
    ]
    let figures = start.reading.adjustable
    func text(_ key: String) -> String? {
      let path = "levers.\(lever.lever.id).\(key)"
      return figures.first { $0.path == path || $0.path == path + ".value" }?.text
    }
    if let reference = text("reference") { notes.append(localized("Reference \(reference).")) }
    if let cost = text("cost") { notes.append(localized("Cost of a unit \(cost).")) }
    if let owner = lever.lever.owner { notes.append(localized("Decides: \(owner).")) }
    return notes.joined(separator: " ")
  }

  /// The figures in groups by what they belong to, closed until somebody opens them.
  private func assumptions(_ sliders: Set<String>) -> String {
    let figures = start.reading.adjustable.filter { !sliders.contains($0.path) }
    var groups: [(key: String, figures: [AdjustableFigure])] = []
    for figure in figures {
      // Those of one group of correlations are called `correlation(...)`.
      let key = String(figure.path.prefix { $0 != "." && $0 != "(" })
      if let place = groups.firstIndex(where: { $0.key == key }) {
        groups[place].figures.append(figure)
      } else {
        groups.append((key, [figure]))
      }
    }
    var number = 0
    return groups.map { group in
      let title = Self.groupTitle(group.key)
      let fields = group.figures.map { figure in
        number += 1
        return field(figure, number)
      }
      return """
        <details data-group="\(safe(group.key))">
        <summary>\(safe(title)) (\(group.figures.count))</summary>
        \(fields.joined())</details>

        """
    }.joined()
  }

  private static func groupTitle(_ key: String) -> String {
    groupPhrase(key).map { localized($0) } ?? key
  }

  private static func groupPhrase(_ key: String) -> Phrase? {
    switch key {
    case "base": "Base year"
    case "activities": "Activities"
    case "population": "Population"
    case "levers": "Levers"
    case "uncertainties": "Uncertainties"
    case "indicators": "Indicators"
    case "input-output": "Input-output table"
    case "effects": "Effects and events"
    case "projects": "Projects"
    case "shocks": "Shocks"
    case "correlation": "Correlation"
    case "targets": "Targets"
    case "statements": "Statements of the plan"
    default: nil
    }
  }

  private func field(_ figure: AdjustableFigure, _ number: Int) -> String {
    let id = "figure-\(number)"
    let kind = figure.isDate ? "date" : "number"
    return """
      <div class="field">
      <label for="\(id)">\(safe(start.name(of: figure.path)))</label>
      <div class="row"><input type="\(kind)" id="\(id)" data-figure \(figure.isDate ? "" : "step=\"any\" ")\
      value="\(safe(figure.number))" data-path="\(safe(figure.path))" \
      data-suffix="\(safe(figure.suffix))" data-initial="\(safe(figure.number))" \
      aria-describedby="\(id)-source" autocomplete="off">
      <span>\(safe(unit(figure.suffix)))</span></div>
      <p class="note" id="\(id)-source">\(safe(figure.source))</p>
      </div>

      """
  }
}
