import GrowthModel
import LinearAlgebra

/// Reads the input-output table.
struct InputOutputReader {
  let context: ReadingContext
  /// Those of the accounts.
  let names: ModelNames

  /// The sectors that a file names, in their order, sound or not.
  static func sectors(_ fields: Fields) -> [String] {
    fields.entry("input-output")?.value["sectors"]?.entries?.map(\.key) ?? []
  }

  /// A sector as the file gives it.
  private struct Draft {
    let id: String
    let activity: String
    let valueAdded: LocatedFigure?
    let hasValueAdded: Bool
    let output: LocatedFigure?
    let hasOutput: Bool
    let path: String
    let place: Place
  }

  /// The table; nil where there is none, or a mistake hides it.
  func read(_ fields: Fields) -> InputOutputTable? {
    guard let own = fields.mapping("input-output", schema: .inputOutput) else { return nil }
    let entries = own.named("sectors", what: .sector)
    let drafts = entries.compactMap { sector($0, own) }
    if entries.isEmpty, own.entry("sectors")?.value.entries != nil {
      context.findings.report(TableFact.noSectors, at: own.place(of: "sectors"))
    }
    guard !drafts.isEmpty else { return nil }
    let sectors = entries.map(\.key)
    let reader = InputOutputMatrixReader(fields: own, sectors: sectors)
    guard var matrix = reader.read(), drafts.count == entries.count else { return nil }
    guard balance(&matrix, sectors, own), let coefficients = coefficients(matrix, drafts) else {
      return nil
    }
    return table(drafts, coefficients, matrix)
  }

  private func sector(_ entry: SyntaxNode.Entry, _ fields: Fields) -> Draft? {
    if !Identifier.isValid(entry.key) {
      context.findings.report(
        KeyFact.badIdentifier(entry.key, what: .sector), at: entry.keyPlace)
    }
    guard
      let own = Fields(
        entry.value, schema: .sector, path: fields.path(to: "sectors") + "." + entry.key,
        place: entry.keyPlace, context: context)
    else { return nil }
    let known = LeafNames(context: context, names: names)
    var activity: String?
    if own.has("activity") {
      activity = known.leaf("activity", of: own)
    } else if known.isLeaf(entry.key, at: entry.keyPlace) {
      activity = entry.key
      context.record(own.path(to: "activity"), entry.key, origin: .standard, near: own.place)
    }
    let output = own.figure("output", .exactly(.money))
    if let output, output.value <= 0 {
      context.findings.report(
        TableFact.outputNotPositive(entry.key, output.figure.text), at: output.place)
    }
    return Draft(
      id: entry.key, activity: activity ?? "",
      valueAdded: valueAdded(own),
      hasValueAdded: own.has("value-added"), output: output, hasOutput: own.has("output"),
      path: own.path, place: own.place)
  }

  private func valueAdded(_ fields: Fields) -> LocatedFigure? {
    guard let figure = fields.figure("value-added", .exactly(.rate)) else { return nil }
    let value = UncertainFigure(
      schedule: .constant(figure.value), mean: figure.value, support: figure.value...figure.value,
      unit: .rate, place: figure.place)
    value.check(ValueRange.part.values, what: .valueAddedShare, context)
    return figure
  }

  // MARK: Totals

  private static let totals = (rows: "row-totals", columns: "column-totals")

  /// Adjusts flows to the totals that are given; false, with a diagnostic, where that cannot be.
  private func balance(
    _ matrix: inout InputOutputMatrix, _ sectors: [String], _ fields: Fields
  ) -> Bool {
    let keys = [Self.totals.rows, Self.totals.columns]
    let given = keys.filter { fields.has($0) }
    guard let first = given.first else { return true }
    guard matrix.areFlows else {
      context.findings.report(TableFact.totalsOfCoefficients, at: fields.place(of: first))
      return false
    }
    guard given.count == 2 else {
      let missing = keys.first { $0 != first } ?? ""
      context.findings.report(
        TableFact.oneTotal(given: first, missing: missing), at: fields.place(of: first))
      return false
    }
    let totals = keys.map { self.totals($0, sectors, fields) }
    guard let rows = totals[0], let columns = totals[1] else { return false }
    let place = fields.place(of: Self.totals.columns)
    do throws(BalancingError) {
      guard let values = try? Matrix(rows: matrix.values) else { return false }
      let balanced = try BiproportionalAdjustment.balanced(
        values, rowTotals: rows, columnTotals: columns)
      let rows = sectors.indices.map { balanced.matrix.row($0) }
      matrix.balance = TableBalance(
        sectors: sectors, given: matrix.values, balanced: rows, iterations: balanced.iterations)
      matrix.values = rows
      return true
    } catch .unequalTotals(let rows, let columns) {
      context.findings.report(
        TableFact.unequalTotals(rows: money(rows), columns: money(columns)), at: place)
    } catch {
      context.findings.report(TableFact.cannotBalance("\(error)"), at: place)
    }
    return false
  }

