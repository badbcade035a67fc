import GrowthModel
import Stochastics
import TestSupport
import Testing

@testable import MonteCarlo

/// Steps over columns against the same operations one number at a time, bit by bit.
@Suite struct KernelTests {
  /// Ordinary numbers, and all that lie at some edge.
  static func values(_ seed: UInt64, positive: Bool = false) -> [Double] {
    var random = SplitMix64(seed: seed)
    var values: [Double] = []
    for magnitude in [0.01, 1, 30, 800] {
      for _ in 0..<200 { values.append((random.nextUniform() - (positive ? 0 : 0.5)) * magnitude) }
    }
    let edges = [
      0, 1, -1, 0.5, 2, 64, 65, -64, 699, 700, 709.7, 710, -708, -745, -746, 1e-310, 1e308,
      -1e308, .infinity, -.infinity, .leastNormalMagnitude, .leastNonzeroMagnitude, .nan,
    ]
    for _ in 0..<9 { values += edges.shuffled(using: &random) }
    // Not a multiple of four: 1,015 or so.
    return Array(values.prefix(Workspace.blockLength - 3))
  }

  /// Column by column, with every pairing of column, scaled column and number.
  static let operations: [String: @Sendable (Double, Double) -> Double] = [
    "exp(x)": { x, _ in PortableMath.exp(x) }, "log(x)": { x, _ in PortableMath.log(x) },
    "sqrt(x)": { x, _ in x.squareRoot() }, "abs(x)": { x, _ in x.magnitude },
    "exp(2 * x + 1)": { x, _ in PortableMath.exp(1 + 2 * x) },
    "log(0.5 * x)": { x, _ in PortableMath.log(0.5 * x) },
    "x ^ y": { PortableMath.power($0, $1) }, "3 ^ y": { PortableMath.power(3, $1) },
    "(2 * x) ^ (0.5 * y)": { PortableMath.power(2 * $0, 0.5 * $1) },
    "x ^ 1.7": { x, _ in PortableMath.power(x, 1.7) },
    "x ^ -1.7": { x, _ in PortableMath.power(x, -1.7) },
    "x ^ 65": { x, _ in PortableMath.power(x, 65) },
    "x ^ 0.5": { x, _ in PortableMath.power(x, 0.5) },
    "x ^ 2": { x, _ in PortableMath.power(x, 2) }, "x ^ 3": { x, _ in PortableMath.power(x, 3) },
    "x ^ 11": { x, _ in PortableMath.power(x, 11) },
    "x ^ 64": { x, _ in PortableMath.power(x, 64) },
    "x ^ -7": { x, _ in PortableMath.power(x, -7) },
    "min(x, y)": { $0 < $1 ? $0 : $1 }, "max(x, 1)": { x, _ in x > 1 ? x : 1 },
    "max(1, x)": { x, _ in 1 > x ? 1 : x }, "x / y": { $0 / $1 }, "x * y": { $0 * $1 },
    "1 / y": { 1 / $1 }, "x / 3": { x, _ in x / 3 },
    "if(x < y, x, y)": { $0 < $1 ? $0 : $1 }, "if(x <= y, 1, y)": { $0 <= $1 ? 1 : $1 },
    "if(x > 2 * y, 3, 4)": { $0 > 2 * $1 ? 3 : 4 },
    "if(x == y, 2 * x, 3 * y)": { $0 == $1 ? 2 * $0 : 3 * $1 },
    "if(x != y, 2 * x, 3 * y)": { $0 != $1 ? 2 * $0 : 3 * $1 },
    "if(x < 1 and y < 1, x, 5)": { $0 < 1 && $1 < 1 ? $0 : 5 },
    "if(x < 1 or not y < 1, x, 5)": { $0 < 1 || !($1 < 1) ? $0 : 5 },
  ]

  @Test(arguments: operations.keys.sorted()) func columnsAreBitIdentical(text: String) throws {
    let function = try #require(Self.operations[text])
    let plan = try FormulaModel([text]).plan(["x", "y"])
    let view = try #require(plan.quantities.first).view
    let workspace = Workspace(columnCount: plan.columnCount)
    for isPositive in [false, true] {
      let x = Self.values(1, positive: isPositive)
      let y = Self.values(2)
      for (column, values) in [x, y].enumerated() {
        for (i, value) in values.enumerated() { workspace.column(column)[i] = value }
      }
      plan.evaluateSteps(count: x.count, in: workspace)
      let found = plan.read(view, count: x.count, from: workspace)
      for i in x.indices {
        let expected = function(x[i], y[i])
        let isSame =
          found[i].bitPattern == expected.bitPattern || found[i].isNaN && expected.isNaN
          || found[i] == 0 && expected == 0
        #expect(isSame, "\(text) at \(x[i]), \(y[i]): \(found[i]), not \(expected)")
      }
    }
  }

  /// What does not vary costs no step.
  @Test func constantsAreFolded() throws {
    let texts = ["exp(2) * x", "x ^ 0", "x ^ 1", "if(log(3) > 1, x, 2 * x)", "3 ^ 0.3 + x"]
    #expect(try FormulaModel(texts).plan(["x"]).steps.isEmpty)
    #expect(try FormulaModel(["x ^ 2"]).plan(["x"]).steps.count == 1)
    #expect(try FormulaModel(["x ^ 11"]).plan(["x"]).steps.count == 5)
  }

