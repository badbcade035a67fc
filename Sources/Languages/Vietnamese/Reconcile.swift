// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// Whether a plan is consistent.
  static let reconcile: Catalogue.Entries = [
    "plan for {} against {}": "kế hoạch năm {} so với năm {}",
    "The plan is consistent with {}: at the scenario's own figures its statement holds.":
      "Kế hoạch nhất quán với năm {}: với chính các số liệu của kịch bản, chỉ tiêu của kế hoạch được thoả mãn.",
    "The plan is consistent with {}: at the scenario's own figures all {} statements hold.":
      "Kế hoạch nhất quán với năm {}: với chính các số liệu của kịch bản, cả {} chỉ tiêu đều được thoả mãn.",
    "The plan is consistent with {}: its statement holds with figures near the scenario's own.":
      "Kế hoạch nhất quán với năm {}: chỉ tiêu của kế hoạch được thoả mãn với số liệu gần số liệu của kịch bản.",
    "The plan is consistent with {}: all {} statements hold with figures near the scenario's own.":
      "Kế hoạch nhất quán với năm {}: cả {} chỉ tiêu đều được thoả mãn với số liệu gần số liệu của kịch bản.",
    "The plan is consistent with {}, but strained: its statement holds only with figures that the scenario holds to be unlikely together.":
      "Kế hoạch nhất quán với năm {} nhưng căng: chỉ tiêu chỉ được thoả mãn với những số liệu mà theo kịch bản khó cùng xảy ra.",
    "The plan is consistent with {}, but strained: all {} statements hold only with figures that the scenario holds to be unlikely together.":
      "Kế hoạch nhất quán với năm {} nhưng căng: cả {} chỉ tiêu chỉ được thoả mãn với những số liệu mà theo kịch bản khó cùng xảy ra.",
    "The plan adds up, but not with what the scenario believes: its statement holds only with figures that it holds to be very unlikely together.":
      "Kế hoạch khớp về số học nhưng không phù hợp với kịch bản: chỉ tiêu chỉ được thoả mãn với những số liệu mà theo kịch bản rất khó cùng xảy ra.",
    "The plan adds up, but not with what the scenario believes: all {} statements hold only with figures that it holds to be very unlikely together.":
      "Kế hoạch khớp về số học nhưng không phù hợp với kịch bản: cả {} chỉ tiêu chỉ được thoả mãn với những số liệu mà theo kịch bản rất khó cùng xảy ra.",
    "The plan cannot be met: no figure that may move leads to {}.":
      "Kế hoạch không thể đạt: không số liệu nào được phép thay đổi dẫn đến {}.",
    "The plan cannot be met: no possible figures were found to lead to {}.":
      "Kế hoạch không thể đạt: không tìm thấy số liệu khả dĩ nào dẫn đến {}.",
    "The plan contradicts itself: no figures meet these {} statements together, though without any one of them the others can hold: {}.":
      "Kế hoạch tự mâu thuẫn: không có số liệu nào thoả mãn đồng thời {} chỉ tiêu sau, dù bỏ bất kỳ chỉ tiêu nào thì các chỉ tiêu còn lại đều có thể đạt: {}.",
    "The plan contradicts itself: no figures were found that meet these {} statements together, though without any one of them the others can hold: {}.":
      "Kế hoạch tự mâu thuẫn: không tìm thấy số liệu nào thoả mãn đồng thời {} chỉ tiêu sau, dù bỏ bất kỳ chỉ tiêu nào thì các chỉ tiêu còn lại đều có thể đạt: {}.",
    "Misfit {}: the squared distance from the scenario's own figures, in standard deviations, for {} independent statement that binds. A year drawn from the scenario would be further off with probability {} (chi-square), as far as its standard deviations and correlations, which are assumptions, can be trusted.":
      "Độ lệch {}: bình phương khoảng cách đến số liệu của kịch bản, tính theo độ lệch chuẩn, với {} chỉ tiêu độc lập có ràng buộc. Xác suất một năm mô phỏng theo kịch bản lệch xa hơn là {} (khi bình phương), trong chừng mực tin được các độ lệch chuẩn và tương quan vốn là giả định.",
    "Misfit {}: the squared distance from the scenario's own figures, in standard deviations, for {} independent statements that bind. A year drawn from the scenario would be further off with probability {} (chi-square), as far as its standard deviations and correlations, which are assumptions, can be trusted.":
      "Độ lệch {}: bình phương khoảng cách đến số liệu của kịch bản, tính theo độ lệch chuẩn, với {} chỉ tiêu độc lập có ràng buộc. Xác suất một năm mô phỏng theo kịch bản lệch xa hơn là {} (khi bình phương), trong chừng mực tin được các độ lệch chuẩn và tương quan vốn là giả định.",
    "Hardest to believe: {}: without it the misfit falls from {} to {}.":
      "Khó tin nhất: {}; bỏ chỉ tiêu này thì độ lệch giảm từ {} xuống {}.",
    "Hardest to believe: {}: without both the misfit falls from {} to {}.":
      "Khó tin nhất: {}; bỏ cả hai thì độ lệch giảm từ {} xuống {}.",
    "{} with {}": "{} cùng với {}",
    "Taken at its word, without tolerances (--exact), the plan cannot be met: {}.":
      "Nếu giữ đúng từng con số, không có dung sai (--exact), kế hoạch không thể đạt: {}.",
    "Taken at its word, without tolerances (--exact), the plan holds at the scenario's own figures.":
      "Nếu giữ đúng từng con số, không có dung sai (--exact), kế hoạch được thoả mãn với chính các số liệu của kịch bản.",
    "Taken at its word, without tolerances (--exact), the plan {}: misfit {}, probability {}.":
      "Nếu giữ đúng từng con số, không có dung sai (--exact), kế hoạch {}: độ lệch {}, xác suất {}.",
    "Taken at its word, without tolerances (--exact), the plan {}: misfit {}, probability {}, most of all for {}.":
      "Nếu giữ đúng từng con số, không có dung sai (--exact), kế hoạch {}: độ lệch {}, xác suất {}; nhất là vì {}.",
    "is consistent too": "vẫn nhất quán",
    "is strained": "căng",
    "is hard to believe": "khó tin",

    // Tables.
    "Statements of the plan": "Chỉ tiêu của kế hoạch",
    "the plan": "kế hoạch",
    "scenario": "kịch bản",
    "contradicts": "mâu thuẫn",
    "reconciled": "sau cân đối",
    "misfit without it": "độ lệch nếu bỏ",
    "scenario: at its own centres. apart: from there to what the plan says, in standard deviations of the quantity.":
      "kịch bản: tại giá trị trung tâm. cách: từ đó đến mức của kế hoạch, tính theo độ lệch chuẩn (ĐLC) của đại lượng.",
    "†: without one that implies it, too.": "†: khi bỏ cả chỉ tiêu kéo theo nó.",
    "fixed": "cố định",
    "{} sd": "{} ĐLC",
    "follows": "kéo theo",
    "holds": "thoả mãn",
    "Figures of the scenario, most moved first": "Số liệu của kịch bản, lệch nhiều nhất xếp trước",
    "centre": "trung tâm",
    "moved": "lệch",
    "{} more move less": "{} số liệu khác lệch ít hơn",
    "{} stays as it is": "{} số liệu giữ nguyên",
    "{} stay as they are": "{} số liệu giữ nguyên",
    "*: outside the range that the scenario gives the figure": "*: ngoài phạm vi mà kịch bản cho số liệu đó",
    "Fixed figures do not move; a distribution makes a figure one that may.":
      "Số liệu cố định không thay đổi; muốn cho thay đổi thì đặt phân phối cho số liệu đó.",
    "Not part of the accounts, and so not reconciled: {}.":
      "Không thuộc hệ thống tài khoản nên không cân đối: {}.",
    "All figures and accounts: growth reconcile {} --format csv":
      "Mọi số liệu và tài khoản: growth reconcile {} --format csv",
    "Flows of the input-output table, {}": "Luồng của bảng cân đối liên ngành, {}",
    "given": "ban đầu",
    "balanced": "sau cân đối",
    "change, %": "thay đổi, %",
    "Adjusted to the totals of rows and columns by RAS, in {} rounds.":
      "Điều chỉnh theo tổng hàng và tổng cột bằng phương pháp RAS, qua {} vòng lặp.",
    "{} more moved less.": "{} luồng khác thay đổi ít hơn.",

    // What stands against it.
    "no target or statement is about the accounts, so there is nothing to reconcile":
      "không chỉ tiêu nào thuộc hệ thống tài khoản nên không có gì để cân đối",
    "'{}' has no finite mean and standard deviation, so that no distance from it can be measured":
      "'{}' không có trung bình và độ lệch chuẩn hữu hạn nên không đo được khoảng cách",
    "a quantity that the plan states does not exist when every figure is at its mean":
      "có đại lượng trong kế hoạch không tồn tại khi mọi số liệu ở mức trung bình",
    "the reconciliation failed: {}": "không cân đối được: {}",
  ]
}
