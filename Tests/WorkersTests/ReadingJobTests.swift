import Pipeline
import Testing
import Workers

@Suite("A file is read through the deaths of workers")
struct ReadingJobTests {
  private func job(pages: Int, done: Int) -> ReadingJob {
    var job = ReadingJob(path: "a.pdf", withSections: false)
    for page in 0..<max(done, 0) { job.didPage(page + 1, of: pages) }
    return job
  }

  /// The pages that are left out in the request, or the page that is probed from.
  private func asked(_ job: ReadingJob) -> String {
    switch job.request {
    case .read(_, let lost, _): "allt utom \(lost?.numbers ?? [])"
    case .probe(_, let page): "pröva från \(page)"
    case .task: "annat"
    }
  }

  @Test("Dead before the first page: the file is given up")
  func atOnce() {
    var job = job(pages: 0, done: 0)
    #expect(job.didDie("dog") == "dog")
  }

  @Test("Dead over the only page: the file is given up, and not tried again")
  func onlyPage() {
    var job = job(pages: 1, done: 0)
    job.didPage(0, of: 1)
    #expect(job.didDie("dog") == "dog")
  }

  @Test("A document's time grows with its pages")
  func documentSeconds() {
    let limits = WorkerLimits(pageSeconds: 60)
    #expect(limits.documentSeconds(pages: 1) == 320)
    #expect(limits.documentSeconds(pages: 300) == 6300)
  }

  @Test("Dead over a page: the pages are probed, and those that kill are left out")
  func probing() {
    var job = job(pages: 5, done: 1)
    #expect(job.didDie("dog") == nil)
    #expect(asked(job) == "pröva från 1")
    job.didPage(1, of: 5)
    #expect(job.didDie("dog") == nil)
    #expect(asked(job) == "pröva från 3")
    for page in 3...4 { job.didPage(page, of: 5) }
    #expect(job.didDie("dog") == nil)
    #expect(asked(job) == "allt utom [2, 5]")
    for page in 1...5 { job.didPage(page, of: 5) }
    let isDone = job.didAnswer()
    #expect(isDone)
  }

  @Test("Pages that can be read one by one but not all together: those before the death are kept")
  func together() {
    var job = job(pages: 4, done: 2)
    _ = job.didDie("dog")
    for page in 1...4 { job.didPage(page, of: 4) }
    let isDone = job.didAnswer()
    #expect(!isDone && asked(job) == "allt utom []")
    for page in 1...2 { job.didPage(page, of: 4) }
    #expect(job.didDie("dog") == nil)
    #expect(asked(job) == "allt utom [3, 4]")
    #expect(job.didDie("dog") == "dog")
  }

  @Test("Where every page kills, or too many, the file is given up")
  func hopeless() {
    var all = job(pages: 2, done: 0)
    all.didPage(0, of: 2)
    #expect(all.didDie("dog") == nil)
    #expect(all.didDie("dog") == nil)
    #expect(all.didDie("dog") == "dog")
    var many = job(pages: 100, done: 1)
    var deaths = 0
    while many.didDie("dog") == nil { deaths += 1 }
    #expect(deaths == 21)
  }

  @Test("Dead after the last page: no page is to blame")
  func afterwards() {
    var job = job(pages: 3, done: 3)
    #expect(job.didDie("dog") == "dog")
  }
}
