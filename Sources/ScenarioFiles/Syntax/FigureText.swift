import GrowthModel

/// Writes numbers of the model as figures of a scenario.
enum FigureText {
  /// A value in the unit of the model, to so many decimal places of its unit in the file.
  static func write(_ value: Double, unit: Unit, currency: String, places: Int = 4) -> String {
    switch unit {
    case .rate: decimal(value * 100, places: places) + "%"
    case .percentagePoints: decimal(value * 100, places: places) + " pp"
    case .money: decimal(value, places: places) + " billion " + currency
    case .moneyPer(let thing):
      decimal(value * 1000, places: places) + " million " + currency + " per " + thing
    case .count(let noun): decimal(value, places: places) + " " + noun
    case .number: decimal(value, places: places)
    case .date: CalendarDate(year: value).description
    case .duration: decimal(value * 12, places: places) + " months"
    }
  }

  /// A number with at most so many decimal places, without zeros at the end; in scientific notation
  /// where it has too many digits.
  static func decimal(_ value: Double, places: Int) -> String {
    let power = (0..<places).reduce(1.0) { product, _ in product * 10 }
    let scaled = (value * power).rounded()
    guard scaled.magnitude < 1e15 else { return value.description }
    let digits = String(Int(scaled.magnitude))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    var fraction = padded.suffix(places)
    while fraction.last == "0" { fraction.removeLast() }
    let whole = padded.dropLast(places)
    return (scaled < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }
}
