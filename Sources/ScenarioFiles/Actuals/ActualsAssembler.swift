import GrowthModel
import Languages

/// Makes published figures of a scenario of those of a file: levels become growth where the file has them a year
/// earlier too, the last vintage counts, and vintages say how much is revised.
struct ActualsAssembler {
  let context: ReadingContext
  let quantities: QuantityReader
  /// The path of the file, which is the source of figures that name none.
  let path: String

  struct Outcome {
    var actuals: [LocatedActual] = []
    var revisions: [RevisionEstimate] = []

    /// The figures of a scenario and these, which take the place of those of the same result, with a warning.
    func actuals(over others: [LocatedActual], _ findings: Findings) -> [LocatedActual] {
      others.filter { old in
        let path = old.actual.quantity
        guard let new = actuals.first(where: { $0.actual.quantity == path }) else { return true }
        findings.report(
          ActualsFileFact.replaces(path, new: new.text, old: old.text, at: old.location),
          at: new.location)
        return false
      } + actuals
    }
  }

  private struct Key: Hashable {
    let series: String
    let period: Period
  }

  /// - Parameters:
  ///   - figures: of the file.
  ///   - hidden: figures that are not looked at, for the day of their publication.
  func assemble(_ figures: [PublishedFigure], hidden: [PublishedFigure]) -> Outcome {
    guard let graph = quantities.graph, let economy = quantities.economy else {
      _ = distinct(figures)
      return Outcome()
    }
    let reader = PublishedSeriesReader(context: context, graph: graph, economy: economy)
    var series: [String: PublishedSeries?] = [:]
    for figure in figures where series[figure.series] == nil {
      series[figure.series] = .some(reader.read(figure))
    }
    let groups = distinct(figures).map { key, figures in (key, figures, series[key.series] ?? nil) }
    let byKey = Dictionary(groups.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
    var bases: Set<Key> = []
    var results: [(key: Key, vintages: [PublishedVintage])] = []
    for (key, figures, series) in groups {
      guard let series else { continue }
      let earlier = Key(series: key.series, period: key.period.yearEarlier)
      let vintages = figures.compactMap { figure in
        vintage(figure, series, earlier: byKey[earlier] ?? []) { bases.insert(earlier) }
      }
      results.append((key, vintages.inOrder))
    }
    var outcome = Outcome()
    let (learnt, pairs) = revisions(results)
    let awaited = Set(hidden.map { Key(series: $0.series, period: $0.period) })
    for (key, vintages) in results
    where !isCovered(key) && !bases.contains(key) && vintages.count < 2 && !awaited.contains(key) {
      guard let figure = byKey[key]?.first else { continue }
      context.findings.report(
        ActualsFileFact.notUsed(key.series, key.period, first: context.timeline.years.lowerBound),
        at: figure.location)
    }
    for (key, vintages) in results where isCovered(key) {
      guard let last = vintages.last, let actual = actual(last, learnt) else { continue }
      let path = actual.actual.quantity
      if let first = outcome.actuals.first(where: { $0.actual.quantity == path }) {
        context.findings.report(
          ActualFact.repeated(path, first: first.location), at: actual.location)
        continue
      }
      outcome.actuals.append(actual)
    }
    outcome.revisions = learnt
    reportFewVintages(pairs, learnt, results)
    return outcome
  }

  /// Whether the scenario has results of the period, or of later ones that it does not reach.
  private func isCovered(_ key: Key) -> Bool { key.period.year > context.timeline.baseYear }

  /// The figures by series and period, in the order of the file; reports those that stand twice.
  private func distinct(_ figures: [PublishedFigure]) -> [(Key, [PublishedFigure])] {
    var order: [Key] = []
    var groups: [Key: [PublishedFigure]] = [:]
    // By the day of publication, so that thousands of vintages take no time.
    var known: [Key: [String?: PublishedFigure]] = [:]
    for figure in figures {
      let key = Key(series: figure.series, period: figure.period)
      if groups[key] == nil { order.append(key) }
      if let first = known[key]?[figure.published] {
        context.findings.report(
          ActualsFileFact.repeatedFigure(
            key.series, key.period, first: first.location,
            isSame: first.figure.value == figure.figure.value), at: figure.location)
        continue
      }
      // Those before this one have days, or the only one has none.
      let other = figure.published == nil ? groups[key]?.first : known[key]?[nil]
      if let first = other {
        context.findings.report(
          ActualsFileFact.vintageWithoutDate(key.series, key.period, first: first.location),
          at: figure.location)
        continue
      }
      groups[key, default: []].append(figure)
      known[key, default: [:]][figure.published] = figure
    }
    return order.map { ($0, groups[$0] ?? []) }
  }

  /// What a figure says of a result; nil where it is only the base of another, or, with a diagnostic, where the
  /// scenario has nothing to hold it against.
  private func vintage(
    _ figure: PublishedFigure, _ series: PublishedSeries, earlier: [PublishedFigure],
    usesEarlier: () -> Void
  ) -> PublishedVintage? {
    if let growth = series.growth {
      let base =
        earlier.first { $0.published == figure.published } ?? earlier.first { $0.published == nil }
      if let base, base.figure.value > 0 {
        usesEarlier()
        let value = figure.figure.value / base.figure.value - 1
        return PublishedVintage(
          figure: figure, path: growth, value: value,
          text: FigureText.write(value, unit: .rate, currency: context.currency),
          derivation: localized(
            "growth of \(figure.figure.text) on \(base.figure.text) a year earlier"))
      }
      if let other = earlier.first {
        context.findings.report(
          ActualsFileFact.otherVintage(figure.series, figure.period, of: other.published),
          at: figure.location)
      }
    }
    let isEarly = figure.period.year <= context.timeline.baseYear
    // Growth of years before the scenario has vintages to learn from.
    if isEarly, series.own.flatMap(kind) == nil { return nil }
    return level(figure, series)
  }

  /// A figure that is the result itself.
  private func level(_ figure: PublishedFigure, _ series: PublishedSeries) -> PublishedVintage? {
    if let found = series.unit.priceYear, series.unit.prices == .constant,
      let model = quantities.economy?.priceYear, found != model
    {
      context.findings.report(
        ActualsFileFact.otherPrices(figure.series, found: found, model: model), at: figure.location)
      return nil
    }
    guard let own = series.own else {
      context.findings.report(
        ActualsFileFact.noLevel(
          figure.series, figure.period, series.unit.prices ?? .constant), at: figure.location)
      return nil
    }
    return PublishedVintage(
      figure: figure, path: own, value: figure.figure.value, text: figure.figure.text)
  }

  /// Which kind of growth a path is, as revisions are learnt of it; nil for other results.
  private func kind(_ path: String) -> RevisionEstimate.Kind? {
    guard let quantity = quantities.graph?.quantity(path), quantity.kind == .growth else {
      return nil
    }
    return quantity.scope == .total ? .total : .activities
  }

  /// What the vintages say of revisions, and the last vintage of each figure that has several.
  private func revisions(
    _ results: [(key: Key, vintages: [PublishedVintage])]
  ) -> (learnt: [RevisionEstimate], pairs: [RevisionEstimate.Kind: [PublishedVintage]]) {
    var pairs: [RevisionEstimate.Kind: [PublishedVintage]] = [:]
    var changes: [RevisionEstimate.Kind: [Double]] = [:]
    for (_, vintages) in results {
      guard let last = vintages.last, let kind = kind(last.path),
        let first = vintages.first(where: { $0.path == last.path }),
        first.figure.published != last.figure.published
      else { continue }
      pairs[kind, default: []].append(last)
      changes[kind, default: []].append(last.value - first.value)
    }
    let learnt = RevisionEstimate.Kind.allCases.compactMap { kind -> RevisionEstimate? in
      guard let changes = changes[kind], changes.count >= RevisionEstimate.minimum else {
        return nil
      }
      return RevisionEstimate(kind: kind, revisions: changes)
    }
    return (learnt, pairs)
  }

  /// Warns of vintages too few to learn from, where a figure would need what they say.
  private func reportFewVintages(
    _ pairs: [RevisionEstimate.Kind: [PublishedVintage]], _ learnt: [RevisionEstimate],
    _ results: [(key: Key, vintages: [PublishedVintage])]
  ) {
    for kind in RevisionEstimate.Kind.allCases {
      guard let found = pairs[kind], let first = found.first,
        !learnt.contains(where: { $0.kind == kind })
      else { continue }
      let isNeeded = results.contains { key, vintages in
        guard let last = vintages.last, isCovered(key) else { return false }
        return last.figure.revision == nil && self.kind(last.path) == kind
      }
      guard isNeeded else { continue }
      context.findings.report(
        ActualsFileFact.fewVintages(kind, found.count), at: first.figure.location)
    }
  }

  private func actual(
    _ vintage: PublishedVintage, _ learnt: [RevisionEstimate]
  ) -> LocatedActual? {
    let figure = vintage.figure
    let path = "\(vintage.path).\(figure.period)"
    guard
      let quantity = ActualQuantity(context: context, quantities: quantities)
        .read(path, at: figure.location)
    else { return nil }
    if quantity.kind == .growth, vintage.value.magnitude > Self.unusualGrowth {
      let text = FigureText.write(vintage.value, unit: .rate, currency: context.currency, places: 1)
      context.findings.report(
        ActualsFileFact.farFromZero(figure.series, figure.period, growth: text), at: figure.location
      )
    }
    var revision = learnt.first { $0.kind == kind(vintage.path) }?.standardDeviation ?? 0
    if let own = figure.revision {
      do throws(FigureFact) {
        revision = try FigureReader(context: context).check(
          own.figure, .exactly(quantity.unit.ofDistance)
        ).value
      } catch {
        context.findings.report(error, at: own.place)
        return nil
      }
    }
    let source = [figure.source ?? self.path, vintage.derivation].compactMap(\.self)
    let actual = Actual(
      quantity: quantity.path, value: vintage.value, revision: revision,
      published: figure.published, source: source.joined(separator: "; "))
    return LocatedActual(
      actual: actual, period: quantity.period, text: vintage.text, location: figure.location)
  }

  /// Growth beyond which a break in the series is more likely than a boom.
  private static let unusualGrowth = 0.5
}
