import CXLSXWriter

/// A chart of the spreadsheet itself: its series are cells, and it changes with them.
public struct Chart {
  /// What series are drawn as.
  public enum Kind: Sendable {
    /// Side by side or on top of each other, upright or lying, or as lines.
    case columns, stackedColumns, bars, stackedBars, lines

    var code: UInt8 {
      let code =
        switch self {
        case .columns: LXW_CHART_COLUMN
        case .stackedColumns: LXW_CHART_COLUMN_STACKED
        case .bars: LXW_CHART_BAR
        case .stackedBars: LXW_CHART_BAR_STACKED
        case .lines: LXW_CHART_LINE
        }
      return UInt8(code.rawValue)
    }

    /// Whether numbers run from left to right.
    var isLying: Bool {
      switch self {
      case .bars, .stackedBars: true
      case .columns, .stackedColumns, .lines: false
      }
    }
  }

  /// How a series looks.
  public enum Look: Sendable {
    /// Areas of a colour, red, green and blue in eight bits each.
    case fill(UInt32)
    /// Areas with stripes, legible without colours.
    case stripes(UInt32)
    /// There, and not to be seen: what stands on it floats.
    case nothing
    /// A line of a colour, with a width in points and a pattern of dashes.
    case line(UInt32, width: Float, Dash = .solid)
    /// Points without a line.
    case points(UInt32)
  }

  /// The pattern of a line.
  public enum Dash: Sendable {
    /// Without gaps, with long ones, with short ones.
    case solid, dashed, dotted

    var code: UInt8 {
      let code =
        switch self {
        case .solid: LXW_CHART_LINE_DASH_SOLID
        case .dashed: LXW_CHART_LINE_DASH_DASH
        case .dotted: LXW_CHART_LINE_DASH_ROUND_DOT
        }
      return UInt8(code.rawValue)
    }
  }

  /// One of the two axes.
  public enum Axis: Sendable {
    /// That of the names.
    case categories
    /// That of the numbers.
    case values
  }

  /// In pixels, before it is scaled.
  static let naturalSize = (width: 480.0, height: 288.0)

  let workbook: Workbook
  let pointer: UnsafeMutablePointer<lxw_chart>
  let kind: Kind

  /// Adds a series.
  ///
  /// - Parameters:
  ///   - name: the cell with its name; one cell.
  ///   - categories: the cells with the names of its numbers.
  ///   - values: the cells with its numbers, as many.
  ///   - look: how it is drawn.
  public func addSeries(name: CellRange, categories: CellRange, values: CellRange, _ look: Look)
    throws(SpreadsheetError)
  {
    _ = workbook.pointer
    guard let series = chart_add_series(pointer, nil, nil) else { throw .outOfMemory }
    chart_series_set_name_range(
      series, name.sheet, UInt32(clamping: name.rows.lowerBound),
      UInt16(clamping: name.columns.lowerBound))
    chart_series_set_categories(
      series, categories.sheet, UInt32(clamping: categories.rows.lowerBound),
      UInt16(clamping: categories.columns.lowerBound),
      UInt32(clamping: categories.rows.upperBound), UInt16(clamping: categories.columns.upperBound))
    chart_series_set_values(
      series, values.sheet, UInt32(clamping: values.rows.lowerBound),
      UInt16(clamping: values.columns.lowerBound), UInt32(clamping: values.rows.upperBound),
      UInt16(clamping: values.columns.upperBound))
    draw(series, look)
  }

