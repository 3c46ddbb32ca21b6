namespace Innovexus.Consent;

/// <summary>What is wrong with the banner's options.</summary>
internal static class BannerCheck
{
    public static void Check(ConsentOptions options, List<ConsentProblem> problems)
    {
        var (layout, position) = (options.Banner.Layout, options.Banner.Position);
        var path = $"{options.Registry.SectionPath}:Banner";
        if (!Enum.IsDefined(layout))
        {
            problems.Add(new($"{path}:Layout", $"There is no layout {layout}. Use one of: {string.Join(", ", Enum.GetNames<BannerLayout>())}."));
        }
        else if (BannerLook.Find(options.Banner) is null)
        {
            BannerPosition[] known = [.. BannerLook.All.Where(look => look.Layout == layout).Select(look => look.Position).OfType<BannerPosition>()];
            problems.Add(new($"{path}:Position", known.Length == 0
                ? $"A {layout} stands in the middle and has no position. Remove the setting."
                : $"A {layout} cannot stand at {position}. Use one of: {string.Join(", ", known)}."));
        }
    }
}
