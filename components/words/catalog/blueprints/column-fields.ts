export const label = "Columns of the list";
export const hint = "After the name, in the order in which they are chosen; whoever reads the list can choose others";
export const usual = "The usual ones: owner, level, lifecycle, tags, changed";
export const common = {
  owner: "Owner",
  level: "Level in a scorecard",
  lifecycle: "Lifecycle",
  type: "Type",
  tags: "Tags",
  description: "Description",
  identifier: "Identifier",
  updatedAt: "Changed",
};
