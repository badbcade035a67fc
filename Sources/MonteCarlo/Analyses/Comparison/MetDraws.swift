import GrowthModel
import Stochastics

/// Which draws of a block meet some targets: a bit a draw.
struct MetDraws {
  /// Words of a block for each target.
  private static let words = Workspace.blockLength / 64

  /// Of each target, one after the other; then of all together.
  private var bits: [UInt64]
  private let targets: Int

  init(targets: Int) {
    self.targets = targets
    bits = [UInt64](repeating: 0, count: (targets + 1) * Self.words)
  }

  /// Holds the goals of a plan against the block that was evaluated last.
  ///
  /// - Parameters:
  ///   - goals: one for each target.
  ///   - count: draws in the block.
  ///   - workspace: with the block.
  mutating func find(_ goals: [Plan.Goal], count: Int, in workspace: Workspace) {
    let used = (count + 63) / 64
    let all = targets * Self.words
    for word in 0..<used {
      let rest = count - 64 * word
      bits[all + word] = rest >= 64 ? .max : (1 << UInt64(rest)) - 1
    }
    for (k, goal) in goals.enumerated() {
      for word in 0..<used {
        let mask = bits[all + word]
        let met = Self.met(goal, first: 64 * word, in: workspace)
        let rest = count - 64 * word
        bits[k * Self.words + word] = met & (rest >= 64 ? .max : (1 << UInt64(rest)) - 1)
        bits[all + word] = mask & met
      }
    }
  }

  /// 64 draws, whatever stands in those past the end.
  private static func met(_ goal: Plan.Goal, first: Int, in workspace: Workspace) -> UInt64 {
    let target = goal.target
    guard let column = goal.view.column else {
      return target.shortfall(of: goal.view.offset) > 0 ? 0 : .max
    }
    let source = UnsafeRawPointer(workspace.column(column) + first)
    let offset = SIMD8(repeating: goal.view.offset)
    let factor = SIMD8(repeating: goal.view.factor)
    let threshold = SIMD8(repeating: target.threshold)
    let rounding = SIMD8(repeating: target.rounding)
    let magnitude = SIMD8<UInt64>(repeating: .max >> 1)
    var misses: UInt64 = 0
    for i in stride(from: 0, to: 64, by: 8) {
      let value =
        offset + factor * source.loadUnaligned(fromByteOffset: 8 * i, as: SIMD8<Double>.self)
      let distance =
        switch target.comparison {
        case .atLeast: threshold - value
        case .atMost: value - threshold
        case .within(let tolerance):
          SIMD8(bits: (value - threshold).bits & magnitude) - SIMD8(repeating: tolerance)
        }
      misses |= (rounding - distance).isMinus.topBits &<< UInt64(i)
    }
    return ~misses
  }

  /// A bit for each draw of the block that meets a target; those that meet all for the number of targets.
  func words(_ target: Int) -> ArraySlice<UInt64> {
    bits[target * Self.words..<(target + 1) * Self.words]
  }

  /// Draws that meet a target; those that meet all for the number of targets.
  func count(_ target: Int, draws: Int) -> Int {
    var sum = 0
    for word in 0..<(draws + 63) / 64 { sum += bits[target * Self.words + word].nonzeroBitCount }
    return sum
  }

  /// Draws in which one scenario's target and another's are both met.
  func countBoth(_ target: Int, _ other: MetDraws, _ otherTarget: Int, draws: Int) -> Int {
    var sum = 0
    for word in 0..<(draws + 63) / 64 {
      sum +=
        (bits[target * Self.words + word] & other.bits[otherTarget * Self.words + word])
        .nonzeroBitCount
    }
    return sum
  }
}
