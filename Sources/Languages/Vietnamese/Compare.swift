// swift-format-ignore-file: an entry is one line in each language.

extension Vietnamese {
  /// How scenarios differ and why.
  static let compare: Catalogue.Entries = [
    "Scenarios compared (for {}, {} draws, the same for each, seed {})":
      "So sánh kịch bản (năm {}, {} lượt mô phỏng dùng chung cho các kịch bản, hạt giống {})",
    "{}: {} in A, {} in {}; the difference is not distinguishable from zero.":
      "{}: {} ở kịch bản A, {} ở kịch bản {}; chênh lệch chưa có ý nghĩa thống kê.",
    "{}: {} in A, {} in {}: {} percentage points (95% interval {}).":
      "{}: {} ở kịch bản A, {} ở kịch bản {}; chênh lệch {} điểm % (khoảng tin cậy 95%: {}).",
    "{} assumes nothing that A does not.": "Kịch bản {} không có giả định nào khác kịch bản A.",
    "What {} assumes otherwise": "Giả định của {} khác A",
    "where": "vị trí",
    "{} values": "{} giá trị",
    "Targets: probability": "Chỉ tiêu: xác suất đạt",
    "{} - A, pp": "{} - A, điểm %",
    "All of these together": "Đồng thời tất cả",
    "{} (only in {})": "{} (chỉ có ở {})",
    "Targets that not all of them have: {}.": "Chỉ tiêu không có ở mọi kịch bản: {}.",
    "Quantities": "Đại lượng",
    "change of mean": "thay đổi trung bình",
    "and {} more: growth check": "và {} cảnh báo khác: growth check",
    "±: half of the 95% interval, the error of sampling alone. Both scenarios see the same draws: independent ones would take {} times as many for the same interval of the first target.":
      "±: một nửa khoảng tin cậy 95%, chỉ là sai số do mô phỏng. Các kịch bản dùng chung các lượt mô phỏng: nếu mô phỏng độc lập thì cần số lượt gấp {} lần để có cùng khoảng tin cậy cho chỉ tiêu đầu tiên.",
    "±: half of the 95% interval, the error of sampling alone. Both scenarios see the same draws.":
      "±: một nửa khoảng tin cậy 95%, chỉ là sai số do mô phỏng. Các kịch bản dùng chung các lượt mô phỏng.",
    "Every quantity and every digit: {}": "Mọi đại lượng với đầy đủ chữ số: {}",

    // What does it.
    "All targets together: what makes {} differ":
      "Đồng thời các chỉ tiêu: nguyên nhân chênh lệch của kịch bản {}",
    "{}: what makes {} differ": "{}: nguyên nhân chênh lệch của kịch bản {}",
    "No difference of A and {} distinguishable from zero: {}.":
      "Kịch bản A và {} chưa chênh lệch có ý nghĩa thống kê về: {}.",
    "Assumption": "Giả định",
    "probability, pp": "xác suất, điểm %",
    "mean, {}": "trung bình, {}",
    "{} - A: all of them": "{} - A: tổng cộng",
    "{} more, each less: --format csv lists them.":
      "Còn {} giả định khác, tác động nhỏ hơn: xem bằng --format csv.",
    "Not distinguishable from zero: {} and {} more.":
      "Chưa khác 0 có ý nghĩa thống kê: {} và {} giả định khác.",
    "All of it is due to {}: nothing else differs, or nothing else can be changed alone.":
      "Toàn bộ chênh lệch là do {}: ngoài ra không có gì khác, hoặc không thể thay đổi riêng phần nào khác.",
    "all orders": "mọi thứ tự",
    "{} orders": "{} thứ tự",
    "Parts are what an assumption changes when it joins those before it, averaged over {} (Shapley values), from {} scenarios in between in {} of the draws; they add up to the difference.":
      "Đóng góp của mỗi giả định là mức thay đổi khi thêm giả định đó vào các giả định đứng trước, lấy bình quân theo {} (giá trị Shapley), tính từ {} kịch bản trung gian với {} lượt mô phỏng; tổng các đóng góp bằng chênh lệch.",

    // The command.
    "a comparison takes two scenarios or more": "cần từ hai kịch bản trở lên để so sánh",
    "none of the scenarios has a target '{}'": "không kịch bản nào có chỉ tiêu '{}'",
    "none of the scenarios has a target '{}'; did you mean '{}'?":
      "không kịch bản nào có chỉ tiêu '{}'; có phải ý bạn là '{}'?",
    "'{}' has no quantity '{}'; did you mean '{}'?":
      "'{}' không có đại lượng '{}'; có phải ý bạn là '{}'?",
    "'{}' has no quantity '{}'; `--format csv` lists all of them":
      "'{}' không có đại lượng '{}'; `--format csv` liệt kê tất cả",
    "there is no quantity '{}'": "không có đại lượng '{}'",
    "it is about {}, but '{}' is about {}": "kịch bản này của năm {}, còn '{}' của năm {}",
    "compare scenarios of the same year": "hãy so sánh các kịch bản của cùng một năm",
    "its money is in {}, that of '{}' in {}": "đơn vị tiền ở đây là {}, còn ở '{}' là {}",
    "write both scenarios in one currency": "hãy viết hai kịch bản bằng cùng một đơn vị tiền",
    "growth is measured from {}, in '{}' from {}":
      "tăng trưởng được tính so với năm {}, còn ở '{}' so với năm {}",
    "volumes are in prices of another year than in '{}'":
      "số liệu theo giá so sánh của năm khác với '{}'",
    "it says `sampling: {}`; a comparison takes independent draws":
      "kịch bản ghi `sampling: {}`; so sánh kịch bản dùng các lượt mô phỏng độc lập",
  ]
}
