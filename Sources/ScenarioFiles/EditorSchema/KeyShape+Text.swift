import Languages

extension KeyShape {
  /// What may stand behind a key, as a reference says it; mappings are links to their sections.
  var text: Phrase {
    switch self {
    case .text: "text"
    case .wording: "text, or one for each language"
    case .matching(let expression): "text like \(Markdown.code(expression))"
    case .year: "a calendar year"
    case .words(let words): "\(words.map(Markdown.code).joined(separator: ", "))"
    case .draws: "a number of draws"
    case .seed: "a whole number, 0 or more"
    case .figure(let pattern): pattern.name
    case .figures(let pattern, nil): "list of: \(pattern.name)"
    case .figures(let pattern, let count?): "list of \(count): \(pattern.name)"
    case .uncertain(let pattern): "\(pattern.name) or distribution"
    case .schedule(let pattern): "\(pattern.name) or distribution, also by period"
    case .fixedSchedule(let pattern): "\(pattern.name), also by period"
    case .list(let item): "list of: \(item.text)"
    case .mapping(let table): "\(Markdown.link(to: table))"
    case .named(let item, _): "under names of your own: \(item.text)"
    case .keyed(let item, _): "by name: \(item.text)"
    case .either(let shapes): "\(Self.joined(shapes))"
    }
  }

  private static func joined(_ shapes: [KeyShape]) -> String {
    shapes.map { $0.text.text() }.joined(separator: localized(" or "))
  }

  /// How figures behind the key are written; nil where it holds none itself.
  var pattern: FigurePattern? {
    switch self {
    case .figure(let pattern), .figures(let pattern, _), .uncertain(let pattern),
      .schedule(let pattern), .fixedSchedule(let pattern):
      pattern
    case .list(let item), .keyed(let item, _): item.pattern
    case .either(let shapes): shapes.lazy.compactMap(\.pattern).first
    default: nil
    }
  }
}

extension FigurePattern {
  /// What it is called in a table.
  var name: Phrase {
    switch self {
    case .rate: "rate"
    case .points: "percentage points"
    case .rateDistance: "distance of rates"
    case .money: "money"
    case .persons: "persons"
    case .count: "count"
    case .number: "plain number"
    case .date: "date"
    case .duration: "time"
    case .any: "figure with its unit"
    }
  }
}

/// Parts of a text in Markdown.
enum Markdown {
  /// Between backquotes.
  static func code(_ text: String) -> String { "`\(text)`" }

  static func link(to table: MappingTable) -> String {
    let name = SchemaDefinitions(isVariant: false).name(of: table)
    return "[\(name)](#\(name))"
  }

  /// A table; each row has a cell for each title.
  static func table(_ titles: [String], _ rows: [[String]]) -> [String] {
    let lines = [titles, titles.map { _ in "---" }] + rows
    return lines.map { cells in
      "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
  }
}
