// swift-format-ignore-file
// An entry is one line in each language.

extension Vietnamese {
  /// Parts of runs, checkpoints and putting parts together.
  static let states: Catalogue.Entries = [
    // Options.
    "Do part I of N only, such as 3/64, and write its state instead of a result.":
      "Chỉ làm phần I trong N phần, ví dụ 3/64, và ghi trạng thái của phần đó thay cho kết quả.",
    "`growth merge` puts the parts together: to the bytes of one run.":
      "`growth merge` ghép các phần lại: đúng từng byte như một lần chạy.",
    "Where the state of the part goes.": "Nơi ghi trạng thái của phần.",
    "--shard needs --state FILE: where the state of the part goes":
      "--shard cần có --state TỆP: nơi ghi trạng thái của phần",
    "--state is for --shard I/N: a whole run writes its result, by -o FILE":
      "--state dùng với --shard I/N: lần chạy trọn vẹn ghi kết quả bằng -o TỆP",
    "a part has no result: --state says where its state goes, and `growth merge` has -o":
      "một phần chưa có kết quả: --state chỉ nơi ghi trạng thái, còn `growth merge` có -o",
    "write a part and the number of parts, such as 1/64, 2/64 and so on to 64/64":
      "hãy viết số thứ tự của phần và số phần, ví dụ 1/64, 2/64, ... đến 64/64",
    "--precision ends a run when all of its draws say so, which no part knows: give --draws to --shard":
      "--precision dừng khi toàn bộ các lượt mô phỏng cho phép, điều mà một phần không biết: với --shard hãy dùng --draws",
    "a part writes nothing but its state: leave out --resume, --chart and --target":
      "một phần chỉ ghi trạng thái của mình: hãy bỏ --resume, --chart và --target",
    "Keep the state of the run in this file now and then, to go on with by --resume.":
      "Thỉnh thoảng lưu trạng thái của lần chạy vào tệp này, để làm tiếp bằng --resume.",
    "A run that is stopped, by Ctrl-C, by a signal or by a power cut, goes on from there to the same bits. The file goes away when the result is written.":
      "Lần chạy bị dừng (do Ctrl-C, tín hiệu hoặc mất điện) sẽ làm tiếp từ đó, cho kết quả giống đến từng bit. Tệp được xoá khi kết quả đã ghi xong.",
    "Seconds between two states that are kept; without it 30.":
      "Số giây giữa hai lần lưu trạng thái; nếu không ghi thì là 30.",
    "Go on with the run whose state is in this file, and keep the state there.":
      "Làm tiếp lần chạy có trạng thái trong tệp này, và tiếp tục lưu trạng thái vào đó.",
    "Where there is no such file the run begins anew.":
      "Nếu không có tệp đó thì bắt đầu lại từ đầu.",
    "--checkpoint-interval is for --checkpoint FILE: say where the state is kept":
      "--checkpoint-interval dùng với --checkpoint TỆP: hãy cho biết nơi lưu trạng thái",
    "--checkpoint-interval is a number of seconds above zero, such as 30":
      "--checkpoint-interval là số giây lớn hơn 0, ví dụ 30",

    // Checkpoints.
    "there is no '{}' to go on with: beginning anew":
      "không có '{}' để làm tiếp: bắt đầu lại từ đầu",
    "there is nothing to go on with in '{}': {}": "'{}' không có gì để làm tiếp: {}",
    "name the file that --checkpoint has written, or leave out --resume":
      "hãy nêu tệp mà --checkpoint đã ghi, hoặc bỏ --resume",
    "the state in '{}' is not of this run: {}":
      "trạng thái trong '{}' không phải của lần chạy này: {}",
    "'{}' holds the state of a run that was interrupted":
      "'{}' chứa trạng thái của một lần chạy bị ngắt giữa chừng",
    "say --resume {} to go on with it, or remove the file to begin anew":
      "dùng --resume {} để làm tiếp, hoặc xoá tệp để bắt đầu lại",
    "'{}' is there already, and is no state of a run that was interrupted":
      "đã có '{}', và đó không phải trạng thái của một lần chạy bị ngắt",
    "choose another name for --checkpoint": "hãy chọn tên khác cho --checkpoint",
    "interrupted; the state is kept: the same command with --resume {} goes on":
      "đã ngắt; trạng thái được giữ lại: dùng lại lệnh đó với --resume {} để làm tiếp",
    "interrupted; nothing more was kept in '{}'":
      "đã ngắt; không lưu thêm gì vào '{}'",

    // What is wrong with a state.
    "it is not a state that growth has written": "đây không phải trạng thái do growth ghi",
    "it is a state in version {} of the format, and this program reads version {}":
      "đây là trạng thái theo phiên bản {} của định dạng, còn chương trình này đọc phiên bản {}",
    "it is not complete: the end is missing": "tệp không đầy đủ: thiếu phần cuối",
    "it is damaged: its checksum does not agree with what it holds":
      "tệp bị hỏng: mã kiểm tra không khớp với nội dung",
    "it holds what no state can hold": "tệp chứa những gì một trạng thái không thể có",
    "the draws {} are there twice": "các lượt mô phỏng {} có hai lần",
    "the draws {} are missing": "thiếu các lượt mô phỏng {}",
    "the seed is {}, and not {}": "hạt giống là {}, không phải {}",
    "the sampling is '{}', and not '{}'": "cách lấy mẫu là '{}', không phải '{}'",
    "it is of {}, and not of {}": "đó là của {}, không phải của {}",
    "a precision of {} within {} draws": "độ chính xác {} trong {} lượt mô phỏng",
    "it is of another model: other quantities, targets or control variates":
      "đó là của mô hình khác: đại lượng, chỉ tiêu hoặc biến kiểm soát khác",
    "it is of the draws {}, and not {}": "đó là của các lượt mô phỏng {}, không phải {}",
    "it was worked out in another arithmetic: the first draws differ":
      "được tính bằng số học khác: các lượt mô phỏng đầu tiên không giống nhau",
    "it was made by version {} of growth, and not {}":
      "được tạo bởi growth phiên bản {}, không phải {}",
    "it was made by version {} of growth, and this is {}":
      "được tạo bởi growth phiên bản {}, còn đây là phiên bản {}",
    "put parts together by the version that has made them":
      "hãy ghép các phần bằng phiên bản đã tạo ra chúng",
    "this command is not one that can be shared out or go on":
      "lệnh này không thể chia phần hoặc làm tiếp",
    "`growth run` and `growth sweep` can": "`growth run` và `growth sweep` thì được",
    "it is of another scenario, or the scenario has changed in between":
      "đó là của kịch bản khác, hoặc kịch bản đã thay đổi giữa chừng",
    "it is of another command": "đó là của lệnh khác",
    "it is of another kind": "thuộc loại khác",
    "it was shared out in another number of parts: {}, and not {}":
      "được chia thành số phần khác: {}, không phải {}",
    "there is no such file": "không có tệp này",
    "it is no file: states are read twice": "đây không phải tệp: trạng thái được đọc hai lần",

    // Putting parts together.
    "Put the parts of a shared run or sweep together.":
      "Ghép các phần của một lần chạy hoặc một lần quét phương án đã chia nhỏ.",
    "Takes the states that `growth run` and `growth sweep` have written with --shard, in any order, and prints what one run of the same command would have printed, to the last bit. The states hold the scenario: its files need not be there.":
      "Nhận các trạng thái mà `growth run` và `growth sweep` đã ghi với --shard, theo thứ tự bất kỳ, và in ra đúng đến từng bit những gì một lần chạy của chính lệnh đó sẽ in. Trạng thái chứa cả kịch bản: không cần có các tệp của kịch bản.",
    "The states of all parts.": "Trạng thái của mọi phần.",
    "The format of the result; without it, the one that the parts were asked for.":
      "Định dạng của kết quả; nếu không ghi thì là định dạng đã yêu cầu khi chạy các phần.",
    "the lines of JSON are in '{}' already: make the parts with --lang {}":
      "các dòng JSON đã được ghi bằng '{}': hãy chạy các phần với --lang {}",
    "part {} of {} is there twice, here and in '{}'":
      "phần {} trong {} phần có hai lần, ở đây và trong '{}'",
    "leave one of the two out": "hãy bỏ một trong hai",
    "of {} parts these are missing: {}": "trong {} phần còn thiếu: {}",
    "run them with --shard I/{} --state FILE, and name all of the files":
      "hãy chạy các phần đó với --shard I/{} --state TỆP, rồi nêu tất cả các tệp",
    "write it again with --shard I/N --state FILE": "hãy ghi lại bằng --shard I/N --state TỆP",
    "it is the state of a run that is not done": "đây là trạng thái của một lần chạy chưa xong",
    "finish it: the same command with --resume {}":
      "hãy chạy cho xong: dùng lại lệnh đó với --resume {}",
    "name the files that --state has written": "hãy nêu các tệp mà --state đã ghi",
    "it does not go with '{}': {}": "không cùng bộ với '{}': {}",
    "name parts of one run only": "chỉ nêu các phần của một lần chạy",
  ]
}
