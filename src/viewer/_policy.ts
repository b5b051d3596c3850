import { sha256 } from "@noble/hashes/sha2.js";

/** What a page may do: run these scripts and wear these styles, by their hashes, show pictures it carries itself, and nothing else. */
export function policyOf({ scripts, styles }: { scripts: readonly string[]; styles: readonly string[] }): string {
  const only = (texts: readonly string[]): string => (texts.length === 0 ? "'none'" : texts.map(hashOf).join(" "));
  return `default-src 'none'; script-src ${only(scripts)}; style-src ${only(styles)}; img-src data:; base-uri 'none'; form-action 'none'`;
}

const hashOf = (text: string): string => `'sha256-${base64(sha256(new TextEncoder().encode(text)))}'`;

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function base64(bytes: Uint8Array): string {
  let out = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const n = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (let k = 0; k < 4; k++) out += i + k > bytes.length ? "=" : ALPHABET[(n >> (18 - 6 * k)) & 63]!;
  }
  return out;
}
