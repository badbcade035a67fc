import Testing

@testable import Languages

@Suite("Phrases")
struct PhraseTests {
  @Test("Values stand in the order of the English sentence, or where their number is")
  func filling() {
    #expect(Phrase.filled("{} of {}", ["3", "4"]) == "3 of 4")
    #expect(Phrase.filled("{2} có {1}", ["3", "4"]) == "4 có 3")
    #expect(Phrase.filled("`base: {value: ...}` {}", ["x"]) == "`base: {value: ...}` x")
    #expect(Phrase.filled("{3} {", ["x"]) == "{3} {")
    #expect(Phrase.filled("{}", ["{1}"]) == "{1}")
    #expect(Phrase.filled("nothing {}", []) == "nothing {}")
  }

  @Test("A sentence is its key with the values in it")
  func interpolation() {
    let year = 2025
    let phrase: Phrase = "growth of \("8%") in \(year)"
    #expect(phrase.key == "growth of {} in {}")
    #expect(phrase.text(in: .english) == "growth of 8% in 2025")
  }

  @Test("What has no translation stays English")
  func untranslated() {
    let phrase: Phrase = "a sentence of this test about \("x")"
    #expect(phrase.text(in: .vietnamese) == "a sentence of this test about x")
  }

  @Test("A part is translated by itself, in the language of the moment")
  func parts() {
    let phrase: Phrase = "\("years" as Phrase)"
    #expect(phrase.text(in: .english) == "years")
    Language.$current.withValue(.vietnamese) {
      #expect(localized("\("years" as Phrase)") == "năm")
    }
  }

  @Test(
    "The language is that of the first locale that is set",
    arguments: [
      ([:], Language.english), (["LANG": "vi_VN.UTF-8"], .vietnamese),
      (["LANG": "vi_VN.UTF-8", "LC_ALL": "C"], .english),
      (["LANG": "en_US.UTF-8", "LC_MESSAGES": "vi_VN"], .vietnamese),
      (["LANG": "fr_FR.UTF-8"], .english), (["LC_ALL": "", "LANG": "vi"], .vietnamese),
    ])
  func locale(environment: [String: String], expected: Language) {
    #expect(Language(environment: environment) == expected)
  }

  @Test("The scanner reads phrases as the compiler does")
  func scanning() {
    let source = #"""
      let a = localized("one \(x) \"two\"")
      var message: Phrase {
        switch self {
        case .first(let y): "first \(y.map { localized("inner \($0)") } ?? "no") of"  // "comment"
        case .second:
          """
          long \
          line \(z)
          next
          """
        case .third: x == "other" ? "yes" : "none"
        case .fourth("one", of: "two"), .fifth("three"): "many"
        }
      }
      let b = "no phrase"
      throw VariantMistake("wrong \(b)", hint: b ?? "right")
      """#
    let found = PhraseScanner(source).found.map(\.key)
    #expect(
      found == [
        "one {} \"two\"", "inner {}", "first {} of", "long line {}\nnext", "yes", "none", "many",
        "wrong {}", "right",
      ])
  }
}
