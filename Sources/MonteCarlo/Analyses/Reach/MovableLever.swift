import GrowthModel

/// A lever as an input of the model, so that its setting can be another in every evaluation.
struct MovableLever: Sendable {
  /// How the numbers of a lever move.
  enum Motion: Sendable, Equatable {
    /// There is one number, and the position is that number: what `--set LEVER=x` does.
    case setting
    /// Each period has its own, and the position is what is added to all of them.
    case shift
  }

  let lever: Lever
  let motion: Motion
  /// The inputs of the graph that stand for its numbers, each with the number as it is.
  let inputs: [(name: String, present: Double)]
  /// Where it stands.
  let present: Double
  /// Where it can be.
  let range: ClosedRange<Double>
  let grid: DecimalGrid

  /// - Returns: nil for a lever that cannot be moved: without a range, or given by a date.
  init?(_ lever: Lever) {
    guard let range = lever.range, lever.setting.unit != .date,
      case .level(let schedule) = lever.setting.course
    else { return nil }
    self.lever = lever
    let numbers = Self.numbers(of: schedule)
    inputs = numbers.map { period, number in
      ("lever \(lever.id)" + (period.map { " \($0)" } ?? ""), number)
    }
    guard let first = numbers.first else { return nil }
    if case .all = schedule {
      motion = .setting
      present = first.number
      self.range = range
    } else {
      motion = .shift
      present = 0
      let all = numbers.map(\.number)
      let low = range.lowerBound - (all.min() ?? 0)
      let high = range.upperBound - (all.max() ?? 0)
      guard low <= high else { return nil }
      self.range = low...high
    }
    grid = DecimalGrid(for: self.range)
  }

  /// The numbers of a schedule in the order of time, with their periods.
  static func numbers(of schedule: Schedule) -> [(period: Period?, number: Double)] {
    switch schedule {
    case .all(.constant(let number)): return [(nil, number)]
    case .all(.uncertain): return []
    case .byPeriod(let inputs):
      let periods = inputs.keys.sorted {
        ($0.year, $0.quarters.lowerBound, $0.quarters.count)
          < ($1.year, $1.quarters.lowerBound, $1.quarters.count)
      }
      return periods.compactMap { period in
        guard case .constant(let number)? = inputs[period] else { return nil }
        return (period, number)
      }
    }
  }

  /// The lever with inputs in the place of its numbers.
  var asInput: Lever {
    let setting = lever.setting
    var names = inputs.map(\.name)[...]
    let schedule: Schedule
    if case .level(.byPeriod(let numbers)) = setting.course {
      let periods = Self.numbers(of: .byPeriod(numbers)).compactMap(\.period)
      schedule = .byPeriod(
        Dictionary(uniqueKeysWithValues: periods.map { ($0, .uncertain(names.removeFirst())) }))
    } else {
      schedule = .uncertain(names.removeFirst())
    }
    return Lever(
      setting: Series(
        id: setting.id, name: setting.name, unit: setting.unit, course: .level(schedule),
        frequency: setting.frequency, seasonalShares: setting.seasonalShares,
        total: setting.total, before: setting.before),
      reference: lever.reference, range: lever.range, cost: lever.cost, owner: lever.owner)
  }

  /// The numbers of its inputs at a position.
  func numbers(at position: Double) -> [Double] {
    motion == .setting ? [position] : inputs.map { DecimalGrid.tidied($0.present + position) }
  }

  /// The numbers that its inputs can have: those of the range, and those that they have.
  var ranges: [ClosedRange<Double>] {
    let (low, high) = (numbers(at: range.lowerBound), numbers(at: range.upperBound))
    return inputs.indices.map { k in
      min(low[k], inputs[k].present)...max(high[k], inputs[k].present)
    }
  }
}

extension Economy {
  /// The economy with inputs in the place of the numbers of some levers.
  func moving(_ levers: [MovableLever]) -> Economy {
    var economy = self
    for moving in levers {
      guard let place = economy.levers.firstIndex(where: { $0.id == moving.lever.id }) else {
        continue
      }
      economy.levers[place] = moving.asInput
    }
    return economy
  }
}
