import type { Overlay, ScreenRoute } from "../../web/kit.ts";

export const routes: ScreenRoute[] = [
  { path: "/inbox", title: "Inbox", needs: "received.read", screen: () => import("./inbox.tsx").then((module) => module.Inbox) },
  { path: "/inbox/$id", title: "Review", needs: "received.read", layout: "focus", screen: () => import("./review.tsx").then((module) => module.Review) },
];

/** Files may be dropped, pasted or picked on every signed-in page; the tray says what becomes of them. */
export const overlays: Overlay[] = [{ name: "uploads", component: () => import("./upload.tsx").then((module) => module.Uploads) }];
