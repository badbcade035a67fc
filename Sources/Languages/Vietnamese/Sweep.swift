// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// Variants of a scenario.
  static let sweep: Catalogue.Entries = [
    "for {}, {} variants, {} draws of each, seed {}":
      "năm {}, {} phương án, mỗi phương án {} lượt mô phỏng, hạt giống {}",
    "{} of at least {}": "{} từ {} trở lên",
    "{} of at most {}": "{} không quá {}",
    "{} of {} ± {}": "{} ở mức {} ± {}",
    "{}: probability from {} with {} to {} with {}.":
      "{}: xác suất từ {} (khi {}) đến {} (khi {}).",
    "{} as it is": "{} giữ nguyên",
    "as it is": "giữ nguyên",
    "median, {}": "trung vị, {}",
    "Variants, the best first": "Các phương án, xếp từ tốt nhất",
    "The best {} of {} variants": "{} phương án tốt nhất trong {} phương án",
    "The worst {}": "{} phương án kém nhất",
    "Probability, %": "Xác suất, %",
    "{}, the lighter the higher, from {} to {}:": "{}, màu càng sáng thì càng cao, từ {} đến {}:",
    "{}, the more shade the higher, from {} to {}:": "{}, càng đậm thì càng cao, từ {} đến {}:",
    "{} (columns {} to {} of {})": "{} (cột {} đến {} trong {} cột)",
    "The first {} of {} rows.": "{} hàng đầu trong tổng số {} hàng.",
    "The first {} of {} columns.": "{} cột đầu trong tổng số {} cột.",
    "mean probability, %": "xác suất bình quân, %",
    "The first {} of {} values.": "{} giá trị đầu trong tổng số {} giá trị.",
    "All variants have the same random numbers, so that two of them differ by what was varied and by far less chance than their 95% intervals, the error of sampling, would allow.":
      "Các phương án dùng chung một bộ số ngẫu nhiên, nên khác nhau chủ yếu do những gì được thay đổi; phần ngẫu nhiên nhỏ hơn nhiều so với khoảng tin cậy 95% (sai số do mô phỏng) của từng phương án.",
    "mean probability: the average over all variants with the value, whatever the others are.":
      "xác suất bình quân: bình quân của mọi phương án có giá trị đó, bất kể các giá trị khác.",
    "Every target and quantity: {}": "Mọi chỉ tiêu và đại lượng: {}",
    "warning: {}": "cảnh báo: {}",

    // The chart.
    "Probability of {}": "Xác suất đạt chỉ tiêu: {}",
    "probability, %": "xác suất, %",
    "{} (for {}): {} variants, {} draws of each.":
      "{} (năm {}): {} phương án, mỗi phương án {} lượt mô phỏng.",
    "{}, in percent, by {}.": "{}, tính bằng %, theo {}.",
    "{}, in percent, by {} and {}.": "{}, tính bằng %, theo {} và {}.",
    "It lies between {}% and {}%.": "Xác suất nằm trong khoảng từ {}% đến {}%.",
    "a chart shows one path, or a grid of two":
      "biểu đồ chỉ thể hiện một thông số, hoặc một lưới hai thông số",
    "a chart shows at most {} values of a path":
      "biểu đồ thể hiện tối đa {} giá trị của một thông số",

    // The command.
    "--resume goes on with the rows of a file: give -o FILE, and --format csv or json":
      "--resume làm tiếp các dòng của một tệp: cần có -o TỆP và --format csv hoặc json",
    "--target is for the screen and --chart; a table has every target":
      "--target dùng cho màn hình và --chart; bảng luôn có mọi chỉ tiêu",
    "'{}' has no targets: say with --quantity what to keep, as in --quantity growth":
      "'{}' không có chỉ tiêu: hãy dùng --quantity để chọn đại lượng cần giữ, ví dụ --quantity growth",
    "there is no '{}' to go on with: beginning with the first variant":
      "không có '{}' để làm tiếp: bắt đầu từ phương án thứ nhất",
    "'{}' holds the rows of a sweep that was interrupted":
      "'{}' chứa các dòng của một lần chạy bị ngắt giữa chừng",
    "add --resume to go on with it, or remove the file to begin anew":
      "thêm --resume để làm tiếp, hoặc xoá tệp để bắt đầu lại",
    "the rows in '{}' are not of this sweep: {}":
      "các dòng trong '{}' không thuộc lần chạy này: {}",
    "repeat the command as it was, or remove the file to begin anew":
      "hãy chạy lại đúng lệnh cũ, hoặc xoá tệp để bắt đầu lại",
    "'{}' holds what this sweep has not written": "'{}' chứa nội dung không do lần chạy này ghi",
    "remove the file to begin anew": "hãy xoá tệp để bắt đầu lại",
    "and {} more errors": "và {} lỗi khác",
    "the first variant with an error: {}": "phương án đầu tiên có lỗi: {}",
    "{}: error: {}, with {}": "{}: lỗi: {}, với {}",
    "a variant has other targets than the first one: {}":
      "một phương án có các chỉ tiêu khác phương án thứ nhất: {}",
    "vary thresholds and not which targets there are":
      "hãy thay đổi mức của chỉ tiêu, không thay đổi danh mục chỉ tiêu",
    "it is not known what they are rows of": "không rõ các dòng này thuộc lần chạy nào",
    "the version of the program was '{}', and is '{}'":
      "phiên bản chương trình trước là '{}', nay là '{}'",
    "the seed was '{}', and is '{}'": "hạt giống trước là '{}', nay là '{}'",
    "the number of draws was '{}', and is '{}'": "số lượt mô phỏng trước là '{}', nay là '{}'",
    "the sampling was '{}', and is '{}'": "cách lấy mẫu trước là '{}', nay là '{}'",
    "the format was '{}', and is '{}'": "định dạng trước là '{}', nay là '{}'",
    "the number of variants was '{}', and is '{}'": "số phương án trước là '{}', nay là '{}'",
    "the list of quantities was '{}', and is '{}'":
      "danh mục đại lượng trước là '{}', nay là '{}'",
    "the scenario has changed": "kịch bản đã thay đổi",
    "the variants have changed": "các phương án đã thay đổi",
    "as the scenario says": "theo kịch bản",
    "--variants lists whole variants, each with all of --vary: leave out --design":
      "--variants liệt kê trọn vẹn các phương án, mỗi phương án đi với mọi giá trị của --vary: hãy bỏ --design",
    "nothing is varied: write --vary PATH=A..B:N, as in --vary credit.growth=0..20%:5":
      "chưa có gì thay đổi: hãy viết --vary THÔNG_SỐ=A..B:N, ví dụ --vary credit.growth=0..20%:5",
    "--design lhs needs --points: how many variants there are":
      "--design lhs cần có --points: số phương án",
    "--points is for --design lhs; a range says how many values it has, as in 0..20%:5":
      "--points dùng cho --design lhs; phạm vi tự nêu số giá trị, ví dụ 0..20%:5",
  ]
}
