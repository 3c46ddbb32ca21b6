namespace Innovexus.Consent;

/// <summary>What the site knows of a visitor's age. The library never asks for it.</summary>
public enum AgeSignal
{
    /// <summary>Nothing: treated as an adult.</summary>
    Unknown,

    /// <summary>A child: everything optional is locked off, and nothing is asked (COPPA, 16 CFR Part 312; Cal. Civ. Code § 1798.120(c)).</summary>
    Under13,

    /// <summary>Opt-in, also where adults have to opt out (Cal. Civ. Code § 1798.120(c)).</summary>
    From13To15,

    /// <summary>As an adult, unless the rules say otherwise (<see cref="ConsentRulesOptions.OptInUnder18"/>).</summary>
    From16To17,

    /// <summary>An adult.</summary>
    Adult,
}
