export const ifDefined = (value) => value ?? null;
