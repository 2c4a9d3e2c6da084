using Stance.Countries;

namespace Stance.ViewStates;

/// <summary>Declaratory acts are words, material acts are deeds; both when null.</summary>
public enum ActForm
{
    Words,
    Deeds,
}

/// <summary>How acts are sorted. Lists know the first four, the table all.</summary>
public enum ActOrder
{
    DateDescending,
    DateAscending,
    ScoreDescending,
    ScoreAscending,
    CountryAscending,
    CountryDescending,
    KindAscending,
    KindDescending,
    FormAscending,
    FormDescending,
    WeightDescending,
    WeightAscending,
    ContributionDescending,
    ContributionAscending,
}

/// <summary>A column of the table of acts, in the order they stand.</summary>
public enum GridColumn
{
    Date,
    Country,
    Act,
    Kind,
    Form,
    Toward,
    Score,
    Confidence,
    Weight,
    Contribution,
    Source,
    Passage,
    Known,
    Attributes,
}

/// <summary>What becomes of acts that only sources new in a line tell of: sources read since a day inside it and not coded back to its first.</summary>
public enum NewSources
{
    Count,
    Wait,
}

/// <summary>How a view is laid out: its lines over each other, as a table of months, one by one, by their two ends, or by who moved first after a day; or its acts, row by row.</summary>
public enum ViewTab
{
    Line,
    Heat,
    Multiples,
    Slope,
    Diffusion,
    Table,
}

/// <summary>
/// Everything that decides what is on the screen. Its printed form (<see cref="ViewStateUrl.Print"/>) is its identity:
/// records compare lists by reference, so compare the printed strings, never the records.
/// </summary>
public sealed record ViewState
{
    public const string DefaultAxis = "RUW";

    public string Axis { get; init; } = DefaultAxis;

    public IReadOnlyList<CountryCode> Countries { get; init; } = [];

    public IReadOnlyList<string> Blocs { get; init; } = [];

    /// <summary>Null = the last twelve months.</summary>
    public Period? Period { get; init; }

    /// <summary>Families of act types ("DIP", "ECO", …); empty = all.</summary>
    public IReadOnlyList<string> Families { get; init; } = [];

    public ActForm? Form { get; init; }

    /// <summary>Collection codes; empty = every act the reader may see.</summary>
    public IReadOnlyList<string> Collections { get; init; } = [];

    public HalfLife HalfLife { get; init; } = HalfLife.Default;

    public AsOf AsOf { get; init; }

    /// <summary>The version of the codebook that scores what was known, "1.0"; null = the one in force at the knowledge date.</summary>
    public string? Codebook { get; init; }

    /// <summary>Whether acts that new sources alone tell of count, or wait until these are coded back to the first day of the period.</summary>
    public NewSources NewSources { get; init; }

    /// <summary>Sources left out, by id: acts that no other source tells of do not count. Empty = none.</summary>
    public IReadOnlyList<Guid> Without { get; init; } = [];

    /// <summary>Words the list of acts is narrowed to; never changes the index.</summary>
    public string? Text { get; init; }

    public ActOrder Order { get; init; }

    /// <summary>The change that is explained beside the line; null = none. Changes no number of the line.</summary>
    public ChangeSpan? Why { get; init; }

    /// <summary>Numbers of the codebook assumed otherwise, for a line beside the one that counts; null = none. Changes no number of the line.</summary>
    public WhatIf? WhatIf { get; init; }

    /// <summary>Scenarios on record that stand beside the codebook, by id; empty = none. Changes no number of the line.</summary>
    public IReadOnlyList<Guid> Compare { get; init; } = [];

    /// <summary>How many scenarios can stand beside the codebook.</summary>
    public const int MostCompared = 4;

    public ViewTab Tab { get; init; }

    /// <summary>The columns of the table of acts; null = the usual ones. The act itself always stands.</summary>
    public IReadOnlyList<GridColumn>? Columns { get; init; }

    /// <summary>The columns shown when none are named.</summary>
    public static IReadOnlyList<GridColumn> UsualColumns { get; } =
    [
        GridColumn.Date, GridColumn.Country, GridColumn.Act, GridColumn.Kind, GridColumn.Form, GridColumn.Score, GridColumn.Contribution,
        GridColumn.Source,
    ];

    /// <summary>Small multiples each on a scale of their own; false = one scale for all.</summary>
    public bool IsFreeScale { get; init; }

    /// <summary>The day the map shows; null = the last of the period. Outside the period the nearest end stands for it.</summary>
    public DateOnly? MapDay { get; init; }

    /// <summary>The map shows the change over so many days; null = the level.</summary>
    public int? MapChange { get; init; }

    /// <summary>The days a change on the map can be told over.</summary>
    public static IReadOnlyList<int> MapChanges { get; } = [30, 90, 365];

    /// <summary>The day the breaks of several countries are counted from; null = the first one the register marks inside the period.</summary>
    public DateOnly? Trigger { get; init; }

    /// <summary>The own field of acts whose numbers are charted: "tonnes"; null = the one known of most acts.</summary>
    public string? Measure { get; init; }

    /// <summary>The view without all that only lays out a page: what a file, a citation or a list of acts is made from.</summary>
    public ViewState Bare => this with
    {
        Why = null,
        WhatIf = null,
        Compare = [],
        Tab = ViewTab.Line,
        IsFreeScale = false,
        MapDay = null,
        MapChange = null,
        Trigger = null,
        Measure = null,
        Columns = null,
        Order = IsListed(Order) ? Order : default,
    };

    /// <summary>Whether lists and the API know an order; the others are the table's alone.</summary>
    public static bool IsListed(ActOrder order) => order <= ActOrder.ScoreAscending;

    public Period PeriodOn(DateOnly today) => Period ?? ViewStates.Period.LastYear(today);
}
