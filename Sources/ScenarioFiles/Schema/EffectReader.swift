import GrowthModel
import Stochastics

/// Reads the effects.
struct EffectReader {
  let context: ReadingContext

  /// The effects of known kinds, their keys checked.
  func drafts(_ fields: Fields) -> [EffectDraft] {
    fields.named("effects", what: .effect).compactMap { entry in
      if !Identifier.isValid(entry.key) {
        context.findings.report(
          KeyFact.badIdentifier(entry.key, what: .effect), at: entry.keyPlace)
      }
      guard let kind = kind(entry),
        let own = Fields(
          entry.value, schema: kind.schema, path: fields.path(to: "effects") + "." + entry.key,
          place: entry.keyPlace, context: context)
      else { return nil }
      _ = own.recordedText("kind")
      return EffectDraft(
        id: entry.key, name: own.recordedWording("name") ?? entry.key, kind: kind, fields: own,
        place: entry.keyPlace)
    }
  }

  /// The kind, which decides what other keys there are.
  private func kind(_ entry: SyntaxNode.Entry) -> EffectDraft.Kind? {
    let kinds = EffectDraft.Kind.allCases.map(\.rawValue)
    guard entry.value.entries != nil else {
      context.findings.report(
        KeyFact.notMapping(what: .effect, shape: entry.value.shape, keys: ["kind", "to"]),
        at: entry.value.place)
      return nil
    }
    guard let node = entry.value["kind"], !node.isEmpty else {
      context.findings.report(EffectFact.noKind(kinds), at: entry.keyPlace)
      return nil
    }
    guard let kind = node.text.flatMap(EffectDraft.Kind.init) else {
      context.findings.report(
        KeyFact.notOneOf(node.text ?? node.shape.text(), key: "kind", allowed: kinds),
        at: node.place)
      return nil
    }
    return kind
  }

  /// The effect, nil where a mistake hides what it does, and the formula that it has. Demands have
  /// a reader of their own.
  func effect(
    _ draft: EffectDraft, among names: ModelNames
  ) -> (effect: Effect?, formula: FormulaText?) {
    let activities = activities(draft, among: names)
    let basis = basis(draft)
    let formula = draft.kind == .formula ? draft.fields.formula("formula") : nil
    let source: Effect.Source? =
      switch draft.kind {
      case .elasticity: elasticity(draft, among: names).map { .elasticity($0) }
      case .event: .event(event(draft))
      case .formula:
        formula.flatMap { text in
          let check = FormulaUnits(context: context, names: names)
          return check.check(text, expecting: .rate).map { _ in .formula(text.formula) }
        }
      case .demand: nil
      }
    guard let source, let activities else { return (nil, formula) }
    let effect = Effect(
      id: draft.id, name: draft.name, activities: activities, basis: basis, source: source)
    return (effect, formula)
  }

  private func activities(_ draft: EffectDraft, among names: ModelNames) -> [String]? {
    guard let node = draft.fields.entry("to")?.value else { return nil }
    let items = node.items ?? [node]
    var found: [String] = []
    for item in items {
      guard let id = item.text else {
        context.findings.report(EffectFact.notActivities(item.shape), at: item.place)
        return nil
      }
      guard names.activities.contains(id) else {
        context.findings.report(EffectFact.unknownActivity(id, names.activities), at: item.place)
        continue
      }
      if found.contains(id) {
        context.findings.report(EffectFact.repeatedActivity(id), at: item.place)
      }
      found.append(id)
    }
    if items.isEmpty { context.findings.report(EffectFact.noActivities, at: node.place) }
    context.record(
      draft.fields.path(to: "to"), items.compactMap(\.text).joined(separator: ", "), at: node.place)
    return found.count == items.count && !found.isEmpty ? found : nil
  }

  private func basis(_ draft: EffectDraft) -> Effect.Basis {
    let bases: [(name: String, basis: Effect.Basis)] = [("growth", .growth), ("level", .level)]
    let standard = draft.kind == .event ? bases[1] : bases[0]
    guard draft.fields.has("on") else {
      context.record(
        draft.fields.path(to: "on"), standard.name, origin: .standard, near: draft.place)
      return standard.basis
    }
    guard let text = draft.fields.recordedText("on"), let entry = draft.fields.entry("on") else {
      return standard.basis
    }
    guard let basis = bases.first(where: { $0.name == text })?.basis else {
      context.findings.report(
        KeyFact.notOneOf(text, key: "on", allowed: bases.map(\.name)), at: entry.value.place)
      return standard.basis
    }
    return basis
  }

  // MARK: Elasticity

