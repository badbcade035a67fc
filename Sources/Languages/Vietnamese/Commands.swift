// swift-format-ignore-file: an entry is one line in each language.

extension Vietnamese {
  /// What commands say of their options, their files and how far they are.
  static let commands: Catalogue.Entries = [
    "error: {}": "lỗi: {}",
    "{}: error: {}": "{}: lỗi: {}",
    "--threads {} is outside 1 to 1024": "--threads {} nằm ngoài 1 đến 1024",
    "write a whole number from 1 to 4.29G, such as 500000, 100k or 1M":
      "hãy viết một số nguyên từ 1 đến 4.29G, ví dụ 500000, 100k hoặc 1M",
    "write --range LEVER=A..B, as in --range \"credit.growth=0%..20%\"":
      "hãy viết --range ĐÒN_BẨY=A..B, ví dụ --range \"credit.growth=0%..20%\"",
    "write two figures as in a scenario file, as in --range \"credit.growth=0%..20%\"":
      "hãy viết hai số như trong tệp kịch bản, ví dụ --range \"credit.growth=0%..20%\"",
    "write --cost LEVER=VALUE, as in --cost \"credit.growth=50 billion VND\"":
      "hãy viết --cost ĐÒN_BẨY=GIÁ_TRỊ, ví dụ --cost \"credit.growth=50 billion VND\"",
    "write percentage points between 0 and 50, such as 0.1pp":
      "hãy viết số điểm phần trăm giữa 0 và 50, ví dụ 0.1pp",
    "write a probability between 0 and 1, such as 70% or 0.7":
      "hãy viết một xác suất giữa 0 và 1, ví dụ 70% hoặc 0.7",
    "'--set {}' has no value: write --set PATH=VALUE, as in --set agriculture.growth=4%":
      "'--set {}' không có giá trị: hãy viết --set THÔNG_SỐ=GIÁ_TRỊ, ví dụ --set agriculture.growth=4%",
    "this is about the levers of a scenario, and '{}' has none":
      "lệnh này về các đòn bẩy chính sách của kịch bản, nhưng '{}' không có đòn bẩy nào",
    "'{}' has no lever '{}'; it has: {}": "'{}' không có đòn bẩy '{}'; các đòn bẩy hiện có: {}",
    "'{}' has no lever '{}'; did you mean '{}'? it has: {}":
      "'{}' không có đòn bẩy '{}'; có phải ý bạn là '{}'? Các đòn bẩy hiện có: {}",
    "this is about the targets of a scenario, and '{}' has none":
      "lệnh này về các chỉ tiêu của kịch bản, nhưng '{}' không có chỉ tiêu nào",
    "'{}' has no target '{}'; it has: {}": "'{}' không có chỉ tiêu '{}'; các chỉ tiêu hiện có: {}",
    "'{}' has no target '{}'; did you mean '{}'? it has: {}":
      "'{}' không có chỉ tiêu '{}'; có phải ý bạn là '{}'? Các chỉ tiêu hiện có: {}",
    "there is no quantity '{}'; did you mean '{}'?":
      "không có đại lượng '{}'; có phải ý bạn là '{}'?",
    "there is no quantity '{}'; `{}` lists all of them":
      "không có đại lượng '{}'; `{}` liệt kê tất cả",

    // Published figures.
    "`{}` cannot take published figures into account yet, and the scenario holds one published figure":
      "`{}` chưa tính đến được số liệu đã công bố, mà kịch bản có một số liệu đã công bố",
    "`{}` cannot take published figures into account yet, and the scenario holds {} published figures":
      "`{}` chưa tính đến được số liệu đã công bố, mà kịch bản có {} số liệu đã công bố",
    "`growth update` does; or ask about the scenario without `actuals`":
      "hãy dùng `growth update`, hoặc hỏi về kịch bản không có `actuals`",
    "`{}` judges the plan as it was made: one published figure has no part in it":
      "`{}` đánh giá kế hoạch như khi được lập: không dùng đến một số liệu đã công bố",
    "`{}` judges the plan as it was made: {} published figures have no part in it":
      "`{}` đánh giá kế hoạch như khi được lập: không dùng đến {} số liệu đã công bố",
    "make something that it depends on uncertain, or leave the figure out":
      "hãy để một yếu tố chi phối nó là bất định, hoặc bỏ số liệu này",
    "is its unit right? Give it a `revision`, or make what it depends on more uncertain":
      "đơn vị đã đúng chưa? Hãy thêm `revision`, hoặc để các yếu tố chi phối nó bất định hơn",
    "give one of them a `revision`, or leave this one out":
      "hãy thêm `revision` cho một trong các số liệu, hoặc bỏ số liệu này",

    // Files.
    "cannot write '{}': {}": "không ghi được '{}': {}",
    "a file needs a name": "tệp phải có tên",
    "it is a folder": "đó là một thư mục",
    "there is no folder '{}'": "không có thư mục '{}'",

    // Progress.
    "{} variants": "{} phương án",
    "{} variants read": "đã đọc {} phương án",
    "{} origins": "{} thời điểm dự báo",
    "{} draws/s": "{} lượt/giây",
    "{} variants/s": "{} phương án/giây",
    "{} variants read/s": "{} phương án/giây",
    "{} origins/s": "{} thời điểm/giây",
    "{} left": "còn {}",
    "{} s": "{} giây",
    "{} min {} s": "{} phút {} giây",
    "{} h {} min": "{} giờ {} phút",
    "a long time": "rất lâu",
    "interrupted; nothing was written": "đã ngắt; chưa ghi kết quả nào",
    "interrupted; the rows that are done are kept: --resume goes on with them":
      "đã ngắt; các dòng đã xong được giữ lại: dùng --resume để làm tiếp",
    "interrupted; the output is not complete": "đã ngắt; kết quả chưa đầy đủ",
  ]
}
