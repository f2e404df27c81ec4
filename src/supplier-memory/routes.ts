import { z } from "zod";
import { IdParams, route, sendFile } from "../platform/http.ts";
import { Uuid } from "../platform/fields.ts";
import { Imported, ImportMemory, SupplierMemory } from "./contract.ts";
import { exportMemory, forget, importMemory, lookAtMemory } from "./memory.ts";

const tag = "Supplier memory";
const LayoutParams = z.object({ id: Uuid, layout: Uuid });

export const routes = [
  route({
    method: "GET", url: "/api/supplier-memory/:id", tag, summary: "What was learned from a supplier's corrected documents", permission: "suppliers.read", params: IdParams, answer: SupplierMemory,
    handler: ({ scope, params }) => lookAtMemory(scope, params.id),
  }),
  route({
    method: "GET", url: "/api/supplier-memory/:id/export", tag, summary: "The same as JSON, to keep or hand on", permission: "suppliers.read", params: IdParams, answer: "bytes",
    async handler({ scope, params, reply }) {
      const { bytes, name } = await exportMemory(scope, params.id);
      return sendFile(reply, bytes, { name, mediaType: "application/json", sizeBytes: bytes.length });
    },
  }),
  route({
    method: "POST", url: "/api/supplier-memory/:id/import", tag, summary: "Takes in an exported memory", permission: "suppliers.write", params: IdParams, body: ImportMemory, answer: Imported, ratePerMinute: 30,
    handler: ({ scope, params, body }) => importMemory(scope, params.id, body.memory),
  }),
  route({
    method: "DELETE", url: "/api/supplier-memory/:id", tag, summary: "Forgets everything learned of a supplier", permission: "suppliers.write", params: IdParams, answer: SupplierMemory,
    handler: ({ scope, params }) => forget(scope, params.id, null),
  }),
  route({
    method: "DELETE", url: "/api/supplier-memory/:id/layouts/:layout", tag, summary: "Forgets one layout", permission: "suppliers.write", params: LayoutParams, answer: SupplierMemory,
    handler: ({ scope, params }) => forget(scope, params.id, params.layout),
  }),
];
