import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

// The browser's part of the build: src/web → dist/web. The server serves that folder; `vite` alone is for work on screens and passes the API through.
export default defineConfig({
  root: "src/web",
  plugins: [react(), tailwindcss()],
  // See that file: the package would need style-src 'unsafe-inline'.
  resolve: { alias: { "react-remove-scroll": fileURLToPath(new URL("src/web/remove-scroll.tsx", import.meta.url)) } },
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    target: "es2022",
    // An inlined font or image would need `data:` in the CSP.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 600,
  },
  server: {
    port: Number(process.env.WEB_PORT ?? 5173),
    strictPort: false,
    proxy: {
      // Not "/api": that would take src/web/api.ts as well.
      "/api/": process.env.API_URL ?? "http://localhost:3000",
      "/healthz": process.env.API_URL ?? "http://localhost:3000",
    },
  },
});
