import Languages

extension CalendarDate {
  /// A day as people read it: `2025-07-01` in English.
  package var text: String {
    let parts = description.split(separator: "-").map(String.init)
    // Years before or past those of four digits are plain numbers.
    guard parts.count == 3, parts[0].count == 4 else { return description }
    return localized("\(parts[0])-\(parts[1])-\(parts[2])")
  }

  /// The month of a day: `2025-07` in English.
  package var monthText: String {
    let parts = description.split(separator: "-").map(String.init)
    guard parts.count == 3, parts[0].count == 4 else { return String(description.prefix(7)) }
    return localized("\(parts[0])-\(parts[1])")
  }

  /// A day that is written `YYYY-MM-DD`, as people read it; any other text as it is.
  ///
  /// - Parameter date: as ISO 8601 writes it.
  package static func text(_ date: String) -> String { CalendarDate(date)?.text ?? date }
}
