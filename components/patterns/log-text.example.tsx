import { LogText } from "#components/patterns/log-text.tsx";

export default function Example() {
  return (
    <pre className="rounded-2 bg-(--log-bg) p-3 text-12 text-(--log-text)">
      <LogText text={"\u001b[32mok\u001b[0m 14 files written, token [masked: git]"} />
    </pre>
  );
}
