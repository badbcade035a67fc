import Languages
import Stochastics

/// Reads one group of variables that move together: which they are, how, and in what sense.
struct CorrelationGroupReader {
  let context: ReadingContext
  let fields: Fields
  /// The variables, where something else than the group says which they are.
  let given: [CorrelationTable.Row]?
  /// Looks at each variable that the group names.
  let check: (CorrelationTable.Row) -> Void

  private static let sources = ["matrix", "pairs", "common-factor"]

  /// What the random numbers of the group itself are keyed by.
  let name: String

  /// The group; nil, with a diagnostic, where a mistake hides it.
  func read() -> CorrelationGroup? {
    let kind = choice("kind", CorrelationKind.allCases.map(\.rawValue))
    let repair = choice("repair", ["nearest"])
    let studentT = self.studentT()
    let present = Self.sources.filter(fields.has)
    guard let source = present.first else {
      context.findings.report(CorrelationGroupFact.nothing, at: fields.place)
      return nil
    }
    if source == "matrix", present.count > 1 {
      context.findings.report(
        CorrelationGroupFact.both("matrix", present[1]), at: fields.place(ofOneOf: present))
      return nil
    }
    guard fields.entry(source) != nil, var table = source == "matrix" ? matrix() : listed() else {
      return nil
    }
    guard readKept(into: &table) else { return nil }
    guard table.rows.count > 1 else {
      context.findings.report(CorrelationGroupFact.tooFew, at: fields.place(of: source))
      return nil
    }
    return CorrelationGroup(
      table: table, kind: kind.flatMap(CorrelationKind.init) ?? .score,
      repair: repair == nil ? nil : fields.place(of: "repair"), place: fields.place(of: source),
      studentT: studentT, name: name)
  }

  /// The Student t copula with the degrees of freedom of the group; nil where it is Gaussian, or with a
  /// diagnostic.
  private func studentT() -> StudentTCopula? {
    let isStudentT = choice("copula", ["gaussian", "student-t"]) == "student-t"
    guard fields.has("degrees-of-freedom") else {
      if isStudentT {
        context.findings.report(
          CorrelationGroupFact.noDegreesOfFreedom, at: fields.place(of: "copula"))
      }
      return nil
    }
    guard let figure = fields.figure("degrees-of-freedom", .exactly(.number)) else { return nil }
    guard isStudentT else {
      if fields.entry("copula")?.value.text == "gaussian" || !fields.has("copula") {
        context.findings.report(
          CorrelationGroupFact.degreesOfFreedomOfWhat, at: fields.place(of: "degrees-of-freedom"))
      }
      return nil
    }
    do throws(DependenceError) {
      return try StudentTCopula(.independent, degreesOfFreedom: figure.value)
    } catch {
      context.findings.report(
        CorrelationGroupFact.degreesOfFreedomOutOfRange(figure.value), at: figure.place)
      return nil
    }
  }

  /// One of a few words; nil where it is not written, or with a diagnostic where it is another word.
  private func choice(_ key: String, _ allowed: [String]) -> String? {
    guard let text = fields.recordedText(key), let entry = fields.entry(key) else { return nil }
    guard allowed.contains(text) else {
      context.findings.report(
        KeyFact.notOneOf(text, key: key, allowed: allowed), at: entry.value.place)
      return nil
    }
    return text
  }

  // MARK: Variables

  /// The variables that are listed; nil where there is no list, or with a diagnostic.
  private func variables() -> [CorrelationTable.Row]? {
    if let given { return given }
    guard let entry = fields.entry("variables") else { return nil }
    guard let items = entry.value.items else {
      context.findings.report(
        CorrelationFact.variablesNotList(entry.value.shape), at: entry.value.place)
      return nil
    }
    guard isWithinLimit(items.count, at: entry.value.place) else { return nil }
    var rows: [CorrelationTable.Row] = []
    for item in items {
      guard let name = item.text else {
        context.findings.report(CorrelationFact.variablesNotList(item.shape), at: item.place)
        return nil
      }
      if rows.contains(where: { $0.name == name }) {
        context.findings.report(CorrelationFact.duplicateVariable(name), at: item.place)
        return nil
      }
      rows.append(CorrelationTable.Row(name: name, place: item.place))
    }
    rows.forEach(check)
    return rows
  }

