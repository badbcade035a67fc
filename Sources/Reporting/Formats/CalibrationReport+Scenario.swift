import GrowthModel
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
        "format: growth.scenario/1", "name: \(quoted("calibrated on " + span))",
        "extends: \(quoted(extends))", "",
      ]
    }
    lines.append("activities:")
    let digits = 2
    for series in calibration.series {
      let error = percent(series.standardErrorOfMean, digits)
      lines += [
        "  \(quoted(series.name)):",
        "    growth:",
        "      value: \(percent(series.mean, digits))",
        "      source: \(quoted(source + "; mean, standard error \(error)"))",
      ]
    }
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
    if calibration.persistence != .none {
      lines.append("  # What the last period, \(calibration.last), left above or below the mean.")
      lines.append("  start:")
      for (series, start) in zip(calibration.series, calibration.start) {
        lines.append("    \(quoted(series.name)): \(percent(start, digits))")
      }
    }
    if calibration.series.contains(where: { $0.seasonalShares != nil }) {
      lines += ["", "# Parts of a year by quarter, the mean of the last whole years:"]
      for series in calibration.series {
        guard let shares = series.seasonalShares else { continue }
        let text = shares.map { percent($0, digits) }.joined(separator: ", ")
        lines.append("#   \(series.name): [\(text)]")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func distribution(_ series: Calibration.Series) -> String {
    if let tails = series.tailsToUse {
      return "{distribution: student-t, location: 0%, scale: \(percent(tails.scale, 2)), "
        + "degrees-of-freedom: \(plain(tails.degreesOfFreedom, 1))}"
    }
    return "{distribution: normal, mean: 0%, sd: \(percent(series.innovation, 2))}"
  }

  private var persistence: [String] {
    let matrix = calibration.estimate.process.coefficients
    switch calibration.persistence {
    case .none: return []
    case .diagonal:
      return ["  persistence:"]
        + calibration.series.enumerated().map { i, series in
          "    \(quoted(series.name)): \(plain(matrix[i, i], 2))"
        }
    case .full:
      return ["  persistence:"]
        + calibration.series.indices.map { i in
          "    - ["
            + calibration.series.indices.map { plain(matrix[i, $0], 4) }.joined(separator: ", ")
            + "]"
        }
    }
  }

  private func percent(_ value: Double, _ decimals: Int) -> String {
    NumberFormat(decimals: decimals, powerOfTen: 2).string(value) + "%"
  }

  private func plain(_ value: Double, _ decimals: Int) -> String {
    NumberFormat(decimals: decimals, powerOfTen: 0).string(value)
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
