/// Why variables cannot be given dimensions of Sobol's sequence.
public enum SobolError: Error, Hashable {
  /// More names than dimensions.
  case tooManyNames(count: Int, dimensions: Int)
}
