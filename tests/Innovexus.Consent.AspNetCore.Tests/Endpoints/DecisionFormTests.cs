using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CsCheck;
using static Innovexus.Consent.AspNetCore.Tests.Posts;

namespace Innovexus.Consent.AspNetCore.Tests;

/// <summary>Bodies, good and bad.</summary>
public class DecisionFormTests
{
    [Fact]
    public async Task Bad_bodies_are_refused_with_a_problem()
    {
        await using var host = await Host.StartAsync();
        var browser = host.Browser();

        await Refused(HttpStatusCode.BadRequest, Form("accept"));
        await Refused(HttpStatusCode.BadRequest, Form(""));
        await Refused(HttpStatusCode.BadRequest, new FormUrlEncodedContent([new("action", "accept-all"), new("action", "reject-all")]));
        await Refused(HttpStatusCode.UnsupportedMediaType, new StringContent("""{ "action": "accept-all" }""", Encoding.UTF8, "application/json"));
        await Refused(HttpStatusCode.UnsupportedMediaType, new StringContent("action=accept-all", Encoding.UTF8, "text/plain"));
        await Refused(HttpStatusCode.RequestEntityTooLarge, Form("save", ("category", new string('x', 17_000))));
        await Refused(HttpStatusCode.BadRequest, new StringContent("action=accept-all", MediaTypeHeaderValue.Parse("application/x-www-form-urlencoded; charset=utf-7")));
        await Refused(HttpStatusCode.BadRequest, Multipart("--b\r\nContent-Disposition: form-data; name=\"action\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\nsave\r\n--b--\r\n"));
        await Refused(HttpStatusCode.BadRequest, Multipart("action=accept-all"));
        await Refused(HttpStatusCode.BadRequest, Multipart("--b\r\nContent-Disposition: form-data; name=\"action\"\r\n\r\naccept-all"));

        async Task Refused(HttpStatusCode status, HttpContent content)
        {
            var answer = await browser.PostAsync("/_ic/decision", content);
            Assert.Equal(status, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.NotEmpty(await Problem(answer));
        }

        static ByteArrayContent Multipart(string body)
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
            return content;
        }
    }

    [Fact]
    public async Task A_chunked_body_has_the_same_limit()
    {
        await using var host = await Host.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_ic/decision")
        {
            Content = Form("save", ("category", new string('x', 17_000))),
        };
        request.Headers.TransferEncodingChunked = true;
        request.Content.Headers.ContentLength = null;

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await host.Browser().SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Ten_thousand_bodies_give_no_server_error()
    {
        await using var host = await Host.StartAsync();
        var statuses = new System.Collections.Concurrent.ConcurrentDictionary<HttpStatusCode, int>();
        string[] types = ["application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-7", "application/x-www-form-urlencoded; charset=nonsense", "multipart/form-data; boundary=b", "multipart/form-data", "text/plain", "application/json", "x"];
        var pieces = Gen.Int[0, 11].Select(i => new[]
        {
            "action=", "accept-all", "reject-all", "save", "&", "category=", "analytics", "return=/a", "%", "%zz",
            "--b\r\nContent-Disposition: form-data; name=\"action\"\r\n\r\n", "\r\n--b--\r\n",
        }[i]);
        var good = Gen.Int[0, 3].Select(i => new[]
        {
            "action=accept-all", "action=save&category=analytics", "return=/a&action=reject-all",
            "--b\r\nContent-Disposition: form-data; name=\"action\"\r\n\r\nsave\r\n--b--\r\n",
        }[i]);
        var bodies = Gen.Select(
            Gen.Int[0, types.Length - 1],
            Gen.OneOf(
                good,
                Gen.Select(good, pieces, (form, piece) => form + piece),
                pieces.Array[0, 12].Select(string.Concat),
                Gen.Byte.Array[0, 400].Select(Encoding.Latin1.GetString)));

        await bodies.SampleAsync(
            async sample =>
            {
                using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(sample.Item2));
                content.Headers.TryAddWithoutValidation("Content-Type", types[sample.Item1]);
                var answer = await host.Browser().PostAsync("/_ic/decision", content);
                statuses.AddOrUpdate(answer.StatusCode, 1, (_, count) => count + 1);
                return (int)answer.StatusCode is 303 or (>= 400 and < 500)
                    && answer.Headers.Contains("Set-Cookie") == (answer.StatusCode == HttpStatusCode.SeeOther);
            },
            iter: 10_000);

        Assert.True(statuses[HttpStatusCode.SeeOther] > 50, "The generator must make good bodies as well.");
    }
}
