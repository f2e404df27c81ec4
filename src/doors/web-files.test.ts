import { mkdirSync, mkdtempSync, rmSync, writeFileSync, readdirSync, readFileSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rootDir } from "../platform/config.ts";
import { answerError } from "./errors.ts";
import { noteRoutes, serveWeb, webFiles } from "./web-files.ts";

describe("files of the web application", () => {
  const folder = mkdtempSync(join(tmpdir(), "cf-web-"));
  const app = Fastify({ exposeHeadRoutes: true });
  beforeAll(async () => {
    mkdirSync(join(folder, "assets", "deeper"), { recursive: true });
    for (const [name, text] of Object.entries({
      "index.html": "<div id=\"root\"></div>", "theme.js": "1", "icon.svg": "<svg/>", "assets/index-abc.js": "2", "assets/index-abc.css": "a{}",
      "assets/index-abc.js.map": "secret", ".env": "secret", ".git": "secret", "notes.txt": "secret", "backup.js.bak": "secret", "assets/deeper/x.js": "secret", "stamps.json": "secret",
    })) writeFileSync(join(folder, name), text);
    app.decorateRequest("services", { getter: () => ({ log: { error: () => undefined } }) as never });
    noteRoutes(app);
    app.setErrorHandler((error, request, reply) => answerError(request.services, error, request, reply));
    await serveWeb(app, folder);
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("V13.4.3 only the names that the build makes are served; maps, hidden files, other kinds and folders are not", async () => {
    expect(webFiles(folder).sort()).toEqual(["assets/index-abc.css", "assets/index-abc.js", "icon.svg", "theme.js"]);
    for (const url of ["/theme.js", "/icon.svg", "/assets/index-abc.js", "/assets/index-abc.css"]) expect((await app.inject({ url })).statusCode, url).toBe(200);
    for (const url of ["/assets/index-abc.js.map", "/.env", "/.git", "/.git/config", "/notes.txt", "/backup.js.bak", "/assets/deeper/x.js", "/stamps.json", "/index.html", "/assets/%2e%2e/notes.txt", "/..%2fpackage.json", "/%2e%2e/%2e%2e/etc/passwd", "/theme.js%00.txt", "/assets/..%5c..%5cpackage.json"]) {
      const answer = await app.inject({ url });
      expect([400, 404].includes(answer.statusCode) || answer.body.includes("id=\"root\""), url).toBe(true);
      expect(answer.body, url).not.toContain("secret");
    }
    for (const url of ["/assets/", "/assets"]) expect((await app.inject({ url })).body, "a folder is no list").not.toContain("index-abc.js");
  });

  test("V4.1.1 each says what it is, and text its characters; assets may be kept for ever, the page not", async () => {
    const typeOf = async (url: string) => (await app.inject({ url })).headers["content-type"];
    expect(await Promise.all(["/theme.js", "/icon.svg", "/assets/index-abc.css", "/inbox"].map(typeOf))).toEqual(["text/javascript; charset=utf-8", "image/svg+xml; charset=utf-8", "text/css; charset=utf-8", "text/html; charset=utf-8"]);
    expect((await app.inject({ url: "/assets/index-abc.js" })).headers["cache-control"]).toContain("immutable");
    expect((await app.inject({ url: "/inbox" })).headers["cache-control"]).toBe("no-cache");
  });

  test("V13.4.3 the built application has no source maps, no version control and no inline script or style", () => {
    const built = join(rootDir, "dist", "web");
    if (!existsSync(built)) throw new Error("build first: npm run build");
    const all = readdirSync(built, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter((path) => /\.map$|\.git|\.ts$|\.tsx$|\/\./.test(path.slice(built.length)))).toEqual([]);
    expect(all.filter((path) => path.endsWith(".js") && /sourceMappingURL/.test(readFileSync(path, "utf8")))).toEqual([]);
    const page = readFileSync(join(built, "index.html"), "utf8");
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son\w+=|javascript:/i);
    expect([...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url!).filter((url) => !url.startsWith("/"))).toEqual([]);
  });
});
