// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// What is wrong with figures and distributions.
  static let figures: Catalogue.Entries = [
    "'{}' is not a figure": "'{}' không phải là số liệu",
    "'{}' is not a finite number": "'{}' không phải là số hữu hạn",
    "there is no day '{}'": "không có ngày '{}'",
    "'{}' is not a decimal number": "'{}' không phải là số thập phân",
    "'{}' is too large to compute with": "'{}' quá lớn, không tính được",
    "'{}' is too close to zero to compute with": "'{}' quá gần không, không tính được",
    "'{}' begins with a dash, not with a minus sign":
      "'{}' bắt đầu bằng dấu gạch ngang, không phải dấu trừ",
    "'{}' has a comma in its number": "'{}' có dấu phẩy trong số",
    "'{}' has a blank in its number": "'{}' có dấu cách trong số",
    "'{}' has a point too many in its number": "'{}' thừa một dấu chấm trong số",
    "'{}' has a '_' that does not stand between digits":
      "'{}' có dấu '_' không nằm giữa các chữ số",
    "'{}' has its unit in words": "'{}' có đơn vị viết bằng chữ",
    "'{}' goes on behind its unit, '{}'": "'{}' còn chữ sau đơn vị '{}'",
    "'{}' does not say of what": "'{}' không nói rõ của cái gì",
    "'{}' names no currency": "'{}' không ghi đơn vị tiền",
    "'{}' in '{}' is not a scale": "'{}' trong '{}' không phải là thang số (nghìn, triệu, tỷ)",
    "'{}' in '{}' is not a unit": "'{}' trong '{}' không phải là đơn vị",
    "'{}' has no unit where {} belongs": "'{}' không có đơn vị, trong khi ở đây cần {}",
    "'{}' is {} where {} belongs": "'{}' là {}, trong khi ở đây cần {}",
    "'{}' is in {}, but the currency of this file is {}":
      "'{}' tính bằng {}, nhưng đơn vị tiền của tệp này là {}",
    "'{}' counts {} where a number of {} belongs":
      "'{}' đếm '{}', trong khi ở đây cần số lượng '{}'",
    "there is {} where a figure belongs": "có {} ở chỗ cần một số liệu",
    "'{}' is {} where a list of figures belongs":
      "'{}' là {}, trong khi ở đây cần danh sách số liệu",
    "a figure begins with digits, as in `8%` or `36274 billion VND`":
      "số liệu bắt đầu bằng chữ số, như `8%` hoặc `36274 billion VND`",
    "give a number": "ghi một số",
    "a date is written year-month-day, as in `2025-07-01`":
      "ngày được ghi theo năm-tháng-ngày, như `2025-07-01`",
    "use the digits 0 to 9": "dùng các chữ số từ 0 đến 9",
    "check the exponent": "kiểm tra số mũ",
    "write `-{}`": "ghi `-{}`",
    "set thousands apart with `_`: `{}`": "dùng `_` để tách hàng nghìn: `{}`",
    "write the number without a blank, or set thousands apart with `_`":
      "ghi số không có dấu cách, hoặc dùng `_` để tách hàng nghìn",
    "the point is the decimal sign; set thousands apart with `_`, as in `36_274`":
      "dấu chấm là dấu thập phân; dùng `_` để tách hàng nghìn, như `36_274`",
    "write it only between digits, as in `36_274`":
      "chỉ ghi dấu này giữa các chữ số, như `36_274`",
    "write `{}%`": "ghi `{}%`",
    "a remark belongs behind `#`; `per person` may follow a currency":
      "ghi chú đặt sau `#`; `per person` có thể đứng sau đơn vị tiền",
    "name the currency or what is counted: `{} VND`, `{} visits`":
      "ghi rõ đơn vị tiền hoặc thứ được đếm: `{} VND`, `{} visits`",
    "name it before `per person`, as in `61.8 million VND per person`":
      "ghi đơn vị tiền trước `per person`, như `61.8 million VND per person`",
    "write `{}`": "ghi `{}`",
    "units are `%`, `pp`, a currency such as `VND`, or the word for what is counted":
      "đơn vị là `%`, `pp`, đơn vị tiền như `VND`, hoặc từ chỉ thứ được đếm",
    "write `{} pp`": "ghi `{} pp`",
    "write the number alone": "chỉ ghi số, không kèm đơn vị",
    "write it like `{}`": "ghi như `{}`",
    "convert it to {}, or change `currency`": "đổi sang {}, hoặc đổi `currency`",
    "write `{}` if that is what is meant": "ghi `{}` nếu ý bạn là như vậy",
    "write it in brackets, as in `[6%, 7.5%, 8%]`":
      "ghi trong ngoặc vuông, như `[6%, 7.5%, 8%]`",
    "write a figure such as `8%`, or `{value: 8%, source: \"...\"}`":
      "ghi một số liệu như `8%`, hoặc `{value: 8%, source: \"...\"}`",
    "the decimal sign is a point: write `{}`": "dấu thập phân là dấu chấm: ghi `{}`",
    "the decimal sign is a point: write `{}`, or `{}` if the comma sets thousands apart":
      "dấu thập phân là dấu chấm: ghi `{}`, hoặc `{}` nếu dấu phẩy dùng để tách hàng nghìn",
    "write `{}%`; a bare {} could mean {}% or {}%":
      "ghi `{}%`; chỉ ghi {} thì có thể hiểu là {}% hoặc {}%",
    "write the scale and the currency: `{} billion {}`":
      "ghi thang số và đơn vị tiền: `{} billion {}`",
    "write `{} {}`, or a scale as in `{} million {}`":
      "ghi `{} {}`, hoặc kèm thang số như `{} million {}`",

    "a rate or a share": "tỷ lệ hoặc tỷ trọng",
    "a difference in percentage points": "chênh lệch tính bằng điểm phần trăm",
    "an amount of money": "số tiền",
    "an amount of money per {}": "số tiền tính trên mỗi '{}'",
    "a number of {}": "số lượng '{}'",
    "a plain number": "số thuần, không kèm đơn vị",
    "a date": "ngày",
    "a time": "khoảng thời gian",

    "down to {}": "xuống tới {}",
    "down without end": "xuống vô hạn",
    "up to {}": "lên tới {}",
    "up without end": "lên vô hạn",
    "lies from {} to {}": "phải nằm từ {} đến {}",
    "lies from {} to below {}": "phải nằm từ {} đến dưới {}",
    "lies from above {} to {}": "phải nằm từ trên {} đến {}",
    "lies from above {} to below {}": "phải nằm từ trên {} đến dưới {}",
    "is above {}": "phải lớn hơn {}",
    "is {} or more": "phải từ {} trở lên",

    "the mapping names no distribution and no value":
      "nhóm khoá này không nêu phân phối và cũng không có giá trị",
    "there is no distribution '{}'": "không có phân phối '{}'",
    "'{}' is {}, but must be above {}": "'{}' là {}, nhưng phải lớn hơn {}",
    "'{}' is {}, but the distribution is computed only up to {}":
      "'{}' là {}, nhưng phân phối này chỉ tính được đến {}",
    "'{}' is {}, but the distribution is computed only from {} on":
      "'{}' là {}, nhưng phân phối này chỉ tính được từ {} trở lên",
    "'low' is {}, not below 'high', {}": "'low' là {}, không nhỏ hơn 'high', {}",
    "'mode' is {}, not between 'low', {}, and 'high', {}":
      "'mode' là {}, không nằm giữa 'low', {}, và 'high', {}",
    "these parameters make no '{}': {}": "các tham số này không tạo thành phân phối '{}': {}",
    "a distribution 'quantiles' needs two quantiles or more, but here are none":
      "phân phối 'quantiles' cần từ hai phân vị trở lên, nhưng ở đây chưa có",
    "a distribution 'quantiles' needs two quantiles or more, but here is one":
      "phân phối 'quantiles' cần từ hai phân vị trở lên, nhưng ở đây chỉ có một",
    "'{}' is no quantile: none lies at 0% or at 100%":
      "'{}' không phải là phân vị: không có phân vị 0% hoặc 100%",
    "'{}' and '{}' are the same quantile": "'{}' và '{}' là cùng một phân vị",
    "'{}' is {}, not above '{}', {}": "'{}' là {}, không lớn hơn '{}', {}",
    "'{}' is {}, not below '{}', {}": "'{}' là {}, không nhỏ hơn '{}', {}",
    "'{}' is an empty list": "'{}' là danh sách rỗng",
    "{} is a fixed figure, but here is a distribution":
      "{} là số cố định, nhưng ở đây lại là một phân phối",
    "{} is not possible: {} {}": "không thể có {}: {} {}",
    "the distribution reaches {}, but {} {}": "phân phối kéo {}, nhưng {} {}",
    "'weights' has {} entries, but 'values' has {}":
      "'weights' có {} mục, nhưng 'values' có {}",
    "a weight is {}, but must be 0 or more": "một trọng số là {}, nhưng phải từ 0 trở lên",
    "all 'weights' are 0": "mọi trọng số trong 'weights' đều bằng 0",
    "'at-least' is {}, not below 'at-most', {}":
      "'at-least' là {}, không nhỏ hơn 'at-most', {}",
    "the distribution never comes to lie between {} and {}":
      "phân phối không bao giờ nằm giữa {} và {}",
    "the distribution never comes to lie at or above {}":
      "phân phối không bao giờ đạt {} trở lên",
    "the distribution never comes to lie at or below {}":
      "phân phối không bao giờ đạt {} trở xuống",
    "the distribution never comes to lie anywhere": "phân phối không nằm ở đâu cả",
    "{} is not possible: {} must be above {}": "không thể có {}: {} phải lớn hơn {}",
    "the distribution reaches down to {}, but {} must be above {}":
      "phân phối xuống tới {}, nhưng {} phải lớn hơn {}",
    "the mean of the distribution is {}, but {} must be above {}":
      "trung bình của phân phối là {}, nhưng {} phải lớn hơn {}",
    "'{}' is to be estimated from the history, but the file has no 'history'":
      "'{}' cần ước lượng từ số liệu quá khứ, nhưng tệp không có 'history'",
    "the history has no column for '{}'": "số liệu quá khứ không có cột cho '{}'",
    "the history's column for '{}' holds {} where {} belongs":
      "cột số liệu quá khứ của '{}' chứa {}, trong khi ở đây cần {}",
    "the history of '{}' never changes, so it says nothing about uncertainty":
      "số liệu quá khứ của '{}' không bao giờ thay đổi, nên không cho biết gì về độ bất định",
    "'{}' has tails so heavy that its standard deviation does not exist: what is reported as one is that of the draws and grows with their number":
      "'{}' có đuôi dày đến mức không có độ lệch chuẩn: số được báo là độ lệch chuẩn của các lượt mô phỏng và tăng theo số lượt",
    "begin it with `distribution:` and one of: {}; or with `value:`":
      "bắt đầu bằng `distribution:` và một trong các tên: {}; hoặc bằng `value:`",
    "the fewer degrees of freedom, the more extreme values; 4 to 10 are usual":
      "bậc tự do càng ít thì giá trị cực đoan càng nhiều; thường dùng từ 4 đến 10",
    "with so many degrees of freedom the distribution is a normal one":
      "với bậc tự do nhiều như vậy, phân phối là phân phối chuẩn",
    "with such a shape the distribution is a normal one":
      "với tham số hình dạng như vậy, phân phối là phân phối chuẩn",
    "write `two-piece-normal` with one side next to nothing":
      "ghi `two-piece-normal` với một phía gần bằng không",
    "with less nearly everything lies at the ends: try values above 1":
      "nếu nhỏ hơn, hầu hết giá trị dồn về hai đầu: thử các giá trị trên 1",
    "with such a shape the figure is nearly certain: narrow its bounds instead":
      "với tham số hình dạng như vậy, số liệu gần như chắc chắn: hãy thu hẹp các cận",
    "a lognormal figure is above zero: choose another distribution":
      "số liệu có phân phối lognormal phải lớn hơn không: chọn phân phối khác",
    "write a figure; what is uncertain about it belongs below `uncertainties:`":
      "ghi một số; phần bất định đặt dưới `uncertainties:`",
    "bound it with `at-least:` and `at-most:`, or choose another distribution":
      "giới hạn bằng `at-least:` và `at-most:`, hoặc chọn phân phối khác",
    "check the sign and the unit": "kiểm tra dấu và đơn vị",
    "write the value for each probability: `p10: 2%`, `p50: 4%`, `p90: 5%`":
      "ghi giá trị cho từng xác suất: `p10: 2%`, `p50: 4%`, `p90: 5%`",
    "for values that are never passed write `low:` and `high:`":
      "với giá trị không bao giờ vượt qua, ghi `low:` và `high:`",
    "delete one": "xoá một trong hai",
    "the larger probability has the larger value: correct one of them":
      "xác suất lớn hơn phải có giá trị lớn hơn: sửa một trong hai",
    "a bound is never reached: correct it, or the quantile":
      "cận là giá trị không bao giờ đạt tới: sửa cận hoặc phân vị",
    "list the values that are possible": "liệt kê các giá trị có thể có",
    "give each value its weight, in the same order":
      "ghi cho mỗi giá trị một trọng số, theo cùng thứ tự",
    "a value with the weight 0 never comes; correct it, or leave it out":
      "giá trị có trọng số 0 không bao giờ xảy ra; sửa hoặc bỏ giá trị đó",
    "give the possible values weights above 0": "đặt trọng số trên 0 cho các giá trị có thể có",
    "exchange them, or correct one": "đổi chỗ hai số, hoặc sửa một số",
    "correct the bounds, or the parameters of the distribution":
      "sửa các cận, hoặc các tham số của phân phối",
    "shape": "tham số hình dạng",
    "4 is usual; a larger one makes values near the mode likelier":
      "thường dùng 4; số lớn hơn làm các giá trị gần mode dễ xảy ra hơn",
    "1 is an exponential distribution; the larger, the closer to a normal one":
      "1 là phân phối mũ; càng lớn càng gần phân phối chuẩn",
    "`alpha` draws towards 'high', `beta` towards 'low'; 1 and 1 are a uniform distribution":
      "`alpha` kéo về phía 'high', `beta` kéo về phía 'low'; 1 và 1 là phân phối đều",
    "for a figure without uncertainty write the figure alone":
      "nếu số liệu không bất định thì chỉ ghi số đó",
    "the mode is the most likely value: correct it, or one of the bounds":
      "mode là giá trị dễ xảy ra nhất: sửa nó, hoặc một trong các cận",
    "check the parameters": "kiểm tra các tham số",
    "give a higher lower end": "ghi cận dưới cao hơn",
    "add `{}: ...` below `columns`": "thêm `{}: ...` dưới `columns`",
    "add `{}: ...` below `columns`; it has: {}": "thêm `{}: ...` dưới `columns`; tệp có: {}",
    "write a figure, or choose another distribution": "ghi một số, hoặc chọn phân phối khác",
    "with more than 2 degrees of freedom it exists; medians and quantiles hold":
      "với hơn 2 bậc tự do thì độ lệch chuẩn tồn tại; trung vị và các phân vị vẫn dùng được",

    "{} is {}, not a finite number": "{} là {}, không phải số hữu hạn",
    "{} is {}, but must be above {}": "{} là {}, nhưng phải lớn hơn {}",
    "{} is {}, but must be at most {}": "{} là {}, nhưng nhiều nhất là {}",
    "{} is {}, but must be at least {}": "{} là {}, nhưng ít nhất là {}",
    "there are no values": "không có giá trị nào",
    "there are {} weights for {} values": "có {} trọng số cho {} giá trị",
    "number {} of the {} is {}, not a finite number":
      "số thứ {} trong {} là {}, không phải số hữu hạn",
    "weight {} is {}, but must be at least 0": "trọng số thứ {} là {}, nhưng ít nhất là 0",
    "all weights are 0": "mọi trọng số đều bằng 0",
    "there is no probability between {} and {}": "không có xác suất nào giữa {} và {}",
    "lower bound {} is not below upper bound {}": "cận dưới {} không nhỏ hơn cận trên {}",
    "mode {} lies outside the bounds {} ... {}": "mode {} nằm ngoài các cận {} ... {}",
    "there must be two quantiles or more, not {}":
      "phải có từ hai phân vị trở lên, không phải {}",
    "probability {} is {}, but must be above 0 and below 1":
      "xác suất thứ {} là {}, nhưng phải trên 0 và dưới 1",
    "number {} of the {} is {}, not above the one before it, {}":
      "số thứ {} trong {} là {}, không lớn hơn số trước nó, {}",
    "value {}, {}, does not lie between the bounds {} ... {}":
      "giá trị thứ {}, {}, không nằm giữa các cận {} ... {}",
    "mean does not exist with {} degrees of freedom, only with more than 1":
      "không có trung bình khi có {} bậc tự do, chỉ có khi nhiều hơn 1",
    "{} is out of the range of a Double": "{} vượt khỏi phạm vi số mà máy tính được",
    "distance between the values": "khoảng cách giữa các giá trị",
    "location": "vị trí",
    "lower bound": "cận dưới",
    "mode": "mode",
    "probabilities": "các xác suất",
    "scale": "tham số thang",
    "skew": "độ lệch",
    "slope between the quantiles": "độ dốc giữa các phân vị",
    "standard deviation above the mode": "độ lệch chuẩn phía trên mode",
    "standard deviation below the mode": "độ lệch chuẩn phía dưới mode",
    "standard deviation of a side": "độ lệch chuẩn của một phía",
    "standard deviation over mean": "độ lệch chuẩn chia cho trung bình",
    "standard deviation": "độ lệch chuẩn",
    "sum of the standard deviations": "tổng các độ lệch chuẩn",
    "sum of the weights": "tổng các trọng số",
    "upper bound - lower bound": "cận trên trừ cận dưới",
    "upper bound": "cận trên",
    "degrees of freedom": "bậc tự do",
    "value": "giá trị",
    "values": "các giá trị",
    "weights": "các trọng số",
  ]
}
