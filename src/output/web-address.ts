const WEB = /^https?:\/\/[^\s/?#\\]+[^\s\\]*$/i;
const MAIL = /^mailto:[^\s@?]+@[^\s@?]+$/i;
const PERSON = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}$/;

/** Characters that have no place in an address, or show it as another: all but the letters, digits and marks that an address is made of. */
const HIDING = /[^\w!#$%&'()*+,./:;=?@[\]~\u00a1-\u061b\u061d-\u1fff\u2c00-\ud7ff-]/u;

/** An address that a reader can be sent to: the web's or a person's. Any other scheme, a blank or a character that hides something gives undefined. */
export function webAddress(written: string): string | undefined {
  const address = written.trim();
  return !HIDING.test(address) && (WEB.test(address) || MAIL.test(address)) ? address : undefined;
}

/** The address of a person's mailbox as a link; undefined where it does not look like one, and is left as text. */
export const mailAddress = (written: string): string | undefined =>
  PERSON.test(written)
    ? `mailto:${written.replace(/[%#?&"'<>`]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`
    : undefined;
