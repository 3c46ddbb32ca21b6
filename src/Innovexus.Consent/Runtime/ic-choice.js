// The form of a choice that a script of the page or .NET makes. Loaded with the first one that is not the banner's own.

// A change is { youtube: true, plausible: false }; .NET brings a form.
/** @param {any} choice */
export function change(choice) {
  if (choice instanceof URLSearchParams) return choice;
  if (choice == 'opt-out' || choice == 'limit') return new URLSearchParams({ action: choice });
  const changes = Object.entries(choice ?? '');
  // Taken for granted or refused, what is neither could let run what the visitor refused.
  if (typeof choice != 'object' || !changes.length || changes.some(([, on]) => typeof on != 'boolean')) {
    console.error("Consent: decide() takes 'accept-all', 'reject-all', 'opt-out', 'limit', or a change such as { youtube: true }. Nothing was changed.");
    return;
  }
  return new URLSearchParams([['action', 'change'], ...changes.map(([id, on]) => [on ? 'grant' : 'refuse', id])]);
}
