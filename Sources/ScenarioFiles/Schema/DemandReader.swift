import GrowthModel

/// Reads spending that reaches activities through the input-output table.
struct DemandReader {
  let names: ModelNames
  /// The sectors of the table, in its order.
  let sectors: [String]
  let fields: Fields

  private var context: ReadingContext { fields.context }

  /// The parts of a split may miss 100% by this much, for rounding.
  private static let rounding = 0.001

  /// The demand; nil, with a diagnostic, where it is not known what is spent on what.
  func read(id: String, name: String) -> Demand? {
    LeafNames(context: context, names: names).checkLevels(.demand, at: fields.place)
    let spending = self.spending()
    let reference = self.reference(id, of: spending)
    let split = self.split()
    let leakage = fields.uncertain(
      "leakage", variable: id + ".leakage", .rate, within: .part, what: .leakage)
    let prices = fields.uncertain(
      "price-level", variable: id + ".price-level", .number, within: .positive,
      what: .priceLevel)
    fields.recordStandard("price-level", "1")
    guard let spending, let reference, let split, let leakage else { return nil }
    return Demand(
      id: id, name: name, spending: spending, reference: reference, split: split,
      leakage: leakage.input, priceLevel: prices?.input ?? .constant(1))
  }

  /// The path of what is spent.
  private func spending() -> String? {
    let reader = EffectReader(context: context)
    guard let quantity = reader.quantity("from", of: fields, among: names) else { return nil }
    if quantity.unit == .money { return quantity.path }
    if let place = fields.entry("from")?.value.place {
      context.findings.report(DemandFact.notMoney(quantity.path, quantity.unit), at: place)
    }
    return nil
  }

  /// The spending that the baseline contains: what is given, or the reference of the lever itself.
  private func reference(_ id: String, of path: String?) -> Schedule? {
    if fields.has("reference") {
      return fields.schedule(
        "reference", variable: id + ".reference", .exactly(.money), above: .none,
        fixedOnly: .demandReference)?.schedule
    }
    guard let path else { return nil }
    if let reference = names.levers[path]?.reference { return reference }
    context.findings.report(
      EffectFact.noReference(path, isLever: names.levers[path] != nil), at: fields.place)
    return nil
  }

  /// The part that falls to each sector of the table, in its order.
  private func split() -> [Double]? {
    guard let own = fields.entry("split") else { return nil }
    let entries = fields.named("split", what: .sector)
    guard !sectors.isEmpty else {
      context.findings.report(DemandFact.noTable, at: fields.place)
      return nil
    }
    guard own.value.entries != nil else { return nil }
    var parts: [String: Double] = [:]
    var isSound = true
    for entry in entries where !["source", "notes"].contains(entry.key) {
      guard sectors.contains(entry.key) else {
        context.findings.report(DemandFact.unknownSector(entry.key, sectors), at: entry.keyPlace)
        isSound = false
        continue
      }
      let reader = UncertainReader(
        context: context, variable: "\(fields.path).split.\(entry.key)", expected: .exactly(.rate),
        bound: .none, fixedOnly: .partOfSplit)
      let figure = reader.read(entry, path: fields.path(to: "split") + "." + entry.key)
      figure.check(ValueRange.part.values, what: .partOfSplit, context)
      parts[entry.key] = figure.mean
      if figure.mean == nil { isSound = false }
    }
    return isSound ? scaled(sectors.map { parts[$0] ?? 0 }, at: own.keyPlace) : nil
  }

  private func scaled(_ parts: [Double], at place: Place) -> [Double]? {
    let sum = parts.reduce(0, +)
    // The last term: rates are read with rounding of their own.
    guard (sum - 1).magnitude <= Self.rounding + 1e-9 else {
      let text = FigureText.write(sum, unit: .rate, currency: context.currency)
      context.findings.report(DemandFact.splitSum(text), at: place)
      return nil
    }
    return parts.map { $0 / sum }
  }
}
