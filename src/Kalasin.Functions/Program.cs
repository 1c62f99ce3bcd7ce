using Kalasin.Functions;
using Kalasin.Functions.Hosting;

// Before the command line is read: the Functions host fills it with words of its own. After any code but 0 it starts the program again.
OfficePc.SpeakThai();
return Settings.IsUnderFunctionsHost(Environment.GetEnvironmentVariable)
    ? await Worker.RunAsync(args, Console.Error) ? CommandLine.Done : CommandLine.Failed
    : await CommandLine.RunAsync(args);
