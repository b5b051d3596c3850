import type { Figure } from "../../tieout/figures/figure.ts";

type Printed = Pick<Figure, "text">;

/** The digits of a figure as it is printed. */
export const digitsOf = ({ text }: Printed): string => text.replace(/\D/g, "");

/** An amount's digits, the zeros at its end too. */
export const digitsPrinted = (figure: Printed): string => digitsOf(figure).replace(/^0+/, "");

/** The digits that tell an amount from others, in whatever scale it is printed: the zeros at its ends may be those of any. */
export const digitsTelling = (figure: Printed): string => digitsOf(figure).replace(/^0+|0+$/g, "");
