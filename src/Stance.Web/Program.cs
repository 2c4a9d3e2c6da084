using Stance.Data;
using Stance.Web;
using Stance.Web.Api;
using Stance.Web.Events;
using Stance.Web.Hosting;
using Stance.Web.Hosting.Commands;
using Stance.Web.Imports;
using Stance.Web.People;
using Stance.Web.Texts;
using Stance.Web.Votes;

return await StartFaults.ReportAsync(async stop =>
{
    var command = CommandLine.Find(args);
    var builder = StanceHost.CreateBuilder(args);
    if (command is null)
        Addresses.EnsureFree(builder.Configuration);
    await using var home = await DatabaseHome.OpenAsync(builder.Configuration, join: command is not null, stop);
    builder.Services.AddStanceData(home.ConnectionString);
    builder.Services.AddStancePeople();
    builder.Services.AddStanceApi();
    builder.Services.AddStanceWeb();
    await using var app = builder.Build();
    app.UseStanceWeb();
    app.UseStancePeople();
    app.MapHealth();
    app.MapStancePeople();
    var api = app.MapStanceApi().MapReads();
    api.MapEvents();
    api.MapImports();
    api.MapTexts();
    api.MapRollCallCommands();
    app.MapStanceWeb();
    await app.PrepareDatabaseAsync(home, stop);
    return command is null ? await app.ServeAsync(stop) : await command.RunAsync(app.Services, app.Configuration, stop);
});
