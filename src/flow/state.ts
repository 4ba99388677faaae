// Where one resident is. Plain JSON: it is written to the store and read back between any two words.
export interface State {
  flow: string;
}
