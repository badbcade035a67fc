import Languages

/// How a number in base units is written for people: moved by a power of ten, with so many decimals, in a unit.
public struct NumberStyle: Sendable, Equatable {
  /// Where the unit of a number is read.
  public enum UnitPlace: Sendable, Equatable {
    /// Behind the number.
    case behind
    /// In the head of its column, or in a column of its own.
    case elsewhere
  }

  /// The number is multiplied by ten to this power: 2 writes a fraction in percent.
  public let powerOfTen: Int
  /// Digits after the point.
  public let decimals: Int
  /// The unit in words, such as `%` or `billion VND`; empty for plain numbers.
  public let unit: String
  /// Where the unit stands.
  public let unitPlace: UnitPlace
  /// Whether zeros at the end of the decimals are left out.
  public let trimsZeros: Bool
  /// Whether what is above zero has a plus sign.
  public let isSigned: Bool

  /// - Parameters:
  ///   - powerOfTen: that the number is multiplied by.
  ///   - decimals: digits after the point.
  ///   - unit: in words; empty for plain numbers.
  ///   - unitPlace: where it is read.
  ///   - trimsZeros: whether zeros at the end of the decimals are left out.
  ///   - isSigned: whether what is above zero has a plus sign.
  public init(
    powerOfTen: Int = 0, decimals: Int = 0, unit: String = "", unitPlace: UnitPlace = .elsewhere,
    trimsZeros: Bool = false, isSigned: Bool = false
  ) {
    self.powerOfTen = powerOfTen
    self.decimals = decimals
    self.unit = unit
    self.unitPlace = unitPlace
    self.trimsZeros = trimsZeros
    self.isSigned = isSigned
  }

  /// The number as people read it in the language of what is being written.
  ///
  /// - Parameter value: in base units.
  public func text(_ value: Double) -> String {
    let number = NumberFormat(
      decimals: decimals, powerOfTen: powerOfTen, trimsZeros: trimsZeros
    ).string(value)
    // What rounds to zero has no sign.
    let isPlus = isSigned && value > 0 && number.contains { "123456789".contains($0) }
    let signed = isPlus ? "+" + number : number
    guard unitPlace == .behind, !unit.isEmpty else { return signed }
    return unit == "%" ? signed + unit : signed + " " + unit
  }
}

extension NumberStyle {
  /// A fraction in percent, the sign behind each number.
  static func percent(_ decimals: Int) -> NumberStyle {
    NumberStyle(powerOfTen: 2, decimals: decimals, unit: "%", unitPlace: .behind)
  }

  /// A fraction in percentage points, which the head of the column says.
  static func points(_ decimals: Int, isSigned: Bool = false) -> NumberStyle {
    NumberStyle(powerOfTen: 2, decimals: decimals, unit: localized("pp"), isSigned: isSigned)
  }

  /// A whole number.
  static let count = NumberStyle()

  /// A plain number.
  static func plain(_ decimals: Int, isSigned: Bool = false) -> NumberStyle {
    NumberStyle(decimals: decimals, isSigned: isSigned)
  }

  /// In a scale that people read; percent signs stand behind numbers, other units elsewhere.
  init(_ scale: DisplayScale, decimals: Int, isDifference: Bool = false, isSigned: Bool = false) {
    let unit = isDifference ? scale.differenceLabel : scale.label
    self.init(
      powerOfTen: scale.powerOfTen, decimals: decimals, unit: unit,
      unitPlace: unit == "%" ? .behind : .elsewhere, isSigned: isSigned)
  }

  /// A number with all the digits that somebody wrote down.
  init(exact scale: DisplayScale) {
    self.init(
      powerOfTen: scale.powerOfTen, decimals: 10, unit: scale.label,
      unitPlace: scale.label == "%" ? .behind : .elsewhere, trimsZeros: true)
  }
}
