using Innovexus.Consent.Build;

// <folder for the results> <source> …
var failed = false;
foreach (var source in args[1..])
{
    var file = MinifiedFile.Of(source);
    foreach (var error in file.Errors)
    {
        // The form that MSBuild understands, so that editors lead to the line.
        Console.Error.WriteLine($"{source}({error.StartLine},{error.StartColumn}): error {error.ErrorCode}: {error.Message}");
        failed = true;
    }

    if (file.Errors.Count == 0)
    {
        file.Write(args[0]);
    }
}

return failed ? 1 : 0;
