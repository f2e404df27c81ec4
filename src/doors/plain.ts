import { createServer, type Server } from "node:http";
import type { Config } from "../platform/config.ts";
import { cleanHeaders, isApi, loopbackNames } from "./address.ts";
import { standingHeaders } from "./headers.ts";
import { doors } from "./refusals.ts";
import { answerClientError, newRequestId, SOCKETS } from "./sockets.ts";

/**
 * The listener beside TLS for people who type the address without https (COUNTERFOIL_HTTP_PORT). It serves nothing: a page
 * is told its encrypted address by 308, anything of the API is refused, so that no program goes on sending keys in clear.
 */
export function createPlainListener(config: Pick<Config, "publicUrl">): Server {
  const own = new URL(config.publicUrl);
  const server = createServer({ headersTimeout: SOCKETS.headersMs, requestTimeout: SOCKETS.headersMs, keepAliveTimeout: 5_000, maxHeaderSize: SOCKETS.headerBytes, connectionsCheckingInterval: 1000, requireHostHeader: false }, (request, response) => {
    const requestId = newRequestId();
    const url = request.url ?? "/";
    for (const [name, value] of Object.entries({ ...standingHeaders(url, false), "x-request-id": requestId, connection: "close" })) response.setHeader(name, value);
    const host = (request.headers.host ?? "").replace(/:\d+$/, "").toLowerCase();
    const refusal = host !== own.hostname && !loopbackNames.has(host) ? doors.refuse("wrong_host")
      : isApi(url) || !["GET", "HEAD"].includes(request.method ?? "") || !isClean(() => cleanHeaders(request, false)) ? doors.refuse("not_encrypted") : null;
    if (!refusal) {
      response.writeHead(308, { location: config.publicUrl + url, "content-length": "0" }).end();
      return;
    }
    const body = JSON.stringify({ code: refusal.code, message: refusal.message, requestId });
    response.writeHead(refusal.status, { "content-type": "application/json; charset=utf-8", "content-length": String(Buffer.byteLength(body)) }).end(body);
  });
  server.maxConnections = 500;
  server.setTimeout(SOCKETS.headersMs);
  server.on("clientError", answerClientError);
  return server;
}

const isClean = (check: () => void): boolean => {
  try {
    check();
    return true;
  } catch {
    return false;
  }
};
