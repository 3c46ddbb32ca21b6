using System.Text.Json;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>Posts to the decision endpoint, and what comes back.</summary>
internal static class Posts
{
    /// <summary>A form with an action and further fields.</summary>
    public static FormUrlEncodedContent Form(string action, params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).Prepend(new("action", action)));

    /// <summary>What a refusal tells.</summary>
    public static async Task<string> Problem(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return problem.RootElement.GetProperty("detail").GetString()!;
    }
}
