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
    let condition =
      switch contrast.condition {
      case .above(let value): "above " + numbers.labelled(value)
      case .below(let value): "below " + numbers.labelled(value)
      case .between(let low, let high):
        "between " + numbers.labelled(low) + " and " + numbers.labelled(high)
      case .atLeast(let value):
        figure.isYesOrNo
          ? "yes" : numbers.labelled(value) + (figure.unit == .date ? " or later" : " or more")
      case .atMost(let value):
        numbers.labelled(value) + (figure.unit == .date ? " or earlier" : " or less")
      }
    text =
      "\(figure.title.printable): \(condition) in \(shares.string(contrast.shareOfMet)) of the draws that met the "
      + "target, and in \(shares.string(contrast.shareOfMissed)) of those that missed it."
  }
}
