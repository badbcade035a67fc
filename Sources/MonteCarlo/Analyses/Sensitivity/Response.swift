import GrowthModel

/// What an analysis asks about: a quantity, or whether a target is met, as numbers near zero.
struct Response: Sendable {
  let target: Target
  let measure: SensitivityMeasure
  /// What is taken off a value, and what it is divided by: about the mean and the standard deviation, so that
  /// squares are about one.
  var centre = 0.0
  var scale = 1.0

  /// Fills a column with the response in some draws.
  ///
  /// - Parameters:
  ///   - values: `count` numbers, a multiple of four.
  ///   - view: what shows the quantity.
  ///   - columns: where its rows begin in the first column.
  func fill(
    _ values: UnsafeMutablePointer<Double>, count: Int, from view: Plan.View,
    columns: UnsafePointer<Double>
  ) {
    switch measure {
    case .quantity:
      let offset = (view.offset - centre) / scale
      let factor = view.factor / scale
      guard let column = view.column else {
        values.update(repeating: offset, count: count)
        return
      }
      let source = columns + column * Workspace.columnStride
      for i in 0..<count { values[i] = offset + factor * source[i] }
    case .probability:
      let met = (1 - centre) / scale
      let missed = -centre / scale
      guard let column = view.column else {
        let value = target.shortfall(of: view.offset) > 0 ? missed : met
        values.update(repeating: value, count: count)
        return
      }
      let source = columns + column * Workspace.columnStride
      let rounding = target.rounding
      for i in 0..<count {
        let distance = target.distance(of: view.offset + view.factor * source[i])
        // What is not a number must not pass for a miss.
        values[i] = distance <= rounding ? met : distance > rounding ? missed : .nan
      }
    }
  }
}

/// Of what an analysis finds the causes.
public enum SensitivityMeasure: String, Sendable, CaseIterable {
  /// The quantity that a target is about.
  case quantity
  /// Whether the target is met: one or zero, so that its mean is the probability.
  case probability
}
