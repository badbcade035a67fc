/// How much room a picture in a page has.
public enum ChartLayout: String, Sendable, CaseIterable {
  /// A screen or a sheet of paper.
  case wide
  /// A telephone.
  case narrow

  /// Units that are pixels where the room is as wide.
  var width: Double { self == .wide ? 720 : 340 }
}

/// A picture of a plan's report as SVG for a page.
public struct PlanChart: Sendable, Equatable {
  /// What programs call it: the id of the table behind it, with a suffix where there are several.
  public let id: String
  /// The id of the table behind it.
  public let table: String
  /// What people call it.
  public let title: String
  /// What it shows, in a sentence or two.
  public let description: String
  /// An `svg` element, whose colours are in `ChartTheme.css`.
  public let svg: String
}
