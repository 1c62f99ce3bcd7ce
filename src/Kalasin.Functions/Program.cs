using Kalasin.Functions;
using Kalasin.Functions.Hosting;

// Before the command line is read: the host fills it with words of its own.
return Settings.IsUnderFunctionsHost(Environment.GetEnvironmentVariable)
    ? await Worker.RunAsync(args, Console.Error)
    : await CommandLine.RunAsync(args);
