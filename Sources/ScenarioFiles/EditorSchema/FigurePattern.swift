/// What may stand where a figure belongs, as a regular expression that editors can check.
enum FigurePattern: String, Sendable, CaseIterable {
  case rate, points, money, persons, count, number, date, duration
  /// A distance between two rates.
  case rateDistance = "rate-distance"
  /// In any unit.
  case any

  private static let numeral =
    "[+-]?([0-9][0-9_]*([.][0-9][0-9_]*)?|[.][0-9][0-9_]*)([eE][+-]?[0-9]+)?"
  private static let day = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
  private static let scale = "((" + Figure.scales.map(\.key).joined(separator: "|") + ")[ ]+)?"
  private static let word = "[^ 0-9%,.;:_+]+"

  /// Of the whole text.
  var expression: String {
    switch self {
    case .rate: "^\(Self.numeral) *%$"
    case .points: "^\(Self.numeral) *pp$"
    case .rateDistance: "^\(Self.numeral) *(%|pp)$"
    case .money: "^\(Self.numeral) *\(Self.scale)[A-Z]{3}$"
    case .persons: "^\(Self.numeral) *\(Self.scale)persons$"
    case .count: "^\(Self.numeral) *\(Self.scale)\(Self.word)( +\(Self.word))*$"
    case .number: "^\(Self.numeral)$"
    case .date: "^\(Self.day)$"
    case .duration:
      "^\(Self.numeral) *\(Self.scale)(" + Figure.durations.keys.sorted().joined(separator: "|")
        + ")$"
    case .any: "^(\(Self.day)|\(Self.numeral)( *%| *\(Self.word)( +\(Self.word))*)?)$"
    }
  }

  /// Whether a YAML number without quotation marks is such a figure.
  var takesNumbers: Bool { self == .number || self == .any }

  /// What lies between two such figures.
  var distance: FigurePattern {
    switch self {
    case .rate: .rateDistance
    case .date: .duration
    default: self
    }
  }

  /// Figures that stand for it.
  var examples: [String] {
    switch self {
    case .rate: ["8%", "-1.5%"]
    case .points: ["0.5 pp"]
    case .rateDistance: ["1.5%", "1.5 pp"]
    case .money: ["6300 billion VND", "1.2 trillion VND"]
    case .persons: ["1.3396 million persons"]
    case .count: ["5.3 million visits"]
    case .number: ["0.3", "5"]
    case .date: ["2025-07-01"]
    case .duration: ["18 months"]
    case .any:
      ["8%", "0.5 pp", "6300 billion VND", "5.3 million visits", "61.8 million VND per person"]
    }
  }
}
