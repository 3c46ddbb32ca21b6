using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.JSInterop;

namespace Innovexus.Consent.Tests;

/// <summary>The consent service of circuits and WebAssembly applications.</summary>
public sealed class InteractiveConsentServiceTests : IAsyncDisposable
{
    private readonly FakeRuntime _page = new() { Answer = Word(ConsentChoice.AcceptAll) };
    private readonly FakeLogger<InteractiveConsentService> _logger = new();
    private readonly AddConsentClientState _persisted = new() { Text = Word(null) };
    private readonly FakeNavigation _navigation = new();
    private readonly InteractiveConsentService _consent;

    public InteractiveConsentServiceTests() => _consent = new(Registries.Site, _persisted, _page, _navigation, _logger);

    public ValueTask DisposeAsync() => _consent.DisposeAsync();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_withdrawal_is_heard_after_a_callback_has_thrown()
    {
        var heard = new List<bool>();
        using var throwing = _consent.OnChange(_ => throw new InvalidOperationException("the site's own"));
        using var other = _consent.OnChange(state =>
        {
            heard.Add(state.IsGranted("stats"));
            return Task.CompletedTask;
        });
        await _consent.ListenAsync();

        _page.Listener!.Changed(Word(ConsentChoice.AcceptAll));
        _page.Listener.Changed(Word(ConsentChoice.RejectAll));

        Assert.Equal([true, false], heard);
        Assert.False(_consent.State.IsGranted("stats"));
        Assert.Equal(2, _logger.Collector.GetSnapshot().Count(entry => entry.Level == LogLevel.Error));
    }

    [Fact]
    public async Task The_runtime_is_not_kept_waiting_by_a_callback_that_never_ends()
    {
        using var endless = _consent.OnChange(_ => new TaskCompletionSource().Task);

        var state = await _consent.DecideAsync(ConsentChoice.AcceptAll, Token);

        Assert.True(state.IsGranted("stats"));
    }

    [Fact]
    public async Task The_same_word_again_is_no_change()
    {
        var changes = 0;
        using var subscription = _consent.OnChange(_ => Task.FromResult(changes++));
        await _consent.ListenAsync();

        _page.Listener!.Changed(Word(ConsentChoice.AcceptAll));
        _page.Listener.Changed(Word(ConsentChoice.AcceptAll));

        Assert.Equal(1, changes);
    }

    [Fact]
    public async Task A_choice_whose_callback_throws_is_kept_and_its_state_returned()
    {
        using var throwing = _consent.OnChange(_ => throw new InvalidOperationException("the site's own"));

        var state = await _consent.DecideAsync(ConsentChoice.AcceptAll, Token);

        Assert.True(state.IsGranted("stats"));
        Assert.Equal("action=accept-all", _page.Form);
        Assert.Equal("the site's own", Assert.Single(_logger.Collector.GetSnapshot()).Exception!.Message);
    }

