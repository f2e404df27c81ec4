import { useEffect, useId, useRef, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import { vatCategories, type Totals } from "@counterfoil/einvoice";
import { formatAmount } from "@counterfoil/money";
import { Combobox, DecimalInput, Icon, matching, Menu, Money, readDecimal, TextArea, toast, useApiQuery, useKeys, useLocale, type ApiPage, type ComboOption } from "../../web/kit.ts";
import type { CompanyView } from "../../companies/contract.ts";
import type { ItemView } from "../../items/contract.ts";
import { carriesRate, readUnit, unitName, vatWords } from "../../items/policy.ts";
import type { VatCategory } from "../../platform/fields.ts";
import { filled, freshKey, isBlank, readLess, readRows, withBlank, writtenLines, type Draft, type Line } from "./draft.ts";

type Props = { draft: Draft; company: CompanyView; totals: Totals | null; onLines: (change: (lines: Line[]) => Line[]) => void };
const cells = ["name", "quantity", "unit", "price", "less", "vat"] as const;
type Cell = (typeof cells)[number];

/**
 * The lines of a draft, written like a spreadsheet: `↵` next line, `Tab` next cell, `⌥↑` `⌥↓` move, `⌘⌫` delete, `⌘D` repeat. The
 * last line is always blank: a service typed there, or rows pasted, become lines.
 */
export function LineTable({ draft, company, totals, onLines }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const locale = useLocale();
  const { lines } = draft;
  const written = writtenLines(draft);
  const focus = (index: number, cell: Cell) => setTimeout(() => {
    const line = table.current?.querySelectorAll<HTMLElement>("[data-line]")[Math.max(0, index)];
    const target = line?.querySelector<HTMLInputElement>(`[data-cell="${cell}"] input`) ?? line?.querySelector<HTMLInputElement>("[data-cell] input");
    target?.focus();
    target?.select();
  });
  const change = (key: string, edit: Partial<Line>) => onLines((all) => withBlank(all.map((line) => (line.key === key ? { ...line, ...edit } : line)), company));
  const here = (): { index: number; cell: Cell } | null => {
    const element = document.activeElement;
    const row = element?.closest<HTMLElement>("[data-line]");
    if (!row || !table.current?.contains(row)) return null;
    return { index: [...table.current.querySelectorAll("[data-line]")].indexOf(row), cell: (element?.closest<HTMLElement>("[data-cell]")?.dataset["cell"] ?? "name") as Cell };
  };
  const move = (index: number, step: number, cell: Cell = "name") => {
    const to = index + step;
    if (index < 0 || to < 0 || to >= lines.length || isBlank(lines[index]!) || (isBlank(lines[to]!) && to === lines.length - 1)) return;
    onLines((all) => { const next = [...all]; const [line] = next.splice(index, 1); next.splice(to, 0, line!); return next; });
    focus(to, cell);
  };
  const remove = (index: number, cell: Cell = "name") => {
    const line = lines[index];
    if (!line || isBlank(line)) return;
    onLines((all) => withBlank(all.filter((one) => one.key !== line.key), company));
    focus(index, cell);
    toast(`Deleted ${line.name || "the line"}`, { undo: () => onLines((all) => { const next = [...all]; next.splice(Math.min(index, next.length), 0, line); return withBlank(next, company); }) });
  };
  const repeat = (index: number) => {
    const line = lines[index];
    if (!line || isBlank(line)) return;
    onLines((all) => { const next = [...all]; next.splice(index + 1, 0, { ...line, key: freshKey(), id: null, proposalLineId: null }); return next; });
    focus(index + 1, "quantity");
  };
  const at = (act: (index: number, cell: Cell) => void) => () => { const place = here(); if (place) act(place.index, place.cell); };
  // The window's key manager shows these under `?`; the table answers them itself, so that they work only inside it.
  useKeys("Lines", [
    { keys: "enter", label: "Next line", run: at((index, cell) => focus(Math.min(index + 1, lines.length - 1), index + 1 >= lines.length - 1 ? "name" : cell)), whileEditing: true },
    { keys: "alt+arrowup", label: "Move line up", run: at((index, cell) => move(index, -1, cell)), whileEditing: true },
    { keys: "alt+arrowdown", label: "Move line down", run: at((index, cell) => move(index, 1, cell)), whileEditing: true },
    { keys: "mod+backspace", label: "Delete line", run: at(remove), whileEditing: true },
    { keys: "mod+d", label: "Repeat line", run: at(repeat), whileEditing: true },
  ]);
  const press = (event: KeyboardEvent, index: number, cell: Cell) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    const plain = !event.altKey && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    const mod = (event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey;
    const textarea = event.target instanceof HTMLTextAreaElement;
    const act = (run: () => void) => { event.preventDefault(); event.stopPropagation(); run(); };
    if (event.key === "Enter" && plain && !textarea && event.target instanceof HTMLInputElement) act(() => focus(Math.min(index + 1, lines.length - 1), index + 1 >= lines.length - 1 ? "name" : cell));
    else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) act(() => move(index, event.key === "ArrowUp" ? -1 : 1, cell));
    else if (mod && event.key === "Backspace" && !textarea) act(() => remove(index, cell));
    else if (mod && event.key.toLowerCase() === "d") act(() => repeat(index));
    else if (plain && !textarea && (event.key === "ArrowUp" || event.key === "ArrowDown") && (cell === "quantity" || cell === "price" || cell === "less" || cell === "unit")) act(() => focus(Math.min(Math.max(0, index + (event.key === "ArrowUp" ? -1 : 1)), lines.length - 1), cell));
  };
  const paste = (event: ClipboardEvent, line: Line) => {
    const text = event.clipboardData.getData("text/plain").replace(/\s+$/, "");
    if (!/[\t\n]/.test(text)) return;
    const rows = readRows(text, company, locale, draft.currency);
    if (rows.length === 0) return;
    event.preventDefault();
    onLines((all) => {
      const index = all.findIndex((one) => one.key === line.key);
      const next = [...all];
      next.splice(index, isBlank(line) ? 1 : 0, ...rows);
      return withBlank(next, company);
    });
    toast(`Pasted ${rows.length} ${rows.length === 1 ? "line" : "lines"}`);
  };
  const used = [...new Set(lines.filter((line) => !isBlank(line)).map((line) => `${line.vatCategory}:${line.vatRate}`))];
  return (
    <table ref={table} className="w-full table-fixed border-collapse max-phone:block">
      <caption className="sr-only">Lines of the invoice</caption>
      <colgroup className="max-phone:hidden"><col className="w-[22px]" /><col /><col className="w-[66px]" /><col className="w-[76px]" /><col className="w-[100px]" /><col className="w-[72px]" /><col className="w-[82px]" /><col className="w-[106px]" /></colgroup>
      <thead className="max-phone:sr-only">
        <tr className="text-xs text-ink-3 [&_th]:h-7 [&_th]:border-b [&_th]:border-line [&_th]:px-2 [&_th]:text-left [&_th]:font-medium">
          <th scope="col" className="px-0!"><span className="sr-only">Line</span></th><th scope="col">Description</th><th scope="col" className="text-right!">Qty</th><th scope="col">Unit</th><th scope="col" className="text-right!">Price</th><th scope="col" className="text-right!">Less</th><th scope="col">VAT</th><th scope="col" className="pr-0! text-right!">Amount {draft.currency}</th>
        </tr>
      </thead>
      <tbody className="max-phone:block">
        {lines.map((line, index) => {
          const number = written.findIndex((one) => one.key === line.key);
          const amount = number >= 0 ? totals?.lines[number]?.amount : undefined;
          return <Row key={line.key} line={line} index={index} last={index === lines.length - 1} draft={draft} company={company} used={used} amount={amount ? formatAmount(amount) : null}
            headed={line.group !== "" && line.group !== lines[index - 1]?.group} change={(edit) => change(line.key, edit)} press={press} paste={paste} focus={focus} move={move} remove={remove} repeat={repeat} />;
        })}
      </tbody>
    </table>
  );
}

