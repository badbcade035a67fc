import GrowthModel
import Stochastics

/// Estimates the shocks from their history.
struct ShockHistoryReader {
  let context: ReadingContext
  let names: ModelNames

  /// Correlations are drawn this far towards zero, so that rounding cannot make those of variables
  /// that all but determine each other impossible.
  private static let slack = 1e-10

  /// More lags than a year of quarters and two more have no use.
  static let mostLags = 8

  /// - Parameter fields: those of `shocks`.
  func read(_ fields: Fields) -> (process: ShockProcess, groups: [Dependence])? {
    guard let own = fields.mapping("history", schema: .shockHistory) else { return nil }
    var reader = HistoryReader(own, step: context.timeline.step)
    let outcome = reader.read()
    if !reader.bytes.isEmpty { context.dataFiles.append(reader.bytes) }
    let persistence = self.persistence(own)
    let lags = self.lags(own, persistence)
    let isBootstrap = self.isBootstrap(own)
    let shrinks = isBootstrap ? noShrinkage(own) : shrinkage(own)
    let entries = own.entry("columns")?.value.entries ?? []
    let known = LeafNames(context: context, names: names)
    let activities = entries.filter { known.isActivity($0.key, at: $0.keyPlace) }.map(\.key)
    let given = ShockReader.start(fields, activities, lags: lags ?? Self.mostLags)
    guard !activities.isEmpty else { return nil }
    guard case .read(let history) = outcome, activities.count == entries.count,
      let estimate = estimate(history, persistence, lags: lags ?? 1, shrinks, own)
    else { return standIn(activities, at: own.place) }
    guard isBootstrap else { return shocks(history, estimate, start: given, own) }
    return shocks(drawnFrom: history, estimate, start: given, own)
  }

  /// Shocks in the place of those that a mistake hides, so that their names are known.
  private func standIn(
    _ activities: [String], at place: Place
  ) -> (process: ShockProcess, groups: [Dependence]) {
    for activity in activities { ShockReader.note(.broken, of: activity, at: place, in: context) }
    let none = activities.map { _ in 0.0 }
    let process = ShockProcess(
      activities: activities, persistence: activities.map { _ in none }, start: none)
    return (process, [])
  }

  // MARK: Choices

  private typealias Persistence = VectorAutoregressionEstimate.Persistence

  private func persistence(_ fields: Fields) -> Persistence {
    choice(
      "persistence", Persistence.allCases.map { ($0.rawValue, $0) }, standard: "diagonal", fields)
      ?? .diagonal
  }

  /// How many lags deviations depend on: one where the file does not say; nil, with a diagnostic, where it says something else.
  private func lags(_ fields: Fields, _ persistence: Persistence) -> Int? {
    guard fields.has("lags") else {
      if persistence != .none {
        context.record(fields.path(to: "lags"), "1", origin: .standard, near: fields.place)
      }
      return 1
    }
    guard let text = fields.recordedText("lags"), let place = fields.entry("lags")?.value.place
    else { return nil }
    guard let lags = Int(text), 1...Self.mostLags ~= lags else {
      context.findings.report(ShockFact.wrongLags(text), at: place)
      return nil
    }
    if persistence == .none { context.findings.report(ShockFact.lagsOfNone, at: place) }
    return lags
  }

  private typealias Shrinkage = VectorAutoregressionEstimate.Shrinkage

  private func shrinkage(_ fields: Fields) -> Shrinkage {
    choice(
      "shrinkage",
      [
        ("yes", .correlations), ("no", .none), (Shrinkage.ledoitWolf.rawValue, .ledoitWolf),
      ], standard: "yes", fields) ?? .correlations
  }

  /// Whether innovations are drawn from those of the past.
  private func isBootstrap(_ fields: Fields) -> Bool {
    let isBootstrap =
      choice("innovations", [("normal", false), ("bootstrap", true)], standard: "normal", fields)
      ?? false
    if !isBootstrap, fields.has("block") {
      context.findings.report(BootstrapFact.blockOfNormal, at: fields.place(of: "block"))
    }
    return isBootstrap
  }