  #if !DEBUG
    /// A formula costs at most twice what its arithmetic costs as loops over columns written in Swift,
    /// an operation at a time, as the engine's own accounts are evaluated; the bound is wider than that
    /// for the sake of busy machines. Against a single loop, which keeps what is between in registers,
    /// plain arithmetic costs several times as much and exponentials less; that ratio is only shown.
    @Test(arguments: [false, true]) func costsLittleMoreThanLoops(isElementary: Bool) throws {
      let text =
        isElementary
        ? "a * exp(-0.5 * b) + log(1 + c * c) * d"
        : "a * b + c / (1 + d * d) - max(a, 0.1) * (b - d) + if(c > d, a, b)"
      let plan = try FormulaModel([text]).plan(["a", "b", "c", "d"])
      let workspace = Workspace(columnCount: plan.columnCount)
      let other = Workspace(columnCount: plan.columnCount)
      var random = SplitMix64(seed: 3)
      for i in 0..<(4 * Workspace.columnStride) {
        workspace.columns[i] = random.nextUniform()
        other.columns[i] = workspace.columns[i]
      }
      let single = isElementary ? Loops.elementary : Loops.arithmetic
      let separate = isElementary ? Loops.separateElementary : Loops.separateArithmetic
      func formula() { plan.evaluateSteps(count: Workspace.blockLength, in: workspace) }
      formula()
      separate(other.columns)
      let view = try #require(plan.quantities.first).view
      let found = plan.read(view, count: Workspace.blockLength, from: workspace)
      let expected = other.column(4)
      for i in found.indices { #expect(abs(found[i] - expected[i]) < 1e-14) }
      let clock = ContinuousClock()
      func time(_ body: () -> Void) -> Double {
        clock.measure { for _ in 0..<200 { body() } } / .seconds(1)
      }
      func ratio(to loop: (UnsafeMutablePointer<Double>) -> Void) -> Double {
        let ratios = (0..<51).map { _ in time(formula) / time { loop(other.columns) } }
        return ratios.sorted()[ratios.count / 2]
      }
      let ratioToLoops = ratio(to: separate)
      print("\(text): \(ratioToLoops) times its loops, \(ratio(to: single)) times a single one")
      #expect(ratioToLoops < 3)
    }
  #endif
}

#if !DEBUG
  /// The loops that people would write over the columns a, b, c, d into the one behind; out of line, so
  /// that none is worked out only once.
  private enum Loops {
    static let n = Workspace.blockLength
    static let stride = Workspace.columnStride

    @inline(never)
    static func arithmetic(_ columns: UnsafeMutablePointer<Double>) {
      let (a, b, c, d) = (columns, columns + stride, columns + 2 * stride, columns + 3 * stride)
      let result = columns + 4 * stride
      for i in 0..<n {
        result[i] =
          a[i] * b[i] + c[i] / (1 + d[i] * d[i]) - max(a[i], 0.1) * (b[i] - d[i])
          + (c[i] > d[i] ? a[i] : b[i])
      }
    }

    @inline(never)
    static func separateArithmetic(_ columns: UnsafeMutablePointer<Double>) {
      let (a, b, c, d) = (columns, columns + stride, columns + 2 * stride, columns + 3 * stride)
      let (r, s, t, u, v) = (
        columns + 4 * stride, columns + 5 * stride, columns + 6 * stride, columns + 7 * stride,
        columns + 8 * stride
      )
      for i in 0..<n { s[i] = a[i] * b[i] }
      for i in 0..<n { t[i] = d[i] * d[i] }
      for i in 0..<n { t[i] = c[i] / (1 + t[i]) }
      for i in 0..<n { u[i] = max(a[i], 0.1) }
      for i in 0..<n { v[i] = b[i] - d[i] }
      for i in 0..<n { u[i] = u[i] * v[i] }
      for i in 0..<n { v[i] = c[i] > d[i] ? 1 : 0 }
      for i in 0..<n { v[i] = v[i] != 0 ? a[i] : b[i] }
      for i in 0..<n { r[i] = s[i] + t[i] - u[i] + v[i] }
    }

    @inline(never)
    static func elementary(_ columns: UnsafeMutablePointer<Double>) {
      let (a, b, c, d) = (columns, columns + stride, columns + 2 * stride, columns + 3 * stride)
      let result = columns + 4 * stride
      for i in 0..<n {
        result[i] = a[i] * PortableMath.exp(-0.5 * b[i]) + PortableMath.log(1 + c[i] * c[i]) * d[i]
      }
    }

    @inline(never)
    static func separateElementary(_ columns: UnsafeMutablePointer<Double>) {
      let (a, b, c, d) = (columns, columns + stride, columns + 2 * stride, columns + 3 * stride)
      let (r, s, t) = (columns + 4 * stride, columns + 5 * stride, columns + 6 * stride)
      for i in 0..<n { s[i] = PortableMath.exp(-0.5 * b[i]) }
      for i in 0..<n { s[i] = a[i] * s[i] }
      for i in 0..<n { t[i] = c[i] * c[i] }
      for i in 0..<n { t[i] = PortableMath.log(1 + t[i]) }
      for i in 0..<n { t[i] = t[i] * d[i] }
      for i in 0..<n { r[i] = s[i] + t[i] }
    }
  }
#endif
