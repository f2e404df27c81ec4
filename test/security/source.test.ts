// What the product's own source never does, read from its syntax tree: a rule names what it forbids, is shown red on a
// planted line, and names the places where the exception is wanted. Tests, benches and scripts are not product.
import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { rootDir } from "../../src/platform/config.ts";

type Found = { at: ts.Node; what: string };
type Rule = {
  find(source: ts.SourceFile): Found[];
  /** Lines that must be found, and lines that must not. */
  red: string[];
  green: string[];
  /** Files that may, and why. One that no longer needs it must go from the list. */
  allowed?: Record<string, string>;
  remedy: string;
};

const folder = (path: string): string[] => readdirSync(join(rootDir, path), { withFileTypes: true }).flatMap((entry) => {
  const inside = `${path}/${entry.name}`;
  if (entry.isDirectory()) return ["node_modules", "bench", "dist"].includes(entry.name) ? [] : folder(inside);
  return /\.(ts|tsx|js|mjs)$/.test(entry.name) && !/\.test\.tsx?$|\.d\.m?ts$/.test(entry.name) ? [inside] : [];
});
const parse = (path: string, text: string) => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, /x$/.test(path) ? ts.ScriptKind.TSX : /js$/.test(path) ? ts.ScriptKind.JS : ts.ScriptKind.TS);
const product = ["src", "packages", "bin"].flatMap(folder).filter((path) => !/(^|\/)(examples|test-pages)\.ts$/.test(path)).map((path) => parse(path, readFileSync(join(rootDir, path), "utf8")));

