import MonteCarlo

/// The probability of a rare event as one in so many: `1 in 10.0 million`.
struct RatioText {
  private static let words: [(power: Int, word: String)] = [
    (12, " trillion"), (9, " billion"), (6, " million"), (0, ""),
  ]
  /// Numbers of more digits are written with a power of ten.
  private static let mostDigits = 15

  private let aimed: AimedReport

  init(_ aimed: AimedReport) { self.aimed = aimed }

  /// `1 in 10.0 million`, or `all but 1 in 10.0 million` when it is the probability of missing.
  var value: String { prefix + "1 in " + number(1 / aimed.probability) + word }

  /// `1 in 9.8 to 10.2 million`, with the prefix of the value.
  var interval: String {
    prefix + "1 in " + number(1 / aimed.high) + " to " + number(1 / aimed.low) + word
  }

  /// `10 million`, to one digit or two.
  var roughly: String {
    let size = ShortestDecimal(1 / aimed.probability)?.rounded(significant: 2).double
    return number(size ?? 1 / aimed.probability, digits: 2) + word
  }

  private var prefix: String { aimed.event == .met ? "" : "all but " }

  /// Digits that show the half-width of the interval in its first one, and one more.
  private var digits: Int {
    let half = (aimed.high - aimed.low) / 2 / aimed.probability
    return half < 0.005 ? 4 : half < 0.05 ? 3 : half < 0.5 ? 2 : 1
  }

  private var scale: (power: Int, word: String) {
    let integerDigits = ShortestDecimal(1 / aimed.probability)?.integerDigits ?? 1
    guard integerDigits <= Self.mostDigits else { return (0, "") }
    return Self.words.first { integerDigits > $0.power } ?? (0, "")
  }

  private var word: String { scale.word }

  /// A number in units of the word, with the decimals of the middle one.
  private func number(_ value: Double, digits asked: Int? = nil) -> String {
    let digits = asked ?? digits
    let power = scale.power
    guard let middle = ShortestDecimal(1 / aimed.probability)?.shifted(by: -power),
      let rounded = ShortestDecimal(value)?.rounded(
        decimals: digits - middle.integerDigits - power)
    else { return "n/a" }
    return NumberFormat(decimals: max(digits - middle.integerDigits, 0), powerOfTen: -power)
      .string(rounded.double)
  }
}
