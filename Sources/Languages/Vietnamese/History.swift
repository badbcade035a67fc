// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// What is wrong with past figures and with shocks.
  static let history: Catalogue.Entries = [
    "'{}' is not a period of years": "'{}' không phải là khoảng thời gian theo năm",
    "'{}' is not a period of quarters": "'{}' không phải là khoảng thời gian theo quý",
    "the period has one year, too few to estimate anything":
      "khoảng thời gian chỉ có một năm, quá ít để ước lượng",
    "the period has {} years, too few to estimate anything":
      "khoảng thời gian có {} năm, quá ít để ước lượng",
    "the period has one quarter, too few to estimate anything":
      "khoảng thời gian chỉ có một quý, quá ít để ước lượng",
    "the period has {} quarters, too few to estimate anything":
      "khoảng thời gian có {} quý, quá ít để ước lượng",
    "the column of '{}' is not a name": "cột của '{}' không phải là tên",
    "the history file has no column '{}'": "tệp số liệu quá khứ không có cột '{}'",
    "the scenario has no variable '{}'": "kịch bản không có biến '{}'",
    "'{}' has a column in the history, but is a fixed figure: the column is not used":
      "'{}' có cột trong số liệu quá khứ nhưng là số cố định: cột này không được dùng",
    "the history has only {} observations ({}): a standard deviation from it is uncertain by about {} of itself":
      "số liệu quá khứ chỉ có {} quan sát ({}): độ lệch chuẩn tính từ đó có sai số khoảng {} của chính nó",
    "the history file has no table": "tệp số liệu quá khứ không có bảng nào",
    "a quotation mark is opened and not closed on this line":
      "có dấu mở ngoặc kép nhưng không đóng trên dòng này",
    "the columns are separated by ';'": "các cột được ngăn bằng ';'",
    "the columns are separated by tabs": "các cột được ngăn bằng dấu tab",
    "the first column is '{}', not '{}'": "cột đầu tiên là '{}', không phải '{}'",
    "'{}' is not a year": "'{}' không phải là năm",
    "'{}' is not a quarter": "'{}' không phải là quý",
    "the year {} stands here a second time": "năm {} xuất hiện lần thứ hai ở đây",
    "the quarter {} stands here a second time": "quý {} xuất hiện lần thứ hai ở đây",
    "the file has no row for {}, but the period is {}":
      "tệp không có dòng cho {}, nhưng khoảng thời gian là {}",
    "the row has {} cells, but the header has {}": "dòng này có {} ô, nhưng dòng tiêu đề có {}",
    "there is a second column '{}'": "có cột '{}' thứ hai",
    "the title of the column '{}' has no unit": "tiêu đề của cột '{}' không có đơn vị",
    "'{}', in the title of '{}', is not a unit":
      "'{}', trong tiêu đề của '{}', không phải là đơn vị",
    "there is no figure for '{}' in {}": "không có số liệu của '{}' cho {}",
    "'{}', for '{}' in {}, is not a number": "'{}', số liệu của '{}' cho {}, không phải là số",
    "write the first and the last year, such as `period: 2011-2024`":
      "ghi năm đầu và năm cuối, chẳng hạn `period: 2011-2024`",
    "write the first and the last quarter, such as `period: 2011Q1-2024Q4`":
      "ghi quý đầu và quý cuối, chẳng hạn `period: 2011Q1-2024Q4`",
    "give at least {} years, better {}": "cần ít nhất {} năm, tốt hơn là {}",
    "give at least {} quarters, better {}": "cần ít nhất {} quý, tốt hơn là {}",
    "write `variable: column`, both as single words or texts":
      "ghi `variable: column`, cả hai là từ đơn hoặc văn bản",
    "delete the line, or make the figure uncertain":
      "xoá dòng này, hoặc cho số liệu thành bất định",
    "bands and probabilities that rest on it are themselves rough; more years help":
      "khoảng dự báo và xác suất dựa vào đó cũng chỉ là ước chừng; thêm nhiều năm sẽ tốt hơn",
    "begin with a line of titles, such as `year,agriculture (%)`":
      "bắt đầu bằng dòng tiêu đề, chẳng hạn `year,agriculture (%)`",
    "close it, or delete it": "đóng lại, hoặc xoá đi",
    "separate them by ','": "ngăn các cột bằng ','",
    "separate them by ',' and write decimals with a point":
      "ngăn các cột bằng ',' và dùng dấu chấm thập phân",
    "call the column of years `year` and put it first":
      "gọi cột các năm là `year` và đặt ở đầu",
    "call the column of quarters `period` and put it first":
      "gọi cột các quý là `period` và đặt ở đầu",
    "write four digits; remarks begin with '#'": "ghi bốn chữ số; ghi chú bắt đầu bằng '#'",
    "write year and quarter, as in 2024Q3; remarks begin with '#'":
      "ghi năm và quý, như 2024Q3; ghi chú bắt đầu bằng '#'",
    "delete one of the rows": "xoá một trong hai dòng",
    "add the rows, or shorten the period": "thêm các dòng đó, hoặc rút ngắn khoảng thời gian",
    "a missing figure is an empty cell between two commas":
      "số liệu thiếu là một ô trống giữa hai dấu phẩy",
    "give the columns different names": "đặt tên khác nhau cho các cột",
    "write it in brackets, as in `{} (%)`": "ghi đơn vị trong ngoặc, như `{} (%)`",
    "write a unit such as `%` or `billion VND`": "ghi một đơn vị như `%` hoặc `billion VND`",
    "add the figure, or shorten the period": "thêm số liệu, hoặc rút ngắn khoảng thời gian",
    "do not set thousands apart: write {}, or {} where the comma is a decimal sign":
      "không tách hàng nghìn: ghi {}, hoặc {} nếu dấu phẩy là dấu thập phân",
    "do not set thousands apart: write {}": "không tách hàng nghìn: ghi {}",
    "the minus sign is '-': write -{}": "dấu trừ là '-': ghi -{}",
    "the decimal sign is a point: write {}": "dấu thập phân là dấu chấm: ghi {}",
    "write a plain number; the unit stands in the title": "chỉ ghi số; đơn vị đặt ở tiêu đề",

    "'{}' never changes": "'{}' không bao giờ thay đổi",

    "the first column is '{}', not one of periods":
      "cột đầu tiên là '{}', không phải cột các kỳ",
    "'{}' is neither a year nor a quarter": "'{}' không phải là năm cũng không phải là quý",
    "{} and {} are not of one length": "{} và {} không cùng độ dài",
    "'{}' is in '{}' here and in '{}' above":
      "'{}' ở đây tính bằng '{}', nhưng ở trên tính bằng '{}'",
    "the table has a column of values and none of names; it has: {}":
      "bảng có cột giá trị nhưng không có cột tên; các cột là: {}",
    "nothing is read from the column {}": "không dùng gì từ cột {}",
    "nothing is read from the columns {}": "không dùng gì từ các cột {}",
    "the row does not say what it is a figure of":
      "dòng này không cho biết là số liệu của cái gì",
    "'{}' has a second figure for {}": "'{}' có số liệu thứ hai cho {}",
    "{} stands here a second time": "{} xuất hiện lần thứ hai ở đây",
    "the table has no column of figures": "bảng không có cột số liệu nào",
    "the table has titles and no rows": "bảng có tiêu đề nhưng không có dòng nào",
    "there is no growth of '{}' for {}": "không có tốc độ tăng của '{}' cho {}",
    "there is no growth of '{}' for {}, because {}":
      "không có tốc độ tăng của '{}' cho {}, vì {}",
    "growth of '{}' is {}: nothing falls by 100% or more":
      "tốc độ tăng của '{}' là {}: không gì giảm từ 100% trở lên",
    "the mean growth of '{}' seems to shift in {}: F = {}, where without a shift only one history in a hundred has more than {}":
      "tốc độ tăng trung bình của '{}' dường như chuyển mức vào {}: F = {}, trong khi nếu không chuyển mức thì một trăm chuỗi số liệu chỉ có một chuỗi vượt {}",
    "growth follows from none of the figures": "không số liệu nào cho biết tốc độ tăng",
    "growth of '{}' lies far from its median, in robust standard deviations: {}":
      "tốc độ tăng của '{}' cách xa trung vị, tính theo độ lệch chuẩn vững: {}",
    "nothing can be estimated: {}": "không ước lượng được: {}",
    "there is no series of the activity '{}'": "không có chuỗi số liệu của ngành '{}'",
    "'{}' is no activity of the scenario without parts: its figures are not used":
      "'{}' không phải là ngành không chia nhỏ của kịch bản: số liệu của nó không được dùng",
    "'{}' is growth, but '{}' is a level": "'{}' là tốc độ tăng, nhưng '{}' là mức tuyệt đối",
    "there are {} periods of growth, of which {} are needed: what the first forecast rests on, and an outcome":
      "có {} kỳ tăng trưởng, trong khi cần {}: phần để lập dự báo đầu tiên và một kết quả thực tế",
    "the figures are of quarters, the scenario's steps are years":
      "số liệu theo quý, nhưng kịch bản tính theo năm",
    "the figures are of years, the scenario's steps are quarters":
      "số liệu theo năm, nhưng kịch bản tính theo quý",
    "nothing can be estimated from what was known in {}: {}":
      "không ước lượng được từ những gì đã biết vào {}: {}",
    "call it `period`, `year` or `quarter` and put it first":
      "gọi cột đó là `period`, `year` hoặc `quarter` và đặt ở đầu",
    "write 2024, 2024Q3 or 2024-Q3; remarks begin with '#'":
      "ghi 2024, 2024Q3 hoặc 2024-Q3; ghi chú bắt đầu bằng '#'",
    "keep years and quarters in files of their own":
      "để số liệu năm và số liệu quý trong các tệp riêng",
    "give all figures of a series in one unit":
      "ghi mọi số liệu của một chuỗi theo cùng một đơn vị",
    "call the column of names `series`, or give each series a column of its own":
      "gọi cột tên là `series`, hoặc cho mỗi chuỗi một cột riêng",
    "where it tells figures apart, make it a part of the name; remarks stand below `source` or `notes`":
      "nếu cột này dùng để phân biệt các số liệu, hãy ghép nó vào tên; ghi chú đặt ở cột `source` hoặc `notes`",
    "write the name of the series": "ghi tên của chuỗi số liệu",
    "add a column such as `agriculture (%)` or `agriculture (billion VND)`":
      "thêm một cột như `agriculture (%)` hoặc `agriculture (billion VND)`",
    "write a row for each period below the titles": "ghi mỗi kỳ một dòng dưới tiêu đề",
    "add the figure, shorten --period, or leave it out by name: --exclude {}":
      "thêm số liệu, rút ngắn --period, hoặc nêu tên để bỏ kỳ đó: --exclude {}",
    "correct the level, or leave the period out by name: --exclude {}":
      "sửa mức tuyệt đối, hoặc nêu tên để bỏ kỳ đó: --exclude {}",
    "shorten --period, or leave it out by name: --exclude {}":
      "rút ngắn --period, hoặc nêu tên để bỏ kỳ đó: --exclude {}",
    "correct the figure, or the unit in the title of its column":
      "sửa số liệu, hoặc đơn vị trong tiêu đề cột",
    "nothing was done about it; where you know of one, name it: --break {}":
      "chương trình không điều chỉnh gì; nếu biết có chuyển mức thì nêu ra: --break {}",
    "levels need the same period of the year before; growth needs the unit %":
      "mức tuyệt đối cần có số của cùng kỳ năm trước; tốc độ tăng cần đơn vị %",
    "where it is a break or an exception, leave it out by name: --exclude {}":
      "nếu đó là chuyển mức hoặc ngoại lệ, hãy nêu tên để bỏ: --exclude {}",
    "use more periods or fewer series": "dùng nhiều kỳ hơn hoặc ít chuỗi hơn",
    "is it '{}'? Call it `{}`": "có phải là '{}' không? Hãy gọi nó là `{}`",
    "add it: the total is the sum of all activities":
      "thêm chuỗi này: tổng số là tổng của mọi ngành",
    "did you mean '{}'?": "có phải ý bạn là '{}'?",
    "add the figure, or leave the period out by name: --exclude {}":
      "thêm số liệu, hoặc nêu tên để bỏ kỳ đó: --exclude {}",
    "give all series as levels, or all as growth":
      "ghi mọi chuỗi theo mức tuyệt đối, hoặc mọi chuỗi theo tốc độ tăng",
    "give earlier years, or the first forecast with --from":
      "thêm các năm trước đó, hoặc nêu kỳ dự báo đầu tiên bằng --from",
    "the same kind of process is estimated, in the steps of the figures":
      "cùng loại quá trình được ước lượng, theo kỳ của số liệu",
    "begin later, with --from, or use a simpler process, with --persistence":
      "bắt đầu muộn hơn, bằng --from, hoặc dùng quá trình đơn giản hơn, bằng --persistence",
    "there is no figure": "không có số liệu",
    "there is no level for {}": "không có mức tuyệt đối cho {}",
    "the level for {} is not above zero": "mức tuyệt đối cho {} không lớn hơn không",
    "levels are in prices of {} a year earlier and of {} then":
      "số của năm trước theo giá {}, còn số của kỳ đó theo giá {}",
    "the file does not say that both levels are in the same prices":
      "tệp không cho biết hai mức có cùng giá hay không",

    "no group of `correlation` draws '{}' from a history":
      "không nhóm nào của `correlation` rút '{}' từ số liệu quá khứ",
    "the column that '{}' is drawn from holds {} where {} belongs":
      "cột dùng để rút '{}' chứa {}, trong khi ở đây cần {}",
    "'{}' is to be drawn from a column, but has a distribution of its own":
      "'{}' được rút từ một cột, nhưng lại có phân phối riêng",
    "'block' is {}, not a whole number from 1 to the number of rows, {}":
      "'block' là {}, không phải số nguyên từ 1 đến số dòng, {}",
    "'block' keeps successive periods together, but here is only one":
      "'block' giữ các kỳ liên tiếp đi cùng nhau, nhưng ở đây chỉ có một kỳ",
    "'{}' is not drawn for each year, but the rows are years":
      "'{}' không được rút theo từng năm, nhưng các dòng lại theo năm",
    "'{}' is not drawn for each quarter, but the rows are quarters":
      "'{}' không được rút theo từng quý, nhưng các dòng lại theo quý",
    "the periods of '{}' do not follow each other, but a block has rows that do":
      "các kỳ của '{}' không liên tiếp, nhưng một khối gồm các dòng liên tiếp",
    "'block' belongs to `innovations: bootstrap`":
      "'block' chỉ dùng với `innovations: bootstrap`",
    "rows are drawn as they are: there are no correlations to shrink":
      "các dòng được rút nguyên như vậy: không có tương quan nào để thu nhỏ",
    "add `{}: ...` below `columns` of a group with `bootstrap:`":
      "thêm `{}: ...` dưới `columns` của một nhóm có `bootstrap:`",
    "add `{}: ...` below `columns` of a group with `bootstrap:`; there is: {}":
      "thêm `{}: ...` dưới `columns` của một nhóm có `bootstrap:`; hiện có: {}",
    "correct the unit in the title of the column, as in `agriculture (%)`":
      "sửa đơn vị trong tiêu đề cột, như `agriculture (%)`",
    "write `distribution: bootstrap` for '{}', or delete its column here":
      "ghi `distribution: bootstrap` cho '{}', hoặc xoá cột của nó ở đây",
    "a few years or quarters are usual: as many as a deviation lasts":
      "thường dùng vài năm hoặc vài quý: bằng thời gian một sai lệch kéo dài",
    "delete it, or give the figures `per: year` or `per: quarter`":
      "xoá mục này, hoặc ghi `per: year` hay `per: quarter` cho các số liệu",
    "write `per: year`, or give rows of the other length":
      "ghi `per: year`, hoặc dùng các dòng có độ dài kia",
    "write `per: quarter`, or give rows of the other length":
      "ghi `per: quarter`, hoặc dùng các dòng có độ dài kia",
    "delete `block`, or give every period": "xoá `block`, hoặc khai mọi kỳ",
    "add `innovations: bootstrap`, or delete it":
      "thêm `innovations: bootstrap`, hoặc xoá mục này",
    "delete `shrinkage`, or `innovations: bootstrap`":
      "xoá `shrinkage`, hoặc xoá `innovations: bootstrap`",

    "'shocks' has neither 'innovations' nor a 'history'":
      "'shocks' không có 'innovations' cũng không có 'history'",
    "'shocks' has a 'history' and also '{}', which follows from it":
      "'shocks' có 'history' và cả '{}', vốn được tính từ 'history'",
    "'innovations' names no activity": "'innovations' không nêu ngành nào",
    "the innovation of '{}' is a fixed figure": "phần mới của '{}' là số cố định",
    "the innovation of '{}' has the mean {}: it moves growth in every period by that":
      "phần mới của '{}' có trung bình {}: kỳ nào tăng trưởng cũng bị dịch chừng đó",
    "shocks do not fade: in the long run a step multiplies them by {}":
      "cú sốc không tắt dần: về lâu dài mỗi kỳ nhân nó lên {} lần",
    "the matrix is a list of rows, but here is {}":
      "ma trận là danh sách các hàng, nhưng ở đây là {}",
    "'{}' has no innovation": "'{}' không có phần mới",
    "'start' has {} for {}": "'start' có {} cho {}",
    "'{}' is no number of lags": "'{}' không phải là số bước trễ",
    "'persistence: none' has no lags": "'persistence: none' không có bước trễ",
    "the history's column for '{}' holds {} where growth rates belong":
      "cột số liệu quá khứ của '{}' chứa {}, trong khi ở đây cần tốc độ tăng",
    "the history of '{}' never changes, so it says nothing about shocks":
      "số liệu quá khứ của '{}' không bao giờ thay đổi, nên không cho biết gì về cú sốc",
    "the history has {} years, but the estimate needs {}":
      "số liệu quá khứ có {} năm, nhưng phép ước lượng cần {}",
    "the history has {} quarters, but the estimate needs {}":
      "số liệu quá khứ có {} quý, nhưng phép ước lượng cần {}",
    "some columns of the history follow from others, so that their shocks cannot be told apart":
      "một số cột của số liệu quá khứ được tính từ các cột khác, nên không tách được cú sốc của chúng",
    "the shocks cannot be estimated: {}": "không ước lượng được các cú sốc: {}",
    "the history ends with {}, not just before {}: shocks are taken to begin at zero":
      "số liệu quá khứ kết thúc ở {}, không ngay trước {}: các cú sốc được coi là bắt đầu từ không",
    "add `innovations:`, such as `agriculture: {distribution: normal, mean: 0%, sd: 1%}`":
      "thêm `innovations:`, chẳng hạn `agriculture: {distribution: normal, mean: 0%, sd: 1%}`",
    "delete `{}`, or the history": "xoá `{}`, hoặc xoá 'history'",
    "write `agriculture: {distribution: normal, mean: 0%, sd: 1%}` below it":
      "ghi `agriculture: {distribution: normal, mean: 0%, sd: 1%}` bên dưới",
    "give it a distribution, or delete it": "cho nó một phân phối, hoặc xoá đi",
    "give it the mean 0%, and put the rest into the growth of the activity":
      "cho trung bình bằng 0%, và đưa phần còn lại vào tốc độ tăng của ngành",
    "give smaller figures below `persistence`, unless that is what is meant":
      "ghi số nhỏ hơn dưới `persistence`, trừ khi ý bạn đúng là như vậy",
    "write one line `- [0.5, 0.1]` for each innovation; of several lags each matrix is a list of its own":
      "ghi mỗi phần mới một dòng `- [0.5, 0.1]`; nếu có nhiều bước trễ thì mỗi ma trận là một danh sách riêng",
    "give one row and one column for each of `innovations`, in their order":
      "mỗi mục trong `innovations` cần một hàng và một cột, theo đúng thứ tự",
    "give the shocks of as many steps as 'persistence' has lags, the last step first":
      "ghi cú sốc của số kỳ bằng số bước trễ của 'persistence', kỳ gần nhất trước",
    "write a whole number from 1 to {}": "ghi một số nguyên từ 1 đến {}",
    "delete `lags`, or write `persistence: diagonal` or `full`":
      "xoá `lags`, hoặc ghi `persistence: diagonal` hay `full`",
    "write `persistence: none` or `diagonal`, fewer `lags`, or give a longer history":
      "ghi `persistence: none` hoặc `diagonal`, giảm `lags`, hoặc dùng số liệu quá khứ dài hơn",
    "leave out totals of other columns": "bỏ các cột là tổng của những cột khác",
    "check the figures of the history": "kiểm tra số liệu quá khứ",
    "give their last values below `start:`, or a history up to that time":
      "ghi các giá trị cuối cùng dưới `start:`, hoặc dùng số liệu quá khứ đến thời điểm đó",

    "the coefficients are for {} variables, the covariance for {}":
      "hệ số là của {} biến, hiệp phương sai là của {}",
    "the coefficients are impossible: {}": "hệ số không hợp lệ: {}",
    "the covariance of the innovations is impossible: {}":
      "hiệp phương sai của phần mới không hợp lệ: {}",
    "there are {} starting values for {} variables": "có {} giá trị ban đầu cho {} biến",
    "there are starting values of {} steps for {} lags":
      "có giá trị ban đầu của {} kỳ cho {} bước trễ",
    "the process is not stable: shocks are multiplied by up to {} in a step":
      "quá trình không ổn định: mỗi kỳ cú sốc bị nhân lên đến {} lần",
    "row {} has {} observations, not {} as the first":
      "hàng {} có {} quan sát, không phải {} như hàng đầu",
    "the observation of variable {} in row {} is not a finite number":
      "quan sát của biến {} ở hàng {} không phải là số hữu hạn",
    "there are {} observations, but the estimate needs {}":
      "có {} quan sát, nhưng phép ước lượng cần {}",
    "all observations of variable {} are equal": "mọi quan sát của biến {} đều bằng nhau",
    "only {} of the {} variables move independently": "chỉ {} trong {} biến biến động độc lập",
    "the process cannot be estimated: {}": "không ước lượng được quá trình: {}",
  ]
}
