/// One coordinate of a Latin hypercube of any size: an order of its strata, and a place in each.
///
/// Follows from the seed and the name alone. Unlike ``LatinHypercubeStream``, the size is the caller's, and
/// a larger hypercube does not begin with a smaller one.
public struct LatinHypercubeColumn: Sendable, Hashable {
  /// The stratum of each point, from 0 to the number of points less one, each once.
  public let strata: [Int]
  /// 64 random bits for each point: where it stands in its stratum.
  public let places: [UInt64]

  /// Shuffles the strata after R. Durstenfeld, Algorithm 235, Comm. ACM 7 (1964) 420.
  ///
  /// - Parameters:
  ///   - points: how many, one or more.
  ///   - seed: what the order follows from, together with the name.
  ///   - name: of the coordinate.
  /// - Precondition: points is above zero.
  public init(points: Int, seed: UInt64, name: String) {
    precondition(points > 0, "a hypercube has points")
    let stream = RandomStream(seed: seed, name: name + "\u{0}latin-hypercube")
    let length = RandomStream.groupLength
    let groups = (2 * points + length - 1) / length
    var words = [UInt64](repeating: 0, count: groups * length)
    words.withUnsafeMutableBufferPointer { words in
      guard let start = words.baseAddress else { return }
      stream.writeBits(start, groups: groups, firstDraw: 0)
    }
    var strata = Array(0..<points)
    for k in stride(from: points - 1, to: 0, by: -1) {
      strata.swapAt(k, Int(words[k].multipliedFullWidth(by: UInt64(k + 1)).high))
    }
    self.strata = strata
    places = Array(words[points..<2 * points])
  }
}
