import GrowthModel

/// Works out the units of formulas, each after those that it refers to.
struct FormulaUnits {
  let context: ReadingContext
  private(set) var names: ModelNames

  /// Gives each series of a formula its unit; reports what is wrong with the formulas.
  mutating func resolve(_ drafts: inout [SeriesDraft]) {
    for draft in drafts where draft.unit == nil {
      names.remove(draft.id)
      if draft.formula == nil { names.broken.insert(draft.id) }
    }
    var pending = drafts.indices.filter { drafts[$0].formula != nil && drafts[$0].unit == nil }
    while true {
      let open = Set(pending.map { drafts[$0].id })
      let ready = pending.filter { index in
        drafts[index].formula?.formula.references.allSatisfy { !open.contains($0.path) } ?? true
      }
      guard !ready.isEmpty else { break }
      for index in ready { settle(&drafts[index]) }
      pending.removeAll { ready.contains($0) }
    }
    for index in pending {
      if let formula = drafts[index].formula {
        context.findings.report(
          FormulaFact.unitOfItself(drafts[index].id), at: formula.node.place)
      }
      names.broken.insert(drafts[index].id)
    }
    for draft in drafts where draft.before != nil {
      if let formula = draft.formula { _ = check(formula, expecting: draft.unit) }
    }
  }

  private mutating func settle(_ draft: inout SeriesDraft) {
    guard let formula = draft.formula, let unit = check(formula, expecting: nil) else {
      names.broken.insert(draft.id)
      draft.course = nil
      return
    }
    draft.unit = unit
    names.add(draft.id, unit)
  }

  /// The unit of a formula; nil where it is wrong, which is reported unless another mistake is the
  /// reason.
  func check(_ text: FormulaText, expecting unit: Unit?) -> Unit? {
    guard text.formula.references.allSatisfy({ !names.broken.contains($0.path) }) else {
      return nil
    }
    let result = text.formula.check(in: names, expecting: unit)
    for error in result.errors {
      context.findings.report(FormulaFact.wrong(error), at: text.location(of: error.offset))
    }
    return result.errors.isEmpty ? result.unit : nil
  }
}
