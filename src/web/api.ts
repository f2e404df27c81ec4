import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from "@tanstack/react-query";
import createClient from "openapi-fetch";
import { useCallback, useState } from "react";
import type { paths } from "./openapi.d.ts";

/**
 * What the server answers when it refuses or breaks: a code for programs, a sentence for people, the request's id for the log, and, for a body
 * that does not fit, one sentence per field (path with dots: "lines.0.quantity").
 */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;
  readonly fields: Readonly<Record<string, string>>;
  constructor(status: number, body: { code?: string; message?: string; requestId?: string | null; fields?: unknown }) {
    super(body.message ?? sentenceFor(status));
    this.name = "ApiError";
    this.status = status;
    this.code = body.code ?? (status === 0 ? "unreachable" : "unknown");
    this.requestId = body.requestId ?? null;
    this.fields = fieldsOf(body.fields);
  }
}

function sentenceFor(status: number): string {
  if (status === 0) return "We could not reach the server. Try again when you are connected.";
  if (status === 401) return "You are signed out. Sign in again.";
  if (status === 403) return "Your role does not allow this. Ask an owner or admin.";
  if (status === 404) return "This is not here. It may have been deleted, or belong to another workspace.";
  if (status === 413) return "This is larger than the server accepts.";
  if (status === 429) return "Too many requests in a minute. Wait a little, then try again.";
  return "Something broke on our side. Your entry is kept. Try again.";
}

function fieldsOf(fields: unknown): Record<string, string> {
  if (Array.isArray(fields)) {
    return Object.fromEntries(fields.flatMap((field: { path?: unknown; field?: unknown; message?: unknown }) => {
      const path = field.path ?? field.field;
      return [[Array.isArray(path) ? path.join(".") : String(path ?? ""), String(field.message ?? "")]];
    }));
  }
  if (fields && typeof fields === "object") return Object.fromEntries(Object.entries(fields).map(([path, message]) => [path, Array.isArray(message) ? String(message[0]) : String(message)]));
  return {};
}

/** Any thrown thing as an ApiError, so that screens show one shape. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError(0, { code: "unreachable" });
}

// The types: a path that openapi.json knows gives its parameters, body and answer; `useApiQuery<Shape>(path)` states the answer by hand.
type Verb = "get" | "post" | "put" | "patch" | "delete";
type KnownPath<V extends Verb> = { [P in keyof paths]: paths[P] extends Record<V, infer O> ? (O extends undefined ? never : P) : never }[keyof paths] & string;
type Operation<P, V extends Verb> = P extends keyof paths ? (paths[P] extends Record<V, infer O> ? O : never) : never;
type Json<C> = C extends { content: { "application/json": infer T } } ? T : undefined;
/** The answer of an operation: the JSON of its 2xx response. */
export type Answer<P, V extends Verb = "get"> = Operation<P, V> extends { responses: infer R } ? { [S in keyof R]: S extends 200 | 201 | 202 | 204 | "2XX" ? Json<R[S]> : never }[keyof R] : unknown;
/** The JSON body an operation takes. */
export type Body<P, V extends Verb> = Operation<P, V> extends { requestBody?: infer B } ? Json<NonNullable<B>> : unknown;

/** Path and query parameters an operation takes; null and undefined leave a query parameter out. */
type ParamsOf<P, V extends Verb> = (Operation<P, V> extends { parameters: { path: infer A } } ? { path: A } : { path?: undefined })
  & (Operation<P, V> extends { parameters: { query?: infer Q } } ? { query?: { [K in keyof Q]?: Q[K] | null } } : { query?: undefined });
type Optional<T> = { path?: undefined } extends T ? [options?: T] : [options: T];

type QueryValue = string | number | boolean | null | undefined;
export type Params = { path?: Record<string, string | number>; query?: Record<string, QueryValue | readonly string[]> };
export type RequestOptions = Params & { body?: unknown; signal?: AbortSignal; headers?: Record<string, string> };

const client = createClient<Record<string, never>>({ baseUrl: typeof location === "undefined" ? "http://localhost" : location.origin, credentials: "same-origin" }) as unknown as {
  request(method: Verb, path: string, init: unknown): Promise<{ data?: unknown; error?: unknown; response: Response }>;
};

/** Shows the dialog in which a person proves again who they are; answers whether they did. Sign-in hands it in, a moment after the first paint. */
let proveAgain: (() => Promise<boolean>) | null = null;
const waitingForProof = new Set<() => void>();
/** Whoever can ask for a proof says so here; the answer takes it back. */
export function answersStepUp(ask: () => Promise<boolean>): () => void {
  proveAgain = ask;
  for (const go of waitingForProof) go();
  return () => { if (proveAgain === ask) proveAgain = null; };
}
async function askForProof(): Promise<boolean> {
  if (!proveAgain) await new Promise<void>((resolve) => { waitingForProof.add(resolve); setTimeout(resolve, 5000); });
  waitingForProof.clear();
  return proveAgain ? proveAgain() : false;
}

