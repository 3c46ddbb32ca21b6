namespace Innovexus.Consent.Browser.Tests;

/// <summary>What keeps the banner from being read and used: something out of sight, covered, or to be scrolled to sideways.</summary>
internal static class BannerFaults
{
    public static Task<string[]> FindAsync(Walk walk) => walk.Banner.EvaluateAsync<string[]>("""
        banner => {
            const faults = [], box = element => element.getBoundingClientRect();
            const text = banner.querySelector('.ic-text'), actions = banner.querySelector('.ic-actions'), link = text.querySelector('a');
            const seen = element => {
                const { x, y, width, height } = box(element);
                return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
            };
            for (const button of actions.children) if (!seen(button)) faults.push(`${button.textContent} is not in sight`);
            for (const element of [banner, ...banner.querySelectorAll('*')]) {
                if (element.clientWidth && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX != 'visible') faults.push(`${element.className || element.localName} scrolls sideways`);
            }
            const [inner, outer] = [box(text), box(banner)];
            if (inner.top < outer.top || inner.bottom > outer.bottom || inner.left < outer.left || inner.right > outer.right) faults.push('the text leaves the banner');
            const [one, two] = [inner, box(actions)];
            if (Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top) > 1 && Math.min(one.right, two.right) - Math.max(one.left, two.left) > 1) faults.push('the buttons cover the text');
            const lines = text.clientHeight / parseFloat(getComputedStyle(text.querySelector('p')).lineHeight);
            if (lines < 3) faults.push(`${lines} lines of the text are in sight`);
            if (!seen(text.querySelector('h2'))) faults.push('the heading is not in sight');
            text.scrollTop = text.scrollHeight;
            if (!seen(link)) faults.push('the end of the text cannot be reached');
            return faults;
        }
        """);
}
