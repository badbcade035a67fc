import Languages

extension SweepReport {
  /// The most values of a path on a chart: more could not be told apart.
  public static let mostChartValues = 200

  /// Why these paths make no chart; nil where they do.
  ///
  /// - Parameters:
  ///   - design: how the values are put together.
  ///   - counts: how many values each path has.
  public static func chartObstacle(_ design: Design, counts: [Int]) -> String? {
    guard counts.count == 1 || (counts.count == 2 && design == .grid) else {
      return localized("a chart shows one path, or a grid of two")
    }
    guard let most = counts.max(), most <= mostChartValues else {
      return localized("a chart shows at most \(mostChartValues) values of a path")
    }
    return nil
  }

  /// A picture of the probability of the target: a line over one path, a heat map over two.
  ///
  /// - Precondition: `chartObstacle` finds nothing.
  public func svg() -> String {
    let name = localized("Probability of \(statement)")
    let values = points.map(\.probability)
    let (low, high) = (values.min() ?? 0, values.max() ?? 0)
    let format = NumberFormat(decimals: high - low < 0.002 ? 2 : 1, powerOfTen: 2)
    let source = localized(
      """
      \(scenario.printable) (for \(year)): \(points.count) variants, \
      \(NumberFormat.count(draws)) draws of each.
      """)
    let range = localized(
      "It lies between \(format.string(low))% and \(format.string(high))%.")
    let shown =
      axes.count == 2
      ? localized("\(name), in percent, by \(axes[0].title) and \(axes[1].title).")
      : localized("\(name), in percent, by \(axes[0].title).")
    let description = [source, shown, range].joined(separator: " ")
    let valueTitle = localized("probability, %")
    if axes.count == 2 {
      return HeatMapSVG(
        title: name, description: description, rowTitle: axes[0].title, columnTitle: axes[1].title,
        rowLabels: axes[0].values.indices.map(axes[0].label),
        columnLabels: axes[1].values.indices.map(axes[1].label), values: values,
        valueTitle: valueTitle, text: format.string
      ).svg
    }
    let axis = axes[0]
    let order =
      axis.numbers.map { numbers in points.indices.sorted { numbers[$0] < numbers[$1] } }
      ?? Array(points.indices)
    return LineChartSVG(
      title: name, description: description, xTitle: axis.title, valueTitle: valueTitle,
      points: order.map { variant in
        let point = points[variant]
        return LineChartSVG.Point(
          x: axis.numbers?[variant] ?? Double(variant), value: point.probability * 100,
          low: point.low * 100, high: point.high * 100)
      },
      labels: axis.numbers == nil ? order.map(axis.label) : nil,
      text: NumberFormat(decimals: 4, trimsZeros: true).string
    ).svg
  }
}
