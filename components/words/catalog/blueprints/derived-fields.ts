export const identifierIsStored = "Queries and views that name it as it is called now find nothing under another name";
export const kind = "Worked out";
export const kinds = [
  { value: "calculated", label: "Calculated, from the entity itself" },
  { value: "mirrored", label: "Mirrored, from what it is related to" },
  { value: "aggregated", label: "Aggregated, over all that is related" },
];
export const description = "Description";
export const result = "Gives";
export const language = "Language";
export const languages = [
  { value: "expression", label: "Expression, as in queries" },
  { value: "jq", label: "jq" },
];
export const expression = "Expression";
export const expressionHint = "Such as properties.requests / properties.replicas";
export const field = "Field";
export const fieldHint = "title, owner, lifecycle… or a property as in properties.tier";
export const onAndOn = "Follow it until something has a value";
export const onAndOnHint = "For a path of one relation, also to the same kind: the nearest one with a value counts";
export const becauseOnAndOn = "Because it is followed on and on";
export const ownFirst = "Its own value comes first";
export const ownFirstHint = "What has a value itself keeps it";
export const aggregate = "Number";
export const functions = [
  { value: "count", label: "How many" },
  { value: "sum", label: "Sum" },
  { value: "average", label: "Average" },
  { value: "minimum", label: "Smallest" },
  { value: "maximum", label: "Largest" },
  { value: "median", label: "Median" },
];
export const ofProperty = "Of the property";
export const ofPropertyHint = "Its identifier, at the end of the path";
export const anyDepth = "Follow it as far as it leads";
export const anyDepthHint = "For a path of one relation: parts of parts as well";
export const filter = "Only those";
export const filterHint = 'A condition as in queries, such as lifecycle = "production"';
