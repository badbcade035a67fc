import GrowthModel
import Stochastics

/// Shapley effects: the variance shared out among inputs that may hang together.
///
/// With c(u) what is left of the variance on average when all inputs but those of u are known, the effect of
/// an input is what it adds to c when it joins those before it, averaged over all orders: A. B. Owen,
/// "Sobol' indices and Shapley value", SIAM/ASA J. Uncertain. Quantif. 2 (2014) 245-251,
/// doi:10.1137/130936233; E. Song, B. L. Nelson and J. Staum, "Shapley effects for global sensitivity analysis:
/// theory and computation", ibid. 4 (2016) 1060-1083, doi:10.1137/15M1048070. Effects are not below zero and
/// add up to the variance.
///
/// c(u) is the mean of `(a - h)^2 / 2`, where a is the response and h the response with the inputs of u drawn
/// again given all others. Along a random order the inputs are drawn again one after the other, one evaluation
/// each: T. Goda, "A simple algorithm for global sensitivity analysis with Shapley effects", Reliab. Eng.
/// Syst. Saf. 213 (2021) 107702, doi:10.1016/j.ress.2021.107702, for independent inputs. Here inputs may be
/// joined by a Gaussian or a Student t copula: in the triangular factor of the correlations, taken in the
/// opposite order, the inputs drawn again are the last ones, and their own independent numbers are all that
/// differs given the others (`JointWalk`).
struct ShapleyAnalysis: Sendable {
  /// Draws of one order.
  private static let rowsOfOrder = 64

  private let shapley: ShapleyPlan
  private let layout: PickFreezePlan
  private let sampler: JointSampler
  private let keys: [RandomStream]
  private let response: Response

  private var plan: Plan { shapley.plan }

  /// - Parameters:
  ///   - shapley: the inputs.
  ///   - response: with its centre and scale.
  ///   - seed: of the random numbers.
  ///   - sampling: how the draws are spread.
  /// - Throws: `SimulationError`.
  init(
    _ shapley: ShapleyPlan, response: Response, seed: UInt64, sampling: Sampling
  ) throws(SimulationError) {
    self.shapley = shapley
    layout = PickFreezePlan(shapley.plan, response: shapley.plan.goals[0].view)
    self.response = response
    keys = shapley.orderKeys(seed: seed)
    let needed = Set(
      shapley.players.flatMap(\.plain) + shapley.joints.flatMap(\.places))
    sampler = try JointSampler.pairs(
      shapley.distribution, needed: needed, seed: seed, sampling: sampling)
  }

  /// Evaluations of the model for one draw.
  var evaluationsPerDraw: Int { shapley.players.count + 1 }

  /// What each replicate found.
  ///
  /// - Parameters:
  ///   - replicates: which draws.
  ///   - threads: tasks that work side by side.
  ///   - work: counts the draws that are done.
  func run(
    _ replicates: ReplicateLayout, threads: Int, work: WorkCounter
  ) async throws -> [ShapleySums] {
    return try await replicates.run(
      threads: threads, columnCount: layout.columnCount, work: work
    ) { blocks, workspace, done in
      var sums = ShapleySums(players: shapley.players.count)
      let memory = ShapleyMemory(shapley, rows: Self.rowsOfOrder)
      for draws in blocks {
        try done(draws.count)
        sampler.fill(
          columns: workspace.columns, stride: Workspace.columnStride, count: draws.count,
          firstDraw: draws.lowerBound)
        sums.add(rows: draws.count)
        for (number, first) in stride(from: 0, to: draws.count, by: Self.rowsOfOrder).enumerated() {
          let rows = first..<min(first + Self.rowsOfOrder, draws.count)
          // An order, then the opposite one: what comes early in the one comes late in the other.
          let pair = draws.lowerBound + (number & ~1) * Self.rowsOfOrder
          var order = shapley.order(pair, keys: keys)
          if number & 1 == 1 { order.reverse() }
          add(rows, order, to: &sums, memory, workspace)
        }
      }
      return sums
    }
  }

  /// Goes along one order in some rows of a block.
  private func add(
    _ rows: Range<Int>, _ order: [Int], to sums: inout ShapleySums, _ memory: ShapleyMemory,
    _ workspace: Workspace
  ) {
    let count = rows.count
    let columns = workspace.columns + rows.lowerBound
    let walk = shapley.joints.indices.map { part in
      // Those that are drawn again first come last.
      JointWalk(
        shapley.joints[part],
        order: order.reversed().flatMap { player in
          shapley.players[player].joined.filter { $0.part == part }.map(\.row)
        })
    }
    for (part, joint) in walk.enumerated() {
      joint.begin(columns, count: count, variables: plan.variableCount, memory.parts[part])
    }
    layout.evaluateBase(rows: rows, in: workspace)
    response.fill(memory.a, count: count, from: layout.response, columns: columns)
    var before = 0.0
    for player in order {
      let input = shapley.players[player]
      for place in input.plain {
        (columns + place * Workspace.columnStride).update(
          from: columns + (plan.variableCount + place) * Workspace.columnStride, count: count)
      }
      for part in Set(input.joined.map(\.part)).sorted() {
        walk[part].change(
          input.joined.filter { $0.part == part }.map(\.row), columns, count: count,
          memory.parts[part])
      }
      layout.evaluateBase(steps: input.steps, rows: rows, in: workspace)
      response.fill(memory.h, count: count, from: layout.response, columns: columns)
      let after = Self.halfSquare(memory.a, memory.h, count)
      sums.add(player: player, after - before)
      before = after
    }
    sums.add(a: memory.a, b: memory.h, count: count)
  }

  private static func halfSquare(
    _ a: UnsafePointer<Double>, _ h: UnsafePointer<Double>, _ count: Int
  ) -> Double {
    var sum = SIMD4<Double>.zero
    for i in Swift.stride(from: 0, to: count, by: 4) {
      let x = UnsafeRawPointer(a).loadUnaligned(fromByteOffset: 8 * i, as: SIMD4<Double>.self)
      let y = UnsafeRawPointer(h).loadUnaligned(fromByteOffset: 8 * i, as: SIMD4<Double>.self)
      sum += (x - y) * (x - y)
    }
    return 0.5 * ((sum[0] + sum[1]) + (sum[2] + sum[3]))
  }
}
