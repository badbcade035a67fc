import Stochastics

extension Row {
  /// Random numbers before they have a distribution.
  static var generators: [Row] {
    [
      Row("philox words", .generator, unit: "32-bit word", perStep: 4 * blockLength, counted: 32) {
        { steps in
          var sum = SIMD4<UInt32>.zero
          for counter in 0..<UInt32(steps * blockLength) {
            sum &+= Philox4x32.block(counter: SIMD4(counter, 0, 1, 2), key: SIMD2(3, 4))
          }
          keep(sum)
        }
      },
      column("uniforms", .generator) {
        RandomStream(seed: 2025, name: "uniforms").fillTails($0, firstDraw: $1)
      },
    ]
  }

  /// A row that fills a column with draws.
  ///
  /// - Parameter fill: is given the column and the number of the first draw.
  static func column(
    _ name: String, _ layer: Layer,
    _ fill: @escaping @Sendable (UnsafeMutableBufferPointer<Double>, Int) -> Void
  ) -> Row {
    Row(name, layer, unit: "number", perStep: blockLength, counted: 100) {
      { steps in
        withColumns(1) { column in
          for step in 0..<steps { fill(block(column), step * blockLength) }
        }
      }
    }
  }
}
