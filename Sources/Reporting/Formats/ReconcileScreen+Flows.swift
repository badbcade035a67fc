import GrowthModel
import Languages

extension ReconcileScreen {
  /// The most flows that are shown.
  private static let mostFlows = 8

  /// How the flows of the input-output table were adjusted to their totals, most moved first.
  var flows: [String] {
    guard let balance = report.table else { return [] }
    var moves: [(name: String, given: Double, balanced: Double)] = []
    for (i, from) in balance.sectors.enumerated() {
      for (j, to) in balance.sectors.enumerated() where balance.given[i][j] != 0 {
        moves.append((localized("\(from) to \(to)"), balance.given[i][j], balance.balanced[i][j]))
      }
    }
    func change(_ move: (name: String, given: Double, balanced: Double)) -> Double {
      move.balanced / move.given - 1
    }
    let ordered = moves.enumerated().sorted {
      (-change($0.element).magnitude, $0.offset) < (-change($1.element).magnitude, $1.offset)
    }.map(\.element)
    let measure = Measure(unit: .money, currency: report.currency)
    let largest = moves.map { max($0.given.magnitude, $0.balanced.magnitude) }.max() ?? 0
    let scale = measure.scale(for: measure.base(largest))
    var table = TextTable(columns: [
      .init(
        head: [localized("Flows of the input-output table, \(scale.label)")], alignment: .left,
        overflow: .truncate),
      .init(head: [localized("given")], alignment: .right),
      .init(head: [localized("balanced")], alignment: .right),
      .init(head: [localized("change, %")], alignment: .right),
    ])
    for move in ordered.prefix(Self.mostFlows) {
      table.rows.append([
        TextTable.Cell(move.name.printable),
        TextTable.Cell(scale.constant(measure.base(move.given))),
        TextTable.Cell(scale.constant(measure.base(move.balanced))),
        TextTable.Cell(NumberFormat(decimals: 1, powerOfTen: 2).string(change(move))),
      ])
    }
    var lines = table.lines(width: style.width, style: style)
    let rest = ordered.count - Self.mostFlows
    var notes = [
      localized(
        "Adjusted to the totals of rows and columns by RAS, in \(balance.iterations) rounds.")
    ]
    if rest > 0 { notes.append(localized("\(rest) more moved less.")) }
    lines += notes.joined(separator: " ").wrapped(to: style.width, indent: "  ").map(style.dim)
    return lines
  }
}
