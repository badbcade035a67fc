import GrowthModel
import MonteCarlo

/// How the numbers of one figure are written: in one scale, with decimals that show its spread.
struct FigureText {
  let measure: Measure
  let scale: DisplayScale
  let decimals: Int
  private let isDate: Bool
  private let isYesOrNo: Bool
  private let hasFewValues: Bool

  init(_ figure: ExplainedFigure, currency: String) {
    let all = figure.distribution.all
    isDate = figure.unit == .date
    isYesOrNo = figure.isYesOrNo
    hasFewValues = figure.values != nil
    measure = Measure(unit: isYesOrNo ? .rate : figure.unit, currency: currency)
    let ends = [all.p10, all.p90].map(measure.base)
    scale = measure.scale(for: max(ends[0].magnitude, ends[1].magnitude))
    let spread = max(ends[1] - ends[0], measure.base(all.standardDeviation))
    decimals = scale.decimals(spread: isYesOrNo ? 0 : spread)
  }

  /// The unit as it stands behind a name: `, %`.
  var suffix: String {
    if isYesOrNo { return ", yes in %" }
    return scale.label.isEmpty ? "" : ", " + scale.label
  }

  /// A value in the unit of the model, without its unit.
  func number(_ value: Double) -> String {
    // To the month: a table has no room for days.
    if isDate { return String(CalendarDate(year: value).description.prefix(7)) }
    let base = measure.base(value)
    return hasFewValues && !isYesOrNo
      ? scale.constant(base) : scale.number(base, decimals: decimals)
  }

  /// A value with its unit behind it.
  func labelled(_ value: Double) -> String {
    if isDate { return CalendarDate(year: value).description }
    return scale.labelled(number(value))
  }
}

/// Parts of the draws in percent, with as many decimals as tell them from none, from all and from each other.
struct ShareText {
  let decimals: Int

  init(_ shares: [Double]) {
    func isClear(_ decimals: Int) -> Bool {
      let texts = shares.map { NumberFormat(decimals: decimals, powerOfTen: 2).string($0) }
      let hundred = NumberFormat(decimals: decimals).string(100)
      let zero = NumberFormat(decimals: decimals).string(0)
      return zip(shares, texts).allSatisfy { share, text in
        (share <= 0 || text != zero) && (share >= 1 || text != hundred)
      } && (Set(texts).count == Set(shares).count)
    }
    decimals = (0..<4).first(where: isClear) ?? 4
  }

  func string(_ share: Double) -> String {
    NumberFormat(decimals: decimals, powerOfTen: 2).string(share) + "%"
  }
}
