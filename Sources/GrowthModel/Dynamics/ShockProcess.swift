/// Shocks to growth that last: a vector autoregression over activities and steps,
///
///     e[t] = A e[t - 1] + u[t]
///
/// with innovations u that are inputs of the model. A shock to a group reaches all leaves below it.
public struct ShockProcess: Sendable, Equatable {
  /// The activities, in the order of the rows of `persistence`.
  public let activities: [String]
  /// A: row i, column j is the part of activity j's last shock that activity i feels.
  public let persistence: [[Double]]
  /// The shocks of the last step of the base year, fractions.
  public let start: [Double]

  public init(activities: [String], persistence: [[Double]], start: [Double]) {
    self.activities = activities
    self.persistence = persistence
    self.start = start
  }

  /// The name of the input that is the innovation of an activity in a step.
  public static func innovation(of activity: String, in step: Period) -> String {
    "\(activity).innovation.\(step)"
  }
}
