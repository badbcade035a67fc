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

  /// Calls a function with each tile of the block at hand, one after the other.
  @inline(__always)
  static func forEach(
    of count: Int, in workspace: Workspace, terms: [Plan.Term], _ body: (Tile) -> Void
  ) {
    terms.withUnsafeBufferPointer { terms in
      for first in stride(from: 0, to: count, by: length) {
        body(
          Tile(
            columns: workspace.columns + first, scratch: workspace.scratch, terms: terms,
            count: min(length, count - first)))
      }
    }
  }

  private func column(_ index: Int) -> UnsafeMutablePointer<Double> {
    columns + index * Workspace.columnStride
  }

  @inline(never)
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

  /// What a sum is multiplied by, and how the two are seen.
  private struct Factor {
    let column: UnsafeRawPointer
    let sum: View
    let other: View
  }

  /// Fills a column with a sum, seen as `offset + factor x` it, times a view of a column.
  func multiply(
    _ constant: Double, _ range: Range<Int>, seen: View, by other: View, into index: Int
  ) {
    guard let place = other.column else { return }
    sum(
      constant, UnsafeBufferPointer(rebasing: terms[range]), column(index),
      times: Factor(column: UnsafeRawPointer(column(place)), sum: seen, other: other))
  }

  /// `constant + sum of weight x column`, added in the order of the terms: 32 rows at a time, which stay in
  /// registers from the first term to the last, and until they are multiplied.
  ///
  /// A function of its own: inside of one that does more, its loads become calls.
  @inline(never)
  private func sum(
    _ constant: Double, _ terms: UnsafeBufferPointer<Plan.Term>,
    _ result: UnsafeMutablePointer<Double>, times factor: Factor? = nil
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
      if let factor {
        let source = factor.column + offset
        var p = source.loadUnaligned(fromByteOffset: 0, as: SIMD8<Double>.self)
        var q = source.loadUnaligned(fromByteOffset: 64, as: SIMD8<Double>.self)
        var r = source.loadUnaligned(fromByteOffset: 128, as: SIMD8<Double>.self)
        var s = source.loadUnaligned(fromByteOffset: 192, as: SIMD8<Double>.self)
        if !(factor.sum.isPlain && factor.other.isPlain) {
          let (o, u) = (
            SIMD8(repeating: factor.sum.offset), SIMD8(repeating: factor.sum.factor)
          )
          a = o + u * a
          b = o + u * b
          c = o + u * c
          d = o + u * d
          let (t, v) = (
            SIMD8(repeating: factor.other.offset), SIMD8(repeating: factor.other.factor)
          )
          p = t + v * p
          q = t + v * q
          r = t + v * r
          s = t + v * s
        }
        a *= p
        b *= q
        c *= r
        d *= s
      }
      target.storeBytes(of: a, toByteOffset: offset, as: SIMD8<Double>.self)
      target.storeBytes(of: b, toByteOffset: offset + 64, as: SIMD8<Double>.self)
      target.storeBytes(of: c, toByteOffset: offset + 128, as: SIMD8<Double>.self)
      target.storeBytes(of: d, toByteOffset: offset + 192, as: SIMD8<Double>.self)
    }
  }

  /// Whether `multiply` knows a function of one view.
  static func multiplies(_ function: QuantityGraph.Function) -> Bool {
    switch function {
    case .magnitude, .positivePart, .unitPart, .ramp: true
    case .exponential, .logarithm, .squareRoot, .sine, .cosine: false
    }
  }

  /// Fills a column with a function of a view, seen as `offset + factor x` it, times a view, where one of the
  /// two is not a column as it is.
  @inline(never)
  func multiply(
    _ function: QuantityGraph.Function, of x: View, seen: View, by other: View, into index: Int
  ) {
    let result = column(index)
    switch function {
    case .magnitude: multiply(x, seen, other, result) { $0.magnitude }
    case .positivePart: multiply(x, seen, other, result) { Self.positivePart($0) }
    case .unitPart: multiply(x, seen, other, result) { Self.unitPart($0) }
    case .ramp: multiply(x, seen, other, result) { Self.ramp($0) }
    case .exponential, .logarithm, .squareRoot, .sine, .cosine: break
    }
  }

  @inline(__always)
  private func multiply(
    _ x: View, _ seen: View, _ other: View, _ result: UnsafeMutablePointer<Double>,
    _ function: (Double) -> Double
  ) {
    guard let a = x.column, let b = other.column else { return }
    let (argument, source) = (UnsafePointer(column(a)), UnsafePointer(column(b)))
    let (o, t) = (x.offset, x.factor)
    let (p, u) = (seen.offset, seen.factor)
    let (q, v) = (other.offset, other.factor)
    for i in 0..<count {
      result[i] = (p + u * function(o + t * argument[i])) * (q + v * source[i])
    }
  }

  @inline(__always)
  private static func positivePart(_ x: Double) -> Double { x > 0 ? x : 0 }

  @inline(__always)
  private static func unitPart(_ x: Double) -> Double { min(max(x, 0), 1) }

  /// The integral of the part of a line between zero and one, from zero on.
  @inline(__always)
  private static func ramp(_ x: Double) -> Double {
    let positive = positivePart(x)
    let inside = positive < 1 ? positive : 1
    return 0.5 * inside * inside + (positive - inside)
  }

  @inline(never)
  private func apply(
    _ function: QuantityGraph.Function, to x: View, _ result: UnsafeMutablePointer<Double>
  ) {
    switch function {
    case .exponential: PortableMath.exp(copy(x, to: result))
    case .logarithm: PortableMath.log(copy(x, to: result))
    case .sine: PortableMath.sin(copy(x, to: result))
    case .cosine: PortableMath.cos(copy(x, to: result))
    case .squareRoot: combine(x, .constant(0), result) { _, a, _ in a.squareRoot() }
    case .magnitude: combine(x, .constant(0), result) { _, a, _ in a.magnitude }
    case .positivePart: combine(x, .constant(0), result) { _, a, _ in Self.positivePart(a) }
    case .unitPart: combine(x, .constant(0), result) { _, a, _ in Self.unitPart(a) }
    case .ramp: combine(x, .constant(0), result) { _, a, _ in Self.ramp(a) }
    }
  }

  /// One loop for each function, so that none asks which it is.
  @inline(never)
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
      let exponents = UnsafeBufferPointer(start: operand(y), count: count)
      PortableMath.power(copy(x, to: result), exponents)
    }
  }

  /// What a view shows as a column: the one that it looks at where it shows just that, else the
  /// scratch column, until the next operand.
  private func operand(_ view: View) -> UnsafePointer<Double> {
    if let place = view.column, view.isPlain { return UnsafePointer(column(place)) }
    _ = copy(view, to: scratch)
    return UnsafePointer(scratch)
  }

  /// Fills a column with what a view shows.
  private func copy(
    _ view: View, to result: UnsafeMutablePointer<Double>
  ) -> UnsafeMutableBufferPointer<Double> {
    combine(view, .constant(0), result) { _, a, _ in a }
    return UnsafeMutableBufferPointer(start: result, count: count)
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
