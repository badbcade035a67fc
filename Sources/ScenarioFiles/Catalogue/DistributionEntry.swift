import Languages
import Stochastics

/// A distribution that a scenario may use, with an example of it.
///
/// One that can be written with different sets of parameters is an entry for each.
public struct DistributionEntry: Sendable {
  /// What stands behind one of its keys.
  public struct Parameter: Sendable {
    /// How a parameter is written.
    public enum Kind: String, Sendable {
      /// In the unit of the uncertain figure.
      case figure
      /// A distance in that unit; of rates, also in percentage points.
      case distance
      /// A plain number.
      case number
      /// A list in the unit of the uncertain figure.
      case figures
      /// A list of plain numbers or of rates.
      case weights
    }

    /// The key in the file.
    public let key: String
    /// How it is written.
    public let kind: Kind
    /// Whether the distribution is nothing without it.
    public let isNeeded: Bool
    /// What it is without the key; nil where it is needed, or where nothing takes its place.
    public let standard: Double?
    /// What it means, and what it may be.
    public let meaning: Phrase
  }

  /// What `distribution:` says.
  public let name: String
  /// What it is for, in a sentence.
  public let summary: Phrase
  /// Its parameters, in the order of the table.
  public let parameters: [Parameter]
  /// Whether `at-least` and `at-most` may cut it off.
  public let hasBounds: Bool
  /// A mapping as it stands behind the key of a figure, such as `{distribution: normal, mean: 7%, sd: 1%}`.
  public let example: String
  /// The distribution of the example; nil where its values come from a file of data.
  public let marginal: (any Marginal)?
  /// Whether it has a density; otherwise single values have probabilities.
  public let isContinuous: Bool
}
