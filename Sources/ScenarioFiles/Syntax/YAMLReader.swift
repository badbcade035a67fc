import Yams

/// Reads YAML text as a tree of nodes with positions.
///
/// YAML offers more than a scenario needs, and some of it is dangerous: anchors and merge keys are
/// refused, and so are trees too deep or too large to walk.
struct YAMLReader {
  /// Deeper than any scenario, and far from the end of the stack.
  static let maximumDepth = 64
  /// Far more than a file of the largest size that a person would write.
  static let maximumNodes = 200_000
  /// With this many references to anchors a text still stands for few nodes.
  static let maximumReferences = 3

  let findings: Findings
  /// The place of a position in the text; nil stands for the whole text.
  let place: (TextPosition?) -> Place
  private var nodes = 0
  private var stopped = false
  private var maskedKeys = MaskedKeys()

  init(findings: Findings, place: @escaping (TextPosition?) -> Place) {
    self.findings = findings
    self.place = place
  }

  /// The root of the only document in a text; nil, with a diagnostic, when there is none.
  mutating func read(_ text: String) -> SyntaxNode? {
    if let position = AnchorScan.referenceBeyondLimit(in: text, limit: Self.maximumReferences) {
      findings.report(SyntaxFact.tooManyAliases, at: place(position))
      return nil
    }
    do {
      guard let (root, parser) = try compose(text) else {
        findings.report(SyntaxFact.emptyFile, at: place(nil))
        return nil
      }
      // Nodes hold their anchors weakly; the parser owns them.
      return withExtendedLifetime(parser) {
        let node = convert(root, depth: 1)
        return stopped ? nil : node?.covered()
      }
    } catch let error as YamlError {
      let (fact, position) = SyntaxFact.describing(error, in: text)
      findings.report(fact, at: place(position))
    } catch {
      findings.report(SyntaxFact.other("\(error)"), at: place(nil))
    }
    return nil
  }

  /// Composes the document; keys that stand twice are masked, so that the rest can be read.
  private mutating func compose(_ text: String) throws -> (Node, Parser)? {
    var text = text
    while true {
      do {
        let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
        return try parser.singleRoot().map { ($0, parser) }
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        guard let masked = maskedKeys.mask(keys, at: TextPosition(context.mark), in: text) else {
          throw YamlError.duplicatedKeysInMapping(duplicates: keys, context: context)
        }
        text = masked
      }
    }
  }

  private mutating func convert(_ node: Node, depth: Int) -> SyntaxNode? {
    guard !stopped else { return nil }
    nodes += 1
    let place = place(node.mark.map(TextPosition.init))
    guard depth <= Self.maximumDepth else { return stop(.tooDeep(Self.maximumDepth), at: place) }
    guard nodes <= Self.maximumNodes else { return stop(.tooManyNodes, at: place) }
    if let anchor = node.anchor { findings.report(SyntaxFact.anchor("\(anchor)"), at: place) }
    switch node {
    case .scalar(let scalar):
      let quoted = scalar.style != .plain && scalar.style != .any
      return SyntaxNode(content: .scalar(scalar.string, quoted: quoted), place: place)
    case .sequence(let sequence):
      let items = sequence.compactMap { convert($0, depth: depth + 1) }
      return SyntaxNode(content: .sequence(items), place: place)
    case .mapping(let mapping):
      var entries: [SyntaxNode.Entry] = []
      var lines: [String: Int?] = [:]
      for (key, value) in mapping {
        guard let entry = self.entry(key, value, depth: depth) else { continue }
        if let line = lines[entry.key] {
          findings.report(
            SyntaxFact.duplicateKey(entry.key, firstLine: line), at: entry.keyPlace)
        } else {
          lines[entry.key] = .some(entry.keyPlace.location.line)
          entries.append(entry)
        }
      }
      return SyntaxNode(content: .mapping(entries), place: place)
    case .alias:
      return stop(.anchor("alias"), at: place)
    }
  }

  private mutating func entry(_ key: Node, _ value: Node, depth: Int) -> SyntaxNode.Entry? {
    nodes += 1
    let keyPlace = place(key.mark.map(TextPosition.init))
    guard let scalar = key.scalar else {
      findings.report(SyntaxFact.keyNotText, at: keyPlace)
      return nil
    }
    if let anchor = key.anchor { findings.report(SyntaxFact.anchor("\(anchor)"), at: keyPlace) }
    guard scalar.string != "<<" else {
      findings.report(SyntaxFact.mergeKey, at: keyPlace)
      return nil
    }
    guard let node = convert(value, depth: depth + 1) else { return nil }
    return SyntaxNode.Entry(
      key: maskedKeys.original(of: scalar.string), keyPlace: keyPlace, value: node)
  }

  private mutating func stop(_ fact: SyntaxFact, at place: Place) -> SyntaxNode? {
    findings.report(fact, at: place)
    stopped = true
    return nil
  }
}
