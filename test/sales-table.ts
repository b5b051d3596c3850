/** A release of one table: what it prints for March 31, 2024 does not come to its total. */
export const SALES: string = [
  "Sales by region ($ millions):\n",
  "\tMarch 31, 2024\tMarch 31, 2023\tMarch 31, 2022",
  "North\t120.4\t101.2\t91.7",
  "South\t80.3\t70.1\t66.2",
  "West\t31.6\t29.0\t24.9",
  "Total sales\t223.3\t200.3\t182.8\n",
].join("\n");
