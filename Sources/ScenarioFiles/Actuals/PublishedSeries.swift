import GrowthModel

/// What the figures of a series of a file are about: paths of the scenario, without periods.
struct PublishedSeries {
  /// What the figures are themselves; nil where the scenario has no such quantity.
  let own: String?
  /// The growth that two levels a year apart say: nil where the figures are no levels, or nothing of
  /// the scenario is their growth.
  let growth: String?
  let unit: UnitText
}

/// Finds what the series of a file are about.
struct PublishedSeriesReader {
  let context: ReadingContext
  let graph: QuantityGraph
  let economy: Economy

  private static let totals = ["total", "growth", "gdp", "grdp"]

  /// What a series is about, by its first figure; reports one that the scenario knows nothing of.
  func read(_ figure: PublishedFigure) -> PublishedSeries? {
    if Self.totals.contains(figure.series.lowercased()) {
      return account(figure, growth: "growth", volume: "grdp.volume", value: "grdp")
    }
    let id = figure.series
    if economy.allActivities.contains(where: { $0.id == id }) {
      return account(figure, growth: id + ".growth", volume: id + ".volume", value: id + ".value")
    }
    if let quantity = graph.quantity(id), quantity.isOfLastYear { return result(figure, quantity) }
    if let point = id.lastIndex(of: "."), Period(id[id.index(after: point)...]) != nil,
      graph.quantity(id) != nil
    {
      context.findings.report(ActualsFileFact.periodInSeries(id), at: figure.seriesLocation)
      return nil
    }
    let names =
      ["total"] + economy.allActivities.map(\.id)
      + graph.quantities.filter(\.isOfLastYear).map(\.path)
    context.findings.report(ActualsFileFact.unknownSeries(id, names), at: figure.seriesLocation)
    return nil
  }

  /// A series of the accounts: growth in percent, or levels.
  private func account(
    _ figure: PublishedFigure, growth: String, volume: String, value: String
  ) -> PublishedSeries? {
    guard figure.unit.unit == .money else {
      guard check(figure, .rate) else { return nil }
      return PublishedSeries(own: growth, growth: nil, unit: figure.unit)
    }
    guard check(figure, .money) else { return nil }
    switch figure.unit.prices {
    case .constant: return PublishedSeries(own: known(volume), growth: growth, unit: figure.unit)
    case .current: return PublishedSeries(own: known(value), growth: nil, unit: figure.unit)
    case nil:
      context.findings.report(ActualsFileFact.noPrices(figure.series), at: figure.location)
      return nil
    }
  }

  /// A series that is called by the path of a result.
  private func result(_ figure: PublishedFigure, _ quantity: Quantity) -> PublishedSeries? {
    let path = quantity.path
    let growth = growthPath(of: quantity)
    if figure.unit.unit == .rate, quantity.unit != .rate, let growth {
      return PublishedSeries(own: growth, growth: nil, unit: figure.unit)
    }
    guard check(figure, quantity.unit) else { return nil }
    let prices: UnitText.Prices? =
      quantity.kind == .volume ? .constant : quantity.kind == .value ? .current : nil
    if let prices, let found = figure.unit.prices, found != prices {
      context.findings.report(
        ActualsFileFact.pricesUnlike(path, found: found, prices), at: figure.location)
      return nil
    }
    return PublishedSeries(own: path, growth: growth, unit: figure.unit)
  }

  /// What grows where a quantity is a level.
  private func growthPath(of quantity: Quantity) -> String? {
    switch quantity.kind {
    case .volume where quantity.path == "grdp.volume": "growth"
    case .volume where quantity.path.hasSuffix(".volume"):
      known(quantity.path.dropLast("volume".count) + "growth")
    case .indicator, .population: quantity.unit == .rate ? nil : known(quantity.path + ".growth")
    default: nil
    }
  }

  private func known(_ path: String) -> String? { graph.quantity(path)?.path }

  /// Whether the figure has the unit that belongs there.
  private func check(_ figure: PublishedFigure, _ unit: Unit) -> Bool {
    do throws(FigureFact) {
      _ = try FigureReader(context: context).check(figure.figure, .exactly(unit))
      return true
    } catch {
      context.findings.report(error, at: figure.location)
      return false
    }
  }
}
