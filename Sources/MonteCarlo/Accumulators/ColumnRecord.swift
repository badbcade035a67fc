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

  /// The bin of a value that draws often have, once two that stood side by side had it.
  private var atom: UInt64?

  /// How many counters there are for draws in the bin of an atom.
  static let spareCount = 8

  /// Adds draws, and counts each in its bin.
  ///
  /// A counter that is added to again and again, at odd intervals, is waited for: draws of which many are the
  /// same, such as those of a project that may not come, would take twice as long as others. Those in the bin of
  /// an atom are counted by turns in eight spare counters.
  ///
  /// - Returns: the sum of the draws in the unit of the moments, about their centre.
  /// - Parameters:
  ///   - bins: `Sketch.binCount` counts. An index is cut to that range, so that not even a draw
  ///     that is not a number can write elsewhere; such a draw shows in the moments.
  ///   - spare: how many counts after the first of these `spareCount` others lie, which are zero; nil where there
  ///     are none.
  @discardableResult
  mutating func add(
    _ draws: UnsafePointer<Double>, count: Int, bins: UnsafeMutablePointer<UInt16>,
    spare: Int? = nil
  ) -> Double {
    var sum = 0.0
    for start in stride(from: 0, to: count, by: Moments.runLength) {
      let (run, length) = (draws + start, min(Moments.runLength, count - start))
      if length > 1, run[0] == run[1] { atom = bin(run[0]) }
      if let spare, let atom {
        sum += add(run: run, count: length, bins: bins, atom: atom, spare: spare)
      } else {
        sum += add(run: run, count: length, bins: bins)
      }
    }
    return sum
  }

  // Functions of their own: inside of one that does more, their loads become calls.

  @inline(never)
  private mutating func add(
    run draws: UnsafePointer<Double>, count: Int, bins: UnsafeMutablePointer<UInt16>
  ) -> Double {
    add(run: draws, count: count, bins: bins, hasAtom: false, atoms: .zero, spares: .zero)
  }

  /// The same where many draws are in one bin.
  @inline(never)
  private mutating func add(
    run draws: UnsafePointer<Double>, count: Int, bins: UnsafeMutablePointer<UInt16>,
    atom: UInt64, spare: Int
  ) -> Double {
    let sum = add(
      run: draws, count: count, bins: bins, hasAtom: true, atoms: SIMD4(repeating: atom),
      spares: SIMD4(repeating: UInt64(truncatingIfNeeded: spare)) &+ SIMD4(0, 1, 2, 3))
    for k in 0..<Self.spareCount {
      bins[Int(atom)] &+= bins[spare + k]
      bins[spare + k] = 0
    }
    return sum
  }

  /// The bin of one draw.
  @inline(__always)
  private func bin(_ draw: Double) -> UInt64 {
    let u = (draw - centre) * (1 / scale)
    let place = Sketch.half * (u / (Sketch.shape + u.magnitude)) + (Sketch.middle + 0x1p52)
    return place.bitPattern & UInt64(Sketch.binCount - 1)
  }

  /// All bits of a lane set where it is zero, of lanes whose top bit is not set.
  @inline(__always)
  private static func isZero(_ lanes: SIMD4<UInt64>) -> SIMD4<UInt64> {
    let less = lanes &- SIMD4(repeating: 1)
    return SIMD4<UInt64>(
      truncatingIfNeeded: unsafeBitCast(less, to: SIMD4<Int64>.self) &>> SIMD4(repeating: 63))
  }

  /// - Parameters:
  ///   - atoms: the bin of which draws are counted elsewhere, if there is one.
  ///   - spares: where these are counted; the next row of four has its own.
  @inline(__always)
  private mutating func add(
    run draws: UnsafePointer<Double>, count: Int, bins: UnsafeMutablePointer<UInt16>,
    hasAtom: Bool, atoms: SIMD4<UInt64>, spares: SIMD4<UInt64>
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
      var bin = unsafeBitCast(place, to: SIMD4<UInt64>.self) & mask
      if hasAtom {
        let other = spares &+ SIMD4(repeating: UInt64(truncatingIfNeeded: i) & 4)
        bin ^= (atoms ^ other) & Self.isZero(bin ^ atoms)
      }
      bins[Int(truncatingIfNeeded: bin[0])] &+= 1
      bins[Int(truncatingIfNeeded: bin[1])] &+= 1
      bins[Int(truncatingIfNeeded: bin[2])] &+= 1
      bins[Int(truncatingIfNeeded: bin[3])] &+= 1
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
      bins[Int(bin(x))] &+= 1
    }
    moments.add(count: count, sum: runSum, sumOfSquares: runSquares)
    return runSum
  }
}
