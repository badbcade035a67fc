import ArgumentParser
import MonteCarlo

/// A number of draws as people write it: `20000`, `20_000`, `10k`, `2.5M` or `1G`.
struct DrawCount: ExpressibleByArgument {
  let draws: Int

  init?(argument: String) {
    var digits = argument.filter { $0 != "_" }
    var scale = 1.0
    let scales: [Character: Double] = ["k": 1e3, "K": 1e3, "M": 1e6, "G": 1e9]
    if let last = digits.last, let known = scales[last] {
      scale = known
      digits.removeLast()
    }
    guard digits.first?.isNumber == true, let number = Double(digits) else { return nil }
    let draws = (number * scale).rounded()
    // Written in decimals, as 2.01k is, a whole number may come out a rounding away from one.
    guard draws >= 1, draws <= Double(Simulation.maximumDraws),
      abs(number * scale - draws) <= 2 * draws.ulp
    else { return nil }
    self.draws = Int(draws)
  }

  var defaultValueDescription: String { "\(draws)" }
}