const cellLook = "h-(--control) w-full min-w-0 rounded-2 border border-transparent bg-transparent px-2 hover:border-line-strong focus:bg-surface focus-visible:outline-offset-[-1px] read-only:hover:border-transparent";
const td = "h-10 border-b border-line py-1 align-top max-phone:block max-phone:h-auto max-phone:border-0 max-phone:p-0";

function Row({ line, index, last, draft, company, used, amount, headed, change, press, paste, focus, move, remove, repeat }: {
  line: Line; index: number; last: boolean; draft: Draft; company: CompanyView; used: string[]; amount: string | null; headed: boolean; change: (edit: Partial<Line>) => void;
  press: (event: KeyboardEvent, index: number, cell: Cell) => void; paste: (event: ClipboardEvent, line: Line) => void; focus: (index: number, cell: Cell) => void; move: (index: number, step: number) => void; remove: (index: number) => void; repeat: (index: number) => void;
}) {
  const locale = useLocale();
  const [more, setMore] = useState(line.description !== "");
  const [grouping, setGrouping] = useState(false);
  const blank = isBlank(line);
  const ghost = blank && last;
  const locked = line.proposalLineId !== null;
  const name = `line ${index + 1}`;
  const wrongLess = readLess(line.less, locale) === "wrong";
  const on = (cell: Cell) => ({ "data-cell": cell, onKeyDown: (event: KeyboardEvent) => press(event, index, cell) });
  return (
    <>
      {(headed || grouping) && (
        <tr className="max-phone:block"><td className="max-phone:hidden" /><td colSpan={7} className="h-9 border-b border-line align-bottom max-phone:block">
          <input aria-label={`Heading over ${name}`} value={line.group} autoFocus={grouping} placeholder="Heading" onChange={(event) => change({ group: event.target.value })} onBlur={() => setGrouping(false)} className={`${cellLook} font-strong`} />
        </td></tr>
      )}
      <tr data-line={line.key} className={`group/line focus-within:bg-selected max-phone:grid max-phone:grid-cols-[24px_1fr_1fr_1fr] max-phone:gap-1 max-phone:border-b max-phone:border-line max-phone:py-2 ${ghost ? "max-phone:border-0" : ""}`}>
        <td className={`${td} ${ghost ? "border-b-0!" : ""}`}>
          {ghost ? <span className="grid h-(--control) w-[22px] place-items-center text-ink-3"><Icon name="plus" size={14} /></span> : (
            <Menu align="start" items={[
              { label: more ? "Remove the small print" : "Add small print", icon: "comment", onChoose: () => { if (more) change({ description: "" }); setMore(!more); } },
              { label: line.group ? "Change the heading" : "Heading above", icon: "edit", onChoose: () => setTimeout(() => setGrouping(true)) },
              "line",
              { label: "Move up", icon: "up", keys: "alt+arrowup", onChoose: () => move(index, -1), disabledBecause: index === 0 ? "It is the first" : null },
              { label: "Move down", icon: "down", keys: "alt+arrowdown", onChoose: () => move(index, 1) },
              { label: "Repeat", icon: "copy", keys: "mod+d", onChoose: () => repeat(index) },
              { label: "Delete", icon: "trash", keys: "mod+backspace", danger: true, onChoose: () => remove(index) },
            ]}><button type="button" tabIndex={-1} aria-label={`Line ${index + 1}: more`} className="grid h-(--control) w-[22px] place-items-center rounded-2 text-ink-3 hover:bg-hover hover:text-ink data-[state=open]:bg-hover"><Icon name="grip" size={14} /></button></Menu>
          )}
        </td>
        <td {...on("name")} colSpan={ghost ? 7 : 1} className={`${td} relative max-phone:col-span-3 ${ghost ? "border-b-0!" : ""}`} onPaste={(event) => paste(event, line)}>
          <NameCell line={line} label={`Description of ${name}`} placeholder={ghost ? "Type a service, or paste rows from a spreadsheet" : "Description"} companyId={company.id} onType={(text) => change({ name: text, ...(text === "" ? { itemId: null } : {}) })}
            onTake={(item) => {
              change({ itemId: item.id, name: item.name, description: item.description ?? "", unit: unitName(item.unit), vatCategory: item.vatCategory, vatRate: item.vatRate, unitPrice: item.currency === draft.currency ? filled(item.unitPrice, draft.currency) : "" });
              if (item.description) setMore(true);
              if (item.currency !== draft.currency) toast(`${item.name} is priced in ${item.currency}; write the price in ${draft.currency}`);
              focus(index, "quantity");
            }} />
          {more && !ghost && <div className="px-2 pb-1.5 text-sm"><TextArea rows={1} value={line.description} onChange={(description) => change({ description })} placeholder="Small print below the description" aria-label={`Small print of ${name}`} className="text-sm text-ink-2" /></div>}
        </td>
        {!ghost && (
          <>
            <td {...on("quantity")} className={`${td} max-phone:col-start-2`}><DecimalInput bare value={line.quantity} onChange={(quantity) => change({ quantity })} decimals={6} disabled={locked} aria-label={`Quantity of ${name}`} /></td>
            <td {...on("unit")} className={td}>
              <UnitCell label={`Unit of ${name}`} line={line} disabled={locked} onChange={(unit) => change({ unit })} />
            </td>
            <td {...on("price")} className={td}><DecimalInput bare value={line.unitPrice} onChange={(unitPrice) => change({ unitPrice })} onBlur={() => change({ unitPrice: filled(line.unitPrice, draft.currency) })} decimals={6} unit={draft.currency} placeholder="0.00" disabled={locked} aria-label={`Price of ${name}`} /></td>
            <td {...on("less")} className={`${td} max-phone:col-start-2`}>
              <input aria-label={`Reduction of ${name}`} value={line.less} disabled={locked} inputMode="decimal" aria-invalid={wrongLess || undefined} title={wrongLess ? "Write a percent like 5%, or an amount" : "A percent like 5%, or an amount"} placeholder="" autoComplete="off"
                onFocus={(event) => event.currentTarget.select()} onChange={(event) => change({ less: event.target.value })} className={`${cellLook} num text-right text-ink-2 aria-invalid:border-danger max-phone:text-left`} />
            </td>
            <td {...on("vat")} className={td}><VatCell line={line} used={used} company={company} disabled={locked} label={`VAT of ${name}`} onChange={(vatCategory, vatRate) => change({ vatCategory, vatRate })} /></td>
            <td className={`${td} pr-0`}><span className="flex h-(--control) items-center justify-end">{amount === null ? <span className="text-ink-3">–</span> : <Money amount={amount} />}</span></td>
          </>
        )}
      </tr>
    </>
  );
}

