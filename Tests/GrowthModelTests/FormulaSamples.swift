import Foundation
import GrowthModel
import TestSupport

/// A number with a bound on what rounding in another order may change, in units of `ulpOfOne`.
struct Approximate {
  var value: Double
  var slack: Double

  init(_ value: Double, _ slack: Double = 0) {
    self.value = value
    self.slack = slack + 2 * abs(value)
  }

  var tolerance: Double { 2 * slack * .ulpOfOne }
}

/// Where a sample is evaluated: the value of each input, and whether a comparison was too close to
/// call.
final class SamplePoint {
  let inputs: [String: Double]
  var isClose = false

  init(_ inputs: [String: Double]) { self.inputs = inputs }
}

/// A random formula: how it is written, and what it means, worked out on its own.
struct FormulaSample {
  /// How strongly the operator binds that is evaluated last.
  enum Level: Int {
    case or = 1
    case and, not, comparison, sum, product, minus, power, primary
  }

  let text: String
  let level: Level
  let value: (SamplePoint) -> Approximate
}

/// Writes random formulas of a given unit.
struct FormulaSampler {
  enum Kind: CaseIterable { case number, rate, money, visits, perVisit }

  var random: SplitMix64
  /// Whether denominators and arguments are kept where they have a meaning.
  var isSafe = true

  /// Names by kind, with the range of their values.
  static let names: [Kind: [(name: String, range: ClosedRange<Double>)]] = [
    .number: [("index", -3...3), ("ratio", 0.2...2), ("a", -1...4), ("b", 1...1.5)],
    .rate: [
      ("growth", -0.2...0.3), ("industry-construction.growth", -0.1...0.4),
      ("tourism.visits.growth", 0...0.2), ("trade.share", 0.1...0.6),
    ], .money: [("grdp", 100...50_000), ("trade.volume", 10...9000)],
    .visits: [("tourism.visits", 1e5...6e6)], .perVisit: [("spending", 1e-4...1e-2)],
  ]

  static func range(of name: String) -> ClosedRange<Double> {
    let path = name.split(separator: "@").first.map(String.init) ?? ""
    let known = names.values.joined().first { $0.name == path }?.range
    return known ?? (path.hasSuffix(".growth") ? -0.15...0.25 : 5...9500)
  }

  static func unit(of kind: Kind) -> GrowthModel.Unit {
    switch kind {
    case .number: .number
    case .rate: .rate
    case .money: .money
    case .visits: .count("visits")
    case .perVisit: .moneyPer("visit")
    }
  }

  mutating func chance(_ p: Double) -> Bool { random.nextUniform() < p }
  mutating func pick<T>(_ items: [T]) -> T {
    items[Int(random.nextUniform() * Double(items.count))]
  }

  /// A formula of this kind, nested so deep at most.
  mutating func sample(_ kind: Kind, depth: Int) -> FormulaSample {
    guard depth > 0, chance(0.9) else { return chance(0.4) ? literal(kind) : name(kind) }
    let d = depth - 1
    switch Int(random.nextUniform() * 10) {
    case 0, 1: return sum(kind, d)
    case 2: return minus(sample(kind, depth: d))
    case 3:
      let factor: Kind = kind == .number || chance(0.5) ? .number : .rate
      return product(sample(kind, depth: d), sample(factor, depth: d))
    case 4: return quotient(sample(kind, depth: d), denominator(.number, d))
    case 5: return choice(condition(d), sample(kind, depth: d), sample(kind, depth: d))
    case 6: return extreme(sample(kind, depth: d), sample(kind, depth: d))
    case 7: return clamp(kind, d)
    default: return special(kind, d)
    }
  }

  /// What only this kind has.
  private mutating func special(_ kind: Kind, _ d: Int) -> FormulaSample {
    switch kind {
    case .number:
      switch Int(random.nextUniform() * 7) {
      case 0: return sum([literal("1", 1), sample(.rate, depth: d)], minus: [false, chance(0.5)])
      case 1: return call("number", sample(.rate, depth: d)) { $0 }
      case 2: return quotient(sample(.money, depth: d), denominator(.money, d))
      case 3: return elementary(d)
      case 4: return power(d)
      case 5:
        return FormulaSample(text: "year", level: .primary) { _ in
          Approximate(Double(FixtureBuilder.period.year))
        }
      default:
        return call("abs", sample(.number, depth: d)) { Approximate(abs($0.value), $0.slack) }
      }
    case .rate:
      if chance(0.3) { return call("rate", sample(.number, depth: d)) { $0 } }
      if chance(0.4) { return leafSum("all", "growth") }
      let points = literal("0.5 pp", 0.005)
      return sum([sample(.rate, depth: d), points], minus: [false, chance(0.5)])
    case .money:
      if chance(0.3) { return leafSum(pick(["services", "all"]), "volume") }
      return product(sample(.perVisit, depth: d), sample(.visits, depth: d))
    case .visits: return quotient(sample(.money, depth: d), denominator(.perVisit, d))
    case .perVisit: return quotient(sample(.money, depth: d), denominator(.visits, d))
    }
  }

