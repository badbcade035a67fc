import GrowthModel
import Stochastics
import Testing

@testable import MonteCarlo

/// Shapley effects against closed forms.
@Suite struct ShapleyEffectTests {
  /// Those of `w . x` with x normal of covariance S, by all subsets: the variance that is left when all but
  /// those of u are known is `w[u]' (S[u,u] - S[u,v] S[v,v]^-1 S[v,u]) w[u]`, v being the others. See B. Iooss
  /// and C. Prieur, "Shapley effects for sensitivity analysis with correlated inputs", Int. J. Uncertain.
  /// Quantif. 9 (2019) 493-514, doi:10.1615/Int.J.UncertaintyQuantification.2019028372.
  ///
  /// - Parameter groups: the inputs of each player; each on its own without.
  static func linear(
    _ weights: [Double], _ covariance: [[Double]], groups: [[Int]]? = nil
  ) -> [Double] {
    let groups = groups ?? weights.indices.map { [$0] }
    let count = groups.count
    let inputs = weights.count
    func left(_ set: Int) -> Double {
      let known = (0..<count).filter { set >> $0 & 1 == 0 }.flatMap { groups[$0] }
      var rest = covariance
      // Elimination of what is known, one after the other.
      for k in known {
        let row = rest[k]
        for i in 0..<inputs {
          for j in 0..<inputs { rest[i][j] -= row[i] * row[j] / row[k] }
        }
      }
      let unknown = (0..<count).filter { set >> $0 & 1 == 1 }.flatMap { groups[$0] }
      return unknown.reduce(0) { sum, i in
        unknown.reduce(sum) { $0 + weights[i] * rest[i][$1] * weights[$1] }
      }
    }
    func factorial(_ n: Int) -> Double { (1...max(n, 1)).reduce(1.0) { $0 * Double($1) } }
    let all = left((1 << count) - 1)
    return (0..<count).map { i in
      (0..<1 << count).filter { $0 >> i & 1 == 0 }.reduce(0) { sum, set in
        let size = set.nonzeroBitCount
        let share = factorial(size) * factorial(count - size - 1) / factorial(count)
        return sum + share * (left(set | 1 << i) - left(set)) / all
      }
    }
  }

  static let covariance = PlainCase.ids.indices.map { i in
    PlainCase.ids.indices.map {
      PlainCase.deviations[i] * PlainCase.correlation[i][$0] * PlainCase.deviations[$0]
    }
  }

  /// The oracle itself, by the closed form for two inputs: Iooss and Prieur (2019), equation 7, with
  /// `r^2/2 (w1^2 - w2^2)`.
  @Test func theOracle() {
    let (a, b, r) = (3.0, 1.0, 0.6)
    let variance = a * a + b * b + 2 * r * a * b
    let found = Self.linear([a, b], [[1, r], [r, 1]])
    let one = (a * a + r * a * b - r * r / 2 * (a * a - b * b)) / variance
    #expect(abs(found[0] - one) < 1e-14 && abs(found[1] - (1 - one)) < 1e-14)
  }

  private func effects(_ found: TargetSensitivity, _ names: [String]) throws -> [SensitivityIndex] {
    let effects = try #require(found.shapley)
    return try names.map { name in
      try #require(effects.first { found.variables[$0.variables[0]].name == name }).effect
    }
  }

  /// Growth in the plain case: linear in correlated normal figures.
  @Test func linearGaussian() async throws {
    let truth = Self.linear(PlainCase.weights, Self.covariance)
    let analysis = try SensitivityAnalysis(PlainCase.scenario(), targets: ["growth"])
    let names = PlainCase.ids.map { $0 + ".growth" }
    var all = Coverage()
    for seed in SobolIndexTests.seeds {
      let found = try await analysis.run(draws: 4096, seed: seed, threads: 2).targets[0]
      let effects = try effects(found, names)
      #expect(abs(effects.reduce(0) { $0 + $1.value } - 1) < 0.01)
      for (effect, value) in zip(effects, truth) { all.add(effect, value) }
    }
    #expect(SobolIndexTests.together.contains(all.share), "\(all.share)")
    #expect(abs(all.bias) < 4 / Double(all.count).squareRoot() * 2)
    let many = try await analysis.run(draws: 1_000_000, seed: 1, threads: 2).targets[0]
    for (effect, value) in zip(try effects(many, names), truth) {
      #expect(abs(effect.value - value) < 4 * effect.standardError)
      #expect(effect.standardError < 0.001)
    }
  }

  /// A sum of Student t variables: given some of them the variance of the others depends on those, but is on
  /// average the same part of the whole as for normal ones, so that the effects are the same.
  @Test func linearStudentT() async throws {
    let nu = 12.0
    let weights = [2.0, 1, 0.5]
    let correlation = [[1, 0.6, -0.2], [0.6, 1, 0.3], [-0.2, 0.3, 1]]
    let student = try StudentTDistribution(location: 0, scale: 1, degreesOfFreedom: nu)
    let test = SobolCase(
      testDescription: "t", formula: "2 * x1 + x2 + 0.5 * x3",
      variables: ["x1", "x2", "x3"].map { .init(name: $0, marginal: student) }, first: [],
      total: [], shapley: [], mean: 0, variance: 0)
    let copula = try StudentTCopula(
      names: ["x1", "x2", "x3"], correlation: correlation, degreesOfFreedom: nu)
    let found = try await test.analysis(groups: [.studentT(copula)], threshold: 1)
      .run(draws: 1_000_000, seed: 6, threads: 2).targets[0]
    for (effect, truth) in zip(
      try effects(found, test.names), Self.linear(weights, correlation))
    {
      #expect(abs(effect.value - truth) < 4 * effect.standardError)
      #expect(effect.standardError < 0.002)
    }
    // The variance of a t variable is nu / (nu - 2).
    let variance = weights.indices.reduce(0) { sum, i in
      weights.indices.reduce(sum) { $0 + weights[i] * correlation[i][$1] * weights[$1] }
    }
    let deviation = (variance * nu / (nu - 2)).squareRoot()
    #expect(abs(found.standardDeviation / deviation - 1) < 0.003)
    // Held at t, the sum is `slope t` and a t variable of nu + 1 degrees of freedom, wider the further out t is.
    let t = student.quantile(0.9)
    for bar in found.tornado {
      #expect(bar.others == .conditional)
      let i = try #require(test.names.firstIndex(of: found.variables[bar.variable].name))
      let slope = weights.indices.reduce(0) { $0 + weights[$1] * correlation[i][$1] }
      let width = ((nu + t * t) / (nu + 1) * (variance - slope * slope)).squareRoot()
      for (value, end) in [(bar.low, -t), (bar.high, t)] {
        let rest = try StudentTDistribution(
          location: slope * end, scale: width, degreesOfFreedom: nu + 1)
        let truth = rest.complementary(1)
        #expect(abs(value - truth) < 4 * (truth * (1 - truth) / 1e6).squareRoot())
      }
    }
  }

