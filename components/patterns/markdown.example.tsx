import { Markdown } from "#components/patterns/markdown.tsx";

const text = `## payments-api

Takes *every* payment. See the [runbook](https://example.com/runbook).

| environment | replicas |
| --- | --- |
| production | 6 |

- [x] owner
- [ ] alerts
`;

export default function Example() {
  return <Markdown text={text} />;
}
