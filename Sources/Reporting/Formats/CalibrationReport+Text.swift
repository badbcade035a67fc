import GrowthModel
import MonteCarlo

extension CalibrationReport {
  /// The table of fit as one screen of text.
  public func text(style: TextStyle = TextStyle()) -> String {
    let sections = [
      title(style), table(style), segments(style), ownLags(style), seasons(style), joint(style),
      notes(style),
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private func wrapped(_ text: String, _ style: TextStyle) -> [String] {
    text.wrapped(to: style.width, indent: "  ")
  }

  private func title(_ style: TextStyle) -> [String] {
    let noun = calibration.step == .year ? "years" : "quarters"
    return wrapped(
      "\(file.printable): growth on a year earlier, \(span), \(calibration.observations) \(noun)",
      style
    ).map(style.bold)
  }

  private func table(_ style: TextStyle) -> [String] {
    let lasts = calibration.persistence != .none
    var table = TextTable(columns: [
      .init(head: ["", "Series"], alignment: .left, overflow: .truncate),
      .init(head: ["mean", "%"], alignment: .right),
      .init(head: ["sd", "pp"], alignment: .right),
      .init(head: ["a year", "pp"], alignment: .right),
      .init(head: ["persists", ""], alignment: .right),
      .init(head: ["new, sd", "pp"], alignment: .right),
      .init(head: ["tails", "df"], alignment: .right),
    ])
    for series in calibration.series {
      table.rows.append([
        TextTable.Cell(series.name.printable),
        TextTable.Cell(plusMinus(series.mean, series.standardErrorOfMean, 2)),
        TextTable.Cell(number(series.standardDeviation, 2)),
        TextTable.Cell(plusMinus(series.slope, series.standardErrorOfSlope, 2)),
        TextTable.Cell(
          lasts
            ? plusMinus(
              series.persistence ?? 0, series.standardErrorOfPersistence ?? .nan, 2, power: 0)
            : "-"),
        TextTable.Cell(number(series.innovation, 2)),
        TextTable.Cell(tails(series)),
      ])
    }
    return table.lines(width: style.width, style: style)
  }

  /// The means before and after each break.
  private func segments(_ style: TextStyle) -> [String] {
    guard !calibration.breaks.isEmpty, let first = calibration.series.first else { return [] }
    var table = TextTable(
      columns: [.init(head: ["Means between breaks, %"], alignment: .left, overflow: .truncate)]
        + first.segments.map { .init(head: [$0.span], alignment: .right) })
    for series in calibration.series {
      table.rows.append(
        [TextTable.Cell(series.name.printable)]
          + series.segments.map {
            TextTable.Cell(plusMinus($0.mean, $0.standardErrorOfMean, 2))
          })
    }
    return table.lines(width: style.width, style: style)
      + wrapped("The last one is the mean that is used.", style)
  }

  /// What a series keeps of its own deviations, lag by lag, where there are several.
  private func ownLags(_ style: TextStyle) -> [String] {
    guard calibration.lags > 1 else { return [] }
    var table = TextTable(
      columns: [.init(head: ["Own lags"], alignment: .left, overflow: .truncate)]
        + (1...calibration.lags).map { .init(head: ["\($0)"], alignment: .right) })
    for series in calibration.series {
      table.rows.append(
        [TextTable.Cell(series.name.printable)]
          + zip(series.ownLags, series.standardErrorsOfOwnLags).map {
            TextTable.Cell(plusMinus($0, $1, 2, power: 0))
          })
    }
    return table.lines(width: style.width, style: style)
  }

  private func seasons(_ style: TextStyle) -> [String] {
    let patterns = calibration.series.compactMap { series in
      series.seasonalPattern.map { (series.name, $0) }
    }
    guard hasSeasonalShares, !patterns.isEmpty else { return [] }
    var table = TextTable(
      columns: [.init(head: ["Parts of a year, %"], alignment: .left, overflow: .truncate)]
        + ["Q1", "Q2", "Q3", "Q4", "years"].map { .init(head: [$0], alignment: .right) })
    for (name, pattern) in patterns {
      table.rows.append(
        [TextTable.Cell(name.printable)]
          + zip(pattern.shares, pattern.standardDeviations).map {
            TextTable.Cell(plusMinus($0, $1, 2))
          } + [TextTable.Cell(pattern.span)])
    }
    return table.lines(width: style.width, style: style)
      + wrapped("Here ± is the standard deviation from year to year.", style)
  }

  private func tails(_ series: Calibration.Series) -> String {
    if series.hasWildTails { return "wild" }
    guard let tails = series.tailsToUse else { return "normal" }
    return NumberFormat(decimals: 1, powerOfTen: 0).string(tails.degreesOfFreedom)
  }

  private func number(_ value: Double, _ decimals: Int, power: Int = 2) -> String {
    NumberFormat(decimals: decimals, powerOfTen: power).string(value)
  }

  /// A value and its standard error.
  private func plusMinus(
    _ value: Double, _ error: Double, _ decimals: Int, power: Int = 2
  ) -> String {
    guard error.isFinite else { return number(value, decimals, power: power) }
    return number(value, decimals, power: power) + " ± "
      + number(error, decimals, power: power)
  }

  /// How the process was chosen, and how far correlations were drawn towards zero.
  private func joint(_ style: TextStyle) -> [String] {
    var lines: [String] = []
    if !calibration.candidates.isEmpty {
      var table = TextTable(columns: [
        .init(head: ["How long deviations last"], alignment: .left),
        .init(head: ["parameters"], alignment: .right),
        .init(head: ["Akaike"], alignment: .right),
        .init(head: ["Hannan-Quinn"], alignment: .right),
        .init(head: ["Schwarz"], alignment: .right),
      ])
      for candidate in calibration.candidates {
        let name =
          candidate.lags == 0
          ? "not at all"
          : "\(candidate.lags) \(candidate.lags == 1 ? "lag" : "lags"), "
            + (candidate.regressors == .own ? "each its own" : "all of all")
        let isTaken =
          candidate.persistence == calibration.persistence && candidate.lags == calibration.lags
        table.rows.append(
          [
            TextTable.Cell((isTaken ? "* " : "  ") + name),
            TextTable.Cell(String(candidate.parameters)),
          ]
            + [InformationCriterion.akaike, .hannanQuinn, .schwarz].map {
              TextTable.Cell(number(candidate.criteria[$0] ?? .nan, 2, power: 0))
            })
      }
      lines += table.lines(width: style.width, style: style)
      lines += wrapped(
        "Less is better; compared on \(calibration.compared) rows that all have their lags. "
          + taken,
        style)
    } else {
      lines += wrapped(taken, style)
    }
    if calibration.series.count > 1 { lines += wrapped(shrinkage, style) }
    return lines
  }

  /// How far the covariance was drawn towards a simpler one.
  private var shrinkage: String {
    let intensity = calibration.estimate.shrinkageIntensity ?? 0
    let (weight, kept) = (number(intensity, 3, power: 0), number(1 - intensity, 3, power: 0))
    return switch calibration.shrinkage {
    case .none: "Correlations of what is new are those of the sample."
    case .correlations:
      "Correlations of what is new are those of the sample times \(kept): "
        + "Schäfer and Strimmer's shrinkage, intensity \(weight)."
    case .ledoitWolf:
      "Covariances of what is new are those of the sample times \(kept), variances drawn towards their mean in the "
        + "same way: Ledoit and Wolf's shrinkage, intensity \(weight)."
    }
  }

  private var taken: String {
    let how = criterion.map { "by \($0.title)'s criterion" } ?? "as asked"
    let best = criterion.flatMap { criterion in
      calibration.candidates.min {
        ($0.criteria[criterion] ?? .infinity) < ($1.criteria[criterion] ?? .infinity)
      }
    }
    let beyond =
      best.map { $0.lags > calibration.lags } == true
      ? " The criterion would take more lags than --lags allows." : ""
    let lags = calibration.lags > 1 ? ", \(calibration.lags) lags" : ""
    return "Taken (*), \(how): \(calibration.persistence.rawValue)\(lags).\(beyond)"
  }

  private func notes(_ style: TextStyle) -> [String] {
    var lines = wrapped(
      "± one standard error. That of a mean allows for deviations that last; that of the change a year does not.",
      style)
    if calibration.observations < 30 {
      let error = number(1 / (2 * Double(calibration.observations - 1)).squareRoot(), 0)
      lines += wrapped(
        "Only \(calibration.observations) observations: a standard deviation from them is uncertain by about "
          + "\(error)% of itself.", style)
    }
    if calibration.series.contains(where: \.hasWildTails) {
      lines += wrapped(
        "Wild: a few periods are so unlike the others that the likeliest distribution has no variance. Leave them "
          + "out by name (--exclude) and make them an event; here the distribution is normal.",
        style)
    }
    if !calibration.estimate.process.isStable {
      lines += wrapped(
        "Deviations do not fade: in the long run a period multiplies them by "
          + "\(number(calibration.estimate.process.spectralRadius, 2, power: 0)). Use fewer lags, or name a break.",
        style)
    }
    let shifts = calibration.series.compactMap { series in
      series.shift.flatMap {
        $0.isClear
          ? "\(series.name.printable) \($0.period) (\(number($0.statistic, 1, power: 0)))" : nil
      }
    }
    if !shifts.isEmpty {
      lines += wrapped(
        "The mean may shift where no break was named, with Quandt's F above Andrews' 1% value of "
          + "\(number(MeanShiftTest.criticalValue, 2, power: 0)): " + shifts.joined(separator: "; ")
          + ". Nothing was done about it.", style)
    }
    let outliers = calibration.series.filter { !$0.outliers.isEmpty }.map { series in
      series.name.printable + " "
        + series.outliers.map { "\($0.period) (\(number($0.distance, 1, power: 0)))" }
        .joined(separator: ", ")
    }
    if !outliers.isEmpty {
      lines += wrapped(
        "Far from the median, in robust standard deviations: " + outliers.joined(separator: "; ")
          + ".", style)
    }
    return lines
  }
}

extension InformationCriterion {
  /// Whose it is.
  var title: String {
    switch self {
    case .akaike: "Akaike"
    case .hannanQuinn: "Hannan and Quinn"
    case .schwarz: "Schwarz"
    }
  }
}
