import GrowthModel
import Stochastics

/// A figure that may be uncertain, as the model takes it.
struct UncertainFigure {
  /// One number, or one for each of some periods.
  let schedule: Schedule
  /// The figure itself, or the expected value; nil where a mistake hides it.
  let mean: Double?
  /// The least and the greatest value that it can have; nil where a mistake hides them.
  let support: ClosedRange<Double>?
  let unit: Unit?
  let place: Place
  /// How long the periods are that it has a number for each of; nil where it is one number.
  var repeats: Timeline.Step?

  /// The number of a figure that has only one.
  var input: Input {
    switch schedule {
    case .all(let input): input
    case .byPeriod(let inputs): inputs.values.first ?? .constant(mean ?? 0)
    }
  }
}

/// What a figure must lie above to make sense.
struct LowerBound {
  let value: Double
  /// Such as `the growth of a volume`.
  let what: String

  static let growth = LowerBound(value: -1, what: "a growth rate")
  static let population = LowerBound(value: 0, what: "the population")
  static let none = LowerBound(value: -.infinity, what: "a figure")
}

extension Fields {
  /// The figure or distribution under a key, noted as the variable of this name; reports what is
  /// wrong with it.
  func uncertain(
    _ key: String, variable: String, _ expected: ExpectedUnit, above bound: LowerBound
  ) -> UncertainFigure? {
    guard let entry = entry(key) else { return nil }
    let reader = UncertainReader(
      context: context, variable: variable, expected: expected, bound: bound)
    return reader.read(entry, path: path(to: key))
  }
}

/// Reads what stands where a figure may be uncertain.
struct UncertainReader {
  let context: ReadingContext
  let variable: String
  let expected: ExpectedUnit
  let bound: LowerBound
  /// The name of its column in the history, where that is not its own.
  var historyName: String?
  /// Whether a distribution may be for each of several periods.
  var canRepeat = false
  /// What must be one fixed figure, as in `the value of a lever`; nil where it may be uncertain.
  var fixedOnly: String?
  /// How long the periods are that the distribution is for each of.
  private var repeats: Timeline.Step?

  init(
    context: ReadingContext, variable: String, expected: ExpectedUnit, bound: LowerBound,
    historyName: String? = nil, canRepeat: Bool = false, fixedOnly: String? = nil
  ) {
    self.context = context
    self.variable = variable
    self.expected = expected
    self.bound = bound
    self.historyName = historyName
    self.canRepeat = canRepeat
    self.fixedOnly = fixedOnly
  }

  func read(_ entry: SyntaxNode.Entry, path: String) -> UncertainFigure {
    var reader = self
    if canRepeat { reader.repeats = repetition(entry.value, path: path) }
    return reader.readFigure(entry, path: path)
  }

  /// What `per` says.
  private func repetition(_ node: SyntaxNode, path: String) -> Timeline.Step? {
    guard let per = node["per"], !per.isEmpty, node["distribution"] != nil else { return nil }
    let steps: [(name: String, step: Timeline.Step)] = [("year", .year), ("quarter", .quarter)]
    guard let step = steps.first(where: { $0.name == per.text })?.step else {
      context.findings.report(
        KeyFact.notOneOf(per.text ?? "", key: "per", allowed: steps.map(\.name)), at: per.place)
      return nil
    }
    context.record(path + ".per", per.text ?? "", at: per.place)
    guard step == .year || context.hasQuarters else {
      context.findings.report(TimeFact.needsQuarters("`per: quarter`"), at: per.place)
      return nil
    }
    return step
  }

  private func readFigure(_ entry: SyntaxNode.Entry, path: String) -> UncertainFigure {
    let node = entry.value
    guard let keys = node.entries?.map(\.key), !keys.contains("value") else {
      let figure = FigureReader(context: context).read(
        node, expected, path: path, place: entry.keyPlace)
      return fixed(figure, node: node, path: path)
    }
    if let fixedOnly, node["distribution"] != nil {
      context.findings.report(DistributionFact.fixedOnly(fixedOnly), at: node.place)
      return uncertain(nil, unit: nil, at: node.place)
    }
    guard let named = node["distribution"], !named.isEmpty else {
      context.findings.report(
        DistributionFact.noDistribution(DistributionTable.names), at: node.place)
      return uncertain(nil, unit: nil, at: node.place)
    }
    guard let name = named.text, DistributionTable.names.contains(name) else {
      context.findings.report(
        DistributionFact.unknownDistribution(named.text ?? "", DistributionTable.names),
        at: named.place)
      return uncertain(nil, unit: nil, at: node.place)
    }
    if name == DistributionTable.bootstrap {
      return fromBootstrap(entry, path: path)
    }
    if name == DistributionTable.history {
      return fromHistory(entry, path: path)
    }
    guard let row = DistributionTable.row(name, keys: keys)?.completed(by: keys),
      let fields = Fields(
        node, schema: row.schema(canRepeat: canRepeat), path: path, place: entry.keyPlace,
        context: context)
    else { return uncertain(nil, unit: nil, at: node.place) }
    return distribution(row, fields)
  }

