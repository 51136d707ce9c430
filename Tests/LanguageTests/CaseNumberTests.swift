import Language
import Testing

@Suite("Case numbers")
struct CaseNumberTests {
  /// After a label: as written, code ("-" for none), the normalised form.
  @Test(
    "After a label, each municipality's way of writing",
    arguments: [
      ("VSF.2023.59 700", "VSF.2023.59", "700", "VSF 2023/59"),
      ("HSV-VSF.2023.112 709", "HSV-VSF.2023.112", "709", "HSV-VSF 2023/112"),
      ("ÄO-VSF.2022.290 734", "ÄO-VSF.2022.290", "734", "ÄO-VSF 2022/290"),
      ("VSF 2023/247", "VSF 2023/247", "-", "VSF 2023/247"),
      ("VSF 2023/247 700", "VSF 2023/247", "700", "VSF 2023/247"),
      ("VSF.2023.247", "VSF.2023.247", "-", "VSF 2023/247"),
      ("SLK-2025-00364", "SLK-2025-00364", "-", "SLK 2025/364"),
      ("SLK-2024-00009:35", "SLK-2024-00009:35", "-", "SLK 2024/9:35"),
      ("SLK-2023-00021:-1", "SLK-2023-00021:-1", "-", "SLK 2023/21:-1"),
      ("1339/22", "1339/22", "-", "2022/1339"),
      ("00322/2026", "00322/2026", "-", "2026/322"),
      ("00123/20212.6.", "00123/2021", "2.6", "2021/123"),
      ("00021/20231.3.1", "00021/2023", "1.3.1", "2023/21"),
      ("00106/20243.2\nBakgrund", "00106/2024", "3.2", "2024/106"),
      ("00123/2021700", "00123/2021", "700", "2021/123"),
      ("BUN 2018/41", "BUN 2018/41", "-", "BUN 2018/41"),
      ("KU.2017.3", "KU.2017.3", "-", "KU 2017/3"),
      ("2011/KS 0206 001", "2011/KS 0206", "001", "KS 2011/206"),
      ("2023/BUN 0214", "2023/BUN 0214", "-", "BUN 2023/214"),
      ("KS/2019/0001/0009", "KS/2019/0001/0009", "-", "KS 2019/1/9"),
      ("KS/2017/0143/003", "KS/2017/0143", "003", "KS 2017/143"),
      ("2012-KS0123", "2012-KS0123", "-", "KS 2012/123"),
      ("KS 2018/14", "KS 2018/14", "-", "KS 2018/14"),
      ("284/14", "284/14", "-", "2014/284"),
      ("KS/2011:286", "KS/2011:286", "-", "KS 2011/286"),
      ("(SÄN/2012:3)", "SÄN/2012:3", "-", "SÄN 2012/3"),
      ("31/16", "31/16", "-", "2016/31"),
      ("2010-11028", "2010-11028", "-", "2010/11028"),
      ("1.6-0463/2011", "1.6-0463/2011", "-", "2011/463"),
      ("IFN 2018/00256-1.6.1", "IFN 2018/00256", "1.6.1", "IFN 2018/256"),
      ("KS-2014/742.912", "KS-2014/742", "912", "KS 2014/742"),
      ("Tn 99/2026", "Tn 99/2026", "-", "TN 2026/99"),
      ("KS 2025/19", "KS 2025/19", "-", "KS 2025/19"),
      ("KF 100/2024", "KF 100/2024", "-", "KF 2024/100"),
      ("KSKF/2023:12", "KSKF/2023:12", "-", "KSKF 2023/12"),
      ("MSN 2024-000123", "MSN 2024-000123", "-", "MSN 2024/123"),
      ("2016/123-041", "2016/123", "041", "2016/123"),
      ("KS 19/123", "KS 19/123", "-", "KS 2019/123"),
      ("19RS1234", "19RS1234", "-", "RS 2019/1234"),
      ("ks 2019/12", "ks 2019/12", "-", "KS 2019/12"),
      ("23/KS/123", "23/KS/123", "-", "KS 2023/123"),
      ("BN 2022/00123 - 6.1.1", "BN 2022/00123", "6.1.1", "BN 2022/123"),
      ("KS-2022/123-1.2.3", "KS-2022/123", "1.2.3", "KS 2022/123"),
      ("MOB 2023-00012-5", "MOB 2023-00012-5", "-", "MOB 2023/12-5"),
      ("GNU/6/2023", "GNU/6/2023", "-", "GNU 2023/6"),
      ("N609-4635/23", "N609-4635/23", "-", "N609 2023/4635"),
      ("KS/KF 2019-123", "KS/KF 2019-123", "-", "KS/KF 2019/123"),
      ("KS 0123", "KS 0123", "-", "KS 123"),
      ("A", "A", "-", "A"),
      (": KS 2023/7, sid 3", "KS 2023/7", "-", "KS 2023/7"),
      ("KS 2018/14 100 nya bostäder", "KS 2018/14", "-", "KS 2018/14"),
      ("KS 2018/14 214 Detaljplan för torget", "KS 2018/14", "214", "KS 2018/14"),
      ("VSF.2023.59. Nämnden", "VSF.2023.59", "-", "VSF 2023/59"),
      ("KS/2025:19                 214", "KS/2025:19", "214", "KS 2025/19"),
    ])
  func labelled(text: String, asWritten: String, code: String, normalized: String) {
    let found = CaseNumber.parse(text)
    #expect(found?.asWritten == asWritten)
    #expect(found?.processCode ?? "-" == code)
    #expect(found?.normalized == normalized)
  }

