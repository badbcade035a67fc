/// The model as data: named quantities and the operations that make them from the inputs.
///
/// Operations stand in an order in which each uses only earlier ones, so that one pass over them
/// evaluates a draw, or a block of draws at a time.
public struct QuantityGraph: Sendable, Equatable {
  /// A result of one operation: its place in `operations`.
  public struct Node: Hashable, Sendable {
    /// Counted from zero.
    public let index: Int
  }

  /// One term of a linear combination.
  public struct Term: Hashable, Sendable {
    /// What the node is multiplied by.
    public let coefficient: Double
    /// What is multiplied.
    public let node: Node

    /// A node times a coefficient.
    public init(_ coefficient: Double, _ node: Node) {
      self.coefficient = coefficient
      self.node = node
    }
  }

  /// How a node is made from earlier nodes.
  public enum Operation: Hashable, Sendable {
    /// The uncertain input of this name.
    case input(String)
    /// The same number in every draw.
    case constant(Double)
    /// `constant + sum of coefficient x node`, added in the order of the terms.
    case linear(constant: Double, [Term])
    /// One node times another.
    case product(Node, Node)
    /// `numerator / denominator`.
    case quotient(Node, Node)
    /// A function of one node.
    case function(Function, Node)
    /// A function of two nodes.
    case pair(PairFunction, Node, Node)
    /// The second node where the first is not zero, else the third.
    case choice(Node, Node, Node)
  }

  /// A function of one number.
  public enum Function: Hashable, Sendable {
    /// exp, ln, the root and the magnitude; NaN outside of what they are defined for.
    case exponential, logarithm, squareRoot, magnitude
    /// Of an angle in radians.
    case sine, cosine
    /// x above zero, else zero.
    case positivePart
    /// x between zero and one, else the nearer of them.
    case unitPart
    /// The integral of the unit part: 0 below zero, x^2 / 2 up to one, x - 1/2 beyond.
    case ramp

    /// The value of a function made of lines and parabolas; nil for the others.
    @inlinable
    public func pieceOfLines(_ x: Double) -> Double? {
      switch self {
      case .magnitude: x.magnitude
      case .positivePart: x > 0 ? x : 0
      case .unitPart: x > 0 ? (x < 1 ? x : 1) : 0
      case .ramp: x > 0 ? (x < 1 ? 0.5 * x * x : 0.5 + (x - 1)) : 0
      case .exponential, .logarithm, .squareRoot, .sine, .cosine: nil
      }
    }
  }

  /// A function of two numbers. Comparisons are one where they hold and zero elsewhere.
  public enum PairFunction: Hashable, Sendable {
    /// The lesser, the greater, and the first to the power of the second.
    case minimum, maximum, power
    /// `<`, `<=` and `==`.
    case less, lessOrEqual, equal
  }

  /// Every operation, each behind those that it uses.
  public private(set) var operations: [Operation] = []
  /// The results that have names, in the order of the accounts.
  public private(set) var quantities: [Quantity] = []
  private var known: [Operation: Node] = [:]
  private var places: [String: Int] = [:]

  /// A graph without operations.
  public init() {}

  /// The node for an operation; an operation that is already there is not repeated.
  public mutating func node(_ operation: Operation) -> Node {
    if let node = known[operation] { return node }
    let node = Node(index: operations.count)
    operations.append(operation)
    known[operation] = node
    return node
  }

  /// The node for an input of the model.
  public mutating func node(for input: Input) -> Node {
    switch input {
    case .constant(let value): node(.constant(value))
    case .uncertain(let name): node(.input(name))
    }
  }

  /// Names a node as a quantity that can be reported; the first use of a path wins.
  public mutating func name(
    _ path: String, _ node: Node, unit: Unit, title: String, kind: Quantity.Kind, period: Period,
    isOfLastYear: Bool = false, scope: Quantity.Scope = .part
  ) {
    guard places[path] == nil else { return }
    places[path] = quantities.count
    quantities.append(
      Quantity(
        path: path, node: node, unit: unit, title: title, kind: kind, period: period,
        isOfLastYear: isOfLastYear, scope: scope))
  }

  /// The node of each operation, in their order.
  public var nodes: [Node] { operations.indices.map { Node(index: $0) } }

  /// The quantity of this path, if the model has it.
  public func quantity(_ path: String) -> Quantity? {
    places[path].map { quantities[$0] }
  }

  /// The names of the uncertain inputs, in the order of first use.
  public var inputNames: [String] {
    operations.compactMap { if case .input(let name) = $0 { name } else { nil } }
  }
}

extension QuantityGraph.Operation {
  /// The nodes that it takes.
  public var operands: [QuantityGraph.Node] {
    switch self {
    case .input, .constant: []
    case .linear(_, let terms): terms.map(\.node)
    case .product(let a, let b), .quotient(let a, let b), .pair(_, let a, let b): [a, b]
    case .function(_, let a): [a]
    case .choice(let a, let b, let c): [a, b, c]
    }
  }
}

/// A named result of the model.
public struct Quantity: Sendable, Equatable {
  /// What a quantity is in the accounts, for reports that gather quantities of one kind.
  public enum Kind: Sendable, Equatable, Hashable {
    /// What reports gather under these names.
    case growth, contribution, volume, value, share, deflator, population, perPerson, indicator
    /// Growth a year over several years.
    case average
    /// What an effect, a project, the baseline or the shocks add to growth.
    case effect
  }

  /// Such as `agriculture.growth`; what targets and scripts refer to.
  public let path: String
  /// The operation that gives it.
  public let node: QuantityGraph.Node
  /// What its numbers measure; money is in billions of the currency.
  public let unit: Unit
  /// What people read.
  public let title: String
  /// What it is in the accounts.
  public let kind: Kind
  /// The period that it is of; of an average, the last year.
  public let period: Period
  /// Whether the path stands alone, without its period: a quantity of the last year.
  public let isOfLastYear: Bool
  /// What it is about: all of the economy, or a part of it.
  public let scope: Scope

  /// How much of the economy a quantity is about.
  public enum Scope: Sendable, Equatable, Hashable {
    /// Of the whole economy.
    case total
    /// Of a group or leaf at the top of the tree.
    case topActivity
    /// Of anything below, or beside the accounts.
    case part
  }
}
