import GrowthModel
import Languages

/// The unit that belongs where a figure stands.
enum ExpectedUnit: Equatable {
  case exactly(Unit)
  /// A distance between two figures of this unit.
  case spread(of: Unit)
  case any
}

/// A figure and where it stands.
struct LocatedFigure {
  let figure: Figure
  let place: Place
  /// The keys that lead to it.
  let path: String

  var value: Double { figure.value }
}

extension Fields {
  /// The figure under a key; reports what is wrong with it.
  func figure(_ key: String, _ expected: ExpectedUnit) -> LocatedFigure? {
    guard let entry = entry(key) else { return nil }
    return FigureReader(context: context).read(
      entry.value, expected, path: path(to: key), place: entry.keyPlace)
  }
}

/// Reads figures, written alone or with their source.
struct FigureReader {
  let context: ReadingContext

  /// - Parameters:
  ///   - place: the key of the figure.
  ///   - warnsUnsourced: whether a figure without a source is noted; the parameters of a
  ///     distribution are noted together.
  ///   - records: whether the figure is noted among the values; a correlation may still change.
  func read(
    _ node: SyntaxNode, _ expected: ExpectedUnit, path: String, place: Place,
    warnsUnsourced: Bool = true, records: Bool = true
  ) -> LocatedFigure? {
    guard let value = value(of: node, path: path, place: place),
      let figure = parse(value, expected, path: path)
    else { return nil }
    if records { context.record(path, figure.figure.text, at: value.place, source: value.source) }
    if value.source == nil, warnsUnsourced { context.noteUnsourced(path, at: value.place) }
    return figure
  }

  /// The figures of a list, noted together; nil, with a diagnostic, where one is none or there is no
  /// list.
  ///
  /// - Parameter expected: the unit that belongs to each, given the figures before it.
  func readList(
    _ entry: SyntaxNode.Entry, path: String, _ expected: ([LocatedFigure]) -> ExpectedUnit
  ) -> [LocatedFigure]? {
    guard let items = entry.value.items else {
      context.findings.report(
        FigureFact.notAList(entry.key, shape: entry.value.shape), at: entry.value.place)
      return nil
    }
    var figures: [LocatedFigure] = []
    var isSound = true
    for item in items {
      if let value = value(of: item, path: path, place: item.place),
        let figure = parse(value, expected(figures), path: path)
      {
        figures.append(figure)
      } else {
        isSound = false
      }
    }
    guard isSound else { return nil }
    let text = figures.map(\.figure.text).joined(separator: ", ")
    context.record(path, text, at: entry.value.place, source: entry.value.source)
    return figures
  }

  /// The rows of a square matrix, one for each name; the rows that are wrong are reported and left out.
  ///
  /// - Parameters:
  ///   - unit: the unit that belongs to a figure, given its row and the figures before it.
  ///   - notRow: what is said of something that is no list, given what it is.
  ///   - wrongLength: what is said of a row that is too long or too short, given its length and name.
  func readRows<NotRow: Fact, WrongLength: Fact>(
    _ rows: [SyntaxNode], names: [String], path: String,
    unit: (SyntaxNode, [LocatedFigure]) -> ExpectedUnit, notRow: (Phrase) -> NotRow,
    wrongLength: (Int, String) -> WrongLength
  ) -> [[Double]] {
    var matrix: [[Double]] = []
    for (name, row) in zip(names, rows) {
      guard row.items != nil else {
        context.findings.report(notRow(row.shape), at: row.place)
        continue
      }
      let entry = SyntaxNode.Entry(key: name, keyPlace: row.place, value: row)
      let figures = readList(entry, path: path + "." + name) { unit(row, $0) }
      guard let figures else { continue }
      guard figures.count == names.count else {
        context.findings.report(wrongLength(figures.count, name), at: row.place)
        continue
      }
      matrix.append(figures.map(\.value))
    }
    return matrix
  }

  /// The node of the figure itself, alone or beside its source.
  private func value(of node: SyntaxNode, path: String, place: Place) -> SyntaxNode? {
    guard node.entries != nil else { return node }
    return Fields(node, schema: .figure, path: path, place: place, context: context)?
      .entry("value")?.value
  }

  private func parse(
    _ node: SyntaxNode, _ expected: ExpectedUnit, path: String
  ) -> LocatedFigure? {
    guard let text = node.text, !node.isEmpty else {
      context.findings.report(FigureFact.notAFigure(shape: node.shape), at: node.place)
      return nil
    }
    do {
      let figure = try check(Figure.parse(text), expected)
      return LocatedFigure(figure: figure, place: node.place, path: path)
    } catch {
      context.findings.report(error, at: node.place)
      return nil
    }
  }

  /// The figure, if its unit belongs there.
  func check(_ figure: Figure, _ expected: ExpectedUnit) throws(FigureFact) -> Figure {
    if let currency = figure.currency, context.knowsCurrency, currency != context.currency {
      throw .wrongCurrency(figure.text, found: currency, currency: context.currency)
    }
    switch expected {
    case .any:
      return figure
    case .spread(of: .rate) where figure.unit == .percentagePoints:
      return figure
    case .spread(of: .date):
      // Days have no sum: what lies between two of them is a time.
      if figure.unit == .duration { return figure }
      throw mismatch(figure, .duration)
    case .exactly(let unit), .spread(let unit):
      if figure.unit == unit { return figure }
      throw mismatch(figure, unit)
    }
  }

  private func mismatch(_ figure: Figure, _ expected: Unit) -> FigureFact {
    switch (figure.unit, expected) {
    case (.number, _): .noUnit(figure.text, expected: expected, currency: context.currency)
    case (.count(let found), .count(let wanted)):
      .wrongCount(figure.text, found: found, expected: wanted)
    default:
      .wrongUnit(
        figure.text, found: figure.unit, expected: expected, currency: context.currency)
    }
  }
}
