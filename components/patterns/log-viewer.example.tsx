import { type LogLine, LogViewer } from "#components/patterns/log-viewer.tsx";

const lines: LogLine[] = [
  { number: 196, at: "12:04:31", text: "Publish repository", kind: "step", detail: "attempt 1, key 7f3a…c1" },
  {
    number: 197,
    at: "12:04:31",
    text: "git push https://git.harbourline.dev/payments/payout-scheduler main",
    kind: "command",
  },
  { number: 198, at: "12:04:32", text: "Authorization: Bearer [masked: git-token]" },
  { number: 199, at: "12:04:36", text: "✓ 34 files, commit 4be21d9, branch protection on", kind: "ok" },
  {
    number: 200,
    at: "12:04:37",
    text: "Terraform apply",
    kind: "step",
    detail: "attempt 2 of 3, resumed after the worker stopped",
  },
  { number: 201, at: "12:05:03", text: "! engine 17.2 is deprecated in March 2027, using 17.6", kind: "warn" },
  { number: 202, at: "12:05:13", text: "module.db.instance.main: Still creating… 10 s", kind: "dim" },
  {
    number: 203,
    at: "12:05:14",
    text: "The provider refused the request: quota of 4 databases reached",
    kind: "error",
  },
];

export default function Example() {
  return <LogViewer title="Terraform apply" lines={lines} total={214} live />;
}
