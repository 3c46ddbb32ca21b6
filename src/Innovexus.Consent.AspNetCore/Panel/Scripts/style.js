// In a sheet that is made by script, which a policy allows where it forbids style elements. All of it is below the panel's own root, so nothing
// of the page reaches it, and nothing of it the page.
export const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { all: initial; color-scheme: light dark; position: fixed; inset: auto auto 0 0; z-index: 2147483647; font: 14px/1.45 system-ui, sans-serif; }
  * { box-sizing: border-box; }
  button, input, select { font: inherit; color: inherit; }
  button { cursor: pointer; border: 1px solid light-dark(#59616b, #9aa4b0); border-radius: 6px; background: light-dark(#fff, #20262d); padding: 4px 10px; min-height: 28px; }
  :focus-visible { outline: 3px solid light-dark(#0a58ca, #7db2ff); outline-offset: 2px; }
  .opener { display: block; margin: 0 0 6px 6px; color: #fff; background: #1d2733; border-color: #fff; font-weight: 600; font-size: 12px; }
  .opener.problem { background: #8c1218; }
  .opener.pretends { background: #6b1fa3; }
  dialog { position: fixed; inset: auto 0 0 0; width: min(60rem, 100vw); max-width: none; height: min(34rem, 75vh); max-height: none; margin: 0; padding: 0; overflow: auto;
    overscroll-behavior: contain; border: 1px solid light-dark(#59616b, #9aa4b0); border-radius: 10px 10px 0 0; color: light-dark(#14181d, #e9edf2); background: light-dark(#fff, #161b21); box-shadow: 0 -4px 24px #0005; }
  header { position: sticky; top: 0; display: flex; gap: 8px; align-items: center; justify-content: space-between; padding: 8px 14px; background: light-dark(#eef1f4, #20262d); }
  h2 { font-size: 15px; margin: 0; }
  .pretence { margin: 0; padding: 10px 14px; color: #fff; background: #6b1fa3; font-weight: 600; }
  details { border-bottom: 1px solid light-dark(#ccd2d9, #3a434d); padding: 0 14px; }
  summary { cursor: pointer; font-weight: 600; padding: 9px 0; }
  details > div { padding-bottom: 12px; overflow-wrap: anywhere; }
  ul { list-style: none; margin: 0; padding: 0; }
  li { padding: 5px 0 5px 10px; border-inline-start: 4px solid light-dark(#8b949e, #6b7480); margin-block: 4px; }
  li.good { border-color: #1a7f37; }
  li.bad { border-color: #c62828; }
  li.vendor { margin-inline-start: 18px; }
  .value { color: light-dark(#3b444e, #c3ccd6); }
  .why { color: light-dark(#4a535d, #b4bec9); }
  p { margin: 6px 0; }
  pre { margin: 0; padding: 8px; overflow: auto; max-height: 16rem; font: 12px/1.5 ui-monospace, monospace; background: light-dark(#f3f5f7, #0e1216); }
  .lines { margin-block: 8px; border: 1px solid light-dark(#ccd2d9, #3a434d); border-radius: 6px; overflow: hidden; }
  .lines .head { display: flex; justify-content: space-between; align-items: center; padding: 4px 8px; gap: 8px; }
  form { display: flex; flex-wrap: wrap; gap: 10px; align-items: end; }
  label { display: grid; gap: 3px; }
  label.check { display: flex; align-items: center; min-height: 30px; }
  input, select { border: 1px solid light-dark(#59616b, #9aa4b0); border-radius: 6px; padding: 4px 8px; background: light-dark(#fff, #20262d); min-height: 30px; max-width: 100%; }
  @media print { :host { display: none; } }
`);
