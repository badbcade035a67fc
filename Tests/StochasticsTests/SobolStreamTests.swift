import TestSupport
import Testing

@testable import Stochastics

@Suite struct SobolStreamTests {
  private static let runLength = SobolStream.runLength
  private static let replicates = SobolStream.replicates

  /// A change here is a value-breaking change and needs its own entry in the changelog.
  @Test func valueStability() {
    let stream = SobolStream(seed: 2025, name: "agriculture.growth", dimension: 3)
    #expect(
      (0..<3).map { stream.normal(draw: $0) } == [
        -0.9497668605764054, 1.5624368164145617, 0.16821904612220281,
      ])
    #expect(stream.normal(draw: 16 * 1024 + 1) == -0.5311779329830196)
  }

  /// Any 1024 R k draws are R replicates of the points 0 ..< 1024 k.
  @Test func drawsAreReplicates() {
    let runs = 3
    var points = [Set<Int>](repeating: [], count: Self.replicates)
    for n in 0..<Self.runLength * Self.replicates * runs {
      points[SobolStream.replicate(draw: n)].insert(SobolStream.index(draw: n))
    }
    #expect(points.allSatisfy { $0 == Set(0..<Self.runLength * runs) })
  }

  // MARK: The scramble

  /// The top 32 bits are the scrambled coordinates: equal up to a bit, two points stay equal up to
  /// that bit and differ in it; and every scramble of a replicate is another.
  @Test func scrambleIsNested() {
    let scramble = NestedScramble(random: CounterStream(seed: 31, name: "nested"))
    var random = SplitMix64(seed: 32)
    var images: Set<UInt32> = []
    for _ in 0..<500 {
      let x = UInt32(truncatingIfNeeded: random.next())
      let y = x ^ UInt32(truncatingIfNeeded: random.next() | 1 << 31) >> UInt32(random.next() % 32)
      let replicate = Int(random.next() % 16)
      let a = scramble.scrambled(x, replicate: replicate)
      let b = scramble.scrambled(y, replicate: replicate)
      #expect((a ^ b).leadingZeroBitCount == (x ^ y).leadingZeroBitCount)
    }
    for replicate in 0..<Self.replicates {
      images.insert(scramble.scrambled(0x1234_5678, replicate: replicate))
    }
    #expect(images.count == Self.replicates)
  }

  /// Each flip is a fair coin, and the coins of two nodes agree half of the time: over n = 2000
  /// scrambles, at every level, for the nodes of x, of a number that first differs from x at a given
  /// level, and of another replicate. Five standard errors each. Up to the level where two numbers
  /// differ their nodes are the same.
  @Test(arguments: [0, 1, 9, 10, 11, 20, 31])
  func flipsAreFairAndIndependent(differing: Int) {
    let n = 2000
    var ones = [Int](repeating: 0, count: 32)
    var agreements = ones
    var repeats = ones
    let x: UInt32 = 0x9e37_79b9
    let neighbour = x ^ 1 << UInt32(31 - differing)
    for seed in 0..<UInt64(n) {
      let scramble = NestedScramble(random: CounterStream(seed: seed, name: "fair"))
      let flips = x ^ scramble.scrambled(x, replicate: 2)
      let others = x ^ scramble.scrambled(x, replicate: 3)
      let near = neighbour ^ scramble.scrambled(neighbour, replicate: 2)
      for level in 0..<32 {
        let shift = UInt32(31 - level)
        ones[level] += Int(flips >> shift & 1)
        agreements[level] += Int(~(flips ^ near) >> shift & 1)
        repeats[level] += Int(~(flips ^ others) >> shift & 1)
      }
    }
    let isFair = { (count: Int) in abs(Double(count - n / 2)) < 5 * 0.5 * Double(n).squareRoot() }
    for level in 0..<32 {
      #expect(isFair(ones[level]) && isFair(repeats[level]))
      #expect(level <= differing ? agreements[level] == n : isFair(agreements[level]))
    }
  }

  /// Each of the 32 lower bits is fair and the same draw never has those of another: n = 20,000.
  @Test func lowerBitsAreFair() {
    let scramble = NestedScramble(random: CounterStream(seed: 33, name: "lower"))
    let n = 20_000
    let bits = (0..<n).map { scramble.lowerBits(draw: $0) }
    for place in 0..<UInt32(32) {
      let ones = bits.count { $0 >> place & 1 == 1 }
      #expect(abs(Double(ones) - Double(n) / 2) < 5 * 0.5 * Double(n).squareRoot())
    }
    // A pair agrees in all 32 bits with chance 2^-32: 0.05 such pairs among 2e8.
    #expect(Set(bits).count >= n - 2)
  }

  // MARK: Evenness

  /// Points `0 ..< count` of a replicate, in units of 2^-32, scrambled.
  private static func points(
    _ stream: SobolStream, replicate: Int, count: Int
  ) -> [UInt32] {
    var points: [UInt32] = []
    var run = replicate
    while points.count < count {
      let size = min(runLength, count - points.count)
      let tails = DrawSequenceTests.column(size) {
        stream.fillTails($0, firstDraw: run * runLength)
      }
      points += tails.map { UInt32(($0 < 0 ? -$0 : 1 - $0) * 0x1p32) }
      run += replicates
    }
    return points
  }

  @Test(arguments: [1, 2, 71, 2048], [0, 9])
  func oneDimensionStaysStratified(dimension: Int, replicate: Int) {
    let stream = SobolStream(seed: 34, name: "strata", dimension: dimension)
    let points = Self.points(stream, replicate: replicate, count: 4096)
    for (first, m) in [(0, 10), (1024, 10), (2048, 10), (0, 11), (2048, 11), (0, 12), (64, 5)] {
      let part = points[first..<first + 1 << m].map { $0 >> UInt32(32 - m) }
      #expect(part.sorted() == Array(0..<UInt32(1 << m)))
    }
  }

  /// Every shape of rectangle that is evenly filled by the points as they are is evenly filled by the
  /// scrambled ones, and no other: 2^m points, 2^-w wide and 2^-h high with w + h <= m.
  @Test(arguments: [[1, 2], [2, 3], [5, 71], [100, 2000], [1023, 1024]], [6, 10, 12])
  func rectanglesStayFilled(dimensions: [Int], m: Int) {
    let count = 1 << m
    let streams = dimensions.map { SobolStream(seed: 35, name: "d\($0)", dimension: $0) }
    let plain = streams.map { stream in
      (0..<UInt64(count)).map { stream.sequence.coordinate(index: $0) }
    }
    let scrambled = streams.map { Self.points($0, replicate: 3, count: count) }
    var even = 0
    for wide in 0...m {
      for high in 0...m - wide {
        let before = Self.isEven(plain[0], wide, plain[1], high)
        #expect(before == Self.isEven(scrambled[0], wide, scrambled[1], high))
        even += before ? 1 : 0
      }
    }
    // The first two dimensions make a net of the best quality: all shapes.
    if dimensions == [1, 2] { #expect(even == (m + 1) * (m + 2) / 2) }
    #expect(even >= 2 * m + 1)
  }

  private static func isEven(_ x: [UInt32], _ wide: Int, _ y: [UInt32], _ high: Int) -> Bool {
    var counts = [Int](repeating: 0, count: 1 << (wide + high))
    for (x, y) in zip(x, y) {
      let column = (UInt64(x) << UInt64(wide)) >> 32
      let row = (UInt64(y) << UInt64(high)) >> 32
      counts[Int(column << UInt64(high) | row)] += 1
    }
    return counts.allSatisfy { $0 == x.count >> (wide + high) }
  }

  // MARK: Variance

  /// The mean of u over n = 2^m points has variance 1 / (12 n^3): one independent uniform point a
  /// stratum. 1024 replicates, five standard errors of a variance.
  @Test(arguments: [(1, 16), (44, 64), (2048, 1024)])
  func varianceInOneDimension(dimension: Int, n: Int) {
    var sum = 0.0
    for seed in 0..<64 {
      let stream = SobolStream(seed: UInt64(seed), name: "variance", dimension: dimension)
      for replicate in 0..<Self.replicates {
        let tails = DrawSequenceTests.column(n) {
          stream.fillTails($0, firstDraw: replicate * Self.runLength)
        }
        let total = tails.reduce(0.0) { $0 + ($1 < 0 ? -$1 - 0.5 : 0.5 - $1) }
        sum += total * total
      }
    }
    let variance = sum / 1024 / Double(n * n)
    let expected = 1 / (12 * Double(n * n * n))
    #expect(abs(variance / expected - 1) < 5 * (2.0 / 1024).squareRoot())
  }

  /// The variance of the mean of a function with interaction, u v + (u + v)^2, over 64 points is that
  /// of Owen's scramble done point by point with a tree of stored coins: 1024 scrambles of each, five
  /// standard errors of the difference.
  @Test(arguments: [[1, 2], [3, 8], [40, 41]])
  func varianceInTwoDimensions(dimensions: [Int]) {
    let n = 64
    func mean(_ u: [Double], _ v: [Double]) -> Double {
      let sum = zip(u, v).reduce(0.0) { $0 + $1.0 * $1.1 + ($1.0 + $1.1) * ($1.0 + $1.1) }
      return sum / Double(n)
    }
    // 1/4 + 1/3 + 1/3 + 1/2 for the exact mean.
    let exact = 17.0 / 12
    var errors: [Double] = []
    var reference: [Double] = []
    var coins = SplitMix64(seed: 36)
    for seed in 0..<64 {
      let streams = dimensions.map {
        SobolStream(seed: UInt64(seed), name: "axis \($0)", dimension: $0)
      }
      for replicate in 0..<Self.replicates {
        let axes = streams.map { stream in
          DrawSequenceTests.column(n) {
            stream.fillTails($0, firstDraw: replicate * Self.runLength)
          }.map { $0 < 0 ? -$0 : 1 - $0 }
        }
        errors.append(mean(axes[0], axes[1]) - exact)
        let slow = streams.map { stream in
          Self.scrambledByTree(stream.sequence, count: n, coins: &coins)
        }
        reference.append(mean(slow[0], slow[1]) - exact)
      }
    }
    let (first, second) = (Self.meanSquare(errors), Self.meanSquare(reference))
    let standardError =
      (first.variance + second.variance).squareRoot() / Double(errors.count).squareRoot()
    #expect(abs(first.mean - second.mean) < 5 * standardError)
  }

  private static func meanSquare(_ errors: [Double]) -> (mean: Double, variance: Double) {
    let squares = errors.map { $0 * $0 }
    let mean = squares.reduce(0, +) / Double(squares.count)
    let variance = squares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(squares.count)
    return (mean, variance)
  }

  /// Owen's scramble as it is defined: 24 bits by coins of their own for each prefix, then a uniform
  /// place.
  private static func scrambledByTree(
    _ sequence: SobolSequence, count: Int, coins: inout SplitMix64
  ) -> [Double] {
    var tree: [Int: Int] = [:]
    var result: [Double] = []
    for index in 0..<UInt64(count) {
      let x = Int(sequence.coordinate(index: index) >> 8)
      var image = 0
      for level in 0..<24 {
        let node = 1 << level | x >> (24 - level)
        let coin = tree[node] ?? Int(coins.next() >> 63)
        tree[node] = coin
        image = image << 1 | (x >> (23 - level) & 1 ^ coin)
      }
      result.append((Double(image) + coins.nextUniform()) * 0x1p-24)
    }
    return result
  }

  /// Replicates are independent: the products of the errors of neighbours average to nothing. The mean
  /// of u^2 over 64 points, 64 x 15 pairs, five standard errors.
  @Test func replicatesAreIndependent() {
    var products: [Double] = []
    for seed in 0..<64 {
      let stream = SobolStream(seed: UInt64(seed), name: "replicates", dimension: 12)
      let errors = (0..<Self.replicates).map { replicate in
        DrawSequenceTests.column(64) {
          stream.fillTails($0, firstDraw: replicate * Self.runLength)
        }.map { $0 < 0 ? $0 * $0 : (1 - $0) * (1 - $0) }.reduce(0, +) / 64 - 1.0 / 3
      }
      products += zip(errors, errors.dropFirst()).map { $0 * $1 }
    }
    let mean = products.reduce(0, +) / Double(products.count)
    let square = Self.meanSquare(products).mean
    #expect(abs(mean) < 5 * (square / Double(products.count)).squareRoot())
  }

  /// The error of an integral over eight dimensions falls faster than n^-0.9, where that of
  /// independent draws falls as n^-1/2: the product of 1 + (u - 1/2) / 2, mean 1, with 2^7 to 2^15
  /// points a replicate, root mean square over 16 replicates of two seeds.
  ///
  /// The slope of 32 such errors has a standard error of 0.03.
  @Test func errorFallsFasterThanLinear() {
    let sizes = (7...15).map { 1 << $0 }
    var squares = [Double](repeating: 0, count: sizes.count)
    for seed: UInt64 in [1, 2] {
      let streams = (1...8).map { SobolStream(seed: seed, name: "axis \($0)", dimension: $0) }
      for replicate in 0..<Self.replicates {
        var (sum, count) = (0.0, 0)
        for run in 0..<32 {
          let first = (run * Self.replicates + replicate) * Self.runLength
          for value in Self.product(of: streams, firstDraw: first) {
            sum += value
            count += 1
            guard let size = sizes.firstIndex(of: count) else { continue }
            let error = sum / Double(count) - 1
            squares[size] += error * error
          }
        }
      }
    }
    let x = (7...15).map { Double($0) - 11 }
    // Logarithms to base two of the root mean squares.
    let y = squares.map { PortableMath.log($0 / 32) / 2 / PortableMath.log(2) }
    let slope = zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } / x.reduce(0) { $0 + $1 * $1 }
    print("Sobol, eight dimensions: error falls as n^\(slope), at 2^15 points 2^\(y[8])")
    #expect(slope < -0.9)
  }

  private static func product(of streams: [SobolStream], firstDraw first: Int) -> [Double] {
    var values = [Double](repeating: 1, count: runLength)
    for stream in streams {
      let tails = DrawSequenceTests.column(runLength) { stream.fillTails($0, firstDraw: first) }
      for i in 0..<runLength {
        let tail = tails[i]
        values[i] *= 1 + (tail < 0 ? -tail - 0.5 : 0.5 - tail) / 2
      }
    }
    return values
  }
}
