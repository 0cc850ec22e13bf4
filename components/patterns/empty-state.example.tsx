import { EmptyState } from "#components/patterns/empty-state.tsx";
import { Button } from "#components/ui/button.tsx";
import { Code } from "#components/ui/code.tsx";
import { ListFilter } from "#components/ui/icons.tsx";

export default function Example() {
  return (
    <div className="grid gap-4">
      <EmptyState
        size="page"
        title="Nothing in the catalog yet"
        actions={<Button variant="primary">Connect a repository</Button>}
      >
        Point Causeway at what you have. You see a dry run first, and leave with everything whenever you like.
      </EmptyState>
      <div className="max-w-[300px] rounded-3 border border-line-2 bg-panel">
        <EmptyState
          icon={<ListFilter />}
          title="No service matches"
          actions={<Button size="sm">Remove tier = 1</Button>}
        >
          Without <Code>tier = 1</Code> there are 7.
        </EmptyState>
      </div>
    </div>
  );
}
