// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// What is wrong with published figures, targets and simulations.
  static let publishedFigures: Catalogue.Entries = [
    "'{}' is the same in every draw, so that a published figure can say nothing about it":
      "'{}' như nhau ở mọi lượt mô phỏng, nên số liệu công bố không cho biết thêm gì về nó",
    "there is a figure for '{}' already, at {}": "đã có số liệu của '{}', ở {}",
    "'revision' is {}, but a standard deviation is not negative":
      "'revision' là {}, nhưng độ lệch chuẩn không thể âm",
    "the figure was published on {}, but the scenario is of {}":
      "số liệu được công bố ngày {}, nhưng kịch bản lập theo ngày {}",
    "correct the figures of the scenario that it follows from, or make one uncertain":
      "sửa các số liệu của kịch bản dùng để tính ra nó, hoặc cho một số liệu thành bất định",
    "keep one of them; a path without a period is that of the last year":
      "chỉ giữ một; đường dẫn không ghi kỳ là của năm cuối",
    "delete the sign": "xoá dấu trừ",
    "write `as-of: {}`, or later": "ghi `as-of: {}`, hoặc muộn hơn",

    "growth of {} on {} a year earlier": "tốc độ tăng của {} so với {} của năm trước",

    "'{}' is not a period": "'{}' không phải là một kỳ",
    "the column '{}' is not looked at": "cột '{}' không được dùng",
    "the scenario has no activity and no quantity '{}'":
      "kịch bản không có ngành hay đại lượng nào tên là '{}'",
    "'{}' has a period in its name": "'{}' có kỳ trong tên",
    "the file has no figure": "tệp không có số liệu nào",
    "there is another figure for '{}' in {}, at {}": "có số liệu khác của '{}' cho {}, ở {}",
    "the figure for '{}' in {} stands at {} already": "số liệu của '{}' cho {} đã có ở {}",
    "there is another figure for '{}' in {}, at {}, and one of them has no date":
      "có số liệu khác của '{}' cho {}, ở {}, và một trong hai không có ngày công bố",
    "nothing says whether the amounts of '{}' are at constant or at current prices":
      "chưa biết số tiền của '{}' theo giá so sánh hay giá hiện hành",
    "'{}' is at prices of {}, but the scenario's volumes are at those of {}":
      "'{}' theo giá năm {}, nhưng quy mô trong kịch bản theo giá năm {}",
    "the scenario has no level of '{}' at constant prices that {} could be held against":
      "kịch bản không có mức của '{}' theo giá so sánh để đối chiếu với {}",
    "the scenario has no level of '{}' at current prices that {} could be held against":
      "kịch bản không có mức của '{}' theo giá hiện hành để đối chiếu với {}",
    "'{}' is at constant prices, but the amounts are at constant ones":
      "'{}' theo giá so sánh, nhưng số tiền lại theo giá so sánh",
    "'{}' is at constant prices, but the amounts are at current ones":
      "'{}' theo giá so sánh, nhưng số tiền lại theo giá hiện hành",
    "'{}' is at current prices, but the amounts are at constant ones":
      "'{}' theo giá hiện hành, nhưng số tiền lại theo giá so sánh",
    "'{}' is at current prices, but the amounts are at current ones":
      "'{}' theo giá hiện hành, nhưng số tiền lại theo giá hiện hành",
    "the level of '{}' in {} is of another vintage, so no growth is taken from the two levels":
      "mức của '{}' kỳ {} thuộc lần công bố khác, nên không tính tốc độ tăng từ hai mức này",
    "the level of '{}' in {} is of another vintage ({}), so no growth is taken from the two levels":
      "mức của '{}' kỳ {} thuộc lần công bố khác ({}), nên không tính tốc độ tăng từ hai mức này",
    "the figure for '{}' in {} is not used: the scenario begins with {}":
      "số liệu của '{}' cho {} không được dùng: kịch bản bắt đầu từ {}",
    "'{}' grew by {} in {}": "'{1}' tăng {2} trong kỳ {3}",
    "revisions of growth of the total are not learnt: one figure has more than one vintage, and {} are needed":
      "không ước lượng được mức điều chỉnh của tăng trưởng toàn nền kinh tế: chỉ một số liệu có hơn một lần công bố, trong khi cần {}",
    "revisions of growth of the total are not learnt: {} figures have more than one vintage, and {} are needed":
      "không ước lượng được mức điều chỉnh của tăng trưởng toàn nền kinh tế: chỉ {} số liệu có hơn một lần công bố, trong khi cần {}",
    "revisions of growth of activities are not learnt: one figure has more than one vintage, and {} are needed":
      "không ước lượng được mức điều chỉnh của tăng trưởng các ngành: chỉ một số liệu có hơn một lần công bố, trong khi cần {}",
    "revisions of growth of activities are not learnt: {} figures have more than one vintage, and {} are needed":
      "không ước lượng được mức điều chỉnh của tăng trưởng các ngành: chỉ {} số liệu có hơn một lần công bố, trong khi cần {}",
    "{} for '{}' takes the place of the scenario's {}, at {}":
      "{} của '{}' thay cho số {} của kịch bản, ở {}",
    "the figure was published on {}, before the scenario's date, {}":
      "số liệu được công bố ngày {}, trước ngày của kịch bản, {}",
    "write 2025, 2025Q1, 2025H1 or 2025M9; remarks begin with '#'":
      "ghi 2025, 2025Q1, 2025H1 hoặc 2025M9; ghi chú bắt đầu bằng '#'",
    "leave it to the column of periods": "để cột các kỳ cho biết kỳ",
    "add a row such as `2025Q1,6.93` below `period,total (%)`":
      "thêm một dòng như `2025Q1,6.93` dưới `period,total (%)`",
    "keep one, or give both their day in a column `published`: the last one counts then":
      "chỉ giữ một, hoặc ghi ngày công bố của cả hai ở cột `published`: khi đó số công bố sau cùng được dùng",
    "delete one of them": "xoá một trong hai",
    "add its day to the column `published`, or keep one of them":
      "thêm ngày của nó vào cột `published`, hoặc chỉ giữ một",
    "write `(billion VND, constant)` or `(billion VND, current)` as the unit":
      "ghi đơn vị là `(billion VND, constant)` hoặc `(billion VND, current)`",
    "add the level of the same period a year earlier, of the same vintage: growth follows from the two":
      "thêm mức của cùng kỳ năm trước, thuộc cùng lần công bố: tốc độ tăng được tính từ hai mức",
    "call the series by its activity, and the prices say which level it is":
      "gọi chuỗi bằng tên ngành, giá sẽ cho biết đó là mức nào",
    "add that level as published on the same day": "thêm mức đó theo số công bố cùng ngày",
    "delete it, or add what a level of the year after would need it for":
      "xoá số này, hoặc thêm mức của năm sau cần đến nó",
    "check it, and a break in the series: a new base, other borders, another unit":
      "kiểm tra số này, và xem chuỗi số liệu có bị ngắt không: năm gốc mới, địa giới khác, đơn vị khác",
    "give `revision` to the figures that may still change; without it they are final":
      "ghi `revision` cho các số liệu còn có thể thay đổi; không có thì coi là số chính thức",
    "what the scenario says may rest on it already, and it would count twice":
      "những gì kịch bản nêu có thể đã dựa vào số này, khi đó nó được tính hai lần",

    "the scenario has no targets, so there is no probability to report":
      "kịch bản không có chỉ tiêu nào, nên không có xác suất để báo cáo",
    "there is no quantity '{}', because the file gives no levels at constant prices":
      "không có đại lượng '{}', vì tệp không có số tuyệt đối theo giá so sánh",
    "there is no quantity '{}', because the file gives no values at current prices":
      "không có đại lượng '{}', vì tệp không có giá trị theo giá hiện hành",
    "there is no quantity '{}', because the file gives no population":
      "không có đại lượng '{}', vì tệp không có dân số",
    "the target '{}' does not say what is to be reached":
      "chỉ tiêu '{}' không cho biết cần đạt gì",
    "the statement '{}' states no figure": "nội dung '{}' nêu trong kế hoạch không có con số",
    "there is a target '{}' already": "đã có chỉ tiêu '{}'",
    "the target has {}": "chỉ tiêu có cùng lúc {}",
    "the statement has {}": "nội dung nêu trong kế hoạch có cùng lúc {}",
    "'within' belongs to 'near', which is not given":
      "'within' chỉ dùng với 'near', nhưng chưa có 'near'",
    "'near' does not say how near": "'near' không cho biết gần đến mức nào",
    "'within' is {}, but a distance is not negative":
      "'within' là {}, nhưng khoảng cách không thể âm",
    "add `targets:`, such as `growth: {quantity: growth, at-least: 8%, source: ...}`":
      "thêm `targets:`, chẳng hạn `growth: {quantity: growth, at-least: 8%, source: ...}`",
    "add `volume:` below `base:`": "thêm `volume:` dưới `base:`",
    "add `value:` below `base:`, and `base-value-share` and `deflator` to every activity":
      "thêm `value:` dưới `base:`, và `base-value-share` cùng `deflator` cho mọi ngành",
    "add `population:`, such as `population: 1.3396 million persons`":
      "thêm `population:`, chẳng hạn `population: 1.3396 million persons`",
    "add one of `equals: 8%`, `at-least: 8%`, `at-most: 8%`, or `near: 23%` with `within: 0.5 pp`":
      "thêm một trong `equals: 8%`, `at-least: 8%`, `at-most: 8%`, hoặc `near: 23%` cùng `within: 0.5 pp`",
    "targets are statements themselves; call it something else if it says more":
      "chỉ tiêu cũng là nội dung nêu trong kế hoạch; đặt tên khác nếu nội dung này nêu thêm điều gì",
    "add one of `at-least: 8%`, `at-most: 8%`, or `near: 23%` with `within: 0.5 pp`":
      "thêm một trong `at-least: 8%`, `at-most: 8%`, hoặc `near: 23%` cùng `within: 0.5 pp`",
    "keep one; write a second target for the other":
      "chỉ giữ một; viết chỉ tiêu thứ hai cho khoá kia",
    "keep one; write a second statement for the other":
      "chỉ giữ một; viết mục thứ hai cho khoá kia",
    "add `near:`, or delete `within:`": "thêm `near:`, hoặc xoá `within:`",
    "add `within:`, such as `within: 0.5 pp`": "thêm `within:`, chẳng hạn `within: 0.5 pp`",

    "the model does not have '{}'": "mô hình không có '{}'",
    "the uncertain variable '{}' has no distribution": "biến bất định '{}' không có phân phối",
    "the target '{}' is about '{}', which the model does not have":
      "chỉ tiêu '{}' nói về '{}', nhưng mô hình không có đại lượng này",
    "the scenario has no target '{}'": "kịch bản không có chỉ tiêu '{}'",
    "the scenario has no lever '{}'": "kịch bản không có đòn bẩy chính sách '{}'",
    "{} draws is outside 1 ... {}": "{} lượt mô phỏng nằm ngoài khoảng 1 ... {}",
    "{} uncertain variables are more than the {} dimensions of Sobol's sequence":
      "{} biến bất định nhiều hơn {} chiều của dãy Sobol",
    "'{}' is infinite or not a number in some draw":
      "'{}' vô hạn hoặc không phải là số ở một lượt mô phỏng",
    "a figure is given for '{}', which no uncertain figure of the scenario moves":
      "có số liệu công bố của '{}', nhưng không số liệu bất định nào của kịch bản làm nó thay đổi",
    "the scenario does not come out at the figure given for '{}', whatever its uncertain figures are":
      "dù các số liệu bất định là bao nhiêu, kịch bản cũng không cho ra số liệu công bố của '{}'",
    "the figure given for '{}' contradicts the others, from which {} follows":
      "số liệu công bố của '{}' mâu thuẫn với các số khác, từ đó suy ra {}",
    "draws that agree with published figures are independent, and not spread evenly":
      "các lượt mô phỏng khớp với số liệu công bố phải độc lập, không rải đều được",
    "control variates do not go with published figures, which change their probabilities":
      "biến kiểm soát không dùng được cùng số liệu công bố, vì chúng làm xác suất thay đổi",
    "no draw could be made to agree with the published figures":
      "không tạo được lượt mô phỏng nào khớp với số liệu công bố",
  ]
}
