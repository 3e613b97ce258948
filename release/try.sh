#!/usr/bin/env bash
# Tries the release in release/target as its users would: unpacks and starts the archive as somebody who owns nothing, and installs
# and starts the Debian package in a copy of this machine that is thrown away.
set -euo pipefail
home="$(cd "$(dirname "$0")/.." && pwd)"
out="$home/release/target"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

fail() {
  echo "FAILED: $1" >&2
  exit 1
}

# Prints the first line that port $1 answers to a request for /.
first_line() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET / HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$1" >&3 && head -n 1 <&3) 2>/dev/null
}

# Waits until port $1 answers 200, or a redirection to the page for signing in; at most a minute.
await() {
  local line=
  for _ in $(seq 120); do
    line="$(first_line "$1" || true)"
    case "$line" in *' 200 '* | *' 30'[1237]' '*) return ;; esac
    sleep 0.5
  done
  return 1
}

echo "Sums ..." >&2
(cd "$out" && sha256sum --quiet --check SHA256SUMS) || fail "the sums"

echo "The archive ..." >&2
archive="$(ls "$out"/parley-*.tar.gz)"
mkdir "$work/a folder"
tar -C "$work/a folder" -xzf "$archive"
top="$(ls -d "$work/a folder"/parley-*)"
chmod 755 "$work" "$work/a folder"
[ -s "$top/NOTICE" ] && [ -s "$top/LICENSE" ] && [ -s "$top/bom.json" ] || fail "NOTICE, LICENSE and bom.json"
mkdir "$work/empty" && chmod 777 "$work/empty"
bare=(env -i PATH=/usr/bin:/bin HOME="$work/empty")
# somebody who may not write the folder
! command -v setpriv >/dev/null || [ "$(id -u)" != 0 ] || bare+=(setpriv --reuid 65534 --regid 65534 --clear-groups)
"${bare[@]}" "$top/bin/parley" --version | grep -q '^parley [0-9]' || fail "bin/parley --version"
"${bare[@]}" "$top/bin/parley" board "$top/app/examples/ukraine-2025" --lang fr >"$work/board.txt" || fail "bin/parley board"
[ -s "$work/board.txt" ] || fail "an empty board"
"${bare[@]}" "$top/bin/parley" brief "$top/app/examples/minsk-2015" --format pdf --out "$work/empty/brief.pdf" >/dev/null || fail "bin/parley brief"
head -c 4 "$work/empty/brief.pdf" | grep -q '%PDF' || fail "the briefing is no PDF"
cp -R "$top/app/examples/ukraine-2025" "$work/empty/case" && chmod -R a+w "$work/empty/case"
"${bare[@]}" "$top/bin/parley" open "$work/empty/case" --port 17171 --no-browser >"$work/open.log" 2>&1 &
open=$!
await 17171 || { cat "$work/open.log" >&2; fail "bin/parley open answers no page"; }
kill "$open" && wait "$open" || true

echo "The package ..." >&2
package="$(ls "$out"/parley-*.deb)"
dpkg-deb --info "$package" >/dev/null
if command -v systemd-analyze >/dev/null; then
  mkdir "$work/unit"
  dpkg-deb --fsys-tarfile "$package" | tar -xf - -O ./usr/lib/systemd/system/parley.service |
    sed 's|^ExecStart=/usr/bin/parley|ExecStart=/bin/true|' >"$work/unit/parley.service"
  systemd-analyze verify --man=no "$work/unit/parley.service" || fail "the unit"
fi
if [ "$(id -u)" != 0 ] || ! unshare --mount true 2>/dev/null; then
  echo "The package is not installed: that takes root, and a mount namespace." >&2
  exit 0
fi
cat >"$work/install.sh" <<'I'
set -euo pipefail
export DEBIAN_FRONTEND=noninteractive
dpkg --install "$1" >/dev/null
[ "$(stat -c '%U %a' /var/lib/parley)" = "parley 700" ] || { echo "who owns /var/lib/parley" >&2; exit 1; }
runuser -u parley -- parley config check /etc/parley/parley.yaml
su -s /bin/bash parley -c 'umask 077; cd /var/lib/parley; exec parley serve --config /etc/parley/parley.yaml --port 17172' &
for _ in $(seq 120); do
  line="$( (exec 3<>/dev/tcp/127.0.0.1/17172 && printf 'GET / HTTP/1.1\r\nHost: 127.0.0.1:17172\r\nConnection: close\r\n\r\n' >&3 && head -n 1 <&3) 2>/dev/null || true)"
  case "$line" in *' 200 '* | *' 30'*) break ;; esac
  sleep 0.5
done
case "$line" in *' 200 '* | *' 30'*) ;; *) echo "the service answers: $line" >&2; exit 1 ;; esac
pkill -u parley java
while pgrep -u parley java >/dev/null; do sleep 0.2; done
[ "$(stat -c '%U %a' /var/lib/parley/example.mv.db)" = "parley 600" ] || { echo "who may read the journal" >&2; exit 1; }
dpkg --purge parley >/dev/null
[ ! -e /usr/lib/parley ] && [ ! -e /usr/bin/parley ] || { echo "what the package leaves behind" >&2; exit 1; }
[ -e /var/lib/parley/example.mv.db ] || { echo "the journal went with the package" >&2; exit 1; }
I
cat >"$work/copy.sh" <<'I'
set -euo pipefail
mount -t tmpfs none "$1/changes" && mkdir "$1/changes/upper" "$1/changes/work"
mount -t overlay overlay -o "lowerdir=/,upperdir=$1/changes/upper,workdir=$1/changes/work" "$1/machine"
mount -t proc proc "$1/machine/proc"
mount --rbind /dev "$1/machine/dev"
mkdir -p "$1/machine/trial" && cp "$2" "$1/machine/trial/parley.deb" && cp "$1/install.sh" "$1/machine/trial/"
exec chroot "$1/machine" bash /trial/install.sh /trial/parley.deb
I
mkdir "$work/changes" "$work/machine"
unshare --mount --pid --fork bash "$work/copy.sh" "$work" "$package" || fail "the package, installed"
echo "The release works: $(basename "$archive") and $(basename "$package")." >&2
