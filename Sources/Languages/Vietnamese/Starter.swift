// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// The scenario to begin with: the dialogue and the remarks of the file.
  static let starter: Catalogue.Entries = [
    // The command.
    "Write a scenario to begin with, which runs at once.": "Viết một kịch bản khởi đầu, chạy được ngay.",
    "Asks on a terminal for what the options do not say. Every figure of the file is made up and says so; remarks say where the real ones are found. The file is in the language of the answer (--lang).":
      "Trên màn hình lệnh, chương trình hỏi những gì các tuỳ chọn chưa nêu. Mọi con số trong tệp là giả định và được ghi rõ; các chú thích cho biết tìm số thật ở đâu. Tệp viết bằng ngôn ngữ trả lời (--lang).",
    "The year that is asked about; without it, this year.": "Năm được hỏi; không nêu thì là năm nay.",
    "The year that growth is measured from; without it, the one before.": "Năm gốc để tính tăng trưởng; không nêu thì là năm liền trước.",
    "The growth that is to be reached, such as 8%, which is also the default.": "Tốc độ tăng trưởng cần đạt, chẳng hạn 8%, cũng là mức mặc định.",
    "The currency, three capital letters; VND without it.": "Đơn vị tiền, ba chữ hoa; không nêu thì là VND.",
    "The activities of the economy, joined by commas; agriculture,industry,services,taxes without it. Taxes are product taxes less subsidies.":
      "Các ngành của nền kinh tế, cách nhau bằng dấu phẩy; không nêu thì là agriculture,industry,services,taxes. Taxes là thuế sản phẩm trừ trợ cấp sản phẩm.",
    "Parts that a scenario can do without, joined by commas: investment (a lever and its effect), prices (current prices, GRDP per person), or none; investment without it.":
      "Các phần có thể có hoặc không, cách nhau bằng dấu phẩy: investment (đòn bẩy đầu tư công và tác động), prices (giá hiện hành, GRDP bình quân đầu người), hoặc none; không nêu thì là investment.",
    "The file to write; without it, one that is called as the scenario is.": "Tệp cần ghi; không nêu thì đặt theo tên kịch bản.",
    "Replace a file that is there already.": "Thay tệp đã có.",
    "Ask nothing: what the options do not say is as by default.": "Không hỏi gì: những gì các tuỳ chọn chưa nêu lấy theo mặc định.",
    "Do not say what was written.": "Không báo đã ghi gì.",
    "--with names parts, investment or prices, or says none: not '{}'": "--with nêu các phần, investment hoặc prices, hoặc none: không phải '{}'",
    "{} is written: all its figures are made up, and its remarks say where to find the real ones.\n  growth check {}\n  growth run {}":
      "Đã ghi {}: mọi con số trong đó là giả định, các chú thích cho biết tìm số thật ở đâu.\n  growth check {}\n  growth run {}",
    "My province {}": "Tỉnh của tôi {}",
    "there is no terminal to ask on, and no option says what to write: say --name, --year and --target, or --yes for a scenario as by default":
      "không có màn hình lệnh để hỏi và không tuỳ chọn nào cho biết cần ghi gì: hãy nêu --name, --year và --target, hoặc --yes để có kịch bản mặc định",
    "error: '{}' is there already: choose another file, or replace it with --force": "lỗi: '{}' đã có: hãy chọn tệp khác, hoặc thay bằng --force",

    // The dialogue.
    "Enter takes what stands in brackets.": "Nhấn Enter để lấy giá trị trong ngoặc.",
    "Which year is asked about?": "Kịch bản cho năm nào?",
    "What is the scenario called?": "Tên kịch bản là gì?",
    "What growth is the target?": "Chỉ tiêu tăng trưởng là bao nhiêu?",
    "In which currency?": "Đơn vị tiền nào?",
    "Which activities? (short names in English, joined by commas)": "Những ngành nào? (tên ngắn bằng tiếng Anh, cách nhau bằng dấu phẩy)",
    "Quarter by quarter?": "Tính theo từng quý?",
    "With public investment as a lever?": "Có đòn bẩy đầu tư công?",
    "With current prices and GRDP per person?": "Có giá hiện hành và GRDP bình quân đầu người?",
    "In which file?": "Ghi vào tệp nào?",
    "Answer {} or {}.": "Hãy trả lời {} hoặc {}.",
    "There was no answer; nothing was written.": "Không có câu trả lời; chưa ghi gì.",

    // Mistakes.
    "a name is a line of text of at most 200 characters": "tên là một dòng chữ dài nhất 200 ký tự",
    "'{}' is not the code of a currency: write three capital letters, such as VND": "'{}' không phải mã tiền tệ: hãy viết ba chữ hoa, chẳng hạn VND",
    "an economy has one activity at least beside taxes": "nền kinh tế có ít nhất một ngành ngoài thuế",
    "there are too many activities: {} at most": "quá nhiều ngành: nhiều nhất là {}",
    "'{}' cannot be the name of an activity here: lower-case letters, digits and hyphens, beginning with a letter, such as real-estate":
      "'{}' không thể là tên ngành ở đây: chữ thường không dấu, chữ số và gạch nối, bắt đầu bằng chữ, chẳng hạn real-estate",
    "the activity '{}' is there twice": "ngành '{}' xuất hiện hai lần",
    "{} is not a year of four digits": "{} không phải năm gồm bốn chữ số",
    "the year {} is not after the base year {}": "năm {} không sau năm gốc {}",
    "there are {} years from the base year on: at most {} can be": "có {} năm kể từ năm gốc: nhiều nhất là {}",
    "a target of growth lies above -100% and is at most 1000%": "chỉ tiêu tăng trưởng phải lớn hơn -100% và không quá 1000%",

    // Remarks of the file.
    "Every figure here is made up, so that the file runs at once. Replace them one by one, and put in the place of `assumption` where each is from: a table of a yearbook, a resolution. `growth show` lists what is still assumed.":
      "Mọi con số ở đây đều là giả định để tệp chạy được ngay. Hãy thay từng số một, và ghi nguồn của nó thay cho `assumption` (giả định): bảng nào của niên giám, nghị quyết nào. `growth show` liệt kê những gì còn là giả định.",
    "Check the file after each change with `growth check`, and see what comes of it with `growth run`.":
      "Sau mỗi thay đổi hãy kiểm tra tệp bằng `growth check`, và xem kết quả bằng `growth run`.",
    "the last year with published figures": "năm gần nhất đã có số liệu công bố",
    "the year that is asked about": "năm của kịch bản",
    "How the base year falls on its quarters: the provincial statistics office publishes GRDP by quarter. The four parts sum to 100%.":
      "Tỷ trọng các quý trong năm gốc: cơ quan thống kê tỉnh công bố GRDP theo quý. Bốn phần cộng lại bằng 100%.",
    "of all figures below that name none": "nguồn của mọi con số bên dưới không ghi nguồn",
    "GRDP of the base year: statistical yearbook, chapter National accounts, table GRDP at current prices.":
      "GRDP năm gốc: niên giám thống kê, chương Tài khoản quốc gia, bảng GRDP theo giá hiện hành.",
    "The parts of the economy. Their size in {}: statistical yearbook, chapter National accounts, table GRDP at constant 2010 prices by economic sector; the parts sum to 100%.":
      "Các khu vực của nền kinh tế. Quy mô năm {}: niên giám thống kê, chương Tài khoản quốc gia, bảng GRDP theo giá so sánh 2010 phân theo khu vực kinh tế; các phần cộng lại bằng 100%.",
    "Each quarter is drawn by itself (per: quarter), and sd is that of a quarter: the whole year scatters about half as far.":
      "Mỗi quý được mô phỏng riêng (per: quarter), và sd là của một quý: cả năm dao động khoảng một nửa mức đó.",
    "Growth in {}: what is expected (mean) and how far off that may be (sd: two years of three fall within it). The same chapter has the growth of past years: `growth calibrate` makes both of them. `growth distributions` shows other shapes.":
      "Tăng trưởng năm {}: mức kỳ vọng (mean) và mức có thể chênh lệch (sd, độ lệch chuẩn: cứ ba năm thì hai năm nằm trong khoảng này). Cùng chương đó có tốc độ tăng trưởng các năm trước: `growth calibrate` tính ra cả hai. `growth distributions` cho xem các dạng khác.",
    "Mean population: statistical yearbook, chapter Population and labour, table Average population.":
      "Dân số trung bình: niên giám thống kê, chương Dân số và lao động, bảng Dân số trung bình.",
    "What the province chooses. Public investment disbursed, as a part of the plan: reports of the Department of Finance or of the State Treasury. `reference` is what the growth above takes for granted.":
      "Những gì tỉnh lựa chọn. Tỷ lệ giải ngân vốn đầu tư công so với kế hoạch: báo cáo của Sở Tài chính hoặc Kho bạc Nhà nước. `reference` là mức mà tăng trưởng ở trên đã tính đến.",
    "Public investment disbursed": "Giải ngân vốn đầu tư công",
    "Provincial People's Committee": "Uỷ ban nhân dân tỉnh",
    "What it does: a percentage point more disbursed adds this many percentage points to the growth of the activity. Hold it against the years in which disbursement ran high or low.":
      "Tác động: giải ngân thêm một điểm % thì tăng trưởng của ngành tăng thêm chừng này điểm %. Hãy đối chiếu với những năm giải ngân cao hoặc thấp.",
    "Public investment": "Đầu tư công",
    "What moves all activities together, such as the national economy: 0 for one that goes its own way, near 1 for one that follows it closely.":
      "Yếu tố chung tác động đến mọi ngành, chẳng hạn kinh tế cả nước: 0 là ngành biến động riêng, gần 1 là ngành đi sát theo.",
    "What the plan is to reach: the resolution of the People's Council on the socio-economic development plan. Put its number in the place of `assumption`.":
      "Các chỉ tiêu của kế hoạch: nghị quyết của Hội đồng nhân dân về kế hoạch phát triển kinh tế - xã hội. Hãy ghi số nghị quyết thay cho `assumption`.",
    "GRDP growth a year on average": "Tăng trưởng GRDP bình quân mỗi năm",
    "How many random futures are drawn, and from which seed.": "Số lượt mô phỏng ngẫu nhiên và hạt giống.",

    // Activities.
    "Agriculture, forestry and fishery": "Nông, lâm nghiệp và thuỷ sản",
    "Industry and construction": "Công nghiệp và xây dựng",
    "Services": "Dịch vụ",
    "Product taxes less subsidies": "Thuế sản phẩm trừ trợ cấp sản phẩm",
    "Crops": "Trồng trọt",
    "Livestock": "Chăn nuôi",
    "Forestry": "Lâm nghiệp",
    "Fishery": "Thuỷ sản",
    "Mining": "Khai khoáng",
    "Manufacturing": "Công nghiệp chế biến, chế tạo",
    "Electricity": "Sản xuất và phân phối điện",
    "Water supply and waste": "Cung cấp nước và xử lý rác thải",
    "Construction": "Xây dựng",
    "Trade": "Bán buôn và bán lẻ",
    "Transport and storage": "Vận tải, kho bãi",
    "Accommodation and food": "Dịch vụ lưu trú và ăn uống",
    "Tourism": "Du lịch",
    "Information and communication": "Thông tin và truyền thông",
    "Finance and insurance": "Tài chính, ngân hàng và bảo hiểm",
    "Real estate": "Kinh doanh bất động sản",
    "Education": "Giáo dục và đào tạo",
    "Health": "Y tế",
    "Public administration and defence": "Quản lý nhà nước, an ninh quốc phòng",
  ]
}
