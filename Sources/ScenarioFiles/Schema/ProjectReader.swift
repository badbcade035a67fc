import GrowthModel
import Stochastics

/// Reads the projects.
struct ProjectReader {
  let context: ReadingContext
  /// Those of the accounts.
  let names: ModelNames

  private var leaves: LeafNames { LeafNames(context: context, names: names) }

  /// The projects; where figures are wrong, with others in their place, so that their names are known.
  func read(_ fields: Fields) -> [Project] {
    fields.named("projects", what: .project).compactMap { entry in
      if !Identifier.isValid(entry.key) {
        context.findings.report(
          KeyFact.badIdentifier(entry.key, what: .project), at: entry.keyPlace)
      }
      guard
        let own = Fields(
          entry.value, schema: .project, path: fields.path(to: "projects") + "." + entry.key,
          place: entry.keyPlace, context: context)
      else { return nil }
      return project(entry.key, own)
    }
  }

  private func project(_ id: String, _ fields: Fields) -> Project {
    leaves.checkLevels(.project, at: fields.place)
    let name = fields.recordedWording("name") ?? id
    let activity = leaves.leaf("activity", of: fields)
    let goAhead = self.goAhead(id, fields)
    let start = fields.uncertain(
      "start", variable: id + ".start", .exactly(.date), above: .none)
    let ramp = self.ramp(id, fields)
    let capacity = fields.uncertain(
      "capacity", variable: id + ".capacity", .money, within: .positive,
      what: .capacity)
    let construction = fields.mapping("construction", schema: .construction).map {
      self.construction(id, $0)
    }
    if let start, !fields.has("construction") { checkOpens(start) }
    return Project(
      id: id, name: name, activity: activity ?? names.activities.first(where: names.isLeaf) ?? "",
      goAhead: goAhead,
      start: start?.input ?? .constant(Double(context.timeline.baseYear + 1)), ramp: ramp,
      capacity: capacity?.input ?? .constant(0), construction: construction)
  }

  /// One where it goes ahead; a constant where that is certain.
  private func goAhead(_ id: String, _ fields: Fields) -> Input {
    fields.recordStandard("go-ahead", "100%")
    let name = id + ".go-ahead"
    // The figure is no variable of its own: that whether the project goes ahead has the name.
    let figure = fields.uncertain(
      "go-ahead", variable: name + ".probability", .rate, within: .part,
      what: .goAhead, isFixed: true)
    guard let figure, let probability = figure.mean, probability != 1 else { return .constant(1) }
    return context.chance(name, probability: probability, at: figure.place) ?? .constant(0)
  }

  /// The model divides by an uncertain ramp, which is therefore above zero.
  private func ramp(_ id: String, _ fields: Fields) -> Input {
    fields.recordStandard("ramp", "0 months")
    let isUncertain = fields.entry("ramp")?.value["distribution"] != nil
    let figure = fields.uncertain(
      "ramp", variable: id + ".ramp", .duration,
      within: isUncertain ? .positive : .notNegative,
      what: isUncertain ? .uncertainRamp : .ramp)
    return figure?.input ?? .constant(0)
  }

  private func construction(_ id: String, _ fields: Fields) -> Project.Construction {
    let spending = fields.uncertain(
      "spending", variable: id + ".spending", .money, within: .positive,
      what: .constructionSpending)
    let duration = fields.uncertain(
      "duration", variable: id + ".duration", .duration, within: .positive,
      what: .constructionDuration)
    let activity = leaves.leaf("activity", of: fields)
    let valueAdded = fields.uncertain(
      "value-added", variable: id + ".value-added", .rate, within: .part,
      what: .valueAddedShare)
    if fields.has("activity"), !fields.has("value-added") {
      context.findings.report(ProjectFact.noValueAdded, at: fields.place(of: "activity"))
    } else if fields.has("value-added"), !fields.has("activity") {
      context.findings.report(ProjectFact.valueAddedNowhere, at: fields.place(of: "value-added"))
    }
    return Project.Construction(
      spending: spending?.input ?? .constant(0), duration: duration?.input ?? .constant(1),
      activity: activity, valueAddedShare: valueAdded?.input ?? .constant(0))
  }

  /// Warns of an opening that lies behind the last period for sure.
  private func checkOpens(_ start: UncertainFigure) {
    guard context.knowsTimeline, let end = context.timeline.steps.last?.bounds.end,
      let earliest = start.support?.lowerBound, earliest >= end
    else { return }
    context.findings.report(
      ProjectFact.opensTooLate(
        CalendarDate(year: earliest).description, end: CalendarDate(year: end).description),
      at: start.place)
  }
}
