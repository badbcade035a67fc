import GrowthModel
import Stochastics

/// What the top of a scenario file and its `run` say.
struct HeaderReader {
  let context: ReadingContext
  let fields: Fields

  /// Reports a format that this program does not know.
  func checkFormat() {
    guard let text = fields.recordedText("format"), let entry = fields.entry("format"),
      text != MappingSchema.format
    else { return }
    context.findings.report(KeyFact.badFormat(text), at: entry.value.place)
  }

  /// Notes beside the name what the file extends; reports a command line that would change it.
  func checkExtends() {
    guard let text = fields.text("extends"), let place = fields.entry("extends")?.value.place else {
      return
    }
    if place.isCommandLine { context.findings.report(ExtendsFact.overridden, at: place) }
    context.record(
      "extends", text, origin: .file(place.location),
      near: fields.entry("name")?.value.place ?? fields.place)
  }

  func currency() -> String? {
    guard let text = fields.recordedText("currency"), let entry = fields.entry("currency") else {
      return nil
    }
    guard Figure.isCurrency(text) else {
      context.findings.report(KeyFact.notCurrency(text), at: entry.value.place)
      return nil
    }
    return text
  }

  func year(_ key: String) -> Int? {
    guard let text = fields.recordedText(key), let entry = fields.entry(key) else { return nil }
    guard text.count == 4, text.allSatisfy({ $0.isASCII && $0.isNumber }), let year = Int(text)
    else {
      context.findings.report(KeyFact.notYear(text, key: key), at: entry.value.place)
      return nil
    }
    return year
  }

  private static let steps: [(name: String, step: Timeline.Step)] = [
    ("years", .year), ("quarters", .quarter),
  ]

  /// How long the steps of the model are; years unless the file says otherwise.
  func step() -> Timeline.Step {
    guard let text = fields.recordedText("steps"), let entry = fields.entry("steps") else {
      return .year
    }
    guard let step = Self.steps.first(where: { $0.name == text })?.step else {
      context.findings.report(
        KeyFact.notOneOf(text, key: "steps", allowed: Self.steps.map(\.name)),
        at: entry.value.place)
      return .year
    }
    return step
  }

  /// The most years of a model in quarters.
  static let mostYearsInQuarters = 10

  /// The periods of the model; nil, with a diagnostic, where the years are impossible.
  func timeline(base: Int?, year: Int?, step: Timeline.Step) -> Timeline? {
    guard let base, let year, let place = fields.entry("year")?.value.place else { return nil }
    let most = step == .year ? Timeline.longest : Self.mostYearsInQuarters
    guard year > base else {
      context.findings.report(TimeFact.yearNotAfter(year: year, baseYear: base), at: place)
      return nil
    }
    guard year - base <= most else {
      context.findings.report(
        TimeFact.tooManyYears(year - base, most: most, step: step), at: place)
      return nil
    }
    return Timeline(baseYear: base, lastYear: year, step: step)
  }

  /// Reports prices of a year that is still to come.
  func checkYears(year: Int?, price: Int?) {
    guard let year else { return }
    if let price, price > year, let entry = fields.entry("price-year") {
      context.findings.report(
        KeyFact.priceYearAfterYear(price, year: year), at: entry.value.place)
    }
  }

  /// The date of the knowledge in the scenario, `YYYY-MM-DD`.
  func date() -> String? {
    fields.date("as-of")
  }

  private static let weightings: [(name: String, weighting: Economy.Weighting)] = [
    ("constant prices", .baseVolumes), ("planned structure", .plannedStructure),
  ]

  func weighting() -> Economy.Weighting {
    guard let text = fields.recordedText("weights"), let entry = fields.entry("weights") else {
      if !fields.has("weights") {
        context.record(
          "weights", Self.weightings[0].name, origin: .standard, near: fields.place(of: "year"))
      }
      return .baseVolumes
    }
    guard let weighting = Self.weightings.first(where: { $0.name == text })?.weighting else {
      context.findings.report(
        KeyFact.notOneOf(text, key: "weights", allowed: Self.weightings.map(\.name)),
        at: entry.value.place)
      return .baseVolumes
    }
    if weighting == .plannedStructure {
      context.findings.report(AccountsFact.plannedStructure, at: entry.value.place)
    }
    return weighting
  }

  /// What `run` says; nil where it says nothing.
  func run() -> (draws: Int?, seed: UInt64?, sampling: Sampling?) {
    let run = fields.mapping("run", schema: .run)
    return (draws(run), seed(run), sampling(run))
  }

  private func sampling(_ run: Fields?) -> Sampling? {
    guard let run, run.has("sampling") else {
      context.record(
        "run.sampling", Sampling.pseudoRandom.rawValue, origin: .standard,
        near: run?.place ?? fields.place)
      return nil
    }
    guard let text = run.recordedText("sampling"), let entry = run.entry("sampling") else {
      return nil
    }
    if let sampling = Sampling(rawValue: text) { return sampling }
    context.findings.report(
      KeyFact.notOneOf(text, key: "sampling", allowed: Sampling.allCases.map(\.rawValue)),
      at: entry.value.place)
    return nil
  }

  private func draws(_ run: Fields?) -> Int? {
    guard let run, run.has("draws") else {
      context.record("run.draws", "1M", origin: .standard, near: run?.place ?? fields.place)
      return nil
    }
    guard let text = run.recordedText("draws"), let entry = run.entry("draws") else { return nil }
    if let draws = DrawCount.parse(text) { return draws }
    context.findings.report(KeyFact.notDraws(text), at: entry.value.place)
    return nil
  }

  private func seed(_ run: Fields?) -> UInt64? {
    guard let run, run.has("seed") else {
      context.record("run.seed", "1", origin: .standard, near: run?.place ?? fields.place)
      return nil
    }
    guard let text = run.recordedText("seed"), let entry = run.entry("seed") else { return nil }
    if text.allSatisfy({ ("0"..."9").contains($0) || $0 == "_" }),
      let seed = UInt64(text.filter { $0 != "_" })
    {
      return seed
    }
    context.findings.report(KeyFact.notSeed(text), at: entry.value.place)
    return nil
  }
}
