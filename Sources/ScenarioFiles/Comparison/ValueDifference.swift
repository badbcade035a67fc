/// The values of two readings that are not the same, found by where they stand.
struct ValueDifference {
  private let changes: [ChangedAssumption.Change]

  init(_ first: [ResolvedValue], _ second: [ResolvedValue]) {
    func byPath(_ values: [ResolvedValue]) -> [String: ResolvedValue] {
      Dictionary(values.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let (olds, news) = (byPath(first), byPath(second))
    let paths = first.map(\.path) + second.map(\.path).filter { olds[$0] == nil }
    changes = paths.compactMap { path in
      let (old, new) = (olds[path], news[path])
      guard old?.value != new?.value else { return nil }
      return ChangedAssumption.Change(path: path, old: old, new: new)
    }
  }

  /// What differs at some places of the trees.
  ///
  /// - Parameters:
  ///   - places: the keys that lead to the nodes.
  ///   - nodes: what the two trees have there.
  func changes(
    at places: [[String]], _ nodes: [(SyntaxNode?, SyntaxNode?)]
  ) -> [ChangedAssumption.Change] {
    var locations: Set<Location> = []
    for (first, second) in nodes {
      first?.collectLocations(in: &locations)
      second?.collectLocations(in: &locations)
    }
    let paths = places.map { $0.joined(separator: ".") }
    let found = changes.filter { change in
      paths.contains { change.path == $0 || change.path.hasPrefix($0 + ".") }
        || [change.old, change.new].contains { value in
          if case .file(let location) = value?.origin {
            locations.contains(location)
          } else {
            false
          }
        }
    }
    guard found.isEmpty else { return found }
    // Such as a formula or a list, which is no value on its own.
    return zip(paths, nodes).map { path, node in
      ChangedAssumption.Change(
        path: path, old: node.0.map { $0.value(at: path) }, new: node.1.map { $0.value(at: path) })
    }
  }
}

extension SyntaxNode {
  /// The places of a node and all below it.
  fileprivate func collectLocations(in locations: inout Set<Location>) {
    if case .file(let location, _) = place { locations.insert(location) }
    for item in items ?? [] { item.collectLocations(in: &locations) }
    for entry in entries ?? [] { entry.value.collectLocations(in: &locations) }
  }

  /// The node as a value of the scenario.
  fileprivate func value(at path: String) -> ResolvedValue {
    let origin: ResolvedValue.Origin =
      switch place {
      case .file(let location, _): .file(location)
      case .commandLine(let text, _): .commandLine(text)
      }
    return ResolvedValue(path: path, value: text ?? shape.text(), origin: origin, source: source)
  }
}
