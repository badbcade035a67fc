/// What a number of the model measures, and so how it is written for people.
public enum Unit: Sendable, Equatable, Hashable {
  /// A growth rate or a share: a fraction, written in percent.
  case rate
  /// A difference of rates: a fraction, written in percentage points.
  case percentagePoints
  /// Money in billions of the economy's currency.
  case money
  /// Money a person, in billions of the economy's currency.
  case moneyPerPerson
  /// A count of things of this name, such as `visits` or `persons`.
  case count(String)
  /// A plain number.
  case number
}
