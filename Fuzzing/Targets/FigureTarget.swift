import GrowthModel

@testable import ScenarioFiles

/// Figures, days and periods: what is accepted is written as it was meant, and read again.
enum FigureTarget {
  @Sendable static func check(_ bytes: [UInt8]) throws {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    if let period = Period(text) {
      try promise(Period("\(period)") == period, "'\(text)' is \(period), which reads otherwise")
    }
    _ = DrawCount.parse(text)
    let figure: Figure
    do throws(FigureFact) {
      figure = try Figure.parse(text)
    } catch {
      try promise(!error.message.text().isEmpty, "'\(text)': an error says nothing")
      return
    }
    try promise(figure.value.isFinite, "'\(text)' is \(figure.value)")
    let again = try? Figure.parse(figure.text)
    try promise(
      again?.value == figure.value && again?.unit == figure.unit
        && again?.currency == figure.currency,
      "'\(text)' is '\(figure.text)', which reads otherwise")
  }
}
