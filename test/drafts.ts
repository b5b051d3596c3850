/** Two drafts of one small release, of a company that does not exist. The first has a total that is a digit off. */
export const FIRST = `Brightwater Pumps Reports First Quarter 2024 Results

BERGEN, May 7, 2024 - Brightwater Pumps said that sales of the first quarter of 2024 were $223.3 million, up 11 percent
from a year earlier. Orders were strong in the north. The company employs 1,240 people.

Sales by Region
($ in millions)

                 March 31,  March 31,  March 31,
                   2024       2023       2022
                 ---------  ---------  ---------
North            $  111.4   $  101.2   $   91.7
South                80.3       70.1       66.2
West                 31.6       29.0       24.9
                 ---------  ---------  ---------
Total sales      $  232.3   $  200.3   $  182.8

Sales by Product
($ in millions)

                 March 31,  March 31,  March 31,
                   2024       2023       2022
                 ---------  ---------  ---------
Pumps            $  150.1   $  140.0   $  130.5
Valves               73.2       60.3       52.3
                 ---------  ---------  ---------
Total sales      $  223.3   $  200.3   $  182.8
`;

/** The text with each of the replacements made once; a replacement that finds nothing is a mistake of the test. */
export function edited(text: string, ...replacements: readonly (readonly [string, string])[]): string {
  let result = text;
  for (const [from, to] of replacements) {
    if (!result.includes(from)) throw new Error(`The draft does not hold ${JSON.stringify(from)}.`);
    result = result.replace(from, () => to);
  }
  return result;
}
