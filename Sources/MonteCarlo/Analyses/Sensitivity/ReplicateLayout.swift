import Stochastics
import Synchronization

/// How the draws of an analysis are shared out to replicates, from whose spread its errors are told.
///
/// What a replicate finds is a function of its rows alone, added up in their order, so that neither threads
/// nor the length of blocks show in a result. Independent draws are in 64 replicates of consecutive draws;
/// draws that are spread evenly are in the 16 replicates of their sequence.
struct ReplicateLayout: Sendable, Equatable {
  /// Replicates of independent draws: enough for Student's t to be all but normal, and for a few
  /// controls.
  static let independentReplicates = 64
  /// Rows of a tile are looked at together, up to 32 of them; what stands beyond the last one does not matter.
  private static let rowsTogether = 16

  let draws: Int
  let count: Int
  private let sampling: Sampling

  /// - Parameters:
  ///   - draws: rounded up to a whole number of rows for each replicate.
  ///   - sampling: how draws are spread.
  init(draws: Int, sampling: Sampling) {
    self.sampling = sampling
    count = sampling.replicates ?? Self.independentReplicates
    self.draws = Self.draws(draws, sampling: sampling)
  }

  /// The number of draws that are made where some are asked for.
  static func draws(_ asked: Int, sampling: Sampling) -> Int {
    let unit =
      sampling.replicates.map { $0 * Sampling.runLength } ?? independentReplicates * rowsTogether
    let most = Simulation.maximumDraws / unit * unit
    return min((asked + unit - 1) / unit * unit, most)
  }

  /// Rows of a replicate.
  var rows: Int { draws / count }

  /// The draws of a replicate in blocks that a workspace has room for.
  func blocks(of replicate: Int) -> [Range<Int>] {
    let length = Workspace.blockLength
    if sampling.replicates == nil {
      let first = replicate * rows
      return stride(from: first, to: first + rows, by: length).map {
        $0..<min($0 + length, first + rows)
      }
    }
    let run = Sampling.runLength
    return stride(from: replicate * run, to: draws, by: count * run).map { $0..<$0 + run }
  }

  /// Works out every replicate, several side by side.
  ///
  /// - Parameters:
  ///   - threads: tasks, at least one.
  ///   - columnCount: columns of the workspace of each task.
  ///   - work: counts the draws that are done.
  ///   - replicate: what one replicate finds, given its blocks; it reports each block that is done.
  /// - Returns: the findings in the order of the replicates.
  func run<Finding: Sendable>(
    threads: Int, columnCount: Int, work: WorkCounter,
    replicate:
      @escaping @Sendable ([Range<Int>], Workspace, (Int) throws -> Void) throws -> Finding
  ) async throws -> [Finding] {
    let tasks = min(max(threads, 1), count)
    try MemoryBudget.check(columns: columnCount, records: 0, threads: tasks)
    let ticket = Ticket()
    var findings = [Finding?](repeating: nil, count: count)
    try await withThrowingTaskGroup(of: [(Int, Finding)].self) { group in
      for _ in 0..<tasks {
        group.addTask {
          var own: [(Int, Finding)] = []
          let memory = Workspace(columnCount: columnCount)
          while true {
            let number = ticket.next.add(1, ordering: .relaxed).oldValue
            guard number < count else { return own }
            let finding = try replicate(blocks(of: number), memory) { rows in
              try Task.checkCancellation()
              work.add(rows)
            }
            own.append((number, finding))
          }
        }
      }
      for try await part in group {
        for (number, finding) in part { findings[number] = finding }
      }
    }
    return findings.compactMap { $0 }
  }

  /// Hands out the replicates to tasks.
  private final class Ticket: Sendable {
    let next = Atomic<Int>(0)
  }
}
