import GrowthModel

/// Figures that may be uncertain, for the periods of a model.
struct ScheduleFigure {
  let schedule: Schedule
  /// Each figure with the period that it stands beside; none where it is one for all.
  let figures: [(period: Period?, figure: UncertainFigure)]
  let unit: Unit?
  let place: Place

  /// Whether some of its numbers are for quarters.
  var hasQuarters: Bool {
    figures.contains {
      $0.period.map { $0.span != .year } ?? false || $0.figure.repeats == .quarter
    }
  }

  /// The expected number of a step; nil where a mistake hides it.
  func mean(_ step: Period) -> Double? {
    (figures.first { $0.period == step } ?? figures.first { $0.period == Period(year: step.year) }
      ?? figures.first { $0.period == nil })?.figure.mean
  }

  /// What the expected growth of all years comes to; of quarters the year's mean counts.
  func compounded(over timeline: Timeline) -> Double? {
    var growth: [Double] = []
    for year in timeline.years {
      let means = timeline.steps(of: year).map { mean($0) }
      let known = means.compactMap(\.self)
      guard known.count == means.count, let first = known.first else { return nil }
      let isFlat = known.allSatisfy { $0 == first }
      growth.append(isFlat ? first : known.reduce(0, +) / Double(known.count))
    }
    guard growth.count > 1 else { return growth.first }
    return growth.reduce(1) { $0 * (1 + $1) } - 1
  }
}

extension Fields {
  /// The schedule under a key, noted as variables that begin with this name; reports what is wrong
  /// with it.
  func schedule(
    _ key: String, variable: String, _ expected: ExpectedUnit, above bound: LowerBound,
    years: Noun? = nil, fixedOnly: Noun? = nil, needed: [Period]? = nil
  ) -> ScheduleFigure? {
    guard let entry = entry(key) else { return nil }
    var reader = ScheduleReader(
      context: context, variable: variable, expected: expected, bound: bound)
    reader.onlyYears = years
    reader.fixedOnly = fixedOnly
    reader.needed = needed
    return reader.read(entry, path: path(to: key))
  }
}

/// Reads what stands where a figure may be one for all periods or one for each.
struct ScheduleReader {
  let context: ReadingContext
  let variable: String
  let expected: ExpectedUnit
  let bound: LowerBound
  /// What has a figure for each year and none for quarters; nil where quarters are possible.
  var onlyYears: Noun?
  /// What must be fixed figures; nil where they may be uncertain.
  var fixedOnly: Noun?
  /// The steps that need a figure where they are given by period; nil for all.
  var needed: [Period]?

  init(
    context: ReadingContext, variable: String, expected: ExpectedUnit, bound: LowerBound
  ) {
    self.context = context
    self.variable = variable
    self.expected = expected
    self.bound = bound
  }

  /// Whether a mapping gives figures by period.
  static func isByPeriod(_ node: SyntaxNode) -> Bool {
    node.entries?.contains { looksLikePeriod($0.key) } ?? false
  }

  private static func looksLikePeriod(_ key: String) -> Bool {
    key.utf8.count >= 4 && key.utf8.prefix(4).allSatisfy { (0x30...0x39).contains($0) }
  }

  func read(_ entry: SyntaxNode.Entry, path: String) -> ScheduleFigure {
    guard Self.isByPeriod(entry.value) else {
      let reader = UncertainReader(
        context: context, variable: variable, expected: expected, bound: bound, canRepeat: true,
        fixedOnly: fixedOnly)
      let figure = reader.read(entry, path: path)
      if let onlyYears, figure.repeats == .quarter {
        context.findings.report(TimeFact.onlyYears(onlyYears), at: figure.place)
      }
      return ScheduleFigure(
        schedule: figure.schedule, figures: [(nil, figure)], unit: figure.unit,
        place: figure.place)
    }
    return readByPeriod(entry, path: path)
  }

  private func readByPeriod(_ entry: SyntaxNode.Entry, path: String) -> ScheduleFigure {
    var expected = expected
    var inputs: [Period: Input] = [:]
    var figures: [(period: Period?, figure: UncertainFigure)] = []
    var isSound = true
    for item in entry.value.entries ?? [] where !["source", "notes"].contains(item.key) {
      guard let period = period(item, path: path) else {
        isSound = false
        continue
      }
      guard !item.value.isEmpty else {
        context.findings.report(KeyFact.noValue(item.key), at: item.keyPlace)
        isSound = false
        continue
      }
      let reader = UncertainReader(
        context: context, variable: "\(variable).\(period)", expected: expected, bound: bound,
        historyName: variable, fixedOnly: fixedOnly)
      let figure = reader.read(item, path: "\(path).\(period)")
      if case .any = expected, let unit = figure.unit { expected = .exactly(unit) }
      inputs[period] = figure.input
      figures.append((period, figure))
    }
    checkTexts(entry.value)
    if isSound, context.knowsTimeline,
      let missing = (needed ?? context.timeline.steps).first(where: {
        inputs[$0] == nil && inputs[Period(year: $0.year)] == nil
      })
    {
      context.findings.report(
        TimeFact.missingPeriod(onlyYears == nil ? missing : Period(year: missing.year), path: path),
        at: entry.keyPlace)
    }
    let members = figures.compactMap { item in
      item.period.map { VariableTable.Member(period: $0, name: "\(variable).\($0)") }
    }
    context.variables.addFamily(variable, members.sorted { Self.isEarlier($0.period, $1.period) })
    let unit: Unit? = if case .exactly(let unit) = expected { unit } else { nil }
    return ScheduleFigure(
      schedule: .byPeriod(inputs), figures: figures, unit: unit, place: entry.value.place)
  }

  private static func isEarlier(_ first: Period, _ second: Period) -> Bool {
    (first.year, first.quarters.lowerBound) < (second.year, second.quarters.lowerBound)
  }

  private func checkTexts(_ node: SyntaxNode) {
    for key in ["source", "notes"] {
      guard let text = node.entries?.first(where: { $0.key == key }) else { continue }
      if text.value.isEmpty {
        context.findings.report(KeyFact.noValue(key), at: text.keyPlace)
      } else {
        _ = context.wording(text)
      }
    }
  }

  /// The period of a key; nil, with a diagnostic, where it is none of the model's.
  private func period(_ item: SyntaxNode.Entry, path: String) -> Period? {
    guard let period = Period(item.key) else {
      context.findings.report(TimeFact.notPeriod(item.key, path: path), at: item.keyPlace)
      return nil
    }
    let step = context.timeline.step
    let isStep = period.span == .year || (step == .quarter && period.quarters.count == 1)
    guard isStep else {
      context.findings.report(TimeFact.notStep(item.key, step: step), at: item.keyPlace)
      return nil
    }
    if let onlyYears, period.span != .year {
      context.findings.report(TimeFact.onlyYears(onlyYears), at: item.keyPlace)
      return nil
    }
    guard !context.knowsTimeline || context.timeline.contains(period) else {
      let steps = context.timeline.steps
      context.findings.report(
        TimeFact.outside(period, first: steps[0], last: steps[steps.count - 1]), at: item.keyPlace)
      return nil
    }
    return period
  }
}
