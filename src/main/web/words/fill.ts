const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text from outside that must not turn the sentence around it: for titles and announcements, where no element can. */
export function plain(text: string): string {
  return text
    .replace(bidiControls, '')
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
}

export function fill(sentence: string, slots: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in slots ? plain(String(slots[name])) : whole,
  );
}
