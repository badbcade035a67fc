// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// What is wrong with formulas, effects and named numbers.
  static let formulas: Catalogue.Entries = [
    "the formula is empty": "công thức trống",
    "the formula has {} characters; it may have {}": "công thức có {} ký tự; chỉ được có {}",
    "the formula is nested more than {} deep": "công thức lồng hơn {} cấp",
    "'{}' does not belong in a formula": "'{}' không dùng được trong công thức",
    "'{}' is not an operator": "'{}' không phải là phép tính",
    "'{}' has a point too many": "'{}' thừa một dấu chấm",
    "'{}' is not a scale": "'{}' không phải là thang số (nghìn, triệu, tỷ)",
    "'{}' does not say per what": "'{}' không nói rõ tính trên mỗi cái gì",
    "'{}' names no currency before 'per'": "'{}' không ghi đơn vị tiền trước 'per'",
    "the amount is in {}, but the currency is {}":
      "số tiền tính bằng {}, nhưng đơn vị tiền là {}",
    "'{}' is not a lag": "'{}' không phải là độ trễ",
    "'{}' does not look back": "'{}' không lùi về trước",
    "'{}' has no lag": "'{}' không có độ trễ",
    "the formula breaks off": "công thức bị bỏ dở",
    "'{}' is not expected here": "'{}' không đúng chỗ ở đây",
    "there is no operator between '{}' and '{}'": "không có phép tính giữa '{}' và '{}'",
    "a comparison compares two things": "một phép so sánh chỉ so hai thứ",
    "the comma stands in no list of arguments":
      "dấu phẩy không nằm trong danh sách tham số nào",
    "the parenthesis is not closed": "dấu ngoặc chưa đóng",
    "a lag stands behind something that is not a name": "độ trễ đứng sau thứ không phải là tên",
    "there is no function '{}'": "không có hàm '{}'",
    "the function '{}' has no arguments": "hàm '{}' thiếu tham số",
    "'{}' is called with 1 argument": "'{}' được gọi với 1 tham số",
    "'{}' is called with {} arguments": "'{}' được gọi với {} tham số",
    "'sum' takes the quantity of an activity's leaves":
      "'sum' lấy một đại lượng của các ngành cấp cuối trong một nhóm",
    "'{}' is {} for one leaf and {} for another":
      "'{}' là {} ở một ngành nhưng là {} ở ngành khác",
    "the model has no quarters": "mô hình không có các quý",
    "'{}' has {} on one side and {} on the other": "'{}' có một bên là {} và bên kia là {}",
    "there is {} where a condition belongs": "có {} ở chỗ cần một điều kiện",
    "'{}' takes no condition": "'{}' không nhận điều kiện",
    "'{}' has no meaning for {}": "'{}' không có ý nghĩa đối với {}",
    "{} is raised to a power that gives it no unit":
      "{} được nâng lên luỹ thừa không cho ra đơn vị nào",
    "the formula gives {} where {} belongs": "công thức cho ra {}, trong khi ở đây cần {}",
    "the formula gives {}, a unit that no quantity has":
      "công thức cho ra {}, đơn vị mà không đại lượng nào có",
    "the formula divides by zero": "công thức chia cho không",
    "the lower bound lies above the upper one": "cận dưới lớn hơn cận trên",
    "write an expression such as `services.growth + 0.5 pp`":
      "ghi một biểu thức như `services.growth + 0.5 pp`",
    "give parts of it names of their own": "đặt tên riêng cho các phần của nó",
    "names have the letters a to z, digits, hyphens and points; operators are `+ - * / ^`":
      "tên gồm chữ từ a đến z, chữ số, dấu gạch nối và dấu chấm; các phép tính là `+ - * / ^`",
    "name the currency or what is counted, as in `{} visits`; for a plain number write `{}e{}`":
      "ghi rõ đơn vị tiền hoặc thứ được đếm, như `{} visits`; nếu là số thuần thì ghi `{}e{}`",
    "name it, as in `61.8 million VND per person`": "ghi rõ, như `61.8 million VND per person`",
    "convert it to {}": "đổi sang {}",
    "write `[-1]` for a step of the model earlier, `[-1y]` for a year":
      "ghi `[-1]` để lùi một kỳ của mô hình, `[-1y]` để lùi một năm",
    "a formula looks back with `[-1]`; without brackets it sees the same period":
      "công thức lùi về trước bằng `[-1]`; không có ngoặc thì lấy cùng kỳ",
    "write `{} - 1`": "ghi `{} - 1`",
    "a figure, a name or a parenthesis is missing at its end":
      "ở cuối thiếu một số, một tên hoặc một dấu ngoặc",
    "a figure, a name or a parenthesis belongs here":
      "ở đây cần một số, một tên hoặc một dấu ngoặc",
    "write `{} * {}` for the product": "ghi `{} * {}` nếu là phép nhân",
    "join two comparisons with `and`, as in `a < b and b < c`":
      "nối hai phép so sánh bằng `and`, như `a < b and b < c`",
    "the decimal sign is a point: `0.5`": "dấu thập phân là dấu chấm: `0.5`",
    "write the `)` that belongs to it": "ghi dấu `)` tương ứng",
    "write lags directly behind names, as in `growth[-1]`":
      "ghi độ trễ ngay sau tên, như `growth[-1]`",
    "there are: {}": "hiện có: {}",
    "write `sum(services.volume)`, or `sum(all.volume)` for every leaf":
      "ghi `sum(services.volume)`, hoặc `sum(all.volume)` cho mọi ngành cấp cuối",
    "write `all` for every leaf": "ghi `all` cho mọi ngành cấp cuối",
    "sum quantities of one unit": "chỉ cộng các đại lượng cùng đơn vị",
    "use `year`, or give the model quarters": "dùng `year`, hoặc cho mô hình tính theo quý",
    "compare it with something, as in `growth > 8%`":
      "so sánh nó với một thứ khác, như `growth > 8%`",
    "choose between two numbers with `if(condition, a, b)`":
      "chọn giữa hai số bằng `if(condition, a, b)`",
    "divide by something of the same unit first": "trước hết chia cho một số cùng đơn vị",
    "use a whole number such as `2`, or divide by something of the same unit":
      "dùng một số nguyên như `2`, hoặc chia cho một số cùng đơn vị",
    "multiply or divide until a unit of the model is left":
      "nhân hoặc chia cho đến khi còn lại một đơn vị của mô hình",
    "write `clamp(x, low, high)`": "ghi `clamp(x, low, high)`",
    "name one of its quantities, such as `{}`": "nêu một đại lượng của nó, chẳng hạn `{}`",
    "a hyphen belongs to a name: write `{}`": "dấu gạch nối là một phần của tên: ghi `{}`",
    "write `rate(...)` around a number that is meant as a fraction":
      "ghi `rate(...)` quanh số được hiểu là tỷ lệ",
    "write `number(...)` around a rate that is meant as a plain number":
      "ghi `number(...)` quanh tỷ lệ được hiểu là số thuần",
    "it would be written like `{}`": "số đó được ghi như `{}`",

    "the unit of '{}' cannot be told: its formula needs itself":
      "không xác định được đơn vị của '{}': công thức của nó cần chính nó",
    "the divisor of this operation can be zero; it may lie {}":
      "số chia của phép tính này có thể bằng không; phạm vi của nó: {}",
    "this is defined only above zero, and can come to zero or below; it may lie {}":
      "phép tính này chỉ có nghĩa với số lớn hơn không, nhưng số ở đây có thể bằng không hoặc âm; phạm vi của nó: {}",
    "this is not defined below zero, and can come there; it may lie {}":
      "phép tính này không có nghĩa với số âm, nhưng số ở đây có thể âm; phạm vi của nó: {}",
    "say what came before the first period, as in `before: 3 million visits`":
      "ghi số trước kỳ đầu tiên, như `before: 3 million visits`",
    "keep it away from zero, as in `max(x, 1%)`": "giữ cho nó khác không, như `max(x, 1%)`",
    "keep it above zero, as in `max(x, 1%)`": "giữ cho nó lớn hơn không, như `max(x, 1%)`",
    "keep it from going below zero, as in `max(x, 0)`": "giữ cho nó không âm, như `max(x, 0)`",
    "from {} to {}": "từ {} đến {}",
    "at {} or above": "từ {} trở lên",
    "at {} or below": "từ {} trở xuống",

    "a quantity": "đại lượng",

    "a condition": "điều kiện",
    "a difference of rates": "chênh lệch giữa các tỷ lệ",
    "one": "một",
    "money": "tiền",
    "time": "thời gian",

    "the effect does not say what kind it is": "tác động không cho biết thuộc loại nào",
    "there is no activity '{}'": "không có ngành '{}'",
    "'to' is an activity or a list of them, but here is {}":
      "'to' là một ngành hoặc danh sách ngành, nhưng ở đây là {}",
    "the effect reaches no activity": "tác động không ảnh hưởng đến ngành nào",
    "the effect does not say which '{}' the baseline contains already":
      "chưa biết tăng trưởng nền đã bao gồm bao nhiêu '{}'",
    "the effect is relative to its reference, which is zero":
      "tác động tính theo tỷ lệ so với mức tham chiếu, nhưng mức này bằng không",
    "'lag' is {}, but must be a whole number of steps from 0 to 120":
      "'lag' là {}, nhưng phải là số kỳ nguyên từ 0 đến 120",
    "add `kind:` with one of: {}": "thêm `kind:` với một trong: {}",
    "write `to: services`, or `to: [services, tourism]`":
      "ghi `to: services`, hoặc `to: [services, tourism]`",
    "add `reference:` to the effect or to the lever":
      "thêm `reference:` cho tác động hoặc cho đòn bẩy chính sách",
    "add `reference:` to the effect": "thêm `reference:` cho tác động",
    "give what is usual; an effect of money or counts follows its ratio to that":
      "ghi mức thông thường; tác động của tiền hoặc số lượng tính theo tỷ lệ so với mức đó",
    "write `lag: 1` for a response one step later": "ghi `lag: 1` nếu phản ứng sau một kỳ",

    "the lever '{}' has neither 'base' nor 'level'":
      "đòn bẩy chính sách '{}' không có 'base' cũng không có 'level'",
    "the uncertainty '{}' has neither 'base' nor 'level'":
      "yếu tố bất định '{}' không có 'base' cũng không có 'level'",
    "the indicator '{}' has neither 'base' nor 'level' nor 'formula'":
      "chỉ báo '{}' không có 'base', 'level' hay 'formula'",
    "the lever '{}' has {}": "đòn bẩy chính sách '{}' có cùng lúc {}",
    "the uncertainty '{}' has {}": "yếu tố bất định '{}' có cùng lúc {}",
    "the indicator '{}' has {}": "chỉ báo '{}' có cùng lúc {}",
    "the base of '{}' is {}, but must be above zero to grow":
      "số gốc của '{}' là {}, nhưng phải lớn hơn không mới tính được tăng trưởng",
    "the lever '{}' has a 'base', but no 'growth'":
      "đòn bẩy chính sách '{}' có 'base' nhưng không có 'growth'",
    "the uncertainty '{}' has a 'base', but no 'growth'":
      "yếu tố bất định '{}' có 'base' nhưng không có 'growth'",
    "the indicator '{}' has a 'base', but no 'growth'":
      "chỉ báo '{}' có 'base' nhưng không có 'growth'",
    "'{}' has 'quarters', but follows from a formula":
      "'{}' có 'quarters', nhưng được tính theo công thức",
    "'{}' has 'quarters', but has `every: year`":
      "'{}' có 'quarters', nhưng lại có `every: year`",
    "'{}' has 'quarters', but has figures for quarters":
      "'{}' có 'quarters', nhưng đã có số liệu theo quý",
    "'{}' has 'quarters', but is {}": "'{}' có 'quarters', nhưng là {}",
    "the range goes from {} down to {}": "khoảng giá trị đi từ {} xuống {}",
    "'range' has 1 figure, not two": "'range' có 1 số, không phải hai",
    "'range' has {} figures, not two": "'range' có {} số, không phải hai",
    "the value of '{}' is {}, outside its range from {} to {}":
      "giá trị của '{}' là {}, ngoài khoảng từ {} đến {}",
    "add `base:` and `growth:`, or `level:`": "thêm `base:` và `growth:`, hoặc `level:`",
    "add `base:` and `growth:`, or `level:`, or a distribution":
      "thêm `base:` và `growth:`, hoặc `level:`, hoặc một phân phối",
    "add `base:` and `growth:`, or `level:`, or `formula:`":
      "thêm `base:` và `growth:`, hoặc `level:`, hoặc `formula:`",
    "keep one of them: {}": "chỉ giữ một trong: {}",
    "give it as a `level` instead": "ghi nó bằng `level`",
    "add `growth:`, such as `growth: 8%`, or write `level:` for `base:`":
      "thêm `growth:`, chẳng hạn `growth: 8%`, hoặc ghi `level:` thay cho `base:`",
    "delete 'quarters': they divide the money or the count of a year":
      "xoá 'quarters': khoá này chia số tiền hoặc số lượng của một năm",
    "write the least and the greatest value, as in `[90%, 100%]`":
      "ghi giá trị nhỏ nhất và lớn nhất, như `[90%, 100%]`",
    "correct the value, or widen the range": "sửa giá trị, hoặc nới rộng khoảng",
  ]
}
