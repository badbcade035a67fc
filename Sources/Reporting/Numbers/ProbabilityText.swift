import Languages

/// A probability in words, no surer than what it was found from.
struct ProbabilityText {
  /// The most decimals of a percentage.
  private static let mostDecimals = 12
  /// Below a hundredth of a percent what is rare is written as one in so many.
  private static let leastFraction = 1e-4

  let outcome: ProbabilityReport

  init(_ outcome: ProbabilityReport) { self.outcome = outcome }

  /// `31.4%`; a limit such as `below 0.0004%` when no draw or every draw is a hit; `1 in 10.0 million` for
  /// what is rare; `impossible` or `certain`.
  var value: String {
    switch outcome.method {
    case .impossible: return localized("impossible")
    case .certain: return localized("certain")
    case .importance: return ratio?.value ?? percent(outcome.probability) + "%"
    case .counted, .unseen: break
    }
    if outcome.hits == 0 { return localized("below \(Self.roundedUp(outcome.high))%") }
    if outcome.hits == outcome.draws {
      let room = ShortestDecimal(1 - outcome.low)?.rounded(significant: 6).double ?? 0
      return localized("above \(Self.complement(of: Self.roundedUp(room, in: .english)))%")
    }
    return percent(outcome.probability) + "%"
  }

  /// `probability 31.4%`, or the certainty.
  var phrase: String {
    switch outcome.method {
    case .impossible, .certain: value
    case .counted, .unseen, .importance: localized("probability \(value)")
    }
  }

  /// `31.3% to 31.5%`; nil when the value is a limit.
  var interval: String? {
    if let ratio { return ratio.interval }
    return isLimit
      ? nil : localized("\(percent(outcome.low))% to \(percent(outcome.high))%")
  }

  /// `31.4% (31.3–31.5)`; the value alone where that is no percentage.
  var compact: String {
    return isLimit || isRatio
      ? value : "\(value) (\(percent(outcome.low))–\(percent(outcome.high)))"
  }

  /// `about 1 in 7`, or `about 3 in 10` where tenths come closer.
  var odds: String {
    let p = outcome.probability
    let rarer = min(p, 1 - p)
    if rarer < 0.01, let aimed = outcome.method.aimed {
      let many = RatioText(aimed).roughly
      return localized(aimed.event == .met ? "about 1 in \(many)" : "all but about 1 in \(many)")
    }
    guard rarer >= 0.01 else {
      return localized(p < 0.5 ? "less than 1 in 100" : "more than 99 in 100")
    }
    let n = Int((1 / rarer).rounded())
    let tenths = Int((rarer * 10).rounded())
    let many: (part: Int, whole: Int) =
      abs(1 / Double(n) - rarer) <= abs(Double(tenths) / 10 - rarer) ? (1, n) : (tenths, 10)
    let part = p < 0.5 ? many.part : many.whole - many.part
    return localized("about \(part) in \(many.whole)")
  }

  /// Whether the value is no estimate: a limit, or certainty.
  var isLimit: Bool {
    switch outcome.method {
    case .importance: false
    case .impossible, .certain: true
    case .counted, .unseen: outcome.hits == 0 || outcome.hits == outcome.draws
    }
  }

  /// Whether the value itself says how many times in how many.
  var isRatio: Bool { ratio != nil }

  /// What is too rare for a percentage to be read.
  private var ratio: RatioText? {
    outcome.method.aimed.flatMap { $0.probability < Self.leastFraction ? RatioText($0) : nil }
  }

  /// Decimals that show the interval's half-width in its first digit, and that keep its ends apart
  /// from 0 and 100%.
  var decimals: Int {
    let half = (outcome.high - outcome.low) / 2 * 100
    let room = min(outcome.low, 1 - outcome.high) * 100
    var unit = 1.0
    for decimals in 0..<Self.mostDecimals {
      if half >= unit / 2, room >= unit / 2 || room <= 0 { return decimals }
      unit /= 10
    }
    return Self.mostDecimals
  }

  private func percent(_ p: Double) -> String {
    NumberFormat(decimals: decimals, powerOfTen: 2).string(p)
  }

  /// A fraction in percent, rounded up to one digit, so that it stays an upper limit.
  private static func roundedUp(_ p: Double, in language: Language = .current) -> String {
    guard p < 1, var decimal = ShortestDecimal(p)?.shifted(by: 2), !decimal.digits.isEmpty else {
      return "100"
    }
    let last = 1 - decimal.integerDigits
    if decimal.digits.count > 1 {
      decimal.digits = [decimal.digits[0], 9]
      decimal.exponent = -last - 1
    }
    decimal = decimal.rounded(decimals: last)
    return NumberFormat(decimals: max(last, 0), trimsZeros: true, language: language)
      .string(decimal.double)
  }

  /// 100 less a number of percent in English, with as many decimals.
  private static func complement(of percent: String) -> String {
    let decimals = percent.split(separator: ".").dropFirst().first?.count ?? 0
    return NumberFormat(decimals: decimals).string(100 - (Double(percent) ?? 0))
  }
}

extension ProbabilityText {
  /// A probability of which only the size matters: `3%`, `0.04%`, `below 0.0001%`, `above 98%`.
  static func roughly(_ p: Double) -> String {
    if p > 0.985 { return localized("above \("98")%") }
    guard p >= 1e-6, let decimal = ShortestDecimal(p)?.rounded(significant: 1) else {
      return localized("below \(NumberFormat(decimals: 4).string(0.0001))%")
    }
    return NumberFormat(decimals: 6, powerOfTen: 2, trimsZeros: true).string(decimal.double) + "%"
  }
}
