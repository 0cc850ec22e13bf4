import type { Delivery } from "#lib/notifications/deliveries/deliver-notifications.ts";

/** One thing that something happened to, for one of its people. */
export type Happening = {
  personId: string;
  entityId: string;
  entityTitle: string;
  href: string;
  /** "dropped to Bronze in Ownership & docs" */
  what: string;
  body: string;
};
type Shared = Pick<Delivery, "kind" | "tone" | "needsAction"> & {
  /** Names what happened at once: all of one transaction becomes one notification for each person. */
  occasion: string;
  /** "3 of your things dropped a level" */
  titleOfMany(count: number): string;
  hrefOfMany: string;
};

/** Never a flood: one happening is told by name, several of one occasion as one notification for each person. */
export function groupThings(happenings: Happening[], shared: Shared): Delivery[] {
  const { occasion, titleOfMany, hrefOfMany, ...fixed } = shared;
  return [...Map.groupBy(happenings, (happening) => happening.personId)].map(([personId, own]) => {
    const things = [...new Map(own.map((happening) => [happening.entityId, happening]))];
    const [first] = own;
    if (first !== undefined && own.length === 1) {
      const title = `${first.entityTitle} ${first.what}`;
      return { ...fixed, personId, subject: first.entityId, title, body: first.body, href: first.href };
    }
    const names = things.map(([, happening]) => happening.entityTitle);
    const more = names.length > 3 ? ` and ${names.length - 3} more` : "";
    const body = `${names.slice(0, 3).join(", ")}${more}`;
    return { ...fixed, personId, subject: occasion, title: titleOfMany(things.length), body, href: hrefOfMany };
  });
}
