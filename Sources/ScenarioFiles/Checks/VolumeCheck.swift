import GrowthModel

/// What growth is weighted with: the base volumes of the leaves, in order.
struct BaseVolumes {
  let amounts: [Double]
  /// Whether they are levels in billions of the currency.
  let areLevels: Bool
}

extension BaseCheck {
  /// The weights of growth; nil where a mistake hides them.
  func volumes(
    totals: BaseTotals, weighting: Economy.Weighting, activities: [ActivityDraft]
  ) -> BaseVolumes? {
    let volumes =
      weighting == .plannedStructure ? plannedVolumes(totals) : ordinaryVolumes(totals)
    guard let volumes else { return nil }
    let amounts = Dictionary(
      zip(leaves.map(\.id), volumes.amounts), uniquingKeysWith: { first, _ in first })
    checkGroups(activities, amounts: amounts)
    if volumes.amounts.reduce(0, +) <= 0, let place = leaves.first?.place {
      context.findings.report(AccountsFact.zeroTotal(.wholeEconomy), at: place)
      return nil
    }
    return volumes
  }

  private func plannedVolumes(_ totals: BaseTotals) -> BaseVolumes? {
    for leaf in leaves {
      guard let volume = leaf.volume else { continue }
      context.findings.report(
        AccountsFact.volumeWithPlannedStructure(volume.key), at: volume.place)
    }
    if totals.hasVolume, let volume = totals.volume {
      context.findings.report(
        AccountsFact.unusedTotal(
          "base.volume", because: .plannedStructure),
        at: volume.place)
    }
    guard checkPlannedShares(because: .plannedStructure),
      let figures = figures(\.plannedShare), let shares = shares(figures, key: "planned-share")
    else { return nil }
    return BaseVolumes(amounts: shares, areLevels: false)
  }

  /// Whether every leaf has a planned share; reports those that have none.
  func checkPlannedShares(because reason: AccountsFact.Reason) -> Bool {
    let missing = leaves.filter { $0.plannedShare == nil }
    for leaf in missing {
      context.findings.report(
        AccountsFact.missingPlannedShare(leaf.id, because: reason), at: leaf.place)
    }
    return missing.isEmpty
  }

  private func ordinaryVolumes(_ totals: BaseTotals) -> BaseVolumes? {
    guard leaves.contains(where: { $0.volume != nil }) else {
      if let first = leaves.first {
        context.findings.report(AccountsFact.noBase, at: first.place)
      }
      return nil
    }
    guard let figures = figures(\.volume), let key = leaves.first?.volume?.key else { return nil }
    guard key == "base-volume-share" else {
      checkTotal(totals.volume, key: "base.volume", parts: figures, partKey: key)
      return BaseVolumes(amounts: figures.map(\.value), areLevels: true)
    }
    guard let shares = shares(figures, key: key) else { return nil }
    guard let total = totals.volume else {
      return totals.hasVolume ? nil : BaseVolumes(amounts: shares, areLevels: false)
    }
    guard total.value > 0 else { return nil }
    return BaseVolumes(amounts: shares.map { $0 * total.value }, areLevels: true)
  }
}
