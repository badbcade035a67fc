/// A matrix of correlations, each entry checked.
struct CorrelationCheck {
  let context: ReadingContext
  private let rows: [CorrelationTable.Row]
  private var values: [[Double]]
  private var nodes: [[SyntaxNode]]

  /// Checks shape, range, diagonal and symmetry of every entry; nil, with diagnostics, when one is
  /// wrong. Whether the matrix is positive semidefinite is left to the copula.
  init?(context: ReadingContext, rows: [CorrelationTable.Row], matrix: SyntaxNode) {
    self.context = context
    self.rows = rows
    nodes = []
    values = []
    guard let lines = matrix.items else {
      context.findings.report(CorrelationFact.matrixNotRows(matrix.shape), at: matrix.place)
      return nil
    }
    guard lines.count == rows.count else {
      context.findings.report(
        CorrelationFact.wrongRowCount(lines.count, variables: rows.count), at: matrix.place)
      return nil
    }
    var isSound = true
    for (row, line) in zip(rows, lines) {
      guard let items = line.items else {
        context.findings.report(CorrelationFact.matrixNotRows(line.shape), at: line.place)
        isSound = false
        continue
      }
      if items.count != rows.count {
        context.findings.report(
          CorrelationFact.wrongRowLength(items.count, row: row.name, variables: rows.count),
          at: line.place)
        isSound = false
      }
      nodes.append(items)
    }
    guard isSound, readEntries() else { return nil }
    let areInRange = checkRange()
    guard checkDiagonalAndSymmetry(), areInRange else { return nil }
  }

  /// Every entry as a number.
  private mutating func readEntries() -> Bool {
    var isSound = true
    for line in nodes {
      var numbers: [Double] = []
      for node in line {
        do {
          guard let text = node.text else { throw FigureFact.notAFigure(shape: node.shape) }
          let figure = try Figure.parse(text)
          guard figure.unit == .number else {
            throw FigureFact.wrongUnit(
              text, found: figure.unit, expected: .number, currency: context.currency)
          }
          numbers.append(figure.value)
        } catch let fact as FigureFact {
          context.findings.report(fact, at: node.place)
          isSound = false
        } catch {
          isSound = false
        }
      }
      values.append(numbers)
    }
    return isSound
  }

  private func checkRange() -> Bool {
    var isSound = true
    for i in values.indices {
      for j in values.indices where i != j && values[i][j].magnitude > 1 {
        context.findings.report(
          CorrelationFact.outOfRange(rows[i].name, rows[j].name, value: values[i][j]),
          at: nodes[i][j].place)
        isSound = false
      }
    }
    return isSound
  }

  private func checkDiagonalAndSymmetry() -> Bool {
    var isSound = true
    for i in values.indices {
      if values[i][i] != 1 {
        context.findings.report(
          CorrelationFact.diagonal(rows[i].name, value: values[i][i]), at: nodes[i][i].place)
        isSound = false
      }
      for j in 0..<i where values[i][j] != values[j][i] {
        context.findings.report(
          CorrelationFact.asymmetric(
            rows[i].name, rows[j].name, value: values[i][j], mirrored: values[j][i]),
          at: nodes[i][j].place)
        isSound = false
      }
    }
    return isSound
  }

  /// The entries, each where the upper triangle states it.
  func table(source: String?) -> CorrelationTable {
    var table = CorrelationTable(rows: rows)
    for (i, j) in table.pairs {
      table[i, j] = CorrelationTable.Entry(
        value: values[i][j], place: nodes[i][j].place, source: source)
    }
    return table
  }
}
