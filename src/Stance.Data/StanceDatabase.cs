using System.Data;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Stance.Countries;
using Stance.Data.Acts;
using Stance.Data.Alignment;
using Stance.Data.Amounts;
using Stance.Data.Coding;
using Stance.Data.Commands;
using Stance.Data.Commitments;
using Stance.Data.Coverage;
using Stance.Data.Diffusion;
using Stance.Data.Events;
using Stance.Data.Explanation;
using Stance.Data.Imports;
using Stance.Data.People;
using Stance.Data.Permalinks;
using Stance.Data.Recoding;
using Stance.Data.Registers;
using Stance.Data.Sample;
using Stance.Data.Sharing;
using Stance.Data.Shifts;
using Stance.Data.Texts;
using Stance.Data.Variations;
using Stance.Data.ViewStates;
using Stance.Data.Votes;

namespace Stance.Data;

/// <summary>Registers everything of this assembly over one pool of connections.</summary>
public static class StanceDatabase
{
    static StanceDatabase()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new DateOnlyHandler());
        SqlMapper.AddTypeHandler(new CountryCodeHandler());
    }

    public static IServiceCollection AddStanceData(this IServiceCollection services, string connectionString) => services
        .AddSingleton(_ => Open(connectionString))
        .AddSingleton<Migrator>()
        .AddSingleton<SampleContent>()
        .AddSingleton<RegisterReader>()
        .AddSingleton<ActColumnsReader>()
        .AddSingleton<ActFeed>()
        .AddHostedService(provider => provider.GetRequiredService<ActFeed>())
        .AddSingleton<AlignmentReader>()
        .AddSingleton<BlocReader>()
        .AddSingleton<DescribedActsReader>()
        .AddSingleton<ActTableReader>()
        .AddSingleton<CoverageReader>()
        .AddSingleton<SweepWriter>()
        .AddSingleton<AnalystReader>()
        .AddSingleton<ShiftReader>()
        .AddSingleton<DiffusionReader>()
        .AddSingleton<RobustnessReader>()
        .AddSingleton<WhatIfReader>()
        .AddSingleton<ScenarioReader>()
        .AddSingleton<ScenarioWriter>()
        .AddSingleton<CommitmentReader>()
        .AddSingleton<StageReader>()
        .AddSingleton<WholeWriter>()
        .AddSingleton<ShiftAlarmFinder>()
        .AddSingleton<ShiftAlarmReader>()
        .AddSingleton<ShiftAlarmWriter>()
        .AddSingleton<ActReader>()
        .AddSingleton<TogetherReader>()
        .AddSingleton<DisputedActReader>()
        .AddSingleton<TowardReader>()
        .AddSingleton<AmountReader>()
        .AddSingleton<ActNameReader>()
        .AddSingleton<ChangeExplanationReader>()
        .AddSingleton<RevisionReader>()
        .AddSingleton<CommandPipeline>()
        .AddSingleton<EventReader>()
        .AddSingleton<EventWriter>()
        .AddSingleton<DuplicateReader>()
        .AddSingleton<DistinctActsWriter>()
        .AddSingleton<BulkReader>()
        .AddSingleton<BulkWriter>()
        .AddSingleton<BulkUndo>()
        .AddSingleton<BulkTrial>()
        .AddSingleton<CodingReader>()
        .AddSingleton<CodingWriter>()
        .AddSingleton<StoredTextReader>()
        .AddSingleton<StoredTextWriter>()
        .AddSingleton<ImportWriter>()
        .AddSingleton<ImportUndo>()
        .AddSingleton<ImportReader>()
        .AddSingleton<SuggestionWriter>()
        .AddSingleton<SuggestionReader>()
        .AddSingleton<DraftReader>()
        .AddSingleton<DraftWriter>()
        .AddSingleton<TemplateReader>()
        .AddSingleton<TemplateWriter>()
        .AddSingleton<OpeningViewReader>()
        .AddSingleton<ShareReader>()
        .AddSingleton<ShareWriter>()
        .AddSingleton<PermalinkReader>()
        .AddSingleton<PermalinkWriter>()
        .AddSingleton<RollCallReader>()
        .AddSingleton<RollCallWriter>()
        .AddSingleton<ScoringWriter>()
        .AddSingleton<CodebookWriter>()
        .AddSingleton<SideWriter>()
        .AddSingleton<AnnouncementReader>()
        .AddSingleton<AnnouncementWriter>()
        .AddSingleton<KeptRegisterReader>()
        .AddSingleton<KeptCountryReader>()
        .AddSingleton<CountryWriter>()
        .AddSingleton<AxisWriter>()
        .AddSingleton<TriggerWriter>()
        .AddSingleton<SourceWriter>()
        .AddSingleton<SpellWriter>()
        .AddSingleton<GroupWriter>()
        .AddStancePeopleData();

    /// <summary>The pool itself, for tests and tools that need no services.</summary>
    public static NpgsqlDataSource Open(string connectionString) => new NpgsqlDataSourceBuilder(connectionString).Build();

    private sealed class DateOnlyHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value) => parameter.Value = value;

        public override DateOnly Parse(object value) => value is DateTime moment ? DateOnly.FromDateTime(moment) : (DateOnly)value;
    }

    private sealed class CountryCodeHandler : SqlMapper.TypeHandler<CountryCode>
    {
        public override void SetValue(IDbDataParameter parameter, CountryCode value) => parameter.Value = value.Value;

        public override CountryCode Parse(object value) => new((string)value);
    }
}
