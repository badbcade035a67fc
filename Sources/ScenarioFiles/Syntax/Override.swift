/// A value that the command line puts into the tree of a scenario: `PATH=VALUE`.
struct Override {
  /// As it was given.
  let text: String
  let path: String
  let value: SyntaxNode

  /// Reads `PATH=VALUE`, the value as YAML; nil, with a diagnostic, when it is none.
  init?(_ text: String, findings: Findings) {
    let place = Place.commandLine(text, replaces: 0)
    guard let sign = text.firstIndex(of: "=") else {
      findings.report(OverrideFact.noEqualsSign, at: place)
      return nil
    }
    self.text = text
    path = text[..<sign].filter { !$0.isWhitespace }
    let value = text[text.index(after: sign)...]
    guard !path.isEmpty, !path.split(separator: ".", omittingEmptySubsequences: false).contains("")
    else {
      findings.report(OverrideFact.badPath(path), at: place)
      return nil
    }
    guard value.contains(where: { !$0.isWhitespace }) else {
      findings.report(OverrideFact.noValue(path), at: place)
      return nil
    }
    var reader = YAMLReader(findings: findings) { _ in place }
    guard let node = reader.read(String(value)) else { return nil }
    self.value = node
  }

  /// The tree with the value in its place; reports a path that leads nowhere.
  func applied(to root: SyntaxNode, findings: Findings) -> SyntaxNode {
    var root = root
    let components = path.split(separator: ".").map(String.init)
    let fact: OverrideFact?
    if root.matchingKey(for: components) != nil {
      fact = put(at: components, in: &root, walked: [])
    } else if let route = root.route(toNamed: components) {
      fact = root.update(along: route) { node in
        var rest = Array(components.dropFirst(route.matched))
        // A lever is called by its name; what is chosen is its value.
        if rest.isEmpty, route.keys.first == "levers", value["value"] == nil { rest = ["value"] }
        return put(at: rest, in: &node, walked: route.keys)
      }
    } else if MappingSchema.scenario.names.contains(components[0]) {
      fact = put(at: components, in: &root, walked: [])
    } else {
      fact = .leadsNowhere(
        components[0], MappingSchema.scenario.names + root.partNames)
    }
    if let fact { findings.report(fact, at: .commandLine(text, replaces: root.place.order)) }
    return root
  }

  /// How many components below `actuals` are the quantity's: all but a key of the published figure.
  private static func quantityLength(_ components: [String]) -> Int {
    let endsInKey = MappingSchema.actual.names.contains(components[components.count - 1])
    return max(components.count - (endsInKey ? 1 : 0), 1)
  }

  /// Puts the value at a path below a node; keys that are missing are made, for the schema to judge.
  private func put(
    at components: [String], in node: inout SyntaxNode, walked: [String]
  ) -> OverrideFact? {
    guard !components.isEmpty else {
      // An indicator that is given by its level is called by the indicator's name.
      if node["level"] != nil, value.entries == nil {
        return put(at: ["level"], in: &node, walked: walked)
      }
      node = value.placed(at: node.place.order, text: text)
      return nil
    }
    if node.isEmpty { node.content = .mapping([]) }
    guard case .mapping(var entries) = node.content else {
      return .intoValue(walked.joined(separator: "."), shape: node.shape)
    }
    let place = Place.commandLine(text, replaces: node.place.order)
    let index: Int
    let matched: Int
    if let match = node.matchingKey(for: components) {
      (index, matched) = match
    } else {
      let empty = SyntaxNode(content: .scalar("", quoted: false), place: place)
      matched = walked == ["actuals"] ? Self.quantityLength(components) : 1
      let key = components.prefix(matched).joined(separator: ".")
      entries.append(.init(key: key, keyPlace: place, value: empty))
      index = entries.count - 1
    }
    let fact = put(
      at: Array(components.dropFirst(matched)), in: &entries[index].value,
      walked: walked + [entries[index].key])
    node.content = .mapping(entries)
    return fact
  }
}

