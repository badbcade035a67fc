/// Rows of a history that the variables of a group are drawn from together.
struct Bootstrap {
  /// The id of the group.
  let name: String
  /// Nil where it is wrong in a way that has been reported.
  let history: History?
  /// How many periods take rows that follow each other.
  let blockLength: Int
  /// Where the length of a block stands, or else the group.
  let place: Place
}
