import GrowthModel

/// The values of a figure that have a meaning.
struct ValueRange {
  let values: ClosedRange<Double>
  var excludesBottom = false

  /// A part of a whole.
  static let part = ValueRange(values: 0...1)
  static let positive = ValueRange(values: 0 ... .infinity, excludesBottom: true)
  static let notNegative = ValueRange(values: 0 ... .infinity)
}

extension Fields {
  /// The figure or distribution under a key, noted as the variable of this name; reports it where it
  /// can leave the range.
  ///
  /// - Parameters:
  ///   - what: such as `the leakage of a demand`.
  ///   - isFixed: whether it must be one figure.
  func uncertain(
    _ key: String, variable: String, _ unit: Unit, within range: ValueRange, what: Noun,
    isFixed: Bool = false
  ) -> UncertainFigure? {
    guard let entry = entry(key) else { return nil }
    let reader = UncertainReader(
      context: context, variable: variable, expected: .exactly(unit), bound: .none,
      fixedOnly: isFixed ? what : nil)
    let figure = reader.read(entry, path: path(to: key))
    figure.check(
      range.values, excludesBottom: range.excludesBottom, what: what, context)
    return figure
  }

  /// Notes what the format takes for a key that is not there.
  func recordStandard(_ key: String, _ value: String) {
    guard !has(key) else { return }
    context.record(path(to: key), value, origin: .standard, near: place)
  }
}
