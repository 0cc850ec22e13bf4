import { ErrorState } from "#components/patterns/error-state.tsx";
import { Button } from "#components/ui/button.tsx";
import { RotateCw } from "#components/ui/icons.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

export default function Example() {
  return (
    <div className="grid gap-4">
      <ErrorState
        title="The metrics store did not answer"
        notLost={[
          "No event: 41 wait in the queue and are counted once it answers",
          "Your filters: they are in the address",
        ]}
        remedies={[
          "Wait: it tries again by itself in 8 s",
          <TextLink key="view" href="/dev/shelf">
            Open the last good view
          </TextLink>,
        ]}
        requestId="req_9Tq41xWm"
        details="504, metrics.get-dashboard, 10,004 ms, 2 of 3 tries"
        actions={
          <Button variant="primary" icon={<RotateCw />}>
            Try again now
          </Button>
        }
      >
        Delivery asked for 90 days of deployments and gave up after 10 seconds. The rest of Causeway works.
      </ErrorState>
      <div className="max-w-[300px] rounded-3 border border-line-2 bg-panel">
        <ErrorState
          size="panel"
          title="Could not be counted"
          requestId="req_9Tq4"
          actions={<Button size="sm">Try again</Button>}
        >
          The query took longer than 10 s. Other tiles are not affected.
        </ErrorState>
      </div>
    </div>
  );
}
