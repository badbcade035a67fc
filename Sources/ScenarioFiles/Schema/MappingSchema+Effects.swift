/// Demand, projects, the input-output table and shocks.
extension MappingSchema {
  static let demand = MappingSchema(
    .effectOf(kind: "demand"), needed: ["kind", "from", "split", "leakage"],
    optional: ["name", "reference", "price-level", "source", "notes"])

  static let project = MappingSchema(
    .project, needed: ["activity", "start", "capacity"],
    optional: ["name", "go-ahead", "ramp", "construction", "source", "notes"])

  static let construction = MappingSchema(
    .key("construction"), needed: ["spending", "duration"],
    optional: ["activity", "value-added", "source", "notes"])

  static let inputOutput = MappingSchema(
    .key("input-output"), needed: ["sectors"],
    optional: [
      "coefficients", "flows", "file", "row-totals", "column-totals", "source", "notes",
    ])

  static let sector = MappingSchema(
    .sector, optional: ["activity", "value-added", "output", "source", "notes"])

  static let shocks = MappingSchema(
    .key("shocks"),
    optional: [
      "innovations", "persistence", "correlation", "start", "history", "source", "notes",
    ])

  static let shockHistory = MappingSchema(
    .key("history"), needed: ["file", "period", "columns"],
    optional: [
      "persistence", "lags", "shrinkage", "innovations", "block", "source", "notes",
    ])
}
