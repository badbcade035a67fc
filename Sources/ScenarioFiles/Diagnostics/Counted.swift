import Languages

/// Parts that messages count.
enum Counted {
  case rows, sectors, figures, variables, innovations, steps, lags

  func text(_ count: Int) -> Phrase {
    switch (self, count) {
    case (.rows, 1): "1 row"
    case (.rows, _): "\(count) rows"
    case (.sectors, 1): "1 sector"
    case (.sectors, _): "\(count) sectors"
    case (.figures, 1): "1 figure"
    case (.figures, _): "\(count) figures"
    case (.variables, 1): "1 variable"
    case (.variables, _): "\(count) variables"
    case (.innovations, 1): "1 innovation"
    case (.innovations, _): "\(count) innovations"
    case (.steps, 1): "1 step"
    case (.steps, _): "\(count) steps"
    case (.lags, 1): "1 lag"
    case (.lags, _): "\(count) lags"
    }
  }
}