  private func noShrinkage(_ fields: Fields) -> Shrinkage {
    if fields.has("shrinkage") {
      context.findings.report(BootstrapFact.shrinkage, at: fields.place(of: "shrinkage"))
    }
    return .none
  }

  /// What a word stands for; nil where the file gives none, or another word.
  private func choice<Value>(
    _ key: String, _ choices: [(name: String, value: Value)], standard: String, _ fields: Fields
  ) -> Value? {
    guard fields.has(key) else {
      context.record(fields.path(to: key), standard, origin: .standard, near: fields.place)
      return nil
    }
    guard let text = fields.recordedText(key), let place = fields.entry(key)?.value.place else {
      return nil
    }
    if let choice = choices.first(where: { $0.name == text }) { return choice.value }
    context.findings.report(
      KeyFact.notOneOf(text, key: key, allowed: choices.map(\.name)), at: place)
    return nil
  }

  // MARK: Estimate

  private func estimate(
    _ history: History, _ persistence: Persistence, lags: Int, _ shrinkage: Shrinkage,
    _ fields: Fields
  ) -> VectorAutoregressionEstimate? {
    let strange = history.columns.filter { $0.unit != .rate }
    for column in strange {
      context.findings.report(
        ShockFact.notRates(column.variable, column.unit), at: column.location)
    }
    guard strange.isEmpty else { return nil }
    let rows = (0..<history.observations).map { row in history.columns.map { $0.values[row] } }
    do throws(VectorAutoregressionError) {
      return try VectorAutoregressionEstimate(
        fitting: [rows], lags: lags, persistence: persistence, shrinkage: shrinkage)
    } catch {
      report(error, history, fields)
      return nil
    }
  }

  private func report(
    _ error: VectorAutoregressionError, _ history: History, _ fields: Fields
  ) {
    let place = fields.place(of: "columns")
    switch error {
    case .constant(let variable):
      let column = history.columns[variable]
      context.findings.report(ShockFact.constantHistory(column.variable), at: column.place)
    case .tooFewRows(let rows, let needed):
      context.findings.report(
        ShockFact.tooFewRows(rows, needed: needed, step: context.timeline.step),
        at: fields.place(of: "period"))
    case .dependentVariables:
      context.findings.report(ShockFact.dependentColumns, at: place)
    default:
      context.findings.report(ShockFact.cannotEstimate("\(error)"), at: place)
    }
  }

  private func shocks(
    _ history: History, _ estimate: VectorAutoregressionEstimate, start given: [[Double]]?,
    _ fields: Fields
  ) -> (process: ShockProcess, groups: [Dependence])? {
    let activities = history.columns.map(\.variable)
    let indices = activities.indices
    let covariance = estimate.process.innovationCovariance
    let deviations = indices.map { Self.rounded(covariance[$0, $0].squareRoot()) }
    let persistence = Self.persistence(estimate)
    PersistenceReader.warnUnlessStable(persistence, at: fields.place, context)
    let correlation = indices.map { i in
      indices.map { j in
        if i == j { return 1.0 }
        let scale = (covariance[i, i] * covariance[j, j]).squareRoot()
        return Self.rounded((1 - Self.slack) * covariance[min(i, j), max(i, j)] / scale)
      }
    }
    record(history, deviations, persistence, correlation, fields)
    for (column, deviation) in zip(history.columns, deviations) {
      guard
        let marginal = try? NormalDistribution(mean: 0, standardDeviation: deviation)
      else {
        context.findings.report(ShockFact.constantHistory(column.variable), at: column.place)
        return standIn(activities, at: fields.place)
      }
      ShockReader.note(.uncertain(marginal), of: column.variable, at: column.place, in: context)
    }
    let process = ShockProcess(
      activities: activities, persistence: persistence,
      start: given ?? start(history, estimate, fields))
    do throws(DependenceError) {
      let copula = try ShockReader.copula(activities, correlation, context)
      return (process, ShockReader.groups(like: copula, activities, context))
    } catch {
      context.findings.report(CorrelationFact.impossible("\(error)"), at: fields.place)
      return (process, [])
    }
  }

