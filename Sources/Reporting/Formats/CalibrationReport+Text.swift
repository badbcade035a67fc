import GrowthModel
import Languages
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
    wrapped(
      localized("\(file.printable): growth on a year earlier, \(span), \(count)"), style
    ).map(style.bold)
  }

  private func table(_ style: TextStyle) -> [String] {
    let lasts = calibration.persistence != .none
    var table = TextTable(columns: [
      .init(head: ["", localized("Series")], alignment: .left, overflow: .truncate),
      .init(head: [localized("mean"), "%"], alignment: .right),
      .init(head: [localized("sd"), localized("pp")], alignment: .right),
      .init(head: [localized("a year"), localized("pp")], alignment: .right),
      .init(head: [localized("persists"), ""], alignment: .right),
      .init(head: [localized("new, sd"), localized("pp")], alignment: .right),
      .init(head: [localized("tails"), localized("df")], alignment: .right),
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
      columns: [
        .init(
          head: [localized("Means between breaks, %")], alignment: .left, overflow: .truncate)
      ]
        + first.segments.map { .init(head: [$0.span], alignment: .right) })
    for series in calibration.series {
      table.rows.append(
        [TextTable.Cell(series.name.printable)]
          + series.segments.map {
            TextTable.Cell(plusMinus($0.mean, $0.standardErrorOfMean, 2))
          })
    }
    return table.lines(width: style.width, style: style)
      + wrapped(localized("The last one is the mean that is used."), style)
  }

  /// What a series keeps of its own deviations, lag by lag, where there are several.
  private func ownLags(_ style: TextStyle) -> [String] {
    guard calibration.lags > 1 else { return [] }
    var table = TextTable(
      columns: [.init(head: [localized("Own lags")], alignment: .left, overflow: .truncate)]
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
      columns: [
        .init(head: [localized("Parts of a year, %")], alignment: .left, overflow: .truncate)
      ]
        + [
          localized("Q1"), localized("Q2"), localized("Q3"), localized("Q4"), localized("years"),
        ].map { .init(head: [$0], alignment: .right) })
    for (name, pattern) in patterns {
      table.rows.append(
        [TextTable.Cell(name.printable)]
          + zip(pattern.shares, pattern.standardDeviations).map {
            TextTable.Cell(plusMinus($0, $1, 2))
          } + [TextTable.Cell(pattern.span)])
    }
    return table.lines(width: style.width, style: style)
      + wrapped(localized("Here ± is the standard deviation from year to year."), style)
  }

  private func tails(_ series: Calibration.Series) -> String {
    if series.hasWildTails { return localized("wild") }
    guard let tails = series.tailsToUse else { return localized("normal") }
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
        .init(head: [localized("How long deviations last")], alignment: .left),
        .init(head: [localized("parameters")], alignment: .right),
        .init(head: ["Akaike"], alignment: .right),
        .init(head: ["Hannan-Quinn"], alignment: .right),
        .init(head: ["Schwarz"], alignment: .right),
      ])
      for candidate in calibration.candidates {
        let isTaken =
          candidate.persistence == calibration.persistence && candidate.lags == calibration.lags
        table.rows.append(
          [
            TextTable.Cell((isTaken ? "* " : "  ") + localized(candidate.title)),
            TextTable.Cell(String(candidate.parameters)),
          ]
            + [InformationCriterion.akaike, .hannanQuinn, .schwarz].map {
              TextTable.Cell(number(candidate.criteria[$0] ?? .nan, 2, power: 0))
            })
      }
      lines += table.lines(width: style.width, style: style)
      let scale = localized(
        "Less is better; compared on \(calibration.compared) rows that all have their lags.")
      lines += wrapped(scale + " " + taken, style)
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
    case .none: localized("Correlations of what is new are those of the sample.")
    case .correlations:
      localized(
        """
        Correlations of what is new are those of the sample times \(kept): Schäfer and \
        Strimmer's shrinkage, intensity \(weight).
        """)
    case .ledoitWolf:
      localized(
        """
        Covariances of what is new are those of the sample times \(kept), variances drawn \
        towards their mean in the same way: Ledoit and Wolf's shrinkage, intensity \(weight).
        """)
    }
  }

  private var taken: String {
    let (name, lags) = (localized(calibration.persistence.title), calibration.lags)
    guard let criterion else {
      return lags > 1
        ? localized("Taken (*), as asked: \(name), \(lags) lags.")
        : localized("Taken (*), as asked: \(name).")
    }
    let author = localized(criterion.title)
    let sentence =
      lags > 1
      ? localized("Taken (*), by \(author)'s criterion: \(name), \(lags) lags.")
      : localized("Taken (*), by \(author)'s criterion: \(name).")
    let best = calibration.candidates.min {
      ($0.criteria[criterion] ?? .infinity) < ($1.criteria[criterion] ?? .infinity)
    }
    guard let best, best.lags > lags else { return sentence }
    return sentence + " " + localized("The criterion would take more lags than --lags allows.")
  }

  private func notes(_ style: TextStyle) -> [String] {
    var lines = wrapped(
      localized(
        """
        ± one standard error. That of a mean allows for deviations that last; that of the change \
        a year does not.
        """), style)
    if calibration.observations < 30 {
      let error = number(1 / (2 * Double(calibration.observations - 1)).squareRoot(), 0)
      lines += wrapped(
        localized(
          """
          Only \(calibration.observations) observations: a standard deviation from them is \
          uncertain by about \(error)% of itself.
          """), style)
    }
    if calibration.series.contains(where: \.hasWildTails) {
      lines += wrapped(
        localized(
          """
          Wild: a few periods are so unlike the others that the likeliest distribution has no \
          variance. Leave them out by name (--exclude) and make them an event; here the \
          distribution is normal.
          """), style)
    }
    if !calibration.estimate.process.isStable {
      let factor = number(calibration.estimate.process.spectralRadius, 2, power: 0)
      lines += wrapped(
        localized(
          """
          Deviations do not fade: in the long run a period multiplies them by \(factor). Use \
          fewer lags, or name a break.
          """), style)
    }
    let shifts = calibration.series.compactMap { series in
      series.shift.flatMap {
        $0.isClear
          ? "\(series.name.printable) \($0.period.label) (\(number($0.statistic, 1, power: 0)))"
          : nil
      }
    }
    if !shifts.isEmpty {
      let critical = number(MeanShiftTest.criticalValue, 2, power: 0)
      lines += wrapped(
        localized(
          """
          The mean may shift where no break was named, with Quandt's F above Andrews' 1% value of \
          \(critical): \(shifts.joined(separator: "; ")). Nothing was done about it.
          """), style)
    }
    let outliers = calibration.series.filter { !$0.outliers.isEmpty }.map { series in
      series.name.printable + " "
        + series.outliers.map { "\($0.period.label) (\(number($0.distance, 1, power: 0)))" }
        .joined(separator: ", ")
    }
    if !outliers.isEmpty {
      let names = outliers.joined(separator: "; ")
      lines += wrapped(
        localized("Far from the median, in robust standard deviations: \(names)."), style)
    }
    return lines
  }
}

extension InformationCriterion {
  /// Whose it is.
  var title: Phrase {
    switch self {
    case .akaike: "Akaike"
    case .hannanQuinn: "Hannan and Quinn"
    case .schwarz: "Schwarz"
    }
  }
}

extension VectorAutoregressionEstimate.Persistence {
  /// As people read it.
  var title: Phrase {
    switch self {
    case .none: "none"
    case .diagonal: "diagonal"
    case .full: "full"
    }
  }
}

extension Calibration.Candidate {
  /// How long deviations last in it.
  var title: Phrase {
    switch (lags, regressors) {
    case (0, _): "not at all"
    case (1, .own): "1 lag, each its own"
    case (1, .all): "1 lag, all of all"
    case (_, .own): "\(lags) lags, each its own"
    case (_, .all): "\(lags) lags, all of all"
    }
  }
}
