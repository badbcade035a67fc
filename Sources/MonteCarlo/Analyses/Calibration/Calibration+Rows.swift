import GrowthModel

extension Calibration {
  /// The growth of all series in the periods to use, in runs without a gap between them.
  struct Rows {
    /// A row for each period of each run.
    let runs: [[[Double]]]
    /// Of all runs, in the order of time, and the time of each in years.
    let periods: [Period]
    let times: [Double]
    /// Periods between the first and the last that were left out.
    let excluded: [Period]
    /// The places in `periods` from which on the means are others.
    let shifts: [Int]

    init(
      _ history: ObservedHistory, span: ClosedRange<Int>?, excluding excluded: Set<Period>,
      breaks: [Period]
    ) throws(CalibrationError) {
      let growth = history.columns.map { history.growth(of: $0) }
      guard let span = span ?? history.knownSpan else { throw .noGrowth }
      var runs: [[Int]] = [[]]
      for index in span {
        if excluded.contains(history.periods[index]) {
          if runs.last?.isEmpty == false { runs.append([]) }
          continue
        }
        for (column, values) in zip(history.columns, growth) where values[index] == nil {
          throw .gap(column: column.name, history.periods[index])
        }
        runs[runs.count - 1].append(index)
      }
      runs.removeAll(where: \.isEmpty)
      let used = runs.flatMap(\.self)
      guard let first = used.first, let last = used.last else { throw .noGrowth }
      guard used.count >= Calibration.fewestObservations else {
        throw .estimate(
          .tooFewRows(rows: used.count, needed: Calibration.fewestObservations),
          columns: history.columns.map(\.name))
      }
      self.runs = runs.map { run in run.map { index in growth.map { $0[index] ?? .nan } } }
      let periods = used.map { history.periods[$0] }
      self.periods = periods
      times = used.map { Double($0) / Double(history.periodsPerYear) }
      self.excluded = history.periods[first...last].filter(excluded.contains)
      var shifts: [Int] = []
      for point in breaks.sorted(by: { $0.number < $1.number }) {
        let place = periods.firstIndex { $0.number >= point.number } ?? periods.count
        let rows = min(place - (shifts.last ?? 0), periods.count - place)
        guard rows >= 2 else {
          throw .estimate(
            .tooFewRows(rows: rows, needed: 2), columns: history.columns.map(\.name))
        }
        shifts.append(place)
      }
      self.shifts = shifts
    }

    /// The growth of one series in all periods.
    func values(of series: Int) -> [Double] { runs.flatMap { $0.map { $0[series] } } }

    /// The runs as deviations from the means of their segments and those of the last one, so that a shift that was named is not
    /// taken for lasting.
    var withoutShifts: [[[Double]]] {
      guard !shifts.isEmpty else { return runs }
      let all = runs.flatMap(\.self)
      let ends = shifts + [all.count]
      let means = zip([0] + shifts, ends).map { first, end in
        all[0].indices.map { i in
          all[first..<end].reduce(0) { $0 + $1[i] } / Double(end - first)
        }
      }
      var place = 0
      return runs.map { run in
        run.map { row in
          let mean = means[shifts.count { $0 <= place }]
          place += 1
          return row.indices.map { row[$0] - mean[$0] + means[means.count - 1][$0] }
        }
      }
    }
  }
}
