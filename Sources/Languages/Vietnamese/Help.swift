// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// What `--help` says of commands and options.
  static let help: Catalogue.Entries = [
    "Would it have been right: forecasts made again in the past, against what came.":
      "Liệu dự báo có đúng không: lập lại dự báo trong quá khứ và đối chiếu với số liệu thực tế.",
    "The scenario says which activities there are and what kind of shocks move them; a file of past figures says what happened. In each period of the past the process is estimated anew from what was known then, growth is drawn some periods ahead, and the draws are held against what came: how often bands held it, by how much forecasts were off, and whether they were better than no change, the mean of three years and an autoregression of the total.":
      "Kịch bản cho biết có những ngành nào và loại cú sốc nào tác động đến các ngành; tệp số liệu quá khứ cho biết điều đã xảy ra. Tại mỗi kỳ trong quá khứ, quá trình được ước lượng lại từ những gì đã biết lúc đó, tăng trưởng được mô phỏng trước một số kỳ, rồi các lượt mô phỏng được đối chiếu với thực tế: khoảng dự báo chứa số thực tế thường xuyên đến đâu, dự báo lệch bao nhiêu, và có tốt hơn dự báo không đổi, bình quân ba năm và mô hình tự hồi quy của tổng số hay không.",
    "The file of past figures: levels or growth, a column for each activity without parts.":
      "Tệp số liệu quá khứ: mức hoặc tốc độ tăng, mỗi ngành không chia nhỏ một cột.",
    "Leave a period, or all from one to another, out of estimates: 2020-2022. Repeatable.":
      "Không dùng một kỳ, hoặc mọi kỳ trong một khoảng, khi ước lượng: 2020-2022. Dùng được nhiều lần.",
    "A year stands for its quarters. Forecasts are made and scored all the same, and scored without them too.":
      "Một năm gồm các quý của năm đó. Dự báo cho các kỳ này vẫn được lập và chấm điểm, và có thêm kết quả chấm không tính các kỳ này.",
    "The period in which the first forecast is made.":
      "Kỳ lập dự báo đầu tiên.",
    "Without it, the first with 12 quarters or 8 years of growth to learn from.":
      "Nếu không có: kỳ đầu tiên đã có 12 quý hoặc 8 năm tăng trưởng để ước lượng.",
    "How many periods ahead.":
      "Dự báo trước bao nhiêu kỳ.",
    "Without it, 4 quarters or 2 years.":
      "Nếu không có: 4 quý hoặc 2 năm.",
    "How long deviations last: auto (chosen by a criterion at each origin), none, diagonal or full.":
      "Sai lệch kéo dài bao lâu: auto (chọn theo tiêu chuẩn tại mỗi kỳ gốc), none, diagonal hoặc full.",
    "Without it, what the scenario's shocks have.":
      "Nếu không có: như phần cú sốc của kịch bản.",
    "By what --persistence auto chooses.":
      "Tiêu chuẩn mà --persistence auto dùng để chọn.",
    "How many steps back deviations are looked at: with --persistence auto at the most so many.":
      "Xét sai lệch lùi về bao nhiêu kỳ: với --persistence auto là số kỳ nhiều nhất.",
    "Without it as in the scenario, or with auto at the most four.":
      "Nếu không có: như trong kịch bản, hoặc nhiều nhất bốn với auto.",
    "What the covariance of what is new is drawn towards: correlations (none), ledoit-wolf or none.":
      "Hiệp phương sai của phần mới được kéo về đâu: correlations (không tương quan), ledoit-wolf hoặc none.",
    "Without it, what the scenario says under `shocks.history`, or correlations.":
      "Nếu không có: như kịch bản nêu ở `shocks.history`, hoặc correlations.",
    "How what is new in a period is distributed.":
      "Phân phối của phần mới trong một kỳ.",
    "Without it, as in the scenario.":
      "Nếu không có: như trong kịch bản.",
    "Let forecasts allow for the error of the estimated means.":
      "Cho dự báo tính đến sai số của trung bình ước lượng.",
    "`run` takes means as known, and so do these forecasts without it.":
      "`run` coi trung bình là đã biết; không có tuỳ chọn này thì dự báo ở đây cũng vậy.",
    "Show each activity in the text, beside the total.":
      "Hiện từng ngành trong văn bản, bên cạnh tổng số.",
    "How many draws of each forecast, such as 10k.":
      "Số lượt mô phỏng của mỗi dự báo, chẳng hạn 10k.",
    "The format of the result.":
      "Định dạng của kết quả.",
    "What the past says: trend, persistence, spread, tails and correlations of growth.":
      "Quá khứ cho biết gì: xu hướng, độ bền, độ phân tán, phần đuôi và tương quan của tăng trưởng.",
    "Reads figures by year or quarter, levels or growth, a column a series or a row a figure, and writes the estimates as a part of a scenario, with their source.":
      "Đọc số liệu theo năm hoặc quý, mức hoặc tốc độ tăng, mỗi chuỗi một cột hoặc mỗi số một dòng, rồi ghi các ước lượng thành một phần của kịch bản, kèm nguồn.",
    "The file of past figures.":
      "Tệp số liệu quá khứ.",
    "The periods of growth to use, such as 2011Q1-2024Q4. Without it, all there are.":
      "Các kỳ tăng trưởng được dùng, chẳng hạn 2011Q1-2024Q4. Nếu không có: mọi kỳ có số liệu.",
    "Leave out a period, or all from one to another: 2010 or 2020-2022. Repeatable.":
      "Bỏ một kỳ, hoặc mọi kỳ trong một khoảng: 2010 hoặc 2020-2022. Dùng được nhiều lần.",
    "A year stands for its quarters.":
      "Một năm gồm các quý của năm đó.",
    "The means are others from this period on: 2015 or 2015Q3. Repeatable.":
      "Trung bình thay đổi từ kỳ này: 2015 hoặc 2015Q3. Dùng được nhiều lần.",
    "The last ones are used.":
      "Các trung bình cuối cùng được dùng.",
    "Use this series, in the order in which they are named. Repeatable; without it, all.":
      "Dùng chuỗi này, theo thứ tự nêu tên. Dùng được nhiều lần; nếu không có: mọi chuỗi.",
    "How long deviations last: chosen by a criterion, or none, diagonal (each from its own last ones) or full.":
      "Sai lệch kéo dài bao lâu: chọn theo tiêu chuẩn, hoặc none, diagonal (mỗi chuỗi từ các kỳ trước của chính nó) hoặc full.",
    "Without it one, or with auto at the most four.":
      "Nếu không có: một, hoặc nhiều nhất bốn với auto.",
    "By what persistence is chosen.":
      "Tiêu chuẩn để chọn độ bền.",
    "Draw the covariance of what is new, as far as it is uncertain, towards one without correlations, or towards one variance for all (ledoit-wolf), or leave it.":
      "Kéo hiệp phương sai của phần mới, trong chừng mực còn chưa chắc chắn, về dạng không tương quan, về một phương sai chung (ledoit-wolf), hoặc giữ nguyên.",
    "Make the means uncertain in the scenario, by their standard errors.":
      "Coi trung bình trong kịch bản là không chắc chắn, theo sai số chuẩn của chúng.",
    "Give the scenario the parts of a year that fall to its quarters, means over so many of the last whole years.":
      "Ghi vào kịch bản tỷ trọng các quý trong năm, bình quân của chừng này năm trọn cuối cùng.",
    "Write a whole scenario file, a variant of this one.":
      "Ghi cả một tệp kịch bản, là phương án của kịch bản này.",
    "The path is taken as the result's folder will see it.":
      "Đường dẫn được hiểu theo thư mục của tệp kết quả.",
    "A part of a scenario, or the estimates alone.":
      "Một phần của kịch bản, hoặc chỉ các ước lượng.",
    "Find the problems in scenario files; nothing runs.":
      "Tìm lỗi trong tệp kịch bản; không chạy mô phỏng.",
    "Every problem is reported with its place in the file and how to put it right.":
      "Mỗi lỗi được báo kèm vị trí trong tệp và cách sửa.",
    "The scenario files.":
      "Các tệp kịch bản.",
    "Differences between scenarios, and what causes them.":
      "Chênh lệch giữa các kịch bản và nguyên nhân.",
    "Evaluates the scenarios in the same draws and holds each against the first: targets, quantities, and which changed assumption is to be thanked or blamed for how much of the difference.":
      "Tính các kịch bản trên cùng các lượt mô phỏng và so từng kịch bản với kịch bản đầu: chỉ tiêu, đại lượng, và mỗi giả định thay đổi góp bao nhiêu vào chênh lệch.",
    "The id of a target. Repeatable; without it, all of them.":
      "Mã của một chỉ tiêu. Dùng được nhiều lần; nếu không có: mọi chỉ tiêu.",
    "Compare this quantity too, such as growth.2025H1; `all` compares every one. Repeatable.":
      "So sánh cả đại lượng này, chẳng hạn growth.2025H1; `all` so sánh mọi đại lượng. Dùng được nhiều lần.",
    "Do not share out the differences among the assumptions that changed; it is faster.":
      "Không phân bổ chênh lệch cho các giả định thay đổi; nhanh hơn.",
    "What must be true for a target to be met.":
      "Điều gì phải đúng để chỉ tiêu đạt được.",
    "Compares the draws of a run that met the target with those that missed it, figure by figure, and finds the most likely way to just meet it.":
      "So các lượt mô phỏng đạt chỉ tiêu với các lượt không đạt, theo từng số, và tìm cách dễ xảy ra nhất để vừa đủ đạt.",
    "The id of a target of the scenario. Repeatable; without it, the first one.":
      "Mã của một chỉ tiêu trong kịch bản. Dùng được nhiều lần; nếu không có: chỉ tiêu đầu tiên.",
    "How many figures the tables of the screen list; 15 without it.":
      "Các bảng trên màn hình nêu bao nhiêu số; nếu không có: 15.",
    "The formats json and csv have all of them.":
      "Định dạng json và csv có đủ mọi số.",
    "What it takes: the lever settings at which a target has a probability.":
      "Cần những gì: mức của đòn bẩy để chỉ tiêu có một xác suất cho trước.",
    "Moves each lever alone within its range, on the draws that `run` makes under the same seed, and finds the nearest setting at which the target has the probability, with an interval; or says that it is out of reach, and what the best is. Several levers, or --cheapest, also ask for the cheapest way together. Then the plain arithmetic: what each activity would have to grow by.\n\nDraws are independent of each other, whatever sampling the scenario asks for.":
      "Thay đổi từng đòn bẩy trong phạm vi của nó, trên các lượt mô phỏng mà `run` tạo với cùng hạt giống, và tìm mức gần nhất để chỉ tiêu có xác suất ấy, kèm khoảng tin cậy; hoặc cho biết không thể đạt được và mức tốt nhất là bao nhiêu. Nhiều đòn bẩy, hoặc --cheapest, hỏi thêm cách kết hợp ít tốn nhất. Sau đó là phép tính đơn giản: mỗi ngành phải tăng bao nhiêu.\n\nCác lượt mô phỏng độc lập với nhau, dù kịch bản nêu cách lấy mẫu nào.",
    "The id of a target of the scenario; without it, the first one.":
      "Mã của một chỉ tiêu trong kịch bản; nếu không có: chỉ tiêu đầu tiên.",
    "The probability that the target should have, such as 70% or 0.7.":
      "Xác suất mà chỉ tiêu cần có, chẳng hạn 70% hoặc 0.7.",
    "Ask about this lever. Repeatable; without it, about each of the scenario.":
      "Hỏi về đòn bẩy này. Dùng được nhiều lần; nếu không có: mọi đòn bẩy của kịch bản.",
    "Another range for a lever, such as --range \"credit.growth=0%..25%\". Repeatable.":
      "Phạm vi khác cho một đòn bẩy, chẳng hạn --range \"credit.growth=0%..25%\". Dùng được nhiều lần.",
    "Another cost for a lever: of one unit more, or one percentage point. Repeatable.":
      "Chi phí khác cho một đòn bẩy: của thêm một đơn vị, hoặc một điểm phần trăm. Dùng được nhiều lần.",
    "Such as --cost \"credit.growth=50 billion VND\".":
      "Chẳng hạn --cost \"credit.growth=50 billion VND\".",
    "Ask for the cheapest combination of the levers that have a cost.":
      "Hỏi cách kết hợp ít tốn nhất của các đòn bẩy có chi phí.",
    "How many draws, such as 500k or 10M.":
      "Số lượt mô phỏng, chẳng hạn 500k hoặc 10M.",
    "Without it, what the scenario says under `run`, or 1M.":
      "Nếu không có: như kịch bản nêu ở `run`, hoặc 1M.",
    "Is the plan consistent with the base year, and what is the nearest plan that is?":
      "Kế hoạch có khớp với năm gốc không, và kế hoạch khớp gần nhất là gì?",
    "Holds the targets and statements about the accounts against each other, and finds the growth rates, deflators and population nearest to the scenario's own with which all of them hold. `near` is met anywhere within its tolerance, unless --exact is given.\n\nExit code 1, with the report, if the plan contradicts itself.":
      "Đối chiếu các chỉ tiêu và số liệu của kế hoạch với nhau, và tìm các tốc độ tăng, chỉ số giảm phát và dân số gần nhất với kịch bản mà tại đó tất cả đều đúng. `near` được coi là đạt trong phạm vi sai lệch cho phép, trừ khi có --exact.\n\nMã thoát 1, kèm báo cáo, nếu kế hoạch tự mâu thuẫn.",
    "Hold the plan to its figures, without the tolerances of `near ... within`.":
      "Giữ đúng các số của kế hoạch, không có sai lệch cho phép của `near ... within`.",
    "Forecast: the distribution of growth, its contributions, and every target.":
      "Dự báo: phân phối của tăng trưởng, các đóng góp và mọi chỉ tiêu.",
    "Draws the uncertain figures of the scenario together, works out the accounts in each draw, and counts how often each target is met.":
      "Rút đồng thời các số không chắc chắn của kịch bản, tính tài khoản trong mỗi lượt mô phỏng, và đếm mỗi chỉ tiêu đạt được bao nhiêu lần.",
    "Keep this quantity too, such as growth.2025H1; `all` keeps every one. Repeatable.":
      "Giữ cả đại lượng này, chẳng hạn growth.2025H1; `all` giữ mọi đại lượng. Dùng được nhiều lần.",
    "Which inputs matter: what the uncertainty of a target comes from.":
      "Đầu vào nào quan trọng: sự không chắc chắn của chỉ tiêu từ đâu mà có.",
    "Splits the variance of the quantity that a target is about, or of whether it is met, among the uncertain inputs. Every index has a 95% interval.":
      "Chia phương sai của đại lượng trong chỉ tiêu, hoặc của việc đạt hay không đạt, cho các đầu vào không chắc chắn. Mỗi chỉ số có khoảng tin cậy 95%.",
    "Of what the causes are sought: the quantity of the target, or whether it is met.":
      "Tìm nguyên nhân của điều gì: đại lượng trong chỉ tiêu, hay việc chỉ tiêu đạt hay không.",
    "Put inputs together: all of one sector, or all of one kind.":
      "Gộp các đầu vào: theo khu vực, hoặc theo loại.",
    "Look at some inputs as one, such as --group weather=water,floods. Repeatable.":
      "Xem một số đầu vào như một, chẳng hạn --group weather=water,floods. Dùng được nhiều lần.",
    "A name stands for itself and for all below it: floods for floods.size too.":
      "Một tên gồm chính nó và mọi thứ nằm dưới nó: floods gồm cả floods.size.",
    "Let every lever lie anywhere in its range, evenly, beside what is uncertain.":
      "Cho mỗi đòn bẩy nằm bất kỳ đâu trong phạm vi của nó, phân bố đều, bên cạnh những gì không chắc chắn.",
    "Tells which choices could matter, and against what. Not a forecast.":
      "Cho biết lựa chọn nào có thể quan trọng, và so với gì. Không phải dự báo.",
    "Print every value of a scenario, with where it was set and who says so.":
      "In mọi giá trị của kịch bản, kèm nơi đặt giá trị và nguồn.",
    "Defaults, implied values and replaced values are marked as such.":
      "Giá trị mặc định, giá trị suy ra và giá trị được thay thế đều có ghi chú.",
    "A grid, a list or a spread of variants: the probability of every target in each.":
      "Một lưới, một danh sách hoặc một dải phương án: xác suất của mọi chỉ tiêu trong từng phương án.",
    "Runs the scenario with each combination of the values that are varied, always with the same random numbers. Every row equals what `growth run` says with the same values set.":
      "Chạy kịch bản với từng tổ hợp của các giá trị thay đổi, luôn với cùng các số ngẫu nhiên. Mỗi dòng bằng đúng kết quả `growth run` với cùng các giá trị ấy.",
    "The id of the target that the screen and the chart show; without it, the first one.":
      "Mã của chỉ tiêu mà màn hình và biểu đồ thể hiện; nếu không có: chỉ tiêu đầu tiên.",
    "Keep this quantity too, such as growth.2025H1, beside those of targets. Repeatable.":
      "Giữ cả đại lượng này, chẳng hạn growth.2025H1, bên cạnh đại lượng của các chỉ tiêu. Dùng được nhiều lần.",
    "The format of the result: a screen, one object a line, or one row a variant.":
      "Định dạng của kết quả: một màn hình, mỗi dòng một đối tượng, hoặc mỗi phương án một dòng.",
    "Draw the probability of the target to this file: a line over one path, a map over two.":
      "Vẽ xác suất của chỉ tiêu vào tệp này: một đường theo một giá trị, một bản đồ theo hai giá trị.",
    "Go on with a sweep that was interrupted.":
      "Chạy tiếp một lần quét bị ngắt.",
    "With -o and --format csv or json, the rows that are done wait in FILE.partial.":
      "Với -o và --format csv hoặc json, các dòng đã xong nằm chờ trong FILE.partial.",
    "The same question with part of the year known: what is still needed, and what the news changed.":
      "Vẫn câu hỏi ấy khi đã biết một phần của năm: còn cần những gì, và số liệu mới thay đổi điều gì.",
    "Draws the rest of the scenario so that it agrees with what has been published, and says how likely each target is now, what the remaining quarters must bring, and which figure changed the answer by how much.":
      "Mô phỏng phần còn lại của kịch bản sao cho khớp với số đã công bố, và cho biết bây giờ mỗi chỉ tiêu có khả năng đạt bao nhiêu, các quý còn lại phải đạt gì, và số liệu nào thay đổi kết quả bao nhiêu.",
    "A file of published figures, beside those under `actuals` in the scenario.":
      "Một tệp số liệu đã công bố, bên cạnh các số ở `actuals` trong kịch bản.",
    "Know only what was published by this day; what has no date counts as known.":
      "Chỉ biết những gì đã công bố đến hết ngày này; số không ghi ngày được coi là đã biết.",
    "A file of past quarters, for how often the remaining ones grew by what is needed.":
      "Một tệp số liệu các quý trước, để xem các quý còn lại đã bao nhiêu lần tăng bằng mức cần thiết.",
    "Leave a year of the history out of that count. Repeatable.":
      "Không tính một năm của số liệu quá khứ vào phép đếm ấy. Dùng được nhiều lần.",
    "Is the growth target reachable? Scenarios of an economy, simulated.":
      "Chỉ tiêu tăng trưởng có đạt được không? Mô phỏng các kịch bản của một nền kinh tế.",
    "A scenario file describes an economy in a base year, what is known and what is uncertain about the year after, and the targets of its plan. Every answer carries its error.\n\nExit codes: 0 done; 1 a run failed; 2 a scenario or its data is wrong; 64 wrong usage; 130 interrupted; 143 ended by SIGTERM.":
      "Tệp kịch bản mô tả một nền kinh tế trong năm gốc, những gì đã biết và chưa chắc chắn về năm tiếp theo, và các chỉ tiêu của kế hoạch. Mỗi kết quả đều kèm sai số.\n\nMã thoát: 0 xong; 1 lần chạy thất bại; 2 kịch bản hoặc số liệu sai; 64 dùng sai lệnh; 130 bị ngắt; 143 bị kết thúc bởi SIGTERM.",
    "How many pairs of independent draws of all inputs, such as 16k or 1M.":
      "Số cặp lượt mô phỏng độc lập của mọi đầu vào, chẳng hạn 16k hoặc 1M.",
    "The model is evaluated twice for each of them, and once more for each independent input: N (d + 2) times in all. Without it 64k.":
      "Với mỗi cặp, mô hình được tính hai lần, và thêm một lần cho mỗi đầu vào độc lập: tất cả N (d + 2) lần. Nếu không có: 64k.",
    "The seed of the random numbers; the same seed gives the same bits on every machine.":
      "Hạt giống của số ngẫu nhiên; cùng hạt giống cho cùng từng bit trên mọi máy.",
    "Without it, what the scenario says under `run`, or 1.":
      "Nếu không có: như kịch bản nêu ở `run`, hoặc 1.",
    "How many threads; the answer does not depend on it.":
      "Số luồng tính toán; kết quả không phụ thuộc vào số này.",
    "Show no progress on standard error.":
      "Không hiện tiến độ trên luồng lỗi chuẩn.",
    "The scenario files, two or more; each is compared with the first.":
      "Các tệp kịch bản, hai tệp trở lên; mỗi tệp được so với tệp đầu.",
    "Replace a value in every scenario, such as --set agriculture.growth.mean=5%. Repeatable.":
      "Thay một giá trị trong mọi kịch bản, chẳng hạn --set agriculture.growth.mean=5%. Dùng được nhiều lần.",
    "How many draws, such as 200k or 10M; with --precision, how many at the most.":
      "Số lượt mô phỏng, chẳng hạn 200k hoặc 10M; với --precision là số nhiều nhất.",
    "Draw until the 95% interval of every target reaches no further than this, such as 0.1pp.":
      "Mô phỏng cho đến khi khoảng tin cậy 95% của mọi chỉ tiêu không rộng hơn mức này mỗi bên, chẳng hạn 0.1pp.",
    "How draws are spread: independent of each other, in mirrored pairs, or evenly.":
      "Cách trải các lượt mô phỏng: độc lập với nhau, theo cặp đối xứng, hoặc trải đều.",
    "Evenly spread draws know means and probabilities better for their number, the more so the smoother the model; intervals come from 16 replicates. The number of draws is rounded up to whole pairs (16), hypercubes (1,024) or replicates (16,384). Without it, what the scenario says under `run`, or pseudo-random.":
      "Các lượt trải đều cho trung bình và xác suất chính xác hơn với cùng số lượt, mô hình càng trơn thì càng hơn; khoảng tin cậy tính từ 16 nhóm lặp. Số lượt được làm tròn lên cho đủ số cặp (16), siêu khối (1.024) hoặc nhóm lặp (16.384). Nếu không có: như kịch bản nêu ở `run`, hoặc pseudo-random.",
    "Correct the counts of targets by the linear Gaussian part of the model, where that helps.":
      "Hiệu chỉnh số lượt đạt chỉ tiêu theo phần tuyến tính Gauss của mô hình, ở nơi điều đó có ích.",
    "Its exact probability is known, so what the draws have too much of it is taken off again. For independent draws.":
      "Xác suất của phần ấy đã biết chính xác, nên phần dư trong các lượt mô phỏng được trừ đi. Dành cho các lượt độc lập.",
    "How many draws, such as 200k or 10M.":
      "Số lượt mô phỏng, chẳng hạn 200k hoặc 10M.",
    "The language of the answer: en or vi. (default: that of the locale)":
      "Ngôn ngữ của kết quả: en hoặc vi. (mặc định: theo thiết lập của máy)",
    "Write the result to this file instead of standard output.":
      "Ghi kết quả vào tệp này thay vì in ra màn hình.",
    "Print no progress and no warnings on standard error.":
      "Không in tiến độ và cảnh báo trên luồng lỗi chuẩn.",
    "How many draws, such as 200k or 10M, the same for each scenario.":
      "Số lượt mô phỏng, chẳng hạn 200k hoặc 10M, như nhau cho mọi kịch bản.",
    "Without it, what the first scenario says under `run`, or 1M.":
      "Nếu không có: như kịch bản đầu tiên nêu ở `run`, hoặc 1M.",
    "The scenario file.":
      "Tệp kịch bản.",
    "Replace a value of the scenario, such as --set agriculture.growth.mean=5%. Repeatable.":
      "Thay một giá trị của kịch bản, chẳng hạn --set agriculture.growth.mean=5%. Dùng được nhiều lần.",
    "Without it, what the scenario says under `run`, or pseudo-random.":
      "Nếu không có: như kịch bản nêu ở `run`, hoặc pseudo-random.",
    "How many draws of each variant, such as 200k or 1M.":
      "Số lượt mô phỏng của mỗi phương án, chẳng hạn 200k hoặc 1M.",
    "Without it, what the scenario says under `run`, or 100k.":
      "Nếu không có: như kịch bản nêu ở `run`, hoặc 100k.",
    "Vary a value: PATH=A..B:N takes N evenly spaced values, both ends among them. Repeatable.":
      "Thay đổi một giá trị: PATH=A..B:N lấy N giá trị cách đều, kể cả hai đầu. Dùng được nhiều lần.",
    "A unit may stand once, behind the second number: credit.growth=0..20%:5. PATH=V,V,V takes each of a list, days too; a value that holds a comma stands in quotation marks, brackets or braces. Every path that --set takes.":
      "Đơn vị có thể ghi một lần, sau số thứ hai: credit.growth=0..20%:5. PATH=V,V,V lấy từng giá trị của danh sách, kể cả ngày; giá trị có dấu phẩy đặt trong dấu nháy, ngoặc vuông hoặc ngoặc nhọn. Dùng được mọi đường dẫn mà --set nhận.",
    "Take the variants from a comma-separated file: a header of paths, a row for each.":
      "Lấy các phương án từ tệp ngăn cách bằng dấu phẩy: dòng đầu là các đường dẫn, mỗi phương án một dòng.",
    "A title may carry a unit for the cells below it, as in credit.growth (%). An empty cell leaves the scenario's own value. With --vary too, each row is run with each combination of its values.":
      "Tiêu đề có thể ghi đơn vị cho các ô bên dưới, như credit.growth (%). Ô trống giữ nguyên giá trị của kịch bản. Nếu có cả --vary, mỗi dòng được chạy với mọi tổ hợp giá trị của --vary.",
    "How the values of several paths are put together.":
      "Cách kết hợp giá trị của nhiều đường dẫn.",
    "grid: each with every other, the last path fastest. together: the first values of all, then the second ones. lhs: a Latin hypercube of --points variants over ranges A..B and lists, from --seed. Without it, a grid.":
      "grid: mỗi giá trị với mọi giá trị khác, đường dẫn cuối thay đổi nhanh nhất. together: các giá trị đầu của tất cả, rồi các giá trị thứ hai. lhs: siêu khối Latinh gồm --points phương án trên các khoảng A..B và danh sách, theo --seed. Nếu không có: grid.",
    "How many variants a Latin hypercube has.":
      "Siêu khối Latinh có bao nhiêu phương án.",
    "One file for a meeting: the answer, pictures, tables, assumptions and sources.":
      "Một tệp cho cuộc họp: kết luận, hình vẽ, bảng, giả định và nguồn.",
    "Runs the scenario and its analyses, and writes what they find to a file that needs nothing else. The format follows from the name of the file: .html is a page for a screen and for paper, .xlsx a spreadsheet with a sheet for each topic and charts of its own.":
      "Chạy kịch bản và các phân tích, rồi ghi kết quả vào một tệp không cần gì thêm. Định dạng theo tên tệp: .html là trang để xem trên màn hình và in ra giấy, .xlsx là bảng tính mỗi chủ đề một trang tính, có biểu đồ riêng.",
    "A scenario that this one is compared with. Repeatable.":
      "Kịch bản được đem so sánh với kịch bản này. Dùng được nhiều lần.",
    "A file of past quarters or years, which the picture of growth over time begins with.":
      "Tệp số liệu các quý hoặc các năm trước, để vẽ phần đầu của hình tăng trưởng theo thời gian.",
    "The id of the target that the report is about; without it, the scenario's first.":
      "Mã của chỉ tiêu mà báo cáo nói đến; nếu không có thì là chỉ tiêu đầu tiên của kịch bản.",
    "a report is a file: write its name, as in -o report.html":
      "báo cáo là một tệp: hãy ghi tên tệp, như -o report.html",
    "'{}' does not say which format is wanted: let its name end in {}":
      "'{}' không cho biết cần định dạng nào: hãy đặt tên tệp kết thúc bằng {}",
    "'{}': a report cannot be written as '.{}'; it can be: {}":
      "'{}': không ghi được báo cáo ở dạng '.{}'; các dạng ghi được: {}",
    "--compare cannot take published figures into account yet: leave out --actuals, or write two reports":
      "--compare chưa tính được các số liệu đã công bố: hãy bỏ --actuals, hoặc lập hai báo cáo",
    "A page on this computer with a slider for each lever: the answer moves as they do.":
      "Trang trên máy tính này, có thanh trượt cho từng đòn bẩy: kết quả thay đổi theo tay kéo.",
    "Opens a page in the browser. Levers and assumptions are changed there, two settings compared, and what was found saved as a scenario. The page is for this computer alone, and for whoever has its address; Ctrl-C ends it.":
      "Mở một trang trong trình duyệt. Ở đó có thể thay đổi đòn bẩy và giả định, so sánh hai phương án và lưu kết quả thành kịch bản. Trang chỉ dùng trên máy tính này, cho người có địa chỉ; nhấn Ctrl-C để kết thúc.",
    "The port to listen on. (default: one that is free)":
      "Cổng để lắng nghe. (mặc định: một cổng còn trống)",
    "Print the address and open no browser.":
      "Chỉ in địa chỉ, không mở trình duyệt.",
    "How many draws each answer has, such as 50k or 1M. (default: 200k)":
      "Số lượt mô phỏng của mỗi câu trả lời, chẳng hạn 50k hoặc 1M. (mặc định: 200k)",
    "error: cannot listen on 127.0.0.1:{}: {}":
      "lỗi: không lắng nghe được ở 127.0.0.1:{}: {}",
  ]
}
