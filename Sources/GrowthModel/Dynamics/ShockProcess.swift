/// Shocks to growth that last: a vector autoregression over activities and steps,
///
///     e[t] = A1 e[t - 1] + ... + Ap e[t - p] + u[t]
///
/// with innovations u that are inputs of the model. A shock to a group reaches all leaves below it.
public struct ShockProcess: Sendable, Equatable {
  /// The activities, in the order of the rows of `persistence`.
  public let activities: [String]
  /// A1 to Ap: row i, column j of Ak is the part of activity j's shock of k steps ago that activity i feels.
  public let persistence: [[[Double]]]
  /// The shocks of the last steps before the first one, fractions: those of the last step, then of the one before, and so
  /// on. Those of earlier steps are zero.
  public let start: [[Double]]

  /// A process; `persistence` has a square matrix for each lag, `start` a row of shocks for each
  /// step before the first, the last one first.
  public init(activities: [String], persistence: [[[Double]]], start: [[Double]]) {
    self.activities = activities
    self.persistence = persistence
    self.start = start
  }

  /// A process of one lag.
  public init(activities: [String], persistence: [[Double]], start: [Double]) {
    self.init(activities: activities, persistence: [persistence], start: [start])
  }

  /// The name of the input that is the innovation of an activity in a step.
  public static func innovation(of activity: String, in step: Period) -> String {
    "\(activity).innovation.\(step)"
  }
}
