// What is generated and checked in may not drift: the database types and the API description. `npm run generate` writes them.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import openapiTypes, { astToString } from "openapi-typescript";
import { describe, expect, test } from "vitest";
import { databaseTypes } from "../scripts/generate-types.ts";
import { permissionsPage } from "../scripts/permissions-page.ts";
import { rootDir } from "../src/platform/config.ts";
import { anApp, testServices, signedIn } from "./builders.ts";

const write = process.env["CF_GENERATE"] === "1";

async function same(path: string, fresh: string): Promise<void> {
  const file = join(rootDir, path);
  if (write) await writeFile(file, fresh);
  const kept = await readFile(file, "utf8").catch(() => "");
  expect(kept === fresh, `${path} is out of date: run npm run generate`).toBe(true); // the texts are too long to be compared in print
}

describe("generated files", () => {
  const services = testServices();
  const { app } = (() => { const holder = anApp(services); return { app: () => holder.app }; })();

  test("database types are those of the migrated database", async () => {
    await same("src/platform/database-types.ts", await databaseTypes(services.databaseConnections.owner));
  });

  test("V8.1.1 V8.1.2 A9 the page of permissions and field rules is the table that the server asks", async () => {
    await same("docs/security/permissions.md", permissionsPage());
  });

  test("openapi.json and the web app's client types are those of the routes", async () => {
    const { body: description } = await (await signedIn(app())).call("GET", "/api/openapi.json");
    await same("openapi.json", `${JSON.stringify(description, null, 1)}\n`);
    await same("src/web/openapi.d.ts", `// Generated from openapi.json by \`npm run generate\`. Do not edit.\n${astToString(await openapiTypes(description))}`);
  });
});
