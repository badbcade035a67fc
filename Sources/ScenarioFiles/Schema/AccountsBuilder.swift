import GrowthModel
import Stochastics

/// The model of a scenario file.
struct ReadModel {
  let economy: Economy
  /// The quantities of the economy; with errors only their names mean something.
  let graph: QuantityGraph
  /// How the innovations of shocks move together, one for each step.
  let shockGroups: [Dependence]
  /// The paths of the quantities that something of the model takes.
  let taken: Set<String>
  /// What looks at all of it.
  let check: ModelCheck
}

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
  /// Where the named parts of the model stand.
  private var places: [String: Place] = [:]
  private var formulas: [String: FormulaText] = [:]

  init(context: ReadingContext, fields: Fields, weighting: Economy.Weighting) {
    self.context = context
    self.fields = fields
    self.weighting = weighting
  }

  /// The model; nil, with a diagnostic, when not even its names are known.
  func build(priceYear: Int?) -> ReadModel? {
    let drafts = ActivityReader(context: context).read(fields)
    guard isWithinLimit(drafts.reduce(0) { $0 + $1.leaves.count }) else { return nil }
    var economy = accounts(drafts, priceYear: priceYear)
    var series = SeriesReader(context: context).read(fields)
    let effects = EffectReader(context: context).drafts(fields)
    guard !economy.leaves.isEmpty else { return nil }

    noteActivities()
    let shockGroups = addParts(to: &economy)
    series = distinct(series, from: economy)
    let names = self.names(of: economy, series: &series, effects: effects)
    add(series, to: &economy)
    addEffects(effects, to: &economy, names: names)
    return finish(economy, shockGroups: shockGroups)
  }

  /// Whether the model is small enough to be built; reports one that is not.
  private func isWithinLimit(_ activities: Int) -> Bool {
    let periods = context.timeline.steps.count
    guard activities * periods > LimitFact.mostAccounts else { return true }
    context.findings.report(
      LimitFact.tooManyAccounts(activities: activities, periods: periods),
      at: fields.entry("activities")?.keyPlace ?? fields.place)
    return false
  }

  // MARK: Accounts

  /// The economy with its accounts alone.
  private func accounts(_ drafts: [ActivityDraft], priceYear: Int?) -> Economy {
    let totals = BaseTotals(fields)
    let leaves = drafts.flatMap(\.leaves)
    let population = PopulationReader(context: context).read(fields)
    var economy = Economy(
      timeline: context.timeline, priceYear: priceYear, currency: context.currency,
      weighting: weighting, hasLevels: false, activities: [], population: population?.series)
    guard !leaves.isEmpty else { return economy }
    let check = BaseCheck(context: context, leaves: leaves)
    let volumes = check.volumes(totals: totals, weighting: weighting, activities: drafts)
    let values = check.values(totals: totals, weighting: weighting)
    if case .implied = values { hasImpliedValues = true }
    if case .none = values, let population {
      context.findings.report(AccountsFact.unusedPopulation, at: population.place)
    }
    economy.hasLevels =
      volumes?.areLevels
      ?? (totals.hasVolume || leaves.contains { $0.volume?.isShare == false })
    let base = Base(leaves: leaves, volumes: volumes, values: values)
    economy.activities = drafts.compactMap { activity($0, base: base) }
    return economy
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
    case .leaf(let leaf): content = .leaf(self.leaf(leaf, base: base))
    }
    return Activity(id: draft.id, name: draft.name, kind: draft.kind, content: content)
  }

  private func leaf(_ draft: LeafDraft, base: Base) -> Leaf {
    let volumes = steps(
      base.volumes[draft.id] ?? 1, of: draft.volume, seasons: draft.seasons.volume, draft)
    let values = base.values[draft.id].map { amount in
      steps(amount, of: draft.value, seasons: draft.seasons.ofValue ?? shape(volumes), draft)
    }
    let deflator = draft.deflator?.schedule ?? (values == nil ? nil : .constant(0))
    return Leaf(
      volumes: volumes, values: values, growth: draft.growth?.schedule ?? .constant(0),
      deflator: deflator)
  }

  /// The base figure of a leaf, divided over the steps of the base year.
  private func steps(
    _ amount: Double, of base: GivenBase?, seasons: [Double]?, _ leaf: LeafDraft
  ) -> [Double] {
    guard context.hasQuarters else { return [amount] }
    if let parts = base?.parts(of: amount, seasons: seasons)
      ?? seasons.map({ $0.map { amount * $0 } })
    {
      return parts
    }
    context.findings.report(TimeFact.missingQuarters(leaf.id), at: base?.place ?? leaf.place)
    return [Double](repeating: amount / 4, count: 4)
  }

  /// The seasonal shares of four figures.
  private func shape(_ figures: [Double]) -> [Double]? {
    let sum = figures.reduce(0, +)
    return sum == 0 ? nil : figures.map { $0 / sum }
  }

  // MARK: Names

  private func noteActivities() {
    func walk(_ node: SyntaxNode?) {
      for entry in node?.entries ?? [] {
        if places[entry.key] == nil { places[entry.key] = entry.keyPlace }
        walk(entry.value["activities"])
      }
    }
    walk(fields.entry("activities")?.value)
  }

  /// Whether a name is still free; notes where it stands.
  private func take(_ id: String, at place: Place) -> Bool {
    if let first = places[id] {
      let isSameFile = first.file == place.file
      context.findings.report(
        AccountsFact.takenName(id, firstLine: isSameFile ? first.location.line : nil), at: place)
      return false
    }
    places[id] = place
    return true
  }

  /// The series whose names are not those of other quantities; reports the others.
  private func distinct(_ drafts: [SeriesDraft], from economy: Economy) -> [SeriesDraft] {
    var paths = Set(economy.quantityNames().map(\.path))
    return drafts.filter { draft in
      if let taken = draft.paths.first(where: { paths.contains($0) }) {
        context.findings.report(AccountsFact.duplicateQuantity(taken), at: draft.place)
        return false
      }
      guard take(draft.id, at: draft.place) else { return false }
      paths.formUnion(draft.paths)
      return true
    }
  }

  /// The names of all quantities, and with them the units of formulas.
  private func names(
    of accounts: Economy, series: inout [SeriesDraft], effects: [EffectDraft]
  ) -> ModelNames {
    var economy = accounts
    add(series, to: &economy)
    economy.effects = effects.map(\.standIn)
    var units = FormulaUnits(context: context, names: ModelNames(economy))
    units.resolve(&series)
    for draft in series { formulas[draft.id] = draft.formula }
    return units.names
  }

  private func add(_ drafts: [SeriesDraft], to economy: inout Economy) {
    func of(_ section: SeriesDraft.Section) -> [SeriesDraft] {
      drafts.filter { $0.section == section }
    }
    economy.levers = of(.levers).map {
      Lever(
        setting: $0.series, reference: $0.lever.reference, range: $0.lever.range,
        cost: $0.lever.cost, owner: $0.lever.owner)
    }
    economy.uncertainties = of(.uncertainties).map(\.series)
    economy.indicators = of(.indicators).map(\.series)
  }

  // MARK: What moves growth

  /// Adds what needs the names of activities alone; returns how shocks move together.
  private func addParts(to economy: inout Economy) -> [Dependence] {
    let names = ModelNames(economy)
    economy.inputOutput = InputOutputReader(context: context, names: names).read(fields)
    let entries = fields.entry("projects")?.value.entries ?? []
    economy.projects = ProjectReader(context: context, names: names).read(fields)
      .filter { project in
        guard let entry = entries.first(where: { $0.key == project.id }) else { return false }
        return isFree(project.id, .project, at: entry.keyPlace)
      }
    let shocks = ShockReader(context: context, names: names).read(fields)
    economy.shocks = shocks?.process
    for key in ["input-output", "shocks"] where fields.has(key) && places[key] == nil {
      places[key] = fields.place(of: key)
    }
    return shocks?.groups ?? []
  }

  private func addEffects(
    _ drafts: [EffectDraft], to economy: inout Economy, names: ModelNames
  ) {
    let reader = EffectReader(context: context)
    for draft in drafts {
      guard isFree(draft.id, .effect, at: draft.place) else { continue }
      guard draft.kind != .demand else {
        add(demand: draft, to: &economy, names: names)
        continue
      }
      let (effect, formula) = reader.effect(draft, among: names)
      formulas[draft.id] = formula
      economy.effects.append(effect ?? draft.standIn)
    }
  }

  private func add(demand draft: EffectDraft, to economy: inout Economy, names: ModelNames) {
    let reader = DemandReader(
      names: names, sectors: InputOutputReader.sectors(fields), fields: draft.fields)
    if let demand = reader.read(id: draft.id, name: draft.name) {
      economy.demands.append(demand)
    } else {
      economy.effects.append(draft.standIn)
    }
  }

  private func isFree(_ id: String, _ what: Noun, at place: Place) -> Bool {
    guard !(Identifier.reserved + Self.partsOfGrowth).contains(id) else {
      context.findings.report(AccountsFact.reservedName(id, what: what), at: place)
      return false
    }
    return take(id, at: place)
  }

  /// What results call the parts of growth that have no other name.
  private static let partsOfGrowth = ["baseline", "shocks"]

  // MARK: The whole

  private func finish(_ economy: Economy, shockGroups: [Dependence]) -> ReadModel {
    let check = ModelCheck(
      context: context, formulas: formulas, places: places,
      place: fields.place(of: "activities"))
    let quantities = economy.buildQuantities()
    check.report(quantities.errors)
    if !context.findings.hasErrors { check.checkRanges(quantities) }
    if !context.findings.hasErrors {
      do {
        try economy.check()
      } catch {
        check.report([error])
      }
    }
    return ReadModel(
      economy: economy, graph: quantities.graph, shockGroups: shockGroups,
      taken: quantities.taken, check: check)
  }
}
