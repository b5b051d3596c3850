import type { Rational } from "../exact/rational.ts";
import { reduced } from "./fraction.ts";

/** Amounts as whole units of 1/`value`. Nearly all denominators are one of a few: what each is multiplied by is worked out once. */
export class UnitScale {
  readonly value: bigint;
  private readonly factors = new Map<bigint, bigint>();
  private wanted: bigint;

  constructor(value: bigint) {
    this.value = value;
    this.wanted = value;
  }

  /** The amount in units; of one that is no whole number of them, nothing that can be used, and the scale is too narrow from then on. */
  unitsOf({ n, d }: Rational): bigint {
    return d === this.value ? n : n * (this.factors.get(d) ?? this.factor(d));
  }

  /** The least scale that all amounts fit which were asked for: this one, where each has fitted it. */
  widened(): UnitScale {
    return this.wanted === this.value ? this : new UnitScale(this.wanted);
  }

  private factor(d: bigint): bigint {
    if (this.wanted % d !== 0n) this.wanted *= reduced(this.wanted, d).d;
    const factor = this.value / d;
    this.factors.set(d, factor);
    return factor;
  }
}
