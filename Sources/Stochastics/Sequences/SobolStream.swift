/// Numbers spread evenly over the probabilities, alone and together with those of other dimensions:
/// a coordinate of Sobol's sequence, scrambled at random.
///
/// The mean of a smooth function over n points errs by little more than n^-3/2, for any function by
/// no more than a constant times the error of n independent draws. The points are in 16 replicates,
/// scrambled independently, so that the spread of their means gives an honest interval: draw n
/// belongs to replicate `(n / 1024) mod 16`, and is its point `n / (1024 * 16) * 1024 + n mod 1024`.
/// The first 1024 * 16 * k draws are 16 replicates of 1024 k points each; k should be a power of two,
/// at which the points are evenly spread.
///
/// The scramble is the nested uniform one of A. B. Owen, "Randomly permuted (t,m,s)-nets and
/// (t,s)-sequences", in Monte Carlo and Quasi-Monte Carlo Methods in Scientific Computing (1995)
/// 299-317, doi:10.1007/978-1-4612-2552-2_19: a bit of the coordinate is flipped or not by a random
/// bit that belongs to the bits above it. It is exact in 32 bits, with every random bit out of
/// Philox and none used twice; another 32 random bits stand below, so that probabilities go
/// down to 2^-65.
///
/// Past 2^36 draws the points of a replicate begin anew, each with other bits below the 32.
///
/// Variables with different dimensions go together. Two of the same dimension would be related.
public struct SobolStream: DrawSequence {
  /// Independently scrambled replicates.
  public static let replicates = 16
  /// Consecutive draws of one replicate.
  public static let runLength = 1024

  /// The sequence before the scramble.
  public let sequence: SobolSequence

  let scramble: NestedScramble

  /// The stream of this name under this seed, in one dimension of the sequence.
  ///
  /// - Parameters:
  ///   - seed: of the run.
  ///   - name: of the variable.
  ///   - dimension: from 1 to 2048, different for each variable of a calculation.
  public init(seed: UInt64, name: String, dimension: Int) {
    sequence = SobolSequence(dimension: dimension)
    scramble = NestedScramble(
      random: CounterStream(seed: seed, name: name + "\u{0}nested-scramble"))
  }

  /// The replicate that draw n belongs to.
  public static func replicate(draw n: Int) -> Int { n / runLength % replicates }

  /// The number of draw n among the points of its replicate.
  public static func index(draw n: Int) -> Int {
    n / (runLength * replicates) * runLength + n % runLength
  }

  public func probability(draw n: Int) -> TailProbability {
    let coordinate = sequence.coordinate(index: UInt64(Self.index(draw: n)))
    let upper = scramble.scrambled(coordinate, replicate: Self.replicate(draw: n))
    return SignedTails.probability(
      fraction: UInt64(upper) << 32 | UInt64(scramble.lowerBits(draw: n)))
  }

  /// - Complexity: O(n), and the scramble of a whole run of 1024 for each that the column touches.
  public func fillTails(_ tails: UnsafeMutableBufferPointer<Double>, firstDraw first: Int) {
    precondition(first % 8 == 0, "a column begins at a multiple of eight draws")
    guard let start = tails.baseAddress else { return }
    let size = Self.runLength
    var row = 0
    while row < tails.count {
      let offset = (first + row) % size
      let count = min(size - offset, tails.count - row)
      if count == size {
        fillRun(start + row, firstDraw: first + row)
      } else {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: size) {
          guard let run = $0.baseAddress else { return }
          fillRun(run, firstDraw: first + row - offset)
          (start + row).update(from: run + offset, count: count)
        }
      }
      row += count
    }
  }

  /// Fills a whole run of 1024 draws with their signed tails.
  private func fillRun(_ tails: UnsafeMutablePointer<Double>, firstDraw first: Int) {
    let start = UInt64(Self.index(draw: first))
    let words = UnsafeMutableRawPointer(tails)
    scramble.withTable(
      below: sequence.coordinate(index: start), replicate: Self.replicate(draw: first)
    ) {
      gather($0, into: words, index: start)
    }
    scramble.replaceUpperBits(words, count: Self.runLength, firstDraw: first)
  }

  /// Writes the scrambled coordinates of a run of points to the upper halves of 64-bit words.
  private func gather(
    _ table: UnsafePointer<UInt32>, into words: UnsafeMutableRawPointer, index start: UInt64
  ) {
    // The position in the table follows the index as the coordinate does, place by place.
    let v0 = NestedScramble.position(sequence.directions[0])
    let v1 = NestedScramble.position(sequence.directions[1])
    let v2 = NestedScramble.position(sequence.directions[2])
    // What changes with the places from the third up to each.
    var steps = SIMD16<Int32>(repeating: 0)
    for k in 3..<NestedScramble.topLevels {
      steps[k] =
        steps[k - 1] ^ Int32(NestedScramble.position(sequence.directions[k]))
    }
    var first = NestedScramble.position(sequence.coordinate(index: start))
    for row in stride(from: 0, to: Self.runLength, by: 8) {
      if row > 0 { first ^= Int(steps[row.trailingZeroBitCount]) }
      let bits = SIMD8<UInt64>(
        UInt64(table[first]), UInt64(table[first ^ v0]), UInt64(table[first ^ v1]),
        UInt64(table[first ^ v0 ^ v1]), UInt64(table[first ^ v2]), UInt64(table[first ^ v0 ^ v2]),
        UInt64(table[first ^ v1 ^ v2]), UInt64(table[first ^ v0 ^ v1 ^ v2]))
      words.storeBytes(
        of: bits &<< SIMD8(repeating: 32), toByteOffset: 8 * row, as: SIMD8<UInt64>.self)
    }
  }
}