/** Every node of a file for which `look` names a fault. */
function every(source: ts.SourceFile, look: (node: ts.Node) => string | null | undefined | false): Found[] {
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    const what = look(node);
    if (what) found.push({ at: node, what });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const calledName = (node: ts.Node): string | null =>
  ts.isCallExpression(node) || ts.isNewExpression(node) ? (ts.isIdentifier(node.expression) ? node.expression.text : ts.isPropertyAccessExpression(node.expression) ? node.expression.getText() : null) : null;
const importOf = (node: ts.Node): string | null => {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) return node.moduleSpecifier.text;
  if (ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || calledName(node) === "require") && node.arguments[0] && ts.isStringLiteralLike(node.arguments[0])) return node.arguments[0].text;
  return null;
};
/** Written in the source, or chosen among what is: no value of a user can be in it. */
function isFixed(node: ts.Expression): boolean {
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) return true;
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return isFixed(node.expression);
  if (ts.isConditionalExpression(node)) return isFixed(node.whenTrue) && isFixed(node.whenFalse);
  if (ts.isTemplateExpression(node)) return node.templateSpans.every((span) => isFixed(span.expression));
  if (ts.isBinaryExpression(node)) return isFixed(node.left) && isFixed(node.right);
  // A constant in capitals at the head of a module: its own text was looked at where it stands.
  return ts.isIdentifier(node) && /^[A-Z][A-Z0-9_]+$/.test(node.text);
}
const propertyIs = (node: ts.Node, name: string, value: ts.SyntaxKind): boolean =>
  ts.isPropertyAssignment(node) && node.name.getText().replace(/["']/g, "") === name && node.initializer.kind === value;

/** The rule finds what is planted, leaves what is right, and finds nothing in the product but what is listed. */
function holds(rule: Rule, extension = "tsx"): void {
  const texts = (source: ts.SourceFile) => rule.find(source).map(({ at, what }) => `${source.fileName}:${source.getLineAndCharacterOfPosition(at.getStart(source)).line + 1} ${what}`);
  for (const line of rule.red) expect(texts(parse(`planted.${extension}`, line)), `the rule misses ${line}`).not.toEqual([]);
  for (const line of rule.green) expect(texts(parse(`planted.${extension}`, line)), `the rule blames ${line}`).toEqual([]);
  const allowed = rule.allowed ?? {};
  const used = new Set<string>();
  const faults = product.flatMap((source) => {
    const found = texts(source);
    if (found.length > 0 && source.fileName in allowed) { used.add(source.fileName); return []; }
    return found;
  });
  expect(faults, rule.remedy).toEqual([]);
  expect(Object.keys(allowed).filter((path) => !used.has(path)), "these files no longer need their exception: take them off the list").toEqual([]);
}

/** A UUID here is called a token, but opens nothing. */
const notSecret: Record<string, string> = { "src/received-invoices/read.ts": "names the worker that holds a document's lease; it never leaves the database" };

test("the whole product is looked at", () => {
  expect(product.length).toBeGreaterThan(300);
});

describe("what the source never does", () => {
  test("V1.3.2 it runs no text as a program", () => holds({
    find: (source) => every(source, (node) => {
      const name = calledName(node);
      if (name === "eval" || name === "Function" || name?.endsWith(".eval")) return name;
      if (/^(node:)?(vm|repl|inspector)$/.test(importOf(node) ?? "")) return `imports ${importOf(node)}`;
      if ((name === "setTimeout" || name === "setInterval") && ts.isCallExpression(node) && node.arguments[0] && ts.isStringLiteralLike(node.arguments[0])) return `${name} with text`;
      if (ts.isStringLiteralLike(node) && /^\s*javascript:/i.test(node.text)) return "a javascript: address";
      return null;
    }),
    red: ["eval(text)", "new Function('a', text)", "import vm from 'node:vm'", "setTimeout('run()', 5)", "globalThis.eval(x)", "const a = <a href=\"javascript:void 0\">x</a>"],
    green: ["setTimeout(() => run(), 5)", "const retrieval = functionOf(x)"],
    remedy: "Write the code out; data never becomes a program.",
  }));

  test("V1.2.5 V5.3.2 other programs are started with a list of arguments, never through a shell", () => holds({
    find: (source) => every(source, (node) => {
      if (/^(node:)?child_process$/.test(importOf(node) ?? "")) {
        if (!ts.isImportDeclaration(node)) return null;
        const names = node.importClause?.namedBindings && ts.isNamedImports(node.importClause.namedBindings) ? node.importClause.namedBindings.elements.map((one) => one.name.text) : ["everything"];
        const wrong = names.filter((name) => !["spawn", "spawnSync", "execFile", "execFileSync", "fork", "ChildProcess"].includes(name));
        return wrong.length > 0 && `imports ${wrong.join(", ")} of child_process`;
      }
      return propertyIs(node, "shell", ts.SyntaxKind.TrueKeyword) || (ts.isPropertyAssignment(node) && node.name.getText() === "shell" && ts.isStringLiteralLike(node.initializer)) ? "shell: true" : null;
    }),
    red: ["import { exec } from 'node:child_process'", "import { execSync, spawn } from 'child_process'", "import * as all from 'node:child_process'", "spawn('ls', [], { shell: true })", "spawn('ls', [], { shell: '/bin/sh' })"],
    green: ["import { spawn, type ChildProcess } from 'node:child_process'; spawn('ls', [name])"],
    remedy: "Use spawn or execFile with an array of arguments.",
  }));

  test("V3.2.2 V1.2.1 V1.3.1 text meets the page as text: no HTML is ever set", () => holds({
    find: (source) => every(source, (node) => {
      if (ts.isJsxAttribute(node) && /^(dangerouslySetInnerHTML|srcDoc)$/.test(node.name.getText())) return node.name.getText();
      if (ts.isPropertyAssignment(node) && node.name.getText() === "dangerouslySetInnerHTML") return "dangerouslySetInnerHTML";
      if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(node.left) && /^(innerHTML|outerHTML|srcdoc)$/.test(node.left.name.text)) return node.left.name.text;
      const name = calledName(node);
      return name && /^document\.write(ln)?$|\.(insertAdjacentHTML|createContextualFragment|parseFromString|setHTMLUnsafe)$/.test(name) ? name : null;
    }),
    red: ["const a = <div dangerouslySetInnerHTML={{ __html: text }} />", "element.innerHTML = text", "element.insertAdjacentHTML('beforeend', text)", "document.write(text)", "const a = <iframe srcDoc={text} />", "const props = { dangerouslySetInnerHTML: x }"],
    green: ["const a = <div>{text}</div>", "stream.write(text)", "element.textContent = text"],
    remedy: "Give React the text as a child.",
  }));

  test("V1.2.3 pages carry no inline script, no handler attribute and no style element", () => {
    const faults = (html: string) => [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>|\son\w+\s*=|<style|href\s*=\s*["']?javascript:/gi)].map((one) => one[0]);
    for (const planted of ["<script>go()</script>", "<script type=\"module\">x</script>", "<img src=x onerror=go()>", "<style>a{}</style>", "<a href='javascript:x'>"]) expect(faults(planted), planted).not.toEqual([]);
    for (const page of folderOf("src", /\.html$/)) expect(faults(readFileSync(join(rootDir, page), "utf8")), page).toEqual([]);
  });

  test("V1.2.4 SQL is put together from fixed text and parameters", () => holds({
    find: (source) => every(source, (node) => {
      const name = calledName(node);
      if (!name || !ts.isCallExpression(node)) return null;
      if (/^sql\.(raw|lit)$/.test(name)) return node.arguments[0] && isFixed(node.arguments[0]) ? null : `${name} of what is not written here`;
      if (/\.(query|executeQuery)$/.test(name) && node.arguments[0] && ts.isTemplateExpression(node.arguments[0]) && !isFixed(node.arguments[0])) return `${name} with values inside its text`;
      if (/\.query$/.test(name) && node.arguments[0] && ts.isBinaryExpression(node.arguments[0]) && !isFixed(node.arguments[0])) return `${name} with values inside its text`;
      return null;
    }),
    red: ["sql.raw(name)", "sql.raw(`order by ${column}`)", "client.query(`select * from a where b = '${text}'`)", "client.query('select ' + text)", "sql.lit(value)"],
    green: ["sql.raw('a, b')", "sql.raw(down ? 'desc' : 'asc')", "client.query('select $1', [text])", "sql`select ${text}`"],
    allowed: {
      "src/received-invoices/queries.ts": "the type of a sort key, from the table of orders above it",
      "src/access/queries.ts": "names of a row, a table and a key, written out in the calls beside it",
      "src/platform/database.ts": "who a transaction acts for and what a look-up asks by: text through pg.escapeLiteral, bytes as hex, nothing else passes",
      "src/platform/postgres/roles.ts": "names and passwords of roles, through pg.escapeIdentifier and pg.escapeLiteral, at first start",
    },
    remedy: "Put the value into sql`…${value}…`, which makes a parameter of it.",
  }));

  test("V1.2.7 no query over a document is made of text: there are no XPath, XSLT or selector libraries", () => holds({
    find: (source) => every(source, (node) => {
      if (/^(xpath|fontoxpath|xslt|libxslt|jsonpath|jmespath|node-schematron)/.test(importOf(node) ?? "")) return `imports ${importOf(node)}`;
      return ts.isCallExpression(node) && /\.(evaluate|selectNodes|createExpression)$/.test(calledName(node) ?? "") && !(node.arguments[0] && isFixed(node.arguments[0])) ? calledName(node) : null;
    }),
    red: ["import { select } from 'xpath'", "document.evaluate(`//a[@b='${text}']`, document)"],
    green: ["child(root, 'cbc:ID')"],
    remedy: "Walk the parsed elements, as packages/einvoice does.",
  }));

  test("V1.2.9 no pattern is made of a user's text", () => holds({
    find: (source) => every(source, (node) => calledName(node) === "RegExp" && ts.isNewExpression(node) && !(node.arguments?.[0] && isFixed(node.arguments[0])) ? "new RegExp of what is not written here" : calledName(node) === "RegExp" && ts.isCallExpression(node) ? "RegExp()" : null),
    red: ["new RegExp(text)", "new RegExp(`^${text}`)", "RegExp(text)"],
    green: ["new RegExp('^a$')", "/^a$/.test(text)", "new RegExp(`^${CITY}`)"],
    allowed: {
      "packages/extract/address.ts": "patterns of this file, put together", "packages/extract/exemptions.ts": "all patterns of the file as one", "packages/extract/payment-references.ts": "what stands for a digit is one of two classes", "packages/extract/candidates.ts": "the grouping sign is one of a fixed few", "packages/extract/currency.ts": "the source of another pattern", "src/doors/web-files.ts": "addresses of our own routes, escaped",
    },
    remedy: "Search with includes and indexOf, or write the pattern out.",
  }));

  test("V1.3.10 no user's text is a format", () => holds({
    find: (source) => every(source, (node) => {
      if (ts.isImportDeclaration(node) && /^(node:)?util$/.test(importOf(node)!) && /\b(format|formatWithOptions)\b/.test(node.importClause?.getText() ?? "")) return "util.format";
      if (/sprintf|intl-messageformat|handlebars|mustache|ejs|lodash/.test(importOf(node) ?? "")) return `imports ${importOf(node)}`;
      const name = calledName(node) ?? "";
      return /^console\.(log|info|warn|error|debug)$/.test(name) && ts.isCallExpression(node) && node.arguments.length > 1 && !isFixed(node.arguments[0]!) ? `${name} with a format that is not written here` : null;
    }),
    red: ["import { format } from 'node:util'", "console.log(text, other)", "import ejs from 'ejs'"],
    green: ["console.log('a %s', text)", "console.log(text)"],
    remedy: "Use a template literal.",
  }));

  test("V1.5.2 nothing is read from a form that can make objects of any kind", () => holds({
    find: (source) => every(source, (node) => (/^((node:)?v8|yaml|js-yaml|node-serialize|serialize-javascript|funcster|pickle|bson|msgpack)/.test(importOf(node) ?? "") ? `imports ${importOf(node)}` : /^(v8|serialize)\.(deserialize|unserialize)$/.test(calledName(node) ?? "") ? calledName(node) : null)),
    red: ["import v8 from 'node:v8'", "import yaml from 'js-yaml'", "import { unserialize } from 'node-serialize'"],
    green: ["JSON.parse(text)"],
    remedy: "JSON through a zod schema, or XML through packages/einvoice/xml.ts.",
  }));

  test("V6.5.3 V11.5.1 V7.2.3 chance comes from the system's generator, secrets have 256 bits, and no UUID is a secret", () => holds({
    find: (source) => every(source, (node) => {
      const name = calledName(node) ?? "";
      if (/^Math\.random$/.test(name)) return "Math.random";
      if (/(^|\.)(randomBytes|getRandomValues|pseudoRandomBytes)$/.test(name) && ts.isCallExpression(node)) {
        const bytes = node.arguments[0];
        const length = bytes && ts.isNumericLiteral(bytes) ? Number(bytes.text) : null;
        if (name.endsWith("pseudoRandomBytes")) return name;
        return length === null || length >= 16 ? null : `${length} random bytes`;
      }
      if (!/randomUUID$/.test(name) || source.fileName in notSecret) return null;
      for (let up = node.parent; up && !ts.isStatement(up); up = up.parent) {
        const label = ts.isVariableDeclaration(up) || ts.isPropertyAssignment(up) ? up.name.getText() : ts.isCallExpression(up) && up !== node ? calledName(up) ?? "" : "";
        if (/token|secret|password|passcode|hashOf|nonce|verifier/i.test(label)) return `a UUID as ${label}`;
        if (ts.isVariableDeclaration(up) || ts.isPropertyAssignment(up)) return null;
      }
      return null;
    }),
    red: ["const a = Math.random()", "const token = randomUUID()", "const x = { resetToken: randomUUID() }", "const code = randomBytes(4)", "hashOf(crypto.randomUUID())"],
    green: ["const token = newToken()", "const id = randomUUID()", "const key = randomBytes(32)", "const salt = randomBytes(16)"],
    allowed: {
      "src/platform/sealing.ts": "nonces of AES-256-GCM: 12 bytes, or 7 with a frame counter", "src/platform/secrets.ts": "6 bytes in the name of a temporary file",
      "src/platform/process-lock.ts": "6 bytes in the name of a temporary file", "src/platform/postgres/launcher.ts": "4 bytes in the name of a temporary folder",
    },
    remedy: "Secrets are made by newToken() of platform/tokens.ts, or randomBytes(32).",
  }));

  test("V11.4.1 V11.4.3 hashes are SHA-256 or better", () => holds({
    find: (source) => every(source, (node) => {
      if (!ts.isCallExpression(node) || !/(^|\.)(createHash|createHmac|createSign|createVerify|hash|pbkdf2(Sync)?)$/.test(calledName(node) ?? "")) return null;
      const text = node.arguments.find((one) => ts.isStringLiteralLike(one) && /^(md[245]|sha-?1|rsa-(md5|sha1)|ripemd\w*)$/i.test((one as ts.StringLiteral).text));
      return text ? `${calledName(node)} ${text.getText()}` : null;
    }),
    red: ["createHash('md5')", "createHash(\"sha1\")", "createHmac('SHA1', key)", "crypto.createSign('RSA-SHA1')"],
    green: ["createHash('sha256')", "createHmac('sha384', key)"],
    allowed: { "src/sign-in/leaked.ts": "the list of leaked passwords is kept by SHA-1; five digits of it are asked for, and nothing is protected by it" },
    remedy: "Use SHA-256, SHA-384 or SHA-512.",
  }));

  test("V11.3.1 V11.3.2 ciphers are AES-256-GCM; ECB, plain CBC and PKCS#1 v1.5 encryption are nowhere", () => holds({
    find: (source) => every(source, (node) => {
      const name = calledName(node) ?? "";
      if (ts.isCallExpression(node) && /(^|\.)createC?(De)?[cC]ipheriv$/.test(name)) return node.arguments[0] && ts.isStringLiteralLike(node.arguments[0]) && node.arguments[0].text === "aes-256-gcm" ? null : `${name}(${node.arguments[0]?.getText()})`;
      if (/(^|\.)(createCipher|createDecipher)$/.test(name)) return name;
      return ts.isPropertyAccessExpression(node) && /^RSA_(PKCS1_PADDING|NO_PADDING)$/.test(node.name.text) ? node.name.text : ts.isStringLiteralLike(node) && /rsa-1_5/.test(node.text) && !/denied|refuse|forbid/i.test(node.parent?.parent?.getText().slice(0, 200) ?? "") ? "rsa-1_5" : null;
    }),
    red: ["createCipheriv('aes-256-ecb', key, iv)", "createDecipheriv('aes-128-cbc', key, iv)", "createCipheriv(mode, key, iv)", "createCipher('aes', key)", "const p = constants.RSA_PKCS1_PADDING"],
    green: ["createCipheriv('aes-256-gcm', key, nonce)"],
    remedy: "Seal with platform/sealing.ts.",
  }));

  test("V12.3.2 no certificate goes unchecked", () => holds({
    find: (source) => every(source, (node) => {
      if (propertyIs(node, "rejectUnauthorized", ts.SyntaxKind.FalseKeyword)) return "rejectUnauthorized: false";
      if (ts.isStringLiteralLike(node) && /NODE_TLS_REJECT_UNAUTHORIZED|--insecure/.test(node.text)) return node.text;
      if (ts.isPropertyAccessExpression(node) && node.name.text === "NODE_TLS_REJECT_UNAUTHORIZED") return node.name.text;
      return ts.isPropertyAssignment(node) && node.name.getText() === "checkServerIdentity" && /=>\s*undefined|\{\s*\}/.test(node.initializer.getText()) ? "checkServerIdentity that checks nothing" : null;
    }),
    red: ["connect({ rejectUnauthorized: false })", "process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'", "const a = { checkServerIdentity: () => undefined }"],
    green: ["connect({ ca, rejectUnauthorized: true })"],
    remedy: "Give the peer's CA as a file in the configuration.",
  }));

  test("V15.3.5 equality is strict, and no type check is switched off", () => {
    holds({
      find: (source) => every(source, (node) => {
        if (!ts.isBinaryExpression(node) || ![ts.SyntaxKind.EqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsToken].includes(node.operatorToken.kind)) return null;
        return node.right.kind === ts.SyntaxKind.NullKeyword ? null : node.getText(); // `x != null` is the one comparison that means null and undefined
      }).concat(every(source, (node) => node === source && /@ts-(ignore|nocheck|expect-error)/.test(source.text) ? "a switched-off type check" : null)),
      red: ["if (a == b) go()", "if (a != '1') go()", "// @ts-ignore\ngo()"],
      green: ["if (a === b) go()", "if (a != null) go()"],
      remedy: "Compare with === and mend the type.",
    });
    const options = JSON.parse(readFileSync(join(rootDir, "tsconfig.json"), "utf8")).compilerOptions;
    expect(options).toMatchObject({ strict: true, noUncheckedIndexedAccess: true, noFallthroughCasesInSwitch: true });
    expect(JSON.parse(readFileSync(join(rootDir, "tsconfig.web.json"), "utf8"))).toMatchObject({ extends: "./tsconfig.json" });
  });

  test("V1.2.2 links lead to our own pages, to a mail or telephone program, or to an address that was checked", () => holds({
    find: (source) => every(source, (node) => {
      if (ts.isJsxAttribute(node) && isAddress(node) && node.initializer && ts.isJsxExpression(node.initializer) && node.initializer.expression) return addressFault(node.initializer.expression);
      if (ts.isCallExpression(node) && /^(window\.open|location\.(assign|replace)|window\.location\.(assign|replace))$/.test(calledName(node) ?? "")) return addressFault(node.arguments[0]!);
      if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken && /(^|\.)location(\.href)?$/.test(node.left.getText())) return addressFault(node.right);
      return null;
    }),
    red: ["const a = <a href={supplier.website}>x</a>", "const a = <a href={`${text}/x`}>x</a>", "window.open(text)", "location.assign(params.next)", "const a = <img src={`https://${host}/`} />", "location.href = next", "const place = params.next; const a = <a href={place}>x</a>"],
    green: ["const place = `/invoices/${id}`; const a = <a href={place}>x</a>", "const a = <Table href={(row) => `/a/${row.id}`} />", "const a = <Empty action={<Button />} />", "const a = <a href={`/inbox/${id}`}>x</a>", "const a = <a href={`mailto:${email}`}>x</a>", "location.assign('/')", "const a = <a href=\"https://counterfoil.example\">x</a>"],
    allowed: ownAddresses,
    remedy: "Begin the address with /, mailto: or tel:, or let parseMarkdown judge it; then list the file here with its reason.",
  }));

  test("V3.5.5 no page listens to messages of other windows", () => holds({
    find: (source) => every(source, (node) => {
      if (/\.postMessage$/.test(calledName(node) ?? "") && /window|parent|opener|top/.test(calledName(node)!)) return calledName(node);
      return ts.isCallExpression(node) && /^(window\.|globalThis\.)?addEventListener$/.test(calledName(node) ?? "") && node.arguments[0] && ts.isStringLiteralLike(node.arguments[0]) && node.arguments[0].text === "message" ? "listens to message" : null;
    }),
    red: ["window.addEventListener('message', go)", "parent.postMessage(x, '*')", "addEventListener('message', go)"],
    green: ["window.addEventListener('keydown', go)"],
    remedy: "Nothing of ours runs in two windows.",
  }));
});

/** Files with an address from elsewhere, and why it can be trusted. */
const ownAddresses: Record<string, string> = {
  "src/exports/screens/exports.tsx": "the API's own address of an export", "src/invoices/screens/list.tsx": "placeOfInvoice, which begins with /invoices/",
  "src/proposals/screens/prose.tsx": "parseMarkdown passes http, https and mailto only (its test below)", "src/sign-in/screens/entrance.tsx": "nextPlace, which takes a path of our own only",
  "src/sign-in/screens/sign-in.tsx": "ways in, as our API lists them: /api/sso/…", "src/sso/screens/company.tsx": "the same", "src/sso/screens/connect.tsx": "where our API says the sign-in goes on: a path that safeNext passed",
  "src/sso/screens/links.tsx": "the configured provider's address, from our API (its test: next and redirects, src/sso)",
  "src/trust/screens/promises.tsx": "pages and addresses of the registry of promises and of the configuration", "src/web/api.ts": "toPage is called with the places of sign-in",
  "src/web/components/button.tsx": "DownloadLink hands its address on", "src/web/components/overlays.tsx": "a menu hands its address on", "src/web/components/evidence.tsx": "a picture of our own as blob",
};

/** An address that the browser follows: of a native element, or the href that a component hands on to one. */
const isAddress = (node: ts.JsxAttribute): boolean => node.name.getText() === "href" || (/^(src|action|formAction|xlinkHref)$/.test(node.name.getText()) && /^[a-z]/.test(node.parent.parent.tagName.getText()));

function addressFault(node: ts.Expression, depth = 0): string | null {
  if (ts.isConditionalExpression(node)) return addressFault(node.whenTrue, depth) ?? addressFault(node.whenFalse, depth);
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAsExpression(node)) return addressFault(node.expression, depth);
  if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) return addressFault(node.body, depth);
  if (ts.isIdentifier(node) && node.text === "undefined") return null;
  if (ts.isCallExpression(node) && node.arguments[0] && ts.isStringLiteralLike(node.arguments[0])) return addressFault(node.arguments[0], depth); // exportAddress("/api/…", filters)
  if (ts.isIdentifier(node) && depth < 3) {
    const made: ts.Expression[] = [];
    every(node.getSourceFile(), (one) => { if (ts.isVariableDeclaration(one) && one.name.getText() === node.text && one.initializer) made.push(one.initializer); return null; });
    if (made.length > 0) return made.map((one) => addressFault(one, depth + 1)).find(Boolean) ?? null;
  }
  if (ts.isTemplateExpression(node) && node.head.text === "" && depth < 3) return addressFault(node.templateSpans[0]!.expression, depth + 1);
  const head = ts.isStringLiteralLike(node) ? node.text : ts.isTemplateExpression(node) ? node.head.text : null;
  if (head === null) return `an address in ${node.getText().slice(0, 60)}`;
  return /^(\/(?!\/)|\?|mailto:|tel:|#|blob:|\.\/)/.test(head) || (ts.isStringLiteralLike(node) && /^https:\/\//.test(head)) ? null : `an address that begins with ${head.slice(0, 30)}`;
}

function folderOf(path: string, ending: RegExp): string[] {
  return readdirSync(join(rootDir, path), { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile() && ending.test(entry.name)).map((entry) => relative(rootDir, join(entry.parentPath, entry.name)).split(sep).join("/"));
}
