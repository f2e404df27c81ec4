import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type PointerEvent, type ReactNode, type WheelEvent } from "react";
import { Button, FailedState, IconButton, KeyCap, PageWithEvidence, useKeys, type EvidenceBoxView } from "../../web/kit.ts";
import type { ReceivedDetail } from "../contract.ts";

type Box = { x: number; y: number; width: number; height: number };
type View = { scale: number; x: number; y: number };

/** 100 % is the size on paper: 96 pixels for 72 points. */
const full = 96 / 72;
const smallest = 0.3 * full, largest = 4 * full;
/** The text asked about stands this high, in pixels: 24 and 18 from line to line, of which the letters take two thirds. */
const readable = 16, legible = 12;
const gutter = 28;

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));
const union = (boxes: readonly Box[]): Box => {
  const x = Math.min(...boxes.map((box) => box.x)), y = Math.min(...boxes.map((box) => box.y));
  return { x, y, width: Math.max(...boxes.map((box) => box.x + box.width)) - x, height: Math.max(...boxes.map((box) => box.y + box.height)) - y };
};

export type Pointing = { words: readonly { text: string; box: Box }[] | null; query: string; chosen: number | null; onChoose: (index: number, extend: boolean) => void; matches: ReadonlySet<number> };

/**
 * The page as a picture that moves: it follows what is asked, is dragged, turned and zoomed. Boxes are in points; one press on a box goes to its field.
 * The view moves so that the text stands 24 px high and the whole printed row is in sight, and not at all when it is in view and legible.
 */
