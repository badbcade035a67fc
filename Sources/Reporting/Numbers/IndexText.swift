import Languages
import MonteCarlo

/// A part of something in percent, with half of its 95% interval: `62.3 ± 0.8`.
struct IndexText {
  private static let mostDecimals = 4
  /// What stands in a table for an index that may be zero.
  static var indistinct: String { localized("not told from 0") }

  let index: SensitivityIndex

  init(_ index: SensitivityIndex) { self.index = index }

  /// The figure, in percent, or that it is not distinguishable from zero.
  var cell: String { index.isDistinctFromZero ? figure : Self.indistinct }

  var figure: String {
    let half = (index.high - index.low) / 2
    let format = NumberFormat(decimals: decimals(half), powerOfTen: 2)
    return format.string(index.value) + " ± " + format.string(half)
  }

  /// What is left of the whole, as it stands in a sentence.
  var complement: String {
    let half = (index.high - index.low) / 2
    let format = NumberFormat(decimals: decimals(half), powerOfTen: 2)
    return format.string(1 - index.value) + "% ± " + format.string(half)
  }

  /// `62.3% ± 0.8`, as it stands in a sentence.
  var phrase: String {
    let half = (index.high - index.low) / 2
    let format = NumberFormat(decimals: decimals(half), powerOfTen: 2)
    return format.string(index.value) + "% ± " + format.string(half)
  }

  /// Decimals that show the half-width in its first digit.
  private func decimals(_ half: Double) -> Int {
    var unit = 1.0
    for decimals in 0..<Self.mostDecimals {
      if half * 100 >= unit { return decimals }
      unit /= 10
    }
    return Self.mostDecimals
  }
}