  private func fixed(
    _ figure: LocatedFigure?, node: SyntaxNode, path: String
  ) -> UncertainFigure {
    context.variables.add(
      .init(name: variable, state: .fixed, unit: figure?.figure.unit, place: node.place))
    if let figure, figure.value <= bound.value {
      let limit = write(bound.value, figure.figure.unit)
      context.findings.report(
        DistributionFact.notAboveBound(figure.figure.text, what: bound.what, bound: limit),
        at: figure.place)
    }
    return UncertainFigure(
      schedule: .constant(figure?.value ?? 0), mean: figure?.value,
      support: figure.map { $0.value...$0.value }, unit: figure?.figure.unit, place: node.place)
  }

  /// Notes the variable; a nil marginal stands for a mistake that has been reported.
  func uncertain(
    _ marginal: (any Marginal)?, unit: Unit?, at place: Place
  ) -> UncertainFigure {
    func add(_ name: String) {
      context.variables.add(
        .init(
          name: name, state: marginal.map { .uncertain($0) } ?? .broken, unit: unit, place: place))
    }
    func figure(_ schedule: Schedule) -> UncertainFigure {
      UncertainFigure(
        schedule: schedule, mean: marginal?.mean, support: marginal?.support, unit: unit,
        place: place, repeats: repeats)
    }
    guard let repeats else {
      add(variable)
      return figure(.uncertain(variable))
    }
    let timeline = context.timeline
    let periods = repeats == .year ? timeline.years.map { Period(year: $0) } : timeline.steps
    let members = periods.map { VariableTable.Member(period: $0, name: "\(variable).\($0)") }
    for member in members { add(member.name) }
    context.variables.addFamily(variable, members)
    return figure(
      .byPeriod(
        Dictionary(
          members.map { ($0.period, .uncertain($0.name)) }, uniquingKeysWith: { first, _ in first }
        )))
  }

  private func distribution(_ row: DistributionRow, _ fields: Fields) -> UncertainFigure {
    _ = fields.recordedText("distribution")
    noteUnsourced(row, fields)
    var expected = expected
    var figures: [[LocatedFigure]?] = []
    for parameter in row.parameters {
      let read = read(parameter, of: fields, expected)
      if case .any = expected, let unit = unit(toldBy: parameter, read?.first, of: fields) {
        expected = .exactly(unit)
      }
      figures.append(read)
    }
    let limits = row.isContinuous ? limits(of: fields, expected) : Limits.none
    let unit: Unit? = if case .exactly(let unit) = expected { unit } else { nil }
    let known = figures.compactMap(\.self)
    guard known.count == figures.count, let limits else {
      return uncertain(nil, unit: unit, at: fields.place)
    }
    guard let marginal = marginal(row, known, limits, unit: unit, fields) else {
      return uncertain(nil, unit: unit, at: fields.place)
    }
    checkBound(
      marginal, unit: unit ?? .number,
      at: limits.lower?.place ?? known.first?.first?.place ?? fields.place)
    if !marginal.variance.isFinite {
      context.findings.report(DistributionFact.noVariance(variable), at: fields.place)
    }
    return uncertain(marginal, unit: unit, at: fields.place)
  }

  /// The distribution of these figures; nil, with a diagnostic, where there is none.
  private func marginal(
    _ row: DistributionRow, _ figures: [[LocatedFigure]], _ limits: Limits, unit: Unit?,
    _ fields: Fields
  ) -> (any Marginal)? {
    let values = figures.map { $0.map(\.value) }
    let key = MarginalMemo.Key(
      row, values, lower: limits.lower?.value, upper: limits.upper?.value)
    if let known = context.marginals.marginal(key) { return known }
    let unbounded: any Marginal
    do {
      unbounded = try row.make(.init(values, probabilities: row.probabilities))
    } catch {
      let report = MarginalReport(row: row, figures: figures, place: fields.place)
      report.report(error, unit: unit ?? .number, context)
      return nil
    }
    guard let marginal = bounded(unbounded, limits, row.name, at: fields.place) else {
      return nil
    }
    context.marginals.keep(marginal, as: key)
    return marginal
  }

