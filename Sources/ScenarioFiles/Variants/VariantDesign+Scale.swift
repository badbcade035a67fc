extension VariantDesign.Axis {
  /// The values as numbers, in the unit in which they were written; nil where they are not all numbers of one
  /// unit.
  public var scale: (numbers: [Double], unit: String)? {
    var numbers: [Double] = []
    var unit: String?
    for value in values {
      guard (try? Figure.parse(value))?.unit != .date,
        let (number, rest) = try? DecimalNumber.scan(value), unit ?? rest == rest,
        let parsed = try? number.value(timesTenTo: 0)
      else { return nil }
      unit = rest
      numbers.append(parsed)
    }
    return unit.map { (numbers, $0) }
  }
}
