import Stochastics

/// What consecutive draws of a run have found, in a form that can be kept, sent and added up.
///
/// All that a tally holds are integers and exact sums, so that states of parts of a run add up to the same
/// bits as the run itself, in any order. A state holds the bytes that are written: reading one checks every
/// count and takes no more memory than its bytes do.
public struct RunState: Sendable, Equatable {
  /// What the run follows from.
  public let key: RunKey
  /// The numbers of the draws that it is of, from zero; the first is that of a block.
  public let draws: Range<Int>
  /// Where the run stops next: its end, or where one that is to reach a precision looks at it.
  let goal: Int
  /// The tally.
  private let counts: ArraySlice<UInt8>

  init(_ key: RunKey, draws: Range<Int>, goal: Int, tally: Tally) {
    self.key = key
    self.draws = draws
    self.goal = goal
    var writer = ByteWriter()
    tally.write(to: &writer)
    counts = writer.bytes[...]
  }

  private func shape() -> TallyShape {
    TallyShape(
      records: key.records, goals: key.goals, replicates: key.sampling.replicates,
      isWeighted: key.isWeighted, made: draws.count)
  }

  /// Whether the run has made all draws that it makes before a closer look at them.
  public var isDone: Bool { draws.upperBound == goal }

  /// Hands over the pieces of the tally.
  func forEachItem(_ body: (TallyItem) -> Void) throws(StateError) {
    var reader = ByteReader(counts)
    try TallyItem.readAll(&reader, shape: shape(), each: body)
  }

  // MARK: Bytes

  /// The state as it is kept, without the checksum that `StateFile` adds.
  public var bytes: [UInt8] {
    var writer = ByteWriter()
    key.write(to: &writer)
    writer.add(draws.lowerBound)
    writer.add(draws.count)
    writer.add(goal)
    writer.add(raw: counts)
    return writer.bytes
  }

  /// Reads a state.
  ///
  /// - Parameter bytes: any; they are read once, and held.
  /// - Throws: `StateError.malformed` for bytes that no state has.
  /// - Complexity: O(number of bytes and of bins).
  public init(_ bytes: ArraySlice<UInt8>) throws(StateError) {
    var reader = ByteReader(bytes)
    key = try RunKey(&reader)
    let most = key.length.most(key.sampling)
    let first = try reader.count(upTo: most)
    let end = first + (try reader.count(upTo: most - first))
    let block = Workspace.blockLength
    guard first % block == 0 || first == most, end % block == 0 || end == most else {
      throw .malformed
    }
    draws = first..<end
    goal = try reader.count(upTo: most)
    guard goal >= end, goal % block == 0 || goal == most else { throw .malformed }
    counts = reader.rest()
    try forEachItem { _ in }
  }
}
