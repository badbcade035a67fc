import Foundation
import MonteCarlo

/// The memory that this process may take.
enum SystemMemory {
  /// The least of what the machine has, what its group of processes may take, and what its address space leaves.
  static var budget: MemoryBudget {
    let process = ProcessInfo.processInfo
    let bounds = [Int(clamping: process.physicalMemory), groupLimit, addressSpaceLeft]
    return MemoryBudget(
      bytes: bounds.compactMap(\.self).min() ?? .max, processors: process.activeProcessorCount)
  }

  /// What a container may take, of control groups of the second version; nil where nothing is said.
  private static var groupLimit: Int? {
    (try? String(contentsOfFile: "/sys/fs/cgroup/memory.max", encoding: .utf8)).flatMap {
      Int($0.filter { !$0.isWhitespace })
    }
  }

  /// What `ulimit -v` leaves beside what is taken up already; nil where there is no limit.
  private static var addressSpaceLeft: Int? {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0,
      limit.rlim_cur < rlim_t(Int.max)
    else { return nil }
    let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))
      .flatMap { $0.split(separator: " ").first.flatMap { Int($0) } }
    return max(Int(limit.rlim_cur) - (pages ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))), 0)
  }
}
