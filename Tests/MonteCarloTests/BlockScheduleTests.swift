import GrowthModel
import Stochastics
import Testing

@testable import MonteCarlo

/// What a schedule leaves in the columns that are looked at has the bits of the steps one by one.
@Suite struct BlockScheduleTests {
  private typealias Node = QuantityGraph.Node
  private typealias Term = QuantityGraph.Term

  /// Sums and pieces of lines times other columns: seen as they are and not, looked at once and twice, alone,
  /// by products and by others.
  private static func graph() -> QuantityGraph {
    var graph = QuantityGraph()
    let (x, y, z) = (
      graph.node(.input("x")), graph.node(.input("y")), graph.node(.input("z"))
    )
    var count = 0
    func line(_ constant: Double, _ terms: (Double, Node)...) -> Node {
      graph.node(.linear(constant: constant, terms.map { Term($0.0, $0.1) }))
    }
    func keep(_ node: Node) {
      count += 1
      graph.name(
        "q\(count)", node, unit: .number, title: "q\(count)", kind: .indicator,
        period: Period(year: 2025))
    }
    let sum = line(0.25, (1, x), (-2, y), (1, z))
    keep(graph.node(.product(sum, z)))
    let other = line(0.5, (1, x), (3, y), (0.1, z))
    keep(graph.node(.product(line(1, (2, other)), line(0.5, (-1, y)))))
    let functions: [QuantityGraph.Function] = [.magnitude, .positivePart, .unitPart, .ramp]
    for function in functions {
      let piece = graph.node(.function(function, line(0.5, (-1.5, x))))
      keep(graph.node(.product(line(0, (196, piece)), y)))
      let whole = graph.node(.function(function, x))
      keep(graph.node(.product(y, whole)))
      keep(graph.node(.product(line(1, (1, z)), line(-1, (2, graph.node(.function(function, y)))))))
    }
    let square = line(0, (1, x), (1, y))
    keep(graph.node(.product(square, square)))
    let twice = line(0.5, (1, x), (1, z))
    keep(line(0, (1, graph.node(.product(twice, x))), (1, graph.node(.product(twice, y)))))
    let kept = line(0, (1, y), (1, z))
    keep(kept)
    keep(graph.node(.product(kept, x)))
    let deep = graph.node(.product(line(0, (1, graph.node(.product(x, y))), (2, z)), x))
    keep(graph.node(.quotient(deep, line(3, (1, graph.node(.product(deep, deep)))))))
    keep(graph.node(.choice(graph.node(.pair(.less, x, y)), deep, graph.node(.product(deep, z)))))
    keep(graph.node(.function(.exponential, graph.node(.product(line(0, (1, x), (2, z)), y)))))
    return graph
  }

  /// - Parameter fill: fills the columns of the variables.
  private func expectSameBits(
    _ plan: Plan, count: Int, _ fill: (Workspace) -> Void
  ) {
    let schedule = BlockSchedule(plan)
    let (own, other) = (
      Workspace(columnCount: plan.columnCount), Workspace(columnCount: plan.columnCount)
    )
    for workspace in [own, other] {
      for i in 0..<(plan.columnCount * Workspace.columnStride) { workspace.columns[i] = .nan }
      fill(workspace)
    }
    plan.evaluateSteps(count: count, in: own)
    schedule.evaluate(count: count, in: other)
    let controls = plan.goals.compactMap { $0.control?.column }
    for column in plan.recorded + plan.goals.compactMap(\.view.column) + controls {
      let isSame = (0..<count).allSatisfy {
        own.column(column)[$0].bitPattern == other.column(column)[$0].bitPattern
      }
      #expect(isSame, "column \(column)")
    }
  }

  @Test(arguments: [1, 31, 257, 1000]) func edges(count: Int) throws {
    let plan = try Plan(graph: Self.graph(), variables: ["x", "y", "z"], targets: [])
    let schedule = BlockSchedule(plan)
    // Some are joined, and some take the places of others.
    #expect(schedule.columnCount < plan.steps.count - 10)
    expectSameBits(plan, count: count) { workspace in
      for variable in 0..<3 {
        let finite = KernelTests.values(UInt64(variable)).filter { !$0.isNaN }
        for i in 0..<count { workspace.column(variable)[i] = finite[i % finite.count] }
      }
    }
  }

  @Test(arguments: [1, 1000, 1024]) func scenario(count: Int) throws {
    let whole = try Simulation(SmallEconomy.scenario(), recording: .all)
    let controlled = try whole.controlled(seed: 4)
    for plan in [whole.plan, whole.plan.narrowed(to: []), controlled.plan] {
      let sampler = try whole.sampler(plan, seed: 9)
      expectSameBits(plan, count: count) {
        sampler.fill(
          columns: $0.columns, stride: Workspace.columnStride, count: count, firstDraw: 0)
      }
    }
  }
}
