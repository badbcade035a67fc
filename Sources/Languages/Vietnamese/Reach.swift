// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// What it takes to reach a target.
  static let reach: Catalogue.Entries = [
    "What it takes for a probability of {}: {}": "Cần làm gì để xác suất đạt {}: {}",
    "As the levers stand it is {}.": "Với mức hiện đặt của các đòn bẩy, xác suất là {}.",
    "As the levers stand it is {}: already reached.":
      "Với mức hiện đặt của các đòn bẩy, xác suất là {}: đã đạt yêu cầu.",
    "by period": "theo kỳ",
    "each period": "mỗi kỳ",
    "anywhere": "mọi mức",
    "The scenario has no levers.": "Kịch bản không có đòn bẩy chính sách nào.",

    // One lever alone.
    "One lever alone": "Riêng từng đòn bẩy",
    "change": "thay đổi",
    "setting, 95%": "mức đặt, 95%",
    "cost,": "chi phí,",
    "out of reach": "ngoài tầm",
    "no effect": "không tác động",
    "no range": "chưa có phạm vi",
    "a date": "là ngày",
    "no room": "hết phạm vi",
    "Over its range": "Trên toàn phạm vi",
    "from": "từ",
    "to": "đến",
    "best": "cao nhất",
    "at": "tại mức",
    "{}: the scenario gives no range; give one with --range \"{}=A..B\".":
      "{}: kịch bản chưa cho phạm vi; hãy đặt bằng --range \"{}=A..B\".",
    "{}: a day; days are not searched. Try some with --set.":
      "{}: là ngày; chương trình không dò tìm theo ngày. Có thể thử bằng --set.",
    "{}: its periods span the whole range, so that they cannot be moved together.":
      "{}: các kỳ đã trải hết phạm vi nên không thể cùng thay đổi.",
    "{}: the probability is not monotone in the setting (it turns back by up to {} pp); shown is the setting nearest to the present one.":
      "{}: xác suất không tăng hoặc giảm đều theo mức đặt (có lúc đổi chiều đến {} điểm %); bảng nêu mức đặt gần mức hiện tại nhất.",

    // Several levers.
    "The cheapest combination: no lever that has a cost helps.":
      "Tổ hợp tiết kiệm nhất: không đòn bẩy nào có chi phí giúp được.",
    "The cheapest combination: {}": "Tổ hợp tiết kiệm nhất: {}",
    "The cheapest combination: {}, the least cost in truth between {} and {} (95%)":
      "Tổ hợp tiết kiệm nhất: {}, chi phí thấp nhất thực sự nằm giữa {} và {} (95%)",
    "All together: out of reach; with each lever where it does best alone it is {}":
      "Kết hợp tất cả: ngoài tầm; khi mỗi đòn bẩy ở mức riêng tốt nhất, xác suất là {}",
    "Left where they are, without a cost to weigh or an effect that helps: {}":
      "Giữ nguyên vì không có chi phí để cân nhắc hoặc không có tác động: {}",
    "Together": "Kết hợp",

    // The plain arithmetic.
    "No plain arithmetic: not every input has a mean, or the quantity has no value there.":
      "Không tính trực tiếp được: có yếu tố đầu vào không có trung bình, hoặc đại lượng không có giá trị tại đó.",
    "With every input at its mean {} is {}, {} to the good of {}.":
      "{}, khi mọi yếu tố đầu vào ở mức trung bình, là {}, tốt hơn {} so với mức {}.",
    "With every input at its mean {} is {}, {} short of {}.":
      "{}, khi mọi yếu tố đầu vào ở mức trung bình, là {}, còn thiếu {} so với mức {}.",
    "To meet it exactly, one activity alone": "Để vừa đạt, chỉ dựa vào một ngành",
    "would grow, %": "phải tăng, %",
    "expected, %": "dự kiến, %",
    "difference, pp": "chênh lệch, điểm %",
    "no growth does": "không mức nào đủ",

    // Notes.
    "needed: the nearest setting that reaches the probability on these draws, rounded so that it still does. setting, 95%: where the true setting lies, the error of sampling alone.":
      "cần đạt: mức đặt gần nhất đạt được xác suất yêu cầu trên các lượt mô phỏng này, làm tròn sao cho vẫn đạt. mức đặt, 95%: khoảng chứa mức đặt thực, chỉ tính sai số do mô phỏng.",
    "All digits: growth reach {} --format json": "Đủ mọi chữ số: growth reach {} --format json",
  ]
}