  private func draw(_ series: UnsafeMutablePointer<lxw_chart_series>, _ look: Look) {
    var line = lxw_chart_line()
    var fill = lxw_chart_fill()
    switch look {
    case .fill(let color):
      fill.color = color
      chart_series_set_fill(series, &fill)
    case .stripes(let color):
      var pattern = lxw_chart_pattern()
      pattern.fg_color = color
      pattern.bg_color = 0xFFFFFF
      pattern.type = UInt8(LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL.rawValue)
      chart_series_set_pattern(series, &pattern)
      line.color = color
      line.width = 0.75
      chart_series_set_line(series, &line)
    case .nothing:
      fill.none = 1
      chart_series_set_fill(series, &fill)
      line.none = 1
      chart_series_set_line(series, &line)
    case .line(let color, let width, let dash):
      line.color = color
      line.width = width
      line.dash_type = dash.code
      chart_series_set_line(series, &line)
      chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_NONE.rawValue))
    case .points(let color):
      line.none = 1
      chart_series_set_line(series, &line)
      chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_DIAMOND.rawValue))
      chart_series_set_marker_size(series, 8)
      fill.color = color
      chart_series_set_marker_fill(series, &fill)
    }
  }

  /// Says what the chart shows.
  ///
  /// - Parameter title: above it.
  public func setTitle(_ title: String) {
    chart_title_set_name(pointer, CellText.title(title))
    var font = Self.font(size: 12, isBold: true)
    chart_title_set_name_font(pointer, &font)
  }

  /// Sets an axis up.
  ///
  /// - Parameters:
  ///   - axis: which of the two.
  ///   - title: beside it; nil for none.
  ///   - numberFormat: of its numbers; nil for that of the cells.
  ///   - labelsAreLow: whether labels stand at the low end of the other axis, where negative numbers do not
  ///     cross them.
  ///   - isReversed: whether the first is at the top, or at the right.
  ///   - range: that it shows; nil for what its numbers need.
  public func setAxis(
    _ axis: Axis, title: String? = nil, numberFormat: String? = nil, labelsAreLow: Bool = false,
    isReversed: Bool = false, range: ClosedRange<Double>? = nil
  ) {
    // X is what lies flat: of bars, the axis of the numbers.
    let liesFlat = (axis == .categories) != kind.isLying
    let type = liesFlat ? LXW_CHART_AXIS_TYPE_X : LXW_CHART_AXIS_TYPE_Y
    guard let found = chart_axis_get(pointer, type) else { return }
    var font = Self.font(size: 9, isBold: false)
    chart_axis_set_num_font(found, &font)
    if let title {
      chart_axis_set_name(found, CellText.title(title))
      chart_axis_set_name_font(found, &font)
    }
    if let numberFormat { chart_axis_set_num_format(found, numberFormat) }
    if labelsAreLow {
      chart_axis_set_label_position(found, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
    }
    if isReversed { chart_axis_set_reverse(found) }
    if let range {
      chart_axis_set_min(found, range.lowerBound)
      chart_axis_set_max(found, range.upperBound)
    }
    if axis == .values {
      // Bars have theirs along the categories unless they are told.
      chart_axis_major_gridlines_set_visible(found, 1)
      var line = lxw_chart_line()
      line.color = 0xD9D9D9
      line.width = 0.75
      chart_axis_major_gridlines_set_line(found, &line)
    }
  }

  /// Sets the space between columns or bars.
  ///
  /// - Parameters:
  ///   - gap: in percent of a column's width.
  ///   - overlap: of the columns of one name, in percent of a column's width.
  public func setSpacing(gap: Int, overlap: Int? = nil) {
    chart_set_series_gap(pointer, UInt16(clamping: gap))
    if let overlap { chart_set_series_overlap(pointer, Int8(clamping: overlap)) }
  }

  /// Puts the legend below; nil where one series needs none.
  ///
  /// - Parameter hidden: the places of series that it leaves out.
  public func setLegend(hiding hidden: [Int] = []) throws(SpreadsheetError) {
    chart_legend_set_position(pointer, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    var font = Self.font(size: 9, isBold: false)
    chart_legend_set_font(pointer, &font)
    guard !hidden.isEmpty else { return }
    // The library reads up to a negative number.
    var places = hidden.map { Int16(clamping: $0) } + [-1]
    let error = chart_legend_delete_series(pointer, &places)
    guard error == LXW_NO_ERROR else { throw .refused(reason: SpreadsheetError.reason(error)) }
  }

  /// Takes the legend away.
  public func hideLegend() {
    chart_legend_set_position(pointer, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
  }

  /// Joins the lowest and the highest series by a line for each name.
  public func addRangeLines() {
    var line = lxw_chart_line()
    line.color = 0x7F7F7F
    line.width = 1.25
    chart_set_high_low_lines(pointer, &line)
  }

  private static func font(size: Double, isBold: Bool) -> lxw_chart_font {
    var font = lxw_chart_font()
    font.size = size
    font.bold = isBold ? 1 : 0
    return font
  }
}
