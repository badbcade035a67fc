@testable import GrowthModel

/// Formulas: one that is accepted has the value of its tree, evaluated as it stands.
enum FormulaTarget {
  @Sendable static func check(_ bytes: [UInt8]) throws {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    let formula: Formula
    do throws(FormulaError) {
      formula = try Formula(parsing: text, currency: "VND")
    } catch {
      try checkPlace(error, in: text)
      return
    }
    let (unit, errors) = formula.check(in: FormulaNames(), expecting: nil)
    for error in errors { try checkPlace(error, in: text) }
    // An error about a value leaves the unit known.
    try promise(unit != nil || !errors.isEmpty, "no unit, and no word why")
    guard errors.isEmpty else { return }
    try checkValue(of: formula)
  }

  private static func checkPlace(_ error: FormulaError, in text: String) throws {
    try promise(
      0...text.unicodeScalars.count ~= error.offset,
      "\(error) at \(error.offset) of \(text.unicodeScalars.count)")
    try promise(!"\(error)".isEmpty, "an error says nothing")
  }

  private static func checkValue(of formula: Formula) throws {
    var builder = FormulaOperations()
    guard let node = formula.lower(with: &builder, at: FormulaOperations.period) else { return }
    var tree = FormulaTree()
    let expected = tree.value(of: formula.expression, at: FormulaOperations.period)
    let names = builder.graph.inputNames
    let inputs = Dictionary(
      names.map { ($0, FormulaOperations.value(of: $0)) }, uniquingKeysWith: { first, _ in first })
    let found = nodeValues(builder.graph, inputs: inputs)[node.index]
    if expected.value.isFinite, expected.slack.isFinite, !tree.isClose {
      try promise(
        abs(found - expected.value) <= expected.tolerance,
        "\(formula.text): \(found), not \(expected.value)")
    }
    let ranges = builder.graph.ranges { name in
      let value = FormulaOperations.value(of: name)
      return value...value
    }
    try promise(
      found.isNaN || ranges[node.index].contains(found),
      "\(formula.text): \(found) is not in \(ranges[node.index])")
  }
}
