#!/bin/sh
# Installs the Debian packages that are missing: `build` those that building
# and running need, `test` those of the tests as well, `bench` the peers too.
# Asks for sudo only when something is missing and the caller is not root.
set -eu

build="gcc pkg-config libsdl2-dev libsdl2-ttf-dev libinih-dev libsqlite3-dev
libunistring-dev libfontconfig-dev libpng-dev libfribidi-dev libharfbuzz-dev
fonts-sil-gentiumplus fonts-noto-cjk fonts-dejavu-core"
test="$build libcmocka-dev xvfb xauth xdotool imagemagick x11-utils strace
faketime jq python3 clang appstream desktop-file-utils mandoc
groff-base zsh fish fonts-lohit-deva fonts-noto-color-emoji dbus-daemon
fcitx5 fcitx5-anthy xclip x11-xkb-utils"

case "${1:-build}" in
test) wanted=$test ;;
bench) wanted="$test libx11-dev libxdamage-dev dbus kwordquiz parley mnemosyne" ;;
fuzz) wanted="$build clang libclang-rt-14-dev" ;;
*) wanted=$build ;;
esac

missing=
for package in $wanted; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null ||
        true)
    [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "pacta: please install the equivalents of:$missing" >&2
    exit 1
fi
as_root=
if [ "$(id -u)" -ne 0 ]; then
    echo "Installing:$missing (sudo may ask for your password)" >&2
    as_root=sudo
else
    echo "Installing:$missing" >&2
fi
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -q >/dev/null
$as_root apt-get install -y -q --no-install-recommends $missing >/dev/null
