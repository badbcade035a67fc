import GrowthModel
import Languages

/// What is asked about a target, as it begins a sentence: `GRDP growth of 8% or more in 2025`.
struct TargetQuestion {
  /// The title of the quantity.
  let title: String
  let comparison: Target.Comparison
  /// The threshold with its unit, and with its tolerance where it has one.
  let number: String
  /// Such as `in 2025`.
  let time: String

  var text: String {
    switch comparison {
    case .atLeast: localized("\(title) of \(number) or more \(time)")
    case .atMost: localized("\(title) of \(number) or less \(time)")
    case .within: localized("\(title) of \(number) \(time)")
    }
  }
}

extension TargetReport {
  /// What is asked about this target.
  ///
  /// - Parameters:
  ///   - title: of its quantity, as long as the sentence has room for.
  ///   - scale: in which the threshold is read.
  ///   - time: such as `in 2025`.
  func question(_ title: String, _ scale: DisplayScale, time: String) -> TargetQuestion {
    let isWithin = if case .within = comparison { true } else { false }
    return TargetQuestion(
      title: title, comparison: comparison,
      number: isWithin ? statement(scale) : scale.labelled(scale.exact(threshold)), time: time)
  }
}
