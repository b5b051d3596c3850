/** What there is to say of a path that the machine refused, and what a person can do about it. */
interface Words {
  readonly what: string;
  readonly remedy: string;
}

const AGAIN = "and try again";

/** By the system's own codes. */
const WORDS: Readonly<Record<string, Words>> = {
  ENOENT: {
    what: "nothing stands there (any more); it was never there, or was deleted or renamed meanwhile",
    remedy: `Put it back, or name another, ${AGAIN}.`,
  },
  EACCES: {
    what: "this user may not read or write it",
    remedy: `See to the rights of the file and of the folders above it, ${AGAIN}.`,
  },
  EPERM: {
    what: "this user may not do that with it",
    remedy: `See to the rights of the file and of the folders above it, ${AGAIN}.`,
  },
  EISDIR: { what: "it is a folder, where a file was expected", remedy: "Name a file, or take the folder away." },
  ENOTDIR: {
    what: "a part of this path is a file, where a folder was expected",
    remedy: "Name another path, or take that file away.",
  },
  ENOTEMPTY: { what: "the folder is not empty", remedy: "Name another one, or empty it." },
  EEXIST: { what: "it is there already", remedy: "Name another path, or take it away." },
  EROFS: { what: "its disk cannot be written", remedy: "Name a place on another disk." },
  ENOSPC: { what: "the disk is full", remedy: `Make room on it, ${AGAIN}.` },
  EDQUOT: { what: "this user may not take more of the disk", remedy: `Make room on it, ${AGAIN}.` },
  EFBIG: { what: "the disk takes no file as large as that", remedy: "Name a place on another disk." },
  EMFILE: { what: "too many files are open", remedy: `Raise the limit (ulimit -n), or end other programs, ${AGAIN}.` },
  ENFILE: { what: "too many files are open", remedy: `End other programs, ${AGAIN}.` },
  EBUSY: { what: "another program keeps it", remedy: `End that program, ${AGAIN}.` },
  ELOOP: { what: "its links lead round in a circle", remedy: "Put the file itself there." },
  ENAMETOOLONG: { what: "its name is longer than the disk takes", remedy: "Give it a shorter one." },
  ESTALE: { what: "the network disk that it is on has lost it", remedy: `Connect the disk anew, ${AGAIN}.` },
  EIO: { what: "the disk could not be read or written", remedy: "See to the disk, and have a copy of what is on it." },
};

/** These say that a program has asked for what makes no sense: that is a mistake of ours, although it comes from the machine. */
const OURS: ReadonlySet<string> = new Set(["EBADF", "EFAULT", "EINVAL"]);

/**
 * What the machine has refused (a file that has vanished while it was read, a full disk), in a sentence with what to do; undefined where the error is none
 * of the machine's, but a mistake of ours, whose trace must be shown. It is the one place that tells the two apart.
 */
export function machineRefusal(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { path, code, reason } = "syscall" in error ? ofSystem(error) : ofEngine(error);
  if (code === undefined) return reason;
  const words = WORDS[code];
  if (words === undefined) return OURS.has(code) ? undefined : error.message;
  return `${path === undefined ? "" : `${path}: `}${words.what}. ${words.remedy}`;
}

/** Why something that is named beside it could not be had, without a full stop. */
export function whyNot(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return WORDS[code]?.what ?? (error instanceof Error ? error.message : String(error));
}

/** The same of a file that a person has named. */
export const whyNotRead = (error: unknown): string =>
  isMissing(error) ? "there is no file of this name" : `it cannot be read: ${whyNot(error)}`;

/** Whether there is nothing at the path that was asked for. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

/** What is told of a mistake of ours, so that it can be found. */
export const traceOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

interface Refusal {
  readonly path?: string | undefined;
  /** The system's own code. */
  readonly code?: string | undefined;
  /** What there is to say where no code is known. */
  readonly reason?: string | undefined;
}

/** An error of the system names the call, its code and its path; one of ours that is said as it stands has no code. */
function ofSystem(error: Error): Refusal {
  const of = (name: string): string | undefined => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === "string" ? value : undefined;
  };
  return { path: of("path"), code: of("code"), reason: error.message };
}

/** The engine of the journals has no codes; it begins with the kind of its trouble, and quotes the path and the system's words. */
function ofEngine({ message }: Error): Refusal {
  if (/^Out of Memory Error: /.test(message))
    return { reason: "The journals take more memory than this machine gives. End other programs, and try again." };
  if (!/^IO Error: /.test(message)) return {};
  const [first = ""] = message.split("\n");
  const path = /"([^"]+)"/.exec(first)?.[1];
  const code = ENGINE.find(([words]) => words.test(first))?.[1];
  return { path, code, reason: first.replace("IO Error: ", "") };
}

const ENGINE: readonly (readonly [RegExp, string])[] = [
  [/No such file or directory|No files found/, "ENOENT"],
  [/Permission denied/, "EACCES"],
  [/No space left/, "ENOSPC"],
  [/Read-only file system/, "EROFS"],
  [/Too many open files/, "EMFILE"],
  [/Is a directory/, "EISDIR"],
];
