import GrowthModel
import Stochastics
import Testing

@testable import MonteCarlo

@Suite struct ReconciliationTests {
  /// Every operation of the graph, against central differences.
  @Test func derivativesAgreeWithDifferences() throws {
    var graph = QuantityGraph()
    let (x, y) = (graph.node(.input("x")), graph.node(.input("y")))
    let sum = graph.node(.linear(constant: 3, [.init(2, x), .init(-1, y), .init(0.5, x)]))
    let product = graph.node(.product(sum, x))
    let nodes: [QuantityGraph.Node] = [
      sum, product, graph.node(.quotient(product, y)), graph.node(.product(x, x)),
      graph.node(.function(.exponential, sum)), graph.node(.function(.logarithm, sum)),
      graph.node(.function(.squareRoot, sum)),
      graph.node(.function(.magnitude, graph.node(.linear(constant: -9, [.init(1, x)])))),
      graph.node(.pair(.minimum, x, y)), graph.node(.pair(.maximum, x, y)),
      graph.node(.pair(.power, sum, y)), graph.node(.pair(.power, x, graph.node(.constant(3)))),
      graph.node(.pair(.less, x, y)),
      graph.node(.choice(graph.node(.pair(.less, x, y)), product, sum)),
    ]
    func values(_ x: Double, _ y: Double) -> [Double] { graph.values(at: ["x": x, "y": y]) }
    let step = 1e-6
    for (x, y) in [(0.7, 1.3), (1.6, 0.4), (0.05, 2.2)] {
      let centre = values(x, y)
      for node in nodes {
        let slopes = graph.derivatives(of: node, values: centre)
        let byX = (values(x + step, y)[node.index] - values(x - step, y)[node.index]) / (2 * step)
        let byY = (values(x, y + step)[node.index] - values(x, y - step)[node.index]) / (2 * step)
        let scale = 1 + centre[node.index].magnitude + byX.magnitude + byY.magnitude
        #expect(
          ((slopes["x"] ?? 0) - byX).magnitude < 1e-7 * scale, "\(graph.operations[node.index])")
        #expect(
          ((slopes["y"] ?? 0) - byY).magnitude < 1e-7 * scale, "\(graph.operations[node.index])")
      }
    }
  }

  /// The derivatives of all quantities of an economy with groups, values and population.
  @Test func derivativesOfTheAccounts() throws {
    let scenario = try SmallEconomy.scenario()
    let graph = try scenario.economy.quantityGraph()
    let centre = Dictionary(
      scenario.uncertainty.variables.map { ($0.name, $0.marginal.mean) }, uniquingKeysWith: { $1 })
    let values = graph.values(at: centre)
    for quantity in graph.quantities {
      let slopes = graph.derivatives(of: quantity.node, values: values)
      for (name, mean) in centre {
        let step = 1e-5 * max(mean.magnitude, 0.01)
        func value(_ shift: Double) -> Double {
          graph.values(at: centre.merging([name: mean + shift]) { $1 })[quantity.node.index]
        }
        let slope = (value(step) - value(-step)) / (2 * step)
        let scale = (values[quantity.node.index].magnitude + 1e-9) / max(mean.magnitude, 0.01)
        #expect(((slopes[name] ?? 0) - slope).magnitude < 1e-7 * scale, "\(quantity.path), \(name)")
      }
    }
  }

  private func scenario(
    _ targets: [Target], _ statements: [Target] = []
  ) throws -> Scenario {
    var scenario = try SmallEconomy.scenario()
    scenario.targets = targets
    scenario.statements = statements
    return scenario
  }

  private func target(
    _ id: String, _ quantity: String, _ comparison: Target.Comparison, _ threshold: Double
  ) -> Target {
    Target(id: id, name: id, quantity: quantity, comparison: comparison, threshold: threshold)
  }

  /// The quantities that the model itself makes of the reconciled figures are the stated ones.
  @Test func theModelAgreesWithThePlan() throws {
    let scenario = try scenario(
      [
        target("growth", "growth", .atLeast, 0.08),
        target("agriculture", "agriculture.share", .within(tolerance: 0.001), 0.35),
        target("visits", "tourism.visits", .atLeast, 5.3e6),
      ],
      [
        target("level", "grdp", .within(tolerance: 0), 42_500),
        target("per-person", "grdp.perPerson", .within(tolerance: 0), 0.0325),
        target("industry", "industry.contribution", .atMost, 0.05),
      ])
    let result = try Reconciliation(scenario)
    #expect(
      result.statements.map(\.target.id) == [
        "growth", "agriculture", "level", "per-person", "industry",
      ])
    #expect(result.statements.map(\.isTarget) == [true, true, false, false, false])
    #expect(result.outside.map(\.id) == ["visits"])
    // Visits are no figure of the accounts; the deflator of taxes is fixed.
    #expect(result.figures.count == scenario.uncertainty.variables.count - 1)
    #expect(!result.figures.contains { $0.name.hasPrefix("tourism") })
    let figures = Dictionary(
      result.figures.map { ($0.name, $0.reconciled ?? .nan) }, uniquingKeysWith: { $1 })
    let graph = try scenario.economy.quantityGraph()
    let values = graph.values(at: figures)
    for statement in result.statements {
      let value = values[statement.quantity.node.index]
      #expect(statement.target.shortfall(of: value) <= 1e-10 * value.magnitude)
      #expect((try #require(statement.reconciled) / value - 1).magnitude < 1e-14)
    }
    for (quantity, centre, reconciled) in result.accounts where quantity.path == "growth" {
      #expect(centre == result.statements[0].centre)
      #expect(reconciled == result.statements[0].reconciled)
    }
    let misfit = try #require(result.misfit)
    #expect(
      result.tailProbability
        == ChiSquare.upperTail(misfit, degreesOfFreedom: result.independentStatements))
  }

  /// Growth of a linear, Gaussian economy: the misfit is the square of the target's distance from the
  /// mean over the standard deviation of growth, correlations and all, and the tail probability that of
  /// both tails of the normal distribution.
  @Test func oneTargetIsAZScore() throws {
    let base = try SmallEconomy.scenario()
    let result = try Reconciliation(scenario([target("growth", "growth", .atLeast, 0.1)]))
    let total = base.economy.baseVolume
    let weights = Dictionary(
      base.economy.leaves.map { ($0.id + ".growth", $0.leaf.baseVolume / total) },
      uniquingKeysWith: { $1 })
    guard case .gaussian(let dependence) = base.uncertainty.groups[0] else {
      Issue.record("another dependence")
      return
    }
    var (mean, variance) = (0.0, 0.0)
    for first in base.uncertainty.variables {
      guard let a = weights[first.name] else { continue }
      mean += a * first.marginal.mean
      for second in base.uncertainty.variables {
        guard let b = weights[second.name] else { continue }
        var correlation = first.name == second.name ? 1.0 : 0
        if let i = dependence.names.firstIndex(of: first.name),
          let j = dependence.names.firstIndex(of: second.name)
        {
          correlation = dependence.correlation[i][j]
        }
        variance +=
          a * b * correlation * (first.marginal.variance * second.marginal.variance).squareRoot()
      }
    }
    let score = (0.1 - mean) / variance.squareRoot()
    #expect((try #require(result.misfit) - score * score).magnitude < 1e-10)
    #expect((result.statements[0].standardDeviation - variance.squareRoot()).magnitude < 1e-14)
    let normal = try NormalDistribution(mean: 0, standardDeviation: 1)
    #expect(
      (try #require(result.tailProbability) - 2 * normal.complementary(score)).magnitude < 1e-12)
    // The adjustment of each figure is the regression on growth.
    for figure in result.figures {
      guard let weight = weights[figure.name] else {
        #expect(figure.adjustment == 0)
        continue
      }
      #expect(weight > 0)
    }
  }

  @Test func readingsOfATolerance() throws {
    let targets = [target("share", "agriculture.share", .within(tolerance: 0.02), 0.30)]
    let wide = try Reconciliation(scenario(targets))
    let exact = try Reconciliation(scenario(targets), reading: .exact)
    #expect((try #require(wide.statements[0].reconciled) - 0.32).magnitude < 1e-12)
    #expect((try #require(exact.statements[0].reconciled) - 0.30).magnitude < 1e-12)
    #expect(try #require(wide.misfit) < (try #require(exact.misfit)))
    #expect(wide.usesTolerance && !exact.usesTolerance)
  }

  @Test func contradictionsAreNamed() throws {
    let result = try Reconciliation(
      scenario(
        [
          target("growth", "growth", .atLeast, 0.08),
          target("crops", "crops.share", .atLeast, 0.4),
          target("industry", "industry.share", .atLeast, 0.55),
          target("livestock", "livestock.share", .atLeast, 0.1),
        ]))
    #expect(result.misfit == nil && result.tailProbability == nil && result.hardest == nil)
    #expect(result.contradictionIsCertain != nil)
    #expect(
      result.statements.filter(\.isInContradiction).map(\.target.id)
        == ["crops", "industry", "livestock"])
    #expect(result.figures.allSatisfy { $0.reconciled == nil && $0.adjustment == nil })
  }

  @Test func whatCannotBeReconciled() throws {
    #expect(throws: ReconciliationError.nothingStated) {
      try Reconciliation(scenario([target("visits", "tourism.visits", .atLeast, 5.3e6)]))
    }
    var wild = try scenario([target("growth", "growth", .atLeast, 0.08)])
    let variables = try wild.uncertainty.variables.map { variable in
      guard variable.name == "industry.growth" else { return variable }
      return JointDistribution.Variable(
        name: variable.name,
        marginal: try StudentTDistribution(location: 0.07, scale: 0.05, degreesOfFreedom: 1.5))
    }
    wild.uncertainty = try JointDistribution(variables: variables)
    #expect(throws: ReconciliationError.noSpread(variable: "industry.growth")) {
      try Reconciliation(wild)
    }
    for error in [
      ReconciliationError.nothingStated, .noSpread(variable: "x"), .undefinedAtCentres,
      .algebra(.noConvergence),
    ] { #expect(!"\(error)".hasSuffix(".")) }
  }

  /// A figure beyond what its distribution allows is marked.
  @Test func figuresOutOfRange() throws {
    var scenario = try scenario([target("people", "population", .atLeast, 1.32e6)])
    let variables = try scenario.uncertainty.variables.map { variable in
      guard variable.name == "population" else { return variable }
      return JointDistribution.Variable(
        name: variable.name, marginal: try UniformDistribution(lower: 1.29e6, upper: 1.31e6))
    }
    scenario.uncertainty = try JointDistribution(variables: variables)
    let result = try Reconciliation(scenario)
    let marked = result.figures.filter(\.isOutOfRange).map(\.name)
    #expect(marked == ["population"])
    // 20,000 over the standard deviation of a uniform distribution, 20,000 over the root of 12.
    let population = result.figures.first { $0.name == "population" }
    #expect((try #require(population?.adjustment) - 12.0.squareRoot()).magnitude < 1e-12)
  }
}