/** Sends a request. A dangerous one that asks for a fresh proof is sent again once the person gave it. */
async function send(method: Verb, path: string, options: RequestOptions = {}, tries = 0): Promise<unknown> {
  const query = Object.fromEntries(Object.entries(options.query ?? {}).filter(([, value]) => value !== undefined && value !== null && value !== ""));
  let result: { data?: unknown; error?: unknown; response: Response };
  try {
    result = await client.request(method, path, {
      params: { path: options.path ?? {}, query },
      body: options.body,
      signal: options.signal,
      headers: options.headers,
      // FormData and files go as they are; everything else is JSON.
      bodySerializer: (body: unknown) => (body instanceof FormData || body instanceof Blob ? body : JSON.stringify(body)),
    });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    // An answer that is not JSON (a proxy's error page) is a broken server, not an unreachable one.
    throw Object.assign(new ApiError(cause instanceof SyntaxError ? 502 : 0, {}), { cause });
  }
  const { response } = result;
  if (response.ok) return result.data;
  const body = result.error && typeof result.error === "object" ? (result.error as Record<string, unknown>) : {};
  const error = new ApiError(response.status, { requestId: response.headers.get("x-request-id"), ...body });
  if (error.code === "step_up_needed" && tries < 2) {
    if (await askForProof()) return send(method, path, options, tries + 1);
    throw new ApiError(403, { code: "not_proved", message: "Nothing was done: this needs a proof that it is you." });
  }
  if (error.code === "second_factor_needed") toPage("/second-factor");
  if (error.code === "not_signed_in") {
    // Another request may have changed the session's id meanwhile: its cookie is here by now.
    if (tries === 0 && typeof location !== "undefined" && !openPages.test(location.pathname)) return send(method, path, options, 1);
    signedOut();
  }
  throw error;
}

/** One request; throws ApiError. Path parameters in braces: `api.get("/api/invoices/{id}", { path: { id } })`. */
export const api = {
  get: (<T>(path: string, options?: RequestOptions) => send("get", path, options) as Promise<T>) as Caller<"get">,
  post: (<T>(path: string, options?: RequestOptions) => send("post", path, options) as Promise<T>) as Caller<"post">,
  put: (<T>(path: string, options?: RequestOptions) => send("put", path, options) as Promise<T>) as Caller<"put">,
  patch: (<T>(path: string, options?: RequestOptions) => send("patch", path, options) as Promise<T>) as Caller<"patch">,
  delete: (<T>(path: string, options?: RequestOptions) => send("delete", path, options) as Promise<T>) as Caller<"delete">,
};
type Caller<V extends Verb> = {
  <P extends KnownPath<V>>(path: P, ...options: Optional<ParamsOf<P, V> & { body?: Body<P, V>; signal?: AbortSignal; headers?: Record<string, string> }>): Promise<Answer<P, V>>;
  <T = unknown>(path: string, options?: RequestOptions): Promise<T>;
};

const openPages = /^\/(sign-in|sign-up|second-step|second-factor|recover|confirm|not-me|reset|invite|p|i|verify|trust|privacy|sub-processors)(\/|$)/;
/** After a 401: to sign-in, keeping the place. Public pages and the sign-in pages stay where they are. */
const signedOut = (): void => toPage("/sign-in");

/** Leaves for a page of the sign-in, by a full load, and comes back to this place from there. */
function toPage(page: string): void {
  if (typeof location === "undefined" || openPages.test(location.pathname)) return;
  const place = location.pathname + location.search;
  location.assign(place === "/" ? page : `${page}?next=${encodeURIComponent(place)}`);
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // A refusal stays one; only an unreachable or breaking server is asked again.
      retry: (count, error) => count < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 502),
      retryDelay: (count) => 400 * 2 ** count,
    },
    mutations: { retry: false },
  },
});

/** The cache key of a request. `queryClient.invalidateQueries({ queryKey: ["/api/invoices"] })` refetches the list with every filter. */
export const keyOf = (path: string, params: Params = {}): unknown[] => [path, { path: params.path ?? {}, query: params.query ?? {} }];

type QuerySettings = { enabled?: boolean; /** Keeps showing the former answer while another is fetched (lists). */ keep?: boolean; refetchEveryMs?: number | false; staleMs?: number };
export type ApiQueryOptions = Params & QuerySettings;

