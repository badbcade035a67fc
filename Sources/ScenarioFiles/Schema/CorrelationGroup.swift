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
  /// Whether there is nothing but a matrix, without keys beside it.
  var isBare = false
}
