// The log: one JSON line an event, on standard error. Never a resident's words, names or LINE ids.
import { pino } from "pino";
import type { Log } from "../ports.ts";

export const logTo = (level: string): Log => pino({ level, base: null }, pino.destination({ fd: 2, sync: true }));
