#!/usr/bin/env bash
# Runs the server suite, and the walks of every hosting model, on .NET 11 with the SDK of .NET 10: in a copy of the repository.
# Two walks are left out: Standalone, where nothing brings Blazor's script of .NET 11, and PublishedAuto, since that SDK cannot trim for .NET 11.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=11.0.0
home=$PWD/tests/net11/obj
results=${1:?the folder for the results}
export NET11_ROOT=$home/root NET11_PROOF=$home/proof.txt NET11_PACKAGES=$home/packs NET11_SDK
NET11_SDK=$(command -v dotnet)

packs=$home/packs
NUGET_PACKAGES=$packs dotnet restore tests/net11/Packs.csproj -v quiet

# A folder like that of an installed runtime.
rm -rf "$NET11_ROOT" "$NET11_PROOF"
core=$NET11_ROOT/shared/Microsoft.NETCore.App/$version
web=$NET11_ROOT/shared/Microsoft.AspNetCore.App/$version
mkdir -p "$core" "$web" "$NET11_ROOT/host/fxr/$version"
native=$packs/microsoft.netcore.app.runtime.linux-x64/$version/runtimes/linux-x64
cp "$native"/lib/*/* "$native"/native/* "$core/"
mv "$core/libhostfxr.so" "$NET11_ROOT/host/fxr/$version/"
cp "$packs/microsoft.aspnetcore.app.runtime.linux-x64/$version/runtimes/linux-x64"/lib/*/* "$web/"
cp "$(readlink -f "$NET11_SDK")" "$NET11_ROOT/dotnet"

# In a copy, so that no build of the repository is left with parts of .NET 11. What was built stays for the next time.
tree=$home/tree
mkdir -p "$tree"
find "$tree" \( -name bin -o -name obj \) -prune -o -type f -exec rm -f {} +
git ls-files -co --exclude-standard | tar -c --ignore-failed-read -T - 2>/dev/null | tar -x -C "$tree"
cd "$tree"
cp tests/net11/Hosts.targets tests/hosts/Directory.Build.targets
dotnet build tests/net11/Hook --nologo -v quiet
export NET11_HOOK=$tree/tests/net11/Hook/bin/Debug/net10.0/Hook.dll
# The package of .NET 10 is told another folder; that of .NET 11 describes its files in a way that the SDK of .NET 10 does not read.
export BlazorFrameworkStaticWebAssetRoot=$packs/microsoft.aspnetcore.app.internal.assets/$version/staticwebassets/_framework
dotnet build tests/Innovexus.Consent.AspNetCore.Tests --nologo -v quiet
dotnet build tests/Innovexus.Consent.Browser.Tests --nologo -v quiet

status=0
# By its own host: a `dotnet` next to the running program, which has no SDK, would be taken for the installed one.
DOTNET_ROOT=$NET11_ROOT DOTNET_ROLL_FORWARD=Major tests/Innovexus.Consent.AspNetCore.Tests/bin/Debug/net10.0/Innovexus.Consent.AspNetCore.Tests \
  -noColor -maxThreads 2 -trx "$results/net11-server.trx" | tee "$home/server.log" | tail -n 5 || status=1
grep -q "64-bit .NET $version" "$home/server.log" || { status=1; echo "The server suite did not run on .NET $version."; }

PATH=$tree/tests/net11:$PATH tests/Innovexus.Consent.Browser.Tests/bin/Debug/net10.0/Innovexus.Consent.Browser.Tests \
  -noColor -trx "$results/net11-browser.trx" \
  -class "*Walks" -class "*.ReconnectionTests" -class "*.ApplicationsTests" -class- "*.StandaloneWalks" -class- "*.PublishedAutoWalks" | tail -n 30 || status=1
grep -q "^$version " "$NET11_PROOF" || { status=1; echo "No host ran on .NET $version."; }
exit $status
