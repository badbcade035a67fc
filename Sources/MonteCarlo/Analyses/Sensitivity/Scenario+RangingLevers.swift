import GrowthModel
import Stochastics

extension Scenario {
  /// The scenario with its levers anywhere in their ranges, evenly and independent of each other and of all else: not
  /// what anybody expects, but the choices that there are.
  ///
  /// Levers that cannot be moved as one number stay where they are: those without a range, given by a date, or
  /// with numbers of their own in several periods.
  ///
  /// - Returns: the scenario, in which each moved lever is a variable of its own name, and the ids of the levers that
  ///   were moved and that stayed.
  /// - Throws: `SimulationError` when a lever has the name of a variable.
  public func withRangingLevers() throws(SimulationError) -> (
    scenario: Scenario, moved: [String], left: [String]
  ) {
    var scenario = self
    var variables = uncertainty.variables
    var moved: [String] = []
    var left: [String] = []
    for (place, lever) in economy.levers.enumerated() {
      guard let moving = MovableLever(lever), moving.motion == .setting,
        let even = try? UniformDistribution(
          lower: moving.range.lowerBound, upper: moving.range.upperBound)
      else {
        left.append(lever.id)
        continue
      }
      let setting = lever.setting
      scenario.economy.levers[place] = Lever(
        setting: Series(
          id: setting.id, name: setting.name, unit: setting.unit,
          course: .level(.uncertain(lever.id)), frequency: setting.frequency,
          seasonalShares: setting.seasonalShares, total: setting.total, before: setting.before),
        reference: lever.reference, range: lever.range, cost: lever.cost, owner: lever.owner)
      variables.append(JointDistribution.Variable(name: lever.id, marginal: even))
      moved.append(lever.id)
    }
    do {
      scenario.uncertainty = try JointDistribution(
        variables: variables, groups: uncertainty.groups)
    } catch {
      throw .dependence(error)
    }
    return (scenario, moved, left)
  }
}
