// swift-format-ignore-file: an entry is one line in each language.

extension Vietnamese {
  /// What forecasts made again in the past were worth.
  static let backtest: Catalogue.Entries = [
    "{}: would it have been right? ({} draws a forecast, seed {}, {})":
      "{}: kiểm chứng dự báo trên số liệu quá khứ ({} lượt mô phỏng mỗi dự báo, hạt giống {}, {})",
    "1 year": "1 năm",
    "1 quarter": "1 quý",
    "The forecasts": "Các dự báo",
    "All forecasts": "Toàn bộ dự báo",
    "Without {}: forecasts neither made then nor of then":
      "Không kể {}: bỏ các dự báo lập trong và cho giai đoạn này",
    "{}: there are none.": "{}: không có.",
    "{} ahead. {}": "Dự báo trước {}. {}",

    // The answer.
    "The 80% band held growth {}.": "Khoảng dự báo 80% chứa mức tăng thực tế: {}.",
    "Without {} it held {}.": "Không kể {}: {}.",
    "{} ahead {} of {} times ({})": "dự báo trước {} đúng {}/{} lần ({})",
    "Its CRPS was lower than that {}.": "CRPS của mô hình thấp hơn (tốt hơn) {}.",
    "of {} at none of {} horizons": "so với “{}” ở 0/{} tầm dự báo",
    "of {} at {} of {} horizons, at none by two standard errors or more":
      "so với “{}” ở {}/{} tầm dự báo, nhưng không tầm nào từ hai sai số chuẩn trở lên",
    "of {} at {} of {} horizons, at {} by two standard errors or more":
      "so với “{}” ở {}/{} tầm dự báo, trong đó {} tầm từ hai sai số chuẩn trở lên",
    "of {} at none of {}": "so với “{}” ở 0/{}",
    "of {} at {} of {}, at none by so much": "so với “{}” ở {}/{}, không tầm nào đạt mức đó",
    "of {} at {} of {}, at {} by so much": "so với “{}” ở {}/{}, trong đó {} tầm đạt mức đó",
    "no change": "không thay đổi",
    "no change, a point": "không thay đổi, một điểm",
    "no change as a point": "không thay đổi (một điểm)",
    "three-year mean": "trung bình ba năm",
    "the three-year mean": "trung bình ba năm",
    "AR(1)": "AR(1)",
    "an AR(1) of the total": "AR(1) của tổng số",

    // Tables.
    "Ahead": "Trước",
    "mean error": "sai số TB",
    "50% band held": "khoảng 50% chứa",
    "80% band held": "khoảng 80% chứa",
    "90% band held": "khoảng 90% chứa",
    "times, %, 95% interval": "số lần, %, khoảng 95%",
    "skill against": "cải thiện so với",
    "PIT: where outcomes fell": "PIT: vị trí của kết quả",
    "from lowest to highest": "từ thấp nhất đến cao nhất",
    "pinball, pp": "pinball, điểm %",
    "Activity": "Ngành",
    "80% band": "khoảng 80%",
    "held, %": "chứa, %",

    // How to read it.
    "Forecasts of growth on a year earlier, made at the end of {} from growth since {} and nothing later.":
      "Dự báo tốc độ tăng so với cùng kỳ năm trước, lập vào cuối {}, chỉ dùng số liệu tăng trưởng từ {} đến thời điểm lập.",
    "Forecasts of growth on a year earlier, made at the end of {} to {} from growth since {} and nothing later.":
      "Dự báo tốc độ tăng so với cùng kỳ năm trước, lập vào cuối các kỳ từ {} đến {}, chỉ dùng số liệu tăng trưởng từ {} đến thời điểm lập.",
    "Persistence {}": "Độ lệch kéo dài: {}",
    "Persistence {} of {} lags": "Độ lệch kéo dài: {}, {} độ trễ",
    "{} or {}": "{} hoặc {}",
    "normal innovations": "nhiễu phân phối chuẩn",
    "innovations like Student's t where tails are fat": "nhiễu phân phối Student t khi đuôi dày",
    "innovations drawn from past ones": "nhiễu lấy từ các nhiễu trong quá khứ",
    "innovations drawn from past ones in blocks of {}":
      "nhiễu lấy từ các nhiễu trong quá khứ theo khối {} kỳ",
    "means with their error": "trung bình có kèm sai số",
    "means taken as known, as `run` does": "trung bình coi như đã biết, như lệnh `run`",
    "The figures are those of one vintage: what was published at the time, before revisions, is not known here.":
      "Số liệu thuộc một lần công bố: không có số liệu đã công bố tại thời điểm đó, trước khi được điều chỉnh.",
    "Parts weigh what they did a year earlier.": "Quyền số của các ngành lấy theo cùng kỳ năm trước.",
    "Parts weigh what the scenario's base year says, which was not known then.":
      "Quyền số của các ngành lấy theo năm gốc của kịch bản, là thông tin chưa có tại thời điểm đó.",
    "Leaving {} out of estimates is hindsight: that these periods are exceptions is known only since. The benchmarks leave them out too.":
      "Việc loại {} khỏi ước lượng là nhìn lại từ hiện tại: chỉ về sau mới biết đây là các kỳ ngoại lệ. Các phương pháp đối chứng cũng loại các kỳ này.",
    "What was estimated at the end of {} does not die out: deviations grow from period to period.":
      "Quá trình ước lượng vào cuối {} không tắt dần: độ lệch tăng lên qua từng kỳ.",
    "No forecast was made in {}: growth of some part is not there.":
      "Không lập dự báo trong {}: thiếu số liệu tăng trưởng của một số ngành.",
    "CRPS: the mean absolute error of a whole distribution, less is better; skill: the part of a benchmark's CRPS that the model saves, ± one standard error that allows for forecasts that overlap. Intervals of the bands do not: outcomes of overlapping forecasts depend on each other.":
      "CRPS: sai số tuyệt đối trung bình của cả phân phối, càng nhỏ càng tốt; cải thiện: phần CRPS của phương pháp đối chứng mà mô hình giảm được, ± một sai số chuẩn có tính đến các dự báo chồng lấn. Khoảng tin cậy của số lần chứa không tính đến điều này: kết quả của các dự báo chồng lấn phụ thuộc lẫn nhau.",
    "No change: growth of the last period, spread by its past changes over as many periods, or as a point. Three-year mean: with the spread of these years. AR(1): a first-order autoregression of this series alone, by least squares.":
      "Không thay đổi: lấy mức tăng của kỳ gần nhất, phân tán theo các thay đổi trước đây qua cùng số kỳ, hoặc chỉ lấy một điểm. Trung bình ba năm: phân tán như ba năm đó. AR(1): tự hồi quy bậc nhất của riêng chuỗi này, ước lượng bằng bình phương nhỏ nhất. RMSE: căn bậc hai của sai số bình phương trung bình.",
    "n is as small as {}: differences describe these forecasts, and say little of the next ones.":
      "n chỉ bằng {}: các chênh lệch mô tả những dự báo này, chưa nói được nhiều về các dự báo tiếp theo.",

    // The command.
    "--ahead {} is outside 1 to 40": "--ahead {} nằm ngoài 1 đến 40",
    "--shrinkage is for innovations with correlations; those drawn from past ones bring their own":
      "--shrinkage dùng cho nhiễu có tương quan; nhiễu lấy từ quá khứ đã có sẵn tương quan",
    "--by-activity is for the text; --format {} has all activities":
      "--by-activity dùng cho văn bản; --format {} có mọi ngành",
    "--draws {} is outside 100 to 1M: each forecast has so many":
      "--draws {} nằm ngoài 100 đến 1M: đây là số lượt của mỗi dự báo",
  ]
}
