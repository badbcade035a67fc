import GrowthModel

/// What one figure of a file says of a result of the scenario.
struct PublishedVintage {
  let figure: PublishedFigure
  /// Without the period.
  let path: String
  let value: Double
  let text: String
  /// The figures that it follows from, for people; nil where it is the figure itself.
  var derivation: String?
}

extension [PublishedVintage] {
  /// By the day of publication.
  var inOrder: [PublishedVintage] {
    enumerated().sorted {
      ($0.element.figure.published ?? "", $0.offset) < (
        $1.element.figure.published ?? "", $1.offset
      )
    }.map(\.element)
  }
}
