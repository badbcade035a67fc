import GrowthModel
import LinearAlgebra
import Stochastics

/// Makes the copula of a group, one for each period: brings its correlations to those of the scores,
/// repairs them where the file asks for it, and reports what cannot be.
struct CopulaBuilder {
  let context: ReadingContext
  let group: CorrelationGroup

  /// The most entries that a repair reports one by one.
  private static let mostMoved = 20

  private var rows: [CorrelationTable.Row] { group.table.rows }

  /// The copulas, with the rows of the group in their order.
  ///
  /// - Parameter path: what the values of the scenario call the correlation of two rows.
  func build(
    _ path: (CorrelationTable.Row, CorrelationTable.Row) -> String
  ) -> [Dependence] {
    guard rows.count > 1, let periods = periods() else {
      record(group.table.values, path)
      return []
    }
    var copulas: [Dependence] = []
    var last: (margins: [CorrelationMargin], copula: GaussianCopula)?
    for (period, names) in periods {
      let streams = group.name + (period.map { ", \($0)" } ?? "")
      guard let margins = margins(names) else { return [] }
      do throws(DependenceError) {
        if let last, last.margins == margins {
          copulas.append(dependence(try renamed(last.copula, names), streams))
          continue
        }
        guard let scores = ScoreCorrelations(self, margins),
          let copula = try copula(names, scores)
        else { return [] }
        if last == nil { record(scores.stated(copula.correlation, group.table), path) }
        copulas.append(dependence(copula, streams))
        last = (margins, copula)
      } catch {
        context.findings.report(CorrelationFact.impossible("\(error)"), at: group.place)
        return []
      }
    }
    return copulas
  }

  private func dependence(_ copula: GaussianCopula, _ streams: String) -> Dependence {
    group.studentT.map { .studentT($0.joining(copula, group: streams)) } ?? .gaussian(copula)
  }

  private func renamed(
    _ copula: GaussianCopula, _ names: [String]
  ) throws(DependenceError) -> GaussianCopula {
    let new = Dictionary(zip(copula.names, names), uniquingKeysWith: { first, _ in first })
    return try copula.renamed { new[$0] ?? $0 }
  }

  /// The names that the rows stand for, one list for each period; nil, with a diagnostic, where some
  /// stand for other periods than others.
  func periods() -> [(period: Period?, names: [String])]? {
    let families = rows.map { row in
      context.variables.family(row.name)?.filter { context.variables.isUncertain($0.name) }
    }
    guard let index = families.firstIndex(where: { $0 != nil }), let members = families[index]
    else {
      return [(nil, rows.map(\.name))]
    }
    for (row, family) in zip(rows, families) where family?.map(\.period) != members.map(\.period) {
      context.findings.report(
        CorrelationFact.unlikePeriods(row.name, with: rows[index].name), at: row.place)
      return nil
    }
    return members.indices.map { index in
      (members[index].period, families.compactMap { $0?[index].name })
    }
  }

  /// Notes each pair that the file states once, as it is used.
  private func record(
    _ values: [[Double]], _ path: (CorrelationTable.Row, CorrelationTable.Row) -> String
  ) {
    for (i, j) in group.table.pairs {
      let entry = group.table[i, j]
      let isMoved = values[i][j] != entry.value
      guard let place = entry.place ?? (isMoved ? group.repair : nil) else { continue }
      context.record(
        path(rows[i], rows[j]), FigureText.decimal(values[i][j], places: CorrelationRepair.places),
        at: place, source: entry.source)
    }
  }

  // MARK: Kinds

  /// What the distributions mean for correlations of the kind; nil where one of them is wrong, or, with
  /// a diagnostic, has none.
  ///
  /// Of a Student t copula nothing but ranks without ties is known in terms of its correlations.
  private func margins(_ names: [String]) -> [CorrelationMargin]? {
    if group.studentT != nil, group.kind == .pearson {
      context.findings.report(CorrelationGroupFact.pearsonOfStudentT, at: group.place)
      return nil
    }
    let isRanked = group.studentT != nil && group.kind == .spearman
    var margins: [CorrelationMargin] = []
    var isSound = true
    for (row, name) in zip(rows, names) {
      guard group.kind != .score else { continue }
      guard case .uncertain(let marginal) = context.variables[name]?.state else { return nil }
      do {
        margins.append(try CorrelationMargin(marginal, kind: isRanked ? .kendall : group.kind))
      } catch  where isRanked {
        context.findings.report(CorrelationGroupFact.tiesOfStudentT(row.label), at: row.place)
        isSound = false
      } catch {
        context.findings.report(
          RepairFact.noCorrelation(row.label, kind: group.kind, error), at: row.place)
        isSound = false
      }
    }
    return isSound ? margins : nil
  }

