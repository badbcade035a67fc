import GrowthModel
import Stochastics

/// Runs a scenario with what has been published since, and finds what each figure changed.
///
/// Releases come in the order of time, and each is set against what was expected before it. What one of the
/// figures of a release did depends on which of the others one takes first: each is given its mean over all
/// orders (Shapley's value) where there are few of them, else over their order and its reverse; either way the
/// parts add up to the whole.
public struct UpdateAnalysis: Sendable {
  /// Figures in a release of which all orders are looked at.
  static let mostForAllOrders = 4
  /// Draws of a run between two releases, at the most: what is in between has its sign turned later, so
  /// that its error does not touch the sum.
  static let mostDrawsBetween = 100_000

  private let scenario: Scenario
  private let graph: QuantityGraph
  private let recording: Recording
  private let releases: [Range<Int>]

  /// - Parameters:
  ///   - scenario: with what has been published, in the order in which it became known.
  ///   - recording: what to keep beside the quantities of targets and figures.
  /// - Throws: `SimulationError`.
  public init(_ scenario: Scenario, recording: Recording) throws(SimulationError) {
    self.scenario = scenario
    do throws(EconomyError) { graph = try scenario.quantityGraph() } catch {
      throw .economy(error)
    }
    for actual in scenario.actuals where graph.quantity(actual.quantity) == nil {
      throw .unknownPath(actual.quantity)
    }
    self.recording = Recording(
      recording.selection, paths: recording.paths + scenario.actuals.map(\.quantity))
    releases = Self.releases(scenario.actuals, in: graph)
  }

  /// Figures that became known together: those of one day, or where no day is given of one period.
  private static func releases(_ actuals: [Actual], in graph: QuantityGraph) -> [Range<Int>] {
    func key(_ actual: Actual) -> String {
      actual.published ?? graph.quantity(actual.quantity)?.period.description ?? ""
    }
    var found: [Range<Int>] = []
    for (k, actual) in actuals.enumerated() {
      if let last = found.last, key(actuals[last.lowerBound]) == key(actual) {
        found[found.count - 1] = last.lowerBound..<(k + 1)
      } else {
        found.append(k..<(k + 1))
      }
    }
    return found
  }

  /// The draws that `run` makes in all.
  public func work(draws: Int) -> Int {
    var work = draws * (1 + releases.count)
    for release in releases {
      let sets = Set(Self.orders(release.count).flatMap { Self.within($0) })
      work += sets.count * min(draws, Self.mostDrawsBetween)
    }
    return work
  }

  /// - Parameters:
  ///   - draws: of the runs before and after each release.
  ///   - seed: what the random numbers follow from; the draws of all runs have the same.
  ///   - threads: tasks that evaluate blocks side by side, at least one.
  ///   - progress: called now and then, from any thread, with the number of draws done.
  /// - Throws: `SimulationError`, or `CancellationError` when the task was cancelled.
  public func run(
    draws: Int, seed: UInt64, threads: Int = 1,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws -> UpdateFindings {
    var done = 0
    func ensemble(_ actuals: [Actual], _ draws: Int) async throws -> Ensemble {
      var scenario = scenario
      scenario.actuals = actuals
      var simulation = try Simulation(scenario, recording: recording)
      simulation.looksAtDependence = false
      let before = done
      let found = try await simulation.run(draws: draws, seed: seed, threads: threads) {
        progress(before + $0)
      }
      done += draws
      return found
    }
    let before = try await ensemble([], draws)
    var latest = before
    var news: [NewsItem] = []
    for (number, release) in releases.enumerated() {
      let known = Array(scenario.actuals[..<release.lowerBound])
      let own = Array(scenario.actuals[release])
      let orders = Self.orders(own.count)
      var found: [Set<Int>: Ensemble] = [
        []: latest,
        Set(own.indices): try await ensemble(known + own, draws),
      ]
      for set in Set(orders.flatMap(Self.within)).sorted(by: {
        $0.sorted().lexicographicallyPrecedes($1.sorted())
      }) {
        let chosen = own.indices.filter { set.contains($0) }.map { own[$0] }
        found[set] = try await ensemble(known + chosen, min(draws, Self.mostDrawsBetween))
      }
      for (place, actual) in own.enumerated() {
        news.append(
          item(actual, at: place, release: number, expected: latest, orders: orders, in: found))
      }
      latest = found[Set(own.indices)] ?? latest
    }
    return UpdateFindings(
      seed: seed, draws: draws, before: before, after: latest, news: news,
      remaining: RemainingGrowth.find(scenario, latest))
  }

  /// The orders of some figures that are averaged over.
  static func orders(_ count: Int) -> [[Int]] {
    guard count <= mostForAllOrders else {
      return [Array(0..<count), Array((0..<count).reversed())]
    }
    var orders: [[Int]] = [[]]
    for next in 0..<count {
      orders = orders.flatMap { order in
        (0...order.count).map { place in
          var longer = order
          longer.insert(next, at: place)
          return longer
        }
      }
    }
    return orders
  }

  /// The sets of figures that an order goes through between none and all.
  private static func within(_ order: [Int]) -> [Set<Int>] {
    order.indices.dropFirst().map { Set(order[..<$0]) }
  }

  /// What one figure of a release did.
  private func item(
    _ actual: Actual, at place: Int, release: Int, expected: Ensemble, orders: [[Int]],
    in found: [Set<Int>: Ensemble]
  ) -> NewsItem {
    let share = 1 / Double(orders.count)
    var sums = scenario.targets.map { _ in (probability: 0.0, variance: 0.0, mean: 0.0) }
    for order in orders {
      guard let turn = order.firstIndex(of: place), let old = found[Set(order[..<turn])],
        let new = found[Set(order[...turn])]
      else { continue }
      for k in sums.indices {
        let (from, to) = (old.targets[k], new.targets[k])
        sums[k].probability += share * (to.estimate.probability - from.estimate.probability)
        // Runs of one order are not independent of those of another: errors add up at the worst.
        sums[k].variance +=
          share
          * (to.estimate.standardError * to.estimate.standardError
            + from.estimate.standardError * from.estimate.standardError)
        let path = from.quantity.path
        sums[k].mean += share * ((new.summary(path)?.mean ?? 0) - (old.summary(path)?.mean ?? 0))
      }
    }
    guard let quantity = graph.quantity(actual.quantity) else {
      preconditionFailure("the initializer looks for the quantities of all figures")
    }
    let summary = expected.summary(actual.quantity)
    let spread = summary?.standardDeviation ?? 0
    return NewsItem(
      actual: actual, quantity: quantity, release: release,
      expected: (
        summary?.mean ?? 0, (spread * spread + actual.revision * actual.revision).squareRoot()
      ),
      changes: sums.map {
        .init(probability: $0.probability, standardError: $0.variance.squareRoot(), mean: $0.mean)
      })
  }
}
