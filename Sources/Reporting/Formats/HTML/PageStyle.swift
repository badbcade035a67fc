/// How the page of a report looks: on a screen, light or dark, on a telephone, and on A4 paper.
enum PageStyle {
  static let css = """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0;background:var(--paper);color:var(--ink);\
    font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}
    header,main,footer{max-width:60rem;margin:0 auto;padding:0 1.25rem}
    header{padding-top:2.25rem}
    h1{font-size:1.9rem;line-height:1.2;margin:0 0 .25rem;letter-spacing:-.01em;overflow-wrap:anywhere}
    h2{font-size:1.3rem;line-height:1.3;margin:0 0 .75rem}
    p{margin:.5rem 0;max-width:46rem}
    .facts,.note,.omission,footer{color:var(--muted)}
    .note,footer{font-size:.875rem}
    main>section{margin:2.5rem 0;padding-top:1.5rem;border-top:1px solid var(--line)}
    main>section.verdict{margin-top:1.25rem;padding:1.25rem 1.5rem;border:0;border-left:5px solid var(--accent);\
    background:var(--panel);border-radius:3px}
    .verdict h2,.warnings h2{font-size:.8rem;letter-spacing:.06em;text-transform:uppercase;\
    color:var(--muted);margin:0 0 .35rem}
    .verdict .answer{font-size:1.45rem;line-height:1.3;font-weight:600;margin:0 0 .6rem}
    main>section.warnings{margin:1.25rem 0;padding:1rem 1.5rem;border:1px solid var(--line);\
    border-left:5px solid var(--goal);border-radius:3px;font-size:.95rem}
    .warnings ul,.sentences{margin:.25rem 0;padding-left:1.2rem}
    li{margin:.3rem 0;overflow-wrap:anywhere}
    .sentences li{max-width:46rem}
    nav{margin:1.5rem 0;font-size:.95rem}
    nav ol{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
    nav li{margin:0}
    a{color:var(--accent);text-underline-offset:2px}
    nav a{display:inline-block;padding:.2rem 0}
    .skip{position:absolute;left:.5rem;top:-4rem;background:var(--paper);padding:.5rem 1rem;z-index:1}
    .skip:focus{top:.5rem}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    figure{margin:1rem 0 1.25rem}
    figcaption{margin:0 0 .75rem;max-width:46rem}
    .narrow{display:none}
    details{margin:.5rem 0}
    summary{cursor:pointer;color:var(--accent);padding:.3rem 0;overflow-wrap:anywhere}
    .scroll{overflow-x:auto;margin:.5rem 0}
    table{border-collapse:collapse;font-size:.875rem;line-height:1.4;min-width:100%}
    caption{text-align:left;font-weight:600;padding:.35rem 0}
    th,td{padding:.32rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
    thead th{vertical-align:bottom;border-bottom:2px solid var(--axis);font-weight:600}
    tbody th{font-weight:400;min-width:9rem;max-width:24rem;overflow-wrap:break-word}
    th:first-child,td:first-child{padding-left:0}
    thead th:first-child{text-align:left!important}
    .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
    thead .n{white-space:normal;min-width:4.2rem}
    .total th,.total td{font-weight:600;border-top:2px solid var(--axis)}
    .d1{padding-left:1.1rem!important}.d2{padding-left:2.2rem!important}
    .d3{padding-left:3.3rem!important}.d4{padding-left:4.4rem!important}
    .long td,.long th,#table-warnings td,#table-warnings th,#table-method td{overflow-wrap:anywhere;min-width:7rem}
    .long td:last-child{min-width:16rem}
    footer{padding-top:1rem;padding-bottom:2.5rem;border-top:1px solid var(--line);overflow-wrap:anywhere}
    @media (max-width:560px){
    body{font-size:15px}
    header,main,footer{padding-left:.75rem;padding-right:.75rem}
    header{padding-top:1.25rem}
    h1{font-size:1.5rem}
    .verdict .answer{font-size:1.2rem}
    main>section.verdict,main>section.warnings{padding:.9rem 1rem}
    main>section{margin:1.75rem 0;padding-top:1.1rem}
    .wide{display:none}
    .narrow{display:block}
    }
    @media screen{details caption{display:none}}
    @page{size:A4;margin:15mm}
    @media print{
    body{font-size:10.5pt;background:#fff}
    header,main,footer{max-width:none;padding:0}
    nav,.skip{display:none}
    .wide{display:block}
    .narrow{display:none}
    main>section{margin:1.2rem 0;padding-top:.8rem}
    main>section.verdict,main>section.warnings{background:#fff;border:1px solid #000;border-left-width:4px}
    h2,figcaption,caption,summary{break-after:avoid}
    figure,tr,.verdict,.warnings{break-inside:avoid}
    thead{display:table-header-group}
    table{font-size:7.6pt}
    th,td{padding:.18rem .3rem}
    tbody th{min-width:0;max-width:none}
    thead .n{min-width:0}
    .long td,.long th{min-width:0}
    .long td:last-child{min-width:0}
    .scroll{overflow:visible}
    .n{white-space:normal}
    summary{list-style:none;color:inherit}
    details:not(.long)::details-content{content-visibility:visible;display:block;block-size:auto}
    details:not(.long)>summary,details.long:not([open]){display:none}
    }
    """
}
