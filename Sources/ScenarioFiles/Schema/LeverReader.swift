import GrowthModel

/// Reads what a lever has beside its value.
struct LeverReader {
  let fields: Fields

  func read(into draft: inout SeriesDraft) {
    let unit: ExpectedUnit = draft.unit.map { .exactly($0) } ?? .any
    draft.lever.reference =
      fields.schedule(
        "reference", variable: draft.id + ".reference", unit, above: .none,
        fixedOnly: .leverReference
      )?.schedule
    draft.lever.owner = fields.recordedWording("owner")
    if let cost = fields.figure("cost", .exactly(.money)) {
      let isPoint = draft.unit == .rate || draft.unit == .percentagePoints
      draft.lever.cost = isPoint ? cost.value * 100 : cost.value
    }
    guard let range = range(unit) else { return }
    draft.lever.range = range.low.value...range.high.value
    check(draft, range.low, range.high)
  }

  private func range(_ unit: ExpectedUnit) -> (low: LocatedFigure, high: LocatedFigure)? {
    guard let entry = fields.entry("range") else { return nil }
    let context = fields.context
    let path = fields.path(to: "range")
    guard
      let figures = FigureReader(context: context).readList(entry, path: path, { _ in unit })
    else { return nil }
    if entry.value.source == nil { context.noteUnsourced(path, at: entry.value.place) }
    guard figures.count == 2, figures[0].value <= figures[1].value else {
      context.findings.report(
        SeriesFact.badRange(figures.map(\.figure.text)), at: entry.value.place)
      return nil
    }
    return (figures[0], figures[1])
  }

  /// Reports values outside the range.
  private func check(_ draft: SeriesDraft, _ low: LocatedFigure, _ high: LocatedFigure) {
    guard case .level(let schedule) = draft.course else { return }
    let inputs: [Input] =
      switch schedule {
      case .all(let input): [input]
      case .byPeriod(let inputs): inputs.sorted { "\($0.key)" < "\($1.key)" }.map(\.value)
      }
    for case .constant(let value) in inputs where !(low.value...high.value).contains(value) {
      let context = fields.context
      let text = FigureText.write(
        value, unit: draft.unit ?? .number, currency: context.currency)
      context.findings.report(
        SeriesFact.outsideRange(
          draft.id, value: text, low: low.figure.text, high: high.figure.text),
        at: fields.entry("value")?.value.place ?? fields.place)
      return
    }
  }
}
