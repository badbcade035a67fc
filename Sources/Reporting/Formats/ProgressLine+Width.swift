extension ProgressLine {
  /// The line without what has no room: first the speed is left out, then the numbers, then what is at the end.
  ///
  /// A line that is wider than the screen goes on in the next, where the following one could not take its place.
  ///
  /// - Parameter width: the most columns.
  public func text(width: Int) -> String {
    // The parts stand two blanks apart; the first is set to the right.
    var parts = text.split(separator: "  ").map { $0.drop { $0 == " " } }.map(String.init)
    func line() -> String { parts.joined(separator: "  ") }
    guard text.columns > width else { return text }
    for part in [2, 1] where line().columns > width && parts.count > part + 1 {
      parts.remove(at: part)
    }
    return line().truncated(to: width)
  }
}
