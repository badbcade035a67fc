import GrowthModel

/// Reads the figures that have been published since the scenario was made: `actuals`.
struct ActualReader {
  let context: ReadingContext
  let quantities: QuantityReader

  /// - Parameters:
  ///   - fields: the scenario.
  ///   - asOf: its date.
  func read(_ fields: Fields, asOf: String?) -> [LocatedActual] {
    var actuals: [LocatedActual] = []
    for entry in fields.named("actuals", what: .publishedFigure) {
      if ["source", "notes"].contains(entry.key) {
        _ = context.wording(entry)
        continue
      }
      let path = fields.path(to: "actuals") + "." + entry.key
      guard let actual = read(entry, path: path, asOf: asOf) else { continue }
      if let first = actuals.first(where: { $0.actual.quantity == actual.actual.quantity }) {
        context.findings.report(
          ActualFact.repeated(actual.actual.quantity, first: first.location), at: entry.keyPlace)
        continue
      }
      actuals.append(actual)
    }
    return actuals
  }

  private func read(_ entry: SyntaxNode.Entry, path: String, asOf: String?) -> LocatedActual? {
    let quantity = ActualQuantity(context: context, quantities: quantities)
      .read(entry.key, at: entry.keyPlace.location)
    let unit: ExpectedUnit = quantity.map { .exactly($0.unit) } ?? .any
    guard entry.value.entries != nil else {
      let value = FigureReader(context: context).read(
        entry.value, unit, path: path, place: entry.keyPlace)
      guard let quantity, let value else { return nil }
      return located(quantity, value, source: entry.value.source)
    }
    guard
      let own = Fields(
        entry.value, schema: .actual, path: path, place: entry.keyPlace, context: context)
    else { return nil }
    let value = own.figure("value", unit)
    let distance: ExpectedUnit = quantity.map { .exactly($0.unit.ofDistance) } ?? .any
    let revision = own.figure("revision", distance)
    if let revision, revision.value < 0 {
      context.findings.report(
        ActualFact.negativeRevision(revision.figure.text), at: revision.place)
    }
    let published = own.date("published")
    if let published, let asOf, let entry = own.entry("published"), published > asOf {
      context.findings.report(
        ActualFact.publishedAfter(published, asOf: asOf), at: entry.value.place)
    }
    guard let quantity, let value else { return nil }
    return located(
      quantity, value, revision: revision?.value ?? 0, published: published,
      source: own.entry("value")?.value.source)
  }

  private func located(
    _ quantity: Quantity, _ value: LocatedFigure, revision: Double = 0, published: String? = nil,
    source: String?
  ) -> LocatedActual {
    LocatedActual(
      actual: Actual(
        quantity: quantity.path, value: value.value, revision: revision, published: published,
        source: source),
      period: quantity.period, text: value.figure.text, location: value.place.location)
  }
}
