/// Which of the figures so far are straight lines of each other.
struct StraightLines {
  /// What rounding may do to a shift in standard deviations.
  private static let rounding = 1e-9

  private var known: [(column: Int, shift: Double?, name: String)] = []

  /// The first figure that this one is a straight line of; nil where it is the first of its kind.
  ///
  /// Figures that see the same column are straight lines of each other. Those of other columns are told by
  /// their shifts in standard deviations, which straight lines have in common but for the sign, and draws of
  /// different figures do not agree on to nine digits.
  ///
  /// - Parameters:
  ///   - figure: the next one.
  ///   - shift: of its mean where the target is met; nil where there is nothing to compare, or where it has so few
  ///     values that counts may agree by chance.
  mutating func first(_ figure: ExplanationPlan.Figure, shift: Double?) -> String? {
    let same = known.first { other in
      if other.column == figure.column { return true }
      guard let shift, let before = other.shift else { return false }
      return abs(abs(shift) - abs(before)) <= Self.rounding * abs(shift)
    }
    if same == nil { known.append((figure.column, shift, figure.name)) }
    return same?.name
  }
}
