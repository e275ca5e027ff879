import { api, faultOf } from '../api';
import { takesText } from '../desk/shortcuts';
import type { Act } from '../state/desk-state';
import type { Case, Customer, Person } from '../wire';

/** What the agent does with customers and cases: each asks the service, then tells the desk. Failures are thrown. */
export function fileActions(tell: (act: Act) => void) {
  const fetchCases = async (customerId: number) => {
    try {
      tell({ type: 'cases', customerId, cases: await api.casesOf(customerId) });
    } catch {
      tell({ type: 'cases', customerId, cases: 'failed' });
    }
  };
  return {
    /** Who was found is known by little more than the name: the rest is asked for, and what may be seen is told. */
    open(customer: Customer, caseId?: number) {
      tell({
        type: 'open',
        person: { ...customer, cases: [] },
        ...(caseId === undefined ? {} : { caseId }),
      });
      api.customer(customer.id).then(
        (whole) => tell({ type: 'customer', customer: whole }),
        () => {}, // that the cases fail as well is said there
      );
      void fetchCases(customer.id);
      focusFile();
    },
    async openBecause(customerId: number, reason: string) {
      tell({ type: 'customer', customer: await api.openCustomer(customerId, reason) });
      await fetchCases(customerId);
      focusFile();
    },
    async identify(call: string, person: Person) {
      await api.identified(call, person.id);
      const [customer, cases] = await Promise.all([api.customer(person.id), api.casesOf(person.id)]);
      tell({ type: 'chosen', call, person: { ...customer, cases } });
      // the card may have brought it sooner, and the agent may be writing already
      if (!takesText(document.activeElement)) focusFile();
    },
    fetchCases,
    async setCaller(call: string, person: Person) {
      await api.setCaller(call, person.id);
      tell({ type: 'chosen', call, person });
      focusFile();
    },
    async nameCaller(call: string, name: string, number: string | null) {
      const customer = await api.addCustomer(name, number);
      await api.setCaller(call, customer.id);
      tell({ type: 'chosen', call, person: { ...customer, cases: [] } });
      focusFile();
    },
    async addNote(caseId: number, text: string, call: string | null) {
      tell({ type: 'note-added', caseId, note: await api.addNote(caseId, text, call) });
    },
    async addCase(wanted: Parameters<typeof api.addCase>[0]) {
      try {
        const made = await api.addCase(wanted);
        tell({ type: 'case-added', customerId: wanted.customerId, case: made });
      } catch (failure) {
        // The call that opened the file is over: what opens it now is shown.
        if (faultOf(failure) === 'unsure')
          tell({ type: 'customer', customer: await api.customer(wanted.customerId) });
        throw failure;
      }
    },
    caseAdded(customerId: number, made: Case) {
      tell({ type: 'case-added', customerId, case: made });
    },
    customerChanged(customer: Customer) {
      tell({ type: 'customer-changed', customer });
    },
    caseChanged(now: Case) {
      tell({ type: 'case-changed', case: now });
    },
    close() {
      tell({ type: 'close-file' });
      document.querySelector<HTMLElement>('[type=search]')?.focus();
    },
    chooseAgain() {
      tell({ type: 'choose-again' });
      focusFile();
    },
  };
}

export type FileActions = ReturnType<typeof fileActions>;

/** After an act of the agent's own, the cursor follows to what it opened. Never called for what arrives by itself. */
export function focusFile(): void {
  requestAnimationFrame(() => document.getElementById('file-title')?.focus());
}
