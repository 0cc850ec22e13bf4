import { countText } from "#components/words/format.ts";
import * as words from "#components/words/identity/teams/people-count.ts";
/** "4 people, 2 of them from sub-teams": nobody is counted twice. */
export function peopleCount(own: number, included: number): string {
  const all = own + included;
  if (all === 0) return words.nobodyYet;
  const people = countText(all, words.person);
  if (included === 0) return people;
  return own === 0 ? words.allFromSubTeams(people) : words.includesFromSubTeams(people, included);
}
