/// The model as data: named quantities and the operations that make them from the inputs.
///
/// Operations stand in an order in which each uses only earlier ones, so that one pass over them
/// evaluates a draw, or a block of draws at a time.
public struct QuantityGraph: Sendable, Equatable {
  /// A result of one operation: its place in `operations`.
  public struct Node: Hashable, Sendable {
    public let index: Int
  }

  /// One term of a linear combination.
  public struct Term: Hashable, Sendable {
    public let coefficient: Double
    public let node: Node

    public init(_ coefficient: Double, _ node: Node) {
      self.coefficient = coefficient
      self.node = node
    }
  }

  /// How a node is made from earlier nodes.
  public enum Operation: Hashable, Sendable {
    /// The uncertain input of this name.
    case input(String)
    case constant(Double)
    /// `constant + sum of coefficient x node`, added in the order of the terms.
    case linear(constant: Double, [Term])
    case product(Node, Node)
    /// `numerator / denominator`.
    case quotient(Node, Node)
    case function(Function, Node)
    case pair(PairFunction, Node, Node)
    /// The second node where the first is not zero, else the third.
    case choice(Node, Node, Node)
  }

  /// A function of one number.
  public enum Function: Hashable, Sendable {
    case exponential, logarithm, squareRoot, magnitude
  }

  /// A function of two numbers. Comparisons are one where they hold and zero elsewhere.
  public enum PairFunction: Hashable, Sendable {
    case minimum, maximum, power
    case less, lessOrEqual, equal
  }

  public private(set) var operations: [Operation] = []
  public private(set) var quantities: [Quantity] = []
  private var nodes: [Operation: Node] = [:]
  private var places: [String: Int] = [:]

  public init() {}

  /// The node for an operation; an operation that is already there is not repeated.
  public mutating func node(_ operation: Operation) -> Node {
    if let known = nodes[operation] { return known }
    let node = Node(index: operations.count)
    operations.append(operation)
    nodes[operation] = node
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
    _ path: String, _ node: Node, unit: Unit, title: String, kind: Quantity.Kind
  ) {
    guard places[path] == nil else { return }
    places[path] = quantities.count
    quantities.append(Quantity(path: path, node: node, unit: unit, title: title, kind: kind))
  }

  /// The quantity of this path, if the model has it.
  public func quantity(_ path: String) -> Quantity? {
    places[path].map { quantities[$0] }
  }

  /// The names of the uncertain inputs, in the order of first use.
  public var inputNames: [String] {
    operations.compactMap { if case .input(let name) = $0 { name } else { nil } }
  }
}

/// A named result of the model.
public struct Quantity: Sendable, Equatable {
  /// What a quantity is in the accounts, for reports that gather quantities of one kind.
  public enum Kind: Sendable, Equatable, Hashable {
    case growth, contribution, volume, value, share, deflator, population, perPerson, indicator
  }

  /// Such as `agriculture.growth`; what targets and scripts refer to.
  public let path: String
  public let node: QuantityGraph.Node
  public let unit: Unit
  /// What people read.
  public let title: String
  public let kind: Kind
}