  @Test(
    "Law, dates and telephone numbers are none",
    arguments: [
      "(2001:453)", "2022:49", "SOSFS 2011:9", "SFS 2022:49", "HSLF-FS 2017:37", "SOU 2019:12", "prop. 2018/19:123", "2018/19:123",
      "2024-02-21",
      "KS 2021-05-12 § 88", "0670-16 100", "070-123 45 67", "", "§ 12", "Nämnden beslutar", "och", "700", "2024", "12.5", "åtta",
      "()", ":",
      "99999999999999/99999999999999",
    ])
  func none(text: String) {
    #expect(CaseNumber.parse(text) == nil)
  }

  @Test("The length covers the code")
  func length() {
    let text = Array(" VSF.2023.59 700 Bokslut".utf8)
    #expect(CaseNumber.parse(prefixOf: text[...])?.length == " VSF.2023.59 700".utf8.count)
  }

  @Test("Labels are found in any case, at the beginning of a word")
  func labels() {
    let text = Array("Dnr KS 2023/7 och diarienummer: 31/16. Mednr 32/16. Dnr saknas. DNR\nKS 2023/8".utf8)
    let hits = CaseNumber.scan(in: text, after: ["Dnr", "Diarienummer"])
    #expect(hits.map(\.caseNumber.asWritten) == ["KS 2023/7", "31/16", "KS 2023/8"])
    #expect(hits.map { String(decoding: text[$0.range], as: UTF8.self) } == ["KS 2023/7", "31/16", "KS 2023/8"])
  }

  @Test("Without a label, only what cannot be anything else")
  func unlabelled() {
    let text = Array(
      """
      § 14 SN.2023.373 600 Bokslut, BUN 2018/41, 1339/22, SFS 2022:49, KS 2021-05-12 § 88, VT 2023/24, PLAN 2025-2028,
      Sid 2023/7, se SLK-2024-00009:35
      """.utf8)
    #expect(CaseNumber.scan(in: text).map(\.caseNumber.normalized) == ["SN 2023/373", "BUN 2018/41", "SLK 2024/9:35"])
    #expect(CaseNumber.scan(in: text).first?.caseNumber.processCode == "600")
  }
}
