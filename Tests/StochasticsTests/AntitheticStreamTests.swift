import Testing

@testable import Stochastics

@Suite struct AntitheticStreamTests {
  /// A change here is a value-breaking change and needs its own entry in the changelog.
  @Test func valueStability() {
    let stream = AntitheticStream(seed: 2025, name: "agriculture.growth")
    // The first of the random stream of the same name, and their mirror images.
    #expect(
      (0..<2).map { stream.normal(draw: $0) } == [1.32528907922844, -0.9514557690950046])
    #expect(
      (8..<10).map { stream.normal(draw: $0) } == [-1.32528907922844, 0.9514557690950046])
  }

  /// The two probabilities of a pair sum to one, exactly: the same tail at the other end.
  @Test func pairsAreOpposite() {
    let stream = AntitheticStream(seed: 3, name: "pairs")
    let numbers = RandomStream(seed: 3, name: "pairs")
    for run in [0, 1, 2, 77, 1 << 30] {
      for r in 0..<8 {
        let first = stream.probability(draw: 16 * run + r)
        let second = stream.probability(draw: 16 * run + r + AntitheticStream.pairDistance)
        #expect(first == numbers.probability(draw: 8 * run + r))
        #expect(first.probability == second.probability)
        #expect(first.tail != second.tail)
        #expect(first.lower + second.lower == 1)
        #expect(
          stream.normal(draw: 16 * run + r) == -stream.normal(draw: 16 * run + r + 8))
      }
    }
  }

  /// A whole number of runs has mean zero, exactly, for what is odd.
  @Test func oddFunctionsVanish() {
    let stream = AntitheticStream(seed: 4, name: "odd")
    let scores = DrawSequenceTests.column(1024) { stream.fillNormals($0, firstDraw: 16 * 9) }
    for run in stride(from: 0, to: 1024, by: 16) {
      #expect((0..<8).allSatisfy { scores[run + $0] == -scores[run + $0 + 8] })
    }
  }
}
