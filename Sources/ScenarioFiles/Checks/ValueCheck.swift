import GrowthModel

/// The base values of the leaves at current prices.
enum BaseValues {
  /// The file gives none.
  case none
  case given([Double])
  /// They follow from the planned structure.
  case implied([Double])
  /// The file gives some, but a mistake hides them.
  case broken

  var amounts: [Double]? {
    switch self {
    case .given(let amounts), .implied(let amounts): amounts
    case .none, .broken: nil
    }
  }
}

extension BaseCheck {
  /// The values at current prices.
  func values(totals: BaseTotals, weighting: Economy.Weighting) -> BaseValues {
    guard leaves.contains(where: { $0.value != nil }) else {
      return valuesWithoutFigures(totals, weighting: weighting)
    }
    checkDeflators()
    if weighting == .baseVolumes,
      let planned = leaves.lazy.compactMap({ $0.plannedShare }).first
    {
      context.findings.report(AccountsFact.unusedPlannedShares, at: planned.place)
    }
    guard let figures = figures(\.value), let key = leaves.first?.value?.key else { return .broken }
    guard key == "base-value-share" else {
      checkTotal(totals.value, key: "base.value", parts: figures, partKey: key)
      return .given(figures.map(\.value))
    }
    let shares = shares(figures, key: key)
    if !totals.hasValue {
      context.findings.report(AccountsFact.valueWithoutTotal, at: figures[0].place)
    }
    guard let shares, let total = totals.value else { return .broken }
    return .given(shares.map { $0 * total.value })
  }

  private func checkDeflators() {
    for leaf in leaves where !leaf.hasDeflator {
      context.findings.report(AccountsFact.missingDeflator(leaf.id), at: leaf.place)
    }
  }

  /// The implied values, where the file gives what they take; else none.
  private func valuesWithoutFigures(
    _ totals: BaseTotals, weighting: Economy.Weighting
  ) -> BaseValues {
    let hasPlan = leaves.contains { $0.plannedShare != nil }
    let hasDeflators = leaves.contains { $0.hasDeflator }
    guard totals.hasValue, hasPlan, hasDeflators else {
      reportUnused(totals, hasDeflators: hasDeflators)
      return .none
    }
    checkDeflators()
    let complete =
      weighting == .plannedStructure
      || checkPlannedShares(because: .impliedValues)
    guard complete, leaves.allSatisfy(\.hasDeflator), let figures = figures(\.plannedShare),
      let planned = weighting == .plannedStructure
        ? figures.map(\.value) : shares(figures, key: "planned-share"),
      let total = totals.value
    else { return .broken }
    let growth = leaves.compactMap { $0.growth?.compounded(over: context.timeline) }
    let deflator = leaves.compactMap { $0.deflator?.compounded(over: context.timeline) }
    guard growth.count == leaves.count, deflator.count == leaves.count else { return .broken }
    guard
      let shares = impliedBaseShares(plannedShares: planned, growth: growth, deflator: deflator)
    else {
      if !context.findings.hasErrors {
        context.findings.report(AccountsFact.impliedImpossible, at: figures[0].place)
      }
      return .broken
    }
    context.findings.report(AccountsFact.impliedBase, at: total.place)
    for (leaf, share) in zip(leaves, shares) {
      context.record(
        leaf.path + ".base-value-share",
        FigureText.write(share, unit: .rate, currency: context.currency), origin: .implied,
        near: leaf.place)
    }
    return .implied(shares.map { $0 * total.value })
  }

  private func reportUnused(_ totals: BaseTotals, hasDeflators: Bool) {
    if let value = totals.value {
      context.findings.report(
        AccountsFact.unusedTotal(
          "base.value", because: .noParts),
        at: value.place)
    }
    if hasDeflators, let leaf = leaves.first(where: { $0.hasDeflator }) {
      context.findings.report(
        AccountsFact.unusedDeflators, at: leaf.deflator?.place ?? leaf.place)
    }
  }
}
