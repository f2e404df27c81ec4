// An access point as docs/access-point.md describes it, for tests: a real server on loopback, which can be told to fail.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export type TakenDocument = { id: string; xml: string; headers: Record<string, string | undefined>; status: "sent" | "delivered" | "rejected"; message?: string };
export type AccessPointDouble = {
  url: string; key: string; host: string;
  documents: Map<string, TakenDocument>;
  /** Answers to give before it works again: statuses, with an optional message; "break" ends the connection. */
  trouble: ({ status: number; message?: string; body?: string } | "break")[];
  requests: string[];
  close(): Promise<void>;
};

export async function anAccessPoint(): Promise<AccessPointDouble> {
  const key = "ap-key-1234";
  const double: Omit<AccessPointDouble, "url" | "host" | "close"> = { key, documents: new Map(), trouble: [], requests: [] };
  const byIdempotency = new Map<string, string>();
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      double.requests.push(`${request.method} ${request.url}`);
      const say = (status: number, body: unknown) => response.writeHead(status, { "content-type": "application/json" }).end(typeof body === "string" ? body : JSON.stringify(body));
      const trouble = double.trouble.shift();
      if (trouble === "break") return void request.socket.destroy();
      if (trouble) return void say(trouble.status, trouble.body ?? { message: trouble.message });
      if (request.headers.authorization !== `Bearer ${key}`) return void say(401, { message: "Unknown key" });
      const known = /^\/api\/documents\/([\w-]+)$/.exec(request.url ?? "")?.[1];
      if (request.method === "GET" && known) {
        const document = double.documents.get(known);
        return void (document ? say(200, { id: known, status: document.status, message: document.message }) : say(404, { message: "No such document" }));
      }
      if (request.method !== "POST" || request.url !== "/api/documents") return void say(404, { message: "No such page" });
      const idempotency = String(request.headers["idempotency-key"]);
      const id = byIdempotency.get(idempotency) ?? `doc-${double.documents.size + 1}`;
      if (!byIdempotency.has(idempotency)) {
        byIdempotency.set(idempotency, id);
        double.documents.set(id, { id, xml: Buffer.concat(chunks).toString("utf8"), headers: request.headers as TakenDocument["headers"], status: "sent" });
      }
      say(202, { id, status: "accepted" });
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(double, { url: `http://${host}/api`, host, close: () => new Promise<void>((done) => { server.closeAllConnections(); server.close(() => done()); }) });
}
