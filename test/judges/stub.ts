// A server full of planted defects, on which each judge must cry. It is never part of the product.
import { createServer as createPlain, type Server } from "node:http";
import { createServer as createEncrypted } from "node:https";
import type { AddressInfo } from "node:net";
import { makeCertificate } from "../certificate.ts";

const listen = async (server: Server): Promise<{ port: number; close(): void }> => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: (server.address() as AddressInfo).port, close: () => { server.close(); server.closeAllConnections(); } };
};

/** Old TLS with weak suites. */
export const weakTls = () => {
  const { cert, key } = makeCertificate("localhost");
  return listen(createEncrypted({ cert, key, minVersion: "TLSv1", maxVersion: "TLSv1.2", ciphers: "ALL:@SECLEVEL=0" }, (_request, response) => response.end("hello")) as unknown as Server);
};

/** A page that answers the way a careless program does: what is typed comes back as markup, errors of the database are shown, redirects go anywhere. */
export const careless = () => listen(createPlain((request, response) => {
  const url = new URL(request.url ?? "/", "http://localhost");
  const text = url.searchParams.get("q") ?? "";
  if (url.pathname === "/item") {
    // Answers as PostgreSQL would to id = $text put into the statement.
    const id = url.searchParams.get("id") ?? "";
    const broken = (id.match(/'/g) ?? []).length % 2 === 1;
    const asserts = /^1(?:\s+AND\s+(\d+)=(\d+))?(?:\s*--.*)?$/i.exec(id);
    response.writeHead(broken ? 500 : 200, { "content-type": "text/html" });
    response.end(broken ? "<pre>PG::SyntaxError: ERROR: unterminated quoted string at or near \"'\" LINE 1: select * from item where id = 1'</pre>" : asserts && asserts[1] === asserts[2] ? "<h1>One item</h1><p>A long description of the only item that there is.</p>" : "<h1>No item</h1>");
    return;
  }
  if (url.pathname === "/go") return void response.writeHead(302, { location: (url.searchParams.get("to") ?? "/").replace(/[^\x21-\x7e]/g, "") }).end();
  response.writeHead(200, { "content-type": "text/html", "set-cookie": "session=1" }).end(`<html><body><a href="/?q=x">q</a><a href="/item?id=1">item</a><a href="/go?to=/">go</a><p>${text}</p></body></html>`);
}));
