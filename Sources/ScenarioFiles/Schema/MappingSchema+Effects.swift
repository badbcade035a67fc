/// Demand, projects, the input-output table and shocks.
extension MappingSchema {
  static let demand = MappingSchema(
    "an effect of the kind demand", needed: ["kind", "from", "split", "leakage"],
    optional: ["name", "reference", "price-level", "source", "notes"])

  static let project = MappingSchema(
    "a project", needed: ["activity", "start", "capacity"],
    optional: ["name", "go-ahead", "ramp", "construction", "source", "notes"])

  static let construction = MappingSchema(
    "`construction`", needed: ["spending", "duration"],
    optional: ["activity", "value-added", "source", "notes"])

  static let inputOutput = MappingSchema(
    "`input-output`", needed: ["sectors"],
    optional: [
      "coefficients", "flows", "file", "row-totals", "column-totals", "source", "notes",
    ])

  static let sector = MappingSchema(
    "a sector", optional: ["activity", "value-added", "output", "source", "notes"])

  static let shocks = MappingSchema(
    "`shocks`",
    optional: [
      "innovations", "persistence", "correlation", "start", "history", "source", "notes",
    ])

  static let shockHistory = MappingSchema(
    "`history`", needed: ["file", "period", "columns"],
    optional: [
      "persistence", "lags", "shrinkage", "innovations", "block", "source", "notes",
    ])
}
