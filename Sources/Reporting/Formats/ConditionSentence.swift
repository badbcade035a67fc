import Languages
import MonteCarlo

/// What a figure was like in the draws that met a target, against those that missed it.
struct ConditionSentence {
  /// Without a bullet, with its full stop.
  let text: String

  /// Nil for a figure that was not compared.
  init?(_ figure: ExplainedFigure, currency: String) {
    guard let contrast = figure.contrast else { return nil }
    let numbers = FigureText(figure, currency: currency)
    let shares = ShareText([contrast.shareOfMet, contrast.shareOfMissed])
    let (met, missed) = (
      shares.string(contrast.shareOfMet), shares.string(contrast.shareOfMissed)
    )
    let condition = localized(Self.condition(contrast.condition, figure, numbers))
    text = localized(
      """
      \(figure.title.printable): \(condition) in \(met) of the draws that met the target, and in \
      \(missed) of those that missed it.
      """)
  }

  private static func condition(
    _ condition: FigureContrast.Condition, _ figure: ExplainedFigure, _ numbers: FigureText
  ) -> Phrase {
    let isDate = figure.unit == .date
    switch condition {
    case .above(let value): return "above \(numbers.labelled(value))"
    case .below(let value): return "below \(numbers.labelled(value))"
    case .between(let low, let high):
      return "between \(numbers.labelled(low)) and \(numbers.labelled(high))"
    case .atLeast where figure.isYesOrNo: return "yes"
    case .atLeast(let value):
      let number = numbers.labelled(value)
      return isDate ? "\(number) or later" : "\(number) or more"
    case .atMost(let value):
      let number = numbers.labelled(value)
      return isDate ? "\(number) or earlier" : "\(number) or less"
    }
  }
}