  private func elasticity(_ draft: EffectDraft, among names: ModelNames) -> Elasticity? {
    let (fields, id) = (draft.fields, draft.id)
    let elasticity = fields.uncertain(
      "elasticity", variable: id + ".elasticity", .exactly(.number), above: .none)
    let persistence = fields.uncertain(
      "persistence", variable: id + ".persistence", .exactly(.number), above: .none)
    persistence?.check(0...1, excludesTop: true, what: .persistence, context)
    let lag = lag(fields)
    guard let driver = quantity("from", of: fields, among: names) else { return nil }
    let given = fields.schedule(
      "reference", variable: id + ".reference", .exactly(driver.unit), above: .none,
      fixedOnly: .effectReference)
    let reference = given?.schedule ?? reference(of: driver.path, fields, among: names)
    let isRelative = ![Unit.rate, .percentagePoints, .number].contains(driver.unit)
    if isRelative, let reference { checkNotZero(reference, given, fields) }
    guard let reference, let elasticity else { return nil }
    return Elasticity(
      driver: driver.path, reference: reference, isRelative: isRelative,
      elasticity: elasticity.input, lag: lag, persistence: persistence?.input ?? .constant(0))
  }

  /// The quantity under a key; nil where there is none, which is reported unless a mistake hides it.
  func quantity(
    _ key: String, of fields: Fields, among names: ModelNames
  ) -> (path: String, unit: Unit)? {
    guard let path = fields.recordedText(key), let entry = fields.entry(key) else { return nil }
    if let unit = names.unit(of: path) { return (path, unit) }
    if !names.broken.contains(path) {
      context.findings.report(
        TargetFact.unknownQuantity(path, names.names, lacking: nil), at: entry.value.place)
    }
    return nil
  }

  /// The reference of the lever that an effect follows, where it gives none of its own.
  private func reference(
    of path: String, _ fields: Fields, among names: ModelNames
  ) -> Schedule? {
    guard !fields.has("reference") else { return nil }
    if let reference = names.levers[path]?.reference { return reference }
    context.findings.report(
      EffectFact.noReference(path, isLever: names.levers[path] != nil), at: fields.place)
    return nil
  }

  /// Reports a reference that nothing can be a ratio to: the effect's own, or that of the lever.
  private func checkNotZero(_ reference: Schedule, _ given: ScheduleFigure?, _ fields: Fields) {
    if let given {
      guard let zero = given.figures.first(where: { $0.figure.mean == 0 }) else { return }
      context.findings.report(EffectFact.zeroReference, at: zero.figure.place)
      return
    }
    // Zero also stands in for a reference that is wrong, which has been reported.
    guard !context.findings.hasErrors, let entry = fields.entry("from"),
      context.timeline.steps.contains(where: { reference[$0] == .constant(0) })
    else { return }
    context.findings.report(EffectFact.zeroReference, at: entry.value.place)
  }

  static let longestLag = 120

  private func lag(_ fields: Fields) -> Int {
    guard let figure = fields.figure("lag", .exactly(.number)) else { return 0 }
    guard let lag = Int(exactly: figure.value), (0...Self.longestLag).contains(lag) else {
      context.findings.report(EffectFact.badLag(figure.figure.text), at: figure.place)
      return 0
    }
    return lag
  }

  // MARK: Events

  private func event(_ draft: EffectDraft) -> Event {
    let (fields, id) = (draft.fields, draft.id)
    let hazard = fields.schedule(
      "hazard", variable: id + ".hazard", .exactly(.rate), above: .none,
      fixedOnly: .hazard, needed: [])
    for item in hazard?.figures ?? [] {
      item.figure.check(0...1, what: .hazard, context)
    }
    let occurrence = occurrence(of: id, hazard: hazard)
    let size = fields.schedule(
      "size", variable: id + ".size", .exactly(.rate), above: .none,
      needed: context.timeline.steps.filter { occurrence[$0] != nil })
    for item in size?.figures ?? [] {
      item.figure.check(0...1, what: .eventSize, context)
    }
    if !fields.has("recovery") {
      context.record(
        fields.path(to: "recovery"), "100%", origin: .standard, near: fields.place)
    }
    let recovery = fields.uncertain(
      "recovery", variable: id + ".recovery", .exactly(.rate), above: .none)
    recovery?.check(0...1, what: .recovery, context)
    return Event(
      occurrence: .byPeriod(occurrence), size: size?.schedule ?? .constant(0),
      recovery: recovery?.input ?? .constant(1))
  }

  /// Whether it strikes, in each step in which it can.
  private func occurrence(of id: String, hazard: ScheduleFigure?) -> [Period: Input] {
    guard let hazard else { return [:] }
    var result: [Period: Input] = [:]
    for step in context.timeline.steps {
      guard case .constant(let probability)? = hazard.schedule[step] else { continue }
      result[step] = context.chance(
        "\(id).occurrence.\(step)", probability: probability, at: hazard.place)
    }
    let members = context.timeline.steps.filter { result[$0] != nil }.map {
      VariableTable.Member(period: $0, name: "\(id).occurrence.\($0)")
    }
    context.variables.addFamily(id + ".occurrence", members)
    return result
  }

}

extension ReadingContext {
  /// Notes a variable that is one with a probability, else zero. Nil where it never is one.
  func chance(_ name: String, probability: Double, at place: Place) -> Input? {
    guard probability > 0 else { return nil }
    guard probability < 1, let marginal = try? BernoulliDistribution(probability: probability)
    else { return .constant(1) }
    variables.add(.init(name: name, state: .uncertain(marginal), unit: .number, place: place))
    return .uncertain(name)
  }
}
