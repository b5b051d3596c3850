import type { FindingCode, Refusal, Severity } from "../../finding.ts";

/**
 * What has changed since an earlier draft: a plain object, its keys in the order of these declarations. An `id` is a figure's in the
 * draft it is said of: of what is gone the earlier one's, of all else this one's.
 */
export interface Since {
  /** The earlier draft, by the name it was given. */
  readonly path: string;
  readonly sha256: string | null;
  /** There where the earlier draft could not be read; nothing is compared then. */
  readonly refused?: Refusal;
  readonly figures: {
    /** How many stand in both and print the same. */
    readonly same: number;
    readonly changed: readonly ChangedFigure[];
    readonly added: readonly NamedFigure[];
    readonly removed: readonly NamedFigure[];
  };
  /** The words of table rows: labels and heads. */
  readonly labels: Changes;
  /** Sentences and headings; a sentence of which only figures have changed is not among them. */
  readonly sentences: Changes;
  readonly findings: {
    readonly new: readonly NamedFinding[];
    readonly gone: readonly NamedFinding[];
    readonly still: readonly NamedFinding[];
  };
}

/** A figure by its own words; of `column`, `table` and `sentence` those that apply. */
export interface NamedFigure {
  readonly id: string;
  readonly print: string;
  /** Of measurements: as the report has it. */
  readonly value?: string;
  readonly label?: string;
  readonly column?: string;
  readonly table?: string;
  readonly sentence?: string;
}

/** A figure that prints something else than it did, or stands for something else though it prints the same. */
export interface ChangedFigure extends NamedFigure {
  readonly was: { readonly id: string; readonly print: string; readonly value?: string };
}

export interface Changes {
  readonly changed: readonly (Words & { readonly was: string })[];
  readonly added: readonly Words[];
  readonly removed: readonly Words[];
  /** The same to the letter, and elsewhere. */
  readonly moved: readonly Words[];
}

export interface Words {
  /** A sentence as printed; of a row, what its cells say beside their figures. */
  readonly text: string;
  /** Of labels: the caption of their table. */
  readonly table?: string;
}

export interface NamedFinding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: string;
  readonly figures: readonly string[];
}
