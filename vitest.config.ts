import { defineConfig } from "vitest/config";

// Two projects: the pure packages need nothing; the product starts (or is given) a real PostgreSQL once for the run.
export default defineConfig({
  test: {
    projects: [
      { test: { name: "packages", include: ["packages/**/*.test.ts"], testTimeout: 60_000, maxWorkers: 2, sequence: { groupOrder: 0 } } },
      {
        test: {
          name: "product",
          include: ["src/**/*.test.ts", "test/**/*.test.ts"],
          exclude: ["test/judges/**"],
          globalSetup: ["test/setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      // Outside judges (axe, Lighthouse, testssl.sh, sqlmap, wapiti) need programs that not every machine has: .ci/judges.sh.
      ...(process.env["CF_JUDGES"] ? [{ test: { name: "judges", include: ["test/judges/*.test.ts"], testTimeout: 600_000, hookTimeout: 300_000, maxWorkers: 2, sequence: { groupOrder: 2 } } }] : []),
    ],
  },
});
