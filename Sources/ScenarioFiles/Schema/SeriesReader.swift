import GrowthModel

/// Reads levers, uncertainties and indicators.
struct SeriesReader {
  let context: ReadingContext

  func read(_ fields: Fields) -> [SeriesDraft] {
    SeriesDraft.Section.allCases.flatMap { section in
      fields.named(section.rawValue, what: section.noun).compactMap { entry in
        if !Identifier.isValidPath(entry.key) {
          context.findings.report(
            KeyFact.badQuantityPath(entry.key, what: section.noun), at: entry.keyPlace)
        }
        return draft(entry, section, path: fields.path(to: section.rawValue) + "." + entry.key)
      }
    }
  }

  private func draft(
    _ entry: SyntaxNode.Entry, _ section: SeriesDraft.Section, path: String
  ) -> SeriesDraft? {
    if section == .uncertainties, Self.isFigure(entry.value) {
      var draft = SeriesDraft(
        section: section, id: entry.key, name: entry.key, place: entry.keyPlace)
      let reader = ScheduleReader(
        context: context, variable: entry.key, expected: .any, bound: .none)
      setLevel(reader.read(entry, path: path), of: &draft)
      draft.frequency = frequency(of: draft, every: nil, hasQuarters: draft.frequency == .quarter)
      return draft
    }
    guard
      let fields = Fields(
        entry.value, schema: section.schema, path: path, place: entry.keyPlace, context: context)
    else { return nil }
    var draft = SeriesDraft(
      section: section, id: entry.key, name: fields.recordedWording("name") ?? entry.key,
      place: entry.keyPlace)
    guard readCourse(fields, of: &draft) else { return draft }
    if section == .levers { LeverReader(fields: fields).read(into: &draft) }
    return draft
  }

  /// Whether an uncertainty is its distribution itself.
  private static func isFigure(_ node: SyntaxNode) -> Bool {
    guard let keys = node.entries?.map(\.key) else { return node.items == nil }
    return keys.contains("distribution") || keys.contains("value")
      || ScheduleReader.isByPeriod(node)
  }

  /// Reads how the number runs over the periods; false where the file does not say at all.
  private func readCourse(_ fields: Fields, of draft: inout SeriesDraft) -> Bool {
    let given = draft.section == .levers ? ["value"] : ["level", "base", "formula"]
    let ways = given.filter { fields.has($0) || ($0 == "base" && fields.has("growth")) }
    guard let way = ways.first else {
      if draft.section != .levers {
        context.findings.report(
          SeriesFact.incomplete(draft.id, draft.section), at: fields.place)
      }
      return false
    }
    if ways.count > 1 {
      let keys = ways.map { fields.has($0) ? $0 : "growth" }
      context.findings.report(
        SeriesFact.overfull(draft.id, keys, draft.section),
        at: fields.place(ofOneOf: keys))
    }
    var hasQuarters = false
    switch way {
    case "formula":
      draft.formula = fields.formula("formula")
      draft.course = draft.formula.map { .formula($0.formula) }
    case "base": hasQuarters = readGrowth(fields, of: &draft)
    default:
      let fixedOnly: Noun? = draft.section == .levers ? .leverValue : nil
      if let level = fields.schedule(
        way, variable: draft.id, .any, above: .none, fixedOnly: fixedOnly)
      {
        setLevel(level, of: &draft)
        hasQuarters = level.hasQuarters
      }
    }
    readTraits(fields, of: &draft, isFormula: way == "formula", hasQuarters: hasQuarters)
    return true
  }

  private func setLevel(_ level: ScheduleFigure, of draft: inout SeriesDraft) {
    draft.unit = level.unit
    draft.course = .level(level.schedule)
    if level.hasQuarters { draft.frequency = .quarter }
  }

  /// Reads base and growth; whether the growth has figures for quarters.
  private func readGrowth(_ fields: Fields, of draft: inout SeriesDraft) -> Bool {
    guard fields.has("base") else {
      context.findings.report(
        SeriesFact.incomplete(draft.id, draft.section), at: fields.place)
      return false
    }
    let base = fields.figure("base", .any)
    if let base, base.value <= 0 {
      context.findings.report(
        SeriesFact.notPositive(draft.id, text: base.figure.text), at: base.place)
    }
    if !fields.has("growth") {
      context.findings.report(
        SeriesFact.missingGrowth(draft.id, draft.section), at: fields.place)
    }
    let growth = fields.schedule(
      "growth", variable: draft.id + ".growth", .exactly(.rate), above: .growth)
    draft.unit = base?.figure.unit
    draft.course = .growing(
      base: base?.value ?? 1, growth: growth?.schedule ?? .constant(0))
    return growth?.hasQuarters ?? false
  }

  // MARK: Periods

  private func readTraits(
    _ fields: Fields, of draft: inout SeriesDraft, isFormula: Bool, hasQuarters: Bool
  ) {
    draft.total = choice(
      "total", [("sum", Series.Total.sum), ("mean", .mean)], of: fields)
    let every = choice(
      "every", [("year", Timeline.Step.year), ("quarter", .quarter)], of: fields)
    draft.before = fields.figure("before", draft.unit.map { .exactly($0) } ?? .any)
    if isFormula { draft.unit = draft.before?.figure.unit }
    let shares = fields.seasonalShares("quarters")
    if shares != nil {
      if isFormula || hasQuarters || every == .year {
        let reason: SeriesFact.Obstacle =
          isFormula ? .formula : every == .year ? .yearly : .quarterly
        context.findings.report(
          SeriesFact.unfitQuarters(draft.id, because: reason), at: fields.place(of: "quarters"))
      } else if let unit = draft.unit, !Self.isFlow(unit) {
        context.findings.report(
          SeriesFact.unfitQuarters(draft.id, because: .unit(unit)),
          at: fields.place(of: "quarters"))
      }
    }
    draft.seasonalShares = shares
    if every == .year, hasQuarters {
      context.findings.report(TimeFact.onlyYears(.named(draft.id)), at: fields.place(of: "every"))
    }
    draft.frequency = frequency(of: draft, every: every, hasQuarters: hasQuarters)
    if case .growing = draft.course, draft.frequency == .quarter, shares == nil,
      let unit = draft.unit, Self.isFlow(unit), !fields.has("quarters")
    {
      context.findings.report(TimeFact.missingQuarters(draft.id), at: fields.place(of: "base"))
    }
  }

  /// One of some words, in models in quarters.
  private func choice<Value>(
    _ key: String, _ choices: [(name: String, value: Value)], of fields: Fields
  ) -> Value? {
    guard let text = fields.recordedText(key), let entry = fields.entry(key) else { return nil }
    guard context.hasQuarters else {
      context.findings.report(TimeFact.needsQuarters(.named(key)), at: entry.keyPlace)
      return nil
    }
    guard let choice = choices.first(where: { $0.name == text }) else {
      context.findings.report(
        KeyFact.notOneOf(text, key: key, allowed: choices.map(\.name)), at: entry.value.place)
      return nil
    }
    return choice.value
  }

  private func frequency(
    of draft: SeriesDraft, every: Timeline.Step?, hasQuarters: Bool
  ) -> Timeline.Step {
    guard context.hasQuarters else { return .year }
    if let every { return every }
    if hasQuarters || draft.seasonalShares != nil || draft.formula != nil { return .quarter }
    return draft.unit.map { Self.isFlow($0) } ?? true ? .year : .quarter
  }

  /// Whether numbers of this unit are for a span of time, so that those of quarters add up.
  private static func isFlow(_ unit: Unit) -> Bool {
    switch unit {
    case .money, .count: true
    default: false
    }
  }
}
