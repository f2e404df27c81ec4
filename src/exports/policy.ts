import { declareRefusals } from "../platform/refusal.ts";

export const { refuse, refuseIf, explain } = declareRefusals({
  nothing_to_export: [409, "No approved document fits this selection. Approve some first, or include those exported before."],
  export_building: [409, "The file is still being made. Try again in a few seconds."],
  export_deleted: [410, "This export was deleted on {date}: it held an original whose time under the workspace's retention setting was over. Start it again for those that are kept."],
  export_failed: [409, "This export could not be made: {reason} Start it again."],
});
