// The sums of a document, checked again after a person changed a value. Pure and exact.
import type { Check, Field, Proof, Reading } from "@counterfoil/extract";
import { Decimal, exponentOf, isCurrency } from "@counterfoil/money";
import type { Current } from "./current.ts";

/**
 * Recomputes the equations that a changed value takes part in. What the engine found out about untouched values stays,
 * since it saw more of the page (allowances, cash rounding) than the fields tell. A doubtful total that now adds up with
 * a value which a person vouched for is no longer doubtful. `changed` is a path, or "lines" for all of them.
 */
export function recheck(current: Current, reading: Reading | null, changed: string): Current {
  const original = reading?.checks ?? [];
  const onTop = (of: Partial<Pick<Current, "allowances" | "charges">> | null) => JSON.stringify([of?.allowances, of?.charges].map((list) => (list ?? []).flatMap((one) => one.amount?.value ?? [])));
  // An allowance or charge that a person added belongs to the sum of the lines, too.
  const topChanged = onTop(current) !== onTop(reading);
  const touched = (check: Check) => check.operands.some((path) => !sameAsRead(current, reading, path)) || (topChanged && (check.name === "net_of_lines" || check.name === "net_total" || check.operands.some((path) => /^(?:allowances|charges)\./.test(path))));
  const own = equationsOf(current);
  const kept = original.filter((check) => !touched(check));
  const keptNames = new Set(kept.map(nameAndPlace));
  const hadSum = original.some((check) => check.name === "lines_sum") || changed.startsWith("lines") || original.length === 0;
  const fresh = own.filter((check) => !keptNames.has(nameAndPlace(check)) && !(check.name === "lines_sum" && kept.some((one) => one.name === "lines_sum"))
    && (check.name !== "lines_sum" || hadSum)
    && (touched(check) || original.length === 0 || !kept.some((one) => one.name === check.name)));
  const checks = [...kept, ...fresh];
  return { ...settleDoubts(current, reading, checks), checks, proof: proofOf(checks) };
}

const nameAndPlace = (check: Check): string => `${check.name}:${check.operands.filter((path) => /\.\d+\./.test(path)).slice(0, 1).join()}`;

function fieldOf(source: Pick<Current, "fields" | "lines" | "taxes">, path: string): Field | undefined {
  const [list, index, cell] = path.split(".");
  if (list === "lines" || list === "taxes" || list === "allowances" || list === "charges") return ((source as Partial<Current>)[list]?.[Number(index)] as Record<string, Field | undefined> | undefined)?.[cell!];
  return (source.fields as Record<string, Field | undefined>)[path];
}

const sameAsRead = (current: Current, reading: Reading | null, path: string): boolean => {
  const now = fieldOf(current, path)?.value;
  const then = reading ? fieldOf(reading, path)?.value : undefined;
  return now === then && (!path.startsWith("lines.") || current.lines.length === (reading?.lines.length ?? 0));
};

