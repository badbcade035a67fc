extension PlanReport {
  /// The numbers of every topic that the report has, in the order in which people read them.
  public var tables: [TopicTable] {
    [
      targetsTable, distributionTable, growthTable, contributionsTable, courseTable, structureTable,
      driversTable, leversTable, tornadoTable, sensitivityTable, explanationTable,
      comparisonTargetsTable, comparisonQuantitiesTable, comparisonCausesTable,
      comparisonAssumptionsTable, updateTargetsTable, updateNewsTable, updateRemainingTable,
      assumptionsTable, scenarioTable, methodTable, warningsTable,
    ].compactMap(\.self)
  }

  /// The table of one topic.
  ///
  /// - Parameter id: such as `targets`.
  public func table(_ id: String) -> TopicTable? { tables.first { $0.id == id } }
}