  private func totals(_ key: String, _ sectors: [String], _ fields: Fields) -> [Double]? {
    guard let entry = fields.entry(key) else { return nil }
    let path = fields.path(to: key)
    let figures = FigureReader(context: context).readList(entry, path: path) { _ in
      .exactly(.money)
    }
    guard let figures else { return nil }
    if entry.value.source == nil { context.noteUnsourced(path, at: entry.value.place) }
    guard figures.count == sectors.count else {
      context.findings.report(
        TableFact.wrongTotalCount(key, figures.count, sectors: sectors.count),
        at: entry.value.place)
      return nil
    }
    return figures.map(\.value)
  }

  // MARK: Coefficients

  /// What a unit of output takes of each product; nil, with a diagnostic, where flows have no output to
  /// be a part of.
  private func coefficients(_ matrix: InputOutputMatrix, _ drafts: [Draft]) -> [[Double]]? {
    guard matrix.areFlows else { return matrix.values }
    for draft in drafts where !draft.hasOutput {
      context.findings.report(TableFact.noOutput(draft.id), at: draft.place)
    }
    let outputs = drafts.compactMap { $0.output?.value }.filter { $0 > 0 }
    guard outputs.count == drafts.count else { return nil }
    let coefficients = matrix.values.map { row in zip(row, outputs).map { $0 / $1 } }
    for (draft, row) in zip(drafts, coefficients) {
      context.record(
        "input-output.coefficients." + draft.id,
        row.map { FigureText.decimal($0, places: 6) }.joined(separator: ", "),
        origin: .implied, near: matrix.place)
    }
    return coefficients
  }

  private func table(
    _ drafts: [Draft], _ coefficients: [[Double]], _ matrix: InputOutputMatrix
  ) -> InputOutputTable? {
    var isSound = true
    let sectors = drafts.enumerated().map { index, draft in
      let used = coefficients.reduce(0) { $0 + $1[index] }
      let share = valueAdded(draft, used: used)
      if share == nil { isSound = false }
      return InputOutputTable.Sector(
        id: draft.id, activity: draft.activity, valueAddedShare: share ?? 0,
        output: draft.output?.value)
    }
    do {
      let table = try InputOutputTable(
        sectors: sectors, coefficients: coefficients, balance: matrix.balance)
      return isSound ? table : nil
    } catch {
      context.findings.report(TableFact.notProductive, at: matrix.place)
      return nil
    }
  }

  /// Parts of an output may miss it by this much, for rounding.
  private static let rounding = 0.001

  /// The share of value added: what is given, or what is left of the output.
  private func valueAdded(_ draft: Draft, used: Double) -> Double? {
    if let given = draft.valueAdded {
      if given.value + used > 1 + Self.rounding {
        context.findings.report(
          TableFact.valueAddedTooLarge(draft.id, sum: rate(given.value + used)), at: given.place)
      }
      return given.value
    }
    guard !draft.hasValueAdded else { return nil }
    guard used < 1 else {
      context.findings.report(
        TableFact.usesMoreThanOutput(draft.id, rate(used)), at: draft.place)
      return nil
    }
    context.record(draft.path + ".value-added", rate(1 - used), origin: .implied, near: draft.place)
    return 1 - used
  }

  private func rate(_ value: Double) -> String {
    FigureText.write(value, unit: .rate, currency: context.currency)
  }

  private func money(_ value: Double) -> String {
    FigureText.write(value, unit: .money, currency: context.currency)
  }
}
