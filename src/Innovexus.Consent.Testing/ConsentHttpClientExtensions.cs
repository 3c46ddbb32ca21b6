using System.Text.Json;

namespace Innovexus.Consent.Testing;

/// <summary>
/// Makes the client of a test host, such as that of <c>WebApplicationFactory</c>, the browser of a visitor. The client must keep cookies,
/// as that factory's does unless it is told otherwise.
/// </summary>
public static class ConsentHttpClientExtensions
{
    /// <summary>The visitor decides, by the post that the banner would send.</summary>
    /// <param name="client">The client; its base address is that of the site.</param>
    /// <param name="choice">What the visitor asks for: <see cref="ConsentChoice.RejectAll"/>, or <see cref="ConsentChoice.Only"/> for some ids.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The client.</returns>
    /// <exception cref="InvalidOperationException">The site did not take the choice, or the client keeps no cookies. The message names the fix.</exception>
    public static async Task<HttpClient> WithConsentAsync(this HttpClient client, ConsentChoice choice, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(choice);
        foreach (var fields in Posts(choice))
        {
            await PostAsync(client, fields, cancellationToken);
        }

        await EnsureKeptAsync(client, cancellationToken);
        return client;
    }

    /// <summary>The visitor's browser sends Global Privacy Control with every request.</summary>
    /// <param name="client">The client.</param>
    /// <returns>The client.</returns>
    public static HttpClient WithGlobalPrivacyControl(this HttpClient client) => With(client, GlobalPrivacyControl.Header, "1");

    /// <summary>The visitor is in a region. The host needs <c>AddTestRegions</c> among its services.</summary>
    /// <param name="client">The client.</param>
    /// <param name="region">An ISO 3166 code such as <c>DE</c> or <c>US-CA</c>.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">There is no such region.</exception>
    public static HttpClient WithRegion(this HttpClient client, string region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return With(client, TestRegionResolver.Header, RegionCode.Normalize(region)
            ?? throw new ArgumentException($"'{region}' is no region. Write an ISO 3166 code, such as DE or US-CA.", nameof(region)));
    }

    private static HttpClient With(HttpClient client, string header, string value)
    {
        ArgumentNullException.ThrowIfNull(client);
        client.DefaultRequestHeaders.Remove(header);
        client.DefaultRequestHeaders.Add(header, value);
        return client;
    }

    // The ids of everything are not known here, so what holds for all comes first, and what is named after it.
    private static IEnumerable<IEnumerable<KeyValuePair<string, string>>> Posts(ConsentChoice choice)
    {
        var named = choice.Named.Select(id => KeyValuePair.Create(id.Value ? DecisionField.Grant : DecisionField.Refuse, id.Key)).ToArray();
        if (choice.Objects)
        {
            yield return named.Prepend(new(DecisionField.Action, choice.About == OptOuts.Sale ? DecisionAction.OptOut : DecisionAction.Limit));
            yield break;
        }

        if (choice.Others is { } others)
        {
            yield return [new(DecisionField.Action, others ? DecisionAction.AcceptAll : DecisionAction.RejectAll)];
        }

        if (named.Length > 0)
        {
            yield return named.Prepend(new(DecisionField.Action, DecisionAction.Change));
        }
    }

    private static async Task PostAsync(HttpClient client, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, ConsentPaths.Decision) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add(SameOrigin.Header, SameOrigin.Own);
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await client.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            var answer = await response.Content.ReadAsStringAsync(cancellationToken);
            throw new InvalidOperationException($"The site did not take the choice ({response.StatusCode}). Does it call AddConsent and MapConsent? {answer}");
        }
    }

    private static async Task EnsureKeptAsync(HttpClient client, CancellationToken cancellationToken)
    {
        using var state = JsonDocument.Parse(await client.GetStringAsync(new Uri(ConsentPaths.State, UriKind.Relative), cancellationToken));
        if (state.RootElement.GetProperty("decidedAt").GetInt64() == 0)
        {
            throw new InvalidOperationException(
                "The client did not keep the decision cookie. Create it with a handler that keeps cookies, as WebApplicationFactory does where HandleCookies is true, and with the https address of a site that is reached by https.");
        }
    }
}
