import Languages

/// What is wrong with a formula, and where.
public struct FormulaError: Error, Equatable, Sendable {
  public let fact: Fact
  /// Where in the text, in Unicode scalars from 0.
  public let offset: Int

  init(_ fact: Fact, at offset: Int) {
    self.fact = fact
    self.offset = offset
  }

  /// Facts about a text that is not a formula, or not one that the model can evaluate.
  public enum Fact: Equatable, Sendable {
    // The text as a whole.
    case empty
    case tooLong(Int)
    case nestedTooDeeply

    // Characters and figures.
    case foreignCharacter(String)
    case foreignOperator(String, instead: String)
    case hexadecimal(String)
    case strayPoint(String)
    case strayUnderscore(String)
    case tooLarge(String)
    case tooSmall(String)
    case noSuchDay(String)
    case percentSpelled(String)
    case misspeltScale(String, scale: String)
    case scaleWithoutUnit(String)
    case perWithoutThing(String)
    case perWithoutCurrency(String)
    case wrongCurrency(found: String, currency: String)
    case malformedLag(String)
    case looksAhead(String)
    case noLag(String)

    // The order of the parts.
    case unexpectedEnd
    case unexpected(String)
    /// Two parts follow each other with no operator between.
    case missingOperator(left: String, right: String)
    case blankInNumber(String)
    case chainedComparison
    case strayComma
    case unclosed
    case lagBehindNoName
    case unknownFunction(String, nearest: String?)
    case functionWithoutArguments(String, example: String)
    case wrongArguments(String, found: Int, example: String)
    case sumOfNoPath

    // Names.
    case unknownName(String, remedy: NameRemedy)
    case unknownActivity(String, nearest: String?)
    /// Not all leaves have the quantity in one unit.
    case unlikeLeaves(String, first: Phrase, other: Phrase)
    case noQuarters

    // Units.
    /// Two units that cannot be added, compared or chosen between.
    case unlikeUnits(operation: String, left: Phrase, right: Phrase, remedy: UnitRemedy)
    case conditionWanted(found: Phrase)
    case conditionUsed(operation: String)
    /// A function or operator that has no meaning for this unit.
    case unfitUnit(operation: String, found: Phrase)
    case exponentUnfit(base: Phrase)
    case wrongUnit(found: Phrase, expected: Phrase, remedy: UnitRemedy)
    case nameless(Phrase)
    case dividesByZero
    case boundsExchanged
  }

  /// How a name might be put right.
  public enum NameRemedy: Equatable, Sendable {
    case nearest(String)
    /// The name of an activity, and one of its quantities.
    case activity(quantity: String)
    /// Two known parts with a hyphen between.
    case subtraction(String)
    case listing([String])
  }

  /// How a unit might be put right.
  public enum UnitRemedy: Equatable, Sendable {
    /// A number that lacks its unit, and how it would be written.
    case write(String)
    case makeRate
    case makeNumber
    case example(String)
    case none
  }
}
