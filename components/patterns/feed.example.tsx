import { Feed } from "#components/patterns/feed.tsx";
import { ArrowRight, ChevronsUp, Rocket, Siren } from "#components/ui/icons.tsx";
import { Milestone } from "#components/ui/milestone.tsx";
import { Pill } from "#components/ui/pill.tsx";

export default function Example() {
  return (
    <div className="max-w-[680px]">
      <Feed
        label="Changed"
        items={[
          {
            id: "1",
            at: "09:41",
            icon: <Rocket />,
            tone: "ok",
            title: (
              <>
                <b>payments-api</b> 2026.11.19-2 deployed to production
              </>
            ),
            description: "3 changes · lead time 2 h 10 min · Mateo Lindqvist",
          },
          {
            id: "2",
            at: "09:12",
            icon: <ChevronsUp />,
            tone: "ok",
            title: (
              <>
                <b>payouts</b> rose to Gold in Delivery
              </>
            ),
            description: "Change fail rate over 90 days fell below 5 %",
            aside: (
              <>
                <Milestone level={2} name="Silver" hideName />
                <ArrowRight />
                <Milestone level={3} name="Gold" hideName />
              </>
            ),
          },
          {
            id: "3",
            at: "08:55",
            icon: <Siren />,
            tone: "bad",
            title: (
              <>
                Incident <b>INC-2207</b> opened on <b>ledger-core</b>
              </>
            ),
            description: "You depend on it from payments-api and payouts",
            aside: <Pill tone="warn">mitigated</Pill>,
          },
        ]}
      />
    </div>
  );
}
