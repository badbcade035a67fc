import Testing

@testable import GrowthModel

@Suite struct NearestNameTests {
  @Test(
    arguments: [
      ("growht", "growth"), ("Growth", "growth"), ("grow", nil), ("agricultur.growth", nil),
      ("deflators", "deflator"), ("x", nil), ("vlaue", "value"), ("", nil),
    ] as [(String, String?)])
  func findsWhatWasMeant(_ name: String, _ nearest: String?) {
    let names = ["growth", "deflator", "value", "planned-share"]
    #expect(NearestName.of(name, among: names) == nearest)
  }

  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("ca", "abc", 3),
    ("kitten", "sitting", 3), ("visits", "vists", 1),
  ]) func measuresEdits(_ a: String, _ b: String, _ distance: Int) {
    #expect(NearestName.editDistance(a, b) == distance)
    #expect(NearestName.editDistance(b, a) == distance)
  }

  @Test func endsLongLists() {
    let names = (1...15).map { "n\($0)" }
    #expect(NearestName.list(names).hasSuffix("n12 and 3 more"))
  }
}
