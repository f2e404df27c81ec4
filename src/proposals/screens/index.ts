import type { ScreenRoute } from "../../web/kit.ts";

export const routes: ScreenRoute[] = [
  { path: "/proposals", title: "Proposals", needs: "proposals.read", screen: () => import("./list.tsx").then((module) => module.ProposalList) },
  { path: "/proposals/new", title: "New proposal", needs: "proposals.write", screen: () => import("./new.tsx").then((module) => module.NewProposalPage) },
  { path: "/proposals/$id", title: "Proposal", needs: "proposals.read", screen: () => import("./record.tsx").then((module) => module.ProposalRecord) },
  { path: "/proposals/$id/edit", title: "Edit proposal", needs: "proposals.write", layout: "focus", screen: () => import("./editor.tsx").then((module) => module.ProposalEditor) },
  { path: "/p/$token", title: "Proposal", layout: "public", screen: () => import("./buyer.tsx").then((module) => module.BuyerPage) },
];
