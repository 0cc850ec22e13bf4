export const kinds = "Kinds";
export const all = "All";
export const more = "More";
export const moreKinds = "More kinds";
