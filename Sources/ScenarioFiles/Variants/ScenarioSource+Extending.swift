extension ScenarioSource {
  /// Writes a scenario file that extends this one and has other values.
  ///
  /// The file is meant to stand beside this one, which it names without a folder. Each value gets a source
  /// of its own where it stands, so that nobody takes it for the original's.
  ///
  /// - Parameters:
  ///   - name: what people are to call the scenario.
  ///   - settings: values in YAML, one line each, by their paths as `--set` takes them; of two for one path
  ///     the last counts.
  ///   - source: of these values.
  ///   - remarks: lines to stand at the head of the file.
  ///   - run: entries of `run`, in YAML.
  /// - Returns: nil where a path leads nowhere.
  public func extending(
    name: String, settings: [(path: String, value: String)], source: String, remarks: [String],
    run: [(key: String, value: String)]
  ) -> String? {
    guard let root else { return nil }
    var tree = Outline()
    for (path, value) in settings {
      guard let keys = root.keys(to: path) else { return nil }
      tree.put(value, at: keys[...], source: source)
    }
    for (key, value) in run { tree.put(value, at: ["run", key], source: nil) }
    let file = path.split(separator: "/").last.map(String.init) ?? path
    var text = remarks.map { "# \($0)\n" }.joined()
    text += "format: \(MappingSchema.format)\nextends: \(Outline.quoted(file))\n"
    text += "name: \(Outline.quoted(name))\n"
    return text + tree.text(indent: 0)
  }
}

extension SyntaxNode {
  /// The keys from the root to the value of a path, as an override finds it; nil where it leads nowhere.
  fileprivate func keys(to path: String) -> [String]? {
    let components = path.split(separator: ".").map(String.init)
    guard !components.isEmpty else { return nil }
    var keys: [String] = []
    var node: SyntaxNode? = self
    var rest = components[...]
    if matchingKey(for: components) == nil, let route = route(toNamed: components) {
      for index in route.indices {
        guard let entry = node?.entries?[index] else { return nil }
        keys.append(entry.key)
        node = entry.value
      }
      rest = components[route.matched...]
      if rest.isEmpty, route.keys.first == "levers" { rest = ["value"] }
    }
    while !rest.isEmpty {
      if let match = node?.matchingKey(for: Array(rest)), let entry = node?.entries?[match.index] {
        keys.append(entry.key)
        node = entry.value
        rest = rest.dropFirst(match.matched)
      } else if keys.isEmpty, !MappingSchema.scenario.names.contains(rest.first ?? "") {
        return nil
      } else {
        keys.append(rest.removeFirst())
        node = nil
      }
    }
    // A figure with its source is called as the figure.
    if let entries = node?.entries {
      guard
        let key = ["level", "value"].first(where: { key in entries.contains { $0.key == key } })
      else { return keys }
      keys.append(key)
    }
    return keys
  }
}

/// Keys and values in the order in which they came.
private struct Outline {
  private enum Item {
    case value(String)
    case group(Outline)
  }

  private var entries: [(key: String, item: Item)] = []

  /// Puts a value below keys, and a source beside it.
  mutating func put(_ value: String, at keys: ArraySlice<String>, source: String?) {
    guard let key = keys.first else { return }
    guard keys.count > 1 else {
      set(key, .value(value))
      if let source { set("source", .value(Self.quoted(source))) }
      return
    }
    let place = entries.firstIndex { $0.key == key }
    var group = Outline()
    if let place, case .group(let known) = entries[place].item { group = known }
    group.put(value, at: keys.dropFirst(), source: source)
    set(key, .group(group))
  }

  private mutating func set(_ key: String, _ item: Item) {
    if let place = entries.firstIndex(where: { $0.key == key }) {
      entries[place].item = item
    } else {
      entries.append((key, item))
    }
  }

  func text(indent: Int) -> String {
    entries.map { key, item in
      let start = String(repeating: " ", count: indent) + Self.plainOrQuoted(key) + ":"
      return switch item {
      case .value(let value): "\(start) \(value)\n"
      case .group(let group): "\(start)\n" + group.text(indent: indent + 2)
      }
    }.joined()
  }

  private static func plainOrQuoted(_ key: String) -> String {
    let isPlain = key.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "-"): true
      default: false
      }
    }
    return isPlain && key.first?.isLetter == true || Self.isPeriod(key) ? key : quoted(key)
  }

  /// Such as `2025Q1`, which no reader takes for a number.
  private static func isPeriod(_ key: String) -> Bool {
    key.count == 6 && key.dropFirst(4).first == "Q"
  }

  /// A text between quotation marks, on one line.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        result += "\\x" + String(repeating: "0", count: 2 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
