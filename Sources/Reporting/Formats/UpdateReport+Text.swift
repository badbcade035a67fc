import GrowthModel
import Languages
import MonteCarlo

extension UpdateReport {
  /// The report as one screen of text.
  public func text(style: TextStyle = TextStyle()) -> String {
    UpdateScreen(report: self, style: style).text
  }
}

/// The sections of the screen that answers `update`.
struct UpdateScreen {
  private static let longestName = 50

  let report: UpdateReport
  let style: TextStyle

  private var found: UpdateFindings { report.findings }

  var text: String {
    let head = title + verdict + evidence + remaining
    let sections = [
      head, news, targets, others, course, report.context.warningLines(style: style), notes,
    ]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }

  private func wrapped(_ text: String) -> [String] { text.wrapped(to: style.width, indent: "  ") }

  private func short(_ name: String) -> String { name.printable.truncated(to: Self.longestName) }

  // MARK: The answer

  private var title: [String] {
    report.context.title(
      report.scenario,
      localized("for \(report.year), \(drawsWords(found.draws)), seed \(found.seed)"),
      style: style)
  }

  var verdict: [String] {
    guard let new = report.after.targets.first, let old = report.before.targets.first else {
      return []
    }
    let scale = report.measure(new.unit).scale(
      for: max(new.threshold.magnitude, new.distribution?.magnitude ?? 0))
    let question = new.question(short(new.quantityTitle), scale, time: new.period.time)
    let answer = "\(question.text): \(ProbabilityText(new.outcome).phrase)"
    let (before, count) = (ProbabilityText(old.outcome).value, found.news.count)
    let text =
      switch count {
      case 0:
        localized("\(answer). Nothing has been published since: as growth run says.")
      case 1:
        localized("\(answer), after \(before) before the published figure.")
      default:
        localized("\(answer), after \(before) before the \(count) published figures.")
      }
    return wrapped(text).map(style.bold)
  }

  private var evidence: [String] {
    guard let conditioning = found.after.conditioning, let target = report.after.targets.first
    else { return [] }
    let draws = drawsWords(conditioning.drawsMade)
    let worth = NumberFormat(decimals: 0).string(conditioning.effectiveDraws)
    let fact =
      if let interval = ProbabilityText(target.outcome).interval {
        localized(
          """
          95% interval \(interval), from \(draws) that agree with them, worth \(worth) independent ones
          """)
      } else {
        localized("From \(draws) that agree with them, worth \(worth) independent ones")
      }
    return wrapped(localized("\(fact): the error of sampling, not of the assumptions."))
  }

  /// What the rest of the year must bring for the first target, or the first that it can be told of.
  var remaining: [String] {
    found.remaining.prefix(1).flatMap { rest -> [String] in
      let subject = rest.name.map { short($0) } ?? "GRDP"
      let span = Self.words(rest.quarters)
      let known = Self.known(subject, band(rest.known), quarters: rest.knownQuarters)
      let (wanted, needed) = (exact(rest.target.threshold), band(rest.needed))
      guard let expected = rest.expected else {
        return wrapped(
          localized("\(known) For \(wanted) in \(rest.year) it must grow by \(needed) in \(span)."))
          + past(rest, span)
      }
      let (mean, low, high) = (
        percent(expected.mean, decimals: 1), percent(expected.low, decimals: 1),
        percent(expected.high, decimals: 1)
      )
      return wrapped(
        localized(
          """
          \(known) For \(wanted) in \(rest.year) it must grow by \(needed) in \(span); expect \(mean), in \
          nine draws of ten \(low) to \(high).
          """)) + past(rest, span)
    }
  }

