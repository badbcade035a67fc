/// A finite number as the shortest decimal that reads back as it: `digits x 10^exponent`.
///
/// This is the decimal that JSON and CSV show, so a number rounded from it agrees with what a reader
/// would round by hand, and a shift of the point adds no error.
struct ShortestDecimal: Equatable {
  var isNegative: Bool
  /// Decimal digits, most significant first, without leading zeros; empty for zero.
  var digits: [UInt8]
  var exponent: Int

  /// nil for NaN and infinities.
  init?(_ value: Double) {
    guard value.isFinite else { return nil }
    isNegative = value < 0
    digits = []
    exponent = 0
    let parts = value.magnitude.description.split(separator: "e")
    var afterPoint = false
    for character in parts[0].utf8 {
      guard character != UInt8(ascii: ".") else {
        afterPoint = true
        continue
      }
      digits.append(character - UInt8(ascii: "0"))
      if afterPoint { exponent -= 1 }
    }
    if parts.count > 1 { exponent += Int(parts[1]) ?? 0 }
    normalize()
  }

  /// The number times ten to this power.
  func shifted(by power: Int) -> ShortestDecimal {
    var result = self
    if !digits.isEmpty { result.exponent += power }
    return result
  }

  /// Rounded to a multiple of `10^-decimals`, halves away from zero.
  func rounded(decimals: Int) -> ShortestDecimal {
    let dropped = -decimals - exponent
    guard dropped > 0 else { return self }
    var result = self
    result.exponent = -decimals
    guard dropped <= digits.count else {
      result.digits = []
      result.normalize()
      return result
    }
    let kept = digits.count - dropped
    result.digits = Array(digits[..<kept])
    if digits[kept] >= 5 { result.increment() }
    result.normalize()
    return result
  }

  /// Rounded to this many significant digits, halves away from zero.
  func rounded(significant: Int) -> ShortestDecimal {
    rounded(decimals: significant - digits.count - exponent)
  }

  /// The number of digits before the decimal point, zero or less for numbers below one.
  var integerDigits: Int { digits.count + exponent }

  var double: Double {
    let text = digits.map(String.init).joined()
    let magnitude = Double("\(text.isEmpty ? "0" : text)e\(exponent)") ?? 0
    return isNegative ? -magnitude : magnitude
  }

  /// Adds one in the last place.
  private mutating func increment() {
    var place = digits.count - 1
    while place >= 0, digits[place] == 9 {
      digits[place] = 0
      place -= 1
    }
    if place >= 0 { digits[place] += 1 } else { digits.insert(1, at: 0) }
  }

  private mutating func normalize() {
    while digits.last == 0 {
      digits.removeLast()
      exponent += 1
    }
    digits.removeFirst(digits.prefix { $0 == 0 }.count)
    if digits.isEmpty {
      exponent = 0
      isNegative = false
    }
  }
}

extension Double {
  /// This number with its decimal point moved: times ten to the power, rounded once. Infinities and
  /// NaN stay what they are.
  func shifted(by power: Int) -> Double {
    guard power != 0, let decimal = ShortestDecimal(self) else { return self }
    return decimal.shifted(by: power).double
  }
}
