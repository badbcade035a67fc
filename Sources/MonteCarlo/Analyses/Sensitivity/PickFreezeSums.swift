/// The sums that Sobol indices follow from, over the draws of one replicate.
///
/// With a and b the response under the first and the second set of inputs, and h under the first set with one
/// part from the second: h has all but that part in common with a, and nothing but that part with b.
struct PickFreezeSums: Sendable {
  /// Means over the draws of a replicate.
  struct Shared: Sendable {
    var a = 0.0, b = 0.0, aa = 0.0, bb = 0.0, ab = 0.0
  }

  struct Own: Sendable {
    var h = 0.0, hh = 0.0, ah = 0.0, bh = 0.0
  }

  private(set) var rows = 0
  private var shared = [CompensatedSum](repeating: CompensatedSum(), count: 5)
  /// Four for each part.
  private var own: [CompensatedSum]

  init(parts: Int) {
    own = [CompensatedSum](repeating: CompensatedSum(), count: 4 * parts)
  }

  mutating func add(rows count: Int) { rows += count }

  /// Adds the responses of some draws; `count` is a multiple of four.
  mutating func add(a: UnsafePointer<Double>, b: UnsafePointer<Double>, count: Int) {
    var (sumA, sumB) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
    var (squareA, squareB) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
    var product = SIMD4<Double>.zero
    for i in stride(from: 0, to: count, by: 4) {
      let (x, y) = (Self.four(a, i), Self.four(b, i))
      sumA += x
      sumB += y
      squareA += x * x
      squareB += y * y
      product += x * y
    }
    for (k, sum) in [sumA, sumB, squareA, squareB, product].enumerated() {
      shared[k].add(Self.total(sum))
    }
  }

  /// Adds the responses with one part from the second set.
  mutating func add(
    part: Int, h: UnsafePointer<Double>, a: UnsafePointer<Double>, b: UnsafePointer<Double>,
    count: Int
  ) {
    var (sum, square) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
    var (withA, withB) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
    for i in stride(from: 0, to: count, by: 4) {
      let x = Self.four(h, i)
      sum += x
      square += x * x
      withA += x * Self.four(a, i)
      withB += x * Self.four(b, i)
    }
    let place = 4 * part
    own[place].add(Self.total(sum))
    own[place + 1].add(Self.total(square))
    own[place + 2].add(Self.total(withA))
    own[place + 3].add(Self.total(withB))
  }

  @inline(__always)
  private static func four(_ numbers: UnsafePointer<Double>, _ i: Int) -> SIMD4<Double> {
    UnsafeRawPointer(numbers).loadUnaligned(fromByteOffset: 8 * i, as: SIMD4<Double>.self)
  }

  @inline(__always)
  private static func total(_ sum: SIMD4<Double>) -> Double {
    (sum[0] + sum[1]) + (sum[2] + sum[3])
  }

  /// The means with either set.
  var common: Shared {
    let means = shared.map { $0.value / Double(rows) }
    return Shared(a: means[0], b: means[1], aa: means[2], bb: means[3], ab: means[4])
  }

  /// The means with one part from the second set.
  func particular(part: Int) -> Own {
    let place = 4 * part
    let means = own[place..<place + 4].map { $0.value / Double(rows) }
    return Own(h: means[0], hh: means[1], ah: means[2], bh: means[3])
  }
}
