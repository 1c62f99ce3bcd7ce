namespace Kalasin.Functions.Triggers;

/// <summary>What only the Functions host calls: <c>POST /{FunctionName}</c> for each trigger, and <c>GET /</c> until the program answers.</summary>
internal static class TriggerEndpoints
{
    public static IEndpointRouteBuilder MapTriggers(this IEndpointRouteBuilder app)
    {
        app.MapGet("/", static context => context.Response.WriteAsync("ready", context.RequestAborted));
        app.MapPost("/" + nameof(DropQueue), new TriggerCall(nameof(DropQueue), DropQueue.RunAsync).AnswerAsync);
        app.MapPost("/" + nameof(DropPoison), new TriggerCall(nameof(DropPoison), DropPoison.RunAsync).AnswerAsync);
        app.MapPost("/" + nameof(Tick), new TriggerCall(nameof(Tick), Tick.RunAsync).AnswerAsync);
        app.MapPost("/" + nameof(Mailbox), new TriggerCall(nameof(Mailbox), Mailbox.RunAsync).AnswerAsync);
        return app;
    }
}