export function Viewer({ document, page: number, onPage, boxes, focus, label, onPick, pointing, whole, keys = true, children }: {
  document: Pick<ReceivedDetail, "id" | "pages" | "version">; page: number; onPage: (page: number) => void;
  boxes: readonly EvidenceBoxView[];
  /** What should be in sight: the box asked about, and those it is computed from. */
  focus: { box: Box; with: readonly Box[] } | null;
  label: string | null; onPick: (id: string) => void; pointing: Pointing | null;
  /** Nothing is asked: the whole page. */
  whole: boolean; keys?: boolean; children?: ReactNode;
}) {
  const page = document.pages.find((one) => one.number === number) ?? document.pages[0];
  const frame = useRef<HTMLDivElement>(null), sheet = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const [view, setView] = useState<View>({ scale: full, x: 0, y: 0 });
  const [held, setHeld] = useState(false);
  const [turned, setTurned] = useState<0 | 90 | 180 | 270>(0);
  const [failed, setFailed] = useState(false);
  const [loaded, setLoaded] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  const last = useRef(view);
  const image = `/api/received-invoices/${document.id}/pages/${number}/image${tries > 0 ? `?again=${tries}` : ""}`;
  const width = page?.width ?? 595, height = page?.height ?? 842;

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => { setFailed(false); setTurned(0); }, [image]);

  const settle = useCallback((next: View): View => {
    if (!size) return next;
    const scale = clamp(next.scale, smallest, largest), w = width * scale, h = height * scale;
    const x = w + 2 * gutter <= size.width ? (size.width - w) / 2 : clamp(next.x, size.width - w - gutter, gutter);
    const y = h + 2 * gutter <= size.height ? (size.height - h) / 2 : clamp(next.y, size.height - h - 64, gutter);
    return { scale, x, y };
  }, [size, width, height]);
  const fitted = useMemo(() => (size ? Math.min((size.width - 2 * gutter) / width, (size.height - 2 * gutter) / height) : full), [size, width, height]);
  const across = useMemo(() => (size ? (size.width - 2 * gutter) / width : full), [size, width]);

  /** Moves to a view; a former one is glided from in 160 ms, or jumped when motion is unwanted. */
  const move = useCallback((next: View, glide = true) => {
    const from = last.current, to = settle(next);
    last.current = to;
    setView(to);
    const ms = parseFloat(getComputedStyle(globalThis.document.documentElement).getPropertyValue("--medium")) || 0;
    if (!glide || ms === 0 || !sheet.current?.animate || (Math.abs(from.x - to.x) < 1 && Math.abs(from.y - to.y) < 1 && Math.abs(from.scale - to.scale) < 0.01)) return;
    sheet.current.animate([{ transform: `translate(${from.x}px, ${from.y}px) scale(${from.scale / to.scale})` }, { transform: `translate(${to.x}px, ${to.y}px) scale(1)` }], { duration: ms, easing: "cubic-bezier(.2,.8,.2,1)" });
  }, [settle]);
  const zoom = useCallback((factor: number, at?: { x: number; y: number }) => {
    const before = last.current, middle = at ?? { x: (size?.width ?? 0) / 2, y: (size?.height ?? 0) / 2 };
    const scale = clamp(before.scale * factor, smallest, largest), grown = scale / before.scale;
    move({ scale, x: middle.x - (middle.x - before.x) * grown, y: middle.y - (middle.y - before.y) * grown }, !at);
  }, [move, size]);
  const wholePage = useCallback(() => move({ scale: fitted, x: 0, y: 0 }), [move, fitted]);

  // The first view of a page, before anything is asked of it: the whole page, or its width.
  const shownPage = useRef("");
  useLayoutEffect(() => {
    if (!size) return;
    const key = `${document.id}/${number}/${size.width}`;
    if (shownPage.current === key) return;
    shownPage.current = key;
    if (whole || !focus) move({ scale: whole ? fitted : Math.min(across, 1.6 * full), x: 0, y: gutter }, false);
    else move(about(focus, size, { width, across, fitted }), false);
  }, [size, document.id, number, whole, focus, fitted, across, width, move]);

  const focusKey = focus ? `${number}:${focus.box.x}:${focus.box.y}:${focus.box.width}:${focus.with.length}` : "";
  useEffect(() => {
    if (!size || !focus || held) return;
    const { scale, x, y } = last.current;
    const box = union([focus.box, ...focus.with]);
    const inView = box.x * scale + x >= 0 && (box.x + box.width) * scale + x <= size.width && box.y * scale + y >= 0 && (box.y + box.height) * scale + y <= size.height - 48;
    if (inView && focus.box.height * scale >= legible) return;
    move(about(focus, size, { width, across, fitted }));
    // Only another thing to look at moves the page, not a resize or a zoom by hand.
  }, [focusKey, size === null]);

  const step = (by: 1 | -1) => { const place = document.pages.findIndex((one) => one.number === number), next = document.pages[place + by]; if (next) onPage(next.number); };
  const pan = (dx: number, dy: number) => move({ ...last.current, x: last.current.x + dx, y: last.current.y + dy });
  useKeys("Page", [
    { keys: "0", label: "Whole page", run: wholePage },
    { keys: "+", label: "Larger", run: () => zoom(1.25) },
    { keys: "=", label: "Larger", hidden: true, run: () => zoom(1.25) },
    { keys: "-", label: "Smaller", run: () => zoom(0.8) },
    { keys: "z", label: held ? "Follow the questions again" : "Hold the zoom still", run: () => setHeld(!held) },
    { keys: ".", label: "Turn the page", run: () => setTurned(((turned + 90) % 360) as 0) },
    { keys: "pagedown", label: "Next page", run: () => step(1) },
    { keys: "pageup", label: "Page before", run: () => step(-1) },
    { keys: "shift+arrowup", label: "Move the page", run: () => pan(0, 80) },
    { keys: "shift+arrowdown", label: "Move the page", hidden: true, run: () => pan(0, -80) },
    { keys: "shift+arrowleft", label: "Move the page", hidden: true, run: () => pan(80, 0) },
    { keys: "shift+arrowright", label: "Move the page", hidden: true, run: () => pan(-80, 0) },
  ], keys);

  // Dragging with one pointer moves, with two it zooms; wheel moves, with Ctrl (and pinching on a trackpad) it zooms.
  const pointers = useRef(new Map<number, { x: number; y: number }>());
  const dragged = useRef(false);
  const place = (event: { clientX: number; clientY: number }) => { const rect = frame.current!.getBoundingClientRect(); return { x: event.clientX - rect.left, y: event.clientY - rect.top }; };
  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || (event.target as HTMLElement).closest("[data-tools]")) return;
    pointers.current.set(event.pointerId, place(event));
    dragged.current = false;
  };
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const before = pointers.current.get(event.pointerId);
    if (!before) return;
    const now = place(event);
    if (!dragged.current && Math.hypot(now.x - before.x, now.y - before.y) < 4) return;
    if (!dragged.current) { dragged.current = true; frame.current?.setPointerCapture(event.pointerId); }
    const others = [...pointers.current].filter(([id]) => id !== event.pointerId).map(([, one]) => one);
    if (others[0]) {
      const [other] = others;
      zoom(Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y)), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    } else move({ ...last.current, x: last.current.x + now.x - before.x, y: last.current.y + now.y - before.y }, false);
    pointers.current.set(event.pointerId, now);
  };
  const up = (event: PointerEvent<HTMLDivElement>) => { pointers.current.delete(event.pointerId); };
  const wheel = (event: WheelEvent<HTMLDivElement>) => {
    if (event.ctrlKey) { zoom(Math.exp(-event.deltaY / 240), place(event)); return; }
    move({ ...last.current, x: last.current.x - event.deltaX, y: last.current.y - event.deltaY }, false);
  };
  // React listens passively; only a listener of our own may keep the browser from zooming the whole window.
  useEffect(() => {
    const element = frame.current;
    const hold = (event: globalThis.WheelEvent) => event.preventDefault();
    element?.addEventListener("wheel", hold, { passive: false });
    return () => element?.removeEventListener("wheel", hold);
  }, []);

  const partly = size !== null && (width * view.scale > size.width || height * view.scale > size.height);
  const active = boxes.find((box) => box.kind === "active");
  return (
    <div ref={frame} onPointerDown={down} onPointerMove={drag} onPointerUp={up} onPointerCancel={up} onWheel={wheel} onClickCapture={(event) => { if (dragged.current) { event.stopPropagation(); dragged.current = false; } }}
      className={`relative min-h-0 min-w-0 flex-1 touch-none overflow-hidden bg-sunken ${pointing ? "cursor-crosshair" : "cursor-grab active:cursor-grabbing"}`} aria-label="Page" role="region">
      {size && page && (
        <div ref={sheet} className="absolute top-0 left-0 origin-top-left [&_figure>img]:mix-blend-multiply" style={{ transform: `translate(${view.x}px, ${view.y}px)` }}>
          {failed ? <div className="bg-sheet shadow-page" style={{ width: width * view.scale, height: height * view.scale }} /> : (
            <>
              <PageWithEvidence image={image} page={page} scale={view.scale} boxes={pointing ? [] : boxes} onPick={onPick} number={number} rotate={turned} text={`Page ${number} of the document`} />
              <img src={image} alt="" hidden onLoad={() => setLoaded(image)} onError={() => setFailed(true)} />
            </>
          )}
          {active && label && !pointing && turned === 0 && <span aria-hidden="true" className="pointer-events-none absolute rounded-1 bg-[#5c3f00] px-1.5 text-[11px] leading-[18px] font-medium whitespace-nowrap text-[#fff]"
            style={active.box.x * view.scale + view.x > 24 + label.length * 7 ? { right: (width - active.box.x) * view.scale + 8, top: (active.box.y + active.box.height / 2) * view.scale - 9 } : { left: active.box.x * view.scale - 4, top: active.box.y * view.scale - 24 }}>{label}</span>}
          {pointing?.words?.map((word, index) => {
            const on = pointing.matches.has(index), chosen = pointing.chosen === index;
            return <button key={index} type="button" tabIndex={-1} aria-hidden="true" onClick={(event) => pointing.onChoose(index, event.shiftKey)}
              className={`absolute cursor-pointer rounded-[2px] mix-blend-multiply ${chosen ? "bg-[rgb(240_189_39/.55)] shadow-[0_0_0_2px_#b98700]" : on ? "bg-[rgb(240_189_39/.38)]" : "shadow-[0_0_0_1px_rgb(15_95_75/.16)] hover:bg-[rgb(15_95_75/.12)]"}`}
              style={{ left: word.box.x * view.scale - 2, top: word.box.y * view.scale - 1, width: word.box.width * view.scale + 4, height: word.box.height * view.scale + 2 }} />;
          })}
        </div>
      )}
      {page && !failed && loaded !== image && <p className="appear-late pointer-events-none absolute inset-x-0 top-1/3 text-center text-[#57544d]" role="status">Drawing page {number}</p>}
      {failed && <div className="absolute inset-0 grid place-items-center"><div className="rounded-3 bg-surface shadow-page"><FailedState what="The page could not be drawn" error={null} again={() => { setTries(tries + 1); setFailed(false); }} /></div></div>}
      {children}
      {page && (
        <div data-tools role="toolbar" aria-label="Page view" className="absolute bottom-4 left-4 z-10 flex h-[34px] items-center gap-1 rounded-[6px] bg-surface px-1.5 shadow-page touch:h-12">
          <IconButton icon="zoomOut" size="small" label="Smaller" onClick={() => zoom(0.8)} />
          <span className="num min-w-9 text-center text-sm text-ink-2">{Math.round((view.scale / full) * 100)}%</span>
          <IconButton icon="zoomIn" size="small" label="Larger" onClick={() => zoom(1.25)} />
          <Divider />
          <Button kind="quiet" size="small" keys="0" onClick={wholePage}>Whole page</Button>
          <IconButton icon="rotate" size="small" label="Turn the page" onClick={() => setTurned(((turned + 90) % 360) as 0)} />
          {held && <><Divider /><button type="button" className="inline-flex items-center gap-1.5 px-1 text-sm text-doubt" onClick={() => setHeld(false)}>Held <KeyCap keys="z" /></button></>}
          <Divider />
          {document.pages.length > 1 && <IconButton icon="left" size="small" label="Page before" disabledBecause={number <= 1 ? "This is the first page" : null} onClick={() => step(-1)} />}
          <span className="num px-1 text-sm text-ink-2">Page {number} of {document.pages.length}<span className="max-desk:hidden">{page.source === "ocr" ? " · Scan" : page.source === "text" ? " · Text" : ""}</span></span>
          {document.pages.length > 1 && <IconButton icon="right" size="small" label="Next page" disabledBecause={number >= document.pages.length ? "This is the last page" : null} onClick={() => step(1)} />}
        </div>
      )}
      {partly && size && page && !failed && <MiniMap image={image} page={page} view={view} size={size} boxes={boxes} onGo={(x, y) => move({ ...last.current, x: size.width / 2 - x * last.current.scale, y: size.height / 2 - y * last.current.scale })} />}
    </div>
  );
}

