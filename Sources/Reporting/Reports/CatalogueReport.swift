import Languages
import Stochastics

/// The distributions that a scenario may use: what `distributions` answers.
public struct CatalogueReport: Sendable {
  /// A distribution with the figures of an example, all of them fractions.
  public struct Entry: Sendable {
    /// What stands behind one of its keys.
    public struct Parameter: Sendable {
      /// The key in the file.
      public let key: String
      /// How it is written: `figure`, `distance`, `number`, `figures` or `weights`.
      public let kind: String
      /// Whether the distribution is nothing without it.
      public let isNeeded: Bool
      /// What it is without the key; nil where nothing takes its place.
      public let standard: Double?
      /// What it means, and what it may be.
      public let meaning: Phrase

      /// Puts together what the properties hold.
      public init(
        key: String, kind: String, isNeeded: Bool, standard: Double?, meaning: Phrase
      ) {
        self.key = key
        self.kind = kind
        self.isNeeded = isNeeded
        self.standard = standard
        self.meaning = meaning
      }
    }

    /// What `distribution:` says.
    public let name: String
    /// What it is for, in a sentence.
    public let summary: Phrase
    /// What stands behind its keys.
    public let parameters: [Parameter]
    /// Whether `at-least` and `at-most` may cut it off.
    public let hasBounds: Bool
    /// As a scenario writes it.
    public let example: String
    /// The distribution of the example; nil where its values come from a file of data.
    public let marginal: (any Marginal)?
    /// Whether it has a density; otherwise single values have probabilities.
    public let isContinuous: Bool

    /// Puts together what the properties hold.
    public init(
      name: String, summary: Phrase, parameters: [Parameter], hasBounds: Bool, example: String,
      marginal: (any Marginal)?, isContinuous: Bool
    ) {
      self.name = name
      self.summary = summary
      self.parameters = parameters
      self.hasBounds = hasBounds
      self.example = example
      self.marginal = marginal
      self.isContinuous = isContinuous
    }
  }

  /// The distributions, in the order of the readers' table.
  public let entries: [Entry]
  /// The version of the program.
  public let version: String
  /// Whether everything is said of each, rather than a few lines.
  public let isDetailed: Bool

  /// Puts together what the properties hold.
  public init(entries: [Entry], version: String, isDetailed: Bool) {
    self.entries = entries
    self.version = version
    self.isDetailed = isDetailed
  }

  /// The probabilities whose quantiles are shown.
  static let probabilities = [0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99]

  /// The values that all pictures show, so that shapes can be compared.
  static let axis = 0.0...0.14
}

extension CatalogueReport.Entry {
  /// The standard deviation; nil where it does not exist.
  var standardDeviation: Double? {
    marginal.flatMap { $0.variance.isFinite ? $0.variance.squareRoot() : nil }
  }

  /// How high the distribution stands over equal parts of a range: its density in the middle of each, or,
  /// where single values have probabilities, the probability of each part over its width.
  ///
  /// - Parameters:
  ///   - range: of values.
  ///   - parts: how many.
  func heights(over range: ClosedRange<Double>, parts: Int) -> [Double] {
    guard let marginal, parts > 0 else { return [] }
    let width = (range.upperBound - range.lowerBound) / Double(parts)
    return (0..<parts).map { part in
      let low = range.lowerBound + width * Double(part)
      guard isContinuous else {
        return (marginal.cumulative(low + width) - marginal.cumulative(low)) / width
      }
      let density = marginal.density(low + width / 2)
      // Where a density has no bound, that of the whole part.
      return density.isFinite
        ? density : (marginal.cumulative(low + width) - marginal.cumulative(low)) / width
    }
  }
}
