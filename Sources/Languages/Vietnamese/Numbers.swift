// swift-format-ignore-file: an entry is one line in each language.

extension Vietnamese {
  /// Probabilities and how sure they are.
  static let numbers: Catalogue.Entries = [
    "{} to {}": "{} đến {}",
    "{}% to {}%": "{}% đến {}%",
    "not told from 0": "chưa rõ khác 0",
    "impossible": "không thể",
    "certain": "chắc chắn",
    "below {}%": "dưới {}%",
    "above {}%": "trên {}%",
    "probability {}": "xác suất {}",
    "about {} in {}": "khoảng {} trên {}",
    "about 1 in {}": "khoảng 1 trên {}",
    "all but about 1 in {}": "tất cả, trừ khoảng 1 trên {}",
    "less than 1 in 100": "chưa đến 1 trên 100",
    "more than 99 in 100": "hơn 99 trên 100",
    "1 in {}": "1 trên {}",
    "all but 1 in {}": "tất cả, trừ 1 trên {}",
    "{} million": "{} triệu",
    "{} billion": "{} tỷ",
    "{} trillion": "{} nghìn tỷ",
  ]
}
