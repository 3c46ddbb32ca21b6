namespace Innovexus.Consent;

/// <summary>Where in the browser a declared item is stored.</summary>
public enum StorageKind
{
    /// <summary>An HTTP cookie. The default.</summary>
    Cookie,

    /// <summary>A key of <c>localStorage</c>.</summary>
    LocalStorage,

    /// <summary>A key of <c>sessionStorage</c>.</summary>
    SessionStorage,

    /// <summary>An IndexedDB database.</summary>
    IndexedDB,

    /// <summary>A cache of the Cache Storage API.</summary>
    Cache,

    /// <summary>A service worker; the name is its scope's path.</summary>
    ServiceWorker,
}