extension SyntaxNode {
  /// The way to a node of the tree: the positions of the entries to pass, their keys, and how many
  /// components of the path they stand for.
  struct Route {
    let indices: [Int]
    let keys: [String]
    let matched: Int
  }

  /// The entry whose key is the longest beginning of a path, in whole components.
  func matchingKey(for components: [String]) -> (index: Int, matched: Int)? {
    guard let entries else { return nil }
    for count in stride(from: components.count, to: 0, by: -1) {
      let key = components.prefix(count).joined(separator: ".")
      if let index = entries.firstIndex(where: { $0.key == key }) { return (index, count) }
    }
    return nil
  }

  /// The blocks of a scenario whose keys are names that a path can begin with.
  private static let named = [
    "activities", "levers", "uncertainties", "indicators", "effects", "projects",
  ]

  /// The way from the root to the activity, lever, effect and such that a path begins with.
  func route(toNamed components: [String]) -> Route? {
    for key in Self.named {
      guard let index = entries?.firstIndex(where: { $0.key == key }), let below = self[key],
        let route = below.routeBelow(components)
      else { continue }
      return Route(
        indices: [index] + route.indices, keys: [key] + route.keys, matched: route.matched)
    }
    return nil
  }

  private func routeBelow(_ components: [String]) -> Route? {
    guard let entries else { return nil }
    if let (index, matched) = matchingKey(for: components) {
      return Route(indices: [index], keys: [entries[index].key], matched: matched)
    }
    for (index, entry) in entries.enumerated() {
      guard let inner = entry.value.entries?.firstIndex(where: { $0.key == "activities" }),
        let route = entry.value["activities"]?.routeBelow(components)
      else { continue }
      return Route(
        indices: [index, inner] + route.indices, keys: [entry.key, "activities"] + route.keys,
        matched: route.matched)
    }
    return nil
  }

  /// Whether an activity, indicator and such has a figure of this path, or there is a population.
  func hasFigure(named path: String) -> Bool {
    let components = path.split(separator: ".").map(String.init)
    guard let route = route(toNamed: components) else {
      return path == "population" && self[path] != nil
    }
    var owner: SyntaxNode? = self
    for index in route.indices { owner = owner?.entries?[index].value }
    let key = components.dropFirst(route.matched).joined(separator: ".")
    if key.isEmpty { return owner?["level"] != nil || owner?["distribution"] != nil }
    return owner?[key] != nil
  }

  /// Changes the node at the end of a route.
  mutating func update<Result>(along route: Route, _ change: (inout SyntaxNode) -> Result) -> Result
  {
    update(along: route.indices[...], change)
  }

  private mutating func update<Result>(
    along indices: ArraySlice<Int>, _ change: (inout SyntaxNode) -> Result
  ) -> Result {
    guard let first = indices.first, case .mapping(var entries) = content else {
      return change(&self)
    }
    let result = entries[first].value.update(along: indices.dropFirst(), change)
    content = .mapping(entries)
    return result
  }

  /// The names that a path can begin with.
  var partNames: [String] {
    var names: [String] = []
    func walk(_ node: SyntaxNode?) {
      for entry in node?.entries ?? [] {
        names.append(entry.key)
        walk(entry.value["activities"])
      }
    }
    walk(self["activities"])
    return names + Self.named.dropFirst().flatMap { (self[$0]?.entries ?? []).map(\.key) }
  }

  /// The node as an override that stands in the place of another.
  func placed(at order: Int, text: String) -> SyntaxNode {
    let place = Place.commandLine(text, replaces: order)
    var node = self
    node.place = place
    node.content =
      switch self.content {
      case .scalar: self.content
      case .sequence(let items): .sequence(items.map { $0.placed(at: order, text: text) })
      case .mapping(let entries):
        .mapping(
          entries.map { entry in
            Entry(
              key: entry.key, keyPlace: place, value: entry.value.placed(at: order, text: text))
          })
      }
    return node
  }
}
