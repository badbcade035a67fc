// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// What is wrong with accounts, periods, input-output tables and projects.
  static let accounts: Catalogue.Entries = [
    "there are no activities": "chưa có ngành nào",
    "the activity '{}' stands here a second time": "ngành '{}' xuất hiện lần thứ hai ở đây",
    "the activity '{}' stands here a second time; the first is on line {}":
      "ngành '{}' xuất hiện lần thứ hai ở đây; lần đầu ở dòng {}",
    "'{}' cannot be an activity: results have that name":
      "không thể đặt tên ngành là '{}': kết quả đã dùng tên này",
    "'{}' has activities of its own, so its '{}' follows from theirs":
      "'{}' có các ngành con, nên '{}' của nó được tính từ các ngành con",
    "an activity of the kind '{}' cannot stand in this group":
      "ngành thuộc loại '{}' không thể nằm trong nhóm này",
    "'{}' and '{}' are both given": "'{}' và '{}' cùng được khai",
    "'{}' is given here, but '{}' for '{}'": "ở đây khai '{}', nhưng '{3}' lại khai '{2}'",
    "'{}' has no '{}', but other activities do":
      "'{}' không có '{}', trong khi các ngành khác có",
    "no activity says how large it is in the base year":
      "không ngành nào cho biết quy mô năm gốc",
    "'{}' of the only activity is {}, not 100%":
      "'{}' của ngành duy nhất là {}, không phải 100%",
    "the {} figures '{}' sum to {}, not to 100%":
      "{1} số liệu '{2}' có tổng là {3}, không phải 100%",
    "`{}` is {}, but the figures '{}' sum to {}":
      "`{}` là {}, nhưng các số liệu '{}' có tổng là {}",
    "'{}' of '{}' is zero, so growth over it has no meaning":
      "'{}' của '{}' bằng không, nên tốc độ tăng so với nó không có ý nghĩa",
    "'{}' of '{}' is negative: {}": "'{}' của '{}' âm: {}",
    "{} sums to zero or less, so growth over it has no meaning":
      "{} có tổng bằng không hoặc âm, nên tốc độ tăng so với nó không có ý nghĩa",
    "`{}` is {}, but must be above zero": "`{}` là {}, nhưng phải lớn hơn không",
    "the shares of the base values need a total":
      "có tỷ trọng của giá trị năm gốc nhưng thiếu tổng số",
    "'{}' has a value at current prices, but no 'deflator'":
      "'{}' có giá trị theo giá hiện hành nhưng không có 'deflator'",
    "'{}' has no 'planned-share', but {}": "'{}' không có 'planned-share', trong khi {}",
    "'{}' is given, but growth is weighted with the planned structure":
      "'{}' được khai, nhưng tăng trưởng lại được gia quyền theo cơ cấu của kế hoạch",
    "growth is weighted with the plan's current-price structure, not with constant-price shares of the base year":
      "tăng trưởng được gia quyền theo cơ cấu giá hiện hành của kế hoạch, không theo tỷ trọng giá so sánh của năm gốc",
    "the base-year shares at current prices are implied by the planned shares, growth and deflators, not observed":
      "tỷ trọng năm gốc theo giá hiện hành được suy ra từ tỷ trọng kế hoạch, tốc độ tăng và chỉ số giảm phát, không phải số liệu thống kê",
    "no base-year shares lead to the planned shares":
      "không có tỷ trọng năm gốc nào dẫn đến tỷ trọng kế hoạch",
    "`{}` is not used: {}": "`{}` không được dùng: {}",
    "the deflators are not used: there are no values at current prices":
      "các chỉ số giảm phát không được dùng: không có giá trị theo giá hiện hành",
    "the planned shares are not used: base values are given":
      "các tỷ trọng kế hoạch không được dùng: đã có giá trị năm gốc",
    "the population is not used: there are no values at current prices":
      "dân số không được dùng: không có giá trị theo giá hiện hành",
    "the scenario has a quantity '{}' already": "kịch bản đã có đại lượng '{}'",
    "the name '{}' is taken": "tên '{}' đã được dùng",
    "the name '{}' is taken: it stands on line {}": "tên '{}' đã được dùng ở dòng {}",
    "'{}' cannot be {}: results have that name":
      "không thể dùng '{}' làm tên {}: kết quả đã dùng tên này",
    "the accounts cannot be used: {}": "không dùng được số liệu tài khoản: {}",
    "list the activities of the economy below `activities:`":
      "liệt kê các ngành kinh tế dưới `activities:`",
    "give one of them another name; names are unique in the whole tree":
      "đặt tên khác cho một trong hai; mỗi tên chỉ dùng một lần trong toàn bộ cây ngành",
    "choose another name": "chọn tên khác",
    "delete it, or the activities below": "xoá mục này, hoặc xoá các ngành con bên dưới",
    "put it at the top of `activities`, beside the groups":
      "đặt ngành này ở cấp trên cùng của `activities`, cạnh các nhóm ngành",
    "keep '{}' or '{}'": "giữ '{}' hoặc '{}'",
    "give levels for all activities, or shares for all":
      "khai số tuyệt đối cho mọi ngành, hoặc khai tỷ trọng cho mọi ngành",
    "add `{}:`, or leave it out everywhere": "thêm `{}:`, hoặc bỏ khoá này ở mọi ngành",
    "add `base-volume-share:` to every activity, or `base-volume:`; or weight growth with `weights: planned structure` and a `planned-share:` for each":
      "thêm `base-volume-share:` cho mọi ngành, hoặc `base-volume:`; hoặc gia quyền tăng trưởng theo `weights: planned structure` và khai `planned-share:` cho từng ngành",
    "correct the shares; a difference of 0.1 pp is taken for rounding":
      "sửa các tỷ trọng; chênh lệch đến 0,1 điểm % được coi là do làm tròn",
    "correct the total or the parts; a difference of 0.1% is taken for rounding":
      "sửa tổng số hoặc các thành phần; chênh lệch đến 0,1% được coi là do làm tròn",
    "leave the activity out, or give what it really was":
      "bỏ ngành này, hoặc khai đúng số thực tế",
    "check the sign; only taxes less subsidies can be negative":
      "kiểm tra dấu; chỉ thuế sản phẩm trừ trợ cấp sản phẩm mới có thể âm",
    "check the signs": "kiểm tra các dấu",
    "check the sign": "kiểm tra dấu",
    "add `value:` below `base:`, such as `value: 74800 billion VND`: the total at current prices":
      "thêm `value:` dưới `base:`, chẳng hạn `value: 74800 billion VND`: tổng số theo giá hiện hành",
    "add `deflator:`, the growth of its prices, such as `deflator: 3%`":
      "thêm `deflator:`, mức tăng giá của ngành, chẳng hạn `deflator: 3%`",
    "add `planned-share:` to every activity": "thêm `planned-share:` cho mọi ngành",
    "delete it, or delete `weights: planned structure` to weight growth with the volumes":
      "xoá mục này, hoặc xoá `weights: planned structure` để gia quyền tăng trưởng theo quy mô giá so sánh",
    "give `base-volume-share` for all activities and delete `weights` for growth as the national accounts define it":
      "khai `base-volume-share` cho mọi ngành và xoá `weights` để có tốc độ tăng trưởng đúng định nghĩa của tài khoản quốc gia",
    "give `base-value-share` for all activities where they are published":
      "khai `base-value-share` cho mọi ngành nếu đã có số công bố",
    "check the signs of the planned shares": "kiểm tra dấu của các tỷ trọng kế hoạch",
    "give `base-value-share` for all activities, or `planned-share` and `deflator` for all":
      "khai `base-value-share` cho mọi ngành, hoặc khai `planned-share` và `deflator` cho mọi ngành",
    "delete it": "xoá mục này",
    "add `base: {value: ...}` and `base-value-share` for all activities to use them":
      "thêm `base: {value: ...}` và `base-value-share` cho mọi ngành thì chúng mới được dùng",
    "state what is planned as targets, such as `quantity: services.share`":
      "khai cơ cấu kế hoạch thành chỉ tiêu, chẳng hạn `quantity: services.share`",
    "check the base figures": "kiểm tra số liệu năm gốc",
    "growth is weighted with the planned structure":
      "tăng trưởng được gia quyền theo cơ cấu của kế hoạch",
    "the base values are implied by planned shares":
      "giá trị năm gốc được suy ra từ tỷ trọng kế hoạch",
    "no activity says what part of it is its own":
      "không ngành nào cho biết phần của mình trong đó",

    "{} is not one of the {} years after {}": "{1} không nằm trong {2} năm sau năm {3}",
    "the name '{}' stands for two things": "tên '{}' được dùng cho hai thứ khác nhau",
    "the group '{}' has no activities": "nhóm '{}' không có ngành nào",
    "the base volume of '{}' is zero or not a number":
      "quy mô năm gốc theo giá so sánh của '{}' bằng không hoặc không phải là số",
    "the base value of '{}' is not a number": "giá trị năm gốc của '{}' không phải là số",
    "'{}' has a value at current prices but no deflator":
      "'{}' có giá trị theo giá hiện hành nhưng không có chỉ số giảm phát",
    "some activities have values at current prices and these do not: {}":
      "một số ngành có giá trị theo giá hiện hành, các ngành sau thì không: {}",
    "'{}' has {} base figures, and the base year has {} steps":
      "'{}' có {} số liệu năm gốc, trong khi năm gốc có {} kỳ",
    "'{}' has no figure for {}": "'{}' không có số liệu cho {}",
    "'{}' reaches '{}', which is no such activity":
      "'{}' tác động đến '{}', nhưng không có ngành phù hợp với tên đó",
    "'{}' needs an input-output table that fits it":
      "'{}' cần một bảng cân đối liên ngành phù hợp",
    "'{}' takes '{}' of {}, which is not known": "'{}' dùng '{}' của {}, nhưng số đó chưa biết",
    "quantities need each other: {}": "các đại lượng cần lẫn nhau: {}",

    "quantities need each other in the same period: {}":
      "các đại lượng cần lẫn nhau trong cùng một kỳ: {}",
    "'{}' of {} is needed, but not known": "cần '{}' của {}, nhưng số đó chưa biết",
    "'{}' is {} that moves nothing: no effect and no formula takes it":
      "'{}' là {} không tác động đến gì: không có tác động hay công thức nào dùng đến",
    "name it in an effect or a formula, or delete it":
      "nhắc đến tên này trong một tác động hoặc một công thức, hoặc xoá nó đi",
    "let one of them look back, as in `growth[-1]`":
      "cho một đại lượng lấy số của kỳ trước, như `growth[-1]`",
    "add `before:` to '{}', its number before the first period":
      "thêm `before:` cho '{}': số của nó trước kỳ đầu tiên",
    "add `quarters:` to '{}', or `every: quarter` if its figure is for each quarter":
      "thêm `quarters:` cho '{}', hoặc `every: quarter` nếu số liệu là của từng quý",
    "make an indicator of `{}` with `before:`, or look less far back":
      "khai `{}` thành một chỉ báo có `before:`, hoặc lùi về ít kỳ hơn",

    "'year' is {}, not after the base year {}": "'year' là {}, không sau năm gốc {}",
    "there are {} years from the base year to 'year'; a model in years covers {}":
      "từ năm gốc đến 'year' có {} năm; mô hình theo năm chỉ tính được {}",
    "there are {} years from the base year to 'year'; a model in quarters covers {}":
      "từ năm gốc đến 'year' có {} năm; mô hình theo quý chỉ tính được {}",
    "{} belongs to a model in quarters, but this one is in years":
      "{} chỉ dùng trong mô hình theo quý, nhưng mô hình này theo năm",
    "'{}' is not a period, but `{}` is given by period":
      "'{}' không phải là một kỳ, nhưng `{}` được khai theo kỳ",
    "figures are for years here, not for '{}'": "số liệu ở đây theo năm, không có cho '{}'",
    "figures are for quarters or years, not for '{}'":
      "số liệu ở đây theo quý hoặc năm, không có cho '{}'",
    "{} is not among the periods of the model, {} to {}":
      "{} không nằm trong các kỳ của mô hình, từ {} đến {}",
    "`{}` has no figure for {}": "`{}` không có số liệu cho {}",
    "{} has a figure for each year, not for quarters": "{} có số liệu theo năm, không theo quý",
    "'{}' has {}, but a year has four quarters": "'{}' có {}, nhưng một năm có bốn quý",
    "the figures of '{}' sum to {}, not to 100%":
      "các số liệu của '{}' có tổng là {}, không phải 100%",
    "'{}' has a figure for the year, but nothing says how it falls on the quarters":
      "'{}' có số liệu cả năm, nhưng chưa biết chia ra các quý thế nào",
    "write the year that is asked about, after the base year": "ghi năm cần tính, sau năm gốc",
    "write an earlier 'year'": "ghi 'year' sớm hơn",
    "write `steps: quarters` at the top, or delete it":
      "ghi `steps: quarters` ở đầu tệp, hoặc xoá mục này",
    "periods are written `2025` or `2025Q3`": "kỳ được ghi như `2025` hoặc `2025Q3`",
    "write a year, such as `2025`": "ghi một năm, chẳng hạn `2025`",
    "write a quarter such as `2025Q3`, or a year":
      "ghi một quý, chẳng hạn `2025Q3`, hoặc một năm",
    "delete it, or change `base-year` or `year`": "xoá kỳ này, hoặc đổi `base-year` hay `year`",
    "add `{}:`, or one figure for all periods": "thêm `{}:`, hoặc khai một số chung cho mọi kỳ",
    "write years, such as `2025`": "ghi các năm, chẳng hạn `2025`",
    "list the first to the fourth quarter, as in `[22%, 24%, 26%, 28%]`":
      "liệt kê từ quý I đến quý IV, như `[22%, 24%, 26%, 28%]`",
    "add `quarters: [22%, 24%, 26%, 28%]` to it, to a group above it, or at the top for all":
      "thêm `quarters: [22%, 24%, 26%, 28%]` vào đó, vào nhóm bên trên, hoặc ở đầu tệp cho tất cả",

    "the table needs {} rows and columns, one for each sector":
      "bảng cần có {} hàng và cột, mỗi ngành sản phẩm một hàng một cột",
    "the sectors use more of a product than they make":
      "các ngành sản phẩm dùng một sản phẩm nhiều hơn lượng làm ra",

    "the matrix is {} x {}, but there are {} row totals and {} column totals":
      "ma trận có cỡ {} x {}, nhưng có {} tổng hàng và {} tổng cột",
    "an entry or a total is not a finite number":
      "một ô hoặc một tổng không phải là số hữu hạn",
    "row {} has no entry that could make its total {}":
      "hàng {} không có ô nào để đạt được tổng {}",
    "column {} has no entry that could make its total {}":
      "cột {} không có ô nào để đạt được tổng {}",
    "after {} scalings the totals are still off by {} of themselves: zeros may stand where they would need something":
      "sau {} lần điều chỉnh, các tổng vẫn lệch {} của chính chúng: có thể có ô bằng không ở chỗ cần có số liệu",

    "the input-output table has no sectors":
      "bảng cân đối liên ngành không có ngành sản phẩm nào",
    "the input-output table has neither 'coefficients' nor 'flows' nor a 'file'":
      "bảng cân đối liên ngành không có 'coefficients', 'flows' hay 'file'",
    "the input-output table has {}": "bảng cân đối liên ngành có cùng lúc {}",
    "nothing says what the output of '{}' is, which flows are a part of":
      "chưa biết giá trị sản xuất của '{}', mà các luồng là một phần của nó",
    "the output of '{}' is {}, but must be above zero":
      "giá trị sản xuất của '{}' là {}, nhưng phải lớn hơn không",
    "totals belong to flows, but here are coefficients":
      "tổng số chỉ đi với các luồng, nhưng ở đây là hệ số",
    "'{}' is given without '{}'": "có '{}' nhưng thiếu '{}'",
    "'{}' has {} for {}": "'{}' có {} cho {}",
    "the row totals add up to {}, the column totals to {}":
      "tổng các hàng là {}, tổng các cột là {}",
    "the flows cannot be adjusted to their totals: {}":
      "không điều chỉnh được các luồng cho khớp tổng số: {}",
    "'{}' uses products worth {} of its output, so that nothing is left as value added":
      "'{}' dùng sản phẩm trị giá {} giá trị sản xuất của mình, nên không còn giá trị tăng thêm",
    "what '{}' uses and its value added come to {} of its output":
      "phần '{}' sử dụng và giá trị tăng thêm cộng lại bằng {} giá trị sản xuất",
    "the sectors use more of a product, directly and through each other, than they make":
      "trực tiếp và qua lẫn nhau, các ngành sản phẩm dùng một sản phẩm nhiều hơn lượng làm ra",
    "the first cell of the table, '{}', does not say what it holds":
      "ô đầu tiên của bảng, '{}', không cho biết bảng chứa gì",
    "the columns of the table are {}, not the sectors in their order":
      "các cột của bảng là {}, không phải các ngành sản phẩm theo đúng thứ tự",
    "the row is that of '{}' where '{}' belongs":
      "đây là hàng của '{}', trong khi vị trí này là của '{}'",
    "the table has {} for {}": "bảng có {} cho {}",
    "'{}', what '{}' takes of '{}', is not a number":
      "'{}', phần mà '{}' lấy của '{}', không phải là số",
    "list them below `sectors:`, in the order of the rows of the matrix":
      "liệt kê chúng dưới `sectors:`, theo thứ tự các hàng của ma trận",
    "add `coefficients:`, one row for each sector, the supplying one":
      "thêm `coefficients:`, mỗi ngành sản phẩm cung cấp một hàng",
    "keep one of them": "chỉ giữ một",
    "write one line `- [0.1, 0.3]` for each sector":
      "ghi mỗi ngành sản phẩm một dòng `- [0.1, 0.3]`",
    "give one row and one column for each of `sectors`":
      "mỗi ngành trong `sectors` cần một hàng và một cột",
    "add `output:` to the sector, or give `coefficients` instead of flows":
      "thêm `output:` cho ngành sản phẩm, hoặc khai `coefficients` thay cho các luồng",
    "delete them, or give `flows`": "xoá chúng, hoặc khai `flows`",
    "add `{}:`; flows are adjusted to both":
      "thêm `{}:`; các luồng được điều chỉnh theo cả hai",
    "give one for each sector, in their order": "mỗi ngành sản phẩm một số, theo đúng thứ tự",
    "what all rows deliver is what all columns take: correct one of them":
      "tổng các hàng cung cấp phải bằng tổng các cột sử dụng: sửa một trong hai",
    "correct the totals, or the zeros of the matrix":
      "sửa các tổng, hoặc các ô bằng không của ma trận",
    "correct its column of the matrix, or give its `value-added`":
      "sửa cột của ngành này trong ma trận, hoặc khai `value-added` của nó",
    "they are parts of the output: correct one of them":
      "chúng là các phần của giá trị sản xuất: sửa một trong hai",
    "correct the columns that sum to 1 or more": "sửa các cột có tổng từ 1 trở lên",
    "write `coefficients` there, or `flows (billion VND)`":
      "ghi `coefficients` ở đó, hoặc `flows (billion VND)`",
    "write {}": "ghi {}",
    "put the rows in the order of `sectors`": "xếp các hàng theo thứ tự của `sectors`",
    "write a plain number": "chỉ ghi một số, không kèm đơn vị",

    "spending is an amount of money, but '{}' is {}":
      "chi tiêu là một số tiền, nhưng '{}' là {}",
    "spending reaches activities through an input-output table, but there is none":
      "chi tiêu tác động đến các ngành qua bảng cân đối liên ngành, nhưng kịch bản chưa có bảng này",
    "the input-output table has no sector '{}'":
      "bảng cân đối liên ngành không có ngành sản phẩm '{}'",
    "the parts of 'split' sum to {}, not to 100%":
      "các phần của 'split' có tổng là {}, không phải 100%",
    "name a lever, an uncertainty, an indicator or a project's spending in money":
      "nêu tên một đòn bẩy chính sách, yếu tố bất định, chỉ báo hoặc vốn xây dựng của dự án, tính bằng tiền",
    "add `input-output:` with its sectors and coefficients":
      "thêm `input-output:` với các ngành sản phẩm và hệ số",
    "correct the parts; a difference of 0.1 pp is taken for rounding":
      "sửa các phần; chênh lệch đến 0,1 điểm % được coi là do làm tròn",

    "'{}' is a group of activities, but one of them is needed here":
      "'{}' là một nhóm ngành, nhưng ở đây cần một ngành cụ thể",
    "{} is in money, but the volumes of the file are shares":
      "{} tính bằng tiền, nhưng quy mô trong tệp lại là tỷ trọng",
    "nothing says what part of the spending is value added":
      "chưa biết phần nào của vốn xây dựng là giá trị tăng thêm",
    "'value-added' says how much, but no 'activity' says of what":
      "'value-added' cho biết bao nhiêu, nhưng không có 'activity' để biết của ngành nào",
    "the project opens on {}, not before the model ends, on {}: it adds nothing":
      "dự án đi vào hoạt động ngày {}, không trước ngày mô hình kết thúc, {}: dự án không đóng góp gì",
    "below it there are: {}": "trong nhóm có: {}",
    "add `volume:` below `base:`, the total at constant prices, such as `36274 billion VND`":
      "thêm `volume:` dưới `base:`, tổng số theo giá so sánh, chẳng hạn `36274 billion VND`",
    "add `value-added:`, such as `value-added: 30%`":
      "thêm `value-added:`, chẳng hạn `value-added: 30%`",
    "add `activity:`, the one that builds, or delete `value-added`":
      "thêm `activity:`, ngành thực hiện xây dựng, hoặc xoá `value-added`",
    "correct the date, or delete the project": "sửa ngày, hoặc xoá dự án",
  ]
}
