// The product, as a list of its nouns: every door it opens and every job it works off. Hosts and tests read this list.
import type { Route } from "./platform/http.ts";
import type { JobKind, JobPayload } from "./platform/jobs.ts";
import { forgetLimits } from "./platform/limits.ts";
import { sendQueuedMail } from "./platform/mail.ts";
import type { Services } from "./platform/services.ts";
import { routes as access } from "./access/routes.ts";
import { indexEvents } from "./events/index-events.ts";
import { writeRefusals } from "./events/requests.ts";
import { routes as events } from "./events/routes.ts";
import { buildExportJob } from "./exports/jobs.ts";
import { routes as exports } from "./exports/routes.ts";
import { sweepSchedules } from "./exports/schedule.ts";
import { readJob, resumeReading } from "./received-invoices/jobs.ts";
import { routes as receivedInvoices } from "./received-invoices/routes.ts";
import { routes as companies } from "./companies/routes.ts";
import { routes as parties } from "./parties/routes.ts";
import { routes as items } from "./items/routes.ts";
import { routes as deliveries } from "./deliveries/routes.ts";
import { jobs as einvoiceJobs, sweeps as einvoiceSweeps } from "./einvoices/jobs.ts";
import { routes as einvoices } from "./einvoices/routes.ts";
import { jobs as invoiceJobs } from "./invoices/jobs.ts";
import { routes as invoices } from "./invoices/routes.ts";
import { routes as payments } from "./payments/routes.ts";
import { jobs as proposalJobs } from "./proposals/jobs.ts";
import { routes as proposals } from "./proposals/routes.ts";
import { routes as operator } from "./operator/routes.ts";
import { routes as reports } from "./reports/routes.ts";
import { clearWorn } from "./sign-in/index.ts";
import { routes as signIn } from "./sign-in/routes.ts";
import { forgetWornOnce } from "./sso/index.ts";
import { routes as sso } from "./sso/routes.ts";
import { jobs as retentionJobs, sweeps as retentionSweeps } from "./retention/jobs.ts";
import { learnJob } from "./received-invoices/learn.ts";
import { routes as supplierMemory } from "./supplier-memory/routes.ts";
import { routes as retention } from "./retention/routes.ts";
import { fillSampleJob } from "./samples/jobs.ts";
import { routes as samples } from "./samples/routes.ts";
import { noteServices } from "./trust/history.ts";
import { routes as trust } from "./trust/routes.ts";

export const routes: Route[] = [...access, ...signIn, ...sso, ...events, ...companies, ...parties, ...supplierMemory, ...items, ...deliveries, ...invoices, ...einvoices, ...payments, ...proposals, ...receivedInvoices, ...exports, ...retention, ...reports, ...samples, ...operator, ...trust];

/** A kind of job with its handler; at most `parallel` run at once in one worker. */
export type Job = { kind: JobKind; parallel: number; run(services: Services, payload: JobPayload): Promise<void> };
export const jobs: Job[] = [{ kind: "events.index", parallel: 1, run: indexEvents }, { kind: "mail.send", parallel: 2, run: sendQueuedMail }, ...invoiceJobs, ...einvoiceJobs, ...proposalJobs, { kind: "received-invoices.read", parallel: 4, run: readJob }, { kind: "supplier-memory.learn", parallel: 1, run: learnJob }, { kind: "exports.build", parallel: 1, run: buildExportJob }, ...retentionJobs, { kind: "workspaces.fill-sample", parallel: 1, run: fillSampleJob }];

/** What a worker does every few seconds besides its queue: picks up what a crash or a full queue left behind. */
export type Sweep = { name: string; everyMs: number; run(services: Services): Promise<void> };
export const sweeps: Sweep[] = [{ name: "trust.services", everyMs: 3_600_000, run: async (services) => void (await noteServices(services)) }, { name: "received-invoices.read", everyMs: 5_000, run: resumeReading }, { name: "sign-in.clear", everyMs: 3_600_000, run: async (services) => void (await services.database.transaction({}, (db) => clearWorn(db, services.clock()))) }, forgetWornOnce, { name: "limits.forget", everyMs: 600_000, run: forgetLimits }, ...retentionSweeps, ...einvoiceSweeps, { name: "exports.schedule", everyMs: 600_000, run: sweepSchedules }, { name: "events.refusals", everyMs: 10_000, run: writeRefusals }];
