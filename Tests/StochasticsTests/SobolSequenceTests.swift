import Testing

@testable import Stochastics

@Suite struct SobolSequenceTests {
  private static func grayOrder(_ sequence: SobolSequence, _ k: UInt64) -> UInt32 {
    sequence.coordinate(index: k ^ k >> 1)
  }

  /// Points 0 to 7 of the first six dimensions, in the order of the Gray code.
  ///
  /// From SciPy 1.17.1: `scipy.stats.qmc.Sobol(6, scramble=False).random(8)`.
  @Test func firstPoints() {
    let points: [[Double]] = [
      [0, 0, 0, 0, 0, 0],
      [0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25, 0.25, 0.75, 0.75],
      [0.25, 0.75, 0.75, 0.75, 0.25, 0.25],
      [0.375, 0.375, 0.625, 0.875, 0.375, 0.125],
      [0.875, 0.875, 0.125, 0.375, 0.875, 0.625],
      [0.625, 0.125, 0.875, 0.625, 0.625, 0.875],
      [0.125, 0.625, 0.375, 0.125, 0.125, 0.375],
    ]
    for (k, point) in points.enumerated() {
      for (j, x) in point.enumerated() {
        let coordinate = Self.grayOrder(SobolSequence(dimension: j + 1), UInt64(k))
        #expect(Double(coordinate) * 0x1p-32 == x)
      }
    }
  }

  /// All 2048 dimensions of the first 256 points, by a checksum.
  ///
  /// From SciPy 1.17.1:
  ///
  ///     x = (qmc.Sobol(2048, scramble=False, bits=32).random(256) * 2**32).astype(np.uint64)
  ///     h = 0
  ///     for v in x.ravel(): h = (h * 0x5851f42d4c957f2d + int(v) + 1) % 2**64
  @Test func allDimensions() {
    let sequences = (1...SobolSequence.dimensions).map { SobolSequence(dimension: $0) }
    var checksum: UInt64 = 0
    for k: UInt64 in 0..<256 {
      for sequence in sequences {
        checksum = checksum &* 0x5851_f42d_4c95_7f2d
        checksum &+= UInt64(Self.grayOrder(sequence, k)) + 1
      }
    }
    #expect(checksum == 0x49b4_e968_0b58_0000)
  }

  /// All 32 direction numbers against the recurrence of the paper in whole numbers m[k] < 2^k, which
  /// SciPy's 256 points do not reach.
  @Test(arguments: [2, 3, 4, 17, 71, 333, 1024, 2048])
  func directionNumbers(dimension: Int) {
    let row = SobolDirections.row(dimension: dimension)
    let degree = row[1]
    let inner = (1..<degree).map { row[2] >> (degree - 1 - $0) & 1 }
    var m = row[3...].map { UInt64($0) }
    for k in degree..<32 {
      var next = m[k - degree] ^ m[k - degree] << UInt64(degree)
      for (i, a) in inner.enumerated() {
        next ^= UInt64(a) * m[k - 1 - i] << UInt64(i + 1)
      }
      m.append(next)
    }
    let numbers = SobolDirections.numbers(dimension: dimension)
    for k in 0..<32 { #expect(UInt64(numbers[k]) == m[k] << UInt64(31 - k)) }
  }

  /// The table is whole: a row a dimension, with s odd numbers m[k] < 2^k, and a primitive polynomial
  /// that no other row has.
  @Test func tableIsSound() {
    var polynomials: Set<Int> = []
    for dimension in 2...SobolSequence.dimensions {
      let row = SobolDirections.row(dimension: dimension)
      let degree = row[1]
      #expect(row[0] == dimension && row.count == 3 + degree)
      for k in 1...degree {
        #expect(row[2 + k] % 2 == 1 && row[2 + k] < 1 << k)
      }
      let polynomial = 1 << degree | row[2] << 1 | 1
      #expect(Self.isPrimitive(polynomial, degree: degree), "dimension \(dimension)")
      polynomials.insert(polynomial)
    }
    #expect(polynomials.count == SobolSequence.dimensions - 1)
  }

  /// Whether x generates all 2^degree - 1 nonzero remainders of a polynomial over two elements.
  private static func isPrimitive(_ polynomial: Int, degree: Int) -> Bool {
    func product(_ a: Int, _ b: Int) -> Int {
      var (a, b, sum) = (a, b, 0)
      while b > 0 {
        if b & 1 == 1 { sum ^= a }
        a <<= 1
        if a >> degree & 1 == 1 { a ^= polynomial }
        b >>= 1
      }
      return sum
    }
    func power(_ exponent: Int) -> Int {
      var (result, base, rest) = (1, degree == 1 ? 1 : 2, exponent)
      while rest > 0 {
        if rest & 1 == 1 { result = product(result, base) }
        base = product(base, base)
        rest >>= 1
      }
      return result
    }
    let order = (1 << degree) - 1
    // Up to degree 15 the order has no prime factor but these.
    let primes = [3, 5, 7, 11, 13, 17, 23, 31, 43, 73, 89, 127, 151, 8191]
    var rest = order
    for prime in primes {
      while rest.isMultiple(of: prime) { rest /= prime }
    }
    return rest == 1 && power(order) == 1
      && primes.allSatisfy { !order.isMultiple(of: $0) || power(order / $0) != 1 }
  }

  /// Each aligned run of 2^m points puts one in each of the 2^m equal parts.
  @Test(arguments: [1, 2, 9, 71, 500, 2048])
  func oneDimension(dimension: Int) {
    let sequence = SobolSequence(dimension: dimension)
    for m in [1, 4, 10, 12] {
      for run: UInt64 in [0, 1, 5] {
        let parts = (0..<UInt64(1 << m)).map {
          sequence.coordinate(index: run << UInt64(m) + $0) >> UInt32(32 - m)
        }
        #expect(parts.sorted() == Array(0..<UInt32(1 << m)))
      }
    }
  }

  /// The first two dimensions make a (0, m, 2)-net in base 2: one point in each of the rectangles
  /// of any shape.
  @Test func firstTwoDimensions() {
    let (x, y) = (SobolSequence(dimension: 1), SobolSequence(dimension: 2))
    let m: UInt32 = 10
    for wide in 0...m {
      var cells: Set<UInt64> = []
      for index: UInt64 in 0..<1024 {
        let column = (UInt64(x.coordinate(index: index)) << UInt64(wide)) >> 32
        let row = (UInt64(y.coordinate(index: index)) << UInt64(m - wide)) >> 32
        cells.insert(column << UInt64(m - wide) | row)
      }
      #expect(cells.count == 1024)
    }
  }
}
