import Reporting
import Testing

@Suite struct ProgressLineTests {
  @Test(arguments: [
    (
      3_700_000, 10_000_000, 3.0,
      " 37%  3,700,000 of 10,000,000 draws  1,230,000 draws/s  6 s left"
    ),
    (0, 1000, 0, "  0%  0 of 1,000 draws"), (999_999, 1_000_000, 1, ""),
    (1000, 1000, 0.5, "100%  1,000 of 1,000 draws  2,000 draws/s"),
    (10, 1_000_000, 10, "  0%  10 of 1,000,000 draws  1 draws/s  277 h 46 min left"),
    (100, 10_000, 1, "  1%  100 of 10,000 draws  100 draws/s  1 min 39 s left"),
    (500, 0, 1, "500 draws  500 draws/s"), (1, 1000, .nan, "  0%  1 of 1,000 draws"),
    (1, .max, 1, "  0%  1 of 9,223,372,036,854,775,807 draws  1 draws/s  a long time left"),
  ])
  func tellsHowFarARunIs(done: Int, total: Int, elapsed: Double, expected: String) {
    let text = ProgressLine(done: done, total: total, elapsed: elapsed).text
    if expected.isEmpty { #expect(text.hasPrefix(" 99%")) } else { #expect(text == expected) }
  }

  /// What tells least goes first; nothing is wider than the screen.
  @Test(arguments: [
    (80, " 37%  3,700,000 of 10,000,000 draws  1,230,000 draws/s  6 s left"),
    (60, "37%  3,700,000 of 10,000,000 draws  6 s left"), (43, "37%  6 s left"), (8, "37%  6…"),
    (0, ""),
  ])
  func fitsTheScreen(width: Int, expected: String) {
    let line = ProgressLine(done: 3_700_000, total: 10_000_000, elapsed: 3)
    #expect(line.text(width: width) == expected)
    let searching = ProgressLine(done: 123_456_789, total: 0, elapsed: 1)
    #expect(searching.text(width: width).count <= width)
  }
}
