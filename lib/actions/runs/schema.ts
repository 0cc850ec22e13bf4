import { z } from "zod";

export const RunStatus = z.enum(["queued", "running", "succeeded", "failed", "cancelled"]);
export type RunStatus = z.infer<typeof RunStatus>;
const StepStatus = z.enum(["waiting", "running", "succeeded", "failed", "skipped"]);
export const LogKind = z.enum(["step", "command", "text", "ok", "warning", "error", "dim"]);
export type LogKind = z.infer<typeof LogKind>;

/** The number of a run, as people see it; from an address it arrives as text. */
export const RunNumber = z.coerce.number().int().min(1).max(2_147_483_647);

/** Something that must hold before an action runs. `open`: an answer that it is about is still missing. */
export const Policy = z.object({
  identifier: z.string(),
  field: z.string().nullable(),
  title: z.string(),
  verdict: z.enum(["passed", "failed", "open"]),
  detail: z.string().nullable(),
});
export type Policy = z.infer<typeof Policy>;

const RunLink = z.object({ title: z.string(), url: z.string() });

const StartedBy = z.object({ kind: z.string(), id: z.string().nullable(), name: z.string() });

export const RunSummary = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  status: RunStatus,
  action: z.object({ identifier: z.string(), title: z.string() }),
  startedBy: StartedBy,
  stepCount: z.number(),
  stepsDone: z.number(),
  error: z.string().nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
});
export type RunSummary = z.infer<typeof RunSummary>;

export const RunStep = z.object({
  position: z.number(),
  identifier: z.string(),
  title: z.string(),
  status: StepStatus,
  attempt: z.number(),
  summary: z.string().nullable(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
});
export type RunStep = z.infer<typeof RunStep>;

export const Run = RunSummary.extend({
  attempt: z.number(),
  crashCount: z.number(),
  isCancelRequested: z.boolean(),
  inputs: z.record(z.string(), z.unknown()),
  outputs: z.record(z.string(), z.unknown()),
  links: z.array(RunLink),
  steps: z.array(RunStep),
  lastLine: z.number(),
});
export type Run = z.infer<typeof Run>;

export const RunLogLine = z.object({
  line: z.number(),
  at: z.string(),
  stepPosition: z.number().nullable(),
  kind: LogKind,
  text: z.string(),
});
export type RunLogLine = z.infer<typeof RunLogLine>;

const PreviewedFile = z.object({ path: z.string(), sizeBytes: z.number(), isPolicy: z.boolean() });

/** What an action would do with these answers. Nothing of it has happened. */
export const RunPreview = z.object({
  problems: z.array(z.object({ path: z.string(), message: z.string() })),
  policies: z.array(Policy),
  repository: z.string().nullable(),
  files: z.array(PreviewedFile).nullable(),
  requests: z.array(z.object({ verb: z.string(), target: z.string() })),
  isReady: z.boolean(),
  previewedAt: z.string(),
});
export type RunPreview = z.infer<typeof RunPreview>;
