/** What a customer wrote: in a form of a web page, or in a letter that one of us typed in. */
export type Message = {
  id: number;
  receivedAt: string;
  name: string | null;
  number: string | null;
  words: string;
  /** The form it came by. */
  site: string | null;
  typedBy: string | null;
};

/** What became of a letter. */
export type TakenIn = {
  id: number;
  caseId: number;
  opened: boolean;
  /** Who is to call, and by when; nobody when there is no number. */
  by: string | null;
  dueAt: string | null;
};
