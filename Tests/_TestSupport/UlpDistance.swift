/// How many representable numbers `first` is away from `second`; zero for equal numbers, also for
/// the two zeros. NaN is as far as possible from everything but NaN.
public func ulpDistance(_ first: Double, _ second: Double) -> UInt64 {
  if first.isNaN || second.isNaN { return first.isNaN && second.isNaN ? 0 : .max }
  return (rank(first) - rank(second)).magnitude
}

/// The place of `x` among all numbers, counted from zero.
private func rank(_ x: Double) -> Int64 {
  let magnitude = Int64(x.magnitude.bitPattern)
  return x.sign == .minus ? -magnitude : magnitude
}

/// |`value` - `reference`| in relation to the reference; zero where both are the same, also
/// infinite.
public func relativeError(_ value: Double, _ reference: Double) -> Double {
  if value == reference { return 0 }
  return ((value - reference) / reference).magnitude
}
