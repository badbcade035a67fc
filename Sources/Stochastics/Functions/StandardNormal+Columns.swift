extension StandardNormal {
  /// Past this score the tail's probability is too small for a normal `Double`.
  static let largestScore = 37.0

  /// Calls `body` with the probability beyond each score, in the tail that the score lies in: in
  /// (0, 1/2], and bit by bit what `upperTail` gives for its magnitude, capped at 37. The body may
  /// write over them; the column is padded to whole lanes by tails of 1/2.
  ///
  /// Eight scores at a time hide the latency of the recurrence: a fifth of the time of one by one.
  static func withUpperTails(
    of scores: UnsafeMutableBufferPointer<Double>, _ body: (UnsafeMutablePointer<Double>) -> Void
  ) {
    let padded = Columns.padded(scores.count)
    Columns.withScratch(padded) { start in
      for i in scores.indices { start[i] = min(scores[i].magnitude, largestScore) }
      for i in scores.count..<padded { start[i] = 0 }
      Columns.map(start, count: padded) { upperTail($0) }
      body(start)
    }
  }

  /// The probabilities above numbers from 0 to 37.
  @inline(__always)
  private static func upperTail(_ z: SIMD8<Double>) -> SIMD8<Double> {
    let five = SIMD8(repeating: 5.0)
    let density = SIMD8(repeating: inverseRootTwoPi) * gaussian(z)
    let tail =
      density * scaledMills((z - five) / (z + five)) / (SIMD8(repeating: 1) + z)
    let half = SIMD8(repeating: 0.5)
    return tail.replaced(by: half, where: (half - tail).isMinus)
  }

  /// exp(-z^2/2), with the square in two parts as in the single `gaussian`.
  @inline(__always)
  private static func gaussian(_ z: SIMD8<Double>) -> SIMD8<Double> {
    let leading = SIMD8<UInt64>(repeating: 0xffff_ffff_f800_0000)
    let h = unsafeBitCast(
      unsafeBitCast(z, to: SIMD8<UInt64>.self) & leading, to: SIMD8<Double>.self)
    let minusHalf = SIMD8(repeating: -0.5)
    return Elementary.exp(normal: minusHalf * h * h)
      * Elementary.exp(normal: minusHalf * (z - h) * (z + h))
  }
}
