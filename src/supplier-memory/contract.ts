// Shapes on the wire of supplier memory. Read by the browser too.
import { z } from "zod";
import { Uuid } from "../platform/fields.ts";

export const LearnedLayout = z.object({
  id: Uuid,
  documents: z.number().int().describe("Corrected or confirmed documents it was learned from"),
  fields: z.array(z.string()).describe("Fields whose place is known; \"lines\" for the table of items"),
  confirmed: z.number().int().describe("How often a remembered place was right"),
  failed: z.number().int().describe("How often one misled"),
  source: z.enum(["lesson", "import"]),
  learnedAt: z.string(),
  learnedBy: z.string(),
});
export type LearnedLayout = z.infer<typeof LearnedLayout>;

export const Lesson = z.object({
  id: Uuid,
  receivedInvoiceId: Uuid,
  state: z.enum(["waiting", "taken", "not_taken", "nothing"]).describe("not_taken: it would have made confirmed values wrong; nothing: there was nothing to learn"),
  fixes: z.number().int().nullable().describe("Values of confirmed documents that become right"),
  breaks: z.number().int().nullable(),
  documents: z.number().int().nullable().describe("Confirmed documents it was tried on"),
  askedAt: z.string(),
  askedBy: z.string(),
});
export type Lesson = z.infer<typeof Lesson>;

export const SupplierMemory = z.object({ layouts: z.array(LearnedLayout), lessons: z.array(Lesson).describe("The newest ten") });
export type SupplierMemory = z.infer<typeof SupplierMemory>;

export const ImportMemory = z.object({ memory: z.unknown().describe("A memory as exported: { version, layouts }") });
export const Imported = z.object({ layouts: z.number().int().describe("Layouts taken in") });
