import GrowthModel
import LinearAlgebra

/// Reads how much of a shock is left a step later: one number for all, one for each activity, or a
/// matrix.
struct PersistenceReader {
  /// Those of `shocks`.
  let fields: Fields
  /// The activities of the innovations, in their order.
  let activities: [String]

  private var context: ReadingContext { fields.context }
  private var path: String { fields.path(to: "persistence") }

  /// Row i, column j: the part of activity j's last shock that activity i feels. Zeros where the file
  /// gives none, or a wrong one.
  func read() -> [[Double]] {
    guard let entry = fields.entry("persistence") else {
      if !fields.has("persistence") {
        context.record(path, "0", origin: .standard, near: fields.place)
      }
      return diagonal { _ in 0 }
    }
    let matrix: [[Double]]
    if let rows = entry.value.items {
      matrix = self.matrix(rows, entry) ?? diagonal { _ in 0 }
    } else if entry.value.entries != nil, entry.value["value"] == nil {
      matrix = byActivity()
    } else {
      let figure = fields.figure("persistence", .exactly(.number))
      matrix = diagonal { _ in figure?.value ?? 0 }
    }
    Self.warnUnlessStable(matrix, at: entry.value.place, context)
    return matrix
  }

  private func diagonal(_ value: (String) -> Double) -> [[Double]] {
    activities.indices.map { i in
      activities.indices.map { $0 == i ? value(activities[i]) : 0 }
    }
  }

  private func byActivity() -> [[Double]] {
    var given: [String: Double] = [:]
    for item in fields.named("persistence", what: "an activity")
    where !["source", "notes"].contains(item.key) {
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

  private func matrix(_ rows: [SyntaxNode], _ entry: SyntaxNode.Entry) -> [[Double]]? {
    guard rows.count == activities.count else {
      context.findings.report(
        ShockFact.wrongRowCount(rows.count, activities: activities.count),
        at: entry.value.place)
      return nil
    }
    let matrix = FigureReader(context: context).readRows(
      rows, names: activities, path: path, unit: { _, _ in .exactly(.number) },
      notRow: ShockFact.matrixNotRows,
      wrongLength: {
        ShockFact.wrongRowLength($0, row: $1, activities: activities.count)
      })
    if entry.value.source == nil { context.noteUnsourced(path, at: entry.value.place) }
    return matrix.count == activities.count ? matrix : nil
  }

  /// Warns of shocks that do not die out: those whose matrix has an eigenvalue of magnitude one or
  /// more.
  static func warnUnlessStable(_ matrix: [[Double]], at place: Place, _ context: ReadingContext) {
    guard let matrix = try? Matrix(rows: matrix),
      let radius = try? Eigenvalues(matrix).spectralRadius, radius >= 1
    else { return }
    context.findings.report(
      ShockFact.unstable(FigureText.decimal(radius, places: 4)), at: place)
  }
}
