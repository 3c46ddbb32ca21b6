using NUglify;
using NUglify.Css;

namespace Innovexus.Consent.Build;

internal static class Sheet
{
    private static readonly CssSettings Settings = new()
    {
        // The one that says where the banner's part ends is kept.
        CommentMode = CssComment.Important,
        // Style sheets are served without a charset.
        DecodeEscapes = false,
    };

    public static MinifiedFile Minify(string name, string source) => MinifiedFile.From(name, Uglify.Css(source, name, Settings));
}
