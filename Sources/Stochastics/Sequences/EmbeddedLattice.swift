/// Nested lattices of 2^10 to 2^18 points in the unit cube.
///
/// Point k of the lattice of size N has the coordinates frac(k z[j] / N). The generating vector z
/// was computed component by component, the best of 1,000 random odd numbers for each component, by
/// the method of Cools, Kuo and Nuyens, "Constructing embedded lattice rules for multivariate
/// integration", SIAM J. Sci. Comput. 28 (2006) 2162-2188, doi:10.1137/06065074X: the smallest
/// ratio, at the worst size, of the error to the best error at that size. The error is P_2 (Sloan
/// and Joe, Lattice Methods for Multiple Integration, 1994) with the weight 1/j^2 of coordinate j:
/// the leading coordinates should carry the most variation.
struct EmbeddedLattice {
  /// The binary logarithms of the sizes.
  static let levels = 10...18

  private let generators: [UInt64]

  /// Creates the lattice.
  ///
  /// - Parameter randomBits: a source of generators for the coordinates past the 64 that were
  ///   computed. Under random shifts the mean stays unbiased, without the lattice's guarantee.
  init(dimension: Int, randomBits: () -> UInt64) {
    generators = (0..<dimension).map { j in
      j < Self.vector.count ? Self.vector[j] : (randomBits() & ((1 << 18) - 1)) | 1
    }
  }

  /// Sets `point` to point `number` of the lattice of size 2^`level`, moved by `shift` around the
  /// unit cube.
  func setPoint(_ point: inout [Double], number: Int, level: Int, shift: [Double]) {
    let mask: UInt64 = (1 << UInt64(level)) - 1
    let size = Double(1 << level)
    for j in generators.indices {
      let moved = Double((UInt64(number) &* generators[j]) & mask) / size + shift[j]
      point[j] = moved < 1 ? moved : moved - 1
    }
  }

  private static let vector: [UInt64] = [
    1, 28_193, 68_903, 18_129, 63_545, 94_059, 128_565, 110_799, 122_711, 104_821, 75_531,
    117_843, 31_287, 6537, 81_815, 112_627, 66_087, 119_073, 50_341, 29_059, 54_601, 99_019,
    76_553, 125_937, 66_687, 74_105, 4475, 129_301, 83_471, 47_757, 128_707, 89_909, 35_011,
    103_167, 54_865, 85_587, 76_303, 72_207, 59_295, 23_207, 84_939, 68_087, 59_945, 75_073,
    124_597, 58_939, 61_155, 527, 37_995, 29_477, 103_553, 97_669, 60_691, 52_839, 111_879,
    15_767, 33_121, 32_863, 49_437, 56_085, 3597, 89_977, 32_123, 31_961,
  ]
}