    [Fact]
    public async Task A_token_that_is_cancelled_before_or_while_the_browser_is_reached_sends_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _consent.DecideAsync(ConsentChoice.AcceptAll, new(canceled: true)));
        Assert.Empty(_page.Calls);

        using var caller = new CancellationTokenSource();
        _page.Held["connect"] = new();
        var deciding = _consent.DecideAsync(ConsentChoice.AcceptAll, caller.Token);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => deciding);
        _page.Held["connect"].SetResult();
        await _consent.ListenAsync();
        Assert.DoesNotContain("decide", _page.Calls);
    }

    [Fact]
    public async Task A_token_that_is_cancelled_after_the_choice_was_sent_changes_nothing()
    {
        using var caller = new CancellationTokenSource();
        _page.Held["decide"] = new();
        var deciding = _consent.DecideAsync(ConsentChoice.AcceptAll, caller.Token);
        await caller.CancelAsync();
        _page.Held["decide"].SetResult();

        Assert.True((await deciding).IsGranted("stats"));
    }

    [Theory]
    [InlineData("import", typeof(JSException), "ic-net.js did not load")]
    [InlineData("connect", typeof(JSException), "ic-net.js did not load or failed")]
    [InlineData("decide", typeof(JSException), "The consent runtime failed in the browser")]
    [InlineData("import", typeof(JSDisconnectedException), "the circuit is disconnected")]
    [InlineData("decide", typeof(JSDisconnectedException), "the circuit is disconnected")]
    [InlineData("import", typeof(TaskCanceledException), "the circuit is disconnected")]
    [InlineData("decide", typeof(TaskCanceledException), "it is unknown whether the choice was stored")]
    [InlineData("import", typeof(InvalidOperationException), "there is no browser to store it")]
    [InlineData("decide", typeof(ObjectDisposedException), "the circuit is disconnected")]
    public async Task Each_cause_has_its_own_message(string function, Type cause, string message)
    {
        _page.Failures[function] = (Exception)Activator.CreateInstance(cause, "the cause")!;

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => _consent.DecideAsync(ConsentChoice.AcceptAll, Token));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not in this page", exception.Message, StringComparison.Ordinal);
        Assert.IsType(cause, exception.InnerException);
    }

    [Fact]
    public async Task A_page_without_the_runtime_is_named_as_that()
    {
        _page.Answer = null;

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => _consent.DecideAsync(ConsentChoice.AcceptAll, Token));

        Assert.Contains("the consent runtime is not in this page. Place <ConsentHead />", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_not_for_ever()
    {
        _page.Failures["import"] = new JSException("offline");
        await _consent.ListenAsync();
        _page.Failures.Clear();

        Assert.True((await _consent.DecideAsync(ConsentChoice.AcceptAll, Token)).IsGranted("stats"));
    }

    [Fact]
    public async Task What_could_not_listen_tries_again_at_the_next_address()
    {
        _page.Failures["import"] = new JSException("offline");
        await _consent.ListenAsync();
        _page.Failures.Clear();

        _navigation.NavigateTo("?page=2");
        await _page.CalledAsync("moved");

        Assert.Same(_consent, _page.Listener);
    }

    [Fact]
    public async Task After_a_reconnection_it_asks_what_it_has_missed()
    {
        await _consent.ListenAsync();
        _consent.Lose();

        await _consent.ListenAgainAsync();

        Assert.Equal(["import", "connect", "tell"], _page.Calls);
    }

    [Fact]
    public async Task A_connection_that_was_lost_before_it_listened_listens_after_the_next()
    {
        _page.Held["connect"] = new();
        var lost = _consent.ListenAsync();
        _consent.Lose();
        _page.Held.Remove("connect");

        await _consent.ListenAgainAsync();

        Assert.Equal(["import", "connect", "import", "connect"], _page.Calls);
        Assert.Same(_consent, _page.Listener);
        Assert.False(lost.IsCompleted);
    }

    [Theory]
    [InlineData(typeof(JSException))]
    [InlineData(typeof(JSDisconnectedException))]
    [InlineData(typeof(TaskCanceledException))]
    public async Task Asking_in_vain_after_a_reconnection_ends_nothing(Type cause)
    {
        await _consent.ListenAsync();
        _page.Failures["tell"] = (Exception)Activator.CreateInstance(cause, "the cause")!;

        await _consent.ListenAgainAsync();
        _page.Listener!.Changed(Word(ConsentChoice.AcceptAll));

        Assert.DoesNotContain("disconnect", _page.Calls);
        Assert.True(_consent.State.IsGranted("stats"));
    }

    [Fact]
    public async Task Only_its_own_end_ends_the_listening()
    {
        await _consent.ListenAsync();

        await _consent.DisposeAsync();

        Assert.Equal(["import", "connect", "disconnect"], _page.Calls);
    }

    [Fact]
    public async Task A_circuit_that_is_paused_resumes_with_what_was_heard_last()
    {
        await _consent.ListenAsync();
        _page.Listener!.Changed(Word(ConsentChoice.AcceptAll));
        _page.Listener.Changed(Word(ConsentChoice.RejectAll));

        await using var resumed = new InteractiveConsentService(Registries.Site, new() { Text = _persisted.Text }, new FakeRuntime(), _navigation, _logger);

        Assert.Equal(ConsentReason.Refused, resumed.State["stats"].Reason);
    }

    [Fact]
    public async Task A_new_address_is_told_after_what_is_rendered_for_it_and_no_longer_once_this_has_ended()
    {
        await _consent.ListenAsync();
        var before = 0;
        _navigation.LocationChanged += (_, _) => before = _page.Calls.Count;

        // As in an application: what a navigation leaves behind waits for who is called in the same turn.
        await Dispatcher.CreateDefault().InvokeAsync(() => _navigation.NavigateTo("?page=2"));
        await _page.CalledAsync("moved");
        Assert.Equal(2, before);

        await _consent.DisposeAsync();
        _navigation.NavigateTo("?page=3");

        Assert.Equal(["import", "connect", "moved", "disconnect"], _page.Calls);
    }

    private static string Word(ConsentChoice? choice)
    {
        var decision = choice is null ? null : Decisions.Decide(choice);
        return ConsentStateJson.ForAnswer(Decisions.Evaluate(decision), decision, [], Decisions.Now).Serialize();
    }
}
