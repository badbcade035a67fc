import GrowthModel
import Languages

/// A unit of the model with the currency that money is in.
///
/// Reports hold numbers in base units: fractions, persons, units of the currency.
struct Measure: Sendable, Equatable {
  let unit: Unit
  let currency: String

  /// The power of ten that leads from the model's unit to the base unit: the model counts money in
  /// billions.
  var modelPowerOfTen: Int {
    switch unit {
    case .money, .moneyPer: 9
    case .rate, .percentagePoints, .count, .number, .date, .duration: 0
    }
  }

  /// A number of the model in base units.
  func base(_ value: Double) -> Double { value.shifted(by: modelPowerOfTen) }

  /// A number in base units as the model counts it.
  func model(_ value: Double) -> Double { value.shifted(by: -modelPowerOfTen) }

  /// The base unit as data formats name it.
  var baseUnit: String {
    switch unit {
    case .rate, .percentagePoints: "fraction"
    case .money: currency
    case .moneyPer(let thing): currency + "/" + thing
    case .count(let name): name
    case .number: "1"
    case .date, .duration: "year"
    }
  }

  /// The scale in which people read numbers of this magnitude.
  func scale(for magnitude: Double) -> DisplayScale {
    switch unit {
    case .rate: DisplayScale(powerOfTen: 2, label: "%", differenceLabel: localized("pp"))
    case .percentagePoints:
      DisplayScale(powerOfTen: 2, label: localized("pp"), differenceLabel: localized("pp"))
    case .money: scaled(magnitude, Self.word(currency), largest: 12)
    case .moneyPer(let thing):
      scaled(magnitude, Self.word(currency) + "/" + Self.word(thing), largest: 9)
    case .count(let name): scaled(magnitude, Self.word(name), largest: 6)
    case .number, .date: DisplayScale(powerOfTen: 0, label: "", differenceLabel: "")
    case .duration:
      DisplayScale(powerOfTen: 0, label: localized("years"), differenceLabel: localized("years"))
    }
  }

  /// A unit as people call it; those that scenarios name themselves are their own words.
  private static func word(_ unit: String) -> String {
    switch unit {
    case "VND": localized("VND")
    case "person": localized("person")
    case "persons": localized("persons")
    case "visits": localized("visits")
    default: unit
    }
  }

  /// A unit of scenario files as people read it, such as `billion VND` or `VND/person`.
  static func words(unit: String) -> String {
    let parts = unit.split(separator: " ", maxSplits: 1).map(String.init)
    guard let first = parts.first else { return unit }
    if parts.count == 1 {
      return first == "pp"
        ? localized("pp") : first.split(separator: "/").map { word(String($0)) }.joined(separator: "/")
    }
    let rest = words(unit: parts[1])
    return switch first {
    case "million": localized("million \(rest)")
    case "billion": localized("billion \(rest)")
    case "trillion": localized("trillion \(rest)")
    default: unit
    }
  }

  private func scaled(_ magnitude: Double, _ name: String, largest: Int) -> DisplayScale {
    let (power, label) =
      switch abs(magnitude) {
      // A province is read in billions; a trillion begins where billions would need seven digits.
      case 1e15... where largest >= 12: (-12, localized("trillion \(name)"))
      case 1e9... where largest >= 9: (-9, localized("billion \(name)"))
      case 1e6...: (-6, localized("million \(name)"))
      default: (0, name)
      }
    return DisplayScale(powerOfTen: power, label: label, differenceLabel: label)
  }
}

/// How numbers in base units are written for people: their power of ten, and its name.
struct DisplayScale: Sendable, Equatable {
  let powerOfTen: Int
  /// The unit of a number, empty for plain numbers.
  let label: String
  /// The unit of a difference of two such numbers.
  let differenceLabel: String

  /// The number without its unit.
  func number(_ value: Double, decimals: Int) -> String {
    NumberFormat(decimals: decimals, powerOfTen: powerOfTen).string(value)
  }

  /// A number that somebody wrote down, with all of its digits and no more: ten keep every figure
  /// that a plan states, and drop the dust of binary arithmetic.
  func exact(_ value: Double) -> String { shortest(value, significant: 10) }

  /// A number that is the same in every draw.
  func constant(_ value: Double) -> String { shortest(value, significant: 6) }

  private func shortest(_ value: Double, significant: Int) -> String {
    guard let decimal = ShortestDecimal(value) else { return localized("n/a") }
    let tidy = decimal.rounded(significant: significant).double
    return NumberFormat(decimals: 10, powerOfTen: powerOfTen, trimsZeros: true).string(tidy)
  }

  /// A number with its unit behind it.
  func labelled(_ number: String) -> String { Self.join(number, label) }

  /// A difference with its unit behind it.
  func labelledDifference(_ number: String) -> String { Self.join(number, differenceLabel) }

  private static func join(_ number: String, _ label: String) -> String {
    label == "%" ? number + label : label.isEmpty ? number : number + " " + label
  }

  /// Decimals that show a spread, in base units, with two digits; rates get one decimal at least.
  func decimals(spread: Double) -> Int {
    let least = powerOfTen == 2 ? 1 : 0
    guard spread > 0, let decimal = ShortestDecimal(spread)?.shifted(by: powerOfTen) else {
      return least
    }
    return min(max(2 - decimal.integerDigits, least), 6)
  }
}
