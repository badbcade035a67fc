import Languages
import Reporting

extension TopicTable {
  /// What its sheet is called; short, for names of sheets have room for 31 characters.
  var sheetTitle: String {
    guard let phrase = Self.sheetPhrase(id) else { return title }
    return localized(phrase)
  }

  private static func sheetPhrase(_ id: String) -> Phrase? {
    switch id {
    case "targets": "Targets"
    case "distribution": "Distribution"
    case "growth": "Growth by period"
    case "contributions": "Contributions"
    case "contributions-by-period": "Contributions by period"
    case "structure": "Structure"
    case "drivers": "What moves growth"
    case "levers": "Levers"
    case "tornado": "One input held"
    case "sensitivity": "Sensitivity"
    case "explanation": "What must be true"
    case "comparison": "Comparison"
    case "comparison-quantities": "Comparison: means"
    case "comparison-causes": "Comparison: causes"
    case "comparison-assumptions": "Comparison: assumptions"
    case "update": "Update"
    case "update-news": "Update: what is new"
    case "update-remaining": "Update: rest of the year"
    case "assumptions": "Assumptions"
    case "scenario": "Scenario"
    case "method": "Method"
    case "warnings": "Warnings"
    default: nil
    }
  }

  /// Whether people will want to pick and order its rows.
  var isList: Bool {
    ["assumptions", "scenario", "explanation", "sensitivity", "tornado", "levers"].contains(id)
      || id.hasPrefix("comparison-")
  }

  /// Whether the first column is as good a name for a row as its key.
  var namesItsKeys: Bool {
    rows.allSatisfy { $0.cells.first == .text($0.key) } || ["warnings", "method"].contains(id)
  }
}
