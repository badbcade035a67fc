/// The looks of a report's cells: dark blue and its tints, legible without colour.
enum PlanStyles {
  static let ink: UInt32 = 0x143F5F
  static let tint: UInt32 = 0xD5E4EE
  static let muted: UInt32 = 0x55606E
  static let dark: UInt32 = 0x143F5F
  static let middle: UInt32 = 0x3A7CAB
  static let light: UInt32 = 0x93BCD7
  static let pale: UInt32 = 0xD5E4EE
  static let goal: UInt32 = 0x9C3D10

  static let title: CellStyle = {
    var style = CellStyle(isBold: true)
    style.fontSize = 14
    style.fontColor = ink
    return style
  }()

  static let verdict: CellStyle = {
    var style = CellStyle(isBold: true, alignment: .left, wraps: true)
    style.fontSize = 14
    return style
  }()

  static let sentence = CellStyle(alignment: .left, wraps: true)

  static let note: CellStyle = {
    var style = CellStyle(alignment: .left, wraps: true)
    style.isItalic = true
    style.fontColor = muted
    return style
  }()

  static let key: CellStyle = {
    var style = CellStyle(alignment: .left)
    style.isAtTop = true
    style.indent = 1
    style.fontColor = 0x808080
    style.fontSize = 9
    return style
  }()

  static func head(isNumber: Bool, indent: Int = 0) -> CellStyle {
    var style = CellStyle(isBold: true, alignment: isNumber ? .right : .left, wraps: true)
    style.fillColor = tint
    style.indent = indent
    style.hasBottomLine = true
    return style
  }

  static func text(depth: Int, isTotal: Bool) -> CellStyle {
    var style = CellStyle(isBold: isTotal, alignment: .left, wraps: true)
    style.indent = depth
    style.hasTopLine = isTotal
    return style
  }

  static func number(_ format: String, isTotal: Bool) -> CellStyle {
    var style = CellStyle(numberFormat: format, isBold: isTotal, alignment: .right)
    style.isAtTop = true
    style.hasTopLine = isTotal
    return style
  }
}
