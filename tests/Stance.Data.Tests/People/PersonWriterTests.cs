using Stance.Data.People;
using Stance.Testing;

namespace Stance.Data.Tests.People;

public sealed class PersonWriterTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Disabling__a_person_signed_in__ends_every_session_and_shuts_out()
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        var administrator = await people.FirstAdministratorAsync();
        var bo = await people.PersonAsync(administrator, "bo", Role.Curator);
        var session = await people.SignInAsync(bo);

        await people.Persons.DisableAsync(administrator, bo.Id!.Value, TestContext.Current.CancellationToken);

        Assert.Null(await people.SessionReader.FindAsync(session, TestContext.Current.CancellationToken));
        Assert.False(await people.Tries.CountAsync("bo@example.org", TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<NotAllowedException>(() => people.SignInAsync(bo));
    }

    [Fact]
    public async Task Enabling__a_disabled_person__lets_them_sign_in_again()
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        var administrator = await people.FirstAdministratorAsync();
        var bo = await people.PersonAsync(administrator, "bo", Role.Curator);
        await people.Persons.DisableAsync(administrator, bo.Id!.Value, TestContext.Current.CancellationToken);

        await people.Persons.EnableAsync(administrator, bo.Id!.Value, TestContext.Current.CancellationToken);

        Assert.NotNull(await people.SessionReader.FindAsync(await people.SignInAsync(bo), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Administrator)]
    public async Task Role__changed_up_or_down__ends_the_sessions_that_hold_the_old_one(Role role)
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        var administrator = await people.FirstAdministratorAsync();
        var bo = await people.PersonAsync(administrator, "bo", Role.Curator);
        var session = await people.SignInAsync(bo);

        await people.Persons.ChangeRoleAsync(administrator, bo.Id!.Value, role, TestContext.Current.CancellationToken);

        Assert.Null(await people.SessionReader.FindAsync(session, TestContext.Current.CancellationToken));
        Assert.Equal(role.Name(), await people.AskAsync<string>("select role from app_user where email = 'bo@example.org'"));
    }

    [Fact]
    public async Task Last_administrator__disabled_or_demoted__stays()
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        var administrator = await people.FirstAdministratorAsync();

        await Assert.ThrowsAsync<PeopleRuleException>(
            () => people.Persons.DisableAsync(administrator, administrator.Id!.Value, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<PeopleRuleException>(
            () => people.Persons.ChangeRoleAsync(administrator, administrator.Id!.Value, Role.Curator, TestContext.Current.CancellationToken));

        Assert.Equal(1, await people.AskAsync<int>("select count(*)::int from app_user where role = 'administrator' and not is_disabled"));
    }

    [Fact]
    public async Task Two_administrators__removing_each_other_at_once__leave_one()
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        var ada = await people.FirstAdministratorAsync();
        var bo = await people.PersonAsync(ada, "bo", Role.Administrator);

        var outcomes = await Task.WhenAll(
            Outcome(people.Persons.DisableAsync(ada, bo.Id!.Value, TestContext.Current.CancellationToken)),
            Outcome(people.Persons.ChangeRoleAsync(bo, ada.Id!.Value, Role.Viewer, TestContext.Current.CancellationToken)));

        Assert.Single(outcomes, done => done);
        Assert.Equal(1, await people.AskAsync<int>("select count(*)::int from app_user where role = 'administrator' and not is_disabled"));
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Curator)]
    public async Task Change_of_people__by_anybody_else__is_refused_and_leaves_nothing(Role role)
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        var administrator = await people.FirstAdministratorAsync();
        var bo = await people.PersonAsync(administrator, "bo", role);
        var before = await people.AskAsync<int>("select count(*)::int from audit_entry");

        await Assert.ThrowsAsync<NotAllowedException>(
            () => people.Persons.DisableAsync(bo, administrator.Id!.Value, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<NotAllowedException>(
            () => people.Links.InviteAsync(bo, "eve@example.org", Role.Administrator, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<NotAllowedException>(
            () => people.Tokens.CreateAsync(bo, "mine", "administrator", TestContext.Current.CancellationToken));

        Assert.Equal(before, await people.AskAsync<int>("select count(*)::int from audit_entry"));
    }

    [Fact]
    public async Task Change_of_people__by_an_administrator_demoted_meanwhile__is_refused()
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        var ada = await people.FirstAdministratorAsync();
        var bo = await people.PersonAsync(ada, "bo", Role.Administrator);
        await people.Persons.ChangeRoleAsync(ada, bo.Id!.Value, Role.Viewer, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<NotAllowedException>(
            () => people.Persons.ChangeRoleAsync(bo, bo.Id!.Value, Role.Administrator, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Changes_of_people__each__leave_one_line_in_the_audit()
    {
        await using var people = await PeopleOf.NewAsync(postgres);
        var ada = await people.FirstAdministratorAsync();
        var bo = await people.PersonAsync(ada, "bo", Role.Viewer);
        await people.Persons.ChangeRoleAsync(ada, bo.Id!.Value, Role.Curator, TestContext.Current.CancellationToken);
        await people.Persons.DisableAsync(ada, bo.Id!.Value, TestContext.Current.CancellationToken);

        var lines = await new AuditReader(people.Database).AboutAsync($"person:{bo.Id}", 10, TestContext.Current.CancellationToken);

        Assert.Equal(["person.disabled", "person.role-changed", "person.joined"], lines.Select(l => l.Action));
        Assert.Equal($"person:{ada.Id}", lines[0].Actor);
    }

    private static async Task<bool> Outcome(Task change)
    {
        try
        {
            await change;
            return true;
        }
        catch (Exception refused) when (refused is PeopleRuleException or NotAllowedException)
        {
            return false;
        }
    }
}
