export const repeat = (items, key, row = key) => [...items].map((item, i) => row(item, i));
