import { WayCards } from "#components/ingestion/way-cards.tsx";
import { WhatHappens } from "#components/ingestion/what-happens.tsx";
import { Banner } from "#components/patterns/banner.tsx";
import { Columns } from "#components/patterns/page.tsx";
import { Lock } from "#components/ui/icons.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import * as words from "#components/words/ingestion/import-not-allowed.tsx";

/** The ways in for somebody who may not take them: shown, with who may. */
export function ImportNotAllowed({ org, orgName }: { org: string; orgName: string }) {
  return (
    <Columns aside={316} side={<WhatHappens />}>
      <div className="grid max-w-[640px] gap-5">
        <Banner tone="note" icon={<Lock aria-hidden />}>
          {words.membersAndAdminsOfMay(
            orgName,
            <TextLink underline href={`/${org}/settings/members`}>
              {words.seeWhoTheyAre}
            </TextLink>,
          )}
        </Banner>
        <WayCards value="git" refusal={words.membersAndAdminsMayImport} />
      </div>
    </Columns>
  );
}
