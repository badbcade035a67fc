extension SyntaxNode {
  /// The node at the end of a path of keys.
  func node(at path: some Collection<String>) -> SyntaxNode? {
    path.reduce(SyntaxNode?.some(self)) { $0?[$1] }
  }

  /// The tree with what another one has at some places, or without what it does not have there.
  func taking(_ places: [[String]], from other: SyntaxNode) -> SyntaxNode {
    places.reduce(self) { $0.taking($1[...], from: other) }
  }

  /// - Parameters:
  ///   - path: keys that lead on from both nodes.
  ///   - other: the node of the other tree at the same place as this one.
  private func taking(_ path: ArraySlice<String>, from other: SyntaxNode) -> SyntaxNode {
    guard let key = path.first, case .mapping(var entries) = content else { return self }
    let place = entries.firstIndex { $0.key == key }
    let source = other.entries?.first { $0.key == key }
    if path.count > 1, let place, let source {
      entries[place].value = entries[place].value.taking(path.dropFirst(), from: source.value)
    } else if path.count > 1, let place {
      // The other tree has nothing of this part.
      let rest = entries[place].value.removing(path.dropFirst())
      if rest.entries?.isEmpty == true {
        entries.remove(at: place)
      } else {
        entries[place].value = rest
      }
    } else if path.count > 1, let source {
      // This tree has nothing of it: a part with this entry alone.
      var part = source
      part.value.content = .mapping([])
      part.value = part.value.taking(path.dropFirst(), from: source.value)
      entries.append(part)
    } else if let place, let source {
      entries[place] = source
    } else if let place {
      entries.remove(at: place)
    } else if let source {
      entries.append(source)
    }
    var node = self
    node.content = .mapping(entries)
    return node
  }

  private func removing(_ path: ArraySlice<String>) -> SyntaxNode {
    var empty = self
    empty.content = .mapping([])
    return taking(path, from: empty)
  }

  /// The tree without some of its entries.
  func without(_ paths: [[String]]) -> SyntaxNode {
    paths.reduce(self) { $0.removing($1[...]) }
  }
}
