import MonteCarlo

/// Answers about a history.
extension OutputSchema {
  private static let step = OutputShape.word("Of the history.", ["year", "quarter"])
  private static let persistence = ["none", "diagonal", "full"]
  private static let shrinkage = OutputShape.word(
    "Of the covariance.", ["none", "correlations", "ledoit-wolf"])
  private static let matrix = OutputShape.list(
    "Rows.", of: .list("A row.", of: .optional(.number("An element."))))

  static let calibrateShape = OutputShape.answer(
    "Rates are fractions.", .calibrate,
    [
      .init("file", .text("Its path, as given.")), .init("digest", .text("A fingerprint of it.")),
      .init("version", OutputShape.version), .init("step", step),
      .init("first", .period("That growth is known of.")),
      .init("last", .period("That growth is known of.")),
      .init("excluded", .list("Periods left out.", of: .period("A period."))),
      .init("observations", .whole("Of growth.")),
      .init("persistence", .word("That was taken.", persistence)),
      .init("lags", .whole("That were taken.")),
      .init("breaks", .list("First periods of other means.", of: .period("A period."))),
      .init(
        "criterion", .optional(.word("That chose.", InformationCriterion.allCases.map(\.rawValue)))),
      .init(
        "candidates",
        .list(
          "That were compared.",
          of: .object(
            "A model.",
            [
              .init("lags", .whole("How many.")),
              .init("regressors", .word("Whose past enters.", ["own", "all"])),
              .init("parameters", .whole("How many.")), .init("rows", .whole("Compared.")),
              .init("akaike", .optional(.number("Less is better."))),
              .init("hannanQuinn", .optional(.number("Less is better."))),
              .init("schwarz", .optional(.number("Less is better."))),
            ]))),
      .init("series", .list("In the order of the columns.", of: series)),
      .init("coefficients", matrix),
      .init("lagCoefficients", .list("Of each lag.", of: matrix)),
      .init("covariance", matrix), .init("correlation", matrix), .init("shrinkage", shrinkage),
      .init("shrinkageIntensity", .optional(.fraction("Of the target of shrinkage."))),
      .init("correlationOfMeans", matrix), .init("warnings", OutputShape.warnings),
    ])

  private static let series = OutputShape.object(
    "A column.",
    [
      .init("series", .text("Its name.")),
      .init("mean", .optional(.number("Of growth."))),
      .init("standardErrorOfMean", .optional(.number("Of the mean."))),
      .init("standardDeviation", .optional(.number("Of growth."))),
      .init("slope", .optional(.number("Of growth, by period."))),
      .init("standardErrorOfSlope", .optional(.number("Of the slope."))),
      .init("persistence", .optional(.number("What it keeps of its own deviations."))),
      .init("standardErrorOfPersistence", .optional(.number("Of that."))),
      .init("ownLags", .list("The same, lag by lag.", of: .optional(.number("A coefficient.")))),
      .init("standardErrorsOfOwnLags", .list("Of these.", of: .optional(.number("An error.")))),
      .init(
        "segments",
        .list(
          "Between breaks.",
          of: .object(
            "A segment.",
            [
              .init("first", .period("Of the segment.")), .init("last", .period("Of the segment.")),
              .init("observations", .whole("In it.")),
              .init("mean", .optional(.number("Of growth."))),
              .init("standardErrorOfMean", .optional(.number("Of the mean."))),
            ]))),
      .init(
        "likelyBreak",
        .optional(
          .object(
            "The likeliest shift of the mean that nobody named.",
            [
              .init("period", .period("Its first.")),
              .init("statistic", .optional(.number("Of the test."))),
              .init(
                "isClear", .flag("Whether one history in a hundred without a shift exceeds it.")),
            ]))),
      .init("innovation", .optional(.number("The standard deviation of what is new."))),
      .init("degreesOfFreedom", .optional(.number("Of Student's t, where tails are fat."))),
      .init("scale", .optional(.number("Of Student's t."))),
      .init("logLikelihoodGain", .optional(.number("Of Student's t above the normal one."))),
      .init("hasFatTails", .flag("Whether the fragment uses Student's t.")),
      .init("start", .optional(.number("The last deviation."))),
      .init(
        "outliers",
        .list(
          "Far figures.",
          of: .object(
            "A figure.",
            [
              .init("period", .period("Of the figure.")),
              .init("distance", .optional(.number("In standard deviations."))),
            ]))),
      .init(
        "seasonalShares",
        .optional(.list("Of the quarters in a year.", of: .optional(.number("A fraction."))))),
      .init(
        "seasonalDeviations",
        .optional(.list("Of these shares.", of: .optional(.number("A standard deviation."))))),
      .init("seasonalYears", .optional(.list("That they are from.", of: .whole("A year.")))),
    ])

