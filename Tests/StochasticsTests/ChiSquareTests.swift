import Stochastics
import TestSupport
import Testing

@Suite struct ChiSquareTests {
  /// mpmath 1.3, `gammainc(k/2, x/2, regularized=True)` in 40 digits.
  @Test(arguments: [
    (1, 0.001, 0.9747728793699604), (1, 0.5, 0.4795001221869535), (1, 1.0, 0.3173105078629141),
    (1, 61.0, 5.707480873424355e-15), (1, 900.0, 9.813427854296374e-198),
    (2, 0.001, 0.9995001249791693), (2, 2.0, 0.36787944117144233),
    (2, 900.0, 3.693883068487256e-196), (3, 0.5, 0.9188914116546758),
    (3, 3.0, 0.39162517627108895), (3, 63.0, 1.3429833191224004e-13),
    (4, 0.001, 0.9999998750416589), (4, 8.0, 0.09157819444367091),
    (5, 5.0, 0.41588018699550794), (5, 900.0, 2.661414733018511e-192),
    (7, 0.5, 0.9994464813904249), (7, 67.0, 5.953830785005817e-12),
    (10, 20.0, 0.029252688076961072), (10, 900.0, 6.367822044752746e-187), (30, 0.5, 1.0),
    (30, 30.0, 0.46565370894400965), (30, 90.0, 6.567326820001493e-08),
    (101, 101.0, 0.48128504536921946), (101, 202.0, 1.0061787286698358e-08),
    (101, 900.0, 2.0867727541317343e-128), (400, 280.0, 0.9999989158709683),
    (400, 400.0, 0.4905965819927637), (400, 900.0, 1.6334389670300398e-40),
  ])
  func values(k: Int, x: Double, probability: Double) {
    // x/2 enters an exponent, whose rounding is relative to it.
    let tolerance = 1e-14 * max(1, max(x, Double(k)) / 100)
    #expect(relativeError(ChiSquare.upperTail(x, degreesOfFreedom: k), probability) <= tolerance)
  }

  /// The 5% points that every textbook prints.
  @Test(arguments: [
    (1, 3.841), (2, 5.991), (3, 7.815), (4, 9.488), (5, 11.070), (10, 18.307), (30, 43.773),
  ])
  func textbook(k: Int, x: Double) {
    #expect((ChiSquare.upperTail(x, degreesOfFreedom: k) - 0.05).magnitude <= 3e-5)
  }

  /// DLMF 8.8.6: two degrees of freedom more add one positive term. Rounding hides it near one.
  @Test(arguments: [0.01, 0.7, 3, 20, 150.0]) func growsWithTheDegrees(x: Double) {
    let tails = (1...200).map { ChiSquare.upperTail(x, degreesOfFreedom: $0) }
    #expect(zip(tails, tails.dropFirst()).allSatisfy { $0 <= $1 + 1e-15 })
    #expect(tails.allSatisfy { 0...1 ~= $0 })
  }

  @Test(arguments: [1, 2, 3, 50]) func ends(k: Int) {
    #expect(ChiSquare.upperTail(0, degreesOfFreedom: k) == 1)
    #expect(ChiSquare.upperTail(-1, degreesOfFreedom: k) == 1)
    #expect(ChiSquare.upperTail(.infinity, degreesOfFreedom: k) == 0)
    #expect(ChiSquare.upperTail(1e5, degreesOfFreedom: k) == 0)
    #expect(ChiSquare.upperTail(.nan, degreesOfFreedom: k).isNaN)
    #expect(ChiSquare.upperTail(.leastNonzeroMagnitude, degreesOfFreedom: k) <= 1)
  }
}
