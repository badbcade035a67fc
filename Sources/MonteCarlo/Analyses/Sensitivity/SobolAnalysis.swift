import GrowthModel
import Stochastics

/// Evaluates a response for pairs of draws, and with one part after the other exchanged between them.
struct SobolAnalysis: Sendable {
  let parts: [InputPart]
  private let layout: PickFreezePlan
  private let passes: [PickFreezePlan.Pass]
  /// The pass with the second set of all variables.
  private let second: PickFreezePlan.Pass

  /// - Parameters:
  ///   - plan: what is evaluated; its first goal is asked about.
  ///   - parts: independent of each other. Those that cancel out are left aside.
  init(_ plan: Plan, parts: [InputPart]) {
    var layout = PickFreezePlan(plan, response: plan.goals[0].view)
    var kept: [InputPart] = []
    var passes: [PickFreezePlan.Pass] = []
    for part in parts {
      let places = Set(part.places)
      let pass = layout.pass(changes: places.contains)
      guard pass.response != nil else { continue }
      kept.append(part)
      passes.append(pass)
    }
    second = layout.pass { _ in true }
    self.layout = layout
    self.parts = kept
    self.passes = passes
  }

  /// Evaluations of the model for one pair of draws.
  var evaluationsPerDraw: Int { parts.count + 2 }

  /// The sums of each replicate.
  ///
  /// - Parameters:
  ///   - response: with its centre and scale.
  ///   - sampler: of both sets of variables.
  ///   - replicates: which draws.
  ///   - threads: tasks that work side by side.
  ///   - work: counts the draws that are done.
  func run(
    _ response: Response, _ sampler: JointSampler, _ replicates: ReplicateLayout, threads: Int,
    work: WorkCounter
  ) async throws -> [PickFreezeSums] {
    return try await replicates.run(
      threads: threads, columnCount: layout.columnCount, work: work
    ) { blocks, workspace, done in
      try self.sums(blocks, response, sampler, in: workspace, done: done)
    }
  }

  private func sums(
    _ blocks: [Range<Int>], _ response: Response, _ sampler: JointSampler,
    in workspace: Workspace, done: (Int) throws -> Void
  ) throws -> PickFreezeSums {
    var sums = PickFreezeSums(parts: parts.count)
    let length = Tile.length
    try withUnsafeTemporaryAllocation(of: Double.self, capacity: 3 * length) { memory in
      guard let a = memory.baseAddress else { return }
      let (b, h) = (a + length, a + 2 * length)
      for draws in blocks {
        try done(draws.count)
        sampler.fill(
          columns: workspace.columns, stride: Workspace.columnStride, count: draws.count,
          firstDraw: draws.lowerBound)
        sums.add(rows: draws.count)
        for rows in PickFreezePlan.tiles(count: draws.count) {
          let (columns, count) = (workspace.columns + rows.lowerBound, rows.count)
          layout.evaluateBase(rows: rows, in: workspace)
          response.fill(a, count: count, from: layout.response, columns: columns)
          layout.evaluate(second, rows: rows, in: workspace)
          response.fill(b, count: count, from: second.response ?? layout.response, columns: columns)
          sums.add(a: a, b: b, count: count)
          for part in passes.indices {
            guard let view = passes[part].response else { continue }
            layout.evaluate(passes[part], rows: rows, in: workspace)
            response.fill(h, count: count, from: view, columns: columns)
            sums.add(part: part, h: h, a: a, b: b, count: count)
          }
        }
      }
    }
    return sums
  }

  /// The response with its centre and scale, from the first draws.
  ///
  /// - Throws: `SimulationError.notFinite`.
  func scaled(
    _ response: Response, _ sampler: JointSampler
  ) throws(SimulationError) -> Response {
    let workspace = Workspace(columnCount: layout.columnCount)
    let length = Workspace.blockLength
    var values: [Double] = []
    for first in stride(from: 0, to: Self.pilotDraws, by: length) {
      sampler.fill(
        columns: workspace.columns, stride: Workspace.columnStride, count: length,
        firstDraw: first)
      for rows in PickFreezePlan.tiles(count: length) {
        layout.evaluateBase(rows: rows, in: workspace)
        values += [Double](unsafeUninitializedCapacity: rows.count) { buffer, count in
          guard let start = buffer.baseAddress else { return }
          response.fill(
            start, count: rows.count, from: layout.response,
            columns: workspace.columns + rows.lowerBound)
          count = rows.count
        }
      }
    }
    let mean = values.reduce(0, +) / Double(values.count)
    guard mean.isFinite else { throw .notFinite(quantity: response.target.quantity) }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(values.count)).squareRoot()
    var scaled = response
    scaled.centre = mean
    if deviation.isFinite, (1 / deviation).isFinite { scaled.scale = deviation }
    return scaled
  }

  /// Draws that fix centre and scale.
  private static let pilotDraws = 4 * Workspace.blockLength
}

extension JointSampler {
  /// What the names of the second set of variables end by.
  private static let suffix = "\u{0}second"

  /// Random numbers for two independent sets of some variables.
  ///
  /// - Parameters:
  ///   - distribution: of one set.
  ///   - needed: the places of the variables.
  ///   - seed: of the random numbers.
  ///   - sampling: how the draws are spread.
  /// - Throws: `SimulationError`.
  static func pairs(
    _ distribution: JointDistribution, needed: Set<Int>, seed: UInt64, sampling: Sampling
  ) throws(SimulationError) -> JointSampler {
    let both: JointDistribution
    do throws(DependenceError) {
      both = try distribution.withIndependentCopy(suffix: suffix)
    } catch {
      throw .dependence(error)
    }
    let count = distribution.variables.count
    do throws(SobolError) {
      return try JointSampler(
        both, seed: seed, needed: needed.union(needed.map { $0 + count }), sampling: sampling)
    } catch {
      throw SimulationError(error)
    }
  }
}

extension SimulationError {
  init(_ error: SobolError) {
    switch error {
    case .tooManyNames(let count, let dimensions):
      self = .tooManyVariables(count: count, dimensions: dimensions)
    }
  }
}