  static let backtestShape = OutputShape.answer(
    "Forecasts from the past against what came; rates and scores are fractions.", .backtest,
    OutputShape.head + [
      .init(
        "history",
        .object(
          "The history.",
          [
            .init("file", .text("Its path, as given.")),
            .init("digest", .text("A fingerprint of it.")),
            .init("step", step), .init("firstGrowth", .period("That growth is known of.")),
            .init("excluded", .list("Left out of estimates.", of: .period("A period."))),
            .init("weights", .word("Of activities.", ["levels", "scenario"])),
          ])),
      .init(
        "model",
        .object(
          "What was estimated at each origin.",
          [
            .init("persistence", .list("That was taken.", of: .word("One.", persistence))),
            .init(
              "lags", .optional(.whole("Null for one, or for as many as the criterion chose."))),
            .init("shrinkage", shrinkage),
            .init("innovations", .text("How what is new was drawn.")),
            .init("blockLength", .optional(.whole("Of a bootstrap.", least: 1))),
            .init("uncertainMeans", .flag("Whether means were drawn too.")),
          ])),
      .init("origins", .list("Where forecasts begin.", of: .period("A period."))),
      .init("skipped", .list("Periods without a forecast.", of: .period("A period."))),
      .init("unstable", .list("Where an estimate does not die out.", of: .period("A period."))),
      .init("ahead", .whole("Periods.", least: 1)),
      .init("levels", .list("Probabilities of the quantiles.", of: .fraction("One."))),
      .init(
        "series",
        .list(
          "The whole first.",
          of: .object(
            "An activity, or growth of the whole.",
            [
              .init("series", .text("An id, or growth.")),
              .init(
                "horizons",
                .list(
                  "Periods ahead.",
                  of: .object(
                    "One horizon.",
                    [
                      .init("horizon", .whole("Periods.", least: 1)),
                      .init("all", .optional(summary)),
                      .init("ordinary", .optional(summary)),
                    ]))),
            ]))),
      .init("forecasts", .list("Of the whole.", of: forecast)),
    ])

  private static let summary = OutputShape.object(
    "Scores of forecasts.",
    [
      .init("n", .whole("Forecasts.")), .init("meanError", .optional(.number("A fraction."))),
      .init("rmse", .optional(.number("A fraction."))),
      .init("crps", .optional(.number("A fraction."))),
      .init("pinball", .list("Of each level.", of: .optional(.number("A loss.")))),
      .init(
        "coverage",
        .list(
          "Of bands.",
          of: .object(
            "A band.",
            [
              .init("band", .fraction("That it should hold.")),
              .init("held", .whole("Outcomes in it.")),
              .init("interval", .interval("Wilson's, 95%.", of: .fraction("An end."))),
            ]))),
      .init(
        "pitHistogram", .list("Outcomes by the probability below them.", of: .whole("A count."))),
      .init(
        "benchmarks",
        .list(
          "Held against.",
          of: .object(
            "A benchmark.",
            [
              .init("benchmark", benchmark), .init("n", .whole("Forecasts of both.")),
              .init("crps", .optional(.number("Of the benchmark."))),
              .init("difference", .optional(.number("Its score less the model's."))),
              .init("standardError", .optional(.number("Of the difference."))),
              .init("skill", .optional(.number("One is perfect, zero no better."))),
              .init("isFew", .flag("Whether these are too few to tell.")),
            ]))),
    ])
  private static let benchmark = OutputShape.word(
    "Its name.", Benchmark.allCases.map(\.rawValue))

  private static let forecast = OutputShape.object(
    "A forecast and what came.",
    [
      .init("origin", .period("The last that was known.")), .init("period", .period("Forecast.")),
      .init("horizon", .whole("Periods.", least: 1)),
      .init("leftOut", .flag("Whether it is made in or of a period left out.")),
      .init("outcome", .optional(.number("That came."))),
      .init("mean", .optional(.number("Of the draws."))),
      .init("sd", .optional(.number("Of the draws."))),
      .init("quantiles", .list("At the levels.", of: .optional(.number("A value.")))),
      .init("crps", .optional(.number("The score."))),
      .init("pit", .optional(.number("The probability below the outcome."))),
      .init("benchmarks", .map("Scores by name.", of: .optional(.number("A score.")))),
    ])
}
