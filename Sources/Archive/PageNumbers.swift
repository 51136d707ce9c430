/// Page numbers as the archive keeps them: "3,4,12".
enum PageNumbers {
  static func encode(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ",") }

  static func decode(_ text: String) -> [Int] { text.split(separator: ",").compactMap { Int($0) } }
}
