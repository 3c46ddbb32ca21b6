#!/usr/bin/env bash
# NUglify 1.23.6 (NuGet), SourceMode = Module, other settings at their defaults.
#
# Seen: a function that is called only from the top level of a module is removed, and the call stays. Node then fails with a
# ReferenceError. No error or warning is reported. A function that another function calls is kept, and in the default mode for scripts
# (SourceMode = Program) nothing is removed.
# Way round: RemoveUnneededCode = false.
#
# Needs: dotnet SDK 10, node.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > probe.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageReference Include="NUglify" Version="[1.23.6]" /></ItemGroup>
</Project>
PROJECT

cat > Program.cs <<'PROGRAM'
using System.IO;
using NUglify;
using NUglify.JavaScript;

Write("top", "function greeting() { return 'hello'; }\nconsole.log(greeting());", new() { SourceMode = JavaScriptSourceMode.Module });
Write("inner", "function greeting() { return 'hello'; }\n(() => console.log(greeting()))();", new() { SourceMode = JavaScriptSourceMode.Module });
Write("script", "function greeting() { return 'hello'; }\nconsole.log(greeting());", new());
Write("kept", "function greeting() { return 'hello'; }\nconsole.log(greeting());", new() { SourceMode = JavaScriptSourceMode.Module, RemoveUnneededCode = false });

static void Write(string name, string source, CodeSettings settings)
{
    var result = Uglify.Js(source, settings);
    if (result.Errors.Count > 0) throw new System.Exception($"{name}: {result.Errors[0]}");
    File.WriteAllText($"{name}.mjs", result.Code);
}
PROGRAM

dotnet run -v quiet

status=0
expect() {
  local seen
  seen=$(node "$1.mjs" 2>&1 | grep -oE '^hello$|ReferenceError' | head -n 1 || true)
  echo "$1: $(cat "$1.mjs") -> $seen"
  [ "$seen" = "$2" ] || { echo "Changed: expected $2."; status=1; }
}
expect top ReferenceError
expect inner hello
expect script hello
expect kept hello
exit $status
