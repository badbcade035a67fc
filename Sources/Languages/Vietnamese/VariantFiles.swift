// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// What is wrong with variants that are asked for.
  static let variantFiles: Catalogue.Entries = [
    "it is not said how many values '{}' has": "chưa nêu '{}' có bao nhiêu giá trị",
    "write their number behind a colon, as in 0%..20%:5":
      "ghi số giá trị sau dấu hai chấm, như 0%..20%:5",
    "'{}' has {} values and '{}' has {}": "'{}' có {} giá trị còn '{}' có {}",
    "paths that move together have equally many":
      "các đường dẫn thay đổi cùng nhau phải có số giá trị bằng nhau",
    "'{}' has a value twice": "'{}' có một giá trị lặp lại",
    "leave one out": "bỏ một giá trị",
    "choose a number in between": "chọn một số trong khoảng đó",
    "{} points are outside 2 to {}": "{} điểm nằm ngoài khoảng từ 2 đến {}",
    "'{}' has {} values, more than the {} points": "'{}' có {} giá trị, nhiều hơn {} điểm",
    "take more points, or fewer values": "lấy nhiều điểm hơn, hoặc ít giá trị hơn",
    "'{}' has a number of values, {}, but the points are spread over its range":
      "'{}' có nêu số giá trị, {}, nhưng các điểm được rải trong cả khoảng",
    "leave out `:{}`; --points says how many variants there are":
      "bỏ `:{}`; --points cho biết có bao nhiêu phương án",
    "'{}' is varied twice": "'{}' được thay đổi hai lần",
    "give all of its values at once": "ghi mọi giá trị của nó cùng một lúc",
    "'{}' is in the file of variants and varied too": "'{}' vừa có trong tệp phương án vừa được thay đổi bằng --vary",
    "leave out its column, or --vary": "bỏ cột của nó, hoặc bỏ --vary",
    "the grid has {} variants, more than {}": "lưới có {} phương án, nhiều hơn {}",
    "take fewer values, or --design lhs with --points":
      "lấy ít giá trị hơn, hoặc dùng --design lhs với --points",

    "the file of variants has no table": "tệp phương án không có bảng nào",
    "the file of variants has a header and no rows":
      "tệp phương án có dòng tiêu đề nhưng không có dòng nào khác",
    "a column has no title": "một cột không có tiêu đề",
    "the title '{}' is not a path": "tiêu đề '{}' không phải là đường dẫn",
    "the row leaves every value as it is": "dòng này giữ nguyên mọi giá trị",
    "the file has {} variants, more than {}": "tệp có {} phương án, nhiều hơn {}",
    "begin with a line of paths, such as `credit.growth,investment.plan`, and write a variant on each line below it":
      "bắt đầu bằng một dòng đường dẫn, chẳng hạn `credit.growth,investment.plan`, rồi ghi mỗi phương án một dòng bên dưới",
    "write the path whose values stand below, or delete the column":
      "ghi đường dẫn của các giá trị bên dưới, hoặc xoá cột",
    "a title is a path as --set takes it, without '='":
      "tiêu đề là đường dẫn như ở --set, không có '='",
    "give one of the paths a value; the scenario as it is stands for itself in `run`":
      "ghi giá trị cho một đường dẫn; kịch bản nguyên như vậy thì xem bằng `run`",
    "split the file": "chia tệp thành nhiều tệp",

    "'{}' has no values": "'{}' không có giá trị nào",
    "write PATH=A..B:N, as in credit.growth=0%..20%:5":
      "ghi PATH=A..B:N, như credit.growth=0%..20%:5",
    "'{}' has no path": "'{}' không có đường dẫn",
    "the list of '{}' has a range in it, '{}'": "danh sách của '{}' có một khoảng, '{}'",
    "write a range alone, or list its values": "chỉ ghi một khoảng, hoặc liệt kê các giá trị",
    "the values of '{}' lack a closing {}": "các giá trị của '{}' thiếu dấu đóng {}",
    "close it; a value that holds a comma stands in quotation marks, brackets or braces":
      "đóng lại; giá trị có dấu phẩy phải đặt trong dấu ngoặc kép, ngoặc vuông hoặc ngoặc nhọn",
    "there is an empty value for '{}'": "có một giá trị trống cho '{}'",
    "write PATH=A..B:N, or values with a comma between them; a value that holds a comma stands in quotation marks, brackets or braces":
      "ghi PATH=A..B:N, hoặc các giá trị cách nhau bằng dấu phẩy; giá trị có dấu phẩy phải đặt trong dấu ngoặc kép, ngoặc vuông hoặc ngoặc nhọn",
    "'{}' has three points": "'{}' có ba dấu chấm",
    "write a range with two, as in 0..10:5": "ghi một khoảng với hai dấu chấm, như 0..10:5",
    "'{}' is not a number of values for '{}'": "'{}' không phải là số giá trị của '{}'",
    "write a whole number from 2 on behind the colon, as in 0%..20%:5":
      "ghi một số nguyên từ 2 trở lên sau dấu hai chấm, như 0%..20%:5",
    "the range of '{}' is one of days": "khoảng của '{}' là khoảng ngày",
    "list them with commas, as in {}=2025-03-31,2025-06-30":
      "liệt kê các ngày cách nhau bằng dấu phẩy, như {}=2025-03-31,2025-06-30",
    "the unit of '{}' stands behind the first number only":
      "đơn vị của '{}' chỉ đứng sau số đầu",
    "the range of '{}' has two units, '{}' and '{}'":
      "khoảng của '{}' có hai đơn vị, '{}' và '{}'",
    "write one unit behind the second number, as in 5000..7500 billion VND:6":
      "ghi một đơn vị sau số thứ hai, như 5000..7500 billion VND:6",
    "the range of '{}' has too many digits": "khoảng của '{}' có quá nhiều chữ số",
    "write 18 of them at the most": "ghi nhiều nhất 18 chữ số",
    "the range of '{}' begins where it ends":
      "khoảng của '{}' bắt đầu và kết thúc ở cùng một số",
    "give one value with --set, or another end":
      "ghi một giá trị bằng --set, hoặc một đầu khác",
    "in the range of '{}' {}": "trong khoảng của '{}', {}",
    "write a range of numbers, as in 0%..20%:5": "ghi một khoảng số, như 0%..20%:5",
  ]
}
