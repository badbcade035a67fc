import Languages

/// Every key of scenario files, for people: what may stand behind it, its range, what it is without the key, and what
/// it means.
///
/// It is made of the tables by which the readers check a file, as ``ScenarioSchema`` is for editors.
public enum ScenarioReference {
  /// The reference as Markdown, in the language of the moment.
  public static func markdown() -> String {
    let sections = [head(), figures(), mappings(), distributions(), limits()]
    return sections.joined(separator: [""]).joined(separator: "\n") + "\n"
  }

  private static func head() -> [String] {
    [
      localized("# Reference of scenario files"), "",
      localized(
        """
        Written by `growth schema scenario --format markdown` from the tables by which files are read: \
        format \(Markdown.code(MappingSchema.format)). What the keys do together, with examples, is told in \
        the article on the scenario file.
        """), "",
      localized(
        """
        A key in bold is needed; a variant (`extends`) needs `format` and `name` alone, and `null` behind a key \
        removes what it has from its base. `source` and `notes` are left out of the tables: they may stand in \
        every mapping but `run`. A range is that of each figure, and of the ends of a distribution; of a \
        distribution that has no lower end, the mean lies above what a rate, a deflator or a population must.
        """),
    ]
  }

  // MARK: Figures

  private static func figures() -> [String] {
    [localized("## Figures"), ""]
      + Markdown.table(
        [localized("kind"), localized("meaning"), localized("examples")],
        FigurePattern.allCases.map { pattern in
          [
            pattern.name.text(), pattern.meaning.text(),
            pattern.examples.map(Markdown.code).joined(separator: ", "),
          ]
        }) + [
        "",
        localized(
          """
          In the place of a figure may stand a mapping with its source, `{value: 8%, source: "..."}`. *Or \
          distribution*: see the distributions below. *Also by period*: one for all periods, or a mapping by year or \
          quarter, `{2025: 7%, 2026Q1: 8%}`.
          """),
      ]
  }

  // MARK: Mappings

  private static func mappings() -> [String] {
    let places = MappingTable.places
    return [localized("## Mappings")]
      + MappingTable.allCases.filter { $0 != .figure }.flatMap { table in
        [""] + section(table, places[table] ?? [])
      }
  }

  private static func section(_ table: MappingTable, _ places: [String]) -> [String] {
    let name = SchemaDefinitions(isVariant: false).name(of: table)
    let place = places.filter { !$0.isEmpty }.map(Markdown.code).joined(separator: ", ")
    let what = table.schema.what.text.text()
    let head =
      place.isEmpty
      ? localized("The file itself.")
      : what == place
        ? localized("What stands behind \(place).")
        : localized("\(what), at \(place).").firstUppercased
    var lines = ["### " + name, "", head]
    if !table.alternatives.isEmpty {
      let ways = table.alternatives.map { keys in
        keys.map(Markdown.code).joined(separator: localized(" and "))
      }
      lines += ["", localized("One of these is needed: \(ways.joined(separator: "; ")).")]
    }
    let keys = table.schema.keys.filter { !["source", "notes"].contains($0.name) }
    return lines + [""]
      + Markdown.table(
        [
          localized("key"), localized("what stands there"), localized("range"),
          localized("without it"), localized("meaning"),
        ],
        keys.map { key in
          [
            key.isNeeded ? "**\(Markdown.code(key.name))**" : Markdown.code(key.name),
            table.shape(of: key.name)?.text.text() ?? "", range(of: key.name, in: table),
            key.isNeeded ? "" : standard(of: key.name, in: table),
            table.meaning(of: key.name)?.text() ?? "",
          ]
        })
  }

  private static func range(of key: String, in table: MappingTable) -> String {
    let pattern = table.shape(of: key)?.pattern ?? .number
    return (table.range(of: key)?.text(pattern) ?? table.rule(of: key))?.text() ?? ""
  }

  private static func standard(of key: String, in table: MappingTable) -> String {
    switch table.standard(of: key) {
    case .value(let value): Markdown.code(value)
    case .rule(let rule): rule.text()
    case nil: ""
    }
  }

  // MARK: Distributions

  private static func distributions() -> [String] {
    [
      localized("## Distributions"), "",
      localized(
        """
        `{distribution: NAME, ...}` in the place of a figure that may be uncertain. All but `empirical`, `discrete` \
        and `bootstrap` may be cut off by `at-least` and `at-most`. Where figures may be given by period, \
        `per: year` or `per: quarter` makes one for each, alike and independent.
        """),
    ] + DistributionCatalogue.entries.flatMap { [""] + distribution($0) }
  }

  private static func distribution(_ entry: DistributionEntry) -> [String] {
    let summary = "**\(Markdown.code(entry.name))**: \(entry.summary.text())"
    let example = localized("For example \(Markdown.code(entry.example)).")
    let head = [summary + " " + example]
    guard !entry.parameters.isEmpty else { return head }
    return head + [""]
      + Markdown.table(
        [
          localized("parameter"), localized("what stands there"), localized("without it"),
          localized("meaning"),
        ],
        entry.parameters.map { parameter in
          let keys = parameter.key.split(separator: ", ").map { Markdown.code(String($0)) }
            .joined(separator: ", ")
          return [
            parameter.isNeeded ? "**\(keys)**" : keys, parameter.kind.text.text(),
            parameter.standard.map { Markdown.code(FigureText.decimal($0, places: 4)) } ?? "",
            parameter.meaning.text(),
          ]
        })
  }

  // MARK: Limits

  private static func limits() -> [String] {
    [localized("## Limits"), ""]
      + Markdown.table(
        [localized("at most"), localized("of what")],
        FormatLimit.allCases.map { [grouped($0.most), $0.meaning.text()] })
  }

  /// A whole number with its thousands apart, as files have it.
  private static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(Substring(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([Substring(digits)] + groups).joined(separator: "_")
  }
}

extension DistributionEntry.Parameter.Kind {
  /// As a table says it.
  fileprivate var text: Phrase {
    switch self {
    case .figure: "a figure in the unit of what is uncertain"
    case .distance: "a distance in that unit; of rates also in pp"
    case .number: "plain number"
    case .figures: "a list of figures in that unit"
    case .weights: "a list of plain numbers or of rates"
    }
  }
}

extension String {
  /// With its first letter as a capital.
  fileprivate var firstUppercased: String { prefix(1).uppercased() + dropFirst() }
}
