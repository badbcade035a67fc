import Stochastics

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
      run: draws, count: count, bins: bins, hasAtom: true, atoms: SIMD8(repeating: atom),
      spares: SIMD8(repeating: UInt64(truncatingIfNeeded: spare)) &+ SIMD8(0, 1, 2, 3, 4, 5, 6, 7))
    for k in 0..<Self.spareCount {
      bins[Int(atom)] &+= bins[spare + k]
      bins[spare + k] = 0
    }
    return sum
  }

  /// The bin of one draw.
  private func bin(_ draw: Double) -> UInt64 {
    let place = Sketch.distance(of: (draw - centre) * (1 / scale)) + Self.rounding
    return place.bitPattern & UInt64(Sketch.binCount - 1)
  }

  /// The middle bin, and 2^52, with which a sum is rounded to a whole number that stands in the low bits of the
  /// significand.
  private static let rounding = Sketch.middle + 0x1p52

  /// Draws whose bins are written down before they are counted: as much as the stack has room for without an allocation.
  private static let chunk = 128

  /// - Parameters:
  ///   - atoms: the bin of which draws are counted elsewhere, if there is one.
  ///   - spares: where these are counted, a counter a lane.
  @inline(__always)
  private mutating func add(
    run draws: UnsafePointer<Double>, count: Int, bins: UnsafeMutablePointer<UInt16>,
    hasAtom: Bool, atoms: SIMD8<UInt64>, spares: SIMD8<UInt64>
  ) -> Double {
    let raw = UnsafeRawPointer(draws)
    let (centre, inverse) = (centre, 1 / scale)
    let (centres, inverses) = (SIMD8(repeating: centre), SIMD8(repeating: inverse))
    let signs = SIMD8<UInt64>(repeating: 1 << 63)
    let core = SIMD8(repeating: Sketch.core)
    let infinity = SIMD8(repeating: Sketch.infinity)
    let half = SIMD8(repeating: Sketch.half)
    let rounding = SIMD8(repeating: Self.rounding)
    let mask = SIMD8(repeating: UInt64(Sketch.binCount - 1))
    var sums = SIMD8<Double>.zero
    var squares = SIMD8<Double>.zero
    var low = SIMD8(repeating: minimum)
    var high = SIMD8(repeating: maximum)
    let whole = count / 8 * 8
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: Self.chunk) { chunk in
      guard let found = chunk.baseAddress else { return }
      for start in stride(from: 0, to: whole, by: Self.chunk) {
        let length = min(Self.chunk, whole - start)
        for i in stride(from: 0, to: length, by: 8) {
          let x = raw.loadUnaligned(fromByteOffset: 8 * (start + i), as: SIMD8<Double>.self)
          low = x.lesser(low)
          high = x.greater(high)
          let u = (x - centres) * inverses
          sums += u
          squares += u * u
          // As `Sketch.distance(of:)`.
          let sign = u.bits & signs
          let reciprocal = SIMD8(bits: infinity &- (core + SIMD8(bits: u.bits ^ sign)).bits)
          let distance = half - half * reciprocal
          var bin = (SIMD8(bits: distance.bits | sign) + rounding).bits & mask
          if hasAtom { bin = bin.replacing(atoms, with: spares) }
          UnsafeMutableRawPointer(found + i).storeBytes(of: bin, as: SIMD8<UInt64>.self)
        }
        // One by one: a counter may be that of the draw before.
        for i in stride(from: 0, to: length, by: 8) {
          let eight = found + i
          for lane in 0..<8 { bins[Int(truncatingIfNeeded: eight[lane])] &+= 1 }
        }
      }
    }
    var (runSum, runSquares) = (sums.total, squares.total)
    for lane in 0..<8 {
      minimum = min(minimum, low[lane])
      maximum = max(maximum, high[lane])
    }
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
