import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { createRoot } from "react-dom/client";
import { config } from "zod/v4/core";
import { queryClient } from "./api.ts";
import { applyTheme, readPreference, type Theme } from "./preferences.ts";
import { router } from "./router.tsx";
// Radix finds this one under another name (vite.config.ts).
import "./remove-scroll.tsx";

// Schemas are interpreted: the policy of our pages lets no text become code, not even a test whether it may.
config({ jitless: true });
applyTheme(readPreference<Theme>("theme", "system"));
document.documentElement.lang = "en";

// Signed-in places all need the frame: fetch it beside the screen instead of after it.
if (!/^\/(p|i)\//.test(location.pathname)) void import("./shell.tsx");

const place = document.getElementById("root");
if (!place) throw new Error("index.html has no #root");
createRoot(place).render(
  <QueryClientProvider client={queryClient}>
    <RouterProvider router={router} />
  </QueryClientProvider>,
);
