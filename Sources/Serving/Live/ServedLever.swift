import GrowthModel
import ScenarioFiles

/// A lever with a range, as a slider shows it: in the unit that the scenario writes it in.
struct ServedLever: Sendable {
  let lever: Lever
  let figure: AdjustableFigure
  let low: Double
  let high: Double
  /// Between two places of a slider: a round number, a hundredth of the range or a little less.
  let step: Double

  var path: String { figure.path }

  /// - Returns: nil for a lever without a range, given by a date, with a value of its own in each period, or with a range
  ///   that is too narrow for steps of six decimals, or wider than any number.
  init?(_ lever: Lever, figures: [AdjustableFigure]) {
    guard let range = lever.range, range.lowerBound < range.upperBound,
      let figure = figures.first(where: {
        $0.path == "levers.\(lever.id).value" || $0.path == "levers.\(lever.id)"
      }), !figure.isDate
    else { return nil }
    let ends = (
      low: Self.tidy(range.lowerBound / figure.unitSize),
      high: Self.tidy(range.upperBound / figure.unitSize)
    )
    // What differs in the seventh decimal is no range to a slider, and what is beyond all numbers has no end.
    guard ends.low < ends.high, (ends.high - ends.low).isFinite else { return nil }
    let step = Self.step(ends.high - ends.low)
    guard step > 0 else { return nil }
    self.lever = lever
    self.figure = figure
    (low, high) = ends
    self.step = step
  }

  /// The largest of 1, 2 and 5 times a power of ten that goes into a range a hundred times.
  private static func step(_ width: Double) -> Double {
    var power = 1.0
    while power * 100 > width { power /= 10 }
    while power * 1000 <= width { power *= 10 }
    return tidy([5, 2, 1].map { $0 * power }.first { $0 * 100 <= width } ?? power)
  }

  /// Without the dust of binary arithmetic.
  private static func tidy(_ value: Double) -> Double {
    guard value.isFinite, value.magnitude < 1e9 else { return value }
    return (value * 1e6).rounded() / 1e6
  }

  /// A number as a form takes it: with a point, and no `.0`.
  static func text(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e15 ? String(Int(value)) : value.description
  }

  /// Another setting, well inside the range: what a hand that moves the lever is likely to come by.
  ///
  /// - Parameter text: the setting as it is; nil for the scenario's.
  func other(than text: String?) -> String {
    let present = (text ?? figure.text).dropLast(figure.suffix.count)
    let places = [0.29, 0.71].map { low + $0 * (high - low) }
    let now = Double(present) ?? low
    let far = places.max { abs($0 - now) < abs($1 - now) } ?? low
    return Self.text((far / step).rounded() * step) + figure.suffix
  }
}
