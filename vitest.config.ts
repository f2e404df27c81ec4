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
          globalSetup: ["test/setup.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