  private func past(_ rest: RemainingGrowth, _ span: String) -> [String] {
    guard let history = report.history else { return [] }
    let file = history.file.printable
    guard let years = history.past[rest.target.id], let first = years.first?.year,
      let last = years.last?.year, let highest = years.max(by: { $0.growth < $1.growth })
    else { return wrapped(localized("\(file) does not have \(span) of past years.")) }
    let reached = years.filter { $0.growth >= rest.needed.mean }
    let (count, most) = (years.count, percent(highest.growth))
    let latest = reached.last?.year ?? last
    let text =
      switch reached.count {
      case 0:
        localized(
          """
          In \(count) years from \(first) to \(last) (\(file)) \(span) never grew by that much; the most \
          was \(most), in \(highest.year).
          """)
      case 1:
        localized(
          """
          In \(count) years from \(first) to \(last) (\(file)) \(span) grew by that much once, in \
          \(latest); the most was \(most), in \(highest.year).
          """)
      default:
        localized(
          """
          In \(count) years from \(first) to \(last) (\(file)) \(span) grew by that much \
          \(reached.count) times, last in \(latest); the most was \(most), in \(highest.year).
          """)
      }
    return wrapped(text)
  }

  private static func words(_ quarters: ClosedRange<Int>) -> String {
    switch quarters.lowerBound {
    case 4: localized("the fourth quarter")
    case 3: localized("the second half")
    default: localized("the last three quarters")
    }
  }

  /// When the rest of the year is.
  private static func time(_ quarters: ClosedRange<Int>) -> String {
    switch quarters.lowerBound {
    case 4: localized("in the fourth quarter")
    case 3: localized("in the second half")
    default: localized("in the last three quarters")
    }
  }

  /// By how much something grew in the part of the year that is known.
  private static func known(_ subject: String, _ growth: String, quarters: Int) -> String {
    switch quarters {
    case 1: localized("\(subject) grew by \(growth) in the first quarter.")
    case 2: localized("\(subject) grew by \(growth) in the first half.")
    default: localized("\(subject) grew by \(growth) in the first nine months.")
    }
  }

  private func percent(_ value: Double, decimals: Int = 2) -> String {
    NumberFormat(decimals: decimals, powerOfTen: 2).string(value) + "%"
  }

  /// A number that somebody wrote down.
  private func exact(_ value: Double) -> String {
    let scale = report.measure(.rate).scale(for: value.magnitude)
    return scale.labelled(scale.exact(value))
  }

  /// One number, or a middle and the ends of nine draws of ten.
  private func band(_ band: RemainingGrowth.Band) -> String {
    let (middle, low, high) = (percent(band.mean), percent(band.low), percent(band.high))
    return band.isExact ? middle : localized("\(middle) (\(low) to \(high))")
  }

  // MARK: Tables

  /// What the rest of the year must bring for each target, where there are several.
  private var others: [String] {
    guard found.remaining.count > 1, let first = found.remaining.first else { return [] }
    let hasPast = report.history != nil
    var table = TextTable(columns: [
      .init(
        head: [localized("Still to find, %"), Self.time(first.quarters)],
        alignment: .left, overflow: .wrap),
      .init(head: [localized("target"), ""], alignment: .right),
      .init(head: [localized("known"), ""], alignment: .right),
      .init(head: [localized("needed"), ""], alignment: .right),
      .init(head: [localized("expected"), localized("mean (5–95%)")], alignment: .right),
    ])
    if hasPast {
      table.columns.append(
        .init(head: [localized("reached"), localized("in the past")], alignment: .right))
    }
    func number(_ value: Double, _ decimals: Int) -> String {
      NumberFormat(decimals: decimals, powerOfTen: 2).string(value)
    }
    func cell(_ band: RemainingGrowth.Band, _ decimals: Int) -> TextTable.Cell {
      TextTable.Cell(
        band.isExact
          ? number(band.mean, decimals)
          : "\(number(band.mean, 1)) (\(number(band.low, 1))–\(number(band.high, 1)))")
    }
    for rest in found.remaining {
      let past = report.history?.past[rest.target.id] ?? []
      let reached = past.filter { $0.growth >= rest.needed.mean }.count
      let row = [
        TextTable.Cell(rest.name?.printable ?? "GRDP"),
        TextTable.Cell(number(rest.target.threshold, 1)), cell(rest.known, 2),
        cell(rest.needed, 2), rest.expected.map { cell($0, 1) } ?? "",
        TextTable.Cell(past.isEmpty ? "" : localized("\(reached) of \(past.count)")),
      ]
      table.rows.append(Array(row.prefix(table.columns.count)))
    }
    return table.lines(width: style.width, style: style)
  }

