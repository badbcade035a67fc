/// The direction numbers of the dimensions of Sobol' sequences, from the figures of Joe and Kuo.
///
/// In the notation of their paper, v[k] = m[k] / 2^k, and m follows from m[1] ... m[s] by
///
///     m[k] = 2 a[1] m[k-1] ^ 4 a[2] m[k-2] ^ ... ^ 2^(s-1) a[s-1] m[k-s+1] ^ 2^s m[k-s] ^ m[k-s]
///
/// where x^s + a[1] x^(s-1) + ... + a[s-1] x + 1 is a primitive polynomial over the field of two
/// elements.
enum SobolDirections {
  /// Dimensions that have figures.
  static let dimensions = 2048

  /// Direction numbers v[1] ... v[32] of a dimension, counted from 1, in units of 2^-32.
  ///
  /// - Precondition: 1 <= dimension <= 2048.
  static func numbers(dimension: Int) -> SIMD32<UInt32> {
    precondition(1...dimensions ~= dimension, "direction numbers go from dimension 1 to 2048")
    var v = SIMD32<UInt32>(repeating: 0)
    guard dimension > 1 else {
      for k in 0..<32 { v[k] = 1 << UInt32(31 - k) }
      return v
    }
    let row = row(dimension: dimension)
    let (degree, coefficients) = (row[1], UInt32(row[2]))
    for k in 0..<32 {
      guard k >= degree else {
        v[k] = UInt32(row[3 + k]) << UInt32(31 - k)
        continue
      }
      v[k] = v[k - degree] ^ (v[k - degree] >> UInt32(degree))
      for i in 1..<degree where coefficients >> UInt32(degree - 1 - i) & 1 == 1 {
        v[k] ^= v[k - i]
      }
    }
    return v
  }

  /// The figures of a dimension from 2: d, s, a, m[1] ... m[s].
  static func row(dimension: Int) -> [Int] {
    rows.withUTF8Buffer { text in
      var figures = [0]
      for byte in text[rowStarts[dimension - 2]..<rowStarts[dimension - 1] - 1] {
        if byte == UInt8(ascii: " ") {
          figures.append(0)
        } else {
          figures[figures.count - 1] = 10 * figures[figures.count - 1] + Int(byte & 15)
        }
      }
      return figures
    }
  }

  /// Where each row begins in the text, and where one more would.
  private static let rowStarts: [Int] = rows.withUTF8Buffer { text in
    [0] + text.indices.filter { text[$0] == UInt8(ascii: "\n") }.map { $0 + 1 } + [text.count + 1]
  }
}
