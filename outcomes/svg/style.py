"""The look of every drawing: the one place with colors.

On the page they are the theme's own (book/_theme/static/course.css), and so follow light, dark and print.
Where there is no page, as in a notebook, the values written here stand in, on paper of their own.
"""

CLASS = "drawn"

# Names of hues as in outcomes/chart/theme.py; text is never in a hue, and no hue says anything alone.
STYLE = """
.drawn { container-type: inline-size;
  --d-paper: var(--paper, #ffffff); --d-raised: var(--raised, #f6f8fa); --d-line: var(--line, #d5dbe1);
  --d-ink: var(--ink, #1b2128); --d-muted: var(--muted, #434e59);
  --d-accent: var(--accent, #0a4f6b); --d-soft: var(--accent-soft, #e3f0f5);
  --d-note: var(--note, #5e4100); --d-note-soft: var(--note-soft, #fff4d6);
  --d-blue: var(--blue, #0072b2); --d-orange: var(--orange, #d55e00); --d-green: var(--green, #009e73);
  --d-pink: var(--pink, #cc79a7); --d-gray: var(--gray, #6b7280); }
.drawn svg { display: block; width: 100%; height: auto; margin: 0.4rem auto; overflow: visible }
.drawn .wide { max-width: 42rem } .drawn .narrow { display: none; max-width: 23rem }
@container (max-width: 34rem) { .drawn .wide { display: none } .drawn .narrow { display: block } }
.drawn text { fill: var(--d-ink); font-family: var(--sans, system-ui, sans-serif); font-size: 14px }
.drawn .narrow text { font-size: 13px }
.drawn text.strong { font-weight: 650 } .drawn text.muted { fill: var(--d-muted) }
.drawn text.accent { fill: var(--d-accent); font-weight: 650 }
.drawn text.note { fill: var(--d-note); font-weight: 650 }
.drawn text.on { fill: var(--d-paper); font-weight: 650 }
.drawn .paper { fill: var(--d-paper) } .drawn .panel { fill: var(--d-raised); stroke: var(--d-line) }
.drawn .aside { fill: var(--d-note-soft) } .drawn .edge { fill: var(--d-note) }
.drawn .soft { fill: var(--d-soft) } .drawn .mark { fill: var(--d-accent) } .drawn .body { fill: var(--d-ink) }
.drawn .rule { fill: none; stroke: var(--d-line); stroke-width: 1.5 }
.drawn .path { fill: none; stroke: var(--d-accent); stroke-width: 2 } .drawn .dashed { stroke-dasharray: 5 4 }
.drawn .fiber { fill: none; stroke: var(--d-line); stroke-width: 1.25 }
.drawn .vessel, .drawn .void { fill: none; stroke: var(--d-ink); stroke-linecap: round; stroke-width: 8 }
.drawn .void { stroke-width: 5 } .drawn .pin { fill: var(--d-accent); stroke: var(--d-paper); stroke-width: 1.5 }
.drawn .hollow { fill: var(--d-paper); stroke: var(--d-accent); stroke-width: 2 }
.drawn .pill { fill: var(--d-soft); stroke: var(--d-accent); stroke-width: 1.5 }
.drawn .dot { stroke: var(--d-ink); stroke-width: 1.25 }
.drawn .cut { fill: none; stroke: var(--d-ink); stroke-width: 2 }
.drawn .thin { fill: none; stroke: var(--d-muted); stroke-width: 1.25 }
.drawn .blue { fill: var(--d-blue) } .drawn .orange { fill: var(--d-orange) } .drawn .green { fill: var(--d-green) }
.drawn .pink { fill: var(--d-pink) } .drawn .gray { fill: var(--d-gray) }
.drawn .tint { fill-opacity: 0.22; stroke-width: 1.5 }
.drawn .blue.tint { stroke: var(--d-blue) } .drawn .orange.tint { stroke: var(--d-orange) }
.drawn .gray.tint { stroke: var(--d-gray) } .drawn .green.tint { stroke: var(--d-green) }
.drawn .pink.tint { stroke: var(--d-pink) }
.drawn .line { fill: none; stroke: var(--d-ink); stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round }
.drawn .hair { fill: none; stroke: var(--d-muted); stroke-width: 1; stroke-linecap: round; stroke-linejoin: round }
.drawn .skin { fill: var(--d-raised); stroke: var(--d-ink); stroke-width: 1.6; stroke-linejoin: round }
.drawn .organ { fill: var(--d-paper); stroke: var(--d-muted); stroke-width: 1.25; stroke-linejoin: round }
.drawn .rim { fill: none; stroke: var(--d-ink); stroke-width: 2.5 }
.drawn .blood { fill: var(--d-pink); fill-opacity: 0.3; stroke: none }
.drawn .wall { fill: var(--d-paper); stroke: var(--d-ink); stroke-width: 1.25; stroke-linejoin: round }
.drawn .cell { stroke-width: 1 } .drawn .clear { fill: var(--d-paper); stroke: var(--d-ink); stroke-width: 1.1 }
.drawn .nucleus { fill-opacity: 0.55; stroke-width: 1 } .drawn .thin.nucleus { fill: var(--d-muted) }
.drawn .stained { fill: var(--d-orange); stroke: var(--d-ink); stroke-width: 0.9 }
.drawn .pas { fill: var(--d-pink); stroke: var(--d-ink); stroke-width: 1; stroke-linejoin: round }
.drawn .grain, .drawn .nucleolus, .drawn .coarse { fill: none; stroke: var(--d-ink); stroke-linecap: round }
.drawn .grain { stroke: var(--d-pink); stroke-width: 1.5 } .drawn .nucleolus { stroke-width: 2.2 }
.drawn .red { fill: var(--d-pink); stroke: none }
.drawn .lumen { fill: var(--d-paper); stroke: var(--d-ink); stroke-width: 1.5 }
.drawn .pale { fill-opacity: 0.25; stroke: none } .drawn .open { fill: none }
.drawn .inset { fill: var(--d-paper); stroke: var(--d-ink); stroke-width: 1.5 }
.drawn .tumor { fill: var(--d-orange); stroke: var(--d-ink); stroke-width: 1 }
.drawn .wash { fill-opacity: 0.55; stroke: none } .drawn .faint { fill-opacity: 0.2; stroke: none }
.drawn .mouth { fill: var(--d-muted); stroke: var(--d-ink); stroke-width: 1.25 }
.drawn .deep { fill: none; stroke: var(--d-orange); stroke-width: 2; stroke-dasharray: 3 2 }
.drawn .node { fill: var(--d-green); fill-opacity: 0.4; stroke: var(--d-ink); stroke-width: 1 }
.drawn .heart { fill: var(--d-pink); fill-opacity: 0.25; stroke: var(--d-muted); stroke-width: 1.25 }
.drawn .rib { fill: none; stroke: var(--d-muted); stroke-width: 3; stroke-linecap: round }
.drawn .bar { fill: none; stroke: var(--d-orange); stroke-width: 6 }
.drawn .small { fill: none; stroke-linecap: round } .drawn .small.cell { stroke: var(--d-ink); stroke-width: 10.4 }
.drawn .small.inside { stroke: var(--d-paper); stroke-width: 8.2 }
.drawn .small.nucleus { stroke: var(--d-ink); stroke-width: 6.8; stroke-opacity: 1 }
.drawn .small.stain { stroke: var(--d-orange); stroke-width: 5.2 }
.drawn .small.blue { stroke: var(--d-blue); stroke-width: 5 }
.drawn .keratin { stroke: var(--d-orange); stroke-width: 2 }
.drawn .speck { fill: none; stroke: var(--d-orange); stroke-width: 2.6; stroke-linecap: round }
.drawn .coarse { stroke: var(--d-pink); stroke-width: 3.2 }
.drawn .lead { fill: none; stroke: var(--d-accent); stroke-width: 1.25 }
@media (forced-colors: active) { .drawn { forced-color-adjust: none; --d-paper: Canvas; --d-raised: Canvas;
  --d-line: CanvasText; --d-ink: CanvasText; --d-muted: CanvasText; --d-accent: CanvasText; --d-soft: Canvas;
  --d-note: CanvasText; --d-note-soft: Canvas; --d-blue: CanvasText; --d-orange: CanvasText;
  --d-green: CanvasText; --d-pink: CanvasText; --d-gray: CanvasText }
  .drawn .aside { stroke: CanvasText } }
"""

# A notebook may be dark and tells its output nothing of it: there, a drawing brings its own paper.
ALONE = """
.drawn-alone { max-width: 46rem; margin: 0; padding: 1rem; background: #ffffff; color: #1b2128; color-scheme: light;
  font: 400 1rem/1.5 system-ui, sans-serif; border-radius: 10px }
.drawn-alone p { margin: 0 0 0.4rem } .drawn-alone .finding { font-weight: 650 }
.drawn-alone :is(.summary, figcaption) { color: #434e59; font-size: 0.92em }
.drawn-alone li { margin: 0.3em 0 } .drawn-alone summary { cursor: pointer; padding: 0.5rem 0; color: #0a4f6b }
"""
