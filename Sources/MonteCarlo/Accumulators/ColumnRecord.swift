/// What is kept of one column of draws: its bins, moments and extremes.
struct ColumnRecord: Sendable {
  var moments: Moments
  var minimum = Double.infinity
  var maximum = -Double.infinity

  init(centre: Double, scale: Double) {
    moments = Moments(centre: centre, scale: scale)
  }

  /// The value in the middle bin.
  var centre: Double { moments.centre }
  /// The unit of bins and moments.
  var scale: Double { moments.scale }

  /// Adds what was kept elsewhere of the same column.
  mutating func add(_ other: ColumnRecord) {
    moments.add(other.moments)
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
  }

  /// Adds draws, and counts each in its bin.
  ///
  /// - Returns: the sum of the draws in the unit of the moments, about their centre.
  /// - Parameters:
  ///   - bins: `Sketch.binCount` counts. An index is cut to that range, so that not even a draw
  ///     that is not a number can write elsewhere; such a draw shows in the moments.
  @discardableResult
  mutating func add(
    _ draws: UnsafePointer<Double>, count: Int, bins: UnsafeMutablePointer<UInt16>
  ) -> Double {
    var sum = 0.0
    for start in stride(from: 0, to: count, by: Moments.runLength) {
      sum += add(run: draws + start, count: min(Moments.runLength, count - start), bins: bins)
    }
    return sum
  }

  private mutating func add(
    run draws: UnsafePointer<Double>, count: Int, bins: UnsafeMutablePointer<UInt16>
  ) -> Double {
    let raw = UnsafeRawPointer(draws)
    let centres = SIMD4(repeating: centre)
    let centre = centre
    let inverse = 1 / scale
    let inverses = SIMD4(repeating: inverse)
    let shape = SIMD4(repeating: Sketch.shape)
    let half = SIMD4(repeating: Sketch.half)
    let magic = SIMD4(repeating: Sketch.middle + 0x1p52)
    let mask = SIMD4<UInt64>(repeating: UInt64(Sketch.binCount - 1))
    let clearSign = SIMD4<UInt64>(repeating: ~(1 << 63))
    var sum = SIMD4<Double>(repeating: 0)
    var squares = SIMD4<Double>(repeating: 0)
    var low = SIMD4(repeating: minimum)
    var high = SIMD4(repeating: maximum)
    let whole = count / 4 * 4
    for i in stride(from: 0, to: whole, by: 4) {
      let x = raw.loadUnaligned(fromByteOffset: 8 * i, as: SIMD4<Double>.self)
      low.replace(with: x, where: x .< low)
      high.replace(with: x, where: x .> high)
      let u = (x - centres) * inverses
      sum += u
      squares += u * u
      let magnitude = unsafeBitCast(
        unsafeBitCast(u, to: SIMD4<UInt64>.self) & clearSign, to: SIMD4<Double>.self)
      // Adding 2^52 rounds to an integer and leaves it in the low bits of the significand.
      let place = half * (u / (shape + magnitude)) + magic
      let bin = unsafeBitCast(place, to: SIMD4<UInt64>.self) & mask
      bins[Int(bin[0])] &+= 1
      bins[Int(bin[1])] &+= 1
      bins[Int(bin[2])] &+= 1
      bins[Int(bin[3])] &+= 1
    }
    minimum = min(min(low[0], low[1]), min(low[2], low[3]))
    maximum = max(max(high[0], high[1]), max(high[2], high[3]))
    var runSum = (sum[0] + sum[1]) + (sum[2] + sum[3])
    var runSquares = (squares[0] + squares[1]) + (squares[2] + squares[3])
    for i in whole..<count {
      let x = draws[i]
      minimum = min(minimum, x)
      maximum = max(maximum, x)
      let u = (x - centre) * inverse
      runSum += u
      runSquares += u * u
      let place = Sketch.half * (u / (Sketch.shape + u.magnitude)) + (Sketch.middle + 0x1p52)
      bins[Int(place.bitPattern & UInt64(Sketch.binCount - 1))] &+= 1
    }
    moments.add(count: count, sum: runSum, sumOfSquares: runSquares)
    return runSum
  }
}
