import Languages

extension DistributionCatalogue {
  /// What a distribution is for; nil for one that nothing is written about.
  static func summary(of name: String) -> Phrase? {
    switch name {
    case "normal":
      "As likely above its mean as below; two draws of three within one standard deviation."
    case "lognormal":
      "Always above zero, with the longer tail upwards: amounts of money, numbers of people."
    case "student-t": "Like a normal distribution, with more surprises on both sides."
    case "uniform": "Anything between two bounds, all of it equally likely."
    case "triangular":
      "A least, a most likely and a greatest value, with straight lines between them."
    case "pert":
      "A least, a most likely and a greatest value, smooth, with little probability near the ends."
    case "beta": "Between two bounds, leaning to either of them."
    case "gamma": "Above a bound, with the longer tail upwards: losses, delays."
    case "skew-normal": "Like a normal distribution that leans to one side."
    case "two-piece-normal":
      "A most likely value with more uncertainty on one side than on the other: the fan charts of central banks."
    case "quantiles":
      "What people say: one chance in ten of less, even chances, one chance in ten of more."
    case "empirical": "Values that were observed, each equally likely."
    case "discrete": "A few values with their probabilities, such as scenarios of a decision."
    case "history":
      "Normal, with the mean and the standard deviation of past years in a file: see `history`."
    case "bootstrap":
      "The values of past years in a file, drawn a row at a time together with others: see `correlation`."
    default: nil
    }
  }

  /// What a parameter means and what it may be; nil for one that nothing is written about.
  static func meaning(of key: String, in name: String) -> Phrase? {
    meaning(name + "." + key) ?? meaning(key)
  }

  /// What a parameter means, of one distribution or of all others that have it.
  private static func meaning(_ path: String) -> Phrase? {
    switch path {
    case "lognormal.mean": "the expected value of the figure itself, not of its logarithm; above 0"
    case "lognormal.sd": "the standard deviation of the figure itself; above 0"
    case "history.mean": "takes the place of the mean of the past"
    case "mean": "the expected value"
    case "sd": "the standard deviation; above 0"
    case "gamma.location": "what the figure lies above"
    case "skew-normal.location": "where the normal distribution would have its middle"
    case "location": "the middle"
    case "student-t.scale": "the width, somewhat less than the standard deviation; above 0"
    case "scale": "the width; above 0"
    case "degrees-of-freedom":
      "the fewer, the more surprises; above 1, and above 2 for a standard deviation"
    case "quantiles.low": "a bound that the figure never reaches; below the stated values"
    case "quantiles.high": "a bound that the figure never reaches; above the stated values"
    case "low": "the least value; below `high`"
    case "high": "the greatest value; above `low`"
    case "two-piece-normal.mode": "the most likely value"
    case "mode": "the most likely value; from `low` to `high`"
    case "pert.shape": "how much the most likely value weighs; above 0"
    case "gamma.shape": "the greater, the more symmetric; from 0.01 on"
    case "skew-normal.shape":
      "above 0 the upper tail is the longer one, below 0 the lower; from -1000 to 1000"
    case "alpha": "draws towards `high`; from 0.01 on"
    case "beta": "draws towards `low`; from 0.01 on"
    case "sd-below": "the standard deviation below the mode; above 0"
    case "sd-above": "the standard deviation above the mode; above 0"
    case "uncertainty":
      "the standard deviation about the mode, as the Bank of England publishes it; above 0"
    case "skew": "the mean less the mode"
    case "quantile":
      "the value with so many percent of the chances at or below it: two or more of `p10`, `p50`, `p2.5` and so on, ascending"
    case "values": "the values; one or more"
    case "weights":
      "one for each value, in proportion to its probability; none below 0, and not all 0"
    default: nil
    }
  }
}
