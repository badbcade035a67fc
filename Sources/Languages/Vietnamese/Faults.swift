// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// Limits, and what the system refuses.
  static let faults: Catalogue.Entries = [
    "there is not enough memory to read the file":
      "không đủ bộ nhớ để đọc tệp",
    "let the program have more of it, or write less into one file":
      "hãy cấp thêm bộ nhớ cho chương trình hoặc ghi ít hơn vào một tệp",
    "the disk is full":
      "đĩa đã đầy",
    "your share of the disk is used up":
      "hạn mức đĩa của bạn đã dùng hết",
    "the file would be larger than files may be here":
      "tệp sẽ lớn hơn kích thước cho phép ở đây",
    "permission is denied":
      "không có quyền",
    "the disk can only be read":
      "đĩa chỉ cho đọc",
    "the disk reports an error":
      "đĩa báo lỗi",
    "too many files are open":
      "có quá nhiều tệp đang mở",
    "there is not enough memory":
      "không đủ bộ nhớ",
    "cannot write to standard output: {}":
      "không ghi được ra đầu ra chuẩn: {}",
    "the run takes {} MiB of memory, and there are {}: keep fewer quantities, or take fewer threads":
      "lần chạy cần {} MiB bộ nhớ mà chỉ có {}: hãy giữ ít đại lượng hơn hoặc dùng ít luồng hơn",
    "{} activities in {} periods are more than the {} accounts of the largest model":
      "{} ngành trong {} kỳ nhiều hơn {} tài khoản của mô hình lớn nhất",
    "join small activities, or write an earlier 'year'":
      "hãy gộp các ngành nhỏ hoặc viết 'year' sớm hơn",
    "{} variables move together here, more than the {} of the largest group":
      "ở đây có {} biến biến động cùng nhau, nhiều hơn {} của nhóm lớn nhất",
    "part them into groups under `groups`, or let fewer move together":
      "hãy chia thành các nhóm trong `groups` hoặc để ít biến cùng biến động hơn",
    "this line has {} cells, more than the {} of the widest table":
      "dòng này có {} ô, nhiều hơn {} của bảng rộng nhất",
    "check that this is the file you meant, or leave out columns":
      "hãy kiểm tra đây có đúng là tệp cần dùng không, hoặc bỏ bớt cột",
  ]
}
