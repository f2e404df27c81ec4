import { createServer as createPlain, STATUS_CODES, type IncomingMessage, type RequestListener, type Server, type ServerOptions, type ServerResponse } from "node:http";
import { createServer as createEncrypted } from "node:https";
import type { Duplex } from "node:stream";
import type { TLSSocket } from "node:tls";
import type { SecureContextOptions } from "node:tls";
import { standingHeaders } from "./headers.ts";
import { doors } from "./refusals.ts";

/** How long and how large the parts of a request may be before there is a request at all. Times in milliseconds. */
export const SOCKETS = {
  /** From the first byte to the last header, and to the last byte of the body (an upload over a slow line). */
  headersMs: 10_000,
  requestMs: 300_000,
  /** From the headers to the last byte of a body that is no upload. */
  bodyMs: 20_000,
  /** A connection without a request, and one on which nothing moves. */
  keepAliveMs: 65_000,
  idleMs: 120_000,
  headerBytes: 16 * 1024,
  headerCount: 100,
  connections: 4_000,
} as const;

/**
 * The server under the application: plain (loopback, or behind a declared proxy) or encrypted. Node's own answers to what
 * is no HTTP have our headers and our shape too. Its parser is the strict one: both lengths, a second length, spaces in
 * header names, bare line feeds and unknown methods are refused, and the connection closed.
 */
export function createSocketServer(handler: RequestListener, tls: (SecureContextOptions & { honorCipherOrder: boolean }) | null): Server {
  const options: ServerOptions = {
    insecureHTTPParser: false, maxHeaderSize: SOCKETS.headerBytes, headersTimeout: SOCKETS.headersMs, requestTimeout: SOCKETS.requestMs, keepAliveTimeout: SOCKETS.keepAliveMs,
    connectionsCheckingInterval: 1000, requireHostHeader: false, // the door says so, with our headers
  };
  const server = tls ? createEncrypted({ ...options, ...tls, ALPNProtocols: ["http/1.1"], handshakeTimeout: 10_000 }, handler) as unknown as Server : createPlain(options, handler);
  server.maxHeadersCount = SOCKETS.headerCount;
  server.maxConnections = SOCKETS.connections;
  server.setTimeout(SOCKETS.idleMs);
  server.on("checkExpectation", (request: IncomingMessage, response: ServerResponse) => {
    answerRaw(request.socket, 417, "bad_request", doors.explain("bad_request"));
    response.destroy();
  });
  server.on("connect", (_request: IncomingMessage, socket: Duplex) => answerRaw(socket, 405, "wrong_method", doors.explain("wrong_method", { method: "CONNECT", allowed: allMethods.join(", ") })));
  return server;
}

/** The methods that any address may take. */
export const allMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

/** What the parser could not take for a request. */
export function answerClientError(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === "ECONNRESET" || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  if (error.code === "HPE_HEADER_OVERFLOW") answerRaw(socket, 431, "too_large", doors.explain("too_large", { limit: "16 kB of headers" }));
  else if (error.code === "ERR_HTTP_REQUEST_TIMEOUT") answerRaw(socket, 408, "too_slow", doors.explain("too_slow"));
  else if (error.code === "HPE_INVALID_METHOD") answerRaw(socket, 405, "wrong_method", doors.explain("wrong_method", { method: "this method", allowed: allMethods.join(", ") }));
  else answerRaw(socket, 400, "bad_request", doors.explain("bad_request"));
}

/** Writes an answer where there is no request to answer, and closes the connection. */
export function answerRaw(socket: Duplex, status: number, code: string, message: string): void {
  const requestId = newRequestId();
  const body = JSON.stringify({ code, message, requestId });
  const headers: Record<string, string> = {
    ...standingHeaders("/api/", (socket as TLSSocket).encrypted === true), "x-request-id": requestId, "content-type": "application/json; charset=utf-8",
    "content-length": String(Buffer.byteLength(body)), date: new Date().toUTCString(), connection: "close", ...(status === 405 ? { allow: allMethods.join(", ") } : {}),
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join("");
  if (socket.writable) socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n${body}`);
  setTimeout(() => socket.destroy(), 1000).unref(); // a client that reads nothing is not waited for
}

/** A name for one request, which its answer, its log lines and its events carry. None is taken from outside. */
export const newRequestId = (): string => `req_${crypto.randomUUID().replaceAll("-", "").slice(0, 20)}`;
