import GrowthModel
import Testing

@testable import ScenarioFiles

/// A figure means the same in a formula as it does alone.
@Suite struct FormulaFigureTests {
  private struct NoNames: FormulaScope {
    let names: [String] = []
    let hasQuarters = false
    func unit(of path: String) -> Unit? { nil }
    func leaves(of activity: String) -> [String]? { nil }
  }

  private struct Constants: FormulaBuilder {
    var graph = QuantityGraph()
    mutating func node(_ operation: QuantityGraph.Operation) -> QuantityGraph.Node {
      graph.node(operation)
    }
    func operation(of node: QuantityGraph.Node) -> QuantityGraph.Operation {
      graph.operations[node.index]
    }
    mutating func node(
      _ path: String, lag: Formula.Lag, at period: Period
    ) -> QuantityGraph.Node? { nil }
    func leaves(of activity: String) -> [String] { [] }
    mutating func demand(_ demand: QuantityGraph.Demand) {}
  }

  @Test(arguments: [
    "8%", "8 %", "0.5 pp", "1.2 trillion VND", "36274 billion VND", "36_274.5 billion VND",
    "61.8 million VND per person", "450 thousand VND per visit", "5.3 million visits", "3 visits",
    "12 lượt khách", "2025-07-01", "2024-12-31", "18 months", "1 year", "90 days", "3", ".5",
    "1e-3", "1.5E+2", "0.1e-2 %", "7 tourist visits", "1_000 thousand persons",
  ])
  func agreesWithScenarioFiles(text: String) throws {
    let figure = try Figure.parse(text)
    let formula = try Formula(parsing: text, currency: "VND")
    #expect(formula.check(in: NoNames(), expecting: nil).unit == figure.unit)
    var builder = Constants()
    let node = try #require(formula.lower(with: &builder, at: Period(year: 2025)))
    #expect(builder.operation(of: node) == .constant(figure.value))
  }

  /// What scenario files refuse as a figure is no formula either, or not the figure that was meant.
  @Test(arguments: ["1.2.3", "0x1f", "1e999", "3 million", "5 per person", "2025-02-30", "1,5"])
  func refusesWithScenarioFiles(text: String) {
    #expect(throws: FigureFact.self) { try Figure.parse(text) }
    #expect(throws: FormulaError.self) { try Formula(parsing: text, currency: "VND") }
  }
}
