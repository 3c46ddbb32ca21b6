namespace Innovexus.Consent.Hosts.Web;

/// <summary>How vendors hear of events and page views, one for each way of counting.</summary>
internal static class Events
{
    public static void CountLoad(VendorOptions vendor)
    {
        vendor.Events = new() { Form = SignalForm.Call, Target = "meter.event", Arguments = """[{ "$event": "name" }, { "$event": "parameters" }]""" };
        vendor.PageView = new() { Form = SignalForm.Call, Target = "meter.view", Arguments = """[{ "$event": "url" }, { "$event": "referrer" }]""" };
        vendor.PageViews = VendorPageViews.Load;
    }

    public static void FollowHistory(VendorOptions vendor)
    {
        vendor.PageView = new() { Form = SignalForm.Call, Target = "told", Arguments = """["follower", { "$event": "url" }]""" };
        vendor.PageViews = VendorPageViews.History;
    }

    public static void CountNothing(VendorOptions vendor)
    {
        vendor.Events = new() { Form = SignalForm.PushItems, Target = "plain", Arguments = """[{ "event": { "$event": "name" }, "with": [{ "$event": "parameters" }] }]""" };
        vendor.PageView = new() { Form = SignalForm.PushArray, Target = "plain", Arguments = """["view", { "$event": "url" }]""" };
    }
}