/** A GET through the cache. `data`, `error` (ApiError), `isPending`, `refetch` as in TanStack Query. */
export function useApiQuery<P extends KnownPath<"get">>(path: P, ...options: Optional<ParamsOf<P, "get"> & QuerySettings>): UseQueryResult<Answer<P>, ApiError>;
export function useApiQuery<T = unknown>(path: string, options?: ApiQueryOptions): UseQueryResult<T, ApiError>;
export function useApiQuery(path: string, options: ApiQueryOptions = {}): UseQueryResult<unknown, ApiError> {
  return useQuery<unknown, ApiError>({
    queryKey: keyOf(path, options),
    queryFn: async ({ signal }) => (await api.get<unknown>(path, { path: options.path, query: options.query, signal })) ?? null,
    enabled: options.enabled ?? true,
    placeholderData: options.keep ? keepPreviousData : undefined,
    refetchInterval: options.refetchEveryMs,
    staleTime: options.staleMs,
  });
}

export type ApiMutationOptions<Input, Out> = {
  /** Path and query parameters and the body from the input; default: the input is the body. */
  request?: (input: Input) => RequestOptions;
  /** Paths whose cached answers are asked again afterwards: `["/api/invoices", "/api/invoices/{id}"]`. The session's counts always are. */
  refresh?: readonly string[];
  onDone?: (answer: Out, input: Input) => void;
};

/** A change. `mutate(input)`, `isPending`, `error` (ApiError) as in TanStack Query. Input and answer follow openapi.json, or are stated: `useApiMutation<Input, Answer>(…)`. */
export function useApiMutation<M extends Exclude<Verb, "get">, P extends KnownPath<M>>(method: M, path: P, options?: Omit<ApiMutationOptions<Body<P, M>, Answer<P, M>>, "request">): UseMutationResult<Answer<P, M>, ApiError, Body<P, M>>;
export function useApiMutation<Input = void, Out = unknown>(method: Exclude<Verb, "get">, path: string, options?: ApiMutationOptions<Input, Out>): UseMutationResult<Out, ApiError, Input>;
export function useApiMutation<Input, Out>(method: Exclude<Verb, "get">, path: string, options: ApiMutationOptions<Input, Out> = {}): UseMutationResult<Out, ApiError, Input> {
  const cache = useQueryClient();
  return useMutation<Out, ApiError, Input>({
    mutationFn: (input) => send(method, path, options.request ? options.request(input) : { body: input }) as Promise<Out>,
    onSuccess: async (answer, input) => {
      for (const stale of [...(options.refresh ?? []), "/api/session"]) void cache.invalidateQueries({ queryKey: [stale] });
      options.onDone?.(answer, input);
    },
  });
}

/** One page of a list as the API gives it. `total` where the server counts. */
export type Page<Row> = { items: Row[]; nextCursor: string | null; total?: number };

/** A list by keyset pages: what DataTable takes as `pages`. */
export type Pages<Row> = {
  rows: Row[];
  total: number | undefined;
  status: "loading" | "failed" | "full";
  error: ApiError | null;
  /** When the shown rows were fetched; on failure the last good ones stay, greyed, with this time. */
  fetchedAt: number;
  hasOlder: boolean;
  hasNewer: boolean;
  /** Which page, from 0. */
  index: number;
  /** Changes with list and filter. */
  identity: string;
  older(): void;
  newer(): void;
  again(): void;
};

// Cursors passed on the way, per list and filter, so that Back from a record finds the page again.
const trails = new Map<string, (string | null)[]>();

/**
 * A list by pages: GET with the given query plus `cursor` (and `limit`), answer `{ items, nextCursor }`. A changed filter starts at the newest page.
 */
export function usePages<Row>(path: string, options: ApiQueryOptions & { limit?: number } = {}): Pages<Row> {
  const identity = JSON.stringify(keyOf(path, options));
  const [, redraw] = useState(0);
  const trail = trails.get(identity) ?? [null];
  const cursor = trail[trail.length - 1];
  const query = useApiQuery<Page<Row>>(path, { ...options, keep: true, query: { ...options.query, limit: options.limit ?? 50, cursor } });
  const move = useCallback((next: (string | null)[]) => { trails.set(identity, next); redraw((count) => count + 1); }, [identity]);
  const nextCursor = query.data?.nextCursor ?? null;
  return {
    rows: query.data?.items ?? [],
    total: query.data?.total,
    status: query.data ? "full" : query.error ? "failed" : "loading",
    error: query.error,
    fetchedAt: query.dataUpdatedAt,
    hasOlder: nextCursor !== null && !query.isPlaceholderData,
    hasNewer: trail.length > 1,
    index: trail.length - 1,
    identity,
    older: () => { if (nextCursor !== null && !query.isPlaceholderData) move([...trail, nextCursor]); },
    newer: () => { if (trail.length > 1) move(trail.slice(0, -1)); },
    again: () => void query.refetch(),
  };
}
