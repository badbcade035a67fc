/// A running sum with what its additions rounded off: A. Neumaier, ZAMM 54 (1974) 39-51,
/// doi:10.1002/zamm.19740540106.
struct CompensatedSum: Sendable, Equatable {
  private var sum = 0.0
  private var lost = 0.0

  mutating func add(_ term: Double) {
    let next = sum + term
    lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
    sum = next
  }

  var value: Double { sum + lost }
}
