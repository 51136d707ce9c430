/// Is told that a page (its number, from 1) of so many is done; with 0, that the document is open.
public typealias PageProgress = (_ page: Int, _ pages: Int) -> Void
