/// Draws in a column: the engine's own block.
let blockLength = 1024
/// The distance of columns in the engine's workspace: a cache line more than a block.
let columnStride = blockLength + 8

/// Columns of numbers for the length of one call, each from the beginning of a cache line, as the engine's are.
///
/// - Parameters:
///   - count: how many columns.
///   - body: is given the first number of the first column; the others follow at `columnStride`.
func withColumns(_ count: Int, _ body: (UnsafeMutablePointer<Double>) -> Void) {
  let columns = UnsafeMutableRawPointer.allocate(
    byteCount: count * columnStride * MemoryLayout<Double>.stride, alignment: 64
  ).bindMemory(to: Double.self, capacity: count * columnStride)
  columns.initialize(repeating: 0, count: count * columnStride)
  body(columns)
  keep(columns[0])
  columns.deallocate()
}

/// Keeps the compiler from leaving out the work that a result comes from.
@inline(never)
func keep<Value>(_ value: Value) {
  withExtendedLifetime(value) {}
}

/// A column of a block.
func block(_ start: UnsafeMutablePointer<Double>) -> UnsafeMutableBufferPointer<Double> {
  UnsafeMutableBufferPointer(start: start, count: blockLength)
}
