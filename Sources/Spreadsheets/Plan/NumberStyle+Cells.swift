import Languages
import Reporting

/// How a number of a report stands in a cell.
///
/// Money and counts stay in base units, and the format shows millions or billions of them. Percent signs are
/// part of a format too. Percentage points are stored in points: no format shows a fraction so.
extension NumberStyle {
  /// Whether cells hold a hundred times the number: what is read in percentage points.
  var isInPoints: Bool { powerOfTen == 2 && unit != "%" }

  /// What the cell holds.
  ///
  /// - Parameter value: in base units.
  func cellValue(_ value: Double) -> Double { isInPoints ? Self.hundredfold(value) : value }

  /// The format in the notation of files: `0.0%`, `#,##0.0,,,`.
  ///
  /// - Parameter value: that the cell shows; how many decimals it has decides where zeros are left out.
  func numberFormat(for value: Double) -> String {
    let decimals = trimsZeros ? self.decimals(of: value) : self.decimals
    let fraction = decimals > 0 ? "." + String(repeating: "0", count: decimals) : ""
    let number: String
    switch powerOfTen {
    case 2: number = "0" + fraction + (isInPoints ? "" : "%")
    case ..<0 where powerOfTen % 3 == 0:
      number = "#,##0" + fraction + String(repeating: ",", count: -powerOfTen / 3)
    default: number = "#,##0" + fraction
    }
    return isSigned ? "+\(number);-\(number);\(number)" : number
  }

  /// How many decimals people read of a value.
  private func decimals(of value: Double) -> Int {
    let plain = NumberStyle(powerOfTen: powerOfTen, decimals: decimals, trimsZeros: true)
    let text = Language.$current.withValue(.english) { plain.text(value) }
    guard let point = text.firstIndex(of: ".") else { return 0 }
    return text.distance(from: point, to: text.endIndex) - 1
  }

  /// A hundred times a number, its decimal moved by two places rather than its bits multiplied.
  static func hundredfold(_ value: Double) -> Double {
    let parts = value.description.split(separator: "e", maxSplits: 1)
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    return Double("\(parts[0])e\(exponent + 2)") ?? value * 100
  }
}
