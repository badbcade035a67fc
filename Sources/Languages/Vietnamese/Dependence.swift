// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// What is wrong with correlations.
  static let dependence: Catalogue.Entries = [
    "'{}' is no way to give correlations": "'{}' không phải là cách khai tương quan",
    "the correlations are to come from the history, but the file has no 'history'":
      "tương quan cần lấy từ số liệu quá khứ, nhưng tệp không có 'history'",
    "the history has fewer than two columns of uncertain variables":
      "số liệu quá khứ có chưa đến hai cột của các biến bất định",
    "'variables' is a list of names, but here is {}":
      "'variables' là danh sách tên, nhưng ở đây là {}",
    "the variable '{}' stands here a second time": "biến '{}' xuất hiện lần thứ hai ở đây",
    "the scenario has no uncertain figure '{}'": "kịch bản không có số liệu bất định '{}'",
    "'{}' is a fixed figure, so it cannot be correlated":
      "'{}' là số cố định nên không thể có tương quan",
    "'{}' is fixed by `{}`: its correlations are left out":
      "'{}' được cố định bằng `{}`: các tương quan của nó được bỏ qua",
    "'matrix' is a list of rows, but here is {}":
      "'matrix' là danh sách các hàng, nhưng ở đây là {}",
    "the matrix has {} for {}": "ma trận có {} cho {}",
    "the row of '{}' has {} for {}": "hàng của '{}' có {} cho {}",
    "the correlation of '{}' with '{}' is {}, not between -1 and 1":
      "tương quan của '{}' với '{}' là {}, không nằm giữa -1 và 1",
    "the correlation of '{}' with itself is {}, not 1":
      "tương quan của '{}' với chính nó là {}, không phải 1",
    "the correlation of '{}' with '{}' is {}, but that of '{}' with '{}' is {}":
      "tương quan của '{}' với '{}' là {}, nhưng của '{}' với '{}' lại là {}",
    "no figures can move together like this: the smallest eigenvalue of the matrix is {}, below zero; {} between '{}' and '{}' contradicts the other correlations most":
      "không số liệu nào có thể biến động cùng nhau như vậy: giá trị riêng nhỏ nhất của ma trận là {}, nhỏ hơn không; {} giữa '{}' và '{}' mâu thuẫn nhiều nhất với các tương quan khác",
    "'{}' is not uncertain in the same periods as '{}'":
      "'{}' không bất định trong cùng các kỳ với '{}'",
    "the correlations cannot be used: {}": "không dùng được các tương quan: {}",
    "write `correlation: history`, or `variables:` and `matrix:` below it":
      "ghi `correlation: history`, hoặc `variables:` và `matrix:` bên dưới",
    "add `history:` with the file, the period and the columns":
      "thêm `history:` với tệp, khoảng thời gian và các cột",
    "add more columns, or delete `correlation`": "thêm cột, hoặc xoá `correlation`",
    "write `variables: [agriculture.growth, services.growth]`":
      "ghi `variables: [agriculture.growth, services.growth]`",
    "delete it, and its row and column of the matrix":
      "xoá biến này, cùng hàng và cột của nó trong ma trận",
    "no figure of the file is uncertain; give it a distribution":
      "không số liệu nào của tệp là bất định; hãy cho số liệu một phân phối",
    "give '{}' a distribution, or delete it and its row and column of the matrix":
      "cho '{}' một phân phối, hoặc xoá nó cùng hàng và cột của nó trong ma trận",
    "the other correlations are used as they are":
      "các tương quan khác được dùng nguyên như vậy",
    "write one line `- [1.0, 0.3]` for each variable": "ghi mỗi biến một dòng `- [1.0, 0.3]`",
    "give one row and one column for each of `variables`":
      "mỗi biến trong `variables` cần một hàng và một cột",
    "correct the figure": "sửa số này",
    "write 1": "ghi 1",
    "make them equal": "cho hai số bằng nhau",
    "bring this correlation nearer to zero, or move all of them as little as possible by `correlation: {repair: nearest, matrix: ...}`":
      "đưa tương quan này gần không hơn, hoặc dịch mọi tương quan ít nhất có thể bằng `correlation: {repair: nearest, matrix: ...}`",
    "bring this correlation nearer to zero, or move all of them as little as possible by `repair: nearest` beside them":
      "đưa tương quan này gần không hơn, hoặc dịch mọi tương quan ít nhất có thể bằng `repair: nearest` đặt cạnh chúng",
    "give both `per: year` or `per: quarter`, or name single periods of each":
      "cho cả hai `per: year` hoặc `per: quarter`, hoặc nêu tên từng kỳ của mỗi biến",
    "check the matrix": "kiểm tra ma trận",

    "nothing here says how the variables move together":
      "ở đây không cho biết các biến biến động cùng nhau thế nào",
    "'{}' and '{}' exclude each other": "'{}' và '{}' loại trừ nhau",
    "one variable alone moves together with nothing":
      "chỉ một biến thì không có tương quan với biến nào",
    "'{}' is in the group '{}' and in '{}'": "'{}' nằm trong nhóm '{}' và cả nhóm '{}'",
    "'{}' is not a variable of this group": "'{}' không phải là biến của nhóm này",
    "'pairs' is a list of pairs, but here is {}":
      "'pairs' là danh sách các cặp, nhưng ở đây là {}",
    "a pair is two variables and their correlation, but here is {}":
      "một cặp gồm hai biến và tương quan của chúng, nhưng ở đây là {}",
    "the pair is '{}' and '{}' again": "cặp này gồm '{}' và lại chính '{}'",
    "the pair of '{}' and '{}' stands here a second time":
      "cặp '{}' và '{}' xuất hiện lần thứ hai ở đây",
    "the common factor has neither loadings nor a correlation":
      "nhân tố chung không có hệ số tải cũng không có tương quan",
    "the common factor does not say which variables share it":
      "nhân tố chung không cho biết những biến nào chịu ảnh hưởng của nó",
    "the correlation by a common factor is {}, not between 0 and 1":
      "tương quan do nhân tố chung là {}, không nằm giữa 0 và 1",
    "the loading of '{}' is {}, not between -1 and 1":
      "hệ số tải của '{}' là {}, không nằm giữa -1 và 1",
    "'keep' says what a repair leaves as it is, but there is no 'repair'":
      "'keep' cho biết phép hiệu chỉnh giữ nguyên những gì, nhưng không có 'repair'",
    "'keep' is a list of pairs, but here is {}":
      "'keep' là danh sách các cặp, nhưng ở đây là {}",
    "a pair to keep is two variables, but here is {}":
      "một cặp cần giữ gồm hai biến, nhưng ở đây là {}",
    "the copula 'student-t' has no 'degrees-of-freedom'":
      "copula 'student-t' không có 'degrees-of-freedom'",
    "'degrees-of-freedom' belongs to the copula 'student-t'":
      "'degrees-of-freedom' chỉ dùng với copula 'student-t'",
    "the degrees of freedom are {}, not between {} and {}":
      "bậc tự do là {}, không nằm giữa {} và {}",
    "Pearson correlations of the variables do not say which correlations a 'student-t' copula has":
      "tương quan Pearson của các biến không cho biết tương quan của copula 'student-t'",
    "'{}' takes single values, and where values tie Spearman's correlation does not say which correlation a 'student-t' copula has":
      "'{}' chỉ nhận những giá trị rời rạc; khi có giá trị trùng nhau, tương quan Spearman không cho biết tương quan của copula 'student-t'",
    "add `matrix:`, `pairs:` or `common-factor:`":
      "thêm `matrix:`, `pairs:` hoặc `common-factor:`",
    "name a second one, or delete the group": "nêu thêm biến thứ hai, hoặc xoá nhóm",
    "put the variables of both groups into one": "gộp các biến của hai nhóm thành một nhóm",
    "write `- [agriculture.growth, services.growth, 0.5]`":
      "ghi `- [agriculture.growth, services.growth, 0.5]`",
    "name two different variables": "nêu hai biến khác nhau",
    "delete one of the two": "xoá một trong hai",
    "write `loadings: {agriculture.growth: 0.4, services.growth: 0.7}` or `correlation: 0.3`":
      "ghi `loadings: {agriculture.growth: 0.4, services.growth: 0.7}` hoặc `correlation: 0.3`",
    "list them as `variables:` of the group, or give `loadings:`":
      "liệt kê chúng ở `variables:` của nhóm, hoặc khai `loadings:`",
    "give `loadings:`, some of them below zero, for variables that move against each other":
      "khai `loadings:`, trong đó có số âm, cho các biến biến động ngược nhau",
    "a loading is the correlation of the variable with the factor; correct the figure":
      "hệ số tải là tương quan của biến với nhân tố; sửa số này",
    "add `repair: nearest`, or delete `keep`": "thêm `repair: nearest`, hoặc xoá `keep`",
    "add `degrees-of-freedom: 4`; the fewer, the more often extremes come together":
      "thêm `degrees-of-freedom: 4`; càng ít thì các giá trị cực đoan càng hay xảy ra cùng nhau",
    "add `copula: student-t`, or delete it": "thêm `copula: student-t`, hoặc xoá mục này",
    "3 to 10 are usual; with many the copula is Gaussian: `copula: gaussian`":
      "thường dùng từ 3 đến 10; nếu nhiều thì copula là Gauss: `copula: gaussian`",
    "write `kind: spearman` or `kind: kendall`, or leave out `kind` to give those of the scores":
      "ghi `kind: spearman` hoặc `kind: kendall`, hoặc bỏ `kind` để khai tương quan của điểm chuẩn hoá",
    "leave out `kind` to give the correlations of the scores":
      "bỏ `kind` để khai tương quan của điểm chuẩn hoá",
    "write `keep: [[agriculture.growth, services.growth]]`":
      "ghi `keep: [[agriculture.growth, services.growth]]`",

    "a list of one": "danh sách có một mục",
    "a list of {}": "danh sách có {} mục",

    "the correlation of '{}' with '{}' is taken to be {} instead of {}, so that figures can move together like this":
      "tương quan của '{}' với '{}' được lấy là {} thay cho {}, để các số liệu có thể biến động cùng nhau như vậy",
    "one more correlation is moved by {} or less": "một tương quan nữa bị dịch đi không quá {}",
    "{} more correlations are moved, each by {} or less":
      "{} tương quan nữa bị dịch đi, mỗi tương quan không quá {}",
    "no figures can have all of the correlations that are kept, whatever the others are":
      "không số liệu nào có được mọi tương quan cần giữ, dù các tương quan khác là bao nhiêu",
    "the correlations that are kept leave next to no choice for the others":
      "các tương quan cần giữ hầu như không còn chừa lựa chọn cho các tương quan khác",
    "'{}' has no variance, and so no Pearson correlation":
      "'{}' không có phương sai, nên không có tương quan Pearson",
    "'{}' takes single values, and where values tie Kendall's correlation is not defined":
      "'{}' chỉ nhận những giá trị rời rạc; khi có giá trị trùng nhau, tương quan Kendall không xác định",
    "'{}' has no {} correlation: {}": "'{}' không có tương quan {}: {}",
    "the {} correlation of '{}' with '{}' is {}, but with their distributions it lies between {} and {}, however they move together":
      "tương quan {} của '{}' với '{}' là {}, nhưng với phân phối của chúng thì tương quan này chỉ nằm giữa {} và {}, dù chúng biến động cùng nhau thế nào",
    "`growth show` has all of them": "`growth show` liệt kê tất cả",
    "keep fewer pairs; of pairs that are given one by one all are kept, unless `keep` says which":
      "giữ ít cặp hơn; nếu khai từng cặp thì mọi cặp đều được giữ, trừ khi `keep` nêu rõ",
    "bring some of them nearer to zero, or keep fewer pairs; of pairs that are given one by one all are kept, unless `keep` says which":
      "đưa một số tương quan gần không hơn, hoặc giữ ít cặp hơn; nếu khai từng cặp thì mọi cặp đều được giữ, trừ khi `keep` nêu rõ",
    "write `kind: spearman` or `kind: kendall`, which ask for ranks alone":
      "ghi `kind: spearman` hoặc `kind: kendall`, vốn chỉ cần thứ hạng",
    "write `kind: spearman`, which gives ties the mean of their ranks":
      "ghi `kind: spearman`: các giá trị trùng nhau nhận thứ hạng trung bình",
    "leave it out": "bỏ nó ra",
    "bring it into this range, or leave out `kind` to give that of the scores":
      "đưa số này vào khoảng đó, hoặc bỏ `kind` để khai tương quan của điểm chuẩn hoá",
    "score": "của điểm chuẩn hoá",
    "Pearson": "Pearson",
    "Spearman": "Spearman",
    "Kendall": "Kendall",

    "the correlation is {}, but only {} ... {} can be reached":
      "tương quan là {}, nhưng chỉ có thể đạt từ {} đến {}",
    "the variance is infinite, so that there is no Pearson correlation":
      "phương sai vô hạn, nên không có tương quan Pearson",
    "the tails are too heavy for a Pearson correlation to be computed":
      "đuôi phân phối quá dày, không tính được tương quan Pearson",
    "the variable does not vary, so that it has no correlation":
      "biến không thay đổi, nên không có tương quan",
    "values may tie, so that Kendall's tau is not defined":
      "các giá trị có thể trùng nhau, nên tau của Kendall không xác định",

    "the variable '{}' appears twice": "biến '{}' xuất hiện hai lần",
    "there is no uncertain variable '{}'": "không có biến bất định '{}'",
    "the variable '{}' is in two groups of dependence":
      "biến '{}' nằm trong hai nhóm phụ thuộc",
    "the correlation matrix has {} rows for {} variables":
      "ma trận tương quan có {} hàng cho {} biến",
    "row {} of the correlation matrix has {} entries for {} variables":
      "hàng {} của ma trận tương quan có {} số cho {} biến",
    "the correlation in row {}, column {} is {}, outside -1 ... 1":
      "tương quan ở hàng {}, cột {} là {}, ngoài khoảng -1 ... 1",
    "the correlation of variable {} with itself is {}, not 1":
      "tương quan của biến {} với chính nó là {}, không phải 1",
    "the correlation matrix is not symmetric: row {}, column {} is {}, but row {}, column {} is {}":
      "ma trận tương quan không đối xứng: hàng {}, cột {} là {}, nhưng hàng {}, cột {} là {}",
    "the correlation matrix is not positive semidefinite: its smallest eigenvalue is {}":
      "ma trận tương quan không nửa xác định dương: giá trị riêng nhỏ nhất là {}",
    "the degrees of freedom are {}, outside {} ... {}":
      "bậc tự do là {}, ngoài khoảng {} ... {}",
    "column {} of the rows has another length than the first":
      "cột {} của các hàng có độ dài khác cột đầu",
    "there are {} rows, too few to draw from": "có {} hàng, quá ít để rút",
    "the number in row {}, column {} is infinite or not a number":
      "số ở hàng {}, cột {} vô hạn hoặc không phải là số",
    "a block of {} does not fit {} rows": "khối {} hàng không vừa với {} hàng",
    "step {} has another number of variables than the first": "kỳ {} có số biến khác kỳ đầu",
    "the variable '{}' is drawn from rows, but has another distribution than its column":
      "biến '{}' được rút từ các hàng, nhưng có phân phối khác với cột của nó",
    "two groups share the random numbers '{}'": "hai nhóm dùng chung các số ngẫu nhiên '{}'",
    "the correlation matrix cannot be factorized: {}":
      "không phân tích được ma trận tương quan: {}",

    "there are {} {} for {} variables": "có {1} '{2}' cho {3} biến",
    "the mean of variable {} is {}, not a finite number":
      "trung bình của biến {} là {}, không phải số hữu hạn",
    "the covariance is impossible: {}": "hiệp phương sai không hợp lệ: {}",
    "a limit of variable {} is not a number": "một giới hạn của biến {} không phải là số",
    "the lower limit {} of variable {} is above the upper, {}":
      "giới hạn dưới {} của biến {} lớn hơn giới hạn trên, {}",

    "no correlation matrix has all of the pinned entries":
      "không ma trận tương quan nào có đủ mọi số cần giữ",
    "the search for the nearest correlation matrix did not converge":
      "phép tìm ma trận tương quan gần nhất không hội tụ",
    "the pinned entry in row {}, column {} is outside -1 ... 1":
      "số cần giữ ở hàng {}, cột {} nằm ngoài khoảng -1 ... 1",

    "row {} of the matrix has {} entries, not {} as the first":
      "hàng {} của ma trận có {} số, không phải {} như hàng đầu",
    "the number of {} is {}, but must be {}": "số lượng '{}' là {}, nhưng phải là {}",
    "the matrix is {} x {}, not square": "ma trận có cỡ {} x {}, không vuông",
    "the matrix is {} x {}, too large for LAPACK":
      "ma trận có cỡ {} x {}, quá lớn đối với LAPACK",
    "the entry in row {}, column {} is not a finite number":
      "số ở hàng {}, cột {} không phải là số hữu hạn",
    "the matrix is not symmetric: row {}, column {} is {}, but row {}, column {} is {}":
      "ma trận không đối xứng: hàng {}, cột {} là {}, nhưng hàng {}, cột {} là {}",
    "the matrix is singular: pivot {} is zero": "ma trận suy biến: phần tử trụ {} bằng không",
    "the matrix is singular to double precision: its reciprocal condition is {}":
      "ma trận suy biến ở độ chính xác kép: nghịch đảo số điều kiện là {}",
    "the matrix is not positive definite: its leading minor of order {} is not above zero":
      "ma trận không xác định dương: định thức con chính cấp {} không lớn hơn không",
    "the matrix is not positive semidefinite: row {}, column {} leaves {} at a tolerance of {}":
      "ma trận không nửa xác định dương: hàng {}, cột {} còn lại {} với dung sai {}",
    "the {} columns of the matrix are linearly dependent: their rank is {}":
      "{} cột của ma trận phụ thuộc tuyến tính: hạng của chúng là {}",
    "the {} constraints are linearly dependent: their rank is {}":
      "{} ràng buộc phụ thuộc tuyến tính: hạng của chúng là {}",
    "the equations determine {} of {} unknowns":
      "các phương trình chỉ xác định {} trong {} ẩn số",
    "the iteration for eigenvalues or singular values did not converge":
      "phép lặp tìm giá trị riêng hoặc giá trị kỳ dị không hội tụ",
    "a result is out of the range of a Double":
      "một kết quả vượt khỏi phạm vi số mà máy tính được",
    "there is not enough memory for the workspace of LAPACK":
      "không đủ bộ nhớ cho vùng làm việc của LAPACK",
    "a sample covariance needs two observations or more, not {}":
      "hiệp phương sai mẫu cần từ hai quan sát trở lên, không phải {}",
    "all observations of column {} are equal": "mọi quan sát của cột {} đều bằng nhau",
  ]
}
