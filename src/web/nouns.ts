import type { Overlay, ScreenRoute } from "./screen.ts";

// Every noun's door to the browser: src/<noun>/screens/index.ts exports `routes` and perhaps `overlays`. The screens behind them are fetched when visited.
const doors = import.meta.glob<{ routes?: readonly ScreenRoute[]; overlays?: readonly Overlay[] }>("../*/screens/index.ts", { eager: true });

export const routes: readonly ScreenRoute[] = Object.values(doors).flatMap((door) => door.routes ?? []);
export const overlays: readonly Overlay[] = Object.values(doors).flatMap((door) => door.overlays ?? []);
