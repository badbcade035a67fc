// swift-format-ignore-file: an entry is one line in each language.

extension Vietnamese {
  /// Problems in scenario files, and where values come from.
  static let check: Catalogue.Entries = [
    "error": "lỗi",
    "warning": "cảnh báo",
    "hint: {}": "gợi ý: {}",
    "1 error": "1 lỗi",
    "{} errors": "{} lỗi",
    "no problems": "không có vấn đề",
    "digest {}": "mã kiểm tra {}",
    "The scenario holds no values.": "Kịch bản không có giá trị nào.",
    "line {}": "dòng {}",
    "default": "mặc định",
    "implied": "suy ra",
    "history, {}": "số liệu lịch sử, {}",
    "assumption": "giả định",
    "assumption: {}": "giả định: {}",
  ]
}
