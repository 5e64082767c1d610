import type { Html } from '#kernel/html.ts'

/** The look of the stand-in's pages: its own, so that nobody takes them for the portal or for anything real. */
export const IDENTITY_STYLE: Html = {
  markup: `:root{color-scheme:light dark;--page:#f6f4ef;--surface:#fff;--text:#20211f;--quiet:#55564f;--line:#d8d4c8;--act:#5b3c00;--on-act:#fff;--focus:#9a5b00;--label:#ffdf9e;--on-label:#3f2903;font:1.0625rem/1.6 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
@media (prefers-color-scheme:dark){:root{--page:#171613;--surface:#23211c;--text:#efece4;--quiet:#b9b4a6;--line:#48443a;--act:#ffcb6b;--on-act:#241700;--focus:#ffcb6b;--label:#4a3404;--on-label:#ffe3ad}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);overflow-wrap:break-word}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:4px}
.label{position:sticky;top:0;z-index:1;display:flex;flex-wrap:wrap;justify-content:center;gap:0 1rem;padding:.55rem 1rem;background:var(--label);color:var(--on-label);text-align:center;border-bottom:3px dashed currentColor}
header,main{max-width:34rem;margin:0 auto;padding:0 1rem}
header{display:flex;justify-content:space-between;align-items:baseline;gap:1rem;padding-top:1rem;color:var(--quiet);font-size:.95rem}
header p{margin:0}
a{color:var(--act);display:inline-block;padding:.3rem 0}
main{padding-bottom:3rem}
h1{font-size:1.6rem;line-height:1.25;margin:1.2rem 0 .6rem}
button{font:inherit;cursor:pointer;min-height:3rem;padding:.6rem 1.2rem;border:1px solid var(--act);border-radius:10px;background:var(--act);color:var(--on-act);font-weight:600}
button.quiet{background:transparent;color:var(--act)}
.people{list-style:none;margin:1.2rem 0;padding:0;display:grid;gap:.7rem}
.people button{width:100%;display:grid;gap:.1rem;text-align:start;background:var(--surface);color:var(--text);border-color:var(--line);font-weight:400}
.people button:hover{border-color:var(--act)}
.people span{color:var(--quiet);font-size:.95rem}
.line{display:flex;flex-wrap:wrap;gap:.8rem}
dl{margin:1rem 0 1.6rem;background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:.2rem 1rem}
dl div{display:flex;flex-wrap:wrap;gap:0 1rem;padding:.6rem 0}
dl div+div{border-top:1px solid var(--line)}
dt{flex:1 1 10rem;color:var(--quiet)}
dd{flex:1 1 12rem;margin:0;font-weight:600}
fieldset{border:1px solid var(--line);border-radius:10px;background:var(--surface);padding:.4rem 1rem;margin:0}
legend{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
label{display:flex;gap:.7rem;align-items:center;min-height:2.8rem;cursor:pointer}
input[type=radio]{width:1.25rem;height:1.25rem;accent-color:var(--act);flex:none}
.foot{margin-top:2rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--quiet);font-size:.95rem}`,
}
