export const knownAs = "Known as";
export const whoIsWho = "Who is who";
export const noPersonInTheCatalog =
  "No person in the catalog and no author of changes has your e-mail address or GitHub login.";
export const saidBy = (decidedBy: string) => `said by ${decidedBy}`;
export const whoThisIs = "Who this is";
export const noMemberOfTheOrganization = "No member of the organization is known to be this person.";
export const mayBe = (person: string, why: string) => `May be ${person}: ${why}.`;
export const member = "member";
export const noMemberAnyMore = "no member any more";
export const saidByWithReason = (decidedBy: string, addition: string) => `Said by ${decidedBy}${addition}`;
