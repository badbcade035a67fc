import GrowthModel

/// Finds the quantity that a path of a scenario names.
struct QuantityReader {
  let context: ReadingContext
  /// The results that the scenario has; nil when the accounts are too wrong to tell.
  let graph: QuantityGraph?
  /// What the economy lacks, which explains why a quantity is not there.
  let economy: Economy?
  /// Whether a mistake in the accounts may hide what is uncertain.
  var hidesUncertainty = false

  /// The quantity of a path; reports one that is not there.
  func quantity(_ path: String, at place: Place) -> Quantity? {
    quantity(path, at: place.location)
  }

  /// The quantity of a path; reports one that is not there.
  func quantity(_ path: String, at location: Location) -> Quantity? {
    guard let graph else { return nil }
    if let quantity = graph.quantity(path) { return quantity }
    context.findings.report(
      TargetFact.unknownQuantity(
        path, Self.candidates(for: path, of: graph), lacking: lacking(for: path)),
      at: location)
    return nil
  }

  /// The quantities that may be meant: those of the period that the path names, or of the last year.
  private static func candidates(for path: String, of graph: QuantityGraph) -> [String] {
    if let end = path.split(separator: ".").last, Period(end) != nil {
      let same = graph.quantities.map(\.path).filter { $0.hasSuffix("." + end) }
      if !same.isEmpty { return same }
    }
    return graph.quantities.filter(\.isOfLastYear).map(\.path)
  }

  /// What the file would have to give for a quantity that the model could have.
  private func lacking(for path: String) -> TargetFact.Lack? {
    guard let economy else { return nil }
    var parts = path.split(separator: ".")
    if let end = parts.last, Period(end) != nil { parts.removeLast() }
    guard let last = parts.last, let first = parts.first else { return nil }
    let isKnown =
      first == "grdp"
      || economy.activities.flatMap(\.selfAndDescendants).contains { $0.id == first }
    guard isKnown, parts.count <= 2 else { return nil }
    switch last {
    case "volume": return economy.hasLevels ? nil : .levels
    case "grdp", "share", "value", "deflator": return economy.hasValues ? nil : .values
    case "perPerson":
      return !economy.hasValues ? .values : economy.population == nil ? .population : nil
    default: return nil
    }
  }
}

extension Unit {
  /// The unit of a distance between two figures of this unit: between rates it is percentage points,
  /// because `%` of what would be unclear; between days a time.
  var ofDistance: Unit {
    switch self {
    case .rate: .percentagePoints
    case .date: .duration
    default: self
    }
  }
}
