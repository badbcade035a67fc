import GrowthModel

/// Reads the targets and the statements beside them.
struct TargetReader {
  let context: ReadingContext
  let quantities: QuantityReader

  /// The targets; a scenario without any is warned of.
  func targets(_ fields: Fields) -> [Target] {
    let found = read("targets", what: .target, schema: .target, fields)
    if fields.entry("targets")?.value.entries?.isEmpty ?? true {
      context.findings.report(TargetFact.noTargets, at: fields.place(of: "targets"))
    }
    return found
  }

  /// What the plan says beside its targets.
  func statements(_ fields: Fields, beside targets: [Target]) -> [Target] {
    for entry in fields.entry("statements")?.value.entries ?? []
    where targets.contains(where: { $0.id == entry.key }) {
      context.findings.report(TargetFact.alsoTarget(entry.key), at: entry.keyPlace)
    }
    return read("statements", what: .statement, schema: .statement, fields)
  }

  private func read(
    _ section: String, what: Noun, schema: MappingSchema, _ fields: Fields
  ) -> [Target] {
    fields.named(section, what: what).compactMap { entry in
      if !Identifier.isValid(entry.key) {
        context.findings.report(KeyFact.badIdentifier(entry.key, what: what), at: entry.keyPlace)
      }
      guard
        let own = Fields(
          entry.value, schema: schema, path: fields.path(to: section) + "." + entry.key,
          place: entry.keyPlace, context: context)
      else { return nil }
      return target(entry.key, own, what: what)
    }
  }

  private func target(_ id: String, _ fields: Fields, what: Noun) -> Target? {
    let name = fields.recordedWording("name")
    let quantity = self.quantity(fields)
    let unit: ExpectedUnit = quantity.map { .exactly($0.unit) } ?? .any
    let given = ["equals", "at-least", "at-most", "near"].filter { fields.has($0) }
    let figures = given.map { fields.figure($0, unit) }
    let tolerance = self.tolerance(fields, quantity: quantity, isNear: given.contains("near"))
    guard let key = given.first else {
      if !fields.has("within") {
        context.findings.report(TargetFact.noComparison(id, what: what), at: fields.place)
      }
      return nil
    }
    guard given.count == 1 else {
      context.findings.report(
        TargetFact.twoComparisons(given, what: what),
        at: fields.place(ofOneOf: Array(given.prefix(2))))
      return nil
    }
    guard let quantity, let threshold = figures[0] else { return nil }
    let comparison: Target.Comparison
    switch key {
    case "at-least": comparison = .atLeast
    case "at-most": comparison = .atMost
    case "equals": comparison = .within(tolerance: 0)
    default:
      guard let tolerance else { return nil }
      comparison = .within(tolerance: tolerance.value)
    }
    return Target(
      id: id, name: name ?? quantity.title, quantity: quantity.path, comparison: comparison,
      threshold: threshold.value)
  }

  private func tolerance(
    _ fields: Fields, quantity: Quantity?, isNear: Bool
  ) -> LocatedFigure? {
    guard isNear else {
      if fields.has("within") {
        context.findings.report(TargetFact.withinWithoutNear, at: fields.place(of: "within"))
      }
      return nil
    }
    guard fields.has("within") else {
      context.findings.report(TargetFact.nearWithoutWithin, at: fields.place(of: "near"))
      return nil
    }
    let unit: ExpectedUnit = quantity.map { .exactly($0.unit.ofDistance) } ?? .any
    guard let figure = fields.figure("within", unit) else { return nil }
    if figure.value < 0 {
      context.findings.report(
        TargetFact.negativeTolerance(figure.figure.text), at: figure.place)
      return nil
    }
    return figure
  }

  private func quantity(_ fields: Fields) -> Quantity? {
    guard let path = fields.recordedText("quantity"), let entry = fields.entry("quantity") else {
      return nil
    }
    return quantities.quantity(path, at: entry.value.place)
  }
}
