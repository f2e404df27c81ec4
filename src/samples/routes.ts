import { route } from "../platform/http.ts";
import { SampleProgress } from "./contract.ts";
import { askForSample, sampleProgress } from "./fill.ts";

const tag = "Sample data";

export const routes = [
  route({
    method: "GET", url: "/api/sample-data", tag, summary: "How far the sample data is", permission: "companies.read", answer: SampleProgress,
    handler: ({ scope }) => sampleProgress(scope),
  }),
  route({
    method: "POST", url: "/api/sample-data", tag, summary: "Fills the workspace with the books of an invented joinery, once", permission: "companies.write", answer: SampleProgress, status: 202,
    handler: ({ scope }) => askForSample(scope),
  }),
];
