/// How a run keeps its state now and then, so that it can go on where it was stopped.
///
/// A run with checkpoints answers with the same bits as one without, wherever it was stopped: between two of
/// them all blocks up to some number are done.
public struct Checkpoints: Sendable {
  /// The state to go on with; nil to begin.
  public var start: RunState?
  /// Asked before more blocks are begun, from any thread: whether to hand over the state.
  public var isDue: @Sendable () -> Bool
  /// Takes the state; an error that it throws ends the run.
  public var save: @Sendable (RunState) throws -> Void

  /// - Parameters:
  ///   - start: the state to go on with; nil to begin.
  ///   - isDue: asked from any thread before some blocks are begun: whether to hand over the state. A
  ///     question about a clock or a signal is cheap enough.
  ///   - save: takes the state.
  public init(
    start: RunState? = nil, isDue: @escaping @Sendable () -> Bool,
    save: @escaping @Sendable (RunState) throws -> Void
  ) {
    self.start = start
    self.isDue = isDue
    self.save = save
  }
}