  /// A row a figure, in the order in which they became known.
  private var news: [String] {
    guard !found.news.isEmpty else { return [] }
    var table = TextTable(columns: [
      .init(head: [localized("What was published"), ""], alignment: .left, overflow: .wrap),
      .init(head: [localized("expected"), ""], alignment: .right),
      .init(head: [localized("came out"), ""], alignment: .right),
      .init(head: [localized("surprise"), localized("sd")], alignment: .right),
    ])
    let target = report.after.targets.first
    if let target {
      let unit = report.measure(target.unit).scale(for: target.threshold).differenceLabel
      table.columns += [
        .init(head: [localized("probability"), localized("points")], alignment: .right),
        .init(head: [localized("expect"), unit], alignment: .right),
      ]
    }
    for item in found.news {
      table.rows.append(row(item) + changes(target, item.changes.prefix(1)))
    }
    guard target != nil else { return table.lines(width: style.width, style: style) }
    table.rows.append(
      [TextTable.Cell(localized("All")), "", "", ""]
        + changes(target, found.news.compactMap(\.changes.first)))
    var lines = table.lines(width: style.width, style: style)
    if let last = lines.popLast() {
      lines.append(String(repeating: "─", count: lines.map(\.columns).max() ?? last.columns))
      lines.append(style.bold(last))
    }
    return lines
  }

  /// What was expected of a figure, and how it came out.
  private func row(_ item: NewsItem) -> [TextTable.Cell] {
    let measure = report.measure(item.quantity.unit)
    let value = measure.base(item.actual.value)
    let mean = measure.base(item.expected.mean)
    let spread = measure.base(item.expected.deviation)
    let scale = measure.scale(for: max(value.magnitude, mean.magnitude))
    let decimals = scale.decimals(spread: spread)
    let revision = measure.base(item.actual.revision)
    let give = revision > 0 ? " ± " + scale.number(revision, decimals: max(decimals, 2)) : ""
    return [
      TextTable.Cell(
        Self.name(item.quantity), suffix: scale.label.isEmpty ? "" : ", " + scale.label),
      TextTable.Cell(
        scale.number(mean, decimals: decimals) + " ± " + scale.number(spread, decimals: decimals)),
      TextTable.Cell(scale.exact(value) + give),
      TextTable.Cell(signed(item.surprise, decimals: 1)),
    ]
  }

  /// The sum of what figures changed of a target: its probability, and the mean of its quantity.
  private func changes(
    _ target: TargetReport?, _ changes: some Sequence<NewsItem.Change>
  ) -> [TextTable.Cell] {
    guard let target else { return [] }
    let (probability, mean) = changes.reduce((0.0, 0.0)) {
      ($0.0 + $1.probability, $0.1 + $1.mean)
    }
    let measure = report.measure(target.unit)
    let scale = measure.scale(for: target.threshold)
    let decimals = max(scale.decimals(spread: target.distribution?.spread ?? 0), 2)
    return [
      TextTable.Cell(signed(100 * probability, decimals: 2)),
      TextTable.Cell(
        Self.withSign(scale.number(measure.base(mean), decimals: decimals), of: mean)),
    ]
  }

  private static func name(_ quantity: Quantity) -> String {
    quantity.period.name(of: quantity.title.printable)
  }

  private func signed(_ value: Double, decimals: Int) -> String {
    Self.withSign(NumberFormat(decimals: decimals).string(value), of: value)
  }

  /// What rounds to zero has no sign.
  private static func withSign(_ text: String, of value: Double) -> String {
    value > 0 && text.contains { "123456789".contains($0) } ? "+" + text : text
  }

