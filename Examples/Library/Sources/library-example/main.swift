import GrowthModel
import MonteCarlo
import Stochastics

let economy = try Economy(
  baseYear: 2024, year: 2025, currency: "VND",
  activities: [
    Activity(id: "agriculture", baseVolume: 23, growth: .uncertain("harvest")),
    Activity(id: "industry", baseVolume: 35, growth: .uncertain("orders")),
    Activity(id: "services", baseVolume: 42, growth: .uncertain("visitors")),
  ])
let uncertainty = try JointDistribution(
  [
    "harvest": NormalDistribution(mean: 0.04, standardDeviation: 0.015),
    "orders": NormalDistribution(mean: 0.09, standardDeviation: 0.04),
    "visitors": NormalDistribution(mean: 0.08, standardDeviation: 0.02),
  ],
  correlations: [("orders", "visitors", 0.5), ("harvest", "orders", -0.2)])
let scenario = Scenario(
  name: "A province", economy: economy, uncertainty: uncertainty,
  targets: [Target(quantity: "growth", comparison: .atLeast, threshold: 0.08)])

let found = try await Simulation(scenario).run(draws: 200_000, seed: 2025).targets[0].estimate
let interval = found.interval()
let text = "\(found.probability), \(interval.lowerBound) to \(interval.upperBound)"
print("growth of 8% or more: " + text)
