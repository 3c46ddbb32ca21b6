using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Innovexus.Consent.Tests;

/// <summary>Whatever one subscriber does, the others hear of every change, and hear the newest last.</summary>
public class ConsentSubscriptionsTests
{
    private static readonly ConsentState Granted = Decisions.Evaluate(Decisions.Decide(ConsentChoice.AcceptAll));
    private static readonly ConsentState Refused = Decisions.Evaluate(Decisions.Decide(ConsentChoice.RejectAll));

    private readonly List<string> _heard = [];
    private readonly FakeLogger _logger = new();
    private readonly ConsentSubscriptions _subscriptions;

    public ConsentSubscriptionsTests() => _subscriptions = new(_logger);

    [Fact]
    public async Task One_that_throws_or_fails_later_is_logged_and_the_others_hear_this_change_and_the_next()
    {
        Listen("first");
        _subscriptions.Add(_ => throw new InvalidOperationException("at once"));
        Listen("second");
        _subscriptions.Add(async _ =>
        {
            await Task.Yield();
            throw new InvalidOperationException("later");
        });
        Listen("third");

        await _subscriptions.TellAsync(Granted);
        await _subscriptions.TellAsync(Refused);

        Assert.Equal(["first True", "second True", "third True", "first False", "second False", "third False"], _heard);
        Assert.Equal(["at once", "later", "at once", "later"], _logger.Collector.GetSnapshot().Select(entry => entry.Exception!.Message));
        Assert.All(_logger.Collector.GetSnapshot(), entry => Assert.Equal(LogLevel.Error, entry.Level));
    }

    [Fact]
    public void One_that_never_ends_holds_up_nobody()
    {
        _subscriptions.Add(_ => new TaskCompletionSource().Task);
        Listen("other");

        var first = _subscriptions.TellAsync(Granted);
        var second = _subscriptions.TellAsync(Refused);

        Assert.Equal(["other True", "other False"], _heard);
        Assert.False(first.IsCompleted);
        Assert.False(second.IsCompleted);
    }

    [Fact]
    public async Task One_that_ends_itself_or_another_or_adds_one_during_the_call_keeps_nobody_else_from_hearing()
    {
        IDisposable? own = null;
        IDisposable? other = null;
        own = _subscriptions.Add(_ =>
        {
            own!.Dispose();
            other!.Dispose();
            Listen("added");
            return Note("first");
        });
        other = Listen("ended before its turn");
        Listen("last");

        await _subscriptions.TellAsync(Granted);
        await _subscriptions.TellAsync(Refused);

        Assert.Equal(["first", "last True", "last False", "added False"], _heard);
    }

    [Fact]
    public async Task After_one_that_decides_itself_the_others_hear_the_newest_state_and_never_an_older_one_behind_it()
    {
        Listen("first");
        _subscriptions.Add(state => state == Granted ? _subscriptions.TellAsync(Refused) : Task.CompletedTask);
        Listen("last");

        await _subscriptions.TellAsync(Granted);

        Assert.Equal(["first True", "first False", "last False"], _heard);
    }

    [Fact]
    public async Task A_component_that_is_gone_and_never_unsubscribed_keeps_nobody_from_hearing()
    {
        await using var context = new BunitContext();
        var component = context.Render<Forgetful>();
        _subscriptions.Add(_ => component.Instance.RefreshAsync());
        await context.DisposeComponentsAsync();
        Listen("other");

        await _subscriptions.TellAsync(Granted);

        Assert.Equal(["other True"], _heard);
    }

    private IDisposable Listen(string name) => _subscriptions.Add(state => Note($"{name} {state.IsGranted("stats")}"));

    private Task Note(string text)
    {
        _heard.Add(text);
        return Task.CompletedTask;
    }

    private sealed class Forgetful : ComponentBase, IDisposable
    {
        private bool _gone;

        public Task RefreshAsync() => InvokeAsync(() =>
        {
            ObjectDisposedException.ThrowIf(_gone, this);
            StateHasChanged();
        });

        public void Dispose() => _gone = true;
    }
}
