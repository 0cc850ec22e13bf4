export const onlyMe = "Only me";
export const theTeam = (team: string) => `The team ${team}`;
export const everybody = "Everybody";
export const wasSaved = (name: string) => `${name} was saved`;
export const name = "Name";
export const whoSeesIt = "Who sees it";
export const openWithThisView = (noun: string) => `Open ${noun} with this view`;
export const aViewOfOnesOwn = "A view of one's own that is opened with comes first.";
export const saveView = "Save view";
