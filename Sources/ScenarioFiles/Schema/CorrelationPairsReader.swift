/// Reads correlations given pair by pair: `[first, second, 0.5]`.
struct CorrelationPairsReader {
  let context: ReadingContext
  /// The group that the pairs are of.
  let group: Fields

  /// The correlation of two variables.
  struct Pair {
    /// The two, in the order in which the file names them.
    let names: [(name: String, place: Place)]
    let value: Double
    let place: Place
    let source: String?
  }

  /// The pairs, none where there are none to read; nil, with a diagnostic, where one is wrong.
  func read() -> [Pair]? {
    guard let entry = group.entry("pairs") else { return [] }
    guard let items = entry.value.items else {
      context.findings.report(
        CorrelationGroupFact.pairsNotList(entry.value.shape), at: entry.value.place)
      return nil
    }
    var pairs: [Pair] = []
    var seen: Set<Set<String>> = []
    var isSound = true
    for item in items {
      guard let pair = pair(item) else {
        isSound = false
        continue
      }
      if !seen.insert(Set(pair.names.map(\.name))).inserted {
        context.findings.report(
          CorrelationGroupFact.duplicatePair(pair.names[0].name, pair.names[1].name),
          at: item.place)
        isSound = false
      }
      pairs.append(pair)
    }
    return isSound ? pairs : nil
  }

  private func pair(_ node: SyntaxNode) -> Pair? {
    guard let items = node.items, items.count == 3, let first = items[0].text,
      let second = items[1].text
    else {
      context.findings.report(CorrelationGroupFact.notPair(node.length), at: node.place)
      return nil
    }
    guard first != second else {
      context.findings.report(CorrelationGroupFact.samePair(first), at: items[1].place)
      return nil
    }
    guard
      let figure = FigureReader(context: context).read(
        items[2], .exactly(.number), path: CorrelationReader.path(first, second),
        place: items[2].place, records: false)
    else { return nil }
    guard figure.value.magnitude <= 1 else {
      context.findings.report(
        CorrelationFact.outOfRange(first, second, value: figure.value), at: figure.place)
      return nil
    }
    return Pair(
      names: [(first, items[0].place), (second, items[1].place)], value: figure.value,
      place: figure.place, source: items[2].source)
  }
}
