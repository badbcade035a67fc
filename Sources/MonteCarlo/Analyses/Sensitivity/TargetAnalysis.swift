import GrowthModel
import Stochastics

/// Asks which inputs one target hangs on.
struct TargetAnalysis: Sendable {
  private let uncertainty: JointDistribution
  private let measure: SensitivityMeasure
  private let plan: Plan
  private let sobol: SobolAnalysis
  /// The parts of the distribution that the target depends on.
  private let parts: [JointDistribution.Part]
  private let shapley: ShapleyPlan?
  private let title: @Sendable (String) -> String

  /// Takes a plan as it is.
  ///
  /// - Parameters:
  ///   - plan: whose first goal is asked about.
  ///   - uncertainty: what its variables are drawn from.
  ///   - measure: of what the causes are sought.
  ///   - groups: inputs that are looked at as one; no variable is in two.
  ///   - title: what people call a variable.
  /// - Throws: `SimulationError.dependence`.
  init(
    _ plan: Plan, _ uncertainty: JointDistribution, measure: SensitivityMeasure,
    groups: [InputGroup] = [], title: @escaping @Sendable (String) -> String = { $0 }
  ) throws(SimulationError) {
    self.uncertainty = uncertainty
    self.plan = plan
    self.measure = measure
    self.title = title
    let all = uncertainty.independentParts(of: plan.usedVariables)
    let reaching = Set(SobolAnalysis(plan, parts: all.map(InputPart.init)).parts.flatMap(\.places))
    parts = all.filter { reaching.contains($0.places[0]) }
    let groups = groups.map { group in
      (name: group.name, places: Set(group.variables.compactMap { uncertainty.place(of: $0) }))
    }
    let merged = InputPart.merged(parts, groups: groups) { title(uncertainty.variables[$0].name) }
    sobol = SobolAnalysis(plan, parts: merged)
    guard parts.contains(where: { Joint($0, of: uncertainty) != nil }) else {
      shapley = nil
      return
    }
    do throws(DependenceError) {
      shapley = try ShapleyPlan(plan, parts: parts, groups: groups, uncertainty: uncertainty)
    } catch {
      throw .dependence(error)
    }
  }

  /// Runs over the draws that an answer takes.
  var stages: Int { shapley == nil ? 2 : 3 }

  /// Finds everything.
  ///
  /// - Parameters:
  ///   - replicates: which draws.
  ///   - seed: of the random numbers.
  ///   - sampling: how the draws are spread.
  ///   - threads: tasks that work side by side.
  ///   - work: counts the draws that are done.
  /// - Throws: `SimulationError`, or `CancellationError`.
  func run(
    _ replicates: ReplicateLayout, seed: UInt64, sampling: Sampling, threads: Int,
    work: WorkCounter
  ) async throws -> TargetSensitivity {
    let sampler = try JointSampler.pairs(
      uncertainty, needed: Set(parts.flatMap(\.places)), seed: seed, sampling: sampling)
    let goal = plan.goals[0]
    let response = try sobol.scaled(Response(target: goal.target, measure: measure), sampler)
    let sums = try await sobol.run(response, sampler, replicates, threads: threads, work: work)
    var evaluations = replicates.draws * sobol.evaluationsPerDraw
    let estimator = SobolEstimator(sums.map(\.common))
    guard estimator.mean.isFinite, estimator.variance.isFinite else {
      throw SimulationError.notFinite(quantity: goal.quantity.path)
    }
    let variance = max(estimator.variance, 0)
    let dust = Self.dust * max(response.centre.magnitude / response.scale, 1)
    let hits = estimator.hits(of: response, draws: 2 * replicates.draws)
    let isTooRare = measure == .probability && hits < Simulation.rareCount
    let varies = variance > dust * dust && !isTooRare
    let tornado = try tornado(seed: seed, sampling: sampling)
    let bars = try await tornado.run(replicates, threads: threads, work: work)
    evaluations += replicates.draws * tornado.evaluationsPerDraw
    var effects: [ShapleyEffect]?
    if let shapley, varies {
      let analysis = try ShapleyAnalysis(
        shapley, response: response, seed: seed, sampling: sampling)
      let found = try await analysis.run(replicates, threads: threads, work: work)
      evaluations += replicates.draws * analysis.evaluationsPerDraw
      effects = self.effects(shapley, found)
    }
    return TargetSensitivity(
      target: goal.target, quantity: goal.quantity, variables: variables,
      evaluations: evaluations, mean: response.centre + response.scale * estimator.mean,
      standardDeviation: response.scale * variance.squareRoot(),
      isTooRare: isTooRare, sobol: varies ? indices(estimator, sums) : nil, shapley: effects,
      tornado: bars)
  }

  /// A standard deviation that is no more than the dust of arithmetic, in units of the mean.
  private static let dust = 1e-12

  /// The variables of all parts, part by part.
  private var variables: [SensitivityVariable] {
    parts.flatMap(\.places).map {
      let name = uncertainty.variables[$0].name
      return SensitivityVariable(name: name, title: title(name))
    }
  }

  /// Where each variable stands among those, by its place.
  private var numbers: [Int: Int] {
    let places = parts.flatMap(\.places)
    return Dictionary(uniqueKeysWithValues: zip(places, places.indices))
  }

  private func tornado(
    seed: UInt64, sampling: Sampling
  ) throws(SimulationError) -> TornadoAnalysis {
    do throws(SobolError) {
      return try TornadoAnalysis(
        plan: plan, parts: parts, uncertainty: uncertainty, seed: seed, sampling: sampling)
    } catch {
      throw SimulationError(error)
    }
  }

  private func indices(_ estimator: SobolEstimator, _ sums: [PickFreezeSums]) -> SobolIndices {
    var quantiles = StudentQuantiles()
    var found: [SobolIndices.Part] = []
    var firsts: [ControlledMean] = []
    let numbers = numbers
    for (number, part) in sobol.parts.enumerated() {
      let (first, total) = estimator.indices(sums.map { $0.particular(part: number) })
      found.append(
        SobolIndices.Part(
          variables: part.places.compactMap { numbers[$0] }, kind: part.kind, name: part.name,
          first: SensitivityIndex(first, &quantiles), total: SensitivityIndex(total, &quantiles)))
      firsts.append(first)
    }
    let all = ControlledMean(
      sum: firsts, degreesOfFreedom: firsts.map(\.degreesOfFreedom).min() ?? 1)
    return SobolIndices(
      parts: found.sorted { $0.total.value > $1.total.value },
      interactions: SensitivityIndex(all, &quantiles).complement)
  }

  private func effects(_ shapley: ShapleyPlan, _ sums: [ShapleySums]) -> [ShapleyEffect] {
    let estimator = SobolEstimator(sums.map(\.common))
    var quantiles = StudentQuantiles()
    let numbers = numbers
    return shapley.players.enumerated().map { number, player in
      let effect = estimator.share(sums.map { $0.added(player: number) })
      return ShapleyEffect(
        variables: player.places.compactMap { numbers[$0] },
        name: player.isGroup ? player.name : nil,
        effect: SensitivityIndex(effect, &quantiles))
    }.sorted { $0.effect.value > $1.effect.value }
  }
}
