/// Random numbers in opposite pairs: each number u of the random stream of the same name comes once
/// as u and once as 1 - u.
///
/// Draws come in runs of 16. In run g the first eight are the numbers 8g ... 8g + 7 of the stream,
/// and the next eight the same numbers from the other tail: draw 16g + r and draw 16g + r + 8, for
/// r < 8, make a pair. The mean of a function of the two has a smaller variance than that of two
/// independent draws if the function is monotone, and none at all if it is odd about the middle; for
/// one that is even about the middle it has twice the variance.
///
/// J. M. Hammersley and K. W. Morton, "A new Monte Carlo technique: antithetic variates", Proc.
/// Cambridge Phil. Soc. 52 (1956) 449-475, doi:10.1017/S0305004100031455.
public struct AntitheticStream: DrawSequence {
  /// The distance between the two draws of a pair.
  public static let pairDistance = 8

  private let stream: RandomStream

  /// The stream of this name under this seed.
  public init(seed: UInt64, name: String) {
    stream = RandomStream(seed: seed, name: name)
  }

  public func probability(draw n: Int) -> TailProbability {
    let p = stream.probability(draw: n / 16 * 8 + n % 8)
    guard n % 16 >= Self.pairDistance else { return p }
    return TailProbability(
      probability: p.probability, tail: p.tail == .lower ? .upper : .lower)
  }

  public func fillTails(_ tails: UnsafeMutableBufferPointer<Double>, firstDraw first: Int) {
    fill(tails, firstDraw: first) { numbers, firstNumber in
      stream.fillTails(numbers, firstDraw: firstNumber)
    }
  }

  public func fillNormals(_ scores: UnsafeMutableBufferPointer<Double>, firstDraw first: Int) {
    fill(scores, firstDraw: first) { numbers, firstNumber in
      stream.fillNormals(numbers, firstDraw: firstNumber)
    }
  }

  /// Fills a column of draws from the numbers of the stream that they take.
  ///
  /// - Parameter fillNumbers: fills a column with the numbers from a given one.
  private func fill(
    _ column: UnsafeMutableBufferPointer<Double>, firstDraw first: Int,
    _ fillNumbers: (UnsafeMutableBufferPointer<Double>, Int) -> Void
  ) {
    precondition(first % 8 == 0, "a column begins at a multiple of eight draws")
    guard column.count > 0 else { return }
    let firstRun = first / 16
    let runs = (first + column.count - 1) / 16 - firstRun + 1
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 8 * runs) { numbers in
      fillNumbers(numbers, 8 * firstRun)
      Self.spread(UnsafeBufferPointer(numbers), over: column, firstDraw: first)
    }
  }

  /// Writes each eight numbers, and after them the same with the other sign.
  private static func spread(
    _ numbers: UnsafeBufferPointer<Double>, over column: UnsafeMutableBufferPointer<Double>,
    firstDraw first: Int
  ) {
    var row = 0
    var group = first / 8 % 2
    while row < column.count {
      let source = group / 2 * 8
      let count = min(8, column.count - row)
      if group % 2 == 0 {
        for i in 0..<count { column[row + i] = numbers[source + i] }
      } else {
        for i in 0..<count { column[row + i] = -numbers[source + i] }
      }
      row += count
      group += 1
    }
  }
}
