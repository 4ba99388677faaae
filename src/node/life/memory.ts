// How much memory the program lets lie before it tidies up.
import { setFlagsFromString } from "node:v8";

/** Of what lives, in per cent. V8's own measure lets it grow to several times as much on a machine with plenty. */
const GARBAGE = 60;

/** https://nodejs.org/api/v8.html#v8setflagsfromstringflags; this one is read anew at every collection. */
export const keepTidy = (): void => setFlagsFromString(`--heap-growing-percent=${GARBAGE}`);
