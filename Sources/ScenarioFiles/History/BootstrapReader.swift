import GrowthModel

/// Reads the rows that groups of correlations draw from, which uncertain figures refer to.
struct BootstrapReader {
  let context: ReadingContext

  /// Those of the section `correlation` of a scenario.
  func read(_ fields: Fields) -> [Bootstrap] {
    guard let entry = fields.entry("correlation"), entry.value.entries != nil else { return [] }
    var found: [Bootstrap] = []
    if let own = bootstrap(entry.value, path: "correlation", name: "correlation") {
      found.append(own)
    }
    for group in entry.value["groups"]?.entries ?? [] {
      let path = "correlation.groups.\(group.key)"
      if let own = bootstrap(group.value, path: path, name: group.key) { found.append(own) }
    }
    return found
  }

  private func bootstrap(_ group: SyntaxNode, path: String, name: String) -> Bootstrap? {
    guard let entry = group.entries?.first(where: { $0.key == "bootstrap" }), !entry.value.isEmpty
    else { return nil }
    guard
      let fields = Fields(
        entry.value, schema: .bootstrap, path: path + ".bootstrap", place: entry.keyPlace,
        context: context)
    else { return Bootstrap(name: name, history: nil, blockLength: 1, place: entry.keyPlace) }
    // The rows are quarters where the period is one of quarters.
    let isQuarterly = fields.entry("period")?.value.text?.contains("Q") ?? false
    var reader = HistoryReader(fields, step: isQuarterly ? .quarter : .year)
    let outcome = reader.read()
    if !reader.bytes.isEmpty { context.dataFiles.append(reader.bytes) }
    guard case .read(let history) = outcome,
      let length = Self.blockLength(fields, rows: history.observations)
    else { return Bootstrap(name: name, history: nil, blockLength: 1, place: fields.place) }
    return Bootstrap(
      name: name, history: history, blockLength: length, place: fields.place(of: "block"))
  }

  /// What `block` says, one where it is absent; nil, with a diagnostic, where it is no length.
  static func blockLength(_ fields: Fields, rows: Int) -> Int? {
    guard fields.has("block") else {
      fields.context.record(
        fields.path(to: "block"), "1", origin: .standard, near: fields.place)
      return 1
    }
    guard let figure = fields.figure("block", .exactly(.number)) else { return nil }
    guard let length = Int(exactly: figure.value), 1...rows ~= length else {
      fields.context.findings.report(
        BootstrapFact.badBlock(figure.figure.text, rows: rows), at: figure.place)
      return nil
    }
    return length
  }
}
