import Access
import Foundation
import Testing

@Suite struct UserTests {
  let test: TestStore

  init() throws { test = try TestStore() }

  @Test func whoIsAddedIsListedWithTheirRole() throws {
    _ = try test.add("Berit", .editor)
    _ = try test.add("anna", .admin)
    #expect(try test.store.users().map(\.name) == ["anna", "Berit"])
    #expect(try test.store.users().map(\.role) == [.admin, .editor])
    #expect(try test.store.hasUsers())
  }

  @Test func aNameIsTakenWhateverItsCapitals() throws {
    _ = try test.add("Berit")
    #expect(throws: AccessFailure.self) { try test.add("BERIT") }
    #expect(throws: AccessFailure.self) { try test.add("berit") }
  }

  @Test(arguments: ["", " anna", "anna ", "a/b", "a\u{0}b", "a<b>", "a\nb", "a\u{202E}b", String(repeating: "a", count: 65)])
  func whatCannotBeANameIsNone(_ text: String) { #expect(UserName(text) == nil) }

  @Test(arguments: ["anna", "Åsa Öberg", "a.b-c_d", "anna@example.se", "a1"])
  func ordinaryNamesAreNames(_ text: String) { #expect(UserName(text) != nil) }

  @Test func aShortPasswordIsRefused() throws {
    let name = try "anna".asName
    #expect(throws: AccessFailure.self) { try test.store.add(name, role: .reader, password: "kort", by: TestStore.doer) }
    #expect(throws: AccessFailure.self) {
      try test.store.add(name, role: .reader, password: String(repeating: "a", count: 2000), by: TestStore.doer)
    }
    #expect(try !test.store.hasUsers())
  }

  @Test func onlyItsOwnerMayReadTheFile() throws {
    var status = stat()
    #expect(stat(test.store.path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    chmod(test.store.path, 0o644)
    _ = try AccessStore(path: test.store.path, mode: .existing)
    #expect(stat(test.store.path, &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  @Test func noPasswordStandsInTheFile() throws {
    _ = try test.add("anna")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: test.store.path))
    #expect(bytes.range(of: Data(TestStore.password.utf8)) == nil)
    #expect(bytes.range(of: Data("$argon2id$v=19$m=19456,t=2,p=1$".utf8)) != nil)
  }

  @Test func aFileThatIsNoneIsLeftAsItIs() throws {
    let path = "\(test.folder)/annat"
    try Data("något helt annat än en databas, som är längre än dess huvud skulle ha varit ........................".utf8)
      .write(to: URL(fileURLWithPath: path))
    #expect(throws: AccessFailure.self) { _ = try AccessStore(path: path, mode: .existing) }
    #expect(throws: AccessFailure.self) { _ = try AccessStore(path: "\(test.folder)/finns-inte", mode: .existing) }
  }

  @Test func theFileLiesBesideTheArchive() {
    #expect(AccessStore.path(besideArchive: "a/paragraf.db") == "a/paragraf.users.db")
    #expect(AccessStore.path(besideArchive: "arkiv") == "arkiv.users.db")
  }
}