  /// The unit of the uncertain figure, as far as a parameter that the file gives tells it.
  private func unit(
    toldBy parameter: DistributionRow.Parameter, _ given: LocatedFigure?, of fields: Fields
  ) -> Unit? {
    guard let given, fields.has(parameter.key) else { return nil }
    if parameter.isFigure { return given.figure.unit }
    guard parameter.kind == .spread else { return nil }
    return given.figure.unit == .percentagePoints ? .rate : given.figure.unit
  }

  /// The bounds that a file sets to a distribution.
  private struct Limits {
    var lower: LocatedFigure?
    var upper: LocatedFigure?

    static let none = Limits()
  }

  /// The bounds, if there are any; nil where one is no figure.
  private func limits(of fields: Fields, _ expected: ExpectedUnit) -> Limits? {
    func read(_ key: String) -> LocatedFigure? {
      fields.entry(key).flatMap {
        FigureReader(context: context).read(
          $0.value, expected, path: fields.path(to: key), place: $0.keyPlace,
          warnsUnsourced: false)
      }
    }
    let keys = DistributionRow.bounds
    let limits = Limits(lower: read(keys.lower), upper: read(keys.upper))
    let isSound =
      fields.has(keys.lower) == (limits.lower != nil)
      && fields.has(keys.upper) == (limits.upper != nil)
    return isSound ? limits : nil
  }

  /// The distribution within its bounds; nil, with a diagnostic, where nothing is left of it.
  private func bounded(
    _ marginal: any Marginal, _ limits: Limits, _ name: String, at place: Place
  ) -> (any Marginal)? {
    guard let first = limits.lower ?? limits.upper else { return marginal }
    do {
      return try TruncatedDistribution(
        marginal, atLeast: limits.lower?.value ?? -.infinity,
        atMost: limits.upper?.value ?? .infinity)
    } catch .boundsNotAscending {
      let fact = DistributionFact.limitsNotAscending(
        low: limits.lower?.figure.text ?? "", high: limits.upper?.figure.text ?? "")
      context.findings.report(fact, at: first.place)
    } catch .noProbability {
      let fact = DistributionFact.noProbability(
        low: limits.lower?.figure.text, high: limits.upper?.figure.text)
      context.findings.report(fact, at: first.place)
    } catch {
      context.findings.report(DistributionFact.impossible(name, "\(error)"), at: place)
    }
    return nil
  }

  /// Notes the figure without a source, or the parameters that another file gives without one.
  private func noteUnsourced(_ row: DistributionRow, _ fields: Fields) {
    guard fields.source != nil || fields.isOverride else {
      return context.noteUnsourced(fields.path, at: fields.place)
    }
    let bounds =
      row.isContinuous ? [DistributionRow.bounds.lower, DistributionRow.bounds.upper] : []
    for key in row.parameters.map(\.key) + bounds {
      guard let value = fields.entry(key)?.value, value.source == nil else { continue }
      context.noteUnsourced(fields.path(to: key), at: value.place)
    }
  }

  /// The figures of a parameter: one, or those of a list.
  private func read(
    _ parameter: DistributionRow.Parameter, of fields: Fields, _ expected: ExpectedUnit
  ) -> [LocatedFigure]? {
    let path = fields.path(to: parameter.key)
    guard let entry = fields.entry(parameter.key) else {
      guard let standard = parameter.standard, !fields.has(parameter.key) else { return nil }
      let text = standard.isFinite ? FigureText.decimal(standard, places: 4) : "none"
      if standard.isFinite {
        context.record(path, text, origin: .standard, near: fields.place)
      }
      let figure = Figure(value: standard, unit: .number, currency: nil, text: text)
      return [LocatedFigure(figure: figure, place: fields.place, path: path)]
    }
    let reader = FigureReader(context: context)
    switch parameter.kind {
    case .figures:
      return reader.readList(entry, path: path) { before in
        if case .any = expected, let unit = before.first?.figure.unit { return .exactly(unit) }
        return expected
      }
    case .weights:
      return reader.readList(entry, path: path) { before in
        // Rates where the first one is a rate; what else it may be is an error of the first.
        let first = before.first?.figure.unit ?? Self.weightUnit(entry)
        return .exactly(first == .rate ? .rate : .number)
      }
    case .figure, .spread, .number:
      let unit: ExpectedUnit =
        switch (parameter.kind, expected) {
        case (.number, _): .exactly(.number)
        case (.spread, .exactly(let unit)): .spread(of: unit)
        default: expected
        }
      return reader.read(
        entry.value, unit, path: path, place: entry.keyPlace, warnsUnsourced: false
      ).map { [$0] }
    }
  }