/** A unit by its name or code; beside a quantity it stands in the plural. */
function UnitCell({ line, label, disabled, onChange }: { line: Line; label: string; disabled: boolean; onChange: (unit: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const code = readUnit(line.unit);
  return (
    <input aria-label={label} value={typed ?? (code ? unitName(code, line.quantity) : line.unit)} disabled={disabled} aria-invalid={(typed === null && code === null) || undefined} title={code === null ? "Write a unit like hour, piece or kg, or its code" : undefined} spellCheck={false} autoComplete="off"
      onFocus={(event) => event.currentTarget.select()} onChange={(event) => { setTyped(event.target.value); onChange(event.target.value); }} onBlur={() => { setTyped(null); if (code) onChange(unitName(code)); }} className={`${cellLook} text-ink-2 aria-invalid:border-danger`} />
  );
}

/** Free text with the catalogue below: `↓` and `↵` take a service, anything else stays as typed. */
function NameCell({ line, label, placeholder, companyId, onType, onTake }: { line: Line; label: string; placeholder: string; companyId: string; onType: (text: string) => void; onTake: (item: ItemView) => void }) {
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [search, setSearch] = useState("");
  useEffect(() => {
    if (!open) return;
    const timer = setTimeout(() => setSearch(line.name.trim()), 120);
    return () => clearTimeout(timer);
  }, [line.name, open]);
  const found = useApiQuery<ApiPage<ItemView>>("/api/items", { query: { companyId, search, limit: 8 }, enabled: open, keep: true, staleMs: 30_000 });
  const items = open ? (found.data?.items ?? []) : [];
  const close = () => { setOpen(false); setActive(-1); };
  const take = (item: ItemView | undefined) => { if (!item) return; close(); onTake(item); };
  const shown = open && items.length > 0;
  return (
    <>
      <input role="combobox" aria-expanded={shown} aria-controls={listId} aria-autocomplete="list" aria-activedescendant={shown && active >= 0 ? `${listId}-${active}` : undefined} aria-label={label} value={line.name} placeholder={placeholder} autoComplete="off" maxLength={300}
        onChange={(event) => { onType(event.target.value); setActive(-1); setOpen(event.target.value.trim() !== ""); }}
        onBlur={() => setTimeout(close, 120)}
        onKeyDown={(event) => {
          if (event.altKey || event.metaKey || event.ctrlKey) return;
          if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            if (!open) { setOpen(true); setSearch(line.name.trim()); setActive(0); return; }
            if (items.length > 0) setActive((active + (event.key === "ArrowDown" ? 1 : -1) + items.length) % items.length);
          } else if (event.key === "Enter" && shown && active >= 0) { event.preventDefault(); take(items[active]); }
          else if (event.key === "Escape" && open) { event.preventDefault(); event.stopPropagation(); close(); }
        }}
        className={`${cellLook} text-ellipsis`} />
      {shown && (
        <ul id={listId} role="listbox" aria-label="Services" className="floating absolute top-[38px] left-0 z-30 max-h-80 w-[min(460px,80vw)] overflow-y-auto p-1">
          {items.map((item, index) => (
            <li key={item.id} id={`${listId}-${index}`} role="option" aria-selected={index === active} onPointerMove={() => setActive(index)} onMouseDown={(event) => { event.preventDefault(); take(item); }} className={`flex min-h-7 items-center gap-3 rounded-[4px] px-2 py-1 touch:min-h-11 ${index === active ? "pointed" : ""}`}>
              <span className="min-w-0 flex-1"><span className="block clip">{item.name}</span>{item.description && <span className="block clip text-sm text-ink-3">{item.description}</span>}</span>
              <span className="shrink-0 text-right"><Money amount={filled(item.unitPrice, item.currency)} currency={item.currency} /><span className="block text-sm text-ink-3">{unitName(item.unit)}, {vatWords(item.vatCategory, item.vatRate)}</span></span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A rate by typing ("23"), or a reason why there is none by its name. */
function VatCell({ line, used, company, disabled, label, onChange }: { line: Line; used: string[]; company: CompanyView; disabled: boolean; label: string; onChange: (category: VatCategory, rate: string) => void }) {
  const locale = useLocale();
  const [query, setQuery] = useState("");
  const option = (key: string): ComboOption => { const [category, rate] = key.split(":") as [VatCategory, string]; return { value: key, label: vatWords(category, rate), detail: carriesRate(category) ? undefined : vatCategories.find((rule) => rule.category === category)?.label }; };
  const rates = [...new Set([`${company.defaultVatCategory}:${company.defaultVatRate}`, ...used])].filter((key) => carriesRate(key.split(":")[0] as VatCategory));
  const reasons = vatCategories.filter((rule) => !carriesRate(rule.category)).map((rule) => ({ value: `${rule.category}:0`, label: rule.label }));
  const number = readDecimal(query.replace(/%$/, ""), locale);
  const known = [...rates.map(option), ...reasons];
  const options = query.trim() === "" ? known
    : number !== null && /[1-9]/.test(number) ? [option(`S:${number}`), ...rates.filter((key) => key !== `S:${number}` && key.split(":")[1]!.startsWith(number)).map(option)]
      : number !== null ? reasons : matching(known, query);
  return (
    <div className="flex h-(--control) items-center rounded-2 border border-transparent px-2 focus-within:bg-surface focus-within:outline-2 focus-within:-outline-offset-1 focus-within:outline-focus hover:border-line-strong [&_input]:num [&_input]:w-full">
      <Combobox bare aria-label={label} value={`${line.vatCategory}:${line.vatRate}`} shown={vatWords(line.vatCategory, line.vatRate)} options={options} onQuery={setQuery} disabled={disabled}
        onChange={(key) => { setQuery(""); const [category, rate] = key.split(":") as [VatCategory, string]; if (category) onChange(category, rate); }} />
    </div>
  );
}
