// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// What must be true for a target.
  static let explain: Catalogue.Entries = [
    // Sentences about one figure.
    "{}: {} in {} of the draws that met the target, and in {} of those that missed it.":
      "{}: {} trong {} số lượt mô phỏng đạt chỉ tiêu, so với {} số lượt không đạt.",
    "above {}": "trên {}",
    "between {} and {}": "từ {} đến {}",
    "{} or later": "từ {} trở đi",
    "{} or earlier": "từ {} trở về trước",
    "yes": "có",
    "no": "không",
    "yes in %": "tỷ lệ có, %",

    // The answer.
    "on average until {}": "bình quân đến năm {}",
    "{}: impossible.": "{}: không thể.",
    "{}: certain.": "{}: chắc chắn.",
    "No values that the uncertain figures may take meet it: nothing would make it true.":
      "Không giá trị nào mà các yếu tố bất định có thể nhận làm cho chỉ tiêu này đạt được: không có điều kiện nào giúp được.",
    "No values that the uncertain figures may take miss it: nothing need be true.":
      "Với mọi giá trị mà các yếu tố bất định có thể nhận, chỉ tiêu này đều đạt: không cần điều kiện nào.",
    "What must be true for {}: {}.": "Điều kiện để có “{}”: {}.",
    "None of {} met it, so that there is nothing to compare: only the most likely way to its border can be told. More --draws may show others.":
      "Không lượt nào trong {} đạt chỉ tiêu nên không có gì để so sánh: chỉ nêu được con đường dễ xảy ra nhất để chạm ngưỡng. Có thể tăng số lượt bằng --draws.",
    "All of {} met it, so that there is nothing to compare: only the most likely way to its border can be told. More --draws may show others.":
      "Tất cả {} đều đạt chỉ tiêu nên không có gì để so sánh: chỉ nêu được con đường dễ xảy ra nhất để chạm ngưỡng. Có thể tăng số lượt bằng --draws.",
    "{} met it, with {} on average; those that missed it have {}.":
      "{} đạt chỉ tiêu, trung bình {}; các lượt không đạt trung bình {}.",
    "too few for more than medians": "quá ít, chỉ đủ để nêu trung vị",
    "too few for 10% and 90% to be sure": "quá ít để chắc chắn về mức 10% và 90%",
    "Thin evidence: only {} met it, and all that is said of that side rests on it, {}. More --draws may help.":
      "Căn cứ còn mỏng: chỉ có {} đạt chỉ tiêu và mọi nhận định về phía này đều dựa vào đó, {}. Có thể tăng số lượt bằng --draws.",
    "Thin evidence: only {} missed it, and all that is said of that side rests on it, {}. More --draws may help.":
      "Căn cứ còn mỏng: chỉ có {} không đạt chỉ tiêu và mọi nhận định về phía này đều dựa vào đó, {}. Có thể tăng số lượt bằng --draws.",
    "Thin evidence: only {} met it, and all that is said of that side rests on them, {}. More --draws may help.":
      "Căn cứ còn mỏng: chỉ có {} đạt chỉ tiêu và mọi nhận định về phía này đều dựa vào đó, {}. Có thể tăng số lượt bằng --draws.",
    "Thin evidence: only {} missed it, and all that is said of that side rests on them, {}. More --draws may help.":
      "Căn cứ còn mỏng: chỉ có {} không đạt chỉ tiêu và mọi nhận định về phía này đều dựa vào đó, {}. Có thể tăng số lượt bằng --draws.",
    "Nothing that is uncertain tells the draws that met it from those that missed it.":
      "Không yếu tố bất định nào phân biệt được các lượt đạt với các lượt không đạt chỉ tiêu.",
    "{}; and {} more": "{}; và {} yếu tố khác",

    // The table of figures.
    "Figure": "Yếu tố",
    "all": "tất cả",
    "met": "đạt",
    "missed": "không đạt",
    "shift": "lệch",
    "apart": "cách",
    "{} more tell less.": "{} yếu tố khác ít liên quan hơn.",
    "Not distinguishable from what has nothing to do with the target: {}.":
      "Không phân biệt được với yếu tố không liên quan đến chỉ tiêu: {}.",
    "10%, 90%: one draw in ten lies below, above. shift: the mean of the draws that met the target less that of all, in standard deviations of all, with half of the 95% interval. apart: the largest difference between the distribution functions of both sides (Kolmogorov's distance): 0 of what has nothing to do with the target, 100 of what decides it. Both are facts about the draws, not causes.":
      "10%, 90%: cứ 10 lượt mô phỏng thì có 1 lượt thấp hơn mức 10%, 1 lượt cao hơn mức 90%. lệch: trung bình (TB) của các lượt đạt trừ trung bình của tất cả, tính theo độ lệch chuẩn (ĐLC) của tất cả, kèm nửa khoảng tin cậy 95%. cách: chênh lệch lớn nhất giữa hai hàm phân phối (khoảng cách Kolmogorov): 0 nếu không liên quan đến chỉ tiêu, 100 nếu quyết định chỉ tiêu. Cả hai là nhận xét về các lượt mô phỏng, không phải quan hệ nhân quả.",
    "Levers are chosen, not uncertain, and so are not listed.":
      "Đòn bẩy chính sách là do lựa chọn, không phải yếu tố bất định, nên không liệt kê.",
    "All figures: growth explain {} --format csv": "Mọi yếu tố: growth explain {} --format csv",

    // The most likely point.
    "The most likely way to the border of the target was not found: {}.":
      "Không tìm được con đường dễ xảy ra nhất để chạm ngưỡng chỉ tiêu: {}.",
    "all that matters has few values, or jumps": "các yếu tố có ảnh hưởng chỉ nhận ít giá trị hoặc thay đổi nhảy bậc",
    "the search came to no end": "việc tìm kiếm không kết thúc được",
    "the quantity has no number there": "đại lượng không có giá trị tại đó",
    "it was": "đã tìm được",
    "The most likely way to exactly {}": "Con đường dễ xảy ra nhất để đúng {}",
    "there": "tại đó",
    "from the mean, sd": "lệch TB, ĐLC",
    "{} more lie closer.": "{} yếu tố khác nằm gần trung bình hơn.",
    "It lies {} standard deviations from the middle, which is the least with which a draw meets the target.":
      "Điểm này cách trung tâm {} độ lệch chuẩn, là khoảng cách ngắn nhất để một lượt mô phỏng đạt chỉ tiêu.",
    "It lies {} standard deviations from the middle, which is the least with which a draw misses the target.":
      "Điểm này cách trung tâm {} độ lệch chuẩn, là khoảng cách ngắn nhất để một lượt mô phỏng không đạt chỉ tiêu.",
    "If that border were flat, it would be met with a probability of {} (first-order reliability); counted: {}.":
      "Nếu ngưỡng là mặt phẳng thì xác suất đạt là {} (phương pháp độ tin cậy bậc nhất); theo kết quả đếm: {}.",
    "If that border were flat and what is given below sure, it would be met with a probability of {} (first-order reliability); counted: {}.":
      "Nếu ngưỡng là mặt phẳng và các điều kiện cho trước dưới đây là chắc chắn thì xác suất đạt là {} (phương pháp độ tin cậy bậc nhất); theo kết quả đếm: {}.",
    "As a whole it is {}: {} of draws lie further out, one way or another (chi-square, {} degree of freedom).":
      "Xét tổng thể, đây là {}: {} số lượt mô phỏng nằm xa hơn theo hướng này hay hướng khác (khi bình phương, {} bậc tự do).",
    "As a whole it is {}: {} of draws lie further out, one way or another (chi-square, {} degrees of freedom).":
      "Xét tổng thể, đây là {}: {} số lượt mô phỏng nằm xa hơn theo hướng này hay hướng khác (khi bình phương, {} bậc tự do).",
    "no unusual draw": "trường hợp bình thường",
    "an unusual draw": "trường hợp hiếm gặp",
    "a draw unlike others": "trường hợp khác hẳn các lượt khác",
    "There is another way about as likely.": "Còn một con đường khác có khả năng gần như vậy.",
    "There are {} others about as likely.": "Còn {} con đường khác có khả năng gần như vậy.",
    "Given that, out of the usual, {}.": "Với điều kiện khác thường: {}.",
    "Given, as usual, {}.": "Với điều kiện thông thường: {}.",
    "less than {}%": "dưới {}%",
    "more than {}%": "trên {}%",
  ]
}
