import CXLSXWriter

/// How a cell looks.
public struct CellStyle: Sendable, Hashable {
  /// Where the content of a cell stands between its left and its right.
  public enum Alignment: Sendable, Hashable {
    /// Text at the left, numbers at the right.
    case natural
    /// Where it says.
    case left, center, right
  }

  /// In the notation of file formats, which is that of English: `0.0%`, `#,##0`. Programs show the separators
  /// of their own language. Nil for numbers as they are.
  public var numberFormat: String?
  /// Whether text is bold.
  public var isBold = false
  /// Whether text is in italics.
  public var isItalic = false
  /// In points; nil for that of the program.
  public var fontSize: Double?
  /// Red, green and blue in eight bits each; nil for black.
  public var fontColor: UInt32?
  /// Behind the content; nil for none.
  public var fillColor: UInt32?
  /// Where text stands in the cell.
  public var alignment = Alignment.natural
  /// Steps to the right, such as for the parts of a group.
  public var indent = 0
  /// Whether text is broken into lines at the cell's width.
  public var wraps = false
  /// Whether the content stands at the top of a row that is higher.
  public var isAtTop = false
  /// Whether there is a line above.
  public var hasTopLine = false
  /// Whether there is a line below.
  public var hasBottomLine = false

  /// - Parameters:
  ///   - numberFormat: in the notation of file formats; nil for numbers as they are.
  ///   - isBold: whether letters are bold.
  ///   - alignment: where the content stands.
  ///   - wraps: whether text is broken into lines.
  public init(
    numberFormat: String? = nil, isBold: Bool = false, alignment: Alignment = .natural,
    wraps: Bool = false
  ) {
    self.numberFormat = numberFormat
    self.isBold = isBold
    self.alignment = alignment
    self.wraps = wraps
  }

  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    if let numberFormat { format_set_num_format(format, numberFormat) }
    if isBold { format_set_bold(format) }
    if isItalic { format_set_italic(format) }
    if let fontSize { format_set_font_size(format, fontSize) }
    if let fontColor { format_set_font_color(format, fontColor) }
    if let fillColor {
      format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
      format_set_fg_color(format, fillColor)
    }
    switch alignment {
    case .natural: break
    case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }
    if indent > 0 { format_set_indent(format, UInt8(clamping: indent)) }
    if wraps { format_set_text_wrap(format) }
    if wraps || isAtTop { format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)) }
    if hasTopLine { format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if hasBottomLine { format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue)) }
  }
}
