// swift-format-ignore-file: an entry is one line in each language.

extension Vietnamese {
  /// What published figures change.
  static let update: Catalogue.Entries = [
    "{}. Nothing has been published since: as growth run says.":
      "{}. Từ đó đến nay chưa có số liệu mới được công bố: kết quả như của growth run.",
    "{}, after {} before the published figure.": "{}; trước khi có số liệu công bố là {}.",
    "{}, after {} before the {} published figures.": "{1}; trước khi có {3} số liệu công bố là {2}.",
    "95% interval {}, from {} that agree with them, worth {} independent ones":
      "Khoảng tin cậy 95%: {}, từ {} khớp với các số liệu đó, tương đương {} lượt độc lập",
    "From {} that agree with them, worth {} independent ones":
      "Từ {} khớp với các số liệu đó, tương đương {} lượt độc lập",
    "{} grew by {} in the first quarter.": "{} quý I tăng {}.",
    "{} grew by {} in the first half.": "{} 6 tháng đầu năm tăng {}.",
    "{} grew by {} in the first nine months.": "{} 9 tháng tăng {}.",
    "{} For {} in {} it must grow by {} in {}.": "{1} Để cả năm {3} tăng {2}, {5} phải tăng {4}.",
    "{} For {} in {} it must grow by {} in {}; expect {}, in nine draws of ten {} to {}.":
      "{1} Để cả năm {3} tăng {2}, {5} phải tăng {4}; dự kiến tăng {6}, 9/10 số lượt mô phỏng từ {7} đến {8}.",
    "{} does not have {} of past years.": "{} không có số liệu {} của các năm trước.",
    "In {} years from {} to {} ({}) {} never grew by that much; the most was {}, in {}.":
      "Trong {1} năm từ {2} đến {3} ({4}), {5} chưa lần nào tăng đến mức đó; cao nhất là {6}, năm {7}.",
    "In {} years from {} to {} ({}) {} grew by that much once, in {}; the most was {}, in {}.":
      "Trong {1} năm từ {2} đến {3} ({4}), {5} một lần tăng đến mức đó, vào năm {6}; cao nhất là {7}, năm {8}.",
    "In {} years from {} to {} ({}) {} grew by that much {} times, last in {}; the most was {}, in {}.":
      "Trong {1} năm từ {2} đến {3} ({4}), {5} có {6} lần tăng đến mức đó, gần nhất là năm {7}; cao nhất là {8}, năm {9}.",
    "the fourth quarter": "quý IV",
    "the second half": "6 tháng cuối năm",
    "the last three quarters": "9 tháng cuối năm",
    "in the fourth quarter": "trong quý IV",
    "in the second half": "trong 6 tháng cuối năm",
    "in the last three quarters": "trong 9 tháng cuối năm",
    "{} ({} to {})": "{} ({} đến {})",

    // Tables.
    "Still to find, %": "Còn phải đạt, %",
    "known": "đã biết",
    "needed": "cần đạt",
    "expected": "dự kiến",
    "mean (5–95%)": "trung bình (5–95%)",
    "reached": "đã đạt",
    "in the past": "trước đây",
    "{} of {}": "{} trên {}",
    "What was published": "Số liệu đã công bố",
    "came out": "thực tế",
    "surprise": "bất ngờ",
    "points": "điểm %",
    "expect": "kỳ vọng",
    "All": "Tổng cộng",
    "before": "trước",
    "now": "hiện nay",

    // Notes.
    "{} follows from the other figures, and adds nothing.": "{} suy ra được từ các số liệu khác, không cho thêm thông tin.",
    "expected: mean and standard deviation when all that was published before was known. surprise: how far the figure lies from that. probability, expect: what the figure changed of the first target's probability and mean; of figures published together the mean over the orders in which one may take them. All of them add up.":
      "dự kiến: trung bình và độ lệch chuẩn khi đã biết mọi số liệu công bố trước đó. bất ngờ: số liệu lệch khỏi mức dự kiến bao nhiêu. xác suất, kỳ vọng: số liệu đó làm thay đổi xác suất và trung bình của chỉ tiêu đầu tiên bao nhiêu; với các số liệu công bố cùng lúc là bình quân theo mọi thứ tự xem xét. Các mức thay đổi này cộng khớp với tổng.",
    "How far the figures lie from the centre of what was believed: {} (chi-square, {} degrees of freedom: probability of more {}).":
      "Khoảng cách từ các số liệu đến tâm của phân phối ban đầu: {} (khi bình phương, {} bậc tự do; xác suất lệch xa hơn: {}).",
    "the draws that agree with the published figures are worth only {} independent ones, as a few of them count for most: what is said of tails is rough":
      "các lượt mô phỏng khớp với số liệu đã công bố chỉ tương đương {} lượt độc lập, vì một số ít lượt chiếm phần lớn trọng số: kết quả ở hai đuôi phân phối chỉ là gần đúng",
    "{} of {} draws could not be made to agree with the published figures, and count for nothing":
      "{} trên {} lượt mô phỏng không khớp được với số liệu đã công bố và không được tính",
    "the scenario hardly expected the published figures: one further from the centre of what it believes has a probability of about {}":
      "kịch bản hầu như không lường tới các số liệu đã công bố: xác suất lệch xa hơn nữa chỉ khoảng {}",
  ]
}
