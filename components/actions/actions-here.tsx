import { ActionIcon } from "#components/actions/action-icon.tsx";
import { Zap } from "#components/ui/icons.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as words from "#components/words/actions/actions-here.ts";
import type { ActionSummary } from "#lib/actions/actions/schema.ts";

export type ActionsHereProps = { org: string; actions: ActionSummary[]; mayRun: boolean };

/** What can be done from here. */
export function ActionsHere({ org, actions, mayRun }: ActionsHereProps) {
  if (actions.length === 0) return null;
  return (
    <Panel title={words.actionsHere} icon={<Zap aria-hidden />} more={mayRun ? null : words.membersAndAdminsMayRunThem}>
      <List>
        {actions.map((action) => (
          <ListItem
            key={action.id}
            leading={<ActionIcon icon={action.icon} />}
            title={action.title}
            description={action.description}
            href={`/${org}/actions/${action.identifier}`}
          />
        ))}
      </List>
    </Panel>
  );
}
