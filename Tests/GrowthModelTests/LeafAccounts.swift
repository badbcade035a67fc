import GrowthModel
import LinearAlgebra

/// The accounts of leaves with values at current prices, and their derivatives, worked out by hand:
/// V = Vb (1 + g) (1 + p). Figures are all growth rates, then all deflators, then the population.
struct LeafAccounts: Sendable {
  enum Quantity: Sendable {
    case growth
    case groupGrowth([Int])
    case contribution(Int)
    case share([Int])
    case value([Int])
    case perPerson
  }

  let volumes: [Double]
  let values: [Double]

  var leaves: Int { volumes.count }

  func linearization(of quantities: [Quantity], at figures: [Double]) -> Linearization {
    let n = leaves
    var results: [Double] = []
    var derivatives = Matrix(rows: quantities.count, columns: 2 * n + 1)
    let levels = (0..<n).map { values[$0] * (1 + figures[$0]) * (1 + figures[n + $0]) }
    let total = levels.reduce(0, +)
    let volume = volumes.reduce(0, +)
    let population = figures[2 * n]
    func slope(_ row: Int, _ leaf: Int, byValue factor: Double) {
      derivatives[row, leaf] += factor * levels[leaf] / (1 + figures[leaf])
      derivatives[row, n + leaf] += factor * levels[leaf] / (1 + figures[n + leaf])
    }
    for (row, quantity) in quantities.enumerated() {
      switch quantity {
      case .growth:
        results.append(zip(volumes, figures).reduce(0) { $0 + $1.0 * $1.1 } / volume)
        for i in 0..<n { derivatives[row, i] = volumes[i] / volume }
      case .groupGrowth(let group):
        let weight = group.reduce(0) { $0 + volumes[$1] }
        results.append(group.reduce(0) { $0 + volumes[$1] * figures[$1] } / weight)
        for i in group { derivatives[row, i] = volumes[i] / weight }
      case .contribution(let leaf):
        results.append(volumes[leaf] * figures[leaf] / volume)
        derivatives[row, leaf] = volumes[leaf] / volume
      case .value(let group):
        results.append(group.reduce(0) { $0 + levels[$1] })
        for i in group { slope(row, i, byValue: 1) }
      case .share(let group):
        let share = group.reduce(0) { $0 + levels[$1] } / total
        results.append(share)
        for i in 0..<n { slope(row, i, byValue: ((group.contains(i) ? 1 : 0) - share) / total) }
      case .perPerson:
        results.append(total / population)
        for i in 0..<n { slope(row, i, byValue: 1 / population) }
        derivatives[row, 2 * n] = -total / (population * population)
      }
    }
    return Linearization(values: results, derivatives: derivatives)
  }
}
