// Turns what the flow wants said into words of one language: still free of LINE.

/** A button under a message. */
export interface Button {
  label: string;
  /** Which question, which answer: comes back as a `Choice` when pressed. */
  step: string;
  value: string;
}

/** One message for the resident. */
export interface Said {
  text: string;
  buttons: Button[];
}