  /// Each target before and after.
  private var targets: [String] {
    guard !report.after.targets.isEmpty, !found.news.isEmpty else { return [] }
    var table = TextTable(columns: [
      .init(head: [localized("Targets"), ""], alignment: .left, overflow: .wrap),
      .init(head: [localized("target"), ""], alignment: .right),
      .init(head: [localized("median"), localized("before")], alignment: .right),
      .init(head: [localized("median"), localized("now")], alignment: .right),
      .init(head: [localized("probability"), localized("before")], alignment: .right),
      .init(head: [localized("probability (95%)"), localized("now")], alignment: .right),
    ])
    for (old, new) in zip(report.before.targets, report.after.targets) {
      let scale = report.measure(new.unit).scale(
        for: max(new.threshold.magnitude, new.distribution?.magnitude ?? 0))
      let decimals = scale.decimals(
        spread: max(new.distribution?.spread ?? 0, (old.distribution?.spread ?? 0) / 10))
      func median(_ target: TargetReport) -> TextTable.Cell {
        TextTable.Cell(
          target.distribution?.quantile("0.5").map { scale.number($0, decimals: decimals) }
            ?? localized("n/a"))
      }
      table.rows.append([
        TextTable.Cell(new.name.printable, suffix: scale.label.isEmpty ? "" : ", " + scale.label),
        TextTable.Cell(new.shortStatement(scale)), median(old), median(new),
        TextTable.Cell(ProbabilityText(old.outcome).value),
        TextTable.Cell(ProbabilityText(new.outcome).compact),
      ])
    }
    return table.lines(width: style.width, style: style)
  }

  /// Growth in each period before and after.
  private var course: [String] {
    guard report.after.periods.count > 1, !found.news.isEmpty else { return [] }
    let years = Set(report.after.periods.map(\.period.year))
    var table = TextTable(columns: [
      .init(head: [localized("Growth by period"), "%"], alignment: .left),
      .init(head: [localized("before"), localized("mean")], alignment: .right),
      .init(head: ["", "5%"], alignment: .right), .init(head: ["", "95%"], alignment: .right),
      .init(head: [localized("now"), localized("mean")], alignment: .right),
      .init(head: ["", "5%"], alignment: .right), .init(head: ["", "95%"], alignment: .right),
    ])
    for (old, new) in zip(report.before.periods, report.after.periods)
    where years.count == 1 || new.period.span == .year || new.period.year == years.min() {
      table.rows.append(
        [TextTable.Cell(new.period.rowName)] + cells(old.growth) + cells(new.growth))
    }
    return table.lines(width: style.width, style: style)
  }

  private func cells(_ band: DistributionReport) -> [TextTable.Cell] {
    func percent(_ value: Double?, _ decimals: Int) -> TextTable.Cell {
      guard let value else { return TextTable.Cell(localized("n/a")) }
      return TextTable.Cell(NumberFormat(decimals: decimals, powerOfTen: 2).string(value))
    }
    // What is known is the same in every draw up to the dust of arithmetic.
    guard band.spread > 1e-9 else { return [percent(band.mean, 2), "", ""] }
    return [
      percent(band.mean, 1), percent(band.quantile("0.05"), 1), percent(band.quantile("0.95"), 1),
    ]
  }

  // MARK: Remarks

  private var notes: [String] {
    var lines: [String] = []
    if let conditioning = found.after.conditioning {
      for actual in conditioning.implied {
        lines += wrapped(
          localized("\(actual.quantity) follows from the other figures, and adds nothing."))
      }
      for remark in report.remarks { lines += wrapped(remark) }
      lines += wrapped(
        localized(
          """
          expected: mean and standard deviation when all that was published before was known. surprise: \
          how far the figure lies from that. probability, expect: what the figure changed of the first \
          target's probability and mean; of figures published together the mean over the orders in which \
          one may take them. All of them add up.
          """))
      let distance = NumberFormat(decimals: 1).string(conditioning.squaredDistance)
      lines += wrapped(
        localized(
          """
          How far the figures lie from the centre of what was believed: \(distance) (chi-square, \
          \(conditioning.actuals.count) degrees of freedom: probability of more \
          \(ProbabilityText.roughly(conditioning.tailProbability))).
          """))
    }
    return lines.map(style.dim)
  }
}
