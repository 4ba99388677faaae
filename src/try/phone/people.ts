// Everybody who has this LINE: what they do, and what arrives at them.
import { addBubbles, canReceive, newPhone, type Bubble, type Phone } from "./phone.ts";
import { eventOf, isMessage, type Act, type WebhookEvent } from "./events.ts";
import { messageId, quoteToken } from "./ids.ts";

export interface People {
  /** The phone with this user id; a new one if nobody had it. */
  meet: (id: string) => Phone;
  find: (id: string) => Phone | null;
  all: () => Phone[];
  /** Does it on the phone and makes the event. Throws where LINE's own app would not let a person do it. */
  act: (id: string, act: Act) => WebhookEvent;
  /** Shows messages of the office, unless they cannot reach this phone. The ids and whether they arrived. */
  arrive: (phone: Phone, messages: Bubble["message"][], via: "reply" | "push" | "multicast") => Arrival;
  /** Says that something on this phone changed. */
  touch: (phone: Phone) => void;
  revision: () => number;
}

interface Arrival {
  sentMessages: { id: string; quoteToken?: string }[];
  arrived: boolean;
}

/** A person wanted to do something their LINE does not let them, for example to write to an account they blocked. */
export class CannotAct extends Error {}

/** @param most so many bubbles of each talk are kept */
export function people(now: () => number, most: number): People {
  const phones = new Map<string, Phone>();
  let revision = 0;
  const self: People = {
    find: (id) => phones.get(id) ?? null,
    all: () => [...phones.values()],
    revision: () => revision,
    touch: (phone) => void (phone.revision = ++revision),
    meet(id) {
      const phone = phones.get(id) ?? newPhone(id);
      phones.set(id, phone);
      return phone;
    },
    act(id, act) {
      const phone = self.meet(id);
      mayAct(phone, act);
      const event = eventOf(id, act, now(), phone.blocked);
      show(phone, act, event, most);
      self.touch(phone);
      return event;
    },
    arrive(phone, messages, via) {
      const sentMessages = messages.map((message) => sentMessage(message));
      const arrived = canReceive(phone, now());
      if (arrived) {
        addBubbles(
          phone,
          messages.map((message, index) => fromOffice(sentMessages[index]!.id, message, via, now())),
          most,
        );
        phone.chips = chipsOf(messages.at(-1));
        phone.loadingUntil = 0;
        self.touch(phone);
      }
      return { sentMessages, arrived };
    },
  };
  return self;
}

function mayAct(phone: Phone, act: Act): void {
  if (phone.blocked && act.kind !== "follow") throw new CannotAct("ブロックしている間は送れません");
  if (act.kind !== "unsend") return;
  const own = phone.bubbles.find((bubble) => bubble.id === act.messageId && bubble.from === "person");
  if (!own || own.unsent) throw new CannotAct("取り消せるメッセージがありません");
}

function show(phone: Phone, act: Act, event: WebhookEvent, most: number): void {
  if (act.kind === "follow") Object.assign(phone, { friend: true, blocked: false });
  if (act.kind === "unfollow") Object.assign(phone, { friend: false, blocked: true, chips: [] });
  if (act.kind === "unsend") takeBack(phone, act.messageId);
  if (act.kind === "postback") phone.chips = [];
  if (act.kind === "postback" && act.displayText) {
    addBubbles(
      phone,
      [fromPerson(event.webhookEventId, { type: "text", text: act.displayText }, event.timestamp)],
      most,
    );
  }
  if (isMessage(act)) write(phone, act, event, most);
}

function write(phone: Phone, act: Act, event: WebhookEvent, most: number): void {
  const message = event.message!;
  addBubbles(phone, [fromPerson(message.id, message, event.timestamp)], most);
  phone.chips = [];
  phone.wroteAt = event.timestamp;
  if (!("bytes" in act)) return;
  const readyAt = event.timestamp + (act.readyInMs ?? 0);
  phone.media.set(message.id, { kind: act.kind, bytes: act.bytes, type: act.type, readyAt, gone: false });
}

/** 送信取消: the words leave the talk on both sides, a mark stays. */
function takeBack(phone: Phone, id: string): void {
  const bubble = phone.bubbles.find((one) => one.id === id)!;
  bubble.unsent = true;
  bubble.message = { type: bubble.message.type };
  const media = phone.media.get(id);
  if (media) Object.assign(media, { gone: true, bytes: new Uint8Array() });
}

const fromPerson = (id: string, message: Bubble["message"], at: number): Bubble => ({
  id,
  from: "person",
  at,
  message,
  via: null,
  read: false,
  unsent: false,
});

const fromOffice = (id: string, message: Bubble["message"], via: Bubble["via"], at: number): Bubble => ({
  id,
  from: "office",
  at,
  message,
  via,
  read: true,
  unsent: false,
});

/** Only the last message's quick replies are shown. https://developers.line.biz/en/docs/messaging-api/using-quick-reply/ */
const chipsOf = (last: Bubble["message"] | undefined): unknown[] =>
  (last?.quickReply as { items?: unknown[] } | undefined)?.items ?? [];

function sentMessage(message: Bubble["message"]): { id: string; quoteToken?: string } {
  const quotable = ["text", "textV2", "sticker", "image", "video", "template"].includes(message.type);
  return { id: messageId(), ...(quotable && { quoteToken: quoteToken() }) };
}
