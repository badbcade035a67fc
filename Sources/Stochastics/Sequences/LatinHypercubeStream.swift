/// Numbers spread evenly over the probabilities, 1024 at a time.
///
/// Draws come in hypercubes of 1024. In each one every variable visits each of the 1024 strata of
/// equal probability once, in an order that is a random permutation of its own, at a uniform place
/// within the stratum. The variance of a mean over one hypercube loses what is additive in the
/// variables (up to what varies within a stratum) and keeps the interactions; hypercubes are
/// independent of each other, so that the means over them give an honest interval.
///
/// M. D. McKay, R. J. Beckman and W. J. Conover, "A comparison of three methods for selecting values
/// of input variables in the analysis of output from a computer code", Technometrics 21 (1979)
/// 239-245, doi:10.1080/00401706.1979.10489755; the variance: M. Stein, Technometrics 29 (1987)
/// 143-151, doi:10.1080/00401706.1987.10488205.
public struct LatinHypercubeStream: DrawSequence {
  /// Draws, and strata, of a hypercube. Fixed, so that a draw does not depend on how many are made.
  public static let hypercubeSize = 1024

  private let stream: RandomStream

  /// The stream of this name under this seed.
  public init(seed: UInt64, name: String) {
    stream = RandomStream(seed: seed, name: name + "\u{0}latin-hypercube")
  }

  public func probability(draw n: Int) -> TailProbability {
    let size = Self.hypercubeSize
    let first = n / size * size
    var words = [UInt64](repeating: 0, count: size)
    words.withUnsafeMutableBufferPointer { words in
      guard let start = words.baseAddress else { return }
      stream.writeBits(start, groups: size / RandomStream.groupLength, firstDraw: first)
    }
    Self.permute(&words)
    return SignedTails.probability(fraction: words[n - first])
  }

  /// - Complexity: O(n), and a whole hypercube for each that the column touches.
  public func fillTails(_ tails: UnsafeMutableBufferPointer<Double>, firstDraw first: Int) {
    precondition(first % 8 == 0, "a column begins at a multiple of eight draws")
    let size = Self.hypercubeSize
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: size) { words in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: size) { strata in
        guard let fractions = words.baseAddress, let order = strata.baseAddress else { return }
        var row = 0
        while row < tails.count {
          let offset = (first + row) % size
          let count = min(size - offset, tails.count - row)
          stream.writeBits(
            fractions, groups: size / RandomStream.groupLength, firstDraw: first + row - offset)
          Self.permute(fractions, strata: order)
          SignedTails.replace(fractions: UnsafeMutableRawPointer(fractions), count: size)
          for i in 0..<count { tails[row + i] = Double(bitPattern: fractions[offset + i]) }
          row += count
        }
      }
    }
  }

  private static func permute(_ words: inout [UInt64]) {
    var strata = words
    words.withUnsafeMutableBufferPointer { words in
      strata.withUnsafeMutableBufferPointer { strata in
        guard let fractions = words.baseAddress, let order = strata.baseAddress else { return }
        permute(fractions, strata: order)
      }
    }
  }

  /// Turns the random words of a hypercube into fractions: the stratum in the top ten bits, the place
  /// in it below.
  ///
  /// The order of the strata is a shuffle after R. A. Fisher and F. Yates, in the form of R.
  /// Durstenfeld, Algorithm 235, Comm. ACM 7 (1964) 420. A word times the number of strata left, over
  /// 2^64, is the stratum to take; what is left over the point is again uniform, to 2^-54, whatever
  /// the stratum was, and serves as the place in it.
  ///
  /// - Parameter strata: room for as many numbers as the hypercube has.
  private static func permute(
    _ words: UnsafeMutablePointer<UInt64>, strata: UnsafeMutablePointer<UInt64>
  ) {
    for k in 0..<hypercubeSize { strata[k] = UInt64(k) }
    for k in stride(from: hypercubeSize - 1, through: 0, by: -1) {
      let product = words[k].multipliedFullWidth(by: UInt64(k + 1))
      let chosen = Int(product.high)
      let stratum = strata[chosen]
      strata[chosen] = strata[k]
      words[k] = stratum << 54 | product.low >> 10
    }
  }
}
