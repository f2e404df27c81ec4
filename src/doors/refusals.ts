import { declareRefusals } from "../platform/refusal.ts";

/** What every request may be told before it reaches a noun. */
export const doors = declareRefusals({
  wrong_origin: [403, "This request came from another site. Open Counterfoil itself and try again."],
  wrong_host: [421, "This address is not one that this server answers to. Set COUNTERFOIL_PUBLIC_URL to the address people use."],
  wrong_destination: [403, "This is only for Counterfoil's own pages. Open Counterfoil and look there."],
  ambiguous: [400, "The header {header} stands more than once, so it could be understood in two ways. Send it once."],
  wrong_method: [405, "This address does not take {method}. It takes {allowed}."],
  not_encrypted: [403, "This server is only reachable over HTTPS. Use the https address."],
  too_many_requests: [429, "Too many requests in a short time. Try again in {seconds} seconds."],
  too_many_parts: [413, "One request takes up to 100 files and 20 fields. Send the rest in another request."],
  too_large: [413, "This is larger than the {limit} that one request may have."],
  not_supported: [415, "This kind of content is not accepted here. Send application/json, or multipart/form-data for files."],
  bad_request: [400, "This request cannot be read. Check its form."],
  broken_upload: [400, "The upload broke off, or it is no well-formed multipart/form-data. Send it again."],
  already_there: [409, "There is one with this number or name already. Choose another, or change the one that is there."],
  busy: [503, "Somebody else was changing the same thing. Try again in a few seconds."],
  unavailable: [503, "The database is restarting. Try again in a few seconds."],
  overloaded: [503, "The server has more to do than it can. Try again in {seconds} seconds."],
  your_share: [429, "Your workspace has too many requests waiting. Send fewer at once; try again in {seconds} seconds."],
  stopping: [503, "The server is being stopped or updated. Try again in {seconds} seconds."],
  too_slow: [408, "The request did not arrive in time. Send it again over a better line, or in smaller parts."],
  broken: [500, "Something broke on our side. Your entry is kept. Try again; if it stays, quote {requestId}."],
  key_reused: [409, "This Idempotency-Key was used for another request. Use a fresh one."],
  shown_once: [409, "This was done already, and its answer held a secret that is shown only once. Make a new one if it is lost."],
});
