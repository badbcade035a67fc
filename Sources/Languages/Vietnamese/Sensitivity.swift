// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// What the uncertainty of a target comes from.
  static let sensitivity: Catalogue.Entries = [
    "for {}, {} pairs of draws, {} evaluations of the model, seed {}":
      "năm {}, {} cặp lượt mô phỏng, {} lần tính mô hình, hạt giống {}",
    "Levers lie anywhere in their ranges, evenly: the choices that there are, not a forecast.":
      "Các đòn bẩy chính sách nhận giá trị bất kỳ, phân bố đều trong phạm vi cho phép: đây là tập hợp các lựa chọn, không phải dự báo.",
    "Left as they are set: {}.": "Giữ nguyên mức đang đặt: {}.",
    "What moves {}: mean {}, standard deviation {}":
      "Yếu tố tác động đến {}: trung bình {}, độ lệch chuẩn {}",
    "Whether the target is met: {}, probability {}": "Khả năng đạt chỉ tiêu {}: xác suất {}",
    "Too few draws meet it, or miss it, to tell what decides it: more --draws, or --of quantity.":
      "Số lượt mô phỏng đạt (hoặc không đạt) chỉ tiêu quá ít để xác định yếu tố quyết định: cần tăng --draws hoặc dùng --of quantity.",
    "It is the same in every draw: nothing that is uncertain moves it.":
      "Giá trị như nhau trong mọi lượt mô phỏng: không yếu tố bất định nào tác động đến đại lượng này.",
    "One at a time, the inputs account for {} of its variance; how they act together, for {}.":
      "Xét riêng từng yếu tố, các yếu tố đầu vào giải thích {} phương sai; tác động kết hợp giữa chúng giải thích {}.",
    "One at a time, the inputs account for {} of its variance; how they act together is not distinguishable from zero.":
      "Xét riêng từng yếu tố, các yếu tố đầu vào giải thích {} phương sai; phần do tác động kết hợp giữa chúng chưa khác 0 có ý nghĩa thống kê.",

    // Tables.
    "Input": "Yếu tố đầu vào",
    "alone, %": "riêng lẻ, %",
    "in all, %": "tổng thể, %",
    "{} more, each {}% or less in all.": "Còn {} yếu tố khác, tổng thể mỗi yếu tố không quá {}%.",
    "Input, dependence shared out": "Yếu tố đầu vào, đã phân bổ phần phụ thuộc",
    "Shapley effect, %": "tác động Shapley, %",
    "{} more, each {}% or less.": "Còn {} yếu tố khác, mỗi yếu tố không quá {}%.",
    "Not distinguishable from zero: {}.": "Chưa khác 0 có ý nghĩa thống kê: {}.",
    "Not distinguishable from zero: {}; and {} more.":
      "Chưa khác 0 có ý nghĩa thống kê: {}; và {} yếu tố khác.",
    "{}: probability": "{}: xác suất đạt",
    "at p10": "thấp (p10)",
    "at p90": "cao (p90)",
    "change, pp": "thay đổi, điểm %",
    "No input, held low or high, changes the probability of the target ({}) by anything distinguishable from zero.":
      "Không yếu tố đầu vào nào, khi giữ ở mức thấp hay mức cao, làm xác suất đạt chỉ tiêu ({}) thay đổi có ý nghĩa thống kê.",
    "{} more change it by less.": "Còn {} yếu tố khác làm thay đổi ít hơn.",
    "Of 1 input the change is not distinguishable from zero.":
      "Với 1 yếu tố còn lại, thay đổi chưa khác 0 có ý nghĩa thống kê.",
    "Of {} inputs the change is not distinguishable from zero.":
      "Với {} yếu tố còn lại, thay đổi chưa khác 0 có ý nghĩa thống kê.",
    "{} and {} more": "{} và {} mục khác",

    // Groups of inputs.
    "Activities": "Các ngành kinh tế",
    "Levers": "Đòn bẩy chính sách",
    "Effects": "Quan hệ tác động",
    "Events": "Sự kiện",
    "Demand": "Nhu cầu",
    "Projects": "Dự án",
    "Uncertainties": "Yếu tố bất định",
    "Indicators": "Chỉ số kinh tế",
    "Population": "Dân số",
    "Growth of activities": "Tăng trưởng của các ngành",
    "Prices": "Giá cả",
    "Others": "Yếu tố khác",
    "Not of one sector": "Không thuộc riêng khu vực nào",

    // How to read it.
    "alone (█): the part of the variance that goes if the input is known (first-order index). in all (with ░): the part that is left if all others are known (total index). ±: half of the 95% interval, the error of sampling alone.":
      "riêng lẻ (█): phần phương sai mất đi nếu biết chắc yếu tố đó (chỉ số bậc nhất). tổng thể (gồm cả ░): phần phương sai còn lại nếu đã biết chắc mọi yếu tố khác (chỉ số tổng). ±: một nửa khoảng tin cậy 95%, chỉ là sai số do mô phỏng.",
    "{}: not distinguishable from zero, which the interval holds.":
      "{}: chưa phân biệt được với 0, vì khoảng tin cậy còn chứa số 0.",
    "*: inputs that hang together: taken as one above; in the tornado, the others as they are where one is held.":
      "*: các yếu tố phụ thuộc lẫn nhau: bảng trên coi là một yếu tố; trong bảng giữ mức thấp, mức cao, các yếu tố kia biến động theo yếu tố được giữ.",
    "Inputs drawn from the same rows (or joined by a Student t copula of one degree of freedom or fewer) are taken as one in all tables, and are not held on their own.":
      "Các yếu tố lấy mẫu theo cùng một bộ số liệu (hoặc liên kết bằng copula Student t không quá một bậc tự do) được coi là một yếu tố trong mọi bảng và không giữ riêng được.",
    "All inputs: {}": "Toàn bộ yếu tố đầu vào: {}",

    // The command.
    "--levers: '{}' has no lever that can be moved over a range as one number":
      "--levers: '{}' không có đòn bẩy nào thay đổi được trong một phạm vi như một con số",
    "'{}' has no uncertain input '{}'": "'{}' không có yếu tố bất định '{}'",
    "'{}' has no uncertain input '{}'; did you mean '{}'?":
      "'{}' không có yếu tố bất định '{}'; có phải ý bạn là '{}'?",
    "'{}' is in the groups '{}' and '{}'": "'{}' thuộc cả hai nhóm '{}' và '{}'",
    "write --group NAME=INPUT,INPUT, as in --group weather=water,floods":
      "hãy viết --group TÊN=YẾU_TỐ,YẾU_TỐ, ví dụ --group weather=water,floods",
  ]
}
