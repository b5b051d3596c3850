/** The years that a text names, in its order. */
export const yearsIn = (text: string): readonly string[] => text.match(/\b20\d\d\b/g) ?? [];