const Divider = () => <i aria-hidden="true" className="mx-1 h-4 w-px bg-line" />;

/** Where the box stands: text 24 px high, the row around it in sight, its upper edge on the upper third. */
function about(focus: { box: Box; with: readonly Box[] }, size: { width: number; height: number }, fit: { width: number; across: number; fitted: number }): View {
  const all = union([focus.box, ...focus.with]);
  const widest = (size.width - 2 * gutter) / Math.max(all.width, 1), highest = (size.height * 0.6) / Math.max(all.height, 1);
  const wanted = readable / Math.max(focus.box.height, 4);
  // Rows run across the page, so its width is kept in sight as long as the text can then be read.
  const calm = fit.across * focus.box.height >= legible ? Math.min(wanted, fit.across) : Math.min(wanted, Math.max(fit.across, legible / Math.max(focus.box.height, 4)));
  const scale = clamp(Math.min(calm, widest, highest), Math.max(0.6 * full, Math.min(fit.fitted, fit.across)), 2.2 * full);
  const middle = all.x + all.width / 2;
  return { scale, x: fit.width * scale <= size.width ? (size.width - fit.width * scale) / 2 : size.width / 2 - middle * scale, y: size.height / 3 - (all.y + all.height / 2) * scale };
}

/** The whole page in small, with what is in sight; a press goes there. */
function MiniMap({ image, page, view, size, boxes, onGo }: { image: string; page: { width: number; height: number }; view: View; size: { width: number; height: number }; boxes: readonly EvidenceBoxView[]; onGo: (x: number, y: number) => void }) {
  const scale = Math.min(84 / page.width, 130 / page.height);
  const x = Math.max(0, -view.x / view.scale), y = Math.max(0, -view.y / view.scale);
  const seen = { x, y, width: Math.min(page.width, (size.width - view.x) / view.scale) - x, height: Math.min(page.height, (size.height - view.y) / view.scale) - y };
  return (
    <button type="button" data-tools aria-label="Where on the page" tabIndex={-1} onClick={(event) => { const rect = event.currentTarget.getBoundingClientRect(); onGo((event.clientX - rect.left - 5) / scale, (event.clientY - rect.top - 5) / scale); }}
      className="absolute right-4 bottom-4 z-10 rounded-2 bg-surface p-[5px] shadow-page max-phone:hidden">
      <span className="relative block overflow-hidden bg-sheet" style={{ width: page.width * scale, height: page.height * scale }}>
        <img src={image} alt="" className="size-full mix-blend-multiply" draggable={false} />
        {boxes.filter((box) => box.kind === "active" || box.kind === "doubt").map(({ id, box }) => <span key={id} className="absolute bg-[#f0bd27] mix-blend-multiply" style={{ left: box.x * scale, top: box.y * scale, width: Math.max(4, box.width * scale), height: Math.max(2.5, box.height * scale) }} />)}
        <span className="absolute shadow-[inset_0_0_0_1.5px_#0f5f4b]" style={{ left: seen.x * scale, top: seen.y * scale, width: Math.max(0, seen.width * scale), height: Math.max(0, seen.height * scale) }} />
      </span>
    </button>
  );
}