  /// A product of factors that are no lines, of inputs that are all but independent.
  @Test func independentInputsOfAProduct() async throws {
    let test = try SobolCase.gFunction([0, 1, 4.5, 9])
    // A correlation so small that it moves no effect by a standard error brings the estimator in.
    let groups = [
      Dependence.gaussian(
        try GaussianCopula(names: ["x1", "x2"], correlation: [[1, 1e-9], [1e-9, 1]]))
    ]
    let found = try await test.analysis(groups: groups).run(draws: 500_000, seed: 4, threads: 2)
    for (effect, truth) in zip(try effects(found.targets[0], test.names), test.shapley) {
      #expect(abs(effect.value - truth) < 4 * effect.standardError)
      #expect(effect.standardError < 0.002)
    }
  }

  /// Groups of inputs that hang together, also across groups.
  @Test func groupsOfCorrelatedInputs() async throws {
    let names = PlainCase.ids.map { $0 + ".growth" }
    let groups = [
      InputGroup(name: "made and grown", variables: [names[1], names[0]]),
      InputGroup(name: "not there", variables: ["nothing"]),
    ]
    let analysis = try SensitivityAnalysis(
      PlainCase.scenario(), targets: ["growth"], groups: groups)
    let found = try await analysis.run(draws: 500_000, seed: 5, threads: 2).targets[0]
    let truth = Self.linear(PlainCase.weights, Self.covariance, groups: [[0, 1], [2], [3]])
    let effects = try #require(found.shapley)
    #expect(effects.map(\.name) == ["made and grown", nil, nil])
    for (effect, value) in zip(effects, truth) {
      #expect(abs(effect.effect.value - value) < 4 * effect.effect.standardError)
      #expect(effect.effect.standardError < 0.0015)
    }
    // What hangs together with a group is one part with it.
    let parts = try #require(found.sobol).parts
    #expect(parts.count == 1 && parts[0].kind == .gaussian && parts[0].variables.count == 4)
    #expect(parts[0].name?.hasPrefix("made and grown; ") == true)
  }

  /// Figures that are the same up to their unit share their effect equally; one that the model does not
  /// have, but that goes with one that it has, is not among the inputs.
  @Test func twins() async throws {
    let test = try SobolCase.sum([1, 1, 1])
    let groups = [
      Dependence.gaussian(
        try GaussianCopula(
          names: ["x1", "x2", "twin"], correlation: [[1, 1, 0.9], [1, 1, 0.9], [0.9, 0.9, 1]]))
    ]
    let twin = JointDistribution.Variable(name: "twin", marginal: NormalDistribution.standard)
    let found = try await test.analysis(groups: groups, extra: [twin])
      .run(draws: 200_000, seed: 4, threads: 2).targets[0]
    #expect(found.variables.map(\.name).sorted() == test.names)
    for (effect, truth) in zip(try effects(found, test.names), [0.4, 0.4, 0.2]) {
      #expect(abs(effect.value - truth) < 4 * effect.standardError)
    }
  }

  /// A product of two inputs that hang together, and a curve of one that does not, by hand.
  @Test func aProductOfCorrelatedInputs() async throws {
    let r = 0.7
    let test = SobolCase(
      testDescription: "product", formula: "x1 * x2 + exp(0.5 * x3)",
      variables: ["x1", "x2", "x3"].map { .init(name: $0, marginal: NormalDistribution.standard) },
      first: [], total: [], shapley: [], mean: 0, variance: 0)
    let copula = try GaussianCopula(
      names: ["x1", "x2", "x3"], correlation: [[1, r, 0], [r, 1, 0], [0, 0, 1]])
    let found = try await test.analysis(groups: [.gaussian(copula)])
      .run(draws: 1_000_000, seed: 6, threads: 2).targets[0]
    // Var(x1 x2) = 1 + r^2; given x1, x2 is r x1 + sqrt(1 - r^2) z, so that what is left of x1 x2 is
    // (1 - r^2) x1^2 on average 1 - r^2: the same for x1 and x2, which share 1 + r^2 equally.
    let third = exp(0.5) - exp(0.25)
    let all = 1 + r * r + third
    for (effect, truth) in zip(
      try effects(found, test.names), [(1 + r * r) / 2 / all, (1 + r * r) / 2 / all, third / all])
    {
      #expect(abs(effect.value - truth) < 4 * effect.standardError)
      #expect(effect.standardError < 0.003)
    }
  }

  private func exp(_ x: Double) -> Double { PortableMath.exp(x) }
}