  /// The correlations of the normal scores, and the way back.
  private struct ScoreCorrelations {
    private(set) var values: [[Double]]
    private var conversions: [[CorrelationConversion?]]

    /// Nil, with a diagnostic, where a correlation cannot be reached.
    init?(_ builder: CopulaBuilder, _ margins: [CorrelationMargin]) {
      let table = builder.group.table
      values = table.values
      conversions = values.map { $0.map { _ in nil } }
      guard !margins.isEmpty else { return }
      let studentT =
        builder.group.kind == .spearman
        ? builder.group.studentT.map { CorrelationConversion($0.spearman) } : nil
      var known: [[CorrelationMargin]: CorrelationConversion] = [:]
      var isSound = true
      for (i, j) in table.pairs {
        let pair = [margins[i], margins[j]]
        let conversion =
          studentT ?? known[pair] ?? CorrelationConversion(margins[i], margins[j])
        known[pair] = conversion
        conversions[i][j] = conversion
        conversions[j][i] = conversion
        do throws(CorrelationKindError) {
          values[i][j] = try conversion.scoreCorrelation(values[i][j])
          values[j][i] = values[i][j]
        } catch {
          let entry = table[i, j]
          builder.context.findings.report(
            RepairFact.unattainable(
              table.rows[i].label, table.rows[j].label, value: entry.value,
              kind: builder.group.kind, range: conversion.range),
            at: entry.place ?? builder.group.place)
          isSound = false
        }
      }
      if !isSound { return nil }
    }

    /// Correlations of scores as those of the kind; those that are as they were, as the file has
    /// them.
    func stated(_ scores: [[Double]], _ table: CorrelationTable) -> [[Double]] {
      scores.indices.map { i in
        scores.indices.map { j in
          if scores[i][j] == values[i][j] { return table[i, j].value }
          return conversions[i][j]?.value(scoreCorrelation: scores[i][j]) ?? scores[i][j]
        }
      }
    }
  }

  // MARK: Repair

  /// The copula of the scores, repaired if need be; nil, with a diagnostic at the entry that does most
  /// harm, where there is none.
  private func copula(
    _ names: [String], _ scores: ScoreCorrelations
  ) throws(DependenceError) -> GaussianCopula? {
    do throws(DependenceError) {
      return try GaussianCopula(names: names, correlation: scores.values)
    } catch .notPositiveSemidefinite(let eigenvalue, let row, let column) {
      guard let place = group.repair else {
        context.findings.report(
          CorrelationFact.notPositiveSemidefinite(
            eigenvalue: eigenvalue, first: rows[row].name, second: rows[column].name,
            value: group.table[row, column].value, isBare: group.isBare),
          at: group.table[row, column].place ?? group.place)
        return nil
      }
      let repaired: [[Double]]
      do {
        repaired = try CorrelationRepair.nearest(to: scores.values) {
          group.table[$0, $1].isKept
        }
      } catch {
        context.findings.report(error, at: place)
        return nil
      }
      report(moved: scores.stated(repaired, group.table), at: place)
      return try GaussianCopula(names: names, correlation: repaired)
    }
  }

  /// Reports what a repair moved, the largest changes one by one.
  private func report(moved values: [[Double]], at place: Place) {
    let moved = group.table.pairs.map { i, j in
      (i: i, j: j, change: (values[i][j] - group.table[i, j].value).magnitude)
    }.filter { $0.change > 0 }.sorted { ($1.change, $0.i, $0.j) < ($0.change, $1.i, $1.j) }
    for (i, j, _) in moved.prefix(Self.mostMoved) {
      let entry = group.table[i, j]
      context.findings.report(
        RepairFact.moved(rows[i].label, rows[j].label, from: entry.value, to: values[i][j]),
        at: entry.place ?? place)
    }
    guard moved.count > Self.mostMoved else { return }
    context.findings.report(
      RepairFact.movedBesides(moved.count - Self.mostMoved, atMost: moved[Self.mostMoved].change),
      at: place)
  }
}
