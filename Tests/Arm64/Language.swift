// What `Phrase` takes of the rest of its module. The language of the moment is a value of a task, and Embedded Swift
// has no tasks; nor are sentences said here.

public enum Language {
  case english
  case vietnamese

  public static var current: Language { .english }
}

enum Catalogue {
  case vietnamese

  var translations: [String: String] { [:] }
}
