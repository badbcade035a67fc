import GrowthModel
import Languages
import MonteCarlo

extension CalibrationReport {
  /// The estimates as a part of a scenario file, behind the table of fit as remarks.
  ///
  /// With `extends` it is a whole file, a variant of that scenario.
  public func scenario() -> String {
    var lines = text(style: TextStyle()).split(separator: "\n", omittingEmptySubsequences: false)
      .dropLast().map { $0.isEmpty ? "#" : "# " + $0 }
    lines.append("")
    if let extends {
      lines += [
        "format: growth.scenario/1", "name: \(quoted(localized("calibrated on \(span)")))",
        "extends: \(quoted(extends))", "",
      ]
    }
    lines.append("activities:")
    for series in calibration.series { lines += activity(series) }
    lines += ["", "shocks:", "  source: \(quoted(source))", "  innovations:"]
    for series in calibration.series {
      lines.append("    \(quoted(series.name)): \(distribution(series))")
    }
    lines += persistence
    if calibration.series.count > 1 {
      lines.append("  correlation:")
      for row in calibration.correlation {
        lines.append("    - [" + row.map { plain($0, 4) }.joined(separator: ", ") + "]")
      }
    }
    lines += start
    if hasUncertainMeans, calibration.series.count > 1 { lines += correlationOfMeans }
    if !hasSeasonalShares { lines += seasonalRemarks }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let digits = 2

  private func activity(_ series: Calibration.Series) -> [String] {
    var lines = ["  \(quoted(series.name)):"]
    if hasSeasonalShares, let pattern = series.seasonalPattern {
      let shares = pattern.shares.map { percent($0, Self.digits) }.joined(separator: ", ")
      let spread = pattern.standardDeviations.max() ?? .nan
      let origin = localized(
        "parts of a year by growth calibrate from \(file), mean of \(pattern.span)")
      let most = words(spread, Self.digits)
      let text =
        spread.isFinite ? localized("\(origin), standard deviation up to \(most)") : origin
      lines += ["    quarters: [\(shares)]", "    source: \(quoted(text))"]
    }
    lines.append("    growth:")
    if hasUncertainMeans {
      lines += [
        "      distribution: normal", "      mean: \(percent(series.mean, Self.digits))",
        "      sd: \(percent(series.standardErrorOfMean, Self.digits))",
        "      source: \(quoted(sourceOfMean))",
      ]
    } else {
      lines += [
        "      value: \(percent(series.mean, Self.digits))",
        "      source: \(quoted(source(of: series)))",
      ]
    }
    return lines
  }

  /// Who says so of a mean that is drawn by its standard error.
  private var sourceOfMean: String {
    guard let start = calibration.breaks.last?.label else {
      return localized("\(source); mean and its standard error")
    }
    return localized("\(source); mean since \(start) and its standard error")
  }

  /// Who says so of a mean that is taken as known.
  private func source(of series: Calibration.Series) -> String {
    let error = words(series.standardErrorOfMean, Self.digits)
    guard let start = calibration.breaks.last?.label else {
      return localized("\(source); mean, standard error \(error)")
    }
    return localized("\(source); mean since \(start), standard error \(error)")
  }

  /// The deviations that the first periods of a scenario still feel.
  private var start: [String] {
    guard calibration.lags > 0 else { return [] }
    var lines: [String] = []
    func row(_ deviations: [Double], _ indent: String) {
      for (series, start) in zip(calibration.series, deviations) {
        lines.append("\(indent)\(quoted(series.name)): \(percent(start, Self.digits))")
      }
    }
    let deviations = calibration.estimate.lastDeviations
    if calibration.lags == 1 {
      lines = [
        "  # "
          + localized(
            """
            What the last period, \(calibration.last.label), left above or below the mean.
            """), "  start:",
      ]
      row(calibration.start, "    ")
    } else {
      lines = [
        "  # "
          + localized(
            """
            What the last periods left above or below the mean: \(calibration.last.label), then \
            those before it.
            """), "  start:",
      ]
      for past in deviations {
        lines.append("    -")
        row(past, "      ")
      }
    }
    return lines
  }

  /// How the errors of the means come together.
  private var correlationOfMeans: [String] {
    let names = calibration.series.map { quoted($0.name + ".growth") }
    let matrix = calibration.correlationOfMeans
    return [
      "", "correlation:", "  groups:", "    means:",
      "      source: \(quoted(localized("\(source); errors of the means")))",
      "      variables: [\(names.joined(separator: ", "))]", "      matrix:",
    ]
      + matrix.map { row in
        "        - [" + row.map { plain($0, 4) }.joined(separator: ", ") + "]"
      }
  }

  private var seasonalRemarks: [String] {
    let patterns = calibration.series.compactMap { series in
      series.seasonalPattern.map { (series.name, $0) }
    }
    guard let first = patterns.first else { return [] }
    return [
      "",
      "# "
        + localized(
          """
          Parts of a year by quarter, means of \(first.1.span); --seasonal-shares puts them in:
          """),
    ]
      + patterns.map { name, pattern in
        "#   \(name.printable): ["
          + pattern.shares.map { percent($0, Self.digits) }.joined(separator: ", ") + "]"
      }
  }

  private func distribution(_ series: Calibration.Series) -> String {
    if let tails = series.tailsToUse {
      return "{distribution: student-t, location: 0%, scale: \(percent(tails.scale, 2)), "
        + "degrees-of-freedom: \(plain(tails.degreesOfFreedom, 1))}"
    }
    return "{distribution: normal, mean: 0%, sd: \(percent(series.innovation, 2))}"
  }

  private var persistence: [String] {
    let matrices = calibration.lagCoefficients
    guard let first = matrices.first else { return [] }
    guard matrices.count > 1 else { return ["  persistence:"] + rows(first, indent: "    ") }
    // A list of lags, each written as one is.
    return ["  persistence:"] + matrices.flatMap { ["    -"] + rows($0, indent: "      ") }
  }

  /// A, by activity or as a matrix.
  private func rows(_ matrix: [[Double]], indent: String) -> [String] {
    zip(calibration.series, matrix).enumerated().map { i, pair in
      if calibration.persistence == .diagonal {
        return "\(indent)\(quoted(pair.0.name)): \(plain(pair.1[i], 2))"
      }
      return "\(indent)- [" + pair.1.map { plain($0, 4) }.joined(separator: ", ") + "]"
    }
  }

  /// A percentage as scenario files have it.
  private func percent(_ value: Double, _ decimals: Int) -> String {
    NumberFormat(decimals: decimals, powerOfTen: 2, language: .english).string(value) + "%"
  }

  /// A number as scenario files have it.
  private func plain(_ value: Double, _ decimals: Int) -> String {
    NumberFormat(decimals: decimals, powerOfTen: 0, language: .english).string(value)
  }

  /// A percentage as people read it.
  private func words(_ value: Double, _ decimals: Int) -> String {
    NumberFormat(decimals: decimals, powerOfTen: 2).string(value) + "%"
  }

  /// A text as YAML takes it: in quotation marks where it might be read as something else.
  private func quoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_./".unicodeScalars.contains($0)
      } && text.first?.isLetter == true
    if isPlain { return text }
    let escaped = text.printable.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}
