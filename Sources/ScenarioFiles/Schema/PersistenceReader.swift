import GrowthModel
import LinearAlgebra

/// Reads how much of a shock is left later: for one lag one number for all, one for each activity, or a
/// matrix; for several a list of these.
struct PersistenceReader {
  /// Those of `shocks`.
  let fields: Fields
  /// The activities of the innovations, in their order.
  let activities: [String]

  private var context: ReadingContext { fields.context }

  /// For each lag, row i, column j: the part of activity j's shock of so many steps ago that activity i feels. Zeros where the
  /// file gives none, or a wrong one.
  func read() -> [[[Double]]] {
    let path = fields.path(to: "persistence")
    guard let entry = fields.entry("persistence") else {
      if !fields.has("persistence") {
        context.record(path, "0", origin: .standard, near: fields.place)
      }
      return [diagonal { _ in 0 }]
    }
    let matrices: [[[Double]]]
    if let lags = Self.lags(entry.value) {
      matrices = zip(1..., lags).map { lag, node in
        read(node, path: "\(path).lag-\(lag)", place: node.place)
      }
    } else {
      matrices = [read(entry.value, path: path, place: entry.keyPlace)]
    }
    Self.warnUnlessStable(matrices, at: entry.value.place, context)
    return matrices
  }

  /// The items of a list of lags; nil for one lag, such as a matrix, which is a list of rows.
  private static func lags(_ node: SyntaxNode) -> [SyntaxNode]? {
    guard let items = node.items, !items.isEmpty else { return nil }
    let isMatrix = items.contains { item in
      item.items.map { $0.allSatisfy { $0.items == nil } } ?? false
    }
    return isMatrix ? nil : items
  }

  private func read(_ node: SyntaxNode, path: String, place: Place) -> [[Double]] {
    if let rows = node.items {
      return matrix(rows, node, path: path) ?? diagonal { _ in 0 }
    }
    if let entries = node.entries, node["value"] == nil {
      return byActivity(entries, path: path)
    }
    let figure = FigureReader(context: context).read(
      node, .exactly(.number), path: path, place: place)
    return diagonal { _ in figure?.value ?? 0 }
  }

  private func diagonal(_ value: (String) -> Double) -> [[Double]] {
    activities.indices.map { i in
      activities.indices.map { $0 == i ? value(activities[i]) : 0 }
    }
  }

  private func byActivity(_ entries: [SyntaxNode.Entry], path: String) -> [[Double]] {
    var given: [String: Double] = [:]
    for item in entries where !["source", "notes"].contains(item.key) {
      guard !item.value.isEmpty else {
        context.findings.report(KeyFact.noValue(item.key), at: item.keyPlace)
        continue
      }
      let figure = FigureReader(context: context).read(
        item.value, .exactly(.number), path: path + "." + item.key, place: item.keyPlace)
      if activities.contains(item.key) {
        given[item.key] = figure?.value
      } else {
        context.findings.report(
          ShockFact.unknownInnovation(item.key, activities), at: item.keyPlace)
      }
    }
    for activity in activities where given[activity] == nil {
      context.record(path + "." + activity, "0", origin: .standard, near: fields.place)
    }
    return diagonal { given[$0] ?? 0 }
  }

  private func matrix(
    _ rows: [SyntaxNode], _ node: SyntaxNode, path: String
  ) -> [[Double]]? {
    guard rows.count == activities.count else {
      context.findings.report(
        ShockFact.wrongRowCount(rows.count, activities: activities.count),
        at: node.place)
      return nil
    }
    let matrix = FigureReader(context: context).readRows(
      rows, names: activities, path: path, unit: { _, _ in .exactly(.number) },
      notRow: ShockFact.matrixNotRows,
      wrongLength: {
        ShockFact.wrongRowLength($0, row: $1, activities: activities.count)
      })
    if node.source == nil { context.noteUnsourced(path, at: node.place) }
    return matrix.count == activities.count ? matrix : nil
  }

  /// Warns of shocks that do not die out: those whose companion matrix has an eigenvalue of magnitude one or
  /// more.
  static func warnUnlessStable(
    _ matrices: [[[Double]]], at place: Place, _ context: ReadingContext
  ) {
    let lags = matrices.compactMap { try? Matrix(rows: $0) }
    guard lags.count == matrices.count,
      let radius = try? Eigenvalues(VectorAutoregression.companion(lags)).spectralRadius,
      radius >= 1
    else { return }
    context.findings.report(
      ShockFact.unstable(FigureText.decimal(radius, places: 4)), at: place)
  }
}
