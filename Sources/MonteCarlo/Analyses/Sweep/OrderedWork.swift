/// Independent pieces of work, done side by side and handed over in their order.
public enum OrderedWork {
  /// Pieces that may be begun for each thread before the first of them is handed over: enough that a slow
  /// piece holds up nobody, and few enough that their results take no memory to speak of.
  private static let aheadOfEach = 4

  /// Does each piece once, with its share of the memory that `MemoryBudget` allows.
  ///
  /// - Parameters:
  ///   - pieces: their numbers.
  ///   - threads: how many are done at a time, one or more.
  ///   - work: what makes the result of a piece; called from any thread, in no order.
  ///   - each: takes the results, one after the other and in the order of the pieces.
  /// - Throws: an error of `work` or `each`; pieces that were begun are cancelled.
  public static func run<Result: Sendable>(
    _ pieces: Range<Int>, threads: Int,
    _ work: @escaping @Sendable (Int) async throws -> Result,
    each: (Int, Result) async throws -> Void
  ) async throws {
    let budget = MemoryBudget.current?.shared(by: min(threads, pieces.count))
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var begun = pieces.lowerBound
      var running = 0
      var handedOver = pieces.lowerBound
      var waiting: [Int: Result] = [:]
      func begin() {
        while running < max(threads, 1), begun < pieces.upperBound,
          begun - handedOver < max(threads, 1) * aheadOfEach
        {
          let piece = begun
          group.addTask {
            try await MemoryBudget.$current.withValue(budget) { (piece, try await work(piece)) }
          }
          begun += 1
          running += 1
        }
      }
      begin()
      while let (piece, result) = try await group.next() {
        running -= 1
        waiting[piece] = result
        begin()
        while let next = waiting.removeValue(forKey: handedOver) {
          try await each(handedOver, next)
          handedOver += 1
          begin()
        }
      }
    }
  }
}
