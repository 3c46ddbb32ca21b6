// For sites that demand trusted types: one policy for what the library itself wrote. Where a site does not list it, making it throws,
// and what needs it stays shut.
/** @param {string} text */
const same = text => text;
const rules = { createHTML: same, createScript: same, createScriptURL: same };

function policy() {
  try {
    return window.trustedTypes?.createPolicy('innovexus-consent', rules);
  } catch {
  }
}

export const trusted = policy() ?? rules;