  /// Shocks whose innovations are those of the past, a row for each step; with a mean of zero, and widened to the
  /// standard deviations of the estimate, because a fit leaves less than there was.
  private func shocks(
    drawnFrom history: History, _ estimate: VectorAutoregressionEstimate, start given: [[Double]]?,
    _ fields: Fields
  ) -> (process: ShockProcess, groups: [Dependence])? {
    let activities = history.columns.map(\.variable)
    let covariance = estimate.process.innovationCovariance
    let deviations = activities.indices.map { Self.rounded(covariance[$0, $0].squareRoot()) }
    let persistence = Self.persistence(estimate)
    PersistenceReader.warnUnlessStable(persistence, at: fields.place, context)
    record(history, deviations, persistence, [], fields)
    let process = ShockProcess(
      activities: activities, persistence: persistence,
      start: given ?? start(history, estimate, fields))
    let columns = deviations.enumerated().map { column, deviation in
      estimate.innovations(of: column, widenedTo: deviation).map(Self.rounded)
    }
    guard let length = BootstrapReader.blockLength(fields, rows: estimate.residuals.count) else {
      return standIn(activities, at: fields.place)
    }
    do throws(DependenceError) {
      let steps = context.timeline.steps.map { step in
        activities.map { ShockProcess.innovation(of: $0, in: step) }
      }
      let rows = try HistoryRows(
        steps: steps, columns: columns, blockLength: length, group: "shocks")
      for (column, marginal) in zip(history.columns, rows.marginals) {
        ShockReader.note(.uncertain(marginal), of: column.variable, at: column.place, in: context)
      }
      return (process, [.rows(rows)])
    } catch {
      context.findings.report(CorrelationFact.impossible("\(error)"), at: fields.place)
      return standIn(activities, at: fields.place)
    }
  }

  /// A1 to Ap.
  private static func persistence(_ estimate: VectorAutoregressionEstimate) -> [[[Double]]] {
    estimate.process.lagCoefficients.map { matrix in
      (0..<matrix.rows).map { i in (0..<matrix.columns).map { rounded(matrix[i, $0]) } }
    }
  }

  /// The last deviations, if the history ends just before the first step.
  private func start(
    _ history: History, _ estimate: VectorAutoregressionEstimate, _ fields: Fields
  ) -> [[Double]] {
    let none = [history.columns.map { _ in 0.0 }]
    guard let first = context.timeline.steps.first, context.knowsTimeline else { return none }
    guard history.span.last == context.timeline.step(first, before: 1) else {
      context.findings.report(
        ShockFact.endsElsewhere(history.span.last, first: first), at: fields.place(of: "period"))
      return none
    }
    return estimate.lastDeviations.map { $0.map(Self.rounded) }
  }

  /// Notes what was estimated.
  private func record(
    _ history: History, _ deviations: [Double], _ persistence: [[[Double]]],
    _ correlation: [[Double]], _ fields: Fields
  ) {
    let columns = history.columns
    func record(_ path: String, _ value: String, _ column: History.Column) {
      context.record(
        "shocks." + path, value, origin: .history(column.location), source: history.file,
        near: fields.place)
    }
    for (column, deviation) in zip(columns, deviations) {
      let text = FigureText.write(
        deviation, unit: .percentagePoints, currency: context.currency)
      record("innovations.\(column.variable).sd", text, column)
    }
    for (lag, matrix) in zip(1..., persistence) {
      let path = persistence.count == 1 ? "persistence" : "persistence.lag-\(lag)"
      for (column, row) in zip(columns, matrix) {
        let text = row.map { FigureText.decimal($0, places: 4) }.joined(separator: ", ")
        record("\(path).\(column.variable)", text, column)
      }
    }
    // Of rows that are drawn as they are there is nothing to say.
    for (i, column) in columns.enumerated() where !correlation.isEmpty {
      for j in columns.indices where j > i {
        let text = FigureText.decimal(correlation[i][j], places: 4)
        record("correlation.\(column.variable).\(columns[j].variable)", text, column)
      }
    }
  }

  /// To forty binary digits, twelve decimal ones, so that the last bits of the library behind the
  /// estimate do not reach the draws.
  private static func rounded(_ x: Double) -> Double {
    guard x.isFinite, x != 0 else { return x }
    let unit = x.ulp * 0x1p13
    return (x / unit).rounded() * unit
  }
}
