import TestSupport
import Testing

/// Each lever of `son-la-2025.yaml`, moved: mean growth must move as its effect equation says, computed
/// here a second time from the figures of the file.
///
/// Both runs have the same seed, so that all but the lever is the same in each pair of draws; the standard
/// error of the difference is then that of the lever's own effect alone.
@Suite struct SonLaLeverTests {
  static let draws = 20_000

  struct Case: CustomTestStringConvertible, Sendable {
    let setting: String
    let expected: @Sendable (SonLaEconomy) throws -> Moments
    /// The sign that policy hopes for.
    let raises: Bool

    var testDescription: String { setting }
  }

  static let cases: [Case] = [
    Case(
      setting: "levers.investment.plan.value=7259.7085 billion VND",
      expected: { try $0.ofPlan(additional: 7259.7085 - 6599.735) }, raises: true),
    Case(
      setting: "levers.investment.effort.value=100%", expected: { try $0.ofEffort(1) },
      raises: true),
    Case(
      setting: "levers.credit.growth.value=14.9%",
      expected: { try $0.ofCredit(additional: 0.149 - 0.099) }, raises: true),
    Case(
      setting: "levers.tourism.campaign.value=490 thousand visits",
      expected: { try $0.ofCampaign(visits: 490_000) }, raises: true),
    Case(
      setting: "levers.apparatus.reform.value=0%", expected: { try $0.ofReform(-1) }, raises: true),
    Case(
      setting: "levers.digital.budget.value=5%", expected: { try $0.ofDigital(additional: 0.02) },
      raises: true),
  ]

  @Test(arguments: cases) func growthMovesAsTheEffectSays(_ lever: Case) throws {
    let difference =
      try meanGrowth("--set", lever.setting) - meanGrowth()
    let expected = try lever.expected(SonLaEconomy())
    #expect((difference > 0) == lever.raises)
    // Shocks to the volumes that an effect works on widen its spread by a hundredth or two.
    let error = 1.05 * (expected.variance / Double(Self.draws)).squareRoot()
    #expect(
      abs(difference - expected.mean) < 4 * error,
      "\(difference) found, \(expected.mean) expected, standard error \(error)")
    #expect(abs(expected.mean) > 8 * error, "the effect is lost in the noise of \(error)")
  }

  @Test func everyLeverIsTested() throws {
    let outcome = try Program.run("show", ScenarioFolder.sonLa, "--format", "json")
    let paths = try JSONValue(outcome.output)["values"]?.array?.compactMap { $0["path"]?.string }
    let levers = Set(
      (paths ?? []).filter { $0.hasPrefix("levers.") && $0.hasSuffix(".value") })
    #expect(levers == Set(Self.cases.map { String($0.setting.prefix { $0 != "=" }) }))
  }

  /// Full disbursement is full in every draw, and the delayed projects take growth away.
  @Test func variantsDoWhatTheySay() throws {
    let full = try run("Scenarios/son-la-2025-full-disbursement.yaml")
    let disbursement = full["targets"]?.array?.first { $0["id"]?.string == "disbursement" }
    #expect(disbursement?["probability"]?.number == 1)
    let half = full["targets"]?.array?.first { $0["id"]?.string == "disbursed-half" }
    #expect(half?["probability"]?.number == 1)
    let base = try meanGrowth()
    #expect(try growth(full) > base)
    #expect(try growth(run("Scenarios/son-la-2025-delayed-projects.yaml")) < base)
    #expect(try growth(run("Scenarios/son-la-2025-low-water.yaml")) < base - 0.03)
  }

  private func run(_ file: String, _ options: String...) throws -> JSONValue {
    let outcome = try Program.run(
      ["run", file, "--draws", String(Self.draws), "--format", "json", "--quiet"] + options)
    guard outcome.status == 0 else { throw Program.Failure(description: outcome.errors) }
    return try JSONValue(outcome.output)
  }

  private func growth(_ run: JSONValue) throws -> Double {
    try #require(run["quantities"]?["growth"]?["mean"]?.number)
  }

  private func meanGrowth(_ options: String...) throws -> Double {
    let outcome = try Program.run(
      ["run", ScenarioFolder.sonLa, "--draws", String(Self.draws), "--format", "json", "--quiet"]
        + options)
    guard outcome.status == 0 else { throw Program.Failure(description: outcome.errors) }
    return try growth(JSONValue(outcome.output))
  }
}

