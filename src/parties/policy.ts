import { declareRefusals } from "../platform/refusal.ts";

export const { refuse, refuseIf, explain } = declareRefusals({
  party_number_taken: [409, "{name} has this number already. Choose another."],
  party_archived: [409, "{name} is archived. Bring them back first."],
});
