import Stochastics

/// Where the draws of a run come from.
enum DrawSource: Sendable {
  case plain(JointSampler)
  /// Draws that agree with published figures.
  case conditional(ConditionalSource)

  var sampler: JointSampler {
    switch self {
    case .plain(let sampler): sampler
    case .conditional(let source): source.sampler
    }
  }

  /// Whether draws count for more or less, and so are kept once, more often or not at all.
  var isWeighted: Bool { if case .conditional = self { true } else { false } }
}

/// Draws that agree with published figures, and what counts as one of them.
struct ConditionalSource: Sendable {
  let conditioning: Conditioning
  let sampler: JointSampler
  let seed: UInt64
  /// The logarithm of the weight that makes a draw count once.
  var logUnit = 0.0

  /// How often a draw of this weight is kept: its weight in units of the mean one, rounded down or up by
  /// chance, so that it is right on average.
  func copies(logWeight: Double, chance: Double) -> Int {
    let weight = PortableMath.exp(logWeight - logUnit)
    return Int(min(weight, Self.mostCopies) + chance)
  }

  /// What no single draw exceeds: far beyond where an answer means anything.
  static let mostCopies = 4096.0
  /// What the chances of rounding are keyed by; no variable has a name with a control character.
  static let chanceName = "\u{1F}copies"
}

/// The memory in which one task makes and evaluates blocks of draws.
///
/// A class only to own the memory.
final class BlockEvaluator {
  /// What there is of a block: rows of a workspace, all of which are kept the same number of times.
  typealias Body = (_ workspace: Workspace, _ count: Int, _ level: Int) -> Void

  private let schedule: BlockSchedule
  private let source: DrawSource
  private let workspace: Workspace
  private let draws: ConditionalDraws?
  /// Rows that are kept, gathered.
  private let kept: Workspace
  private let chances: RandomStream
  /// The columns that are looked at after a block.
  private let columns: [Int]
  /// Draws so far for which no point was found that agrees with the figures.
  private(set) var unsolved = 0

  init(_ plan: Plan, _ source: DrawSource) {
    schedule = BlockSchedule(plan)
    self.source = source
    workspace = Workspace(columnCount: plan.columnCount)
    columns = Set(plan.recorded + plan.goals.compactMap(\.view.column)).sorted()
    switch source {
    case .plain:
      draws = nil
      kept = workspace
      chances = RandomStream(seed: 0, name: "")
    case .conditional(let source):
      draws = ConditionalDraws(source.conditioning, sampler: source.sampler, seed: source.seed)
      kept = Workspace(columnCount: plan.columnCount)
      chances = RandomStream(seed: source.seed, name: ConditionalSource.chanceName)
    }
  }

  /// Makes and evaluates a block.
  ///
  /// - Parameter body: called with the rows that are kept once or more, then with those that are kept twice
  ///   or more, and so on.
  func evaluate(firstDraw: Int, count: Int, _ body: Body) {
    guard let draws, case .conditional(let source) = source else {
      source.sampler.fill(
        columns: workspace.columns, stride: Workspace.columnStride, count: count,
        firstDraw: firstDraw)
      schedule.evaluate(count: count, in: workspace)
      return body(workspace, count, 1)
    }
    let block = draws.fill(workspace, firstDraw: firstDraw, count: count)
    unsolved += block.unsolved
    schedule.evaluate(count: count, in: workspace)
    let copies = (0..<count).map { row in
      source.copies(
        logWeight: block.logWeights[row],
        chance: Double(chances.bits(draw: firstDraw + row) >> 11) * 0x1p-53)
    }
    var level = 1
    while true {
      let rows = (0..<count).filter { copies[$0] >= level }
      if rows.isEmpty { break }
      for column in columns {
        let from = workspace.column(column)
        let to = kept.column(column)
        for (place, row) in rows.enumerated() { to[place] = from[row] }
      }
      body(kept, rows.count, level)
      level += 1
    }
  }

  /// The logarithms of the weights of a block.
  func logWeights(firstDraw: Int, count: Int) -> [Double] {
    draws?.fill(workspace, firstDraw: firstDraw, count: count).logWeights ?? []
  }
}
