import GrowthModel
import Languages

/// A histogram as lines of text: one bar an interval, the target between the bars where it lies.
struct HistogramChart {
  private static let longestBar = 44
  private static var pointer: String { "  ◄ " + localized("target") }

  let histogram: Histogram
  let target: TargetReport?
  let measure: Measure

  private var scale: DisplayScale {
    measure.scale(for: histogram.edges.map(abs).max() ?? 0)
  }

  func lines(style: TextStyle) -> [String] {
    let labels = self.labels
    let labelWidth = labels.map(\.columns).max() ?? 0
    let numbersWidth = 17
    let isMixed = histogram.bins.contains { $0.verdict == .mixed }
    let room = style.width - labelWidth - numbersWidth - 4 - (isMixed ? Self.pointer.columns : 0)
    let barWidth = max(min(room, Self.longestBar), 1)
    let highest = histogram.bins.map(\.fraction).max() ?? 0
    let percent = NumberFormat(decimals: 1, powerOfTen: 2)
    var lines = [style.bold(head(labelWidth: labelWidth, barWidth: barWidth))]
    for (i, bin) in histogram.bins.enumerated() {
      if i > 0, !isMixed, let marker = marker(at: histogram.edges[i - 1]) {
        lines.append(
          "".padded(to: labelWidth) + "  "
            + style.bold("\(marker) ".fillingLine(to: barWidth + numbersWidth + 2)))
      }
      let length =
        highest > 0 ? Int((bin.fraction / highest * Double(barWidth)).rounded()) : 0
      let mixed = bin.verdict == .mixed ? marker(inside: bin) : nil
      lines.append(
        labels[i].padded(to: labelWidth, .right) + "  "
          + bar(length, bin.verdict, style) + "".padded(to: barWidth - length)
          + (percent.string(bin.fraction) + "%").padded(to: 8, .right)
          + (percent.string(cumulative(i)) + "%").padded(to: 9, .right)
          + (mixed ?? ""))
    }
    if let beyond { lines.append("".padded(to: labelWidth) + "  " + style.bold(beyond)) }
    return lines
  }

  private func head(labelWidth: Int, barWidth: Int) -> String {
    let unit = scale.label.isEmpty ? "" : ", " + scale.label
    let legend = target == nil ? "" : "  " + localized("(█ meets the target, ░ misses it)")
    let width = labelWidth + 2 + barWidth
    var title = histogram.title.printable
    title = title.truncated(to: max(width - unit.columns - legend.columns, 12)) + unit + legend
    let heads = [localized("draws"), localized(countsUp ? "or less" : "or more")]
    return title.padded(to: width) + heads[0].padded(to: 8, .right) + heads[1].padded(to: 9, .right)
  }

  /// Whether low values are the ones wanted.
  private var countsUp: Bool { target?.comparison == .atMost }

  /// The fraction of draws in an interval and beyond it, on the side that is wanted.
  private func cumulative(_ i: Int) -> Double {
    let bins = histogram.bins
    guard countsUp else { return bins[i].fractionAtOrAbove }
    return i + 1 < bins.count ? 1 - bins[i + 1].fractionAtOrAbove : 1
  }

  private func bar(_ length: Int, _ verdict: Histogram.Bin.Verdict, _ style: TextStyle) -> String {
    switch verdict {
    case .met: style.green(String(repeating: "█", count: length))
    case .noTarget: String(repeating: "█", count: length)
    case .missed: style.dim(String(repeating: "░", count: length))
    case .mixed: style.dim(String(repeating: "▒", count: length))
    }
  }

  /// `8.0 to 8.5`, numbers aligned.
  private var labels: [String] {
    let edges = histogram.edges
    let decimals = edges.map { decimalsNeeded($0) }.max() ?? 0
    let numbers = edges.map { scale.number($0, decimals: decimals) }
    let width = numbers.map(\.columns).max() ?? 0
    let aligned = numbers.map { $0.padded(to: width, .right) }
    return histogram.bins.indices.map { i in
      if i == 0 { return localized("below \(numbers[0])") }
      if i == edges.count { return localized("\(aligned[i - 1]) or more") }
      return localized("\(aligned[i - 1]) to \(aligned[i])")
    }
  }

  private func decimalsNeeded(_ value: Double) -> Int {
    let text = scale.exact(value)
    return min(text.split(separator: Language.current.decimalSeparator).dropFirst().first?.count ?? 0, 4)
  }

  /// The ends of what meets the target, in base units.
  private var ends: [Double] {
    guard let target else { return [] }
    switch target.comparison {
    case .atLeast, .atMost: return [target.threshold]
    case .within(let tolerance):
      return [target.threshold - tolerance, target.threshold + tolerance]
    }
  }

  private func marker(at edge: Double) -> String? {
    guard let target, ends.contains(where: { abs($0 - edge) <= histogram.step * 1e-6 }) else {
      return nil
    }
    return "── " + localized("target: \(target.statement(scale))")
  }

  private func marker(inside bin: Histogram.Bin) -> String? {
    let inside = ends.contains { $0 > bin.low ?? -.infinity && $0 < bin.high ?? .infinity }
    return inside ? Self.pointer : nil
  }

  /// Where the target is, when no edge and no bar is near it.
  private var beyond: String? {
    guard let target, let first = histogram.edges.first, let last = histogram.edges.last else {
      return nil
    }
    let statement = target.statement(scale)
    if ends.allSatisfy({ $0 > last + histogram.step / 2 }) {
      return localized("target: \(statement), above these bars")
    }
    if ends.allSatisfy({ $0 < first - histogram.step / 2 }) {
      return localized("target: \(statement), below these bars")
    }
    return nil
  }
}

extension TargetReport {
  /// `at least 8%`, `at most 4%`, `23% ± 0.5 pp`.
  func statement(_ scale: DisplayScale) -> String {
    let threshold = scale.labelled(scale.exact(threshold))
    switch comparison {
    case .atLeast: return localized("at least \(threshold)")
    case .atMost: return localized("at most \(threshold)")
    case .within(let tolerance):
      let difference = scale.labelledDifference(scale.exact(tolerance))
      let isOneUnit = scale.label == scale.differenceLabel
      return (isOneUnit ? scale.exact(self.threshold) : threshold) + " ± " + difference
    }
  }

  /// `≥ 8`, `≤ 4`, `23 ± 0.5`, in the unit of the scale.
  func shortStatement(_ scale: DisplayScale) -> String {
    let threshold = scale.exact(threshold)
    switch comparison {
    case .atLeast: return "≥ " + threshold
    case .atMost: return "≤ " + threshold
    case .within(let tolerance): return threshold + " ± " + scale.exact(tolerance)
    }
  }
}

extension String {
  /// Continued with a rule to a width.
  fileprivate func fillingLine(to width: Int) -> String {
    let text = truncated(to: width)
    return text + String(repeating: "─", count: max(width - text.columns, 0))
  }
}
