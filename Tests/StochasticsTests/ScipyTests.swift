import Stochastics
import TestSupport
import Testing

/// A second opinion: scipy's values, made by `scipy_values.py` beside this file, to 1e-10.
@Suite struct ScipyTests {
  @Test(arguments: try ScipyCase.all())
  func probabilities(_ row: ScipyCase) {
    let scale = row.marginal.quantile(0.75) - row.marginal.quantile(0.25)
    for point in row.points {
      #expect(relativeError(row.marginal.cumulative(point.x), point.cumulative) <= 1e-10)
      #expect(relativeError(row.marginal.complementary(point.x), point.complementary) <= 1e-10)
      #expect(relativeError(row.marginal.density(point.x), point.density) <= 1e-10)
      guard row.isContinuous else { continue }
      let x = row.marginal.quantile(point.p)
      #expect((x - point.x).magnitude <= 1e-10 * max(scale, point.x.magnitude))
    }
  }

  @Test(arguments: try ScipyCase.all())
  func moments(_ row: ScipyCase) {
    #expect(relativeError(row.marginal.mean, row.mean) <= 1e-10)
    #expect(relativeError(row.marginal.variance, row.variance) <= 1e-10)
  }
}
