import GrowthModel

/// Reads the indicators.
struct IndicatorReader {
  let context: ReadingContext

  func read(_ fields: Fields) -> [Series] {
    fields.named("indicators", what: "an indicator").compactMap { entry in
      if !Identifier.isValidPath(entry.key) {
        context.findings.report(KeyFact.badIndicatorPath(entry.key), at: entry.keyPlace)
      }
      guard
        let own = Fields(
          entry.value, schema: .indicator, path: fields.path(to: "indicators") + "." + entry.key,
          place: entry.keyPlace, context: context)
      else { return nil }
      return indicator(entry.key, own)
    }
  }

  /// The indicator; where figures are wrong, with others in their place, so that its name is known.
  private func indicator(_ path: String, _ fields: Fields) -> Series? {
    let name = fields.recordedText("name") ?? path
    if fields.has("level") {
      if fields.has("base") || fields.has("growth") {
        let extra = fields.has("base") ? "base" : "growth"
        context.findings.report(
          AccountsFact.indicatorOverfull(path), at: fields.place(ofOneOf: ["level", extra]))
      }
      let level = fields.uncertain("level", variable: path, .any, above: .none)
      return Series(
        id: path, name: name, unit: level?.unit ?? .number,
        course: .level(.all(level?.input ?? .constant(0))))
    }
    guard fields.has("base") else {
      context.findings.report(AccountsFact.indicatorIncomplete(path), at: fields.place)
      return nil
    }
    let base = fields.figure("base", .any)
    if let base, base.value <= 0 {
      context.findings.report(
        AccountsFact.indicatorNotPositive(path, text: base.figure.text), at: base.place)
    }
    if !fields.has("growth") {
      context.findings.report(AccountsFact.missingIndicatorGrowth(path), at: fields.place)
    }
    let growth = fields.uncertain(
      "growth", variable: path + ".growth", .exactly(.rate), above: .growth)
    return Series(
      id: path, name: name, unit: base?.figure.unit ?? .number,
      course: .growing(base: base?.value ?? 1, growth: .all(growth?.input ?? .constant(0))))
  }
}
