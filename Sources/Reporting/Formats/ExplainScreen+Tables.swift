import GrowthModel
import Languages
import MonteCarlo
import Stochastics

extension ExplainScreen {
  /// Draws below which a tenth of them is no more than one or two.
  static let fewestForTails = 30

  // MARK: Figures

  /// What sets the draws that met the target apart, what tells most first.
  func figures(_ target: TargetExplanation) -> [String] {
    guard target.verdict == .open, target.rarerDraws > 0, !target.distinct.isEmpty else {
      return []
    }
    let shown = Array(target.distinct.prefix(top))
    var lines = table(shown).lines(width: style.width, style: style)
    let rest = target.distinct.count - shown.count
    if rest > 0 { lines += wrapped(localized("\(rest) more tell less.")) }
    let none = target.indistinct
    if !none.isEmpty {
      lines += wrapped(
        localized(
          """
          Not distinguishable from what has nothing to do with the target: \
          \(listed(none.map { short($0.title) })).
          """))
    }
    return lines
  }

  private func table(_ figures: [ExplainedFigure]) -> TextTable {
    let sides = [
      (localized("all"), ["50%"]), (localized("met"), ["10%", "50%", "90%"]),
      (localized("missed"), ["10%", "50%", "90%"]),
    ]
    var table = TextTable(columns: [
      .init(head: ["", localized("Figure")], alignment: .left, overflow: .truncate)
    ])
    for (side, quantiles) in sides {
      for (place, quantile) in quantiles.enumerated() {
        table.columns.append(
          .init(head: [place == 0 ? side : "", quantile], alignment: .right))
      }
    }
    table.columns += [
      .init(head: [localized("shift"), localized("sd")], alignment: .right),
      .init(head: [localized("apart"), "%"], alignment: .right),
    ]
    for figure in figures {
      let text = FigureText(figure, currency: report.currency)
      let split = figure.distribution
      var cells = [Self.name(figure, text)]
      if figure.isYesOrNo {
        let shares = [split.all, split.met, split.missed].map {
          $0.map { text.number($0.mean) } ?? ""
        }
        cells += ["\(shares[0])", "", "\(shares[1])", "", "", "\(shares[2])", ""]
          .map { TextTable.Cell($0) }
      } else {
        cells.append(TextTable.Cell(text.number(split.all.median)))
        for side in [split.met, split.missed] {
          let hasTails = (side?.draws ?? 0) >= Self.fewestForTails
          cells += [
            hasTails ? side?.p10 : nil, side?.median, hasTails ? side?.p90 : nil,
          ].map { TextTable.Cell($0.map(text.number) ?? "") }
        }
      }
      if let contrast = figure.contrast {
        cells.append(TextTable.Cell(Self.shift(contrast)))
        let isSmall = contrast.distance < 0.0095
        cells.append(
          TextTable.Cell(
            NumberFormat(decimals: isSmall ? 1 : 0, powerOfTen: 2).string(contrast.distance)))
      }
      table.rows.append(cells)
    }
    return table
  }

  /// A title whose end is never cut, since it tells figures of one thing apart, and the unit.
  private static func name(_ figure: ExplainedFigure, _ text: FigureText) -> TextTable.Cell {
    let parts = figure.title.printable.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last, last.count <= longestEnd else {
      return TextTable.Cell(figure.title.printable, suffix: text.suffix)
    }
    return TextTable.Cell(
      parts.dropLast().joined(separator: ","), suffix: "," + last + text.suffix)
  }

  private static let longestEnd = 20

  /// `+0.82±0.01`, the half-width rounded up, or that it may be zero.
  private static func shift(_ contrast: FigureContrast) -> String {
    guard contrast.isShiftDistinct else { return "≈ 0" }
    let half = (contrast.shiftInterval.upperBound - contrast.shiftInterval.lowerBound) / 2
    let decimals = max(contrast.shift.magnitude, half) < 0.0095 ? 3 : 2
    let unit = decimals == 2 ? 0.01 : 0.001
    let format = NumberFormat(decimals: decimals)
    let text =
      format.string(contrast.shift) + "±" + format.string((half / unit).rounded(.up) * unit)
    return contrast.shift > 0 ? "+" + text : text
  }

  // MARK: The most likely point

  /// The most likely way to the border of the target.
  func point(_ target: TargetExplanation) -> [String] {
    guard let point = target.point else { return [] }
    guard point.isConverged else {
      return wrapped(
        localized(
          """
          The most likely way to the border of the target was not found: \
          \(localized(Self.reason(point.outcome))).
          """))
    }
    let measure = report.measure(target.quantity.unit)
    let border = measure.base(target.target.border(nearest: point.response))
    let scale = measure.scale(for: border.magnitude)
    let exactly = scale.labelled(scale.exact(border))
    let rows = target.furthestAtPoint
    let shown = Array(rows.prefix(top))
    var table = TextTable(columns: [
      .init(
        head: [localized("The most likely way to exactly \(exactly)")], alignment: .left,
        overflow: .truncate),
      .init(head: [localized("there")], alignment: .right),
      .init(head: [localized("mean")], alignment: .right),
      .init(head: [localized("median")], alignment: .right),
      .init(head: [localized("from the mean, sd")], alignment: .right),
    ])
    for (figure, value, distance) in shown {
      let text = FigureText(figure, currency: report.currency)
      let all = figure.distribution.all
      let number = NumberFormat(decimals: 2).string(distance)
      table.rows.append(
        [Self.name(figure, text)]
          + [text.number(value), text.number(all.mean), text.number(all.median)]
          .map { TextTable.Cell($0) }
          + [TextTable.Cell(number.first == "-" ? number : "+" + number)])
    }
    var lines = table.lines(width: style.width, style: style)
    if rows.count > shown.count {
      lines += wrapped(localized("\(rows.count - shown.count) more lie closer."))
    }
    return lines + plausibility(target, point) + given(point)
  }

