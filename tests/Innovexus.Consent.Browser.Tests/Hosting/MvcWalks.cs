namespace Innovexus.Consent.Browser.Tests;

public class RazorPagesWalks(Chromium chromium, MvcHost host) : HostingWalks(chromium, host), IClassFixture<MvcHost>
{
    protected override string Prefix => "pages/";

    protected override string[] Counters => [];

    protected override bool StaysInDocument => false;
}

public class MvcWalks(Chromium chromium, MvcHost host) : HostingWalks(chromium, host), IClassFixture<MvcHost>
{
    protected override string Prefix => "mvc/";

    protected override string[] Counters => [];

    protected override bool StaysInDocument => false;
}

public class IslandWalks(Chromium chromium, MvcHost host) : HostingWalks(chromium, host), IClassFixture<MvcHost>
{
    protected override string Prefix => "island/";

    protected override string[] Counters => ["page"];

    protected override string LinkPrefix => "island/";

    protected override bool StaysInDocument => false;

    protected override string[] Renderers => ["Server"];
}
