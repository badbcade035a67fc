import Stochastics

/// What several answers have in common.
extension OutputShape {
  /// By the names under which shapes refer to them.
  static let definitions: [String: OutputShape] = [
    "scenario": .object(
      "The scenario file.",
      [
        .init("name", .text("What it is called.")),
        .init("file", .text("Its path, as given.")),
        .init("digest", .text("A fingerprint of all that was read for it.")),
      ]),
    "warning": .object(
      "What to know before trusting the numbers.",
      [
        .init("path", .text("The file that it is about.")),
        .init("line", .optional(.whole("Counted from one.", least: 1))),
        .init("column", .optional(.whole("Counted from one.", least: 1))),
        .init("message", .text("In a sentence.")),
      ]),
    "probability": .object(
      "A probability with its sampling error.",
      [
        .init("probability", .fraction("Of the draws.")),
        .init("interval", .interval("With 95% confidence.", of: .fraction("An end."))),
        .init("standardError", .number("Of the probability.")),
      ]),
    "quantiles": .map(
      "Values by the probability of a smaller one, such as 0.05.",
      of: .optional(.number("A value."))),
    "conditioning": .object(
      "How draws were made to agree with published figures.",
      [
        .init("quantities", .list("Whose figures all draws have.", of: .text("A path."))),
        .init("implied", .list("Those that follow from the others.", of: .text("A path."))),
        .init("drawsMade", .whole("Before they were weighted.")),
        .init("effectiveDraws", .number("Independent draws that they are worth.")),
        .init("unsolved", .whole("Draws that could not be made to agree.")),
        .init("squaredDistance", .number("Of the figures from what was believed, squared.")),
        .init("tailProbability", .fraction("Of figures further from what was believed.")),
      ]),
  ]

  static let scenario = OutputShape.reference("scenario")
  static let probability = OutputShape.reference("probability")
  static let quantiles = OutputShape.reference("quantiles")
  static let conditioning = OutputShape.reference("conditioning")
  static let warnings = OutputShape.list(
    "What to know before trusting the numbers.", of: .reference("warning"))
  static let overrides = OutputShape.list("Replaced values.", of: .text("PATH=VALUE."))
  static let asOf = OutputShape.optional(.day("The day of the knowledge in the scenario."))
  static let seed = OutputShape.whole("Of the random numbers.")
  static let draws = OutputShape.whole("Simulated.", least: 1)
  static let currency = OutputShape.text("That money is in, such as VND.")
  static let version = OutputShape.text("Of the program.")
  static let year = OutputShape.whole("Asked about.")
  static let baseYear = OutputShape.whole("The last one that is known.")
  static let unit = OutputShape.text("Of its numbers: fraction, VND, visits and others.")
  static let sampling = OutputShape.word(
    "How draws were laid.", Sampling.allCases.map(\.rawValue))

  /// An object of one format: what it says of itself, and its own.
  static func answer(_ meaning: String, _ format: OutputSchema, _ properties: [Property])
    -> OutputShape
  {
    .object(
      meaning,
      [.init("format", .constant(format.format))] + properties
        + (format == .verify
          ? [] : [.init("reproduction", OutputSchema.reproduction, isRequired: false)]))
  }

  /// What every answer about one scenario says of itself.
  static let head: [Property] = [
    .init("scenario", scenario), .init("asOf", asOf), .init("year", year),
    .init("currency", currency), .init("seed", seed), .init("draws", draws),
    .init("version", version), .init("overrides", overrides), .init("warnings", warnings),
  ]

  /// What a target wants.
  static let target: [Property] = [
    .init("id", .text("Stable.")), .init("name", .text("What people call it.")),
    .init("quantity", .text("The path of the quantity that it is about.")),
    .init("comparison", .word("What is wanted.", ["at-least", "at-most", "near"])),
    .init("threshold", .optional(.number("That is wanted, in the unit."))),
    .init("tolerance", .optional(.number("Around it; null but for near."))),
    .init("unit", unit),
  ]

  /// A probability with its error, beside other keys.
  static let probabilityKeys: [Property] = {
    guard case .object(_, let keys)? = definitions["probability"] else { return [] }
    return keys
  }()

  /// Mean, spread and quantiles.
  static let distributionKeys: [Property] = [
    .init("mean", .optional(.number("Of the draws."))),
    .init("standardDeviation", .optional(.number("Of the draws."))),
    .init("quantiles", quantiles),
  ]

  static let standardErrorOfMean = Property("standardError", .optional(.number("Of the mean.")))
  static let distinct = Property(
    "isDistinctFromZero", .flag("Whether the interval leaves zero out."))
}
