import { codeListDate } from "./code-lists.ts";
import { findUnwanted, type Pattern, type Rule, type Severity } from "./rules.ts";
import { modelOfCii } from "./rules-cii.ts";
import { syntaxOfCii } from "./rules-cii-syntax.ts";
import { codesOfCii, codesOfUbl } from "./rules-codes.ts";
import { ownRulesOfCii, ownRulesOfUbl } from "./rules-own.ts";
import { peppolOfCii } from "./rules-peppol-cii.ts";
import { peppolOfUbl } from "./rules-peppol-ubl.ts";
import { modelOfUbl } from "./rules-ubl.ts";
import { syntaxOfUbl } from "./rules-ubl-syntax.ts";
import { xrechnungOfCii, xrechnungOfUbl } from "./rules-xrechnung.ts";
import { all, parseTree, pathOf, squeezed, type Doc, type Syntax, type XmlNode } from "./tree.ts";

export type RuleSet = "EN16931" | "PEPPOL" | "XRECHNUNG";
export const ruleSets: readonly RuleSet[] = ["EN16931", "PEPPOL", "XRECHNUNG"];

/** A rule that does not hold. `count` is how often, `path` and `line` where first, `text` what is wrong there and how to mend it. */
export type Finding = { rule: string; severity: Severity; count: number; path: string; line: number; text: string };

/** What we make of a document. `engine` names our rules and their date; it is our own verdict, not an official one. */
export type Verdict = { syntax: Syntax; profile: string; engine: string; rules: RuleSet[]; findings: Finding[] };

/** `rules` are those the document's profile claims, unless stated; `fragment` judges parts of invoices, as tests of single rules are. */
export type JudgeOptions = { rules?: readonly RuleSet[]; fragment?: boolean };

/** Names the rule sets our rules follow: EN 16931 release 1.3.16, Peppol BIS Billing 3.0.19, XRechnung 3.0. */
export const judgeEngine = `counterfoil, own rules after EN 16931 1.3.16, Peppol 3.0.19, XRechnung 3.0 (code lists of ${codeListDate})`;

const patterns: Record<Syntax, Record<RuleSet | "OWN", readonly Pattern[]>> = {
  UBL: { EN16931: [modelOfUbl, syntaxOfUbl, codesOfUbl], PEPPOL: peppolOfUbl, XRECHNUNG: xrechnungOfUbl, OWN: ownRulesOfUbl },
  CII: { EN16931: [modelOfCii, syntaxOfCii, codesOfCii], PEPPOL: peppolOfCii, XRECHNUNG: xrechnungOfCii, OWN: ownRulesOfCii },
};

/** Specification identifier of a document (BT-24), "" when it names none. */
const profileOf = (doc: Doc): string =>
  squeezed(all(doc.root, doc.syntax === "UBL" ? "CustomizationID" : "ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID")[0]?.text ?? "");

/** EN 16931 always; Peppol and XRechnung when the document says that it follows them. */
function claimed(profile: string): RuleSet[] {
  return ["EN16931", ...(profile.includes("urn:fdc:peppol.eu:2017:poacc:billing:3.0") ? ["PEPPOL" as const] : []), ...(/urn:xeinkauf\.de:kosit:|xrechnung/.test(profile) ? ["XRECHNUNG" as const] : [])];
}

/**
 * Judges an e-invoice by the rules of EN 16931, and of Peppol BIS Billing 3 and XRechnung where it claims them; in UBL 2.1
 * or CII D16B. Never throws on an odd invoice: what is wrong is a finding. Throws XmlError (`xml.ts`) on bytes that are no
 * XML, no invoice or an attack.
 */
export function judge(bytes: Uint8Array, { rules, fragment = false }: JudgeOptions = {}): Verdict {
  const doc = parseTree(bytes, { fragment });
  const profile = profileOf(doc);
  const chosen = rules ? ruleSets.filter((set) => rules.includes(set)) : claimed(profile);
  const findings = new Map<string, Finding>();
  for (const set of [...chosen, ...(fragment ? [] : ["OWN" as const])]) for (const pattern of patterns[doc.syntax][set]) apply(pattern, doc, findings);
  return { syntax: doc.syntax, profile, engine: judgeEngine, rules: chosen, findings: [...findings.values()].sort((a, b) => gravity[a.severity] - gravity[b.severity] || a.line - b.line) };
}

const gravity: Record<Severity, number> = { fatal: 0, warning: 1, information: 2 };

function apply(pattern: Pattern, doc: Doc, findings: Map<string, Finding>): void {
  const taken = new Uint8Array(doc.nodes.length);
  for (const { of, rules, unwanted } of pattern) {
    const candidates = of.names === null ? [doc.nodes] : of.names.map(doc.named);
    for (const nodes of candidates) {
      for (const node of nodes) {
        if (taken[node.index] === 1 || !of.takes(node, doc)) continue;
        taken[node.index] = 1;
        for (const rule of rules) if (!rule.holds(node, doc)) report(findings, rule.id, rule.severity, node, () => textOf(rule, node, doc));
        if (unwanted) findUnwanted(node, unwanted, (found, at) => report(findings, found.id, found.severity, at, () => `${found.path} is not a part of an EN 16931 invoice; leave it out, or say it in a note.`));
      }
    }
  }
}

const textOf = (rule: Rule, node: XmlNode, doc: Doc): string => (typeof rule.text === "string" ? rule.text : rule.text(node, doc));

function report(findings: Map<string, Finding>, id: string, severity: Severity, node: XmlNode, text: () => string): void {
  const known = findings.get(id);
  if (known) known.count += 1;
  else findings.set(id, { rule: id, severity, count: 1, path: pathOf(node), line: node.line, text: text() });
}

/** True when nothing fatal was found. */
export const passes = ({ findings }: Verdict): boolean => findings.every(({ severity }) => severity !== "fatal");

/** Ids of all rules, by rule set and syntax, for programs that compare rule sets. */
export function ruleIds(syntax: Syntax, set: RuleSet): string[] {
  const ids = new Set<string>();
  const walk = (tree: NonNullable<Pattern[number]["unwanted"]>): void => {
    for (const found of [...tree.rules, ...[...tree.attributes.values()].flat()]) ids.add(found.id);
    tree.below.forEach(walk);
  };
  for (const pattern of patterns[syntax][set]) {
    for (const { rules, unwanted } of pattern) {
      for (const { id } of rules) ids.add(id);
      if (unwanted) walk(unwanted);
    }
  }
  return [...ids];
}
