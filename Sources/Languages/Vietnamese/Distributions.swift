// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// The catalogue of distributions, and what editors show of scenario files.
  static let distributions: Catalogue.Entries = [
    // The command.
    "The distributions that a scenario may use, each with a picture.":
      "Các phân phối mà kịch bản có thể dùng, mỗi phân phối kèm một hình vẽ.",
    "With the name of one, its parameters, what they may be, and the quantiles of an example. Lines of the examples can be put behind the key of any uncertain figure.":
      "Nếu nêu tên một phân phối: các tham số, giá trị cho phép và các phân vị của một ví dụ. Dòng ví dụ có thể đặt sau khoá của bất kỳ con số chưa chắc chắn nào.",
    "One of the distributions; without it, all of them.": "Một phân phối; nếu không nêu thì tất cả.",
    "there is no distribution '{}'; there are: {}": "không có phân phối '{}'; các phân phối có: {}",
    "there is no distribution '{}'; did you mean '{}'? There are: {}": "không có phân phối '{}'; có phải ý bạn là '{}'? Các phân phối có: {}",

    // The screen.
    "Distributions of uncertain figures, each with an example of a growth rate":
      "Phân phối của các con số chưa chắc chắn, mỗi phân phối kèm ví dụ về tốc độ tăng trưởng",
    "mean {}%, standard deviation {}, nine draws of ten from {}% to {}%":
      "trung bình {}%, độ lệch chuẩn {}, chín trên mười lượt mô phỏng từ {}% đến {}%",
    "One of them with its parameters: growth distributions NAME": "Xem một phân phối cùng các tham số: growth distributions TÊN",
    "Parameters": "Tham số",
    "Example": "Ví dụ",
    "Its values come from a file of data, so that there is no picture.": "Các giá trị lấy từ tệp dữ liệu nên không có hình vẽ.",
    "key": "khoá",
    "written as": "cách viết",
    "meaning": "ý nghĩa",
    "{} ({} without it)": "{} (không ghi thì là {})",
    "{} (may be left out)": "{} (có thể bỏ qua)",
    "what is beyond it is cut off, and the rest is drawn as before": "phần vượt quá bị cắt bỏ, phần còn lại giữ nguyên dạng",
    "a figure, `7%`": "con số, `7%`",
    "a distance, `1.5%` or `1.5 pp`": "khoảng cách, `1.5%` hoặc `1.5 pp`",
    "a number, `4`": "số thường, `4`",
    "a list, `[6%, 7%]`": "danh sách, `[6%, 7%]`",
    "a list, `[40%, 60%]`": "danh sách, `[40%, 60%]`",
    "of the example": "của ví dụ",
    "{} of draws at or below": "{} số lượt mô phỏng bằng hoặc thấp hơn",

    // What each is for.
    "As likely above its mean as below; two draws of three within one standard deviation.":
      "Khả năng cao hơn và thấp hơn trung bình như nhau; hai trên ba lượt nằm trong một độ lệch chuẩn.",
    "Always above zero, with the longer tail upwards: amounts of money, numbers of people.":
      "Luôn lớn hơn 0, đuôi dài về phía trên: số tiền, số người.",
    "Like a normal distribution, with more surprises on both sides.": "Giống phân phối chuẩn nhưng nhiều bất ngờ hơn ở cả hai phía.",
    "Anything between two bounds, all of it equally likely.": "Mọi giá trị giữa hai cận đều có khả năng như nhau.",
    "A least, a most likely and a greatest value, with straight lines between them.":
      "Giá trị thấp nhất, dễ xảy ra nhất và cao nhất, nối nhau bằng đường thẳng.",
    "A least, a most likely and a greatest value, smooth, with little probability near the ends.":
      "Giá trị thấp nhất, dễ xảy ra nhất và cao nhất, đường cong trơn, xác suất nhỏ ở gần hai đầu.",
    "Between two bounds, leaning to either of them.": "Nằm giữa hai cận, nghiêng về một trong hai phía.",
    "Above a bound, with the longer tail upwards: losses, delays.": "Nằm trên một cận, đuôi dài về phía trên: thiệt hại, chậm trễ.",
    "Like a normal distribution that leans to one side.": "Giống phân phối chuẩn nhưng nghiêng về một phía.",
    "A most likely value with more uncertainty on one side than on the other: the fan charts of central banks.":
      "Giá trị dễ xảy ra nhất, một phía bất định hơn phía kia: biểu đồ hình quạt của các ngân hàng trung ương.",
    "What people say: one chance in ten of less, even chances, one chance in ten of more.":
      "Điều người ta thường nói: một phần mười khả năng thấp hơn, một nửa, một phần mười khả năng cao hơn.",
    "Values that were observed, each equally likely.": "Các giá trị đã quan sát được, khả năng như nhau.",
    "A few values with their probabilities, such as scenarios of a decision.": "Một vài giá trị kèm xác suất, chẳng hạn các phương án của một quyết định.",
    "Normal, with the mean and the standard deviation of past years in a file: see `history`.":
      "Phân phối chuẩn, trung bình và độ lệch chuẩn lấy từ các năm đã qua trong tệp: xem `history`.",
    "The values of past years in a file, drawn a row at a time together with others: see `correlation`.":
      "Giá trị của các năm đã qua trong tệp, rút từng dòng cùng với các con số khác: xem `correlation`.",

    // Parameters.
    "the expected value of the figure itself, not of its logarithm; above 0": "giá trị kỳ vọng của chính con số, không phải của lôgarit; lớn hơn 0",
    "the standard deviation of the figure itself; above 0": "độ lệch chuẩn của chính con số; lớn hơn 0",
    "takes the place of the mean of the past": "thay cho trung bình của quá khứ",
    "the expected value": "giá trị kỳ vọng",
    "the standard deviation; above 0": "độ lệch chuẩn; lớn hơn 0",
    "what the figure lies above": "con số luôn lớn hơn giá trị này",
    "where the normal distribution would have its middle": "điểm giữa nếu là phân phối chuẩn",
    "the middle": "điểm giữa",
    "the width, somewhat less than the standard deviation; above 0": "độ rộng, nhỏ hơn độ lệch chuẩn một chút; lớn hơn 0",
    "the width; above 0": "độ rộng; lớn hơn 0",
    "the fewer, the more surprises; above 1, and above 2 for a standard deviation": "càng nhỏ càng nhiều bất ngờ; lớn hơn 1, và lớn hơn 2 mới có độ lệch chuẩn",
    "a bound that the figure never reaches; below the stated values": "cận mà con số không bao giờ chạm tới; thấp hơn các giá trị đã nêu",
    "a bound that the figure never reaches; above the stated values": "cận mà con số không bao giờ chạm tới; cao hơn các giá trị đã nêu",
    "the least value; below `high`": "giá trị thấp nhất; nhỏ hơn `high`",
    "the greatest value; above `low`": "giá trị cao nhất; lớn hơn `low`",
    "the most likely value": "giá trị dễ xảy ra nhất",
    "the most likely value; from `low` to `high`": "giá trị dễ xảy ra nhất; từ `low` đến `high`",
    "how much the most likely value weighs; above 0": "trọng số của giá trị dễ xảy ra nhất; lớn hơn 0",
    "the greater, the more symmetric; from 0.01 on": "càng lớn càng đối xứng; từ 0,01 trở lên",
    "above 0 the upper tail is the longer one, below 0 the lower; from -1000 to 1000": "lớn hơn 0 thì đuôi trên dài hơn, nhỏ hơn 0 thì đuôi dưới dài hơn; từ -1000 đến 1000",
    "draws towards `high`; from 0.01 on": "kéo về phía `high`; từ 0,01 trở lên",
    "draws towards `low`; from 0.01 on": "kéo về phía `low`; từ 0,01 trở lên",
    "the standard deviation below the mode; above 0": "độ lệch chuẩn phía dưới giá trị dễ xảy ra nhất; lớn hơn 0",
    "the standard deviation above the mode; above 0": "độ lệch chuẩn phía trên giá trị dễ xảy ra nhất; lớn hơn 0",
    "the standard deviation about the mode, as the Bank of England publishes it; above 0": "độ lệch chuẩn quanh giá trị dễ xảy ra nhất, như Ngân hàng Anh công bố; lớn hơn 0",
    "the mean less the mode": "trung bình trừ giá trị dễ xảy ra nhất",
    "the value with so many percent of the chances at or below it: two or more of `p10`, `p50`, `p2.5` and so on, ascending":
      "giá trị mà xác suất bằng hoặc thấp hơn là chừng ấy phần trăm: từ hai khoá trở lên như `p10`, `p50`, `p2.5`, tăng dần",
    "the values; one or more": "các giá trị; một hoặc nhiều",
    "one for each value, in proportion to its probability; none below 0, and not all 0": "mỗi giá trị một trọng số, tỷ lệ với xác suất; không âm và không phải tất cả bằng 0",
  ]
}
