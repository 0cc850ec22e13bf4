export const nothingNeedsYou = "Nothing needs you";
export const thingNeeds = { one: "thing needs", many: "things need" };
export const needYou = (count: string, needs: string) => `${count} ${needs} you`;
