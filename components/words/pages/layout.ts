export const theCatalogStandardsAndGolden = "The catalog, standards and golden paths of your organization.";
