import GrowthModel

/// A figure of a scenario that somebody answers for, as a number and its unit, to be changed by hand.
public struct AdjustableFigure: Sendable, Hashable {
  /// The keys that lead to it, as `--set` takes them.
  public let path: String
  /// As it stands in the scenario.
  public let text: String
  /// The number alone, with a point for decimals; a day as `YYYY-MM-DD`.
  public let number: String
  /// What stands behind the number, `%` or ` billion VND`; empty for a plain number and a day.
  public let suffix: String
  /// Whether it is a day.
  public let isDate: Bool
  /// One of the unit as the model counts it: 0.01 for `%`.
  public let unitSize: Double
  /// Who says so.
  public let source: String

  /// - Returns: nil for what is no single figure, or has no source.
  init?(_ value: ResolvedValue) {
    guard let source = value.source, let figure = try? Figure.parse(value.value) else { return nil }
    path = value.path
    text = figure.text
    self.source = source
    isDate = figure.unit == .date
    if isDate {
      (number, suffix, unitSize) = (figure.text, "", 1)
    } else {
      guard let (number, _) = try? DecimalNumber.scan(figure.text) else { return nil }
      self.number = number.text
      suffix = String(figure.text.dropFirst(number.text.count))
      guard let unit = try? Figure.parse("1" + suffix) else { return nil }
      unitSize = unit.value
    }
  }

  /// The most letters of a figure that is taken.
  private static let mostLetters = 64

  /// A figure that may stand in its place, as a scenario file writes it; nil for what is none, or is of
  /// another unit.
  ///
  /// - Parameter text: a number with its unit.
  public func replacement(_ text: String) -> String? { parsed(text)?.text }

  /// The number of a figure that may stand in its place, as the model counts it; nil for what is none.
  ///
  /// - Parameter text: a number with its unit.
  public func modelNumber(_ text: String) -> Double? { parsed(text)?.value }

  private func parsed(_ text: String) -> Figure? {
    guard text.utf8.count <= Self.mostLetters, let figure = try? Figure.parse(text),
      let own = try? Figure.parse(self.text), figure.unit == own.unit,
      figure.currency == own.currency
    else { return nil }
    return figure
  }
}

extension ScenarioReading {
  /// The figures that can be changed one by one, in the order of the file.
  public var adjustable: [AdjustableFigure] {
    var seen: Set<String> = []
    return values.compactMap(AdjustableFigure.init).filter { seen.insert($0.path).inserted }
  }
}
