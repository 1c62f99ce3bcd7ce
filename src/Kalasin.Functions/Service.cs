using System.Runtime.CompilerServices;
using Kalasin.Evaluation;
using Kalasin.Functions.Access;
using Kalasin.Functions.Binder;
using Kalasin.Functions.Drops;
using Kalasin.Functions.Http;
using Kalasin.Functions.Mail;
using Kalasin.Functions.Mail.Incoming;
using Kalasin.Functions.OpenApi;
using Kalasin.Functions.Pages;
using Kalasin.Functions.Rankings;
using Kalasin.Functions.Rounds;
using Kalasin.Functions.Samples;
using Kalasin.Functions.Season;
using Kalasin.Functions.SignedCopies;
using Kalasin.Functions.Storage;
using Kalasin.Functions.Storage.Azure;
using Kalasin.Functions.Storage.Local;
using Kalasin.Functions.Telemetry;
using Kalasin.Functions.Ticks;
using Kalasin.Functions.Transfer;
using Kalasin.Functions.Triggers;
using Microsoft.Extensions.Logging.Console;

namespace Kalasin.Functions;

/// <summary>Puts the service together: what it is made of, in which order a request passes, where it listens.</summary>
internal static class Service
{
    /// <param name="change">Changes to the parts before they are put together; tests bring theirs.</param>
    public static WebApplication Build(Settings settings, Action<WebApplicationBuilder>? change = null)
    {
        // Empty: quick to start, and no Kestrel section, HTTP_PORTS or appsettings.json can open another address.
        var builder = WebApplication.CreateEmptyBuilder(
            new WebApplicationOptions { ApplicationName = "Kalasin.Functions", ContentRootPath = AppContext.BaseDirectory });
        // What is printed under the Functions host goes into its own telemetry, and would be there twice and unredacted.
        if (!(settings.UnderFunctionsHost && settings.Telemetry.IsOn))
            builder.Logging.AddConsole(console => console.FormatterName = TerminalLog.FormatterName)
            .AddConsoleFormatter<TerminalLog, ConsoleFormatterOptions>();
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical); // a failed start is told in one sentence by the command line
        builder.WebHost.UseKestrelCore().UseUrls([.. settings.Addresses]).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            if (settings.Access.Certificate is { } certificate)
                kestrel.ConfigureHttpsDefaults(https => (https.ServerCertificate, https.ServerCertificateChain) = (certificate.Own, certificate.Chain));
            kestrel.Limits.MaxRequestBodySize = null; // BodyLimit counts, so that the answer is a problem and not a cut connection
        });
        if (settings.Access.Certificate is not null) builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddRoutingCore().AddAccess(settings.Access).AddRequestRate(settings.Access).AddOurSecurityHeaders().AddCompression().AddSingleton(settings)
            .AddSingleton(new ClockFrom(settings.Sample?.Clock ?? default))
            .AddSingleton(services => settings.Sample is null ? TimeProvider.System : services.GetRequiredService<ClockFrom>())
            .AddSingleton(services => OpenStorage(services.GetRequiredService<Settings>(), services.GetRequiredService<TimeProvider>()))
            .AddSingleton(services => services.GetRequiredService<IStorage>().Log)
            .AddSingleton(services => services.GetRequiredService<IStorage>().Vaults)
            .AddSingleton(services => services.GetRequiredService<IStorage>().Drops)
            .AddSingleton(services => services.GetRequiredService<IStorage>().Parts)
            .AddSingleton(services => services.GetRequiredService<IStorage>().TickMark)
            .AddSingleton(services => services.GetRequiredService<IStorage>().Heads)
            .AddSingleton(settings.UnderFunctionsHost ? TickPace.OfFunctionsHost : TickPace.OfLocalPump).AddSingleton<Instruments>()
            // Not the instance: reading the rules would double the time to the first answer.
            .AddSingleton(_ => ShippedRules.OfPackage).AddSingleton(new Installation(IsSample: settings.Sample is not null || (settings.Azure is null && new DataFolder(settings.DataFolder).IsSample)) { PoliteEnding = settings.PoliteEnding })
            .AddSingleton<Rulebook>().AddSingleton<RankingService>().AddSingleton<FinalPlans>().AddSingleton<RoundService>().AddSingleton<RoundLog>().AddSingleton<VaultContent>()
            .AddSingleton<RoundExport>().AddSingleton<RoundImport>()
            .AddSingleton<ReadingRoom>().AddSingleton<CommentedFiles>().AddSingleton<DeliveryService>().AddSingleton<DecisionService>().AddSingleton<Erasure>().AddSingleton<VaultSweep>()
            .AddSingleton<PrintedPictures>().AddSingleton<ResultsService>().AddSingleton<WhatIfService>().AddSingleton<OfficeStationery>().AddSingleton<Season.OfficeFiles>().AddSingleton<PrintedReturns>().AddSingleton<RoundReceipts>().AddSingleton<VersionReader>().AddSingleton<SignedCopyReader>().AddSingleton<SignedReturnIntake>().AddSingleton<LibreOffice>().AddSingleton<IFileTranslator, FileTranslator>()
            .AddSingleton<Batches>().AddSingleton<Resending>().AddSingleton<SeasonPapers>().AddSingleton<SignedCopyIntake>().AddSingleton<Dispatch>().AddSingleton<Contacts>().AddSingleton<RuleEdits>().AddSingleton<FrameworkIntake>().AddSingleton<BinderParts>()
            .AddSingleton<JumpService>().AddSingleton<RulingTexts>().AddSingleton<TickService>()
            .AddSingleton<SampleDecisions>().AddSingleton<SampleOffice>().AddSingleton<SampleRound>()
            .AddSingleton<PartialUploads>().AddSingleton<UploadDoor>().AddSingleton<LiveLines>().AddSingleton<StatusAnswers>().AddSingleton<LogAnswers>().AddSingleton<TaggedAnswers>()
            .AddSingleton<IStepWork, CloseWork>().AddSingleton<IStepWork, CompileWork>()
            .AddSingleton<IStepWork, TellWork>().AddSingleton<IStepWork, SendMailWork>()
            .AddSingleton(services => MailWay.Of(settings.Mail, settings.PickupFolder, services.GetRequiredService<TimeProvider>())).AddSingleton<Outbox>()
            .AddSingleton(settings.Mail).AddSingleton<SentAnswers>().AddSingleton<FormsUnit>().AddSingleton<MessageIntake>().AddSingleton<MailboxWatch>().AddSingleton<Mail.Incoming.Mailbox>()
            .AddSingleton<WaitingDrops>().AddSingleton<DropAnswers>().AddSingleton<DropService>().AddSingleton<DropScan>()
            .AddSingleton<HeadSealing>().AddSingleton<ClockWatch>().AddSingleton<RoundsHealth>().AddSingleton<Upkeep>()
            .ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
        if (!settings.UnderFunctionsHost) builder.Services.AddHostedService<LocalPump>();

        change?.Invoke(builder);
        if (settings.Telemetry.IsOn) TelemetryExport.Add(builder, settings.Telemetry, ProgramVersion.Number);

        var app = builder.Build();
        app.UseOurSecurityHeaders().UseResponseCompression().UseProblemPages().UseProblems().UsePrincipalGuard()
            .UseHostGuard().UseOriginGuard().UseRouting().UseAuthentication().UseRequestRate().UseAuthorization().UseBodyLimit();
        app.MapGroup("/api").AnswerHead().MapHealth().MapRules().MapRuleEdits().MapRounds().MapTransfer().MapForm().MapLinks().MapMails()
            .MapDeliveries().MapCommented().MapReturns().MapPrintedReturns().MapVolumes().MapSignedReturns().MapParts().MapDecisions().MapErasure().MapLog().MapResults().MapWhatIf().MapPapers().MapBinder().MapSigning().MapOfficeFiles().MapRankings().MapEvaluate().MapDescription(builder.Services);
        app.MapPages(settings);
        return app;
    }

    /// <summary>The store that the settings name, not yet touched.</summary>
    public static IStorage OpenStorage(Settings settings, TimeProvider clock)
    {
        if (settings.NoStorage is { } why) return new NoStorage(why);
        return settings.Azure is { } account ? OpenAzure(account) : new LocalStorage(new(settings.DataFolder, settings.HeadsFolder), clock);
    }

    /// <summary>Apart, so that a local start does not load Azure's libraries.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static IStorage OpenAzure(AzureAccount account) => AzureStorage.Open(account);
}