/// The effects of `son-la-2025.yaml` by hand: the change of growth that each lever makes.
struct SonLaEconomy {
  let figures: ScenarioFigures
  /// Paths of leaves by their ids.
  private static let groups = [
    "agriculture": ["crops", "livestock", "forestry", "fishery"],
    "industry-construction": [
      "electricity", "mining", "manufacturing", "water-supply", "construction",
    ],
    "services": [
      "trade", "transport", "accommodation-food", "finance", "real-estate", "public-administration",
      "education", "other-services",
    ],
  ]

  init() throws { figures = try ScenarioFigures(ScenarioFolder.sonLa) }

  private func path(_ leaf: String) -> String {
    let group = Self.groups.first { $0.value.contains(leaf) }?.key
    return "activities." + (group.map { $0 + ".activities." } ?? "") + leaf
  }

  /// Volume of a leaf in each quarter of the base year.
  private func base(_ leaf: String) throws -> [Double] {
    let own = path(leaf)
    let group = own.split(separator: ".").prefix(2).joined(separator: ".")
    let shares = try (try? figures.list(own + ".quarters")) ?? figures.list(group + ".quarters")
    let volume = try figures[own + ".base-volume"]
    let sum = shares.reduce(0, +)
    return shares.map { volume * $0 / sum }
  }

  private var total: Double {
    get throws { try figures["base.volume"] }
  }

  private func growth(_ leaf: String) throws -> Double {
    let own = path(leaf) + ".growth"
    return try (try? figures[own]) ?? figures.moments(own).mean
  }

  /// The mean of the volume in each quarter that effects on the level apply to.
  private func ordinary(_ leaf: String) throws -> [Double] {
    var growth = [Double](repeating: try growth(leaf), count: 4)
    if Self.creditTakers.contains(leaf) {
      let mean = try figures.moments("effects.lending.elasticity").mean * distance("credit.growth")
      growth = growth.map { $0 + mean }
    }
    if digitalTakers.contains(leaf) {
      let elasticity = try figures.moments("effects.digitalisation.elasticity")
      let mean = try elasticity.mean * distance("digital.budget")
      for quarter in 2..<4 { growth[quarter] += mean }
    }
    return try zip(base(leaf), growth).map { $0 * (1 + $1) }
  }

  private func distance(_ lever: String) throws -> Double {
    try figures["levers.\(lever).value"] - figures["levers.\(lever).reference"]
  }

  /// The mean of the effects on the level of a leaf in each quarter.
  private func level(_ leaf: String) throws -> [Double] {
    if ["crops", "livestock"].contains(leaf) {
      return try zip(losses("floods"), losses("frosts")).map { $0 + $1 }
    }
    guard Self.reformed.contains(leaf) else { return [0, 0, 0, 0] }
    let part = try figures["levers.apparatus.reform.value"]
    let loss = try figures.moments("uncertainties.apparatus.loss.level").mean
    let gain = try figures.moments("uncertainties.apparatus.gain.level").mean
    return [0, -part * loss, -part * loss, part * gain]
  }

  private func losses(_ event: String) throws -> [Double] {
    let size = try figures.moments("effects.\(event).size").mean
    let recovery = try figures["effects.\(event).recovery"]
    var loss = 0.0
    return (1...4).map { quarter in
      let hazard = (try? figures["effects.\(event).hazard.2025Q\(quarter)"]) ?? 0
      loss = loss * (1 - recovery) + hazard * size
      return -loss
    }
  }