  private func matrix() -> CorrelationTable? {
    guard given != nil || fields.has("variables") else {
      context.findings.report(
        KeyFact.missingKey("variables", what: .correlationMatrix), at: fields.place)
      return nil
    }
    guard let rows = variables(), let matrix = fields.entry("matrix")?.value,
      let check = CorrelationCheck(context: context, rows: rows, matrix: matrix)
    else { return nil }
    if matrix.source == nil, !matrix.place.isCommandLine {
      let place = fields.source == nil ? fields.place : fields.place(of: "matrix")
      context.noteUnsourced(fields.path, at: place)
    }
    return check.table(source: matrix.source)
  }

  /// What a common factor and single pairs say; a pair of its own comes before the factor.
  private func listed() -> CorrelationTable? {
    let listed = variables()
    if fields.has("variables"), listed == nil, given == nil { return nil }
    let factor = CommonFactorReader(group: fields, listed: listed)
    let pairs = CorrelationPairsReader(context: context, group: fields)
    guard let loadings = factor.read(), let stated = pairs.read() else { return nil }
    let rows = listed ?? rows(loadings.map { ($0.name, $0.place) } + stated.flatMap(\.names))
    guard isWithinLimit(rows.count, at: fields.place) else { return nil }
    var table = CorrelationTable(rows: rows)
    let loaded = loadings.compactMap { loading in
      table.row(labelled: loading.name).map { (row: $0, loading: loading) }
    }
    for (index, first) in loaded.enumerated() {
      for second in loaded[..<index] {
        table[first.row, second.row].value = first.loading.with(second.loading)
      }
    }
    let keeps = !fields.has("keep")
    for pair in stated {
      guard let (i, j) = indices(of: pair.names, in: table) else { return nil }
      table[i, j] = CorrelationTable.Entry(
        value: pair.value, place: pair.place, source: pair.source, isKept: keeps)
    }
    return table
  }

  /// Whether a matrix of so many variables is calculated with; reports one that is not.
  private func isWithinLimit(_ count: Int, at place: Place) -> Bool {
    guard count > LimitFact.mostCorrelated else { return true }
    context.findings.report(LimitFact.tooManyCorrelated(count), at: place)
    return false
  }

  /// Names in the order in which they first appear.
  private func rows(_ names: [(name: String, place: Place)]) -> [CorrelationTable.Row] {
    var seen: Set<String> = []
    let rows = names.filter { seen.insert($0.name).inserted }.map {
      CorrelationTable.Row(name: $0.name, place: $0.place)
    }
    rows.forEach(check)
    return rows
  }

  /// The rows of two names; nil, with a diagnostic, where one is not of the group.
  private func indices(
    of names: [(name: String, place: Place)], in table: CorrelationTable
  ) -> (Int, Int)? {
    var found: [Int] = []
    for (name, place) in names {
      guard let row = table.row(labelled: name) else {
        context.findings.report(
          CorrelationGroupFact.notAmong(name, table.rows.map(\.label)), at: place)
        return nil
      }
      found.append(row)
    }
    return (found[0], found[1])
  }

  // MARK: Repair

  /// Marks the pairs that a repair leaves as they are; false, with a diagnostic, where they are not
  /// given in the right way.
  private func readKept(into table: inout CorrelationTable) -> Bool {
    guard let entry = fields.entry("keep") else { return true }
    guard fields.has("repair") else {
      context.findings.report(CorrelationGroupFact.keepWithoutRepair, at: entry.keyPlace)
      return false
    }
    guard let items = entry.value.items else {
      context.findings.report(
        CorrelationGroupFact.keepNotList(entry.value.shape), at: entry.value.place)
      return false
    }
    for item in items {
      let names = item.items?.compactMap { item in item.text.map { (name: $0, place: item.place) } }
      guard let names, names.count == 2, item.items?.count == 2 else {
        context.findings.report(CorrelationGroupFact.keepNotPair(item.length), at: item.place)
        return false
      }
      guard let (i, j) = indices(of: names, in: table) else { return false }
      if i == j {
        context.findings.report(CorrelationGroupFact.samePair(names[0].name), at: item.place)
        return false
      }
      table[i, j].isKept = true
    }
    return true
  }
}

extension SyntaxNode {
  /// What the node is, for people who wrote too much or too little of it.
  var length: Phrase {
    guard let count = items?.count else { return shape }
    return count == 1 ? "a list of one" : "a list of \(count)"
  }
}
