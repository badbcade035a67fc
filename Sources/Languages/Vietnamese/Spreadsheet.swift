// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// The sheets of a spreadsheet and its charts.
  static let spreadsheet: Catalogue.Entries = [
    "Summary": "Tóm tắt",
    "Sheets": "Các trang tính",
    "id": "mã",
    "growth {}, seed {}, digest {}": "growth {}, hạt giống {}, mã băm {}",
    "Cells hold every digit. Rounded as they are shown here, parts can miss their sum by one in the last place.":
      "Các ô giữ đủ mọi chữ số. Khi làm tròn như đang hiển thị, tổng các phần có thể lệch một đơn vị ở chữ số cuối.",
    "Data of charts": "Số liệu biểu đồ",
    "Data of charts that no other sheet has": "Số liệu vẽ biểu đồ không có ở các trang khác",
    "Chart: {}. Its numbers are in the table above it.": "Biểu đồ: {}. Số liệu nằm ở bảng phía trên.",
    "Chart: {}. Its numbers are on the sheet {}.": "Biểu đồ: {}. Số liệu nằm ở trang {}.",
    "Probability of each target": "Xác suất đạt từng chỉ tiêu",
    "percentage points": "điểm phần trăm",
    "change of the probability, percentage points": "thay đổi xác suất, điểm phần trăm",
    "foot": "chân cột",
    "adds": "làm tăng",
    "adds, below zero": "làm tăng, dưới 0",
    "takes away": "làm giảm",
    "takes away, below zero": "làm giảm, dưới 0",
    "sum": "tổng",
    "{} others": "{} yếu tố khác",

    "this build of growth writes no spreadsheets: libxlsxwriter was not there when it was built":
      "bản growth này không ghi được bảng tính: khi biên dịch chưa có libxlsxwriter",
    "`make build` installs it and builds again; after installing libxlsxwriter-dev by hand, run `swift package purge-cache` before `swift build`":
      "`make build` sẽ cài đặt và biên dịch lại; nếu tự cài libxlsxwriter-dev, hãy chạy `swift package purge-cache` trước `swift build`",

    // Names of sheets: no more than 31 characters.
    "Distribution": "Phân bố",
    "Contributions": "Đóng góp",
    "Contributions by period": "Đóng góp theo kỳ",
    "One input held": "Cố định từng yếu tố",
    "Sensitivity": "Độ nhạy",
    "Comparison": "So sánh",
    "Comparison: means": "So sánh trung bình",
    "Comparison: causes": "So sánh nguyên nhân",
    "Comparison: assumptions": "So sánh giả định",
    "Update": "Cập nhật",
    "Update: what is new": "Cập nhật số liệu mới",
    "Update: rest of the year": "Cập nhật phần còn lại của năm",
  ]
}
