const MODULUS = 2147483647;
const FACTOR = 48271;

/** Numbers that look random and are the same for the same seed: the generator of Lehmer, as Park and Miller chose it. */
export class SeededRandom {
  private state: number;

  constructor(seed: number) {
    this.state = Math.abs(Math.trunc(seed)) % (MODULUS - 1) + 1;
    // Neighbouring seeds begin alike.
    for (let i = 0; i < 8; i++) { this.below(2); }
  }

  /** A whole number from 0 to less than the bound. */
  public below(bound: number): number {
    this.state = this.state * FACTOR % MODULUS;
    return Math.floor(this.state / MODULUS * bound);
  }

  public pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)];
  }

  public shuffled<T>(list: readonly T[]): T[] {
    const result = [...list];
    for (let i = result.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [result[i], result[j]] = [result[j], result[i]];
    }
    return result;
  }
}
