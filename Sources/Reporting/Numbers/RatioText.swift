import Languages
import MonteCarlo

/// The probability of a rare event as one in so many: `1 in 10.0 million`.
struct RatioText {
  /// The powers of ten that have a name.
  private static let powers = [12, 9, 6]
  /// Numbers of more digits are written with a power of ten.
  private static let mostDigits = 15

  private let aimed: AimedReport

  init(_ aimed: AimedReport) { self.aimed = aimed }

  /// `1 in 10.0 million`, or `all but 1 in 10.0 million` when it is the probability of missing.
  var value: String { oneIn(named(number(1 / aimed.probability))) }

  /// `1 in 9.8 to 10.2 million`, with the prefix of the value.
  var interval: String {
    oneIn(localized("\(number(1 / aimed.high)) to \(named(number(1 / aimed.low)))"))
  }

  /// `10 million`, to one digit or two.
  var roughly: String {
    let size = ShortestDecimal(1 / aimed.probability)?.rounded(significant: 2).double
    return named(number(size ?? 1 / aimed.probability, digits: 2))
  }

  private func oneIn(_ many: String) -> String {
    localized(aimed.event == .met ? "1 in \(many)" : "all but 1 in \(many)")
  }

  /// Digits that show the half-width of the interval in its first one, and one more.
  private var digits: Int {
    let half = (aimed.high - aimed.low) / 2 / aimed.probability
    return half < 0.005 ? 4 : half < 0.05 ? 3 : half < 0.5 ? 2 : 1
  }

  private var power: Int {
    let integerDigits = ShortestDecimal(1 / aimed.probability)?.integerDigits ?? 1
    guard integerDigits <= Self.mostDigits else { return 0 }
    return Self.powers.first { integerDigits > $0 } ?? 0
  }

  /// A number with the name of its power of ten.
  private func named(_ number: String) -> String {
    switch power {
    case 12: localized("\(number) trillion")
    case 9: localized("\(number) billion")
    case 6: localized("\(number) million")
    default: number
    }
  }

  /// A number in units of the power, with the decimals of the middle one.
  private func number(_ value: Double, digits asked: Int? = nil) -> String {
    let digits = asked ?? digits
    let power = power
    guard let middle = ShortestDecimal(1 / aimed.probability)?.shifted(by: -power),
      let rounded = ShortestDecimal(value)?.rounded(
        decimals: digits - middle.integerDigits - power)
    else { return localized("n/a") }
    return NumberFormat(decimals: max(digits - middle.integerDigits, 0), powerOfTen: -power)
      .string(rounded.double)
  }
}
