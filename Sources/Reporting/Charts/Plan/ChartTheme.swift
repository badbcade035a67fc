/// The colours of pictures in pages: one hue in steps of lightness, so that they read in grey, and hatching
/// where a second meaning is needed.
public enum ChartTheme {
  /// Style sheet for `svg` elements of the class `chart`; light, dark, and black on white in print.
  public static let css = """
    :root{\(light)}
    @media screen and (prefers-color-scheme:dark){:root{\(dark)}}
    svg.chart{display:block;width:100%;height:auto;overflow:visible;\
    font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}
    svg.chart text{fill:var(--ink)}
    svg.chart text.muted{fill:var(--muted)}
    svg.chart text.on1{fill:var(--on1)}
    svg.chart text.on2{fill:var(--on2)}
    svg.chart text.on3{fill:var(--on3)}
    svg.chart text.on4{fill:var(--on4)}
    svg.chart .s1{fill:var(--s1)}
    svg.chart .s2{fill:var(--s2)}
    svg.chart .s3{fill:var(--s3)}
    svg.chart .s4{fill:var(--s4)}
    svg.chart .other{fill:var(--other)}
    svg.chart .paper{fill:var(--paper)}
    svg.chart .mark{fill:var(--ink)}
    svg.chart .edge{stroke:var(--s1);stroke-width:1}
    svg.chart .grid{stroke:var(--line);stroke-width:1}
    svg.chart .axis{stroke:var(--axis);stroke-width:1}
    svg.chart .ink{stroke:var(--ink);stroke-width:1.5}
    svg.chart .halo{stroke:var(--paper);stroke-width:3.5}
    svg.chart .curve{stroke:var(--ink);stroke-width:2;fill:none}
    svg.chart .goal{stroke:var(--goal);stroke-width:2;stroke-dasharray:6 3}
    svg.chart .ghost{stroke:var(--muted);stroke-width:1.5;stroke-dasharray:3 3;fill:none}
    svg.chart .hatching{stroke:var(--s2);stroke-width:2}
    """

  private static let light = """
    color-scheme:light dark;--paper:#fff;--panel:#f5f7f9;--ink:#1a222d;--muted:#55606e;--line:#d9dee5;\
    --axis:#8b95a3;--accent:#165a8a;--goal:#9c3d10;--s1:#143f5f;--s2:#3a7cab;--s3:#93bcd7;--s4:#d5e4ee;\
    --other:#e9ecef;--on1:#fff;--on2:#fff;--on3:#10202c;--on4:#10202c
    """

  private static let dark = """
    --paper:#11161c;--panel:#19212a;--ink:#e7ebf0;--muted:#a9b3bf;--line:#323c48;--axis:#707c8b;\
    --accent:#86bfe6;--goal:#f0a06c;--s1:#a9d4f0;--s2:#5e9fca;--s3:#37688c;--s4:#24445c;--other:#2a333d;\
    --on1:#0d141a;--on2:#0d141a;--on3:#f2f6f9;--on4:#f2f6f9
    """
}
