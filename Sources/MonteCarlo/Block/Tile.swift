import GrowthModel
import Stochastics

/// Some rows of a block, few enough that the columns of a formula stay in the fastest cache from one
/// step to the next.
struct Tile {
  typealias View = Plan.View

  /// Rows in a tile; a block is a whole number of tiles.
  static let length = 256

  /// The first row in the first column.
  let columns: UnsafeMutablePointer<Double>
  /// A column for what a step reads in another form than it stands in.
  let scratch: UnsafeMutablePointer<Double>
  /// The terms of all sums of the plan.
  let terms: UnsafeBufferPointer<Plan.Term>
  let count: Int

  private func column(_ index: Int) -> UnsafeMutablePointer<Double> {
    columns + index * Workspace.columnStride
  }

  func evaluate(_ step: Plan.Step, into index: Int) {
    let result = column(index)
    switch step {
    case .linear(let constant, let range):
      sum(constant, UnsafeBufferPointer(rebasing: terms[range]), result)
    case .product(let x, let y):
      combine(x, y, result) { _, a, b in a * b }
    case .quotient(let x, let y):
      combine(x, y, result) { _, a, b in a / b }
    case .function(let function, let x):
      apply(function, to: x, result)
    case .pair(let function, let x, let y):
      apply(function, to: x, y, result)
    case .choice(let condition, let x, let y):
      let conditions = operand(condition)
      combine(x, y, result) { i, a, b in conditions[i] != 0 ? a : b }
    }
  }

  /// `constant + sum of weight x column`, added in the order of the terms: 32 rows at a time, which stay in
  /// registers from the first term to the last.
  private func sum(
    _ constant: Double, _ terms: UnsafeBufferPointer<Plan.Term>,
    _ result: UnsafeMutablePointer<Double>
  ) {
    let start = SIMD8(repeating: constant)
    let target = UnsafeMutableRawPointer(result)
    let origin = UnsafeRawPointer(columns)
    let stride = Workspace.columnStride * MemoryLayout<Double>.stride
    // A block is a whole number of times 32 rows, whatever its count.
    for offset in Swift.stride(from: 0, to: count * MemoryLayout<Double>.stride, by: 256) {
      var (a, b, c, d) = (start, start, start, start)
      for term in terms {
        let source = origin + (term.column * stride + offset)
        let weight = SIMD8(repeating: term.weight)
        a += weight * source.loadUnaligned(fromByteOffset: 0, as: SIMD8<Double>.self)
        b += weight * source.loadUnaligned(fromByteOffset: 64, as: SIMD8<Double>.self)
        c += weight * source.loadUnaligned(fromByteOffset: 128, as: SIMD8<Double>.self)
        d += weight * source.loadUnaligned(fromByteOffset: 192, as: SIMD8<Double>.self)
      }
      target.storeBytes(of: a, toByteOffset: offset, as: SIMD8<Double>.self)
      target.storeBytes(of: b, toByteOffset: offset + 64, as: SIMD8<Double>.self)
      target.storeBytes(of: c, toByteOffset: offset + 128, as: SIMD8<Double>.self)
      target.storeBytes(of: d, toByteOffset: offset + 192, as: SIMD8<Double>.self)
    }
  }

  private func apply(
    _ function: QuantityGraph.Function, to x: View, _ result: UnsafeMutablePointer<Double>
  ) {
    combine(x, .constant(0), result) { _, a, _ in a }
    switch function {
    case .exponential:
      PortableMath.exp(UnsafeMutableBufferPointer(start: result, count: count))
    case .logarithm:
      PortableMath.log(UnsafeMutableBufferPointer(start: result, count: count))
    case .sine: PortableMath.sin(UnsafeMutableBufferPointer(start: result, count: count))
    case .cosine: PortableMath.cos(UnsafeMutableBufferPointer(start: result, count: count))
    case .squareRoot: for i in 0..<count { result[i] = result[i].squareRoot() }
    case .magnitude: for i in 0..<count { result[i] = result[i].magnitude }
    case .positivePart: for i in 0..<count { result[i] = result[i] > 0 ? result[i] : 0 }
    case .unitPart: for i in 0..<count { result[i] = min(max(result[i], 0), 1) }
    case .ramp:
      for i in 0..<count {
        let x = result[i]
        let positive = x > 0 ? x : 0
        let inside = positive < 1 ? positive : 1
        result[i] = 0.5 * inside * inside + (positive - inside)
      }
    }
  }

  /// One loop for each function, so that none asks which it is.
  private func apply(
    _ function: QuantityGraph.PairFunction, to x: View, _ y: View,
    _ result: UnsafeMutablePointer<Double>
  ) {
    switch function {
    case .minimum: combine(x, y, result) { _, a, b in a < b ? a : b }
    case .maximum: combine(x, y, result) { _, a, b in a > b ? a : b }
    case .less: combine(x, y, result) { _, a, b in a < b ? 1 : 0 }
    case .lessOrEqual: combine(x, y, result) { _, a, b in a <= b ? 1 : 0 }
    case .equal: combine(x, y, result) { _, a, b in a == b ? 1 : 0 }
    case .power:
      let exponents = operand(y)
      combine(x, .constant(0), result) { _, a, _ in a }
      PortableMath.power(
        UnsafeMutableBufferPointer(start: result, count: count),
        UnsafeBufferPointer(start: exponents, count: count))
    }
  }

  /// What a view shows as a column: the one that it looks at where it shows just that, else the
  /// scratch column, until the next operand.
  private func operand(_ view: View) -> UnsafePointer<Double> {
    if let place = view.column, view.isPlain { return UnsafePointer(column(place)) }
    combine(view, .constant(0), scratch) { _, a, _ in a }
    return UnsafePointer(scratch)
  }

  /// Applies an operation to two views, row by row; the operation is also given the row. Columns
  /// that are seen as they are have loops of their own, without the views' arithmetic.
  @inline(__always)
  private func combine(
    _ x: View, _ y: View, _ result: UnsafeMutablePointer<Double>,
    _ operation: (Int, Double, Double) -> Double
  ) {
    let (p, u) = (x.offset, x.factor)
    let (q, v) = (y.offset, y.factor)
    switch (x.column, y.column) {
    case (.some(let a), .some(let b)):
      let left = UnsafePointer(column(a))
      let right = UnsafePointer(column(b))
      if x.isPlain && y.isPlain {
        for i in 0..<count { result[i] = operation(i, left[i], right[i]) }
      } else {
        for i in 0..<count { result[i] = operation(i, p + u * left[i], q + v * right[i]) }
      }
    case (.some(let a), nil):
      let left = UnsafePointer(column(a))
      if x.isPlain {
        for i in 0..<count { result[i] = operation(i, left[i], q) }
      } else {
        for i in 0..<count { result[i] = operation(i, p + u * left[i], q) }
      }
    case (nil, .some(let b)):
      let right = UnsafePointer(column(b))
      for i in 0..<count { result[i] = operation(i, p, q + v * right[i]) }
    case (nil, nil):
      for i in 0..<count { result[i] = operation(i, p, q) }
    }
  }
}
