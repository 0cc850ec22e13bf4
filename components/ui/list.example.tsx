import { Button } from "#components/ui/button.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { CircleCheck, ShieldAlert, Zap } from "#components/ui/icons.tsx";
import { List, ListItem } from "#components/ui/list.tsx";

export default function Example() {
  return (
    <List framed label="Needs you" className="max-w-[680px]">
      <ListItem
        current
        leading={<Glyph tone="accent" icon={<CircleCheck />} />}
        title={
          <>
            Approve run #4182: Create a service <b>payout-scheduler</b>
          </>
        }
        description="From Sofie Dahl · regulated data, over € 500 a month"
        meta="waiting 6 min"
        actions={
          <>
            <Button size="sm" variant="ghost">
              Decline
            </Button>
            <Button size="sm" variant="primary">
              Review
            </Button>
          </>
        }
      />
      <ListItem
        leading={<Glyph tone="warn" icon={<ShieldAlert />} />}
        title={
          <>
            <b>refunds</b> has no error budget alert
          </>
        }
        description="Production readiness · Silver rule · the last one before Silver"
        meta={<span className="text-warn-text">due in 3 days</span>}
        actions={
          <Button size="sm" icon={<Zap />}>
            Add alert
          </Button>
        }
      />
      <ListItem tight href="/dev/shelf" leading={<Zap />} title="Create a service" meta="a tight row" />
    </List>
  );
}
