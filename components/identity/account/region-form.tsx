"use client";

import type { FormEvent } from "react";
import { Section } from "#components/patterns/section.tsx";
import { useForm } from "#components/patterns/use-form.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Panel, PanelBody } from "#components/ui/panel.tsx";
import { Select } from "#components/ui/select.tsx";
import * as words from "#components/words/identity/account/region-form.ts";
import type { Region } from "#lib/identity/people/schema.ts";
import type { MutationResult } from "#lib/kernel/errors.ts";

type Props = {
  /** What is chosen; null leaves it to the browser. */
  region: Region | null;
  regions: { region: Region; name: string }[];
  /** A number and a date as they are written now. */
  example: string;
  choose: (input: { region: Region | null }) => Promise<MutationResult>;
};

const byBrowser = "browser";

/** How dates and numbers are written for this person, everywhere they sign in. The words stay English. */
export function RegionForm({ region, regions, example, choose }: Props) {
  const { send, isBusy, errorOf } = useForm("region");
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const wanted = String(new FormData(event.currentTarget).get("region"));
    const done = await send(choose({ region: wanted === byBrowser ? null : wanted }));
    // Everything on the page is written anew, also what only the browser writes.
    if (done !== null) window.location.reload();
  }
  return (
    <Section title={words.datesAndNumbers}>
      <Panel>
        <PanelBody>
          <form className="grid max-w-[420px] gap-4" onSubmit={submit}>
            <Field label={words.regionForDatesAndNumbers} hint={words.now(example)} error={errorOf("region")}>
              <Select
                name="region"
                defaultValue={region ?? byBrowser}
                items={[
                  { value: byBrowser, label: words.asTheBrowserSays },
                  ...regions.map(({ region: value, name }) => ({ value, label: name })),
                ]}
              />
            </Field>
            <div>
              <Button type="submit" busy={isBusy}>
                {words.saveTheRegion}
              </Button>
            </div>
          </form>
        </PanelBody>
      </Panel>
    </Section>
  );
}
