// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// Answers that are made again.
  static let verify: Catalogue.Entries = [
    // The command.
    "Does an answer come out the same again? From the file alone, years later.":
      "Tính lại có ra đúng kết quả cũ không? Chỉ cần tệp kết quả, kể cả nhiều năm sau.",
    "Pages of `growth report` and answers in JSON hold the command and the files that they were made from. This runs the command again, with these and no other files, and compares every number and every word. Nothing that the file names is opened or written.\n\nExit code 1 if something is not the same, or was changed after growth wrote it; 2 for a file that holds no such answer.":
      "Trang của `growth report` và kết quả dạng JSON chứa cả lệnh lẫn các tệp đã tạo ra chúng. Lệnh này chạy lại lệnh đó chỉ với các tệp ấy, rồi so từng con số và từng chữ. Không tệp nào được nêu tên trong đó bị mở hay ghi.\n\nMã kết thúc là 1 nếu có chỗ khác, hoặc tệp đã bị sửa sau khi growth ghi; là 2 nếu tệp không chứa kết quả như vậy.",
    "A page of `growth report`, or an answer in JSON.": "Trang của `growth report`, hoặc kết quả dạng JSON.",
    "it asks for '{}', which no answer depends on": "tệp đòi '{}', là thứ không kết quả nào phụ thuộc vào",
    "it asks for `growth {}`, which gives no answer that can be made again":
      "tệp đòi chạy `growth {}`, là lệnh không cho kết quả tính lại được",
    "it asks for '{}', which this version of growth does not know":
      "tệp đòi '{}', là thứ phiên bản growth này không biết",
    "the file is damaged, or growth did not write it: ask for it again":
      "tệp bị hỏng, hoặc không do growth ghi: hãy xin lại tệp",

    // The file.
    "the file ends amid its JSON": "tệp kết thúc giữa chừng phần JSON",
    "the JSON cannot go on with '{}' here": "phần JSON không thể tiếp tục bằng '{}' ở đây",
    "the JSON has more than {} objects and lists in each other":
      "phần JSON có hơn {} đối tượng và danh sách lồng nhau",
    "the number has more than {} characters": "con số dài hơn {} ký tự",
    "the key '{}' stands in the object already": "khóa '{}' đã có trong đối tượng này",
    "a text in JSON cannot hold the character with the code {}":
      "văn bản trong JSON không thể chứa ký tự có mã {}",
    "what stands behind the backslash is no character": "sau dấu gạch chéo ngược không phải là một ký tự",
    "the text is not UTF-8: its bytes are not all characters":
      "văn bản không phải UTF-8: có byte không phải là ký tự",
    "this is neither a page nor an answer in JSON that growth wrote":
      "đây không phải là trang hay kết quả dạng JSON do growth ghi",
    "the file does not say what it was made from": "tệp không cho biết nó được tạo ra từ đâu",
    "`{}` is missing": "thiếu `{}`",
    "`{}` is not as growth writes it": "`{}` không đúng như growth ghi",
    "the page says twice what it was made from": "trang nói hai lần nó được tạo ra từ đâu",
    "give a page of `growth report`, or an answer that was written with `--format json`":
      "hãy đưa trang của `growth report`, hoặc kết quả được ghi bằng `--format json`",
    "pages and answers in JSON say it, but for those of older versions and those that another program has shortened":
      "trang và kết quả dạng JSON đều có, trừ tệp của các phiên bản cũ và tệp đã bị chương trình khác cắt bớt",
    "answer of growth": "tệp kết quả của growth",

    // What came of it.
    "{}: the same, every word": "{}: giống hệt, từng chữ",
    "{}: the same to the last bit, all {} numbers and every word":
      "{}: giống hệt đến bit cuối cùng, cả {} con số và từng chữ",
    "{}: it comes out the same, but the file has been changed": "{}: tính lại ra như cũ, nhưng tệp đã bị sửa",
    "{}: no answer came out": "{}: tính lại không ra kết quả",
    "{}: not the same, though all {} numbers are": "{}: có chỗ khác, dù cả {} con số đều như cũ",
    "{}: not the same, {} of {} numbers are others": "{}: có chỗ khác, {} trong {} con số không như cũ",
    "command": "lệnh",
    "files": "các tệp",
    "no files": "không có tệp nào",
    "random numbers": "số ngẫu nhiên",
    "seed {}, {} draws": "hạt giống {}, {} lượt mô phỏng",
    "made by": "được tạo bởi",
    "made again by": "được tính lại bởi",
    "growth {}, in {} s": "growth {}, trong {} giây",
    "The scenario, another file or the command in it was changed after growth wrote it: its hash does not fit any more.":
      "Kịch bản, tệp khác hoặc lệnh chứa trong đó đã bị sửa sau khi growth ghi: mã băm không còn khớp.",
    "Numbers or words of the answer were changed after growth wrote it: its hash does not fit any more.":
      "Con số hoặc chữ của kết quả đã bị sửa sau khi growth ghi: mã băm không còn khớp.",
    "Another version of growth made it, {}: what a seed yields may change from one version to the next, and the changelog says where it did.":
      "Kết quả do phiên bản growth khác ({}) tạo ra: cùng một hạt giống có thể cho số khác ở phiên bản khác; nhật ký thay đổi cho biết ở đâu.",
    "Nothing in the file was changed, and the differences are no larger than those of rounding: another library of linear algebra (LAPACK) explains them.":
      "Không có gì trong tệp bị sửa, và các chênh lệch không lớn hơn sai số làm tròn: một thư viện đại số tuyến tính (LAPACK) khác có thể gây ra chúng.",
    "The command and its files are those it was made from. A table that is written row by row does not tell whether its rows were changed since.":
      "Lệnh và các tệp vẫn đúng như khi tạo ra kết quả. Bảng được ghi từng hàng không cho biết các hàng có bị sửa sau đó hay không.",
    "Nothing in the file was changed and the version is the same: this should not be, and is a defect of growth or of this computer.":
      "Không có gì trong tệp bị sửa và phiên bản vẫn như cũ: lẽ ra không thể như vậy, đây là lỗi của growth hoặc của máy tính này.",
    "Nothing in the file was changed: see above what was said instead of an answer.":
      "Không có gì trong tệp bị sửa: xem ở trên những gì được nói thay cho kết quả.",
    "Where": "Chỗ khác",
    "in the file": "trong tệp",
    "made again": "tính lại",
    "apart by": "cách nhau",
    "and {} more": "và {} chỗ nữa",
    "{}, line {}": "{}, dòng {}",
  ]
}
