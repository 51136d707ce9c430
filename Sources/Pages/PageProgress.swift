/// Is told that a page (its number, from 1) of so many is done.
public typealias PageProgress = (_ page: Int, _ pages: Int) -> Void
