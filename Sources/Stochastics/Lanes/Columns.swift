/// Columns of numbers, worked on eight at a time.
package enum Columns {
  /// The length of a cache line in bytes, and of eight lanes.
  private static let lineLength = 64

  /// Memory for so many numbers, from the beginning of a cache line on; not initialised, and to be deallocated.
  ///
  /// What an allocator gives for many columns begins 16 bytes into a line, so that eight lanes always are in two of them: reading and
  /// writing them takes half as long again.
  package static func allocate(_ count: Int) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Double>.stride, alignment: lineLength
    ).bindMemory(to: Double.self, capacity: count)
  }

  /// Calls `body` with memory for so many numbers, from the beginning of a cache line on; not initialised.
  ///
  /// Up to a hundred numbers take no memory from an allocator.
  @inline(__always)
  static func withScratch(_ count: Int, _ body: (UnsafeMutablePointer<Double>) -> Void) {
    // What is asked to begin at a line is never taken from the stack.
    withUnsafeTemporaryAllocation(of: Double.self, capacity: count + 8) { memory in
      guard let start = memory.baseAddress else { return }
      body(
        UnsafeMutableRawPointer(start).alignedUp(toMultipleOf: lineLength)
          .assumingMemoryBound(to: Double.self))
    }
  }

  /// The length of a column that holds `count` numbers in whole lanes.
  static func padded(_ count: Int) -> Int { (count + 7) / 8 * 8 }

  /// Replaces each number of a column by a function of it.
  ///
  /// A pass over contiguous memory for each function keeps the compiler from taking lanes apart.
  ///
  /// - Parameters:
  ///   - column: room for `padded(count)` numbers, all in the function's domain.
  ///   - count: the numbers that matter.
  @inline(__always)
  static func map(
    _ column: UnsafeMutablePointer<Double>, count: Int,
    _ function: (SIMD8<Double>) -> SIMD8<Double>
  ) {
    let raw = UnsafeMutableRawPointer(column)
    for offset in stride(from: 0, to: 8 * count, by: 64) {
      let x = raw.loadUnaligned(fromByteOffset: offset, as: SIMD8<Double>.self)
      raw.storeBytes(of: function(x), toByteOffset: offset, as: SIMD8<Double>.self)
    }
  }
}
