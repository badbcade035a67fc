import GrowthModel
import Stochastics

/// Finds what only the whole model shows: quantities that need each other, or periods that are not
/// known, and formulas that some draws could not evaluate.
struct ModelCheck {
  let context: ReadingContext
  /// Where the owner of a formula stands.
  let formulas: [String: FormulaText]
  /// Where each named part of the model stands.
  let places: [String: Place]
  /// Where the rest stands.
  let place: Place

  /// Reports errors of the model; those that may follow from other mistakes only where there are none.
  func report(_ errors: [EconomyError]) {
    let isFirst = !context.findings.hasErrors
    var reported: Set<String> = []
    for error in errors {
      switch error {
      case .cycle(let path):
        let owner = path.lazy.map(Self.withoutPeriod).first {
          formulas[$0] != nil || places[$0] != nil
        }
        let names = Set(path.map(Self.withoutPeriod))
        guard reported.insert("cycle \(names.sorted())").inserted else { continue }
        context.findings.report(ModelFact.cycle(path), at: place(of: owner))
      case .unavailable(let path, let period, let owner):
        guard reported.insert("\(owner) \(path)").inserted else { continue }
        context.findings.report(
          ModelFact.unavailable(path, period, reason: absence(of: path, period)),
          at: place(of: owner))
      case .table where isFirst:
        context.findings.report(AccountsFact.impossible("\(error)"), at: place(of: "input-output"))
      default:
        guard isFirst else { continue }
        context.findings.report(AccountsFact.impossible("\(error)"), at: place)
      }
    }
  }

  private func absence(of path: String, _ period: Period) -> ModelFact.Absence {
    guard places[path] != nil else { return .other }
    return period.year <= context.timeline.baseYear ? .before : .yearly
  }

  /// The name of `NAME.PERIOD`.
  static func withoutPeriod(_ name: String) -> String {
    guard let point = name.lastIndex(of: "."), Period(name[name.index(after: point)...]) != nil
    else { return name }
    return String(name[..<point])
  }

  private func place(of owner: String?) -> Place {
    guard let owner else { return place }
    return formulas[owner]?.node.place ?? places[owner] ?? place
  }

  /// The probability on each side of a variable that no draw is expected to reach.
  private static let beyond = 0x1p-64

  /// Reports operations of formulas that some draw could not evaluate.
  func checkRanges(_ quantities: EconomyQuantities) {
    let unmet = quantities.graph.unmet(quantities.demands.map(\.demand)) { range(of: $0) }
    var reported: Set<Location> = []
    for (demand, range) in unmet {
      guard let owner = quantities.demands.first(where: { $0.demand == demand })?.owner,
        let text = formulas[owner]
      else { continue }
      let location = text.location(of: demand.offset)
      guard reported.insert(location).inserted else { continue }
      context.findings.report(
        FormulaFact.unmet(demand.condition, low: range.lowerBound, high: range.upperBound),
        at: location)
    }
  }

  /// Warns of levers that move nothing, as one whose name is misspelt, and of such uncertainties where another name
  /// may be meant; others may be there to be joined or asked for.
  ///
  /// - Parameter used: the paths of what the model takes, and of what targets, statements and published figures ask.
  func reportIdle(_ economy: Economy, used: Set<String>) {
    let levers = economy.levers.map(\.setting.id)
    let names = levers + economy.uncertainties.map(\.id)
    let idle = names.filter { id in
      // `credit.growth` may be the growth of `credit`, or a lever of its own.
      let growth = id + ".growth"
      return !used.contains(id) && (places[growth] != nil || !used.contains(growth))
    }
    let others = names.filter { !idle.contains($0) }
    for (index, id) in names.enumerated() where idle.contains(id) {
      let isLever = index < levers.count
      let meant = ModelFact.meant(by: id, others)
      guard let place = places[id], isLever || meant != nil else { continue }
      context.findings.report(
        ModelFact.idle(id, what: isLever ? .lever : .uncertainty, meant: meant), at: place)
    }
  }

  private func range(of name: String) -> ClosedRange<Double> {
    guard case .uncertain(let marginal)? = context.variables[name]?.state else {
      return -.infinity ... .infinity
    }
    let low = marginal.quantile(TailProbability(lower: Self.beyond))
    let high = marginal.quantile(TailProbability(upper: Self.beyond))
    return min(low, high)...max(low, high)
  }
}
