/// The page's style: black on white, patterns instead of colours, and what is printed is what is seen.
enum HTMLStyle {
  static let css = """
    :root{--ink:#1a1a1a;--faint:#5c5c5c;--line:#c9c9c9;--paper:#fff;--dark:#1f3a5f;--light:#fff}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:76rem;padding:1.5rem 1.25rem 4rem;color:var(--ink);background:var(--paper);font:16px/1.5 "Source Sans 3","Segoe UI",Helvetica,Arial,sans-serif}
    h1{font-size:1.7rem;line-height:1.2;margin:0 0 1rem}
    h2{font-size:1.3rem;margin:2.5rem 0 .25rem;padding-top:1rem;border-top:2px solid var(--ink)}
    h3{font-size:1rem;margin:0 0 .4rem;line-height:1.3}
    p{max-width:46rem}
    .lead{color:var(--faint);margin:.1rem 0 1rem}
    .grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(21rem,1fr));gap:1.25rem;align-items:start}
    .card{border:1px solid var(--line);border-radius:6px;padding:.9rem 1rem;min-width:0}
    .card p{margin:.3rem 0;font-size:.85rem;color:var(--faint)}
    svg{display:block;width:100%;height:auto}
    svg text{font-family:inherit;font-size:12px;fill:var(--ink)}
    svg .faint{fill:var(--faint)}
    .wide{overflow-x:auto}
    table{border-collapse:collapse;font-size:.875rem;margin:.5rem 0}
    th,td{text-align:left;padding:.3rem .7rem .3rem 0;vertical-align:top;border-bottom:1px solid var(--line)}
    th{font-weight:600;border-bottom:2px solid var(--ink)}
    td.figure{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    .card table{font-size:.8rem}
    details{margin-top:.5rem;font-size:.875rem}
    summary{cursor:pointer;color:var(--dark);text-decoration:underline;text-underline-offset:2px}
    .legend{display:flex;gap:1.25rem;flex-wrap:wrap;align-items:center;font-size:.875rem;margin:.5rem 0 1rem}
    .legend span{display:inline-flex;gap:.4rem;align-items:center}
    .legend svg{width:1.6rem;height:1rem}
    .notes li{margin:.2rem 0;max-width:60rem}
    .mark{font-weight:700}
    footer{margin-top:3rem;color:var(--faint);font-size:.85rem}
    @media print{.card{break-inside:avoid}details>*{display:block}body{max-width:none}}
    """
}
