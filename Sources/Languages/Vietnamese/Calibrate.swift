// swift-format-ignore-file: an entry is one line in each language.

extension Vietnamese {
  /// What the past says of growth.
  static let calibrate: Catalogue.Entries = [
    "{}: growth on a year earlier, {}, {}":
      "{}: tốc độ tăng so với cùng kỳ năm trước, {}, {}",
    "{} without {}": "{} trừ {}",
    "{} years": "{} năm",
    "{} quarters": "{} quý",

    // Periods.
    "{}Q1": "quý I/{}",
    "{}Q2": "quý II/{}",
    "{}Q3": "quý III/{}",
    "{}Q4": "quý IV/{}",
    "{}H1": "6 tháng đầu năm {}",
    "{}H2": "6 tháng cuối năm {}",
    "{}M9": "9 tháng năm {}",
    "Q1": "quý I",
    "Q2": "quý II",
    "Q3": "quý III",
    "Q4": "quý IV",

    // Tables.
    "Series": "Chuỗi số liệu",
    "a year": "mỗi năm",
    "persists": "kéo dài",
    "new, sd": "nhiễu (ĐLC)",
    "tails": "đuôi",
    "df": "bậc tự do",
    "wild": "bất thường",
    "normal": "chuẩn",
    "Means between breaks, %": "Trung bình giữa các điểm gãy, %",
    "The last one is the mean that is used.": "Trung bình của giai đoạn cuối được sử dụng.",
    "Own lags": "Độ trễ của chính chuỗi",
    "Parts of a year, %": "Tỷ trọng từng quý trong năm, %",
    "Here ± is the standard deviation from year to year.": "Ở đây ± là độ lệch chuẩn giữa các năm.",
    "How long deviations last": "Độ lệch kéo dài",
    "parameters": "số tham số",
    "not at all": "không kéo dài",
    "1 lag, each its own": "1 độ trễ, riêng từng chuỗi",
    "1 lag, all of all": "1 độ trễ, giữa mọi chuỗi",
    "{} lags, each its own": "{} độ trễ, riêng từng chuỗi",
    "{} lags, all of all": "{} độ trễ, giữa mọi chuỗi",

    // How it was found.
    "none": "không (none)",
    "diagonal": "riêng từng chuỗi (diagonal)",
    "full": "giữa mọi chuỗi (full)",
    "Akaike": "Akaike",
    "Hannan and Quinn": "Hannan và Quinn",
    "Schwarz": "Schwarz",
    "Less is better; compared on {} rows that all have their lags.":
      "Giá trị càng nhỏ càng tốt; so sánh trên {} kỳ có đủ số liệu trễ.",
    "Taken (*), as asked: {}.": "Chọn (*) theo yêu cầu: {}.",
    "Taken (*), as asked: {}, {} lags.": "Chọn (*) theo yêu cầu: {}, {} độ trễ.",
    "Taken (*), by {}'s criterion: {}.": "Chọn (*) theo tiêu chuẩn {}: {}.",
    "Taken (*), by {}'s criterion: {}, {} lags.": "Chọn (*) theo tiêu chuẩn {}: {}, {} độ trễ.",
    "The criterion would take more lags than --lags allows.":
      "Theo tiêu chuẩn này cần nhiều độ trễ hơn mức --lags cho phép.",
    "Correlations of what is new are those of the sample.":
      "Hệ số tương quan của nhiễu lấy theo mẫu.",
    "Correlations of what is new are those of the sample times {}: Schäfer and Strimmer's shrinkage, intensity {}.":
      "Hệ số tương quan của nhiễu bằng hệ số tương quan mẫu nhân với {}: phương pháp co của Schäfer và Strimmer, cường độ {}.",
    "Covariances of what is new are those of the sample times {}, variances drawn towards their mean in the same way: Ledoit and Wolf's shrinkage, intensity {}.":
      "Hiệp phương sai của nhiễu bằng hiệp phương sai mẫu nhân với {}, các phương sai cũng được co về trung bình như vậy: phương pháp co của Ledoit và Wolf, cường độ {}.",
    "± one standard error. That of a mean allows for deviations that last; that of the change a year does not.":
      "± một sai số chuẩn. Sai số của trung bình có tính đến độ lệch kéo dài; sai số của mức thay đổi mỗi năm thì không. Nhiễu là phần mới phát sinh trong kỳ; ĐLC: độ lệch chuẩn.",
    "Only {} observations: a standard deviation from them is uncertain by about {}% of itself.":
      "Chỉ có {} quan sát: độ lệch chuẩn ước lượng từ đó có sai số khoảng {}% giá trị của nó.",
    "Wild: a few periods are so unlike the others that the likeliest distribution has no variance. Leave them out by name (--exclude) and make them an event; here the distribution is normal.":
      "Bất thường: một vài kỳ khác các kỳ còn lại đến mức phân phối phù hợp nhất không có phương sai. Nên loại các kỳ đó (--exclude) và đưa vào thành sự kiện; ở đây dùng phân phối chuẩn.",
    "Deviations do not fade: in the long run a period multiplies them by {}. Use fewer lags, or name a break.":
      "Độ lệch không tắt dần: về lâu dài, sau mỗi kỳ độ lệch được nhân với {}. Nên giảm số độ trễ hoặc khai báo điểm gãy.",
    "The mean may shift where no break was named, with Quandt's F above Andrews' 1% value of {}: {}. Nothing was done about it.":
      "Trung bình có thể đã dịch chuyển ở nơi chưa khai báo điểm gãy, với thống kê F của Quandt vượt giá trị tới hạn 1% của Andrews là {}: {}. Kết quả chưa điều chỉnh theo việc này.",
    "Far from the median, in robust standard deviations: {}.":
      "Cách xa trung vị, tính bằng độ lệch chuẩn vững: {}.",

    // The scenario.
    "estimated by growth calibrate from {}, {}, {}": "growth calibrate ước lượng từ {}, {}, {}",
    "calibrated on {}": "ước lượng theo số liệu {}",
    "parts of a year by growth calibrate from {}, mean of {}":
      "tỷ trọng các quý do growth calibrate tính từ {}, trung bình {}",
    "{}, standard deviation up to {}": "{}, độ lệch chuẩn tối đa {}",
    "{}; mean and its standard error": "{}; trung bình và sai số chuẩn",
    "{}; mean since {} and its standard error": "{}; trung bình từ {} và sai số chuẩn",
    "{}; mean, standard error {}": "{}; trung bình, sai số chuẩn {}",
    "{}; mean since {}, standard error {}": "{}; trung bình từ {}, sai số chuẩn {}",
    "{}; errors of the means": "{}; sai số của các trung bình",
    "What the last period, {}, left above or below the mean.":
      "Phần chênh so với trung bình mà kỳ cuối ({}) để lại.",
    "What the last periods left above or below the mean: {}, then those before it.":
      "Phần chênh so với trung bình mà các kỳ cuối để lại: {}, sau đó là các kỳ trước.",
    "Parts of a year by quarter, means of {}; --seasonal-shares puts them in:":
      "Tỷ trọng từng quý trong năm, trung bình {}; dùng --seasonal-shares để đưa vào kịch bản:",

    // The command.
    "--extends is for --format scenario": "--extends dùng cho --format scenario",
    "--criterion is for --persistence auto": "--criterion dùng cho --persistence auto",
    "--persistence none has no --lags": "--persistence none không có --lags",
    "--lags is a number from 1 to 8": "--lags là một số từ 1 đến 8",
    "--uncertain-means is for --format scenario": "--uncertain-means dùng cho --format scenario",
    "--seasonal-shares is a number of years, 1 or more":
      "--seasonal-shares là số năm, từ 1 trở lên",
    "--seasonal-shares: '{}' has no whole year of quarterly levels":
      "--seasonal-shares: '{}' không có năm nào đủ giá trị tuyệt đối theo quý",
    "'{}' has no series '{}'; it has: {}": "'{}' không có chuỗi '{}'; các chuỗi hiện có: {}",
    "'{}' has no series '{}'; did you mean '{}'? it has: {}":
      "'{}' không có chuỗi '{}'; có phải ý bạn là '{}'? Các chuỗi hiện có: {}",
    "--exclude {}: '{}' has no figures then": "--exclude {}: '{}' không có số liệu của kỳ đó",
    "--break {}: '{}' has no such period": "--break {}: '{}' không có kỳ đó",
    "--break {}: a mean needs two periods or more that are used on each side of it":
      "--break {}: để tính trung bình, mỗi phía cần từ hai kỳ được sử dụng trở lên",
    "'{}' is no period: write 2024, 2024Q3, 2011-2024 or 2011Q1-2024Q4":
      "'{}' không phải là kỳ: hãy viết 2024, 2024Q3, 2011-2024 hoặc 2011Q1-2024Q4",
    "{}: '{}' has no figures then, nor of any other period":
      "{}: '{}' không có số liệu của kỳ đó, cũng như của kỳ nào khác",
    "{}: '{}' has no figures then, but for {}":
      "{}: '{}' không có số liệu của kỳ đó, chỉ có của {}",
  ]
}
