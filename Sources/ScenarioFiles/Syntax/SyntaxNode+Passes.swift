extension SyntaxNode {
  /// The node with the source that covers it and each node in it: that of the mapping itself, or else
  /// of the nearest mapping around it.
  func covered(by outer: Wording? = nil) -> SyntaxNode {
    var node = self
    switch content {
    case .scalar:
      node.cover = outer
    case .sequence(let items):
      node.cover = outer
      node.content = .sequence(items.map { $0.covered(by: outer) })
    case .mapping(let entries):
      let own = entries.first { $0.key == "source" }?.value
      let source = own.flatMap(Wording.init) ?? outer
      node.cover = source
      node.content = .mapping(
        entries.map {
          Entry(key: $0.key, keyPlace: $0.keyPlace, value: $0.value.covered(by: source))
        })
    }
    return node
  }

  /// The tree of a scenario with its nodes numbered in the order in which they are read.
  func numbered() -> SyntaxNode {
    var count = 0
    return numbered(&count)
  }

  private func numbered(_ count: inout Int) -> SyntaxNode {
    var node = self
    node.place = place.numbered(&count)
    switch content {
    case .scalar: break
    case .sequence(let items):
      node.content = .sequence(items.map { $0.numbered(&count) })
    case .mapping(let entries):
      node.content = .mapping(
        entries.map { entry in
          let keyPlace = entry.keyPlace.numbered(&count)
          return Entry(key: entry.key, keyPlace: keyPlace, value: entry.value.numbered(&count))
        })
    }
    return node
  }
}

extension Place {
  fileprivate func numbered(_ count: inout Int) -> Place {
    count += 1
    switch self {
    case .file(let location, _): return .file(location, order: count)
    case .commandLine(let text, _): return .commandLine(text, replaces: count)
    }
  }
}
