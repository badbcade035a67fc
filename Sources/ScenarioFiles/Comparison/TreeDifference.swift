import GrowthModel

/// The places at which the trees of two scenarios say something different.
///
/// A place is as coarse as a planner would name it: a figure is one place with all its parameters, and so are
/// a lever, a target, and anything that only one of the scenarios has. Names, notes, sources and what does not
/// reach the forecast are no difference; neither are the order of keys and the way a figure is written.
struct TreeDifference {
  /// Keys from the root.
  private(set) var places: [[String]] = []

  /// Keys that say something about a value, and nothing to the model.
  private static let remarks = Set(Wording.keys)
  /// Parts of a scenario that its forecast does not depend on.
  static let idleParts: Set = [
    "format", "name", "extends", "as-of", "notes", "source", "run", "statements",
  ]

  init(_ first: SyntaxNode, _ second: SyntaxNode) {
    compare(first, second, at: [], as: .scenario)
  }

  private mutating func compare(
    _ first: SyntaxNode?, _ second: SyntaxNode?, at path: [String], as role: MappingRole
  ) {
    let isFile = path.last == "file"
    guard isFile ? !Self.isSameFile(first, second) : !Self.isSame(first, second) else { return }
    let isOpen = !Self.isWhole(path, role, first, second)
    // A part of the scenario that one of them lacks is an empty one.
    guard isOpen, first != nil || role.holdsNames, second != nil || role.holdsNames,
      first.map({ $0.entries != nil }) ?? true, second.map({ $0.entries != nil }) ?? true
    else {
      places.append(path)
      return
    }
    let known = first?.entries?.map(\.key) ?? []
    let keys = known + (second?.entries?.map(\.key) ?? []).filter { !known.contains($0) }
    for key in keys {
      if Self.remarks.contains(key), role != .names, role != .figureNames { continue }
      if role == .scenario, Self.idleParts.contains(key) { continue }
      compare(first?[key], second?[key], at: path + [key], as: role.below(key))
    }
  }

  /// Whether a mapping is looked at as one.
  private static func isWhole(
    _ path: [String], _ role: MappingRole, _ first: SyntaxNode?, _ second: SyntaxNode?
  ) -> Bool {
    switch role {
    case .figure: return true
    case .namedFigure:
      return [first, second].contains { $0?["distribution"] != nil || $0?["value"] != nil }
    case .named: return path.count == 2 && ["levers", "targets"].contains(path[0])
    case .scenario, .section, .names, .figureNames: return false
    }
  }

  /// Whether two nodes mean the same.
  static func isSame(_ first: SyntaxNode?, _ second: SyntaxNode?) -> Bool {
    guard let first = first.map(plain), let second = second.map(plain) else {
      return first == nil && second == nil
    }
    switch (first.content, second.content) {
    case (.scalar(let one, let isQuoted), .scalar(let other, let isOtherQuoted)):
      if one == other, isQuoted == isOtherQuoted || !first.isEmpty && !second.isEmpty {
        return true
      }
      guard let one = try? Figure.parse(one), let other = try? Figure.parse(other) else {
        return false
      }
      return one.value == other.value && one.unit == other.unit && one.currency == other.currency
    case (.sequence(let one), .sequence(let other)):
      return one.count == other.count && zip(one, other).allSatisfy { isSame($0, $1) }
    case (.mapping(let one), .mapping(let other)):
      return areSame(one, other)
    default: return false
    }
  }

  private static func areSame(_ one: [SyntaxNode.Entry], _ other: [SyntaxNode.Entry]) -> Bool {
    let ones = Dictionary(one.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    let others = Dictionary(
      other.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    return Set(ones.keys).union(others.keys).allSatisfy { key in
      let (first, second) = (ones[key], others[key])
      if remarks.contains(key), first?.isWording ?? true, second?.isWording ?? true { return true }
      return key == "file" ? isSameFile(first, second) : isSame(first, second)
    }
  }

  /// Names of files are relative to the file that they stand in.
  private static func isSameFile(_ first: SyntaxNode?, _ second: SyntaxNode?) -> Bool {
    guard let first, let second, let one = first.text, let other = second.text,
      let beside = first.place.file, let otherBeside = second.place.file
    else { return isSame(first, second) }
    return FilePath.identity(FilePath.resolve(one, beside: beside))
      == FilePath.identity(FilePath.resolve(other, beside: otherBeside))
  }

  /// A figure that is written with its source beside it, as if it stood alone.
  private static func plain(_ node: SyntaxNode) -> SyntaxNode {
    guard let entries = node.entries, let value = node["value"],
      entries.allSatisfy({ $0.key == "value" || remarks.contains($0.key) })
    else { return node }
    return value
  }
}

extension MappingRole {
  /// Whether the keys of a mapping are names of the user's choice.
  fileprivate var holdsNames: Bool { self == .names || self == .figureNames }
}
