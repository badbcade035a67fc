/// The sentences that a report begins with, for whatever it is written as.
extension PlanReport {
  /// The answer first, where there is a target; then what it rests on, what to expect, and what the
  /// other analyses say in short.
  public var summary: [String] {
    ([answer ?? "", evidence, expectation] + conditions + [updateAnswer, comparisonAnswer])
      .filter { !$0.isEmpty }
  }
}
