/** A case that a search found. */
export type FoundCase = {
  id: number;
  title: string;
  status: 'open' | 'waiting' | 'closed';
  customer: { id: number; name: string };
  owner: { id: number; name: string };
};
