import { Lock } from "lucide-react";
import { WayCards } from "#components/ingestion/way-cards.tsx";
import { WhatHappens } from "#components/ingestion/what-happens.tsx";
import { Banner } from "#components/patterns/banner.tsx";
import { Columns } from "#components/patterns/page.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

/** The ways in for somebody who may not take them: shown, with who may. */
export function ImportNotAllowed({ org, orgName }: { org: string; orgName: string }) {
  return (
    <Columns aside={316} side={<WhatHappens />}>
      <div className="grid max-w-[640px] gap-5">
        <Banner tone="note" icon={<Lock aria-hidden />}>
          Members and admins of {orgName} may import; your role is viewer.{" "}
          <TextLink underline href={`/${org}/settings/members`}>
            See who they are
          </TextLink>{" "}
          and ask one of them, or ask an admin for another role.
        </Banner>
        <WayCards value="git" refusal="Members and admins may import." />
      </div>
    </Columns>
  );
}
