/// How text is set for the reader's screen.
public struct TextStyle: Sendable, Equatable {
  /// The widths a screen of text is made for.
  public static let widths = 80...120

  /// Whether to colour the text with ANSI escape sequences.
  public let color: Bool
  /// The most columns of a line, within `widths`.
  public let width: Int

  /// Plain text of 100 columns, unless something else is said.
  public init(color: Bool = false, width: Int = 100) {
    self.color = color
    self.width = min(max(width, Self.widths.lowerBound), Self.widths.upperBound)
  }

  func bold(_ text: String) -> String { escaped(text, "1") }
  func green(_ text: String) -> String { escaped(text, "32") }
  func dim(_ text: String) -> String { escaped(text, "2") }
  func red(_ text: String) -> String { escaped(text, "31") }
  func yellow(_ text: String) -> String { escaped(text, "33") }

  /// On a grey ground, from nearly black for 0 to white for 1, in whichever of black and white is legible on it.
  func shaded(_ text: String, _ level: Double) -> String {
    let (darkest, steps, middle) = (234, 21, 11)
    let step = Int((min(max(level, 0), 1) * Double(steps)).rounded())
    return escaped(text, "38;5;\(step < middle ? 231 : 16);48;5;\(darkest + step)")
  }

  private func escaped(_ text: String, _ code: String) -> String {
    color && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
