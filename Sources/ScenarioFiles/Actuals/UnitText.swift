import GrowthModel

/// The unit of a column of published figures, and the prices of an amount of money: `%`, `billion VND, constant`,
/// `billion VND, constant 2010 prices`, `billion VND current`.
struct UnitText: Equatable {
  enum Prices: String {
    case constant, current
  }

  /// Without the prices.
  let text: String
  let unit: GrowthModel.Unit
  let currency: String?
  let prices: Prices?
  /// The year whose prices they are.
  let priceYear: Int?

  /// Reads a unit; nil where it is none.
  init?(_ text: String) {
    var words = text.split { $0 == " " || $0 == "," }.map(String.init)
    if let last = words.last, ["price", "prices"].contains(last) { words.removeLast() }
    var year: Int?
    if words.count > 1, let last = words.last, let period = Period(last), period.span == .year {
      year = period.year
      words.removeLast()
    }
    prices = words.last.flatMap { Prices(rawValue: $0.lowercased()) }
    if prices != nil { words.removeLast() }
    guard !words.isEmpty, year == nil || prices != nil else { return nil }
    self.text = words.joined(separator: " ")
    guard let figure = try? Figure.parse("1 " + self.text) else { return nil }
    unit = figure.unit
    currency = figure.currency
    priceYear = year
    // Money with a scale that is none is not a count of something.
    if case .count = unit, words.contains(where: Figure.isCurrency) { return nil }
    guard prices == nil || unit == .money else { return nil }
  }
}
