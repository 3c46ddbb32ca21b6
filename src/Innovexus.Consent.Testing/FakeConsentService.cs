using Microsoft.Extensions.Logging.Abstractions;

namespace Innovexus.Consent.Testing;

/// <summary>
/// The consent of a visitor whom a test decides for. What the code under test decides counts too, and is recorded. Listeners hear of every
/// change as they do in a circuit; one that throws keeps no other from hearing. Not safe for concurrent use.
/// </summary>
public sealed class FakeConsentService : IConsentService
{
    private readonly ConsentSubscriptions _listeners = new(NullLogger.Instance);
    private readonly List<ConsentChoice> _choices = [];

    // Those that the test has named, where it brings no registry.
    private readonly HashSet<string>? _named;
    private ConsentDecision _decision;

    /// <summary>A visitor who has allowed these and refused the rest. The ids need not be declared anywhere.</summary>
    /// <param name="granted">Ids of vendors or categories.</param>
    /// <exception cref="ConsentConfigurationException">One of them cannot be an id.</exception>
    public FakeConsentService(params IEnumerable<string> granted)
    {
        ArgumentNullException.ThrowIfNull(granted);
        _named = [.. granted];
        Registry = TestRegistry.Of(_named);
        _decision = TestRegistry.Decide(Registry, null, ConsentChoice.Only(_named));
        State = TestRegistry.Evaluate(Registry, _decision);
    }

    /// <summary>A visitor of a site who has allowed these and refused the rest.</summary>
    /// <param name="registry">What the site declares, such as the <see cref="ConsentRegistry"/> among its services.</param>
    /// <param name="granted">Ids of vendors or categories.</param>
    /// <exception cref="ArgumentException">One of them is not declared there.</exception>
    public FakeConsentService(ConsentRegistry registry, params IEnumerable<string> granted)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(granted);
        string[] ids = [.. granted];
        TestRegistry.ThrowIfUnknown(registry, ids);
        Registry = registry;
        _decision = TestRegistry.Decide(registry, null, ConsentChoice.Only(ids));
        State = TestRegistry.Evaluate(registry, _decision);
    }

    /// <inheritdoc/>
    public ConsentState State { get; private set; }

    /// <summary>What is declared: the site's registry, or the ids that the test has named.</summary>
    public ConsentRegistry Registry { get; private set; }

    /// <summary>What the code under test has decided, the oldest first.</summary>
    public IReadOnlyList<ConsentChoice> Choices => _choices;

    /// <inheritdoc/>
    public async Task<ConsentState> DecideAsync(ConsentChoice choice, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(choice);
        cancellationToken.ThrowIfCancellationRequested();
        _choices.Add(choice);
        await KeepAsync(choice);
        return State;
    }

    /// <inheritdoc/>
    public IDisposable OnChange(Func<ConsentState, Task> listener) => _listeners.Add(listener);

    /// <summary>The visitor allows these too, as in the banner or in another tab.</summary>
    /// <param name="ids">Ids of vendors or categories.</param>
    /// <returns>Completes when all listeners have.</returns>
    /// <exception cref="ArgumentException">One of them is not declared in the registry that the test brings.</exception>
    public Task GrantAsync(params IEnumerable<string> ids) => SetAsync(ids, granted: true);

    /// <summary>The visitor refuses these, or takes the consent back.</summary>
    /// <param name="ids">Ids of vendors or categories.</param>
    /// <returns>Completes when all listeners have.</returns>
    /// <exception cref="ArgumentException">One of them is not declared in the registry that the test brings.</exception>
    public Task RefuseAsync(params IEnumerable<string> ids) => SetAsync(ids, granted: false);

    /// <summary>The state becomes this one, whatever it was: for what no choice leads to.</summary>
    /// <param name="state">The state, such as one of <see cref="TestConsentState"/>.</param>
    /// <returns>Completes when all listeners have.</returns>
    public Task ChangeAsync(ConsentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        State = state;
        return _listeners.TellAsync(state);
    }

    private Task SetAsync(IEnumerable<string> ids, bool granted)
    {
        ArgumentNullException.ThrowIfNull(ids);
        string[] named = [.. ids];
        if (named.Length == 0)
        {
            return Task.CompletedTask;
        }

        Declare(named);
        return KeepAsync(named.Aggregate(ConsentChoice.Change(named[0], granted), (choice, id) => choice.With(id, granted)));
    }

    private void Declare(string[] ids)
    {
        if (_named is null)
        {
            TestRegistry.ThrowIfUnknown(Registry, ids);
            return;
        }

        if (ids.All(_named.Contains))
        {
            return;
        }

        // A category that gets another vendor would be asked again, so what was decided is decided anew.
        string[] granted = [.. _named.Where(State.IsGranted)];
        _named.UnionWith(ids);
        Registry = TestRegistry.Of(_named);
        _decision = TestRegistry.Decide(Registry, null, ConsentChoice.Only(granted));
    }

    private Task KeepAsync(ConsentChoice choice)
    {
        _decision = TestRegistry.Decide(Registry, _decision, choice);
        return ChangeAsync(TestRegistry.Evaluate(Registry, _decision));
    }
}