  private static func reason(_ outcome: DesignPoint.Outcome) -> Phrase {
    switch outcome {
    case .flat: "all that matters has few values, or jumps"
    case .noDescent, .outOfSteps: "the search came to no end"
    case .notFinite: "the quantity has no number there"
    case .converged: "it was"
    }
  }

  /// How far out the point lies, and what that says.
  private func plausibility(_ target: TargetExplanation, _ point: BorderPoint) -> [String] {
    let beta = NumberFormat(decimals: 2).string(point.beta)
    let counted = ProbabilityText(ProbabilityReport(target.estimate)).value
    var sentences = [
      localized(
        point.event == .met
          ? """
          It lies \(beta) standard deviations from the middle, which is the least with which a draw meets \
          the target.
          """
          : """
          It lies \(beta) standard deviations from the middle, which is the least with which a draw misses \
          the target.
          """)
    ]
    if let firstOrder = target.firstOrderProbability {
      let chance = Self.percent(firstOrder)
      sentences.append(
        localized(
          point.given.isEmpty
            ? """
            If that border were flat, it would be met with a probability of \(chance) (first-order \
            reliability); counted: \(counted).
            """
            : """
            If that border were flat and what is given below sure, it would be met with a probability of \
            \(chance) (first-order reliability); counted: \(counted).
            """))
    }
    let verdict = localized(Self.unusualness(point.probabilityBeyond))
    let beyond = Self.percent(point.probabilityBeyond)
    sentences.append(
      localized(
        point.dimensions == 1
          ? """
          As a whole it is \(verdict): \(beyond) of draws lie further out, one way or another (chi-square, \
          \(point.dimensions) degree of freedom).
          """
          : """
          As a whole it is \(verdict): \(beyond) of draws lie further out, one way or another (chi-square, \
          \(point.dimensions) degrees of freedom).
          """))
    if point.others == 1 {
      sentences.append(localized("There is another way about as likely."))
    } else if point.others > 1 {
      sentences.append(localized("There are \(point.others) others about as likely."))
    }
    return wrapped(sentences.joined(separator: " "))
  }

  /// What the part of the draws that lie further out says of a draw.
  private static func unusualness(_ beyond: Double) -> Phrase {
    beyond > 0.1 ? "no unusual draw" : beyond > 0.01 ? "an unusual draw" : "a draw unlike others"
  }

  /// The values of what has few, which the search does not move.
  private func given(_ point: BorderPoint) -> [String] {
    func named(_ given: BorderPoint.Given) -> String {
      let value: String
      switch given.role {
      case .goAhead, .occurrence: value = localized(given.value == 0 ? "no" : "yes")
      case .activity, .series, .input: value = fixed(given.value, given.unit)
      }
      return "\(short(given.title)): \(value)"
    }
    let moved = point.given.filter { !$0.isUsual }.map(named)
    let usual = point.given.filter(\.isUsual).map(named)
    var lines: [String] = []
    if !moved.isEmpty {
      lines += wrapped(localized("Given that, out of the usual, \(listed(moved))."))
    }
    if !usual.isEmpty { lines += wrapped(localized("Given, as usual, \(listed(usual)).")) }
    return lines
  }

  /// One of a few values, with its unit.
  private func fixed(_ value: Double, _ unit: Unit) -> String {
    if unit == .date { return CalendarDate(year: value).text }
    let measure = report.measure(unit)
    let base = measure.base(value)
    let scale = measure.scale(for: base.magnitude)
    return scale.labelled(scale.constant(base))
  }

  /// A probability in percent, with digits where it is near its ends.
  private static func percent(_ p: Double) -> String {
    let room = min(p, 1 - p)
    let format = NumberFormat(decimals: 4, powerOfTen: 2)
    if p < 1e-6 { return localized("less than \(format.string(1e-6))%") }
    if room < 1e-6 { return localized("more than \(format.string(1 - 1e-6))%") }
    let decimals = room < 1e-4 ? 4 : room < 0.001 ? 3 : room < 0.01 ? 2 : 1
    return NumberFormat(decimals: decimals, powerOfTen: 2).string(p) + "%"
  }
}

extension Target {
  /// The border of the target that is nearest to a value.
  fileprivate func border(nearest value: Double) -> Double {
    guard case .within(let tolerance) = comparison else { return threshold }
    return value < threshold ? threshold - tolerance : threshold + tolerance
  }
}
