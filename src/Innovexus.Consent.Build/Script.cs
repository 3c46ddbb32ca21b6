using System.Text.Json.Nodes;
using NUglify;
using NUglify.JavaScript;

namespace Innovexus.Consent.Build;

internal static class Script
{
    // The scripts of every page: where their maps are would be a line that every visitor downloads.
    private static readonly string[] OfEveryPage = ["ic.js", "ic-say.js"];

    private const string MapName = "//# sourceMappingURL=";

    public static MinifiedFile Minify(string name, string source)
    {
        using var text = new StringWriter();
        UglifyResult result;
        using (var map = new V3SourceMap(text))
        {
            map.StartPackage(name, $"{name}.map");
            // A folder that is not served, so that the source does not take the address of what ships.
            result = Uglify.Js(source, $"Runtime/{name}", Settings(map));
            map.EndPackage();
        }

        var file = MinifiedFile.From(name, result, WithSource(text.ToString(), source));
        return OfEveryPage.Contains(name) && file.Text is { } code ? file with { Text = code[..code.LastIndexOf(MapName, StringComparison.Ordinal)] } : file;
    }

    private static CodeSettings Settings(V3SourceMap map) => new()
    {
        // Names of a module's own are shortened, its exports and all properties are kept.
        SourceMode = JavaScriptSourceMode.Module,
        // In modules it takes functions away that are called (1.23.6).
        RemoveUnneededCode = false,
        ReorderScopeDeclarations = false,
        PreserveImportantComments = false,
        SymbolsMap = map,
    };

    private static string WithSource(string map, string source)
    {
        var json = JsonNode.Parse(map)!;
        json["sourcesContent"] = new JsonArray(source);
        return json.ToJsonString();
    }
}
