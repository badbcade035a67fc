import TestSupport
import Testing

@testable import Stochastics

/// The tolerances are those that the documentation states; "units in the last place" between the
/// result and the rounded exact value are whole numbers.
@Suite struct ElementaryTests {
  /// Square roots by products alone, against the processor's, at 10^6 numbers from 2^-80 to 1.
  @Test func squareRoots() {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<1_000_000 {
      let x = Double(
        sign: .plus, exponent: -Int(80 * generator.nextUniform()) - 1,
        significand: 1 + generator.nextUniform())
      let root = x.squareRoot()
      #expect((Elementary.squareRoot(unit: x) - root).magnitude <= root.ulp)
    }
    #expect(Elementary.squareRoot(unit: 0) == 0)
    #expect(Elementary.squareRoot(unit: 1) == 1)
    #expect((0...1e-149).contains(Elementary.squareRoot(unit: 0x1p-1074)))
  }

  @Test(arguments: FunctionValues.exponential)
  func exponential(x: Double, y: Double) {
    #expect(ulpDistance(Elementary.exp(x), y) <= 1)
  }

  @Test(arguments: FunctionValues.exponentialLessOne)
  func exponentialLessOne(x: Double, y: Double) {
    #expect(ulpDistance(Elementary.expm1(x), y) <= 2)
  }

  @Test(arguments: FunctionValues.logarithm)
  func logarithm(x: Double, y: Double) {
    #expect(ulpDistance(Elementary.log(x), y) <= 1)
  }

  @Test(arguments: FunctionValues.logarithmOfOnePlus)
  func logarithmOfOnePlus(x: Double, y: Double) {
    #expect(ulpDistance(Elementary.log1p(x), y) <= 1)
  }

  @Test(arguments: FunctionValues.stirlingError)
  func stirlingError(x: Double, y: Double) {
    #expect((Elementary.stirlingError(x) - y).magnitude <= 5e-16)
  }

  @Test(arguments: FunctionValues.circular)
  func sineAndCosine(x: Double, sine: Double, cosine: Double) {
    #expect(ulpDistance(Elementary.sine(x), sine) <= 2)
    #expect(ulpDistance(Elementary.cosine(x), cosine) <= 2)
    #expect(Elementary.sine(-x) == -Elementary.sine(x))
    #expect(Elementary.cosine(-x) == Elementary.cosine(x))
  }

  /// Past 10^6 the sum of squares is still one, and the column is the same as single numbers.
  @Test func circularFunctionsOfColumns() {
    var generator = SplitMix64(seed: 8)
    let angles = (0..<10_000).map { i in
      (2 * generator.nextUniform() - 1) * (i % 2 == 0 ? 10 : 1e12)
    }
    var (sines, cosines) = (angles, angles)
    sines.withUnsafeMutableBufferPointer { PortableMath.sin($0) }
    cosines.withUnsafeMutableBufferPointer { PortableMath.cos($0) }
    for (i, angle) in angles.enumerated() {
      #expect(sines[i] == PortableMath.sin(angle) && cosines[i] == PortableMath.cos(angle))
      #expect(abs(sines[i] * sines[i] + cosines[i] * cosines[i] - 1) < 1e-15)
    }
    for x in [Double.infinity, -.infinity, .nan] {
      #expect(Elementary.sine(x).isNaN && Elementary.cosine(x).isNaN)
    }
  }

  @Test func endsOfTheDomain() {
    #expect(Elementary.exp(.infinity) == .infinity)
    #expect(Elementary.exp(709.79) == .infinity)
    #expect(Elementary.exp(-.infinity) == 0)
    #expect(Elementary.exp(-745.14) == 0)
    #expect(Elementary.exp(-0.0) == 1)
    #expect(Elementary.exp(.nan).isNaN)
    #expect(Elementary.expm1(.infinity) == .infinity)
    #expect(Elementary.expm1(-.infinity) == -1)
    #expect(Elementary.expm1(.nan).isNaN)
    #expect(Elementary.log(0) == -.infinity)
    #expect(Elementary.log(.infinity) == .infinity)
    #expect(Elementary.log(-1).isNaN)
    #expect(Elementary.log(.nan).isNaN)
    #expect(Elementary.log1p(-1) == -.infinity)
    #expect(Elementary.log1p(.infinity) == .infinity)
    #expect(Elementary.log1p(-1.5).isNaN)
    #expect(Elementary.log1p(.nan).isNaN)
  }

  /// The exact bits of some results: they must be the same on every processor.
  @Test func bitsAreTheSameEverywhere() {
    var generator = SplitMix64(seed: 1)
    var sum: UInt64 = 0
    for _ in 0..<10_000 {
      let u = generator.nextUniform()
      for result in [
        Elementary.exp(700 * u - 350), Elementary.expm1(4 * u - 2), Elementary.log(u),
        Elementary.log1p(3 * u - 0.9),
      ] {
        sum = (sum ^ result.bitPattern) &* 0x100_0000_01b3
      }
    }
    #expect(sum == 2_592_722_172_211_701_603)
  }
}
