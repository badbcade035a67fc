import Languages
import MonteCarlo

/// A difference with its sign and half of its 95% interval: `+6.12 ± 0.05`.
struct DifferenceText {
  private static let mostDecimals = 6

  let value: Double
  let low: Double
  let high: Double
  /// The number is multiplied by ten to this power: 2 writes a fraction in percentage points.
  let powerOfTen: Int

  init(value: Double, low: Double, high: Double, powerOfTen: Int) {
    self.value = value
    self.low = low
    self.high = high
    self.powerOfTen = powerOfTen
  }

  /// A difference of probabilities, in percentage points.
  init(_ count: PairedProportion) {
    let interval = count.interval
    self.init(
      value: count.difference, low: interval.lowerBound, high: interval.upperBound, powerOfTen: 2)
  }

  init(_ part: AttributedPart, powerOfTen: Int) {
    self.init(value: part.value, low: part.low, high: part.high, powerOfTen: powerOfTen)
  }

  /// `+6.12 ± 0.05`.
  var figure: String { signed(value) + " ± " + format.string((high - low) / 2) }

  /// `+6.12`.
  var plain: String { signed(value) }

  /// `+6.07 to +6.17`.
  var interval: String { localized("\(signed(low)) to \(signed(high))") }

  private func signed(_ number: Double) -> String {
    let text = format.string(number)
    // What rounds to zero has no sign.
    return number > 0 && text.contains { "123456789".contains($0) } ? "+" + text : text
  }

  /// As many decimals as show the half width in its first digit; what is known to all of them has no zeros
  /// at its end.
  private var format: NumberFormat {
    let half = ((high - low) / 2).shifted(by: powerOfTen)
    var unit = 1.0
    for decimals in 0...Self.mostDecimals {
      if half >= 0.95 * unit { return NumberFormat(decimals: decimals, powerOfTen: powerOfTen) }
      unit /= 10
    }
    return NumberFormat(decimals: Self.mostDecimals, powerOfTen: powerOfTen, trimsZeros: true)
  }
}
