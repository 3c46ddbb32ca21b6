namespace Innovexus.Consent.Browser.Tests;

/// <summary>A walk through a page by the tab key, and what is seen of it.</summary>
internal static class Tabbing
{
    // A dense page: somewhere in forty links, one lies where the banner is.
    public static Task<System.Text.Json.JsonElement?> FillAsync(Walk walk) => walk.Page.EvaluateAsync("() => { for (let i = 0; i < 40; i++) document.querySelector('main').insertAdjacentHTML('beforeend', `<p><a href='/blog?${i}'>Link ${i}</a></p>`) }");

    public static async Task<List<Stop>> ThroughAsync(Walk walk)
    {
        var stops = new List<Stop>();
        while (stops.Count < 80)
        {
            await walk.Page.Keyboard.PressAsync("Tab");
            var stop = await walk.Page.EvaluateAsync<Stop?>("""
                () => {
                    const element = document.activeElement;
                    if (!element || element == document.body || element.dataset.tabbed) return null;
                    element.dataset.tabbed = 'yes';
                    const box = element.getBoundingClientRect(), style = getComputedStyle(element);
                    const name = element.labels?.[0]?.textContent ?? element.ariaLabel ?? element.textContent.trim().replace(/\s+/g, ' ');
                    const hit = document.elementFromPoint(box.x + Math.min(box.width / 2, innerWidth / 2), Math.min(Math.max(box.y + box.height / 2, box.top + 1), Math.max(box.top + 1, innerHeight - 1)));
                    const root = element.closest('[data-permanent=ic-root]');
                    return {
                        name, x: box.x, y: box.y, height: box.height, inRoot: !!root,
                        visible: style.outlineStyle != 'none' && parseFloat(style.outlineWidth) >= 2,
                        hidden: !(hit && (element.contains(hit) || hit.contains(element) && !hit.matches('.ic-banner, .ic-banner *'))),
                    };
                }
                """);
            if (stop is null)
            {
                break;
            }

            stops.Add(stop);
        }

        await walk.Page.EvaluateAsync("() => document.querySelectorAll('[data-tabbed]').forEach(element => delete element.dataset.tabbed)");
        return stops;
    }

    public static void InVisualOrder(IEnumerable<Stop> stops, string direction)
    {
        foreach (var (one, next) in stops.Zip(stops.Skip(1)))
        {
            var overlap = Math.Min(one.Y + one.Height, next.Y + next.Height) - Math.Max(one.Y, next.Y);
            var sameLine = overlap > Math.Min(one.Height, next.Height) / 2;
            var inOrder = sameLine ? (direction == "ltr" ? one.X < next.X : one.X > next.X) : one.Y < next.Y || one.X < next.X == (direction == "ltr");
            Assert.True(inOrder, $"'{next.Name}' comes after '{one.Name}' by keyboard, but not to the eye.");
        }
    }

    public sealed record Stop(string Name, double X, double Y, double Height, bool InRoot, bool Visible, bool Hidden)
    {
        public Stop()
            : this("", 0, 0, 0, false, false, false)
        {
        }
    }
}
