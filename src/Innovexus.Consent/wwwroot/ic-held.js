// Loaded after a choice that the server has kept, but of which no cookie is seen here: says on the console what becomes of it.
// send: asks the library's endpoints, and gives what they answer, or nothing.
export async function explain(send) {
  // Where no cookie at all is kept, the page has said so already.
  document.cookie = 'ic_test=1; Path=/; SameSite=Lax';
  const kept = document.cookie.split('; ').includes('ic_test=1');
  document.cookie = 'ic_test=; Path=/; Max-Age=0';
  if (!kept) return;
  const name = document.querySelector('script[data-ic-ui]')?.dataset.icCookie ?? '__Host-ic_consent';
  const { decidedAt } = await send('state') ?? {};
  if (decidedAt && !document.cookie.includes(`=v1.${decidedAt}.`)) {
    console.warn(`The decision cookie '${name}' is kept, but scripts cannot read it: something in front of the application, or a cookie policy in it, makes it HttpOnly. The choice counts, but every page has to ask the server for it. Leave the cookie as the application sets it.`);
    return;
  }
  const answer = await send('state?refused');
  if (answer) console.warn(answer.problem ?? `The browser did not keep the decision cookie '${name}', though it keeps others, so the banner comes back on every page. The server's log names the cause and the fix.`);
}