  /// Something to divide by: away from zero where the sampler is safe.
  private mutating func denominator(_ kind: Kind, _ d: Int) -> FormulaSample {
    guard isSafe else { return sample(kind, depth: d) }
    guard kind == .number else { return name(kind) }
    let magnitude = call("abs", sample(.number, depth: d)) { Approximate(abs($0.value), $0.slack) }
    return sum([magnitude, literal("1", 1)], minus: [false, false])
  }

  private mutating func elementary(_ d: Int) -> FormulaSample {
    switch Int(random.nextUniform() * 3) {
    case 0:
      return call("exp", sample(.rate, depth: d)) {
        Approximate(exp($0.value), exp($0.value) * ($0.slack + 1))
      }
    case 1:
      return call("log", denominator(.number, d)) {
        Approximate(log($0.value), $0.slack / abs($0.value) + 1)
      }
    default:
      return call("sqrt", denominator(.number, d)) {
        Approximate($0.value.squareRoot(), $0.slack / $0.value.squareRoot())
      }
    }
  }

  private mutating func power(_ d: Int) -> FormulaSample {
    let (text, exponent) = pick([("2", 2.0), ("3", 3), ("-1", -1), ("0.5", 0.5), ("1.7", 1.7)])
    let base = denominator(.number, d)
    let value: (SamplePoint) -> Approximate = { point in
      let x = base.value(point)
      let result = pow(x.value, exponent)
      return Approximate(result, abs(result * exponent / x.value) * x.slack + 8 * abs(result))
    }
    if chance(0.3) {
      return FormulaSample(
        text: "pow(\(base.text), \(text))", level: .primary, value: value)
    }
    return FormulaSample(
      text: wrapped(base, .primary) + "^" + text, level: .power, value: value)
  }
}

extension FormulaSampler {
  private mutating func literal(_ kind: Kind) -> FormulaSample {
    switch kind {
    case .number: pick([literal("2.5", 2.5), literal("3", 3), literal("1e-1", 0.1)])
    case .rate: pick([literal("8%", 0.08), literal("0.25 %", 0.0025)])
    case .money:
      pick([literal("1.2 trillion VND", 1200), literal("36_274 billion VND", 36_274)])
    case .visits: literal("5.3 million visits", 5.3e6)
    case .perVisit: literal("1.5 million VND per visit", 0.0015)
    }
  }

  private func literal(_ text: String, _ value: Double) -> FormulaSample {
    FormulaSample(text: text, level: .primary) { _ in Approximate(value) }
  }

  private mutating func name(_ kind: Kind) -> FormulaSample {
    let name = pick(Self.names[kind] ?? []).name
    let (text, period) = pick([
      ("", "2026Q3"), ("", "2026Q3"), ("[-1]", "2026Q2"), ("[-1y]", "2025Q3"),
    ])
    return FormulaSample(text: name + text, level: .primary) { point in
      Approximate(point.inputs["\(name)@\(period)"] ?? .nan)
    }
  }

  private func leafSum(_ activity: String, _ quantity: String) -> FormulaSample {
    let leaves =
      activity == "all"
      ? ["industry-construction", "trade", "transport"]
      : ["trade", "transport"]
    return FormulaSample(text: "sum(\(activity).\(quantity))", level: .primary) { point in
      var total = 0.0
      for leaf in leaves { total += point.inputs["\(leaf).\(quantity)@2026Q3"] ?? .nan }
      return Approximate(total, 3e4)
    }
  }

  /// The text, in parentheses where it binds less strongly than this, and sometimes anyway.
  private mutating func wrapped(_ sample: FormulaSample, _ level: FormulaSample.Level) -> String {
    sample.level.rawValue < level.rawValue || chance(0.1) ? "(\(sample.text))" : sample.text
  }

  private mutating func sum(_ kind: Kind, _ d: Int) -> FormulaSample {
    var terms = [sample(kind, depth: d)]
    repeat { terms.append(sample(kind, depth: d)) } while chance(0.3)
    return sum(terms, minus: terms.map { _ in chance(0.4) })
  }

  private mutating func sum(_ terms: [FormulaSample], minus: [Bool]) -> FormulaSample {
    var text = wrapped(terms[0], .sum)
    for (term, isMinus) in zip(terms, minus).dropFirst() {
      text += (isMinus ? " - " : pick([" + ", "+"])) + wrapped(term, .product)
    }
    return FormulaSample(text: text, level: .sum) { point in
      var total = terms[0].value(point)
      for (term, isMinus) in zip(terms, minus).dropFirst() {
        let next = term.value(point)
        total = Approximate(
          isMinus ? total.value - next.value : total.value + next.value, total.slack + next.slack)
      }
      return total
    }
  }

