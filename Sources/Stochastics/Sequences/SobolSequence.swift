/// One coordinate of the points of Sobol's sequence, as it is, without randomisation.
///
/// I. M. Sobol', "On the distribution of points in a cube and the approximate evaluation of
/// integrals", USSR Comput. Math. Math. Phys. 7 (1967) 86-112,
/// doi:10.1016/0041-5553(67)90144-9, with the direction numbers of Joe and Kuo (2008),
/// doi:10.1137/070709359. In every dimension each run of 2^m points that begins at a multiple of 2^m
/// puts one point in each of the 2^m equal parts of [0, 1), for m up to 32.
public struct SobolSequence: Sendable, Hashable {
  /// Dimensions there are, counted from 1.
  public static let dimensions = SobolDirections.dimensions

  /// The dimension, from 1 to 2048.
  public let dimension: Int

  /// Direction numbers by place of the index, from the lowest, in units of 2^-32.
  let directions: SIMD32<UInt32>

  /// The coordinate of this dimension.
  ///
  /// - Precondition: 1 <= dimension <= 2048.
  public init(dimension: Int) {
    self.dimension = dimension
    directions = SobolDirections.numbers(dimension: dimension)
  }

  /// The coordinate of point `index`, in units of 2^-32: the sum without carries of the direction
  /// numbers of the ones among the lower 32 places of the index.
  ///
  /// The order is that of the index itself. In the order of the Gray code, in which points are often
  /// made, the k-th point is point `k ^ (k >> 1)`.
  public func coordinate(index: UInt64) -> UInt32 {
    var sum: UInt32 = 0
    var rest = UInt32(truncatingIfNeeded: index)
    while rest != 0 {
      sum ^= directions[rest.trailingZeroBitCount]
      rest &= rest - 1
    }
    return sum
  }
}
