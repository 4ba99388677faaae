// Towns that no file of flows/ describes yet, and some will: one that has written down as little as it may, and one that
// has written down everything.
import type { Book } from "../../book/book.ts";
import type { Office } from "../../office/office.ts";

/** A town that has written down nothing but its desk. */
export const emptied = (office: Office): Office => ({
  ...office,
  districts: [],
  fields: [],
  agencies: [],
  meetings: [],
  programmes: [],
  partners: [],
  resources: [],
});

/** The same desk with a telephone, a place, hours of several kinds, closed days and a promise. The names stay: they are given. */
export const filled = (office: Office): Office => ({
  ...office,
  desk: { ...office.desk, phone: NO_TELEPHONE, place: "市民会館 別館 3階 南側 12番窓口".repeat(3) },
  hours: [
    { days: ["月", "水", "金"], from: "08:30", to: "17:15" },
    { days: ["火", "木"], from: "08:30", to: "20:00" },
    { days: ["土"], from: "09:05", to: "12:30" },
  ],
  closed: ["12-29", "12-30", "12-31", "01-01", "01-02", "01-03"],
  replyWithinDays: 30,
});

/** The book of such a town: its districts are what residents are offered. */
export const inTown = ({ flow, office, ...book }: Book, town: (office: Office) => Office): Book => {
  const changed = town(office);
  const districts = changed.districts.length === 0 ? { labels: {}, also: [], sounds: {} } : flow.districts;
  return { ...book, office: changed, flow: { ...flow, districts } };
};

// --- internal ---

/** As long as one is, and nobody's. */
const NO_TELEPHONE = "0000-00-0000";
