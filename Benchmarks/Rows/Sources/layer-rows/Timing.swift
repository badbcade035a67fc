import Glibc
import LayerRows

/// Processor time of one row, a measurement for each line of input.
///
/// Waiting for input in between lets another program take turns with this one.
struct Timing {
  /// How long a measurement takes at least, in nanoseconds.
  static let shortest = 100_000_000.0

  private let row: Row

  init(_ row: Row) { self.row = row }

  func answer() async throws {
    let work = try await row.prepare()
    var turns = 1
    while true {
      let spent = try await measure(work, turns).spent
      if spent >= Self.shortest { break }
      turns = max(2 * turns, Int(Double(turns) * Self.shortest / max(spent, 1)))
    }
    while readLine() != nil {
      print(try await measure(work, turns).unit)
      fflush(nil)
    }
  }

  /// Takes the time of n steps and of 2n steps in turn: the difference is n steps without what a call costs by
  /// itself.
  ///
  /// - Returns: the time of all of it, and of a unit by the difference.
  private func measure(
    _ work: Row.Work, _ turns: Int
  ) async throws -> (spent: Double, unit: Double) {
    var once = 0.0
    var twice = 0.0
    for _ in 0..<turns {
      once += try await nanoseconds(work, row.timedSteps)
      twice += try await nanoseconds(work, 2 * row.timedSteps)
    }
    return (once + twice, (twice - once) / Double(turns * row.timedSteps * row.unitsPerStep))
  }

  private func nanoseconds(_ work: Row.Work, _ steps: Int) async throws -> Double {
    let start = Self.clock()
    try await work(steps)
    return Self.clock() - start
  }

  /// Time that the processor has spent on this program, which others on the machine do not lengthen.
  private static func clock() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
  }
}
