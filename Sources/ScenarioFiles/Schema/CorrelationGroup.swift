import Stochastics

/// What a file says of the variables of one group.
struct CorrelationGroup {
  var table: CorrelationTable
  /// What the correlations are of.
  var kind = CorrelationKind.score
  /// Where the file asks for the nearest possible correlations; nil where it does not.
  var repair: Place?
  /// The key that gives the correlations.
  let place: Place
  /// The Student t copula whose dependence of extremes the group has; nil for a Gaussian one.
  var studentT: StudentTCopula?
  /// What the random numbers of the group itself are keyed by.
  var name = "correlation"
  /// Whether there is nothing but a matrix, without keys beside it.
  var isBare = false
}
