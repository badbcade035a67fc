// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// The page of `growth serve`.
  static let page: Catalogue.Entries = [
    "The page is at {} and ends with Ctrl-C.":
      "Trang ở địa chỉ {} và kết thúc khi nhấn Ctrl-C.",
    "ended": "đã kết thúc",
    "Language": "Ngôn ngữ",
    "This page comes from the program growth on this computer and ends with it. Nothing leaves the computer.":
      "Trang này do chương trình growth trên máy tính này tạo ra và kết thúc cùng chương trình. Không có gì rời khỏi máy tính.",
    "{}: {} draws for each answer, seed {}": "{}: {} lượt mô phỏng cho mỗi câu trả lời, hạt giống {}",
    "Answer": "Kết quả",
    "Calculating": "Đang tính",
    "Answer in {} ms": "Kết quả sau {} ms",
    "The scenario has no lever with a range.": "Kịch bản không có đòn bẩy nào có khoảng giá trị.",
    "Keep this setting as A": "Giữ phương án này làm A",
    "Keep this setting as A instead": "Thay A bằng phương án này",
    "Forget A": "Bỏ A",
    "Back to the scenario": "Trở về kịch bản",
    "Keep a setting as A and move on: both are then compared in the same draws.":
      "Giữ một phương án làm A rồi tiếp tục thay đổi: hai phương án được so sánh trên cùng các lượt mô phỏng.",
    "Name of the scenario to save": "Tên kịch bản sẽ lưu",
    "Save as scenario": "Lưu thành kịch bản",
    "A file for growth run, which extends this one: put it beside it.":
      "Tệp dùng cho growth run, mở rộng kịch bản này: hãy để cạnh tệp gốc.",
    "Assumptions": "Giả định",
    "Each figure of the scenario with its source; change it to see what it matters.":
      "Từng số liệu của kịch bản cùng nguồn; thay đổi để xem ảnh hưởng.",
    "exact value": "giá trị chính xác",
    "Range {} to {}{}; in the scenario {}.": "Khoảng {} đến {}{}; trong kịch bản {}.",
    "Reference {}.": "Mức tham chiếu {}.",
    "Cost of a unit {}.": "Chi phí một đơn vị {}.",
    "Decides: {}.": "Cơ quan quyết định: {}.",
    "The program does not answer: is it still running in the terminal?":
      "Chương trình không trả lời: chương trình có còn chạy trong cửa sổ lệnh không?",
    "The scenario has no figure of this path.": "Kịch bản không có số liệu ở đường dẫn này.",
    "{}: a number is needed, in the unit of {}.": "{}: cần một con số có cùng đơn vị với {}.",
    "The calculation was interrupted.": "Phép tính bị gián đoạn.",
    "The scenario does not take these values together.":
      "Kịch bản không nhận các giá trị này cùng nhau.",
    "{}, changed": "{}, đã thay đổi",
    "Put this file beside {}, which it extends.": "Hãy để tệp này cạnh {}, là tệp được mở rộng.",
    "set by hand in growth serve": "đặt bằng tay trong growth serve",
    "95% interval": "Khoảng tin cậy 95%",
    "as in the scenario": "như trong kịch bản",
    "A and B in the same draws": "A và B trên cùng các lượt mô phỏng",
    "B less A, points": "B trừ A, điểm %",

    "Input-output table": "Bảng cân đối liên ngành",
    "Effects and events": "Tác động và sự kiện",
    "Correlation": "Tương quan",

    "price growth": "mức tăng giá",
    "base year": "năm gốc",
    "volume in the base year": "giá trị tăng thêm năm gốc theo giá so sánh",
    "value in the base year": "giá trị tăng thêm năm gốc theo giá hiện hành",
    "share of value in the base year": "tỷ trọng năm gốc theo giá hiện hành",
    "share of volume in the base year": "tỷ trọng năm gốc theo giá so sánh",
    "volume": "giá so sánh",
    "standard deviation below": "độ lệch chuẩn phía dưới",
    "standard deviation above": "độ lệch chuẩn phía trên",
    "most likely": "khả năng nhất",
    "lowest": "thấp nhất",
    "highest": "cao nhất",
    "at least": "ít nhất",
    "at most": "nhiều nhất",
    "near": "gần bằng",
    "within": "trong phạm vi",
    "cost of a unit": "chi phí một đơn vị",
    "population": "dân số",
    "probability of going ahead": "xác suất triển khai",
    "time to full capacity": "thời gian đạt công suất đầy đủ",
    "value added at full capacity": "giá trị tăng thêm khi đủ công suất",
    "construction": "xây dựng",
    "value added of a unit": "giá trị tăng thêm trên một đơn vị",
    "part that leaves the province": "phần ra ngoài tỉnh",
    "price level": "mức giá",
    "split": "phân chia",
    "probability in a period": "xác suất trong một kỳ",
    "input-output table": "bảng cân đối liên ngành",
    "sectors": "ngành",
    "innovations": "thành phần ngẫu nhiên",
    "correlation": "tương quan",
  ]
}
