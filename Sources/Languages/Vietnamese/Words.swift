// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// Units, and words that many sentences share.
  static let words: Catalogue.Entries = [
    "pp": "điểm %",
    "years": "năm",
    "million {}": "triệu {}",
    "billion {}": "tỷ {}",
    "trillion {}": "nghìn tỷ {}",
    "VND": "đồng",
    "person": "người",
    "persons": "người",
    "visits": "lượt khách",
    "n/a": "không có",
  ]
}
