import Languages

/// What each quantity path of an economy stands for.
struct Definitions {
  private(set) var all: [Definition] = []
  private var places: [String: Int] = [:]
  private let hasValues: Bool

  subscript(path: String) -> Definition? { places[path].map { all[$0] } }

  init(_ economy: Economy, series: [Series]) {
    hasValues = economy.hasValues
    addTotals(economy)
    let top = Set(economy.activities.map(\.id))
    for (place, activity) in economy.allActivities.enumerated() {
      add(activity, at: place, economy, isTop: top.contains(activity.id))
    }
    for (place, item) in series.enumerated() { add(item, at: place) }
    addEffects(economy)
  }

  /// Of two definitions with one path the first counts.
  private mutating func add(
    _ path: String, _ subject: Definition.Subject, _ unit: Unit, _ title: String,
    _ kind: Quantity.Kind, isYearly: Bool = false, isTop: Bool = false
  ) {
    guard places[path] == nil else { return }
    places[path] = all.count
    all.append(
      Definition(
        path: path, subject: subject, unit: unit, title: title, kind: kind, isYearly: isYearly,
        isTop: isTop))
  }

  private mutating func addTotals(_ economy: Economy) {
    let isLong = economy.timeline.years.count > 1
    add("growth", .growth, .rate, localized("GRDP growth"), .growth)
    if isLong {
      add("growth.average", .average, .rate, localized("GRDP growth, yearly average"), .average)
    }
    let kinds = Set(economy.activities.map(\.kind))
    if kinds.count > 1 {
      add(
        "gva.growth", .basicPriceGrowth, .rate, localized("Growth of value added at basic prices"), .growth)
    }
    if economy.hasLevels {
      add("grdp.volume", .volume, .money, localized("GRDP at constant prices"), .volume)
    }
    guard hasValues else { return }
    add("grdp", .value, .money, localized("GRDP at current prices"), .value)
    add("grdp.deflator", .deflator, .rate, localized("GRDP deflator, growth"), .deflator)
    if economy.population != nil {
      add(
        "grdp.perPerson", .perPerson, .moneyPerPerson, localized("GRDP per person"), .perPerson, isYearly: true
      )
    }
  }

  private mutating func add(
    _ activity: Activity, at place: Int, _ economy: Economy, isTop: Bool
  ) {
    let (id, name) = (activity.id, activity.name)
    add(id + ".growth", .activity(place, .growth), .rate, localized("\(name), growth"), .growth)
    if economy.timeline.years.count > 1 {
      add(
        id + ".growth.average", .activity(place, .average), .rate, localized("\(name), average growth"),
        .average)
    }
    add(
      id + ".contribution", .activity(place, .contribution), .percentagePoints,
      localized("\(name), contribution"), .contribution)
    if economy.hasLevels {
      add(id + ".volume", .activity(place, .volume), .money, localized("\(name), constant prices"), .volume)
    }
    guard hasValues else { return }
    add(
      id + ".share", .activity(place, .share), .rate, localized("\(name), share of GRDP"), .share,
      isTop: isTop)
    add(id + ".value", .activity(place, .value), .money, localized("\(name), current prices"), .value)
    add(id + ".deflator", .activity(place, .deflator), .rate, localized("\(name), deflator growth"), .deflator)
  }

  private mutating func add(_ series: Series, at place: Int) {
    let isYearly = series.frequency == .year
    let kind: Quantity.Kind = series.id == "population" ? .population : .indicator
    add(series.id, .series(place), series.unit, series.name, kind, isYearly: isYearly)
    if case .growing = series.course {
      add(
        series.id + ".growth", .seriesGrowth(place), .rate, localized("\(series.name), growth"), kind,
        isYearly: isYearly)
    }
  }

  private mutating func addEffects(_ economy: Economy) {
    func title(_ name: String) -> String { localized("\(name), contribution") }
    for (place, effect) in economy.effects.enumerated() {
      add(
        effect.id + ".contribution", .effect(place), .percentagePoints, title(effect.name), .effect)
    }
    for (place, demand) in economy.demands.enumerated() {
      add(
        demand.id + ".contribution", .demand(place), .percentagePoints, title(demand.name), .effect)
    }
    for (place, project) in economy.projects.enumerated() {
      let id = project.id
      add(
        id + ".contribution", .project(place, .contribution), .percentagePoints,
        title(project.name), .effect)
      guard economy.hasLevels else { continue }
      add(id + ".volume", .project(place, .volume), .money, localized("\(project.name), value added"), .volume)
      if project.construction != nil {
        add(
          id + ".spending", .project(place, .spending), .money, localized("\(project.name), construction"),
          .volume)
      }
    }
    if !economy.effects.isEmpty || !economy.demands.isEmpty || !economy.projects.isEmpty
      || economy.shocks != nil
    {
      add(
        "baseline.contribution", .baseline, .percentagePoints, localized("Baseline, contribution"), .effect)
    }
    if economy.shocks != nil {
      add("shocks.contribution", .shocks, .percentagePoints, localized("Shocks, contribution"), .effect)
    }
    for (place, sector) in (economy.inputOutput?.sectors ?? []).enumerated()
    where sector.output != nil {
      add(
        sector.id + ".output", .output(place), .money, localized("\(sector.id), output"), .value,
        isYearly: true)
    }
  }
}

/// What a quantity path stands for, in every period.
struct Definition {
  enum Subject {
    case growth, average, basicPriceGrowth, volume, value, deflator, perPerson
    case activity(Int, ActivityFigure)
    case series(Int)
    case seriesGrowth(Int)
    case effect(Int)
    case demand(Int)
    case project(Int, ProjectFigure)
    case baseline, shocks
    case output(Int)
  }

  enum ActivityFigure { case growth, average, contribution, volume, value, share, deflator }
  enum ProjectFigure { case contribution, volume, spending }

  let path: String
  let subject: Subject
  let unit: Unit
  let title: String
  let kind: Quantity.Kind
  /// Whether it has no meaning for parts of a year.
  let isYearly: Bool
  /// Whether it is of a top group.
  let isTop: Bool

  var scope: Quantity.Scope {
    switch subject {
    case .growth, .average, .basicPriceGrowth, .volume, .value, .deflator, .perPerson: .total
    case .activity: isTop ? .topActivity : .part
    default: .part
    }
  }
}
