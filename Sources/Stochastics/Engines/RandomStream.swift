/// An endless row of random numbers, one a draw, named by a seed and a name.
///
/// Number n depends on (seed, name, n) alone: on no other stream, no thread, and not on where a column
/// begins. The numbers come in runs of 1,024. Each run is made by eight generators xoshiro256++, whose states
/// are blocks of a counter-based generator, so that any run can be had at once; number n is the one of
/// generator n mod 8 at step (n mod 1024) / 8.
public struct RandomStream: Sendable, Hashable {
  /// Numbers made from one set of states.
  static let runLength = 1024
  /// Numbers made at one step.
  static let groupLength = 8
  private static let groupsPerRun = runLength / groupLength

  /// Where the states of the generators come from: sixteen blocks a run.
  private let seeds: CounterStream

  /// The stream of this name under this seed; streams of different names or seeds are independent.
  public init(seed: UInt64, name: String) {
    seeds = CounterStream(seed: seed, name: name)
  }

  /// The 64 random bits of draw n.
  ///
  /// - Precondition: n >= 0.
  /// - Complexity: O(1), but that of up to 128 steps.
  public func bits(draw n: Int) -> UInt64 {
    var bits: UInt64 = 0
    forEachGroup(1, firstDraw: n / Self.groupLength * Self.groupLength) { _, numbers in
      bits = numbers[n % Self.groupLength]
    }
    return bits
  }

  /// The probability that draw n cuts off: uniform over (0, 1), symmetric, and fine in both tails.
  ///
  /// The top bit chooses the tail, and the other 63 the probability `(m + 1/2) / 2^64` in it, so the
  /// smallest is 2^-65.
  public func probability(draw n: Int) -> TailProbability {
    SignedTails.probability(random: bits(draw: n))
  }

  /// Calls `body` with eight numbers at a time, and how many groups of eight came before.
  ///
  /// - Parameters:
  ///   - count: how many groups.
  ///   - first: the number of the first draw, a multiple of eight.
  @inline(__always)
  private func forEachGroup(
    _ count: Int, firstDraw first: Int, _ body: (Int, SIMD8<UInt64>) -> Void
  ) {
    precondition(first % Self.groupLength == 0, "a column begins at a multiple of eight draws")
    seeds.withLanes { blocks in
      var done = 0
      while done < count {
        let group = first / Self.groupLength + done
        var generators = Self.generators(run: group / Self.groupsPerRun, from: blocks)
        let skipped = group % Self.groupsPerRun
        for _ in 0..<skipped { _ = generators.next() }
        let taken = min(Self.groupsPerRun - skipped, count - done)
        var k = done
        while k < done &+ taken {
          body(k, generators.next())
          k &+= 1
        }
        done += taken
      }
    }
  }

  /// The generators of a run at its beginning.
  @inline(__always)
  private static func generators(run: Int, from blocks: CounterLanes) -> Xoshiro256 {
    let first = blocks.pairs(firstCounter: UInt64(16 * run))
    let second = blocks.pairs(firstCounter: UInt64(16 * run + 8))
    return Xoshiro256(state: (first.0, first.1, second.0, second.1))
  }
}

// MARK: Columns

extension RandomStream: DrawSequence {
  /// - Complexity: O(n), and up to 128 steps where the column begins within a run.
  public func fillTails(_ tails: UnsafeMutableBufferPointer<Double>, firstDraw first: Int) {
    guard let start = tails.baseAddress else { return }
    let whole = tails.count / Self.groupLength
    let raw = UnsafeMutableRawPointer(start)
    // Without a test in each group for the last of a column, which may be cut off.
    forEachGroup(whole, firstDraw: first) { k, numbers in
      raw.storeBytes(
        of: SignedTails.lanes(random: numbers), toByteOffset: 64 &* k, as: SIMD8<Double>.self)
    }
    let rest = whole * Self.groupLength..<tails.count
    guard !rest.isEmpty else { return }
    forEachGroup(1, firstDraw: first + rest.lowerBound) { _, numbers in
      let lanes = SignedTails.lanes(random: numbers)
      for i in rest { start[i] = lanes[i - rest.lowerBound] }
    }
  }

  /// Writes the bits of consecutive draws, the same as `bits(draw:)`.
  ///
  /// - Parameters:
  ///   - words: room for `8 * groups` numbers.
  ///   - groups: how many groups of eight draws.
  ///   - first: the number of the first draw, a multiple of eight.
  func writeBits(_ words: UnsafeMutablePointer<UInt64>, groups: Int, firstDraw first: Int) {
    let raw = UnsafeMutableRawPointer(words)
    forEachGroup(groups, firstDraw: first) { k, numbers in
      raw.storeBytes(of: numbers, toByteOffset: 64 * k, as: SIMD8<UInt64>.self)
    }
  }
}
