import { Feed } from "#components/patterns/feed.tsx";
import { Columns, Page } from "#components/patterns/page.tsx";
import { PageHeader } from "#components/patterns/page-header.tsx";
import { Section } from "#components/patterns/section.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Glyph } from "#components/ui/glyph.tsx";
import { CalendarDays, FileText, ListPlus, Plus, Rocket, ShieldAlert, Zap } from "#components/ui/icons.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { Dot, LiveDot } from "#components/ui/live-dot.tsx";
import { Milestone } from "#components/ui/milestone.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Road } from "#components/ui/road.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { DemoShell } from "./demo-shell.tsx";

const names = ["None", "Bronze", "Silver", "Gold"];
const mine: [string, string, number[], string][] = [
  ["payments-api", "T1", [2, 3, 2, 2], "41 min"],
  ["payouts", "T2", [2, 2, 3, 3], "3 h"],
  ["refunds", "T3", [1, 2, 1, 2], "2 d"],
];

/** A home page of invented data in the real shell. */
export function DemoHome() {
  return (
    <DemoShell>
      <TopBar items={[{ label: "Home" }]}>
        <LiveDot>Live</LiveDot>
      </TopBar>
      <Page>
        <PageHeader
          title="Five things need you, one of them now"
          sub="Thursday, 19 November. 14 changes since you left yesterday at 17:40."
          actions={
            <Button variant="primary" icon={<Plus />}>
              Create a service
            </Button>
          }
        />
        <Columns aside={308} side={<Side />}>
          <Section title="Needs you" count={2} more="Whole inbox">
            <List framed label="Needs you">
              <ListItem
                current
                leading={<Glyph icon={<ShieldAlert />} className="bg-panel text-accent-text" />}
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
            </List>
          </Section>
          <Section
            title="Changed"
            count={14}
            more={
              <Segmented
                label="Changes"
                value="all"
                items={[
                  { value: "all", label: "All", href: "/dev/shelf/portal" },
                  { value: "deploys", label: "Deploys", count: 6, href: "/dev/shelf/portal?kind=deploys" },
                ]}
              />
            }
          >
            <Feed
              label="Changed"
              items={[
                {
                  id: "1",
                  at: "09:41",
                  icon: <Rocket />,
                  tone: "ok",
                  title: "payments-api 2026.11.19-2 deployed to production",
                  description: "3 changes · lead time 2 h 10 min",
                },
                {
                  id: "2",
                  at: "08:30",
                  icon: <FileText />,
                  title: "Ownership of fx-rates moved from Payments to Ledger",
                  description: "catalog-info.yaml, commit 9f3c2e1",
                },
                {
                  id: "3",
                  at: "Wed 17:44",
                  icon: <ListPlus />,
                  tone: "note",
                  title: "New rule in Security: Signed images only",
                  description: "Counts from 1 December",
                  aside: (
                    <Pill tone="note" icon={<CalendarDays />}>
                      from 1 Dec
                    </Pill>
                  ),
                },
              ]}
            />
          </Section>
        </Columns>
      </Page>
    </DemoShell>
  );
}

function Side() {
  return (
    <>
      <Panel padded>
        <p className="text-12 text-text-3">Your best next step</p>
        <h2 className="mt-[2px] mb-1 text-16 font-600 tracking-tight">Send error budget alerts to on-call</h2>
        <p className="mb-3 text-12 text-text-2">refunds reaches Silver at once, the others are one rule from Gold.</p>
        <Road total={15} done={11} label="11 of 15 rules to Gold for Payments" />
        <p className="mt-1 mb-2 text-12 text-text-3">11 of 15 rules to Gold for Payments</p>
        <Button variant="primary" size="sm" icon={<Zap />}>
          Fix 3 services
        </Button>
      </Panel>
      <Section title="Mine" count="5 services" more="Open in catalog">
        <List framed label="My services">
          {mine.map(([name, tier, levels, at]) => (
            <ListItem
              key={name}
              tight
              href={`/dev/shelf/portal?entity=${name}`}
              title={
                <>
                  <b>{name}</b> <span className="text-11 text-text-3">{tier}</span>
                </>
              }
              meta={
                <span className="flex items-center gap-1.5">
                  {levels
                    .map((level, place) => ({ level, key: `${name}-${place}` }))
                    .map(({ level, key }) => (
                      <Milestone key={key} level={level} name={names[level] ?? ""} hideName />
                    ))}
                  <span className="w-[42px] text-right">{at}</span>
                </span>
              }
            />
          ))}
        </List>
      </Section>
      <Section title="Runs" count="mine">
        <List framed label="My runs">
          <ListItem tight leading={<Dot tone="accent" />} title="Scale payments-api to 12" meta="step 3 of 4" />
          <ListItem tight leading={<Dot tone="ok" />} title="Add runbook · card-vault" meta="1 h" />
        </List>
      </Section>
    </>
  );
}