  /// The unit of the first weight of a list, if it is a figure at all.
  private static func weightUnit(_ entry: SyntaxNode.Entry) -> Unit? {
    let first = entry.value.items?.first
    return (first?.text ?? first?["value"]?.text).flatMap { try? Figure.parse($0) }?.unit
  }

  /// Reports a distribution that reaches down to what cannot be, or is centred there.
  func checkBound(_ marginal: any Marginal, unit: Unit, at place: Place) {
    let lowest = marginal.support.lowerBound
    if lowest.isFinite, lowest < bound.value || (bound.value == 0 && lowest == 0) {
      context.findings.report(
        DistributionFact.reachesBound(
          write(lowest, unit), what: bound.what, bound: write(bound.value, unit)),
        at: place)
    } else if marginal.mean <= bound.value {
      context.findings.report(
        DistributionFact.meanBelowBound(
          write(marginal.mean, unit), what: bound.what, bound: write(bound.value, unit)),
        at: place)
    }
  }

  private func write(_ value: Double, _ unit: Unit) -> String {
    FigureText.write(value, unit: unit, currency: context.currency)
  }
}

extension UncertainReader {
  /// The keys of a distribution whose values come from a file of data.
  ///
  /// - Parameters:
  ///   - name: of the distribution.
  ///   - canRepeat: whether it may be for each of several periods.
  static func schema(ofData name: String, canRepeat: Bool) -> MappingSchema {
    let own =
      name == DistributionTable.history
      ? ["mean", DistributionRow.bounds.lower, DistributionRow.bounds.upper] : []
    return MappingSchema(
      "a distribution '\(name)'", needed: ["distribution"],
      optional: own + (canRepeat ? ["per"] : []) + ["source", "notes"])
  }

  /// A normal distribution with the moments of the variable's column.
  private func fromHistory(_ entry: SyntaxNode.Entry, path: String) -> UncertainFigure {
    let schema = Self.schema(ofData: DistributionTable.history, canRepeat: canRepeat)
    let place = entry.keyPlace
    guard
      let fields = Fields(
        entry.value, schema: schema, path: path, place: place, context: context)
    else { return uncertain(nil, unit: nil, at: place) }
    let variable = historyName ?? variable
    _ = fields.recordedText("distribution")
    let given = fields.has("mean") ? fields.figure("mean", expected) : nil
    let wanted: Unit? = if case .exactly(let unit) = expected { unit } else { given?.figure.unit }
    let data: History
    switch context.history {
    case .absent:
      context.findings.report(DistributionFact.noHistory(variable), at: place)
      return uncertain(nil, unit: wanted, at: place)
    case .broken: return uncertain(nil, unit: wanted, at: place)
    case .read(let history): data = history
    }
    guard let moments = data.moments(of: variable) else {
      if !data.isDeclared(variable) {
        context.findings.report(
          DistributionFact.notInHistory(variable, columns: data.declared), at: place)
      }
      return uncertain(nil, unit: wanted, at: place)
    }
    guard wanted == nil || wanted == moments.unit else {
      context.findings.report(
        DistributionFact.historyUnit(
          variable, column: moments.unit, expected: wanted ?? .number), at: place)
      return uncertain(nil, unit: wanted, at: place)
    }
    recordMoments(
      moments, hasMean: given != nil, path: path,
      near: fields.entry("distribution")?.value.place ?? place)
    let mean = fields.has("mean") ? given?.value : moments.mean
    guard let mean,
      let marginal = try? NormalDistribution(
        mean: mean, standardDeviation: moments.standardDeviation)
    else {
      if moments.standardDeviation == 0 {
        context.findings.report(DistributionFact.constantHistory(variable), at: place)
      }
      return uncertain(nil, unit: moments.unit, at: place)
    }
    guard let limits = limits(of: fields, .exactly(moments.unit)) else {
      return uncertain(nil, unit: moments.unit, at: place)
    }
    return uncertain(
      bounded(marginal, limits, DistributionTable.history, at: place), unit: moments.unit, at: place
    )
  }

  private func recordMoments(
    _ moments: History.Moments, hasMean: Bool, path: String, near place: Place
  ) {
    let origin = ResolvedValue.Origin.history(moments.location)
    let currency = context.currency
    if !hasMean {
      let text = FigureText.write(moments.mean, unit: moments.unit, currency: currency)
      context.record(path + ".mean", text, origin: origin, source: moments.file, near: place)
    }
    let spread: Unit = moments.unit == .rate ? .percentagePoints : moments.unit
    let text = FigureText.write(moments.standardDeviation, unit: spread, currency: currency)
    context.record(path + ".sd", text, origin: origin, source: moments.file, near: place)
  }
}
