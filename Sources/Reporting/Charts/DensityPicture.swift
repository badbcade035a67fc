/// Heights as columns of block characters, each an eighth of a line high or more.
struct DensityPicture {
  private static let blocks = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// The heights, none below zero.
  let heights: [Double]
  /// How many lines the greatest of them takes.
  let lines: Int

  /// The lines, from the top; as long as there are heights.
  ///
  /// What is above zero shows as a block of an eighth at least once it has an eightieth of the greatest height, so
  /// that tails are seen.
  var text: [String] {
    let most = heights.max() ?? 0
    let top = 8 * lines
    let eighths = heights.map { height in
      guard most > 0, height >= most / 80 else { return 0 }
      return max(1, Int((height / most * Double(top)).rounded()))
    }
    return (0..<lines).reversed().map { line in
      eighths.map { Self.blocks[min(max($0 - 8 * line, 0), 8)] }.joined()
    }
  }
}
