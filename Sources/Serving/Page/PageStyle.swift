/// How the page looks: one column on a telephone, two on a screen; colours are those of the pictures.
enum PageStyle {
  static let text = """
    * { box-sizing: border-box; }
    html { font: 16px/1.5 system-ui, "Noto Sans", sans-serif; background: var(--paper); color: var(--ink); }
    body { margin: 0; }
    header, main, footer { max-width: 82rem; margin: 0 auto; padding: 0.75rem 1rem; }
    header { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; align-items: baseline; }
    h1 { font-size: 1.5rem; margin: 0; }
    h2 { font-size: 1.15rem; margin: 1.25rem 0 0.5rem; }
    h3 { font-size: 1rem; margin: 1rem 0 0.25rem; }
    header p { margin: 0; color: var(--muted); }
    nav { margin-left: auto; display: flex; gap: 1rem; }
    a { color: var(--accent); }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
    #head { position: sticky; top: 0; z-index: 1; background: var(--paper);
      border-bottom: 1px solid var(--line); padding: 0.5rem 0; }
    #verdict { margin: 0; font-size: 1.1rem; line-height: 1.35; }
    #problem { color: var(--goal); font-weight: 600; white-space: pre-wrap; margin: 0.25rem 0 0; }
    #problem:empty { display: none; }
    .soft, .note, footer, #answer-time { color: var(--muted); font-size: 0.875rem; }
    .lever, .field { border-top: 1px solid var(--line); padding: 0.6rem 0; }
    .lever label, .field label { display: block; font-weight: 600; overflow-wrap: anywhere; }
    .lever.moved label, .field.moved label { color: var(--accent); }
    .lever .row, .field .row { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; }
    .lever input[type=range] { flex: 1 1 10rem; min-width: 0; height: 2rem; accent-color: var(--accent); }
    input[type=number], input[type=date], input[type=text] { font: inherit; padding: 0.25rem 0.4rem;
      width: 9rem; max-width: 100%; color: inherit; background: var(--paper); border: 1px solid var(--muted);
      border-radius: 4px; }
    .wide input[type=text] { width: 100%; }
    .note { margin: 0.15rem 0 0; overflow-wrap: anywhere; }
    details { border: 1px solid var(--line); border-radius: 6px; padding: 0 0.75rem; margin: 0.5rem 0; }
    summary { cursor: pointer; padding: 0.5rem 0; font-weight: 600; }
    .buttons { display: flex; flex-wrap: wrap; gap: 0.5rem; margin: 0.75rem 0; }
    button { font: inherit; padding: 0.4rem 0.8rem; border-radius: 6px; border: 1px solid var(--accent);
      background: var(--paper); color: var(--accent); cursor: pointer; }
    button.main { background: var(--accent); color: var(--paper); }
    button:disabled { opacity: 0.55; cursor: default; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
    caption { text-align: left; font-weight: 600; padding: 0.25rem 0; }
    th, td { text-align: left; padding: 0.3rem 0.6rem 0.3rem 0; border-bottom: 1px solid var(--line);
      vertical-align: top; }
    td.n, th.n { text-align: right; white-space: nowrap; }
    th[scope=row] { font-weight: 400; }
    figure { margin: 0.75rem 0; background: var(--panel); border-radius: 6px; padding: 0.5rem; }
    figure svg { display: block; width: 100%; height: auto; }
    figcaption { font-weight: 600; font-size: 0.95rem; }
    @media (min-width: 62rem) {
      main { display: grid; grid-template-columns: minmax(20rem, 27rem) minmax(0, 1fr); gap: 0 2rem; }
      main { grid-template-rows: auto auto 1fr; }
      #head { grid-column: 1 / -1; }
      #settings, #assumptions { grid-column: 1; }
      #answer { grid-column: 2; grid-row: 2 / span 2; }
      .charts { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1rem; align-items: start; }
      .charts #contributions { grid-column: 1 / -1; }
    }
    """
}
