/** The look of the HTML page: the reader's own serif, hairlines, one colour for each severity; A4 when printed. */
export const HTML_STYLE = `
:root{color-scheme:light;--proved:#a1201a;--likely:#8a5200;--look:#1d4f8c;--line:#c9c9c9;--faint:#555}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1080px;padding:24px 20px 48px;font:16px/1.5 "Times New Roman",Tinos,"Liberation Serif",serif;color:#1a1a1a;background:#fff;overflow-wrap:anywhere}
h1{font-size:26px;line-height:1.25;margin:0 0 16px}
h2{font-size:20px;margin:32px 0 12px}
h3{font-size:17px;margin:0 0 8px}
.demonstration{display:inline-block;margin:0 0 8px;padding:2px 8px;border:1px solid var(--likely);color:var(--likely)}
.product{margin:0 0 6px;color:var(--faint);letter-spacing:.02em}
dl{margin:0;display:grid;grid-template-columns:max-content 1fr;gap:4px 14px;align-content:start}
dt{color:var(--faint)}
dd{margin:0}
table{border-collapse:collapse;width:100%;font-size:15px}
th,td{border:1px solid var(--line);padding:5px 8px;text-align:left;vertical-align:top}
thead th{background:#f4f4f4}
caption{text-align:left;color:var(--faint);padding-bottom:4px}
.counts{margin-top:18px}
.counts td{text-align:center;vertical-align:middle}
.counts thead th+th{text-align:center;width:15%}
.counts tbody th{font-weight:400}
.about{display:block;color:var(--faint);font-size:14px}
.mark{font-weight:700;color:var(--look)}
.mark.proved{color:var(--proved)}
.mark.likely{color:var(--likely)}
.state{font-weight:400;color:var(--faint);border:1px solid var(--line);border-radius:3px;padding:0 6px;font-size:14px}
article{border-top:1px solid var(--line);border-left:4px solid var(--look);padding:12px 0 16px 16px;margin:0 0 4px}
article.proved{border-left-color:var(--proved)}
article.likely{border-left-color:var(--likely)}
article.dismissed{border-left-color:var(--line)}
.beside{display:grid;grid-template-columns:minmax(0,1.25fr) minmax(0,1fr);gap:24px;align-items:start}
.beside table{table-layout:fixed}
.beside th:first-child{width:54%}
.quote{white-space:pre-wrap;font-weight:700}
.quote em{font-weight:400}
.worked{font-weight:700}
article dl{grid-template-columns:7.4em minmax(0,1fr)}
footer{color:var(--faint);font-size:15px}
footer ul{columns:2;padding-left:20px}
@media (max-width:720px){.beside{grid-template-columns:minmax(0,1fr)}dl,article dl{grid-template-columns:1fr}dd{margin-bottom:6px}footer ul{columns:1}.counts{font-size:13px}.counts th,.counts td{padding:4px;overflow-wrap:normal}}
@page{size:A4;margin:18mm 16mm}
@media print{body{max-width:none;padding:0;font-size:10.5pt;line-height:1.35}h1{font-size:17pt}h2{font-size:13pt;break-after:avoid}h3{font-size:12pt;break-after:avoid}table{font-size:9.5pt}th,td{padding:2pt 4pt}article{padding:6pt 0 8pt 10pt;break-inside:avoid}article.long{break-inside:auto}.beside{gap:14pt}dl{gap:2pt 10pt}thead{display:table-header-group}tr{break-inside:avoid}}
`
