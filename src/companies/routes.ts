import { guardFreshProof } from "../access/index.ts";
import { z } from "zod";
import { IdParams, route, sendFile } from "../platform/http.ts";
import { common } from "../platform/refusal.ts";
import type { Scope } from "../workspaces/index.ts";
import { archiveCompany, changeCompany, createCompany, needCompany } from "./change.ts";
import { ChangeCompany, ChangeSeries, CompanyList, CompanyView, NewCompany, NewSeries, SeriesParams, SeriesView, StartSeries } from "./contract.ts";
import { changeLogo, LOGO_BYTES, removeLogo } from "./logo.ts";
import { refuse } from "./policy.ts";
import { findCompany, listCompanies, listSeries, type CompanyRow, type SeriesRow } from "./queries.ts";
import { changeSeries, createSeries, startSeries } from "./series.ts";
import { readStored } from "./stored.ts";
import { todayOf, viewCompany, viewSeries } from "./view.ts";

const tag = "Companies";
const view = (scope: Scope, row: CompanyRow) => scope.transaction(async (tx) => viewCompany(row, await listSeries(tx, row.id), scope.now()));
const seriesView = (scope: Scope, row: SeriesRow) => scope.transaction(async (tx) => viewSeries(row, todayOf(await needCompany(tx, row.company_id, findCompany), scope.now())));

export const routes = [
  route({
    method: "GET", url: "/api/companies", tag, summary: "Companies whose books the workspace keeps, archived ones last", permission: "companies.read", answer: CompanyList,
    handler: ({ scope }) => scope.transaction(async (tx) => {
      const series = await listSeries(tx, null);
      return { items: (await listCompanies(tx)).map((row) => viewCompany(row, series, scope.now())) };
    }),
  }),
  route({
    method: "POST", url: "/api/companies", tag, summary: "Adds a company with its number series", permission: "companies.write", body: NewCompany, answer: CompanyView, status: 201,
    handler: async ({ scope, body }) => view(scope, await createCompany(scope, body)),
  }),
  route({
    method: "GET", url: "/api/companies/:id", tag, summary: "One company", permission: "companies.read", params: IdParams, answer: CompanyView,
    handler: async ({ scope, params }) => view(scope, await scope.transaction((tx) => needCompany(tx, params.id, findCompany))),
  }),
  route({
    method: "PUT", url: "/api/companies/:id", tag, summary: "Changes a company's profile", permission: "companies.write", params: IdParams, body: ChangeCompany, answer: CompanyView,
    handler: async ({ scope, params, body, request }) => view(scope, await changeCompany(scope, params.id, body, () => guardFreshProof(request.services, request.caller))),
  }),
  route({
    method: "POST", url: "/api/companies/:id/archive", tag, summary: "Puts a company away", permission: "companies.write", params: IdParams, answer: CompanyView,
    handler: async ({ scope, params }) => view(scope, await archiveCompany(scope, params.id, true)),
  }),
  route({
    method: "POST", url: "/api/companies/:id/restore", tag, summary: "Brings an archived company back", permission: "companies.write", params: IdParams, answer: CompanyView,
    handler: async ({ scope, params }) => view(scope, await archiveCompany(scope, params.id, false)),
  }),
  route({
    method: "GET", url: "/api/companies/:id/logo", tag, summary: "The logo as PNG", permission: "companies.read", params: IdParams, answer: "bytes",
    async handler({ scope, params, reply }) {
      const company = await scope.transaction((tx) => needCompany(tx, params.id, findCompany));
      if (!company.logo_file_id) throw common.refuse("not_found");
      const { bytes } = await readStored(scope, company.logo_file_id);
      return sendFile(reply, bytes, { name: "logo.png", mediaType: "image/png", inline: true, sizeBytes: bytes.length });
    },
  }),
  route({
    method: "POST", url: "/api/companies/:id/logo", tag, summary: "Uploads a logo (PNG, JPEG or WebP)", permission: "companies.write", params: IdParams, answer: CompanyView, multipart: true, ratePerMinute: 20,
    async handler({ scope, params, request }) {
      await scope.transaction((tx) => needCompany(tx, params.id, findCompany));
      const part = await request.file({ limits: { fileSize: LOGO_BYTES, files: 1 } });
      if (!part) throw refuse("logo_missing");
      const bytes = await part.toBuffer().catch((error: { code?: string }) => { throw error.code === "FST_REQ_FILE_TOO_LARGE" ? refuse("logo_too_large") : error; });
      return view(scope, await changeLogo(scope, params.id, bytes));
    },
  }),
  route({
    method: "DELETE", url: "/api/companies/:id/logo", tag, summary: "Takes the logo off new documents", permission: "companies.write", params: IdParams, answer: CompanyView,
    handler: async ({ scope, params }) => view(scope, await removeLogo(scope, params.id)),
  }),
  route({
    method: "GET", url: "/api/companies/:id/series", tag, summary: "Number series of a company", permission: "companies.read", params: IdParams, answer: z.object({ items: z.array(SeriesView) }),
    handler: ({ scope, params }) => scope.transaction(async (tx) => {
      const company = await needCompany(tx, params.id, findCompany);
      return { items: (await listSeries(tx, company.id)).map((row) => viewSeries(row, todayOf(company, scope.now()))) };
    }),
  }),
  route({
    method: "POST", url: "/api/companies/:id/series", tag, summary: "Adds a number series", permission: "companies.write", params: IdParams, body: NewSeries, answer: SeriesView, status: 201,
    handler: async ({ scope, params, body }) => seriesView(scope, await createSeries(scope, params.id, body)),
  }),
  route({
    method: "PUT", url: "/api/companies/:id/series/:seriesId", tag, summary: "Changes a number series", permission: "companies.write", params: SeriesParams, body: ChangeSeries, answer: SeriesView,
    handler: async ({ scope, params, body }) => seriesView(scope, await changeSeries(scope, params.id, params.seriesId, body)),
  }),
  route({
    method: "POST", url: "/api/companies/:id/series/:seriesId/start", tag, summary: "Sets the next number of an unused period", permission: "companies.write", params: SeriesParams, body: StartSeries, answer: SeriesView,
    handler: async ({ scope, params, body }) => seriesView(scope, await startSeries(scope, params.id, params.seriesId, body)),
  }),
];
