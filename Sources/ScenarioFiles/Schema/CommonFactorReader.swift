import GrowthModel

/// Reads a common factor: variables that move together because all of them follow one thing.
///
/// A variable with the loading l has the score l f + sqrt(1 - l^2) e, with a factor f that all share and
/// an e of its own, so that two of them are correlated by the product of their loadings.
struct CommonFactorReader {
  /// The group that the factor is of.
  let group: Fields
  /// The variables that the group lists.
  let listed: [CorrelationTable.Row]?

  /// How much of a variable is the factor's.
  struct Loading {
    let name: String
    let place: Place
    fileprivate let size: Size

    fileprivate enum Size {
      case of(Double)
      /// All loadings are alike, and this is their square.
      case equal(square: Double)
    }

    /// The correlation with another variable.
    func with(_ other: Loading) -> Double {
      switch (size, other.size) {
      case (.of(let first), .of(let second)): first * second
      case (.equal(let square), _), (_, .equal(let square)): square
      }
    }
  }

  /// The loadings, none where there is no factor; nil, with a diagnostic, where one is wrong.
  func read() -> [Loading]? {
    guard group.has("common-factor") else { return [] }
    guard let fields = group.mapping("common-factor", schema: .commonFactor) else { return nil }
    switch (fields.has("loadings"), fields.has("correlation")) {
    case (true, false): return loadings(fields)
    case (false, true): return equal(fields)
    case (true, true):
      report(
        .both("loadings", "correlation"), fields.place(ofOneOf: ["loadings", "correlation"]), fields
      )
    case (false, false): report(.emptyFactor, fields.place, fields)
    }
    return nil
  }

  private func loadings(_ fields: Fields) -> [Loading]? {
    var result: [Loading] = []
    var isSound = true
    for entry in fields.named("loadings", what: .loading) {
      let path = fields.path(to: "loadings") + "." + entry.key
      guard
        let figure = FigureReader(context: fields.context).read(
          entry.value, .exactly(.number), path: path, place: entry.keyPlace)
      else {
        isSound = false
        continue
      }
      if figure.value.magnitude > 1 {
        report(.loadingOutOfRange(entry.key, value: figure.value), figure.place, fields)
        isSound = false
      }
      if let listed, !listed.contains(where: { $0.label == entry.key }) {
        report(.notAmong(entry.key, listed.map(\.label)), entry.keyPlace, fields)
        isSound = false
      }
      result.append(Loading(name: entry.key, place: entry.keyPlace, size: .of(figure.value)))
    }
    if isSound, result.isEmpty { report(.emptyFactor, fields.place(of: "loadings"), fields) }
    return isSound && !result.isEmpty ? result : nil
  }

  private func equal(_ fields: Fields) -> [Loading]? {
    guard let figure = fields.figure("correlation", .exactly(.number)) else { return nil }
    guard (0...1).contains(figure.value) else {
      report(.factorOutOfRange(figure.value), figure.place, fields)
      return nil
    }
    guard let listed else {
      report(.factorOfWhat, fields.place(of: "correlation"), fields)
      return nil
    }
    return listed.map {
      Loading(name: $0.label, place: $0.place, size: .equal(square: figure.value))
    }
  }

  private func report(_ fact: CorrelationGroupFact, _ place: Place, _ fields: Fields) {
    fields.context.findings.report(fact, at: place)
  }
}
