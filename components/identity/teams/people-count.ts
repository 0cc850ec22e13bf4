import { countText } from "#components/words/format.ts";
/** "4 people, 2 of them from sub-teams": nobody is counted twice. */
export function peopleCount(own: number, included: number): string {
  const all = own + included;
  if (all === 0) return "nobody yet";
  const people = countText(all, { one: "person", many: "people" });
  if (included === 0) return people;
  return own === 0 ? `${people}, all from sub-teams` : `${people}, includes ${included} from sub-teams`;
}
