import Synchronization
import Testing

@testable import MonteCarlo

@Suite struct OrderedWorkTests {
  @Test(arguments: [1, 2, 7], [0, 1, 5, 200])
  func handsOverInOrder(threads: Int, count: Int) async throws {
    var found: [Int] = []
    try await OrderedWork.run(3..<(3 + count), threads: threads) { piece in
      // The even ones are late.
      if piece % 2 == 0 { try await Task.sleep(for: .microseconds(200)) }
      return piece * piece
    } each: { piece, result in
      #expect(result == piece * piece)
      found.append(piece)
    }
    #expect(found == Array(3..<(3 + count)))
  }

  /// While the first piece takes its time, a bounded number of others is begun.
  @Test func beginsNoMoreThanItCanHandOver() async throws {
    let most = Mutex(0)
    try await OrderedWork.run(0..<100, threads: 2) { piece in
      if piece == 0 { try await Task.sleep(for: .milliseconds(50)) }
      most.withLock { $0 = max($0, piece) }
      return piece == 0 ? most.withLock { $0 } : 0
    } each: { piece, result in
      if piece == 0 { #expect(result < 8) }
    }
    #expect(most.withLock { $0 } == 99)
  }

  private struct Failure: Error, Equatable { let piece: Int }

  @Test func errorsEndIt() async throws {
    var found: [Int] = []
    await #expect(throws: Failure(piece: 5)) {
      try await OrderedWork.run(0..<1000, threads: 2) { piece in
        if piece == 5 { throw Failure(piece: 5) }
        return piece
      } each: { piece, _ in
        found.append(piece)
      }
    }
    #expect(found == Array(0..<found.count) && found.count <= 5)
    await #expect(throws: Failure(piece: 3)) {
      try await OrderedWork.run(0..<1000, threads: 2) {
        $0
      } each: { piece, _ in
        if piece == 3 { throw Failure(piece: 3) }
      }
    }
  }
}
