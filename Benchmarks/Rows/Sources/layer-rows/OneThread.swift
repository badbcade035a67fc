import Synchronization

/// Runs tasks and their children one job after the other on the calling thread.
///
/// No other thread is made: counts repeat to the instruction, and processor time is all of the work's.
final class OneThread: TaskExecutor {
  private struct State {
    var jobs: [UnownedJob] = []
    var outcome: Result<Void, any Error>?
  }

  private let state = Mutex(State())

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    state.withLock { $0.jobs.append(job) }
  }

  /// Returns when the body is done, and throws what it throws.
  func run(_ body: @escaping @Sendable () async throws -> Void) throws {
    Task(executorPreference: self) {
      do {
        try await body()
        self.state.withLock { $0.outcome = .success(()) }
      } catch {
        self.state.withLock { $0.outcome = .failure(error) }
      }
    }
    while true {
      let (job, outcome) = state.withLock {
        ($0.jobs.isEmpty ? nil : $0.jobs.removeFirst(), $0.outcome)
      }
      if let job {
        job.runSynchronously(on: asUnownedTaskExecutor())
      } else if let outcome {
        return try outcome.get()
      } else {
        fail("the work waits for something that is not a task of its own")
      }
    }
  }
}
