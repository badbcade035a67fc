// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// What is wrong with texts of a scenario in several languages.
  static let wording: Catalogue.Entries = [
    "'{}' is a text or one for each language, but '{}' is no language known here":
      "'{}' là một văn bản hoặc mỗi ngôn ngữ một văn bản, nhưng ở đây không có ngôn ngữ '{}'",
    "'{}' has a text in no language": "'{}' không có văn bản bằng ngôn ngữ nào",
    "the source is an assumption in one language and none in another":
      "nguồn là giả định trong một ngôn ngữ nhưng không phải trong ngôn ngữ khác",
    "the languages are: {}": "các ngôn ngữ là: {}",
    "write a text, or one for each language: `{}: {en: ..., vi: ...}`":
      "hãy viết một văn bản, hoặc mỗi ngôn ngữ một văn bản: `{}: {en: ..., vi: ...}`",
    "begin each with the word: `assumption` in English, `giả định` in Vietnamese":
      "bắt đầu mỗi văn bản bằng từ: `assumption` trong tiếng Anh, `giả định` trong tiếng Việt",
  ]
}
