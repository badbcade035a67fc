// swift-format-ignore-file: an entry is one line in each language.

extension Vietnamese {
  /// The forecast, and what the screens of all analyses share.
  static let run: Catalogue.Entries = [
    "{} draw": "{} lượt mô phỏng",
    "{} draws": "{} lượt mô phỏng",
    "for {}, {}, seed {}": "năm {}, {}, hạt giống {}",
    "{}, as of {}": "{}, số liệu đến ngày {}",
    "with {}": "với {}",
    "1 warning": "1 cảnh báo",
    "{} warnings": "{} cảnh báo",
    "and {} more: growth check {}": "và {} cảnh báo khác: growth check {}",

    // The answer.
    "{} of {} or more {}": "{1} {3} đạt {2} trở lên",
    "{} of {} or less {}": "{1} {3} không quá {2}",
    "{} of {} {}": "{1} {3} ở mức {2}",
    "over {}-{}": "giai đoạn {}-{}",
    "No values that the uncertain figures may take meet it.":
      "Không giá trị nào mà các yếu tố bất định có thể nhận làm cho chỉ tiêu này đạt được.",
    "No values that the uncertain figures may take miss it.":
      "Với mọi giá trị mà các yếu tố bất định có thể nhận, chỉ tiêu này đều đạt.",
    "{}: the error of sampling, not of the assumptions.":
      "{}; đây là sai số do mô phỏng, chưa phải sai số của các giả định.",
    "95% interval {}, from {}": "Khoảng tin cậy 95%: {}, từ {}",
    "95% interval {}, from {} aimed at it, since none of {} met it":
      "Khoảng tin cậy 95%: {}, từ {} hướng riêng vào chỉ tiêu này, vì không lượt nào trong {} đạt",
    "95% interval {}, from {} aimed at it, since none of {} missed it":
      "Khoảng tin cậy 95%: {}, từ {} hướng riêng vào chỉ tiêu này, vì không lượt nào trong {} không đạt",
    "95% interval {}, from {} aimed at it, since only {} of {} met it":
      "Khoảng tin cậy 95%: {}, từ {} hướng riêng vào chỉ tiêu này, vì chỉ có {} lượt trong {} đạt",
    "95% interval {}, from {} aimed at it, since only {} of {} missed it":
      "Khoảng tin cậy 95%: {}, từ {} hướng riêng vào chỉ tiêu này, vì chỉ có {} lượt trong {} không đạt",
    "None of {} met it; the limit is that of a 95% interval":
      "Không lượt nào trong {} đạt chỉ tiêu; giới hạn trên là của khoảng tin cậy 95%",
    "All of {} met it; the limit is that of a 95% interval":
      "Tất cả {} đều đạt chỉ tiêu; giới hạn trên là của khoảng tin cậy 95%",
    "None of {} met it, nor did a search find one; the limit is that of a 95% interval":
      "Không lượt nào trong {} đạt chỉ tiêu, tìm kiếm riêng cũng không thấy; giới hạn trên là của khoảng tin cậy 95%",
    "All of {} met it, and a search found no other; the limit is that of a 95% interval":
      "Tất cả {} đều đạt chỉ tiêu, tìm kiếm riêng cũng không thấy trường hợp khác; giới hạn trên là của khoảng tin cậy 95%",
    "{} that agree with one published figure, worth {} independent ones":
      "{} khớp với một số liệu đã công bố, tương đương {} lượt độc lập",
    "{} that agree with {} published figures, worth {} independent ones":
      "{} khớp với {} số liệu đã công bố, tương đương {} lượt độc lập",
    "{}, corrected by the linear part of the model (worth {} times as many)":
      "{}, hiệu chỉnh bằng phần tuyến tính của mô hình (tương đương số lượt gấp {} lần)",
    "{} in mirrored pairs": "{} theo cặp đối xứng",
    "{} in Latin hypercubes": "{} theo siêu lập phương Latinh",
    "{} on Sobol's points": "{} theo điểm Sobol",
    "{}, {} replicates": "{}, {} lần lặp",
    "{}: {} in every draw.": "{}: {} trong mọi lượt mô phỏng.",
    "unknown bounds": "chưa xác định",
    "Expect {} of about {} (median): 80% of draws in {}, 90% in {}.":
      "{} dự kiến khoảng {} (trung vị): 80% số lượt mô phỏng cho kết quả từ {}, 90% từ {}.",
    "Of the {} figures in the scenario, {} is an assumption: growth show {}":
      "Trong {} số liệu của kịch bản có {} giả định: growth show {}",
    "Of the {} figures in the scenario, {} are assumptions: growth show {}":
      "Trong {} số liệu của kịch bản có {} giả định: growth show {}",
    "Every quantity of {}: growth run {} --format csv": "Mọi đại lượng của năm {}: growth run {} --format csv",

    // The histogram.
    "(█ meets the target, ░ misses it)": "(█ đạt chỉ tiêu, ░ không đạt)",
    "draws": "tỷ lệ",
    "or more": "trở lên",
    "or less": "luỹ kế",
    "below {}": "dưới {}",
    "{} or more": "{} trở lên",
    "{} or less": "{} trở xuống",
    "target: {}": "chỉ tiêu: {}",
    "target: {}, above these bars": "chỉ tiêu: {}, cao hơn các cột này",
    "target: {}, below these bars": "chỉ tiêu: {}, thấp hơn các cột này",
    "at least {}": "ít nhất {}",
    "at most {}": "tối đa {}",

    // Targets.
    "Targets": "Chỉ tiêu",
    "target": "kế hoạch",
    "median": "trung vị",
    "mean": "trung bình",
    "sd": "độ lệch chuẩn",
    "probability": "xác suất",
    "probability (95%)": "xác suất (95%)",
    "missed by": "thiếu hụt",
    "never": "không",
    "5%, 95%: one draw in 20 lies below, above.":
      "5%, 95%: cứ 20 lượt mô phỏng thì một lượt thấp hơn, cao hơn mức này.",
    "missed by: mean shortfall of the draws that miss.":
      "thiếu hụt: mức thiếu bình quân trong các lượt không đạt.",
    "Too rare to count, found by draws aimed at it (importance sampling)":
      "Quá hiếm để đếm, ước lượng bằng các lượt mô phỏng hướng riêng vào chỉ tiêu (lấy mẫu theo mức quan trọng)",
    "Limited by the count alone, as draws aimed at it found nothing":
      "Chỉ giới hạn được bằng phép đếm, vì các lượt hướng riêng vào chỉ tiêu không tìm thấy gì",
    "All {} targets together: {} (95% interval {}).": "Đạt đồng thời cả {} chỉ tiêu: {} (khoảng tin cậy 95%: {}).",
    "All {} targets together: {}.": "Đạt đồng thời cả {} chỉ tiêu: {}.",
    "No draw misses one target alone.": "Không có lượt mô phỏng nào chỉ trượt riêng một chỉ tiêu.",
    "Binds most often: {}, the only target missed in every draw.":
      "Vướng nhiều nhất ở: {}, chỉ tiêu duy nhất không đạt trong mọi lượt mô phỏng.",
    "Binds most often: {}, the only target missed in {} of draws.":
      "Vướng nhiều nhất ở: {}, chỉ tiêu duy nhất không đạt trong {} số lượt mô phỏng.",

    // Tables.
    "Growth by period": "Tăng trưởng theo kỳ",
    "What moves growth in {}": "Yếu tố tác động đến tăng trưởng năm {}",
    "{} more, each within {} in nine draws of ten": "{} yếu tố khác, mỗi yếu tố trong phạm vi {} ở 9/10 số lượt",
    "Levers in {}": "Đòn bẩy chính sách năm {}",
    "set to": "hiện đặt",
    "range": "phạm vi",
    "who decides": "cấp quyết định",
    "Asked for": "Đại lượng yêu cầu",
    "Contributions to growth": "Đóng góp vào tăng trưởng",
    "planned share": "cơ cấu kế hoạch",
    "base share": "cơ cấu năm gốc",
    "mean growth": "tăng bình quân",
    "mean contribution": "đóng góp bình quân",
    "Shares and mean contributions are rounded so that they add up; the 5% and 95% columns do not: activities are not all low, or all high, at once.":
      "Cơ cấu và đóng góp bình quân được làm tròn sao cho cộng khớp; cột 5% và 95% không cộng được, vì các ngành không cùng thấp hoặc cùng cao một lúc.",

    // Warnings.
    "{} may be met in {} quite different ways that are about equally likely; draws were aimed at each, but there may be more":
      "{} có thể đạt theo {} cách khác hẳn nhau với khả năng gần như nhau; đã mô phỏng riêng từng cách, nhưng có thể còn cách khác",
    "{} may be missed in {} quite different ways that are about equally likely; draws were aimed at each, but there may be more":
      "{} có thể không đạt theo {} cách khác hẳn nhau với khả năng gần như nhau; đã mô phỏng riêng từng cách, nhưng có thể còn cách khác",
    "the draws in which {} is met count for only {}: its probability may be further off than its interval says":
      "các lượt mô phỏng đạt {} chỉ tương đương {} lượt: xác suất có thể lệch nhiều hơn khoảng tin cậy đã nêu",
    "the draws in which {} is missed count for only {}: its probability may be further off than its interval says":
      "các lượt mô phỏng không đạt {} chỉ tương đương {} lượt: xác suất có thể lệch nhiều hơn khoảng tin cậy đã nêu",
    "{} was met in {} of {} plain draws, which does not fit what draws aimed at it say; the count is reported":
      "{} đạt trong {} trên {} lượt mô phỏng thường, không khớp với kết quả của các lượt hướng riêng vào chỉ tiêu; báo cáo lấy kết quả đếm",
    "{} was missed in {} of {} plain draws, which does not fit what draws aimed at it say; the count is reported":
      "{} không đạt trong {} trên {} lượt mô phỏng thường, không khớp với kết quả của các lượt hướng riêng vào chỉ tiêu; báo cáo lấy kết quả đếm",
    "in {} of the draws aimed at {} its quantity is infinite or not a number; they are taken not to be met":
      "trong {} lượt hướng riêng vào {}, đại lượng là vô hạn hoặc không phải là số; các lượt này được coi là không đạt",
    "in {} of the draws aimed at {} its quantity is infinite or not a number; they are taken not to be missed":
      "trong {} lượt hướng riêng vào {}, đại lượng là vô hạn hoặc không phải là số; các lượt này được coi là đạt",
    "{} of {} pairs of variables did not move together as asked; the worst are '{}' and '{}': their Spearman correlation in the first draws is {} instead of {}, with a standard error of {}":
      "{} trên {} cặp biến không biến động cùng nhau như đã đặt; lệch nhất là '{}' và '{}': hệ số tương quan Spearman trong các lượt đầu là {} thay vì {}, với sai số chuẩn {}",
  ]
}
