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
  /// - Parameter dimension: from 1 to 2048, different for each variable of a calculation.
  public init(seed: UInt64, name: String, dimension: Int) {
    sequence = SobolSequence(dimension: dimension)
    scramble = NestedScramble(
      random: RandomStream(seed: seed, name: name + "\u{0}nested-scramble"))
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
    let size = Self.runLength
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: size) { words in
      guard let fractions = words.baseAddress else { return }
      let raw = UnsafeMutableRawPointer(fractions)
      var row = 0
      while row < tails.count {
        let offset = (first + row) % size
        let count = min(size - offset, tails.count - row)
        fillRun(raw, firstDraw: first + row - offset)
        for i in 0..<count { tails[row + i] = Double(bitPattern: fractions[offset + i]) }
        row += count
      }
    }
  }

  /// Writes the signed tails of a run of 1024 draws.
  private func fillRun(_ words: UnsafeMutableRawPointer, firstDraw first: Int) {
    let start = UInt64(Self.index(draw: first))
    scramble.withTable(
      below: sequence.coordinate(index: start), replicate: Self.replicate(draw: first)
    ) {
      gather($0, into: words, index: start)
    }
    scramble.addLowerBits(words, count: Self.runLength, firstDraw: first)
    SignedTails.replace(fractions: words, count: Self.runLength)
  }

  /// Writes the scrambled coordinates of a run of points to the upper halves of 64-bit words.
  private func gather(
    _ table: UnsafePointer<UInt32>, into words: UnsafeMutableRawPointer, index start: UInt64
  ) {
    // Position in the table follows the index as the coordinate does, bit by bit.
    func position(_ coordinate: UInt32) -> Int { NestedScramble.position(coordinate) }
    let (v0, v1, v2) = (
      position(sequence.directions[0]), position(sequence.directions[1]),
      position(sequence.directions[2])
    )
    var first = position(sequence.coordinate(index: start))
    let fractions = words.assumingMemoryBound(to: UInt64.self)
    var row = 0
    while true {
      fractions[row] = UInt64(table[first]) << 32
      fractions[row + 1] = UInt64(table[first ^ v0]) << 32
      fractions[row + 2] = UInt64(table[first ^ v1]) << 32
      fractions[row + 3] = UInt64(table[first ^ v0 ^ v1]) << 32
      fractions[row + 4] = UInt64(table[first ^ v2]) << 32
      fractions[row + 5] = UInt64(table[first ^ v0 ^ v2]) << 32
      fractions[row + 6] = UInt64(table[first ^ v1 ^ v2]) << 32
      fractions[row + 7] = UInt64(table[first ^ v0 ^ v1 ^ v2]) << 32
      row += 8
      guard row < Self.runLength else { return }
      // The places of the index that change from row - 1 to row, past the lowest three.
      for k in 3...row.trailingZeroBitCount { first ^= position(sequence.directions[k]) }
    }
  }
}
