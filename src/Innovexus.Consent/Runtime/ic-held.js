// Loaded where the cookie of a choice that the server has kept is not seen here: finds out why, and says so on the console.
// Whether the server sees the choice all the same.
/** @param {Send} send @param {number} wanted The time of the choice. */
export async function explain(send, wanted) {
  // Where no cookie at all is kept, the page says so to the visitor.
  document.cookie = 'ic_test=1; Path=/; SameSite=Lax';
  const works = document.cookie.split('; ').includes('ic_test=1');
  document.cookie = 'ic_test=; Path=/; Max-Age=0';
  if (!works) return false;
  const name = document.querySelector('script[data-ic-ui]')?.dataset.icCookie ?? '__Host-ic_consent';
  const { decidedAt } = await send('state') ?? {};
  if (decidedAt >= wanted) {
    console.warn(`Scripts cannot read the decision cookie '${name}', because a proxy or middleware makes it HttpOnly. The decision counts, but every page has to ask the server for it. Leave the cookie unchanged.`);
    return true;
  }
  const answer = await send('state?refused');
  if (answer) console.warn(answer.problem ?? `The browser did not keep the decision cookie '${name}', although it keeps other cookies. The banner comes back on every page. The server's log names the cause and the fix.`);
  return false;
}
