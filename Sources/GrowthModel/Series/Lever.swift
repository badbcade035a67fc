/// What policy chooses: a setting, and what is known about choosing it.
///
/// A lever is never drawn. How well a decision is carried out is an uncertainty of its own.
public struct Lever: Sendable, Equatable {
  /// Its name, unit and setting by period; all numbers are constants.
  public let setting: Series
  /// The setting that the baseline already contains; nil where no effect measures a distance from it.
  public let reference: Schedule?
  /// The settings that can be chosen, in the unit of the setting.
  public let range: ClosedRange<Double>?
  /// What one unit more costs, in billions of the currency.
  public let cost: Double?
  /// Who decides.
  public let owner: String?

  /// The quantity path of its setting.
  public var id: String { setting.id }

  /// A lever with its setting as it stands in the scenario.
  public init(
    setting: Series, reference: Schedule? = nil, range: ClosedRange<Double>? = nil,
    cost: Double? = nil, owner: String? = nil
  ) {
    self.setting = setting
    self.reference = reference
    self.range = range
    self.cost = cost
    self.owner = owner
  }
}

extension Lever {
  /// The lever at another number.
  ///
  /// - Parameter number: of the setting, in its unit.
  /// - Returns: nil where the setting is not one number for all periods.
  public func set(to number: Double) -> Lever? {
    guard case .level(.all(.constant)) = setting.course else { return nil }
    return Lever(
      setting: Series(
        id: setting.id, name: setting.name, unit: setting.unit,
        course: .level(.all(.constant(number))), frequency: setting.frequency,
        seasonalShares: setting.seasonalShares, total: setting.total, before: setting.before),
      reference: reference, range: range, cost: cost, owner: owner)
  }
}