  private mutating func minus(_ inner: FormulaSample) -> FormulaSample {
    FormulaSample(text: "-" + wrapped(inner, .minus), level: .minus) { point in
      let x = inner.value(point)
      return Approximate(-x.value, x.slack)
    }
  }

  private mutating func product(_ a: FormulaSample, _ b: FormulaSample) -> FormulaSample {
    FormulaSample(
      text: wrapped(a, .product) + pick([" * ", "*"]) + wrapped(b, .minus), level: .product
    ) { point in
      let (x, y) = (a.value(point), b.value(point))
      return Approximate(
        x.value * y.value, abs(x.value) * y.slack + abs(y.value) * x.slack)
    }
  }

  private mutating func quotient(_ a: FormulaSample, _ b: FormulaSample) -> FormulaSample {
    FormulaSample(
      text: wrapped(a, .product) + pick([" / ", "/"]) + wrapped(b, .minus), level: .product
    ) { point in
      let (x, y) = (a.value(point), b.value(point))
      let result = x.value / y.value
      return Approximate(result, (x.slack + abs(result) * y.slack) / abs(y.value))
    }
  }

  private func call(
    _ name: String, _ argument: FormulaSample, _ function: @escaping (Approximate) -> Approximate
  ) -> FormulaSample {
    FormulaSample(text: "\(name)(\(argument.text))", level: .primary) {
      function(argument.value($0))
    }
  }

  private mutating func extreme(_ a: FormulaSample, _ b: FormulaSample) -> FormulaSample {
    let isLeast = chance(0.5)
    return FormulaSample(
      text: "\(isLeast ? "min" : "max")(\(a.text), \(b.text))", level: .primary
    ) { point in
      let (x, y) = (a.value(point), b.value(point))
      return Approximate(
        isLeast ? min(x.value, y.value) : max(x.value, y.value), max(x.slack, y.slack))
    }
  }

  private mutating func clamp(_ kind: Kind, _ d: Int) -> FormulaSample {
    let (x, low, high) = (sample(kind, depth: d), name(kind), literal(kind))
    return FormulaSample(
      text: "clamp(\(x.text), \(low.text), \(high.text))", level: .primary
    ) { point in
      let (a, b, c) = (x.value(point), low.value(point), high.value(point))
      return Approximate(min(max(a.value, b.value), c.value), max(a.slack, b.slack, c.slack))
    }
  }

  private func choice(
    _ condition: FormulaSample, _ a: FormulaSample, _ b: FormulaSample
  ) -> FormulaSample {
    FormulaSample(
      text: "if(\(condition.text), \(a.text), \(b.text))", level: .primary
    ) { point in
      condition.value(point).value != 0 ? a.value(point) : b.value(point)
    }
  }

  private mutating func condition(_ d: Int) -> FormulaSample {
    guard d > 0, chance(0.4) else { return comparison(d) }
    if chance(0.3) {
      let inner = condition(d - 1)
      return FormulaSample(text: "not " + wrapped(inner, .not), level: .not) {
        Approximate(inner.value($0).value == 0 ? 1 : 0)
      }
    }
    let (a, b) = (condition(d - 1), condition(d - 1))
    let isBoth = chance(0.5)
    let level: FormulaSample.Level = isBoth ? .and : .or
    return FormulaSample(
      text: wrapped(a, level) + (isBoth ? " and " : " or ") + wrapped(b, isBoth ? .not : .and),
      level: level
    ) { point in
      let (x, y) = (a.value(point).value != 0, b.value(point).value != 0)
      return Approximate((isBoth ? x && y : x || y) ? 1 : 0)
    }
  }

  private mutating func comparison(_ d: Int) -> FormulaSample {
    let kind = pick(Kind.allCases)
    let (a, b) = (sample(kind, depth: d), sample(kind, depth: d))
    let sign = pick(["<", "<=", ">", ">=", "==", "!="])
    return FormulaSample(
      text: "\(wrapped(a, .sum)) \(sign) \(wrapped(b, .sum))", level: .comparison
    ) { point in
      let (x, y) = (a.value(point), b.value(point))
      if !(abs(x.value - y.value) > x.tolerance + y.tolerance) { point.isClose = true }
      let holds =
        switch sign {
        case "<": x.value < y.value
        case "<=": x.value <= y.value
        case ">": x.value > y.value
        case ">=": x.value >= y.value
        case "==": x.value == y.value
        default: x.value != y.value
        }
      return Approximate(holds ? 1 : 0)
    }
  }
}
