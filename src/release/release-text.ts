import type { SourcePlace } from "../books/books.ts";
import type { Day } from "../calendar/date.ts";
import type { Printed } from "../text/printed.ts";
import type { Binding } from "./binding.ts";
import type { Piece } from "./source-text.ts";

/** What stands between the lines of hyphens at the head of release.md. */
export interface ReleaseHead {
  /** The quarter that the release is of. */
  readonly period: string;
  /** The day it goes out. */
  readonly date: Day;
  /** "BILLERICA, Mass."; undefined where the text has no dateline. */
  readonly city: string | undefined;
  readonly periodPlace: SourcePlace;
}

/** A release as it is written: a static tree whose every character knows its place in the source. */
export interface ReleaseText {
  readonly head: ReleaseHead;
  readonly blocks: readonly TextBlock[];
}

export type TextInline =
  | { readonly kind: "text"; readonly printed: Printed; readonly strong: boolean; readonly emphasis: boolean }
  | {
      readonly kind: "binding";
      readonly binding: Binding;
      readonly strong: boolean;
      readonly emphasis: boolean;
      /** From brace to brace. */
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: "link"; readonly printed: Printed; readonly url: string }
  | { readonly kind: "break" };

export type TextBlock =
  | {
      readonly kind: "heading";
      readonly level: 1 | 2 | 3;
      readonly content: readonly TextInline[];
      readonly start: number;
    }
  | {
      readonly kind: "paragraph";
      readonly role: "subhead" | "text" | "quotation" | "small";
      readonly content: readonly TextInline[];
      readonly start: number;
    }
  | { readonly kind: "list"; readonly items: readonly (readonly TextInline[])[]; readonly start: number }
  | {
      /** What stands in the release here and is made elsewhere. */
      readonly kind: "directive";
      readonly name: "table" | "chart" | "call" | "contacts" | "text";
      /** The name in brackets; undefined for call and contacts. */
      readonly argument: Piece | undefined;
      /** Whether it stands in the legal part. */
      readonly isSmall: boolean;
      readonly start: number;
    };
