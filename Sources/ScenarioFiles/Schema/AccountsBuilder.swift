import GrowthModel

/// Makes the economy of a scenario file.
///
/// Where figures are missing or wrong, others stand in for them, so that the quantities of the
/// economy are known and targets can be checked in the same run.
final class AccountsBuilder {
  private let context: ReadingContext
  private let fields: Fields
  private let weighting: Economy.Weighting
  /// Whether the base values follow from the planned structure.
  private(set) var hasImpliedValues = false

  init(context: ReadingContext, fields: Fields, weighting: Economy.Weighting) {
    self.context = context
    self.fields = fields
    self.weighting = weighting
  }

  /// The economy; nil, with a diagnostic, when not even its names are known.
  func build(baseYear: Int, year: Int, priceYear: Int?) -> Economy? {
    let totals = BaseTotals(fields)
    let drafts = ActivityReader(context: context).read(fields)
    let leaves = drafts.flatMap(\.leaves)
    let population = fields.uncertain(
      "population", variable: "population", .exactly(.count("persons")), above: .population)
    let indicators = IndicatorReader(context: context).read(fields)
    guard !leaves.isEmpty else { return nil }

    let check = BaseCheck(context: context, leaves: leaves)
    let volumes = check.volumes(totals: totals, weighting: weighting, activities: drafts)
    let values = check.values(totals: totals, weighting: weighting)
    if case .implied = values { hasImpliedValues = true }
    if case .none = values, let population {
      context.findings.report(AccountsFact.unusedPopulation, at: population.place)
    }
    let hasLevels =
      volumes?.areLevels
      ?? (totals.hasVolume || leaves.contains { $0.volume?.isShare == false })
    let base = Base(leaves: leaves, volumes: volumes, values: values)
    let activities = drafts.compactMap { activity($0, base: base) }
    var economy = Economy(
      timeline: Timeline(baseYear: baseYear, lastYear: year), priceYear: priceYear,
      currency: context.currency, weighting: weighting, hasLevels: hasLevels,
      activities: activities,
      population: population.map { .population(.all($0.input)) })
    do {
      economy.indicators = distinct(indicators, from: try economy.quantityGraph())
      _ = try economy.quantityGraph()
      return economy
    } catch {
      if !context.findings.hasErrors {
        context.findings.report(
          AccountsFact.impossible("\(error)"), at: fields.place(of: "activities"))
      }
      return nil
    }
  }

  /// The base figures of each leaf, or others in their place.
  private struct Base {
    var volumes: [String: Double] = [:]
    var values: [String: Double] = [:]

    init(leaves: [LeafDraft], volumes: BaseVolumes?, values: BaseValues) {
      for (index, leaf) in leaves.enumerated() {
        self.volumes[leaf.id] = volumes?.amounts[index] ?? 1
        switch values {
        case .none: break
        case .given(let amounts), .implied(let amounts): self.values[leaf.id] = amounts[index]
        case .broken: self.values[leaf.id] = 1
        }
      }
    }
  }

  /// The activity; nil for a group without any, which has been reported.
  private func activity(_ draft: ActivityDraft, base: Base) -> Activity? {
    let content: Activity.Content
    switch draft.content {
    case .group(let children):
      let children = children.compactMap { activity($0, base: base) }
      guard !children.isEmpty else { return nil }
      content = .group(children)
    case .leaf(let leaf):
      let value = base.values[leaf.id]
      let deflator = leaf.deflator?.input ?? (value == nil ? nil : .constant(0))
      content = .leaf(
        Leaf(
          baseVolume: base.volumes[leaf.id] ?? 1, baseValue: value,
          growth: leaf.growth?.input ?? .constant(0), deflator: deflator))
    }
    return Activity(id: draft.id, name: draft.name, kind: draft.kind, content: content)
  }

  /// The indicators whose names are not those of other quantities; reports the others.
  private func distinct(_ indicators: [Series], from graph: QuantityGraph) -> [Series] {
    var paths = Set(graph.quantities.map(\.path))
    return indicators.filter { indicator in
      var own = [indicator.id]
      if case .growing = indicator.course { own.append(indicator.id + ".growth") }
      if let taken = own.first(where: { paths.contains($0) }) {
        let place = place(of: indicator)
        context.findings.report(AccountsFact.duplicateQuantity(taken), at: place)
        return false
      }
      paths.formUnion(own)
      return true
    }
  }

  private func place(of indicator: Series) -> Place {
    fields.entry("indicators")?.value.entries?.first { $0.key == indicator.id }?.keyPlace
      ?? fields.place
  }
}
