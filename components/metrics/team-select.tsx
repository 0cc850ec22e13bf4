"use client";
import { useRouter } from "next/navigation";
import { Users } from "#components/ui/icons.tsx";
import { Select } from "#components/ui/select.tsx";
import * as words from "#components/words/metrics/team-select.ts";

export type TeamSelectProps = {
  team: string | undefined;
  teams: { identifier: string; title: string; href: string }[];
  allHref: string;
};

// Not an identifier that a team can have.
const everybody = "*";

/** Narrows the dashboard to the services of one team. */
export function TeamSelect({ team, teams, allHref }: TeamSelectProps) {
  const router = useRouter();
  const go = (value: string) => {
    const href = value === everybody ? allHref : teams.find((candidate) => candidate.identifier === value)?.href;
    if (href !== undefined) router.push(href, { scroll: false });
  };
  return (
    <Select
      aria-label={words.team}
      className="!h-[30px] !w-auto min-w-40"
      value={team ?? everybody}
      onValueChange={go}
      items={[
        { value: everybody, label: words.teamAll(teams.length), icon: <Users /> },
        ...teams.map(({ identifier, title }) => ({ value: identifier, label: title })),
      ]}
    />
  );
}