  private static let creditTakers = [
    "crops", "livestock", "manufacturing", "construction", "trade", "transport",
    "accommodation-food", "real-estate",
  ]
  private static let reformed = ["public-administration", "construction", "real-estate"]
  private var digitalTakers: [String] { ["manufacturing"] + (Self.groups["services"] ?? []) }

  // MARK: Levers

  /// Value added over base volume for a billion of spending, by the series of rounds.
  private func growthOfSpending() throws -> Moments {
    let sectors = ["building", "materials", "haulage", "dealing", "business"]
    let rows = try sectors.map { try figures.list("input-output.coefficients." + $0) }
    var round = try sectors.map { try figures["effects.public-works.split." + $0] }
    let shares = try sectors.map { try figures["input-output.sectors.\($0).value-added"] }
    var valueAdded = 0.0
    for _ in 0..<200 {
      valueAdded += zip(round, shares).reduce(0) { $0 + $1.0 * $1.1 }
      round = rows.map { zip($0, round).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    let kept = try figures.moments("effects.public-works.leakage").complement
    return try kept * (valueAdded / figures["effects.public-works.price-level"] / total)
  }

  func ofPlan(additional: Double) throws -> Moments {
    let execution = try figures.moments(
      "uncertainties.investment.execution.level", cappedAt: 1)
    return try growthOfSpending() * execution * additional
  }

  func ofEffort(_ effort: Double) throws -> Moments {
    let lapses = try figures.moments(
      "uncertainties.investment.execution.level", cappedAt: 1
    ).complement
    let expressway = try (1...4).reduce(0) {
      try $0 + figures["indicators.investment.expressway.level.2025Q\($1)"]
    }
    let rest = try figures["levers.investment.plan.value"] - expressway
    return try growthOfSpending() * lapses * (effort * rest)
  }

  func ofCredit(additional: Double) throws -> Moments {
    var volume = 0.0
    for leaf in Self.creditTakers {
      volume += try zip(base(leaf), level(leaf)).reduce(0) { $0 + $1.0 * (1 + $1.1) }
    }
    return try figures.moments("effects.lending.elasticity") * (additional * volume / total)
  }

  func ofDigital(additional: Double) throws -> Moments {
    var volume = 0.0
    for leaf in digitalTakers {
      volume += try zip(base(leaf), level(leaf)).dropFirst(2).reduce(0) { $0 + $1.0 * (1 + $1.1) }
    }
    return try figures.moments("effects.digitalisation.elasticity") * (additional * volume / total)
  }

  func ofReform(_ change: Double) throws -> Moments {
    var volumes = [0.0, 0, 0, 0]
    for leaf in Self.reformed {
      volumes = try zip(volumes, ordinary(leaf)).map { $0 + $1 }
    }
    let scale = try change / total
    let loss = try figures.moments("uncertainties.apparatus.loss.level")
    let gain = try figures.moments("uncertainties.apparatus.gain.level")
    return loss * (-scale * (volumes[1] + volumes[2])) + gain * (scale * volumes[3])
  }

  func ofCampaign(visits: Double) throws -> Moments {
    let spending = try figures.moments("uncertainties.tourism.spending.level")
    let shares = try figures.list("levers.tourism.campaign.quarters")
    var (fixed, lodging) = (0.0, 0.0)
    for (effect, leaf) in [
      ("lodging", "accommodation-food"), ("passengers", "transport"), ("shopping", "trade"),
    ] {
      let volumes = try ordinary(leaf)
      var distance = 0.0
      for quarter in 0..<4 {
        let reference = try figures["effects.\(effect).reference.2025Q\(quarter + 1)"]
        distance += volumes[quarter] * visits * shares[quarter] / reference
      }
      if effect == "lodging" {
        lodging = distance
      } else {
        fixed += try distance * figures["effects.\(effect).elasticity"]
      }
    }
    let elasticity = try figures.moments("effects.lodging.elasticity") * lodging
    return try spending * (elasticity + Moments(mean: fixed, variance: 0)) * (1 / total)
  }
}
