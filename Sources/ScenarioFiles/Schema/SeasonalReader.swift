import GrowthModel

/// How the figures of a year fall on its quarters.
struct Seasons {
  /// Shares of the volume and of the value of a year; nil where none are given.
  var volume: [Double]?
  var value: [Double]?

  /// The shares of the value, which are those of the volume unless the file says otherwise.
  var ofValue: [Double]? { value ?? volume }
}

extension Fields {
  /// The seasonal shares that this mapping gives, or else those around it.
  func seasons(within outer: Seasons) -> Seasons {
    Seasons(
      volume: seasonalShares("quarters") ?? outer.volume,
      value: seasonalShares("value-quarters") ?? outer.value)
  }

  /// A figure for each quarter, noted together; nil, with a diagnostic, where there are not four.
  func quarterFigures(_ entry: SyntaxNode.Entry, _ unit: Unit) -> [LocatedFigure]? {
    let path = path(to: entry.key)
    let figures = FigureReader(context: context).readList(entry, path: path) { _ in .exactly(unit) }
    guard let figures else { return nil }
    if entry.value.source == nil { context.noteUnsourced(path, at: entry.value.place) }
    guard figures.count == 4 else {
      context.findings.report(
        TimeFact.notFourQuarters(entry.key, count: figures.count), at: entry.value.place)
      return nil
    }
    return figures
  }

  /// Four shares that sum to one; reports others. Where they are wrong, equal ones stand in.
  func seasonalShares(_ key: String) -> [Double]? {
    guard let entry = entry(key) else { return nil }
    guard context.hasQuarters else {
      context.findings.report(TimeFact.needsQuarters(.named(key)), at: entry.keyPlace)
      return nil
    }
    let standIn = [Double](repeating: 0.25, count: 4)
    guard let figures = quarterFigures(entry, .rate) else { return standIn }
    let sum = figures.reduce(0) { $0 + $1.value }
    guard (sum - 1).magnitude <= BaseCheck.shareTolerance + 1e-12 else {
      let text = FigureText.write(sum, unit: .rate, currency: context.currency)
      context.findings.report(TimeFact.seasonalSum(key, sum: text), at: entry.value.place)
      return standIn
    }
    if let wrong = figures.first(where: { $0.value <= 0 }) {
      context.findings.report(
        DistributionFact.notAboveBound(
          wrong.figure.text, what: .quarterShare, bound: "0%"), at: wrong.place)
      return standIn
    }
    return figures.map { $0.value / sum }
  }
}
