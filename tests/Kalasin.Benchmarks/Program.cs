using Kalasin.Benchmarks;

return args switch
{
    ["start"] => await StartUp.CompareAsync(runs: 15),
    [StartUp.EmptyApp, var url] => await StartUp.RunEmptyAsync(url),
    _ => Explain(),
};

static int Explain()
{
    Console.WriteLine("start   time from starting the program to its first answer, beside an empty ASP.NET Core app");
    return 1;
}
