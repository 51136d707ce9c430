internal import Foundation

/// People as minutes name them.
enum PersonText {
  struct Person: Equatable {
    /// In lower case.
    var words: [String]
    /// As written within brackets.
    var parties: [String]
  }

  /// Cuts a row of people at commas, "och" and "samt"; what stands in brackets (letters of a party) goes with the name before.
  static func split(_ text: String) -> [Person] {
    var people: [Person] = []
    for piece in pieces(text) {
      let brackets = piece.split(separator: "(").dropFirst().compactMap { $0.split(separator: ")").first }
      let parties = brackets.map { $0.trimmingCharacters(in: .whitespaces) }.filter(isParty)
      let outside = piece.replacing(/\([^)]*\)/, with: " ")
      let words = outside.split { !$0.isLetter && $0 != "-" }.map(String.init).filter(isName).map { $0.lowercased() }
      if words.isEmpty, let last = people.indices.last {
        people[last].parties += parties
      } else if !words.isEmpty || !parties.isEmpty {
        people.append(Person(words: Array(words.prefix(mostWords)), parties: parties))
      }
    }
    return people
  }

  // Names are short; what is longer is running text, of which every pair of words would be kept.
  private static let mostWords = 6

  private static func pieces(_ text: String) -> [String] {
    text.replacing(/\s+(?:och|samt)\s+/, with: ",").split { ",;\n".contains($0) }.map(String.init)
  }

  private static func isParty(_ text: String) -> Bool { (1...6).contains(text.count) && text.allSatisfy { $0.isLetter || $0 == "-" } }

  private static func isName(_ word: String) -> Bool { word.first?.isUppercase ?? false }
}
