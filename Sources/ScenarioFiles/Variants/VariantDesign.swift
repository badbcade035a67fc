import Stochastics

/// Which variants of a scenario a sweep runs: values for some paths, one of each in every variant.
public struct VariantDesign: Sendable, Hashable {
  /// How the values of several paths are put together.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Every value of each with every value of the others; the last path varies fastest.
    case grid
    /// The first values of all, then the second values of all, and so on.
    case together
    /// A Latin hypercube: as many strata of each as there are variants, each met once.
    case lhs
  }

  /// The values of one path.
  public struct Axis: Sendable, Hashable {
    /// As `--set` takes it.
    public let path: String
    /// As `--set` takes them: of a grid each value once, else the value of each variant. Empty where a
    /// variant leaves the scenario's own.
    public let values: [String]
  }

  /// The most variants of a sweep.
  public static let mostVariants = 1_000_000

  /// How the values of the paths are put together.
  public let kind: Kind
  /// The paths that are varied, in the order in which they were asked for.
  public let axes: [Axis]
  /// How many variants there are.
  public let count: Int

  init(kind: Kind, axes: [Axis]) {
    self.kind = kind
    self.axes = axes
    count =
      kind == .grid
      ? axes.reduce(1) { $0 * $1.values.count } : axes.map(\.values.count).min() ?? 0
  }

  /// Every value of each path with every value of the others, or the values in step.
  ///
  /// - Parameters:
  ///   - varied: the paths, each once.
  ///   - kind: `grid` or `together`.
  /// - Throws: `VariantMistake` where a range has no number of values, the numbers do not fit or there would
  ///   be too many variants.
  /// - Precondition: the kind is not `lhs`.
  public static func combining(
    _ varied: [VariedPath], _ kind: Kind
  ) throws(VariantMistake) -> VariantDesign {
    precondition(kind != .lhs, "a Latin hypercube has a number of points")
    try check(varied)
    var axes: [Axis] = []
    var count = 1
    for item in varied {
      let values: [String]
      switch item.values {
      case .list(let list): values = list
      case .range(let range, let number?): values = range.values(number)
      case .range:
        throw VariantMistake(
          "it is not said how many values '\(item.path)' has",
          hint: "write their number behind a colon, as in 0%..20%:5")
      }
      if kind == .together, let first = axes.first, first.values.count != values.count {
        throw VariantMistake(
          "'\(first.path)' has \(first.values.count) values and '\(item.path)' has \(values.count)",
          hint: "paths that move together have equally many")
      }
      if kind == .grid, Set(values).count < values.count {
        throw VariantMistake("'\(item.path)' has a value twice", hint: "leave one out")
      }
      let (product, overflows) = count.multipliedReportingOverflow(by: values.count)
      count = overflows || product > mostVariants ? .max : product
      axes.append(Axis(path: item.path, values: values))
    }
    if kind == .grid, count > mostVariants {
      throw tooMany(axes.map(\.values.count))
    }
    return VariantDesign(kind: kind, axes: axes)
  }

  /// Every variant of this list with every combination of values of further paths, which vary faster.
  ///
  /// - Parameter varied: the further paths, each once and none of this list's.
  /// - Returns: a list again; this one where nothing further is varied.
  /// - Throws: `VariantMistake` as for a grid of them, and where a path is of both.
  /// - Precondition: this is a list, with its values together.
  public func crossed(with varied: [VariedPath]) throws(VariantMistake) -> VariantDesign {
    precondition(kind == .together, "only the variants of a list are counted one by one")
    if varied.isEmpty { return self }
    if let twice = varied.first(where: { item in axes.contains { $0.path == item.path } }) {
      throw VariantMistake(
        "'\(twice.path)' is in the file of variants and varied too",
        hint: "leave out its column, or --vary")
    }
    let grid = try Self.combining(varied, .grid)
    let (product, overflows) = count.multipliedReportingOverflow(by: grid.count)
    guard !overflows, product <= Self.mostVariants else {
      throw Self.tooMany([count] + grid.axes.map(\.values.count))
    }
    let rows = 0..<product
    let own = axes.map { axis in
      Axis(path: axis.path, values: rows.map { axis.values[$0 / grid.count] })
    }
    let combinations = (0..<grid.count).map(grid.values)
    let further = grid.axes.indices.map { k in
      Axis(path: grid.axes[k].path, values: rows.map { combinations[$0 % grid.count][k] })
    }
    return VariantDesign(kind: .together, axes: own + further)
  }

  /// A Latin hypercube: along every path one variant in each of as many strata of equal width.
  ///
  /// Where a path's values stand follows from the seed and its own name: another path more or less does not
  /// move them. A list is cut into strata too, so that each of its values comes up equally often, or once
  /// more or less.
  ///
  /// M. D. McKay, R. J. Beckman and W. J. Conover, Technometrics 21 (1979) 239-245,
  /// doi:10.1080/00401706.1979.10489755.
  ///
  /// - Parameters:
  ///   - varied: the paths, each once; ranges without a number of values.
  ///   - points: how many variants, two or more.
  ///   - seed: what the places follow from, together with the paths.
  /// - Throws: `VariantMistake`.
  public static func latinHypercube(
    _ varied: [VariedPath], points: Int, seed: UInt64
  ) throws(VariantMistake) -> VariantDesign {
    try check(varied)
    guard 2...mostVariants ~= points else {
      throw VariantMistake(
        "\(points) points are outside 2 to \(mostVariants)", hint: "choose a number in between")
    }
    var axes: [Axis] = []
    for item in varied {
      let column = LatinHypercubeColumn(points: points, seed: seed, name: item.path + "\u{0}sweep")
      var values = [String](repeating: "", count: points)
      switch item.values {
      case .list(let list):
        guard list.count <= points else {
          throw VariantMistake(
            "'\(item.path)' has \(list.count) values, more than the \(points) points",
            hint: "take more points, or fewer values")
        }
        for k in 0..<points { values[k] = list[column.strata[k] * list.count / points] }
      case .range(let range, count: nil):
        for k in 0..<points {
          values[k] = range.value(
            stratum: column.strata[k], of: points, word: column.places[k])
        }
      case .range(_, let count?):
        throw VariantMistake(
          "'\(item.path)' has a number of values, \(count), but the points are spread over its range",
          hint: "leave out `:\(count)`; --points says how many variants there are")
      }
      axes.append(Axis(path: item.path, values: values))
    }
    return VariantDesign(kind: .lhs, axes: axes)
  }

  private static func check(_ varied: [VariedPath]) throws(VariantMistake) {
    var seen: Set<String> = []
    for item in varied where !seen.insert(item.path).inserted {
      throw VariantMistake("'\(item.path)' is varied twice", hint: "give all of its values at once")
    }
  }

  private static func tooMany(_ counts: [Int]) -> VariantMistake {
    VariantMistake(
      """
      the grid has \(counts.map(String.init).joined(separator: " x ")) variants, more than \
      \(mostVariants)
      """,
      hint: "take fewer values, or --design lhs with --points")
  }

  /// The value of each path in a variant, in the order of the paths; empty where it leaves the scenario's own.
  ///
  /// - Parameter variant: counted from zero.
  public func values(_ variant: Int) -> [String] {
    guard kind == .grid else { return axes.map { $0.values[variant] } }
    return places(variant).enumerated().map { axes[$0].values[$1] }
  }

  /// Which of its values each path of a grid has in a variant.
  public func places(_ variant: Int) -> [Int] {
    guard kind == .grid else { return axes.map { _ in variant } }
    var places = [Int](repeating: 0, count: axes.count)
    var rest = variant
    for k in axes.indices.reversed() {
      (rest, places[k]) = rest.quotientAndRemainder(dividingBy: axes[k].values.count)
    }
    return places
  }

  /// The overrides of a variant, as `--set` takes them.
  public func overrides(_ variant: Int) -> [String] {
    zip(axes, values(variant)).compactMap { $1.isEmpty ? nil : "\($0.path)=\($1)" }
  }
}
