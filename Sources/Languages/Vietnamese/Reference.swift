// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// The reference of scenario files.
  static let reference: Catalogue.Entries = [
    // The option.
    "The schema for programs, or of scenarios a reference for people.": "Lược đồ cho chương trình, hoặc bản tra cứu khoá của kịch bản cho người đọc.",
    "only scenario has a reference in markdown; the schema of '{}' is JSON": "chỉ scenario có bản tra cứu dạng markdown; lược đồ của '{}' là JSON",

    // Texts.
    "# Reference of scenario files": "# Tra cứu khoá của tệp kịch bản",
    "Written by `growth schema scenario --format markdown` from the tables by which files are read: format {}. What the keys do together, with examples, is told in the article on the scenario file.":
      "Do `growth schema scenario --format markdown --lang vi` ghi ra từ chính các bảng dùng để đọc tệp: định dạng {}. Các khoá phối hợp với nhau ra sao, kèm ví dụ, xem bài về tệp kịch bản.",
    "A key in bold is needed; a variant (`extends`) needs `format` and `name` alone, and `null` behind a key removes what it has from its base. `source` and `notes` are left out of the tables: they may stand in every mapping but `run`. A range is that of each figure, and of the ends of a distribution; of a distribution that has no lower end, the mean lies above what a rate, a deflator or a population must.":
      "Khoá in đậm là bắt buộc; phương án (`extends`) chỉ cần `format` và `name`, và `null` sau một khoá xoá khoá lấy từ kịch bản gốc. Các bảng không nhắc lại `source` và `notes`: hai khoá này có thể đứng trong mọi mục trừ `run`. Phạm vi áp dụng cho từng con số và cho hai đầu của phân phối; phân phối không có cận dưới thì trung bình phải cao hơn giới hạn của tốc độ, chỉ số giảm phát hay dân số.",
    "## Figures": "## Con số",
    "kind": "loại",
    "examples": "ví dụ",
    "In the place of a figure may stand a mapping with its source, `{value: 8%, source: \"...\"}`. *Or distribution*: see the distributions below. *Also by period*: one for all periods, or a mapping by year or quarter, `{2025: 7%, 2026Q1: 8%}`.":
      "Thay cho một con số có thể là một mục kèm nguồn, `{value: 8%, source: \"...\"}`. *Hoặc phân phối*: xem các phân phối ở dưới. *Có thể theo kỳ*: một con số cho mọi kỳ, hoặc một mục theo năm hay quý, `{2025: 7%, 2026Q1: 8%}`.",
    "## Mappings": "## Các mục",
    "The file itself.": "Chính tệp kịch bản.",
    "What stands behind {}.": "Nội dung sau {}.",
    "{}, at {}.": "{}, tại {}.",
    "One of these is needed: {}.": "Cần một trong các khoá: {}.",
    "what stands there": "nội dung",
    "without it": "nếu không ghi",
    "## Distributions": "## Phân phối",
    "`{distribution: NAME, ...}` in the place of a figure that may be uncertain. All but `empirical`, `discrete` and `bootstrap` may be cut off by `at-least` and `at-most`. Where figures may be given by period, `per: year` or `per: quarter` makes one for each, alike and independent.":
      "`{distribution: TÊN, ...}` thay cho một con số chưa chắc chắn. Mọi phân phối trừ `empirical`, `discrete` và `bootstrap` có thể bị cắt bằng `at-least` và `at-most`. Ở chỗ con số có thể ghi theo kỳ, `per: year` hoặc `per: quarter` cho mỗi kỳ một con số, cùng phân phối và độc lập.",
    "For example {}.": "Ví dụ {}.",
    "parameter": "tham số",
    "a figure in the unit of what is uncertain": "con số theo đơn vị của đại lượng chưa chắc chắn",
    "a distance in that unit; of rates also in pp": "khoảng cách theo đơn vị đó; với tốc độ có thể ghi bằng pp",
    "a list of figures in that unit": "danh sách con số theo đơn vị đó",
    "a list of plain numbers or of rates": "danh sách số thường hoặc tỷ lệ",
    "## Limits": "## Giới hạn",
    "of what": "của",

    // Kinds.
    "text": "văn bản",
    "text, or one for each language": "văn bản, hoặc mỗi ngôn ngữ một văn bản",
    "text like {}": "văn bản theo mẫu {}",
    "a calendar year": "năm",
    "a number of draws": "số lượt mô phỏng",
    "a whole number, 0 or more": "số nguyên không âm",
    "list of: {}": "danh sách: {}",
    "list of {}: {}": "danh sách {} phần tử: {}",
    "{} or distribution": "{} hoặc phân phối",
    "{} or distribution, also by period": "{} hoặc phân phối, có thể theo kỳ",
    "{}, also by period": "{}, có thể theo kỳ",
    "under names of your own: {}": "dưới các tên tự đặt: {}",
    "by name: {}": "theo tên: {}",
    " or ": " hoặc ",
    "rate": "tốc độ, tỷ lệ",
    "distance of rates": "khoảng cách giữa hai tốc độ",
    "count": "số đếm",
    "plain number": "số thường",
    "date": "ngày",
    "figure with its unit": "con số kèm đơn vị",

    // Ranges.
    "a whole number from {} to {}": "số nguyên từ {} đến {}",
    "a whole number from {} on": "số nguyên từ {} trở lên",
    "from {} to below {}": "từ {} đến dưới {}",
    "any": "bất kỳ",
    "after `base-year`, by at most {}; with steps of quarters by {}": "sau `base-year`, nhiều nhất {} năm; mô hình theo quý thì {} năm",
    "not after `year`": "không sau `year`",
    "above 0; of taxes less subsidies anything but 0": "lớn hơn 0; với thuế trừ trợ cấp thì khác 0",
    "within `range`": "trong `range`",
    "the least first": "số nhỏ trước",

    // What takes the place of a key.
    "its own key": "chính khoá của nó",
    "what the quantity is called": "tên của đại lượng",
    "that of the group around it, or `industry`": "của nhóm chứa nó, hoặc `industry`",
    "those of the group around it, or of the file": "của nhóm chứa nó, hoặc của tệp",
    "those of the group around it, or `quarters`": "của nhóm chứa nó, hoặc `quarters`",
    "the `reference` of the lever": "`reference` của đòn bẩy",
    "the leaf of the sector's own name": "ngành cùng tên với khu vực",
    "what the inputs of its column leave of the output": "phần của giá trị sản xuất còn lại sau đầu vào của cột",
    "`sum` of money and counts, `mean` of other figures": "`sum` với tiền và số đếm, `mean` với con số khác",
    "`quarter` where the figures have quarters or are no money and no count": "`quarter` nếu con số có theo quý hoặc không phải tiền, không phải số đếm",

    // Limits.
    "bytes of a file": "byte của một tệp",
    "mappings and lists inside each other": "tầng mục và danh sách lồng nhau",
    "keys and values of a file": "khoá và giá trị của một tệp",
    "files of a chain of variants": "tệp trong một chuỗi phương án",
    "years of a model": "năm của một mô hình",
    "years of a model with steps of quarters": "năm của một mô hình theo quý",
    "steps by which an effect comes later": "bước trễ của một tác động",
    "lags of shocks that are estimated": "độ trễ của cú sốc được ước lượng",
    "characters of a formula": "ký tự của một công thức",
    "parentheses, calls, signs and powers of a formula inside each other": "tầng ngoặc, hàm, dấu và luỹ thừa lồng nhau trong công thức",
    "draws of a run": "lượt mô phỏng của một lần chạy",
  ]
}
