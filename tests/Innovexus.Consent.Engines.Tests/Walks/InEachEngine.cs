namespace Innovexus.Consent.Engines.Tests;

[Collection("Chromium")]
public sealed class ChromiumChoices(ChromiumEngine engine, Sites sites) : ChoiceWalks(engine, sites);

[Collection("Chromium")]
public sealed class ChromiumLifecycle(ChromiumEngine engine, Sites sites) : LifecycleWalks(engine, sites);

[Collection("Chromium")]
public sealed class ChromiumLeaving(ChromiumEngine engine, Sites sites) : LeavingWalks(engine, sites);

[Collection("Chromium")]
public sealed class ChromiumPages(ChromiumEngine engine, Sites sites) : PageWalks(engine, sites);

[Collection("Firefox")]
public sealed class FirefoxChoices(FirefoxEngine engine, Sites sites) : ChoiceWalks(engine, sites);

[Collection("Firefox")]
public sealed class FirefoxLifecycle(FirefoxEngine engine, Sites sites) : LifecycleWalks(engine, sites);

[Collection("Firefox")]
public sealed class FirefoxLeaving(FirefoxEngine engine, Sites sites) : LeavingWalks(engine, sites);

[Collection("Firefox")]
public sealed class FirefoxPages(FirefoxEngine engine, Sites sites) : PageWalks(engine, sites);

[Collection("WebKit")]
public sealed class WebKitChoices(WebKitEngine engine, Sites sites) : ChoiceWalks(engine, sites);

[Collection("WebKit")]
public sealed class WebKitLifecycle(WebKitEngine engine, Sites sites) : LifecycleWalks(engine, sites);

[Collection("WebKit")]
public sealed class WebKitLeaving(WebKitEngine engine, Sites sites) : LeavingWalks(engine, sites);

[Collection("WebKit")]
public sealed class WebKitPages(WebKitEngine engine, Sites sites) : PageWalks(engine, sites);

[Collection("Chromium")]
public sealed class ChromiumRandom(ChromiumEngine engine, Sites sites) : RandomWalks(engine, sites);

[Collection("Firefox")]
public sealed class FirefoxRandom(FirefoxEngine engine, Sites sites) : RandomWalks(engine, sites);

[Collection("WebKit")]
public sealed class WebKitRandom(WebKitEngine engine, Sites sites) : RandomWalks(engine, sites);
