// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// What is wrong with keys, files and variants, and what things of a file are called.
  static let keys: Catalogue.Entries = [
    "{} has no key '{}'": "{} không có khoá '{}'",
    "{} needs the key '{}'": "{} cần có khoá '{}'",
    "nothing is written behind '{}'": "chưa ghi gì sau '{}'",
    "{} is written with keys, but here is {}":
      "{} phải được ghi bằng các khoá, nhưng ở đây là {}",
    "'{}' is a text, but here is {}": "'{}' phải là văn bản, nhưng ở đây là {}",
    "'{}' is not a choice for '{}'": "'{}' không phải là lựa chọn cho '{}'",
    "'{}' cannot be the name of {}": "không thể dùng '{}' làm tên {}",
    "a figure names no source: {}": "một số liệu không ghi nguồn: {}",
    "{} figures name no source: {}": "{} số liệu không ghi nguồn: {}",
    "the format '{}' is not known": "không nhận ra định dạng '{}'",
    "'{}' is a year, but '{}' is not one": "'{}' phải là một năm, nhưng '{}' không phải là năm",
    "'price-year' is {}, after the year {} that is asked about":
      "'price-year' là {}, sau năm {} cần tính",
    "'{}' is a date, but '{}' is not one":
      "'{}' phải là một ngày, nhưng '{}' không phải là ngày",
    "'{}' is not the code of a currency": "'{}' không phải là mã đơn vị tiền",
    "'draws' is a number of draws, but here is '{}'":
      "'draws' là số lượt mô phỏng, nhưng ở đây là '{}'",
    "'seed' is a whole number, but here is '{}'":
      "'seed' là một số nguyên, nhưng ở đây là '{}'",
    "its keys are: {}": "các khoá của nó là: {}",
    "write a value, or delete the line `{}:`": "ghi một giá trị, hoặc xoá dòng `{}:`",
    "write `name:` lines below it, indented by two more spaces":
      "ghi các dòng `name:` bên dưới, thụt vào thêm hai dấu cách",
    "write it on one line, in quotation marks if it contains ': '":
      "ghi trên một dòng, đặt trong dấu ngoặc kép nếu có ': '",
    "use lower-case letters a to z, digits and hyphens, beginning with a letter; `name:` is what people read":
      "dùng chữ thường từ a đến z không dấu, chữ số và dấu gạch nối, bắt đầu bằng chữ; tên để người đọc ghi ở `name:`",
    "use lower-case letters a to z, digits and hyphens, in parts that begin with a letter and are joined by points, as in `tourism.visits`":
      "dùng chữ thường từ a đến z không dấu, chữ số và dấu gạch nối; mỗi phần bắt đầu bằng chữ, các phần nối bằng dấu chấm, như `tourism.visits`",
    "add `source:` to the figure, or beside figures that share one; write `source: assumption` where there is none":
      "thêm `source:` cho số liệu, hoặc đặt cạnh các số liệu cùng nguồn; ghi `source: assumption` nếu không có nguồn",
    "this program reads `format: {}`": "chương trình này đọc `format: {}`",
    "write four digits, such as 2025": "ghi bốn chữ số, chẳng hạn 2025",
    "name the year whose prices the volumes are in, such as 2010":
      "ghi năm có giá dùng để tính quy mô, chẳng hạn 2010",
    "write year, month and day with hyphens, such as 2025-02-27":
      "ghi năm, tháng và ngày nối bằng dấu gạch nối, chẳng hạn 2025-02-27",
    "write three capital letters, such as VND": "ghi ba chữ hoa, chẳng hạn VND",
    "write a whole number from 1 to 4.29G, such as 500000, 100k or 1M":
      "ghi một số nguyên từ 1 đến 4.29G, chẳng hạn 500000, 100k hoặc 1M",
    "write a whole number from 0 to 18446744073709551615":
      "ghi một số nguyên từ 0 đến 18446744073709551615",
    "begin the file with `format: {}`": "bắt đầu tệp bằng `format: {}`",
    "write what people call it, such as `name: Sơn La 2025`":
      "ghi tên thường gọi, chẳng hạn `name: Sơn La 2025`",
    "write `currency: VND`": "ghi `currency: VND`",
    "write the year that growth is measured from, such as `base-year: 2024`":
      "ghi năm làm gốc để tính tăng trưởng, chẳng hạn `base-year: 2024`",
    "write the year that is asked about, such as `year: 2025`":
      "ghi năm cần tính, chẳng hạn `year: 2025`",
    "write `growth: 8%`, or a distribution": "ghi `growth: 8%`, hoặc một phân phối",
    "write `quantity: growth`, or the path of another result":
      "ghi `quantity: growth`, hoặc đường dẫn của một kết quả khác",
    "write `{value: 8%, source: \"...\"}`": "ghi `{value: 8%, source: \"...\"}`",
    "write the path of a CSV file, relative to this file":
      "ghi đường dẫn của một tệp CSV, tính từ tệp này",
    "write `variable: column` lines below `columns:`":
      "ghi các dòng `variable: column` dưới `columns:`",
    "list the variables in the order of the rows of the matrix":
      "liệt kê các biến theo thứ tự các hàng của ma trận",
    "write one row of correlations for each variable": "ghi mỗi biến một hàng tương quan",
    "add a line `{}:`": "thêm một dòng `{}:`",

    "choose one of: {}": "chọn một trong: {}",
    "it has: {}": "các khoá đang có: {}",
    "the variables are: {}": "các biến là: {}",
    "the uncertain figures are: {}": "các số liệu bất định là: {}",
    "columns that are looked at: {}": "các cột được dùng: {}",

    "a scenario": "kịch bản",
    "an activity": "ngành",
    "a group of activities": "nhóm ngành",
    "the group '{}'": "nhóm '{}'",
    "the whole economy": "toàn bộ nền kinh tế",
    "a growing population": "dân số tăng dần",
    "a lever": "đòn bẩy chính sách",
    "an uncertainty": "yếu tố bất định",
    "an indicator": "chỉ báo",
    "an effect": "tác động",
    "an effect of the kind {}": "tác động loại {}",
    "a project": "dự án",
    "a demand": "cầu",
    "a sector": "ngành sản phẩm",
    "a group of correlations": "nhóm tương quan",
    "a matrix of correlations": "ma trận tương quan",
    "a loading": "hệ số tải",
    "a column": "cột",
    "a target": "chỉ tiêu",
    "a statement": "nội dung nêu trong kế hoạch",
    "a published figure": "số liệu công bố",
    "a figure": "số liệu",
    "a distribution '{}'": "phân phối '{}'",
    "a figure for each quarter": "số liệu cho từng quý",
    "a growth rate": "tốc độ tăng",
    "the population": "dân số",
    "an innovation": "phần mới của cú sốc",
    "a price level": "mức giá",
    "the persistence of an effect": "độ bền của tác động",
    "the hazard of an event": "xác suất xảy ra sự kiện",
    "the size of an event": "mức thiệt hại của sự kiện",
    "the recovery from an event": "mức phục hồi sau sự kiện",
    "the leakage of a demand": "phần rò rỉ của cầu",
    "the share of value added": "tỷ lệ giá trị tăng thêm",
    "a part of the split": "mỗi phần của 'split'",
    "the share of a quarter": "tỷ trọng của một quý",
    "the capacity of a project": "công suất của dự án",
    "the probability of going ahead": "xác suất dự án được triển khai",
    "a ramp": "thời gian đạt đủ công suất",
    "an uncertain ramp": "thời gian đạt đủ công suất, khi bất định,",
    "the spending on construction": "vốn xây dựng",
    "the duration of construction": "thời gian xây dựng",
    "the value of a lever": "giá trị của đòn bẩy chính sách",
    "the reference of a lever": "mức tham chiếu của đòn bẩy chính sách",
    "the reference of an effect": "mức tham chiếu của tác động",
    "the reference of a demand": "mức tham chiếu của cầu",

    "an override is written `PATH=VALUE`, but there is no '='":
      "giá trị thay thế được ghi là `PATH=VALUE`, nhưng ở đây không có '='",
    "'{}' is not a path of keys": "'{}' không phải là đường dẫn các khoá",
    "there is no value for '{}'": "không có giá trị cho '{}'",
    "the scenario has no key and no part called '{}'":
      "kịch bản không có khoá hay phần nào tên là '{}'",
    "'{}' is {}, with nothing below it": "'{}' là {}, bên dưới không còn gì",
    "write it like `agriculture.growth=4%`": "ghi như `agriculture.growth=4%`",
    "join the keys by points, as in `agriculture.growth`":
      "nối các khoá bằng dấu chấm, như `agriculture.growth`",
    "write the value behind '=', as in `agriculture.growth=4%`":
      "ghi giá trị sau '=', như `agriculture.growth=4%`",
    "override it as a whole: `{}=...`": "thay cả giá trị này: `{}=...`",

    "'extends' is the path of one file, but here is {}":
      "'extends' là đường dẫn của một tệp, nhưng ở đây là {}",
    "the file extends itself": "tệp này kế thừa chính nó",
    "the files extend each other: {}": "các tệp kế thừa lẫn nhau: {}",
    "more than {} files extend one another: {}": "có hơn {} tệp kế thừa nối tiếp nhau: {}",
    "the base scenario '{}' cannot be read": "không đọc được kịch bản cơ sở '{}'",
    "the variant has the name of the scenario it extends, '{}'":
      "phương án này trùng tên với kịch bản mà nó kế thừa, '{}'",
    "the base scenario has no '{}' here to remove": "kịch bản cơ sở không có '{}' ở đây để bỏ",
    "'{}' is removed here, but {} needs it": "'{}' bị bỏ ở đây, nhưng {} cần khoá này",
    "the source covers no figure: it stands beside figures of the base scenario, which keep theirs":
      "nguồn này không ứng với số liệu nào: nó đứng cạnh các số liệu của kịch bản cơ sở, vốn giữ nguồn của chúng",
    "there is an activity '{}' already, as `{}` ({})": "đã có ngành '{}' ở `{}` ({})",
    "'{}' gets activities of its own here, but has '{}' in the base scenario":
      "'{}' có các ngành con ở đây, nhưng trong kịch bản cơ sở lại có '{}'",
    "'{}' is fixed here: the correlations that the base scenario gives it are left out":
      "'{}' là số cố định ở đây: các tương quan mà kịch bản cơ sở cho nó được bỏ qua",
    "the variant has no figure '{}' any more: its correlations are left out":
      "phương án này không còn số liệu '{}': các tương quan của nó được bỏ qua",
    "'extends' cannot be set here: values are replaced after files are read":
      "không thể đặt 'extends' ở đây: giá trị được thay sau khi đã đọc các tệp",
    "write it like `extends: son-la-2025.yaml`, relative to the folder of this file":
      "ghi như `extends: son-la-2025.yaml`, tính từ thư mục của tệp này",
    "name the file that this one is a variant of, or delete the line":
      "ghi tên tệp mà tệp này là phương án của nó, hoặc xoá dòng này",
    "extend a file nearer to the first one": "kế thừa một tệp gần tệp đầu tiên hơn",
    "put right what is reported for that file": "sửa những gì được báo cho tệp đó",
    "say in the name what is different": "nêu điểm khác trong tên",
    "delete the line to keep what the base scenario has, or write a value":
      "xoá dòng này để giữ như kịch bản cơ sở, hoặc ghi một giá trị",
    "write the figure too, or delete the source": "ghi cả số liệu, hoặc xoá nguồn",
    "to change that one, write it below the same keys; to add another, give it another name":
      "để sửa ngành đó, ghi dưới cùng các khoá; để thêm ngành khác, đặt tên khác",
    "remove that with `{}: null` beside `activities`":
      "bỏ khoá đó bằng `{}: null` cạnh `activities`",
    "write a file with another `extends:`": "viết một tệp có `extends:` khác",

    "there is no {} '{}'": "không có {} '{}'",
    "'{}' is a folder, not a {}": "'{}' là thư mục, không phải {}",
    "the {} '{}' cannot be read": "không đọc được {} '{}'",
    "'{}' is larger than {} MiB, too large for a {}": "'{}' lớn hơn {} MiB, quá lớn đối với {}",
    "the file is not UTF-8 text: it begins like UTF-16":
      "tệp không phải văn bản UTF-8: phần đầu giống UTF-16",
    "the file is not UTF-8 text: the bytes here are not a character":
      "tệp không phải văn bản UTF-8: các byte ở đây không phải là một ký tự",
    "the file is not plain text: the character here has the code {} and cannot be printed":
      "tệp không phải văn bản thuần: ký tự ở đây có mã {} và không in được",
    "check the spelling; a relative path starts at the folder you are in":
      "kiểm tra cách viết; đường dẫn tương đối tính từ thư mục hiện tại",
    "check the spelling; a relative path starts at the folder of this file":
      "kiểm tra cách viết; đường dẫn tương đối tính từ thư mục của tệp này",
    "check the spelling; a relative path starts at the folder of the scenario":
      "kiểm tra cách viết; đường dẫn tương đối tính từ thư mục của kịch bản",
    "name a file in it": "ghi tên một tệp trong đó",
    "check that you are allowed to read it": "kiểm tra quyền đọc tệp này",
    "check that this is the file you meant": "kiểm tra xem có đúng là tệp cần dùng không",
    "save the file in the encoding UTF-8": "lưu tệp theo bảng mã UTF-8",
    "delete the character, or check that this is the file you meant":
      "xoá ký tự này, hoặc kiểm tra xem có đúng là tệp cần dùng không",
    "scenario file": "tệp kịch bản",
    "base scenario": "kịch bản cơ sở",
    "history file": "tệp số liệu quá khứ",
    "input-output file": "tệp bảng cân đối liên ngành",
    "file of variants": "tệp phương án",
    "file of published figures": "tệp số liệu công bố",

    "the file has no content": "tệp trống",
    "a second document begins here": "văn bản thứ hai bắt đầu ở đây",
    "the line is indented with a tab": "dòng này thụt vào bằng dấu tab",
    "a quotation mark is opened and never closed":
      "có dấu mở ngoặc kép nhưng không có dấu đóng",
    "a value cannot begin with '{}'": "giá trị không thể bắt đầu bằng '{}'",
    "there is a second ': ' on this line, or the line is indented too far":
      "dòng này có dấu ': ' thứ hai, hoặc thụt vào quá xa",
    "this line is not indented like the lines it belongs to":
      "dòng này không thụt vào như các dòng cùng nhóm",
    "a key without ':' behind it": "khoá không có ':' phía sau",
    "a list or mapping in brackets lacks its '{}'":
      "danh sách hoặc nhóm khoá trong ngoặc thiếu dấu '{}'",
    "there is no such escape sequence in a text between \" marks":
      "không có ký hiệu thoát như vậy trong văn bản đặt giữa hai dấu \"",
    "the file is nested too deep": "tệp lồng quá nhiều cấp",
    "a value that begins with '*' stands for an anchor, and there is none":
      "giá trị bắt đầu bằng '*' thay cho một neo, nhưng không có neo đó",
    "this is not valid YAML: {}": "đây không phải YAML hợp lệ: '{}'",
    "the file is nested more than {} levels deep": "tệp lồng hơn {} cấp",
    "the file has more than {} values": "tệp có hơn {} giá trị",
    "values refer to anchors again and again": "các giá trị tham chiếu neo lặp đi lặp lại",
    "the value has an anchor, '&{}'": "giá trị này có neo, '&{}'",
    "'<<' merges keys from elsewhere": "'<<' lấy khoá từ chỗ khác",
    "a key must be a single word or text": "khoá phải là một từ hoặc một văn bản đơn",
    "the key '{}' stands here a second time": "khoá '{}' xuất hiện lần thứ hai ở đây",
    "the key '{}' stands here a second time; the first is on line {}":
      "khoá '{}' xuất hiện lần thứ hai ở đây; lần đầu ở dòng {}",
    "begin with `format: growth.scenario/1`": "bắt đầu bằng `format: growth.scenario/1`",
    "put each scenario in a file of its own; `---` begins a document":
      "đặt mỗi kịch bản trong một tệp riêng; `---` mở đầu một văn bản mới",
    "indent with spaces": "thụt vào bằng dấu cách",
    "close it; an apostrophe in a text between ' marks is written ''":
      "đóng dấu ngoặc; dấu nháy đơn trong văn bản đặt giữa hai dấu ' được viết là ''",
    "put the text in quotation marks": "đặt văn bản trong dấu ngoặc kép",
    "put a text that contains ': ' in quotation marks, or correct the indentation":
      "đặt văn bản có ': ' trong dấu ngoặc kép, hoặc sửa mức thụt dòng",
    "give keys of one group the same number of spaces before them":
      "các khoá cùng một nhóm phải có cùng số dấu cách phía trước",
    "write `key: value`": "ghi `key: value`",
    "add it, or a comma between two values": "thêm dấu đó, hoặc dấu phẩy giữa hai giá trị",
    "write \\\\ for a backslash, or use ' marks":
      "ghi \\\\ cho dấu gạch chéo ngược, hoặc dùng dấu '",
    "a scenario needs about ten levels; check the brackets":
      "một kịch bản chỉ cần khoảng mười cấp; kiểm tra các dấu ngoặc",
    "look here for a mark such as %, a quotation mark, colon or bracket out of place":
      "tìm ở đây một dấu đặt sai chỗ, như %, dấu ngoặc kép, dấu hai chấm hoặc dấu ngoặc",
    "scenario files have no anchors: write the value where it belongs, or put text in quotation marks":
      "tệp kịch bản không dùng neo: ghi giá trị ngay tại chỗ, hoặc đặt văn bản trong dấu ngoặc kép",
    "delete one of them, or correct its name": "xoá một trong hai, hoặc sửa tên",

    "a single value": "một giá trị đơn",
    "nothing": "chỗ trống",
    "a list": "danh sách",
    "a group of keys": "nhóm khoá",

    "hint: {}": "gợi ý: {}",

    "1 row": "1 hàng",
    "{} rows": "{} hàng",
    "1 sector": "1 ngành sản phẩm",
    "{} sectors": "{} ngành sản phẩm",
    "1 figure": "1 số liệu",
    "{} figures": "{} số liệu",
    "1 variable": "1 biến",
    "{} variables": "{} biến",
    "1 innovation": "1 phần mới",
    "{} innovations": "{} phần mới",
    "1 step": "1 kỳ",
    "{} steps": "{} kỳ",
    "1 lag": "1 bước trễ",
    "{} lags": "{} bước trễ",

    " and ": " và ",
  ]
}
