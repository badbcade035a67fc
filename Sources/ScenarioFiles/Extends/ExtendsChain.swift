/// Reads a scenario file and the files it extends, and lays each over the one it extends.
struct ExtendsChain {
  /// The most files of a chain, the scenario among them.
  static let limit = 8
  let findings: Findings
  /// The bytes of each file, the scenario first and then what it extends.
  private(set) var contents: [[UInt8]] = []
  /// The path of each of these files.
  private(set) var paths: [String] = []
  /// What each file but the scenario comes to with the files it extends.
  private(set) var bases: [SyntaxNode] = []

  init(findings: Findings) { self.findings = findings }

  /// The tree of the scenario; nil, with a diagnostic, where one of the files cannot be read.
  mutating func read(_ path: String) -> SyntaxNode? {
    var trees: [SyntaxNode] = []
    var next = Step.base(path, named: nil)
    while case .base(let path, let link) = next {
      guard let tree = readFile(path, named: link) else { return nil }
      trees.append(tree)
      next = step(from: tree, path: path)
    }
    guard case .end = next, var tree = trees.popLast() else { return nil }
    while let variant = trees.popLast() {
      bases.append(tree)
      tree = Overlay(findings: findings).scenario(variant, over: tree)
    }
    return tree
  }

  private enum Step {
    /// A file to read, and the `extends` that names it.
    case base(String, named: SyntaxNode.Entry?)
    case end
    /// There is a mistake, which has been reported.
    case broken
  }

  private mutating func readFile(_ path: String, named link: SyntaxNode.Entry?) -> SyntaxNode? {
    paths.append(path)
    guard
      let file = TextFile.read(
        path: path, what: link == nil ? .scenario : .base, into: findings,
        at: link?.keyPlace)
    else { return broken(path, named: link) }
    contents.append(file.bytes)
    var reader = YAMLReader(findings: findings) { position in
      .file(Location(path: path, line: position?.line, column: position?.column))
    }
    guard let root = reader.read(file.text) else { return broken(path, named: link) }
    return link == nil || checkBase(root) ? root : broken(path, named: link)
  }

  /// Whether a file that another one extends has keys; reports a format that is absent or unknown,
  /// because the variant's own takes its place.
  private func checkBase(_ root: SyntaxNode) -> Bool {
    let schema = MappingSchema.scenario
    guard root.entries != nil else {
      findings.report(
        KeyFact.notMapping(what: schema.what, shape: root.shape, keys: schema.names),
        at: root.place)
      return false
    }
    if let format = root["format"], let text = format.text, !format.isEmpty {
      if text != MappingSchema.format {
        findings.report(KeyFact.badFormat(text), at: format.place)
      }
    } else {
      findings.report(KeyFact.missingKey("format", what: schema.what), at: root.place)
    }
    return true
  }

  /// Says at the `extends` that its file has a mistake, where that is reported in the file itself.
  private func broken(_ path: String, named link: SyntaxNode.Entry?) -> SyntaxNode? {
    if let link, findings.hasErrors(in: path) {
      findings.report(ExtendsFact.brokenBase(path), at: link.keyPlace)
    }
    return nil
  }

  /// What a file extends.
  private func step(from tree: SyntaxNode, path: String) -> Step {
    guard let link = tree.entries?.first(where: { $0.key == "extends" }) else { return .end }
    guard let name = link.value.text, !link.value.isEmpty else {
      findings.report(ExtendsFact.notPath(shape: link.value.shape), at: link.keyPlace)
      return .broken
    }
    let base = FilePath.resolve(name, beside: path)
    let identity = FilePath.identity(base)
    if let first = paths.first(where: { FilePath.identity($0) == identity }) {
      findings.report(ExtendsFact.cycle(paths + [first]), at: link.keyPlace)
      return .broken
    }
    guard paths.count < Self.limit else {
      findings.report(
        ExtendsFact.tooLong(paths + [base], limit: Self.limit), at: link.keyPlace)
      return .broken
    }
    return .base(base, named: link)
  }
}