/** Every equation that the values at hand allow, with the numbers put in. */
export function equationsOf({ fields, lines, taxes, allowances = [], charges = [] }: Pick<Current, "fields" | "lines" | "taxes"> & Partial<Pick<Current, "allowances" | "charges">>): Check[] {
  const currency = fields.currency?.value;
  const places = currency && isCurrency(currency) ? exponentOf(currency) : 2;
  const cent = Decimal.of(1, places);
  const number = (field: Field | undefined) => Decimal.tryParse(field?.value);
  const shown = (value: Decimal) => grouped(Decimal.text(value.scale < places ? Decimal.round(value, places) : value));
  const checks: Check[] = [];
  const add = (name: string, left: string, expected: Decimal, stated: Decimal, operands: string[], tolerance: Decimal = Decimal.zero) => {
    const difference = Decimal.sub(stated, expected);
    const holds = Decimal.compare(Decimal.abs(difference), tolerance) <= 0;
    checks.push({ name, holds, equation: `${left} = ${shown(stated)}`, ...(holds ? {} : { difference: shown(difference) }), operands });
  };

  lines.forEach((line, index) => {
    const [quantity, price, amount] = [number(line.quantity), number(line.unitPrice), number(line.netAmount)];
    if (!quantity || !price || !amount) return;
    const [base, off, percent] = [number(line.baseQuantity), number(line.discount), number(line.discountPercent)];
    const whole = Decimal.mul(quantity, price);
    const per = base && Decimal.compare(base, Decimal.zero) > 0 ? Decimal.div(whole, base, 10) : whole;
    const reduction = off ?? (percent ? Decimal.mul(Decimal.mul(per, percent), Decimal.of(1, 2)) : Decimal.zero);
    const left = [`${Decimal.shortText(quantity)} × ${shown(price)}`, base && `÷ ${Decimal.shortText(base)}`, off ? `− ${shown(off)}` : percent && `− ${Decimal.shortText(percent)} %`].filter(Boolean).join(" ");
    add("line_product", left, Decimal.round(Decimal.sub(per, reduction), places), amount,
      [`lines.${index}.quantity`, `lines.${index}.unitPrice`, ...(base ? [`lines.${index}.baseQuantity`] : []), ...(off ? [`lines.${index}.discount`] : percent ? [`lines.${index}.discountPercent`] : []), `lines.${index}.netAmount`], cent);
  });
  const amounts = lines.map((line) => number(line.netAmount));
  const [net, tax, gross, due, prepaid, rounding, lineTotal, withheld, previous] = (["netTotal", "taxTotal", "grossTotal", "amountDue", "prepaid", "rounding", "lineTotal", "withholding", "previousBalance"] as const).map((path) => number(fields[path]));
  const less = allowances.flatMap((one, index) => { const amount = number(one.amount); return amount ? [{ amount, path: `allowances.${index}.amount` }] : []; });
  const more = charges.flatMap((one, index) => { const amount = number(one.amount); return amount ? [{ amount, path: `charges.${index}.amount` }] : []; });
  if (lines.length > 0 && amounts.every((amount) => amount !== null)) {
    const total = Decimal.sum(amounts as Decimal[]);
    const operands = lines.map((_, index) => `lines.${index}.netAmount`);
    // Consumer prices include tax, so lines may add up to the gross total instead.
    const asGross = gross && net && !Decimal.equals(total, net) && Decimal.equals(total, gross);
    const target = asGross ? gross : less.length + more.length > 0 ? lineTotal : net ?? gross;
    if (target) add("lines_sum", `Σ ${lines.length} ${lines.length === 1 ? "line" : "lines"} ${shown(total)}`, total, target, [...operands, asGross ? "grossTotal" : target === lineTotal ? "lineTotal" : net ? "netTotal" : "grossTotal"]);
    if (net && less.length + more.length > 0) {
      const expected = Decimal.add(Decimal.sub(lineTotal ?? total, Decimal.sum(less.map(({ amount }) => amount))), Decimal.sum(more.map(({ amount }) => amount)));
      add("net_of_lines", [shown(lineTotal ?? total), ...less.map(({ amount }) => `− ${shown(amount)}`), ...more.map(({ amount }) => `+ ${shown(amount)}`)].join(" "), expected, net, [...(lineTotal ? ["lineTotal"] : operands), ...[...less, ...more].map(({ path }) => path), "netTotal"]);
    }
  }
  taxes.forEach((row, index) => {
    const [rate, base, amount] = [number(row.rate), number(row.base), number(row.amount)];
    if (!rate || !base || !amount) return;
    // Tax may have been rounded per line, which gives a cent more or less.
    add("tax_of_base", `${shown(base)} × ${Decimal.shortText(rate)} %`, Decimal.round(Decimal.mul(Decimal.mul(base, rate), Decimal.of(1, 2)), places), amount,
      [`taxes.${index}.base`, `taxes.${index}.rate`, `taxes.${index}.amount`], cent);
  });
  const parts = taxes.map((row) => number(row.amount));
  if (tax && parts.length > 0 && parts.every((part) => part !== null))
    add("tax_sum", (parts as Decimal[]).map(shown).join(" + "), Decimal.sum(parts as Decimal[]), tax, ["taxTotal", ...taxes.map((_, index) => `taxes.${index}.amount`)]);
  if (net && tax && gross) add("net_plus_tax", `${shown(net)} + ${shown(tax)}`, Decimal.add(net, tax), gross, ["netTotal", "taxTotal", "grossTotal"]);
  if (gross && due && (prepaid || rounding || withheld || previous)) {
    const zero = Decimal.zero;
    const expected = Decimal.add(Decimal.add(Decimal.sub(Decimal.sub(gross, withheld ?? zero), prepaid ?? zero), rounding ?? zero), previous ?? zero);
    const left = [shown(gross), withheld && `− ${shown(withheld)}`, prepaid && `− ${shown(prepaid)}`, rounding && `+ ${shown(rounding)}`, previous && `+ ${shown(previous)}`].filter(Boolean).join(" ");
    add("amount_due", left, expected, due, ["grossTotal", ...(withheld ? ["withholding"] : []), ...(prepaid ? ["prepaid"] : []), ...(rounding ? ["rounding"] : []), ...(previous ? ["previousBalance"] : []), "amountDue"]);
  }
  return checks;
}

const grouped = (text: string): string => text.replace(/^(-?)(\d+)/, (_whole, sign: string, digits: string) => (sign ? "−" : "") + digits.replace(/\B(?=(\d{3})+$)/g, ","));

/**
 * A doubtful value of an equation that holds, and in which a person vouched for another value, is settled by it. It is
 * found out anew each time, so that an answer taken back brings the doubt back.
 */
function settleDoubts(current: Current, reading: Reading | null, checks: readonly Check[]): Current {
  let fields = Object.fromEntries(Object.entries(current.fields).map(([path, field]) => {
    const read = reading?.fields[path as keyof typeof current.fields];
    return [path, read && field.source !== "human" && field.value === read.value ? read : field];
  })) as typeof current.fields;
  for (const check of checks) {
    if (!check.holds || check.name !== "net_plus_tax" && check.name !== "amount_due") continue;
    const operands = check.operands.filter((path) => path in fields) as (keyof typeof fields)[];
    if (!operands.some((path) => fields[path]!.source === "human")) continue;
    for (const path of operands) {
      const field = fields[path]!;
      if (field.level !== "unsure") continue;
      const { reason: _settled, ...rest } = field;
      fields = { ...fields, [path]: { ...rest, level: "sure", checks: [...new Set([...field.checks, check.name])] } };
    }
  }
  return { ...current, fields };
}

function proofOf(checks: readonly Check[]): Proof {
  if (checks.length === 0) return "none";
  if (checks.some((check) => !check.holds)) return "contradictory";
  const names = new Set(checks.map((check) => check.name));
  return names.has("net_plus_tax") && (names.has("lines_sum") || names.has("tax_of_base") || names.has("tax_rate")) ? "complete" : "partial";
}
