import { dayText } from "#components/words/format.ts";
import * as words from "#components/words/metrics/deployment-paving.ts";
import type { DeploymentHistory } from "#lib/metrics/deployments/schema.ts";

type Day = DeploymentHistory["days"][number];
type Block = Day["deployments"][number];

// More than this on one day are one taller block with its number in the title.
const highest = 5;
const looks: Record<Block["status"], string> = {
  succeeded: "bg-accent-mark",
  failed: "inset-ring-[1.4px] inset-ring-bad-mark",
  cancelled: "bg-line-control",
};

/** One column is one day, one block one deployment. Days without any show the bare track. */
export function DeploymentPaving({ days, label }: { days: Day[]; label: string }) {
  const first = days[0];
  const middle = days[Math.floor(days.length / 2)];
  return (
    <div className="px-4 pt-4 pb-3">
      <div role="img" aria-label={label} className="flex h-14 items-end gap-px">
        {days.map((day) => (
          <span
            key={day.date}
            title={titleOf(day)}
            className="flex h-full min-w-0 flex-[1_1_0] flex-col justify-end gap-[2px]"
          >
            {day.deployments.length === 0 ? <span className="h-px bg-line-2" /> : null}
            {day.deployments.slice(0, highest).map((deployment) => (
              <span
                key={deployment.id}
                className={`h-2 w-full max-w-2 flex-none rounded-paver ${looks[deployment.status]}`}
              />
            ))}
          </span>
        ))}
      </div>
      <p className="mt-1 flex justify-between text-11 text-text-3">
        <span>{first === undefined ? "" : dayText(first.date)}</span>
        <span>{middle === undefined ? "" : dayText(middle.date)}</span>
        <span>{words.today}</span>
      </p>
    </div>
  );
}

function titleOf(day: Day): string {
  const { length } = day.deployments;
  const names = day.deployments.map(
    (one) => `${one.version ?? words.noVersion}${one.status === "succeeded" ? "" : ` ${one.status}`}`,
  );
  return length === 0 ? words.dateNone(dayText(day.date)) : `${dayText(day.date)}: ${names.join(", ")}`;
}
