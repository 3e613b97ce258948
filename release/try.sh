#!/usr/bin/env bash
# Tries the release in release/target as its users would: unpacks and starts the archive as somebody who owns nothing, runs the
# container image without a container engine, and installs and starts the Debian package in a copy of this machine that is thrown away.
# It runs the program of the engine's guide, and the guide from an empty machine to a served case, on an empty Debian.
#   release/try.sh [sums|signature|archive|engine|image|package|foreign|guide ...]
set -euo pipefail
home="$(cd "$(dirname "$0")/.." && pwd)"
. "$home/release/build.sh"
out="$home/release/target"
work="$(mktemp -d)"
architecture="$(release_architecture)"
guide=
# What was not tried, a line each.
skipped=
trap 'end_guide; rm -rf "$work"' EXIT

fail() {
  echo "FAILED: $1" >&2
  exit 1
}

# Says that something is not tried, and why; the last line of the script says it again.
skip() {
  echo "$1" >&2
  skipped+="  $1"$'\n'
}

# Prints the first line that port $1 answers to a request for path $2.
first_line() {
  (exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$2" "$1" >&3 && head -n 1 <&3) 2>/dev/null
}

# Waits until port $1 answers path $2 (/) with 200, or a redirection to the page for signing in; at most two minutes.
await() {
  local line=
  for _ in $(seq 240); do
    line="$(first_line "$1" "${2:-/}" || true)"
    case "$line" in *' 200 '* | *' 30'[1237]' '*) return ;; esac
    sleep 0.5
  done
  return 1
}

# Whether this shell may make a mount namespace, and a root folder of its own in it.
has_namespaces() {
  [ "$(id -u)" = 0 ] && unshare --mount --pid --fork true 2>/dev/null
}

# Becomes the unpacked image, run as an engine would: its user, no way to more rights, nothing to write but /tmp and its volume. The
# command begins with the lines of file $1.
become_image() {
  local line
  mapfile -t line <"$1"
  shift
  # shellcheck disable=SC2016
  exec unshare --mount bash -euc '
    root="$1" state="$2"
    shift 2
    mount --make-rprivate /
    mount --bind "$root" "$root"
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount -t tmpfs -o mode=1777,nosuid,nodev,noexec tmp "$root/tmp"
    mount --bind "$state" "$root/var/lib/parley"
    mount -o remount,bind,ro "$root"
    ! touch "$root/written" 2>/dev/null || { echo "the root can be written" >&2; exit 1; }
    cd "$root"
    exec env -i PATH=/usr/sbin:/usr/bin HOME=/var/lib/parley LANG=C.UTF-8 setpriv --no-new-privs chroot --userspec=65532:65532 --groups= . "$@"
  ' bash "$work/image" "$work/state" "${line[@]}" "$@"
}

try_sums() {
  echo "Sums ..." >&2
  (cd "$out" && sha256sum --quiet --check SHA256SUMS) || fail "the sums"
}

try_archive() {
  local top open bare
  echo "The archive ..." >&2
  mkdir "$work/a folder"
  tar -C "$work/a folder" -xzf "$out"/parley-*-linux-"$architecture".tar.gz
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
}

try_image() {
  local image blobs manifest config each served
  echo "The image ..." >&2
  image="$(ls "$out"/parley-*-oci-"$architecture".tar 2>/dev/null || true)"
  if [ -z "$image" ]; then
    skip "There is no image: it takes its libraries from Debian, and this is another system."
    return
  fi
  mkdir -p "$work/oci" "$work/image/proc" "$work/image/dev"
  tar -C "$work/oci" -xf "$image"
  blobs="$work/oci/blobs/sha256"
  manifest="$blobs/$(image_digests "$work/oci/index.json")"
  config="$blobs/$(image_digests "$manifest" | head -n 1)"
  (cd "$blobs" && for each in *; do echo "$each  $each"; done | sha256sum --quiet --check) || fail "digests of the image"
  for each in $(image_digests "$manifest" | tail -n +2); do tar -C "$work/image" --warning=no-unknown-keyword -xzf "$blobs/$each"; done
  grep -q '"User":"65532:65532"' "$config" || fail "the image's user"
  [ -z "$(find "$work/image" -perm /6000)" ] || fail "programs of the image that change their user"
  [ ! -e "$work/image/bin/sh" ] || fail "the image has a shell"
  grep -o '"Entrypoint":\[[^]]*' "$config" | cut -d'[' -f2 | sed -e 's/^"//' -e 's/"$//' -e 's/","/\n/g' >"$work/entrypoint"
  has_namespaces || { skip "The image is not run: that takes root, and a mount namespace."; return; }
  mkdir "$work/state" && chown 65532:65532 "$work/state" && chmod 700 "$work/state"
  (become_image "$work/entrypoint" brief /usr/lib/parley/app/examples/minsk-2015 --format pdf --out /var/lib/parley/brief.pdf) >"$work/image.log" 2>&1 ||
    { cat "$work/image.log" >&2; fail "a briefing by the image"; }
  head -c 4 "$work/state/brief.pdf" | grep -q '%PDF' || fail "the image's briefing is no PDF"
  cp -R "$work/image/usr/lib/parley/app/examples/ukraine-2025" "$work/state/case" && chown -R 65532:65532 "$work/state"
  become_image "$work/entrypoint" serve --case /var/lib/parley/case --database /var/lib/parley/example --port 17173 >"$work/image.log" 2>&1 &
  served=$!
  await 17173 /healthz && await 17173 / || { cat "$work/image.log" >&2; fail "the image answers no page"; }
  printf '%s\n' /usr/lib/parley/runtime/bin/java -cp /usr/lib/parley/app/parley-workbench.jar org.parley.app.HealthProbe >"$work/probe"
  (become_image "$work/probe" http://127.0.0.1:17173/healthz) | grep -q '"status":"pass"' || fail "the health check of the image"
  kill "$served" && wait "$served" || true
  [ "$(stat -c '%u %a' "$work/state/example.mv.db")" = "65532 600" ] || fail "who may read the image's journal"
}

try_package() {
  local package
  echo "The package ..." >&2
  package="$(ls "$out"/parley-*-linux-"$architecture".deb)"
  dpkg-deb --info "$package" >/dev/null
  if ! command -v systemd-analyze >/dev/null; then
    skip "The unit is not verified: there is no systemd-analyze."
  else
    mkdir "$work/unit"
    dpkg-deb --fsys-tarfile "$package" | tar -xf - -O ./usr/lib/systemd/system/parley.service |
      sed 's|^ExecStart=/usr/bin/parley|ExecStart=/bin/true|' >"$work/unit/parley.service"
    systemd-analyze verify --man=no "$work/unit/parley.service" || fail "the unit"
  fi
  if ! has_namespaces; then
    skip "The package is not installed: that takes root, and a mount namespace."
    return
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
}

# Whether the sources and the documentation of library $1 hold class $2, and its pom needs no other.
has_its_jars() {
  "$JAVA_HOME/bin/jar" --list --file "${1%.jar}-sources.jar" | grep "^$2.java\$" >/dev/null || fail "sources of $1"
  "$JAVA_HOME/bin/jar" --list --file "${1%.jar}-javadoc.jar" | grep "$2.html\$" >/dev/null || fail "documentation of $1"
  ! grep -qE '<parent>|junit' "${1%.jar}.pom" || fail "the pom of $1 needs others"
}

# Prints the code of block $1 of the engine's guide.
guide_code() {
  sed -n '/^```java$/,/^```$/p' "$home/docs/how-to/use-the-engine.md" | awk -v wanted="$1" '/^```java$/ {block++; next} /^```$/ {next} block == wanted'
}

# The libraries run the programs of their guide, by the module path of Java alone.
try_engine() {
  local engine genius
  echo "The engine ..." >&2
  engine="$(ls "$out"/parley-engine-*[0-9T].jar)"
  {
    printf 'import module org.parley.engine;\n\nvoid main() {\n'
    guide_code 1
    printf '  IO.println(nash.findAnswer().orElseThrow().outcomes());\n}\n'
  } >"$work/Nash.java"
  "$JAVA_HOME/bin/java" --module-path "$engine" --add-modules org.parley.engine "$work/Nash.java" >"$work/nash.txt" || fail "the program of the guide"
  grep -qF 'worths=[80, 50]' "$work/nash.txt" || fail "the answer of the guide: $(cat "$work/nash.txt")"
  has_its_jars "$engine" org/parley/check/Check
  genius="$(ls "$out"/parley-genius-*[0-9T].jar)"
  {
    printf 'import module org.parley.genius;\n\nvoid main(String[] arguments) throws Exception {\n  Path folder = Path.of(arguments[0]);\n'
    guide_code 2
    printf '  IO.println(nash.findAnswer().orElseThrow().outcomes());\n}\n'
  } >"$work/Border.java"
  "$JAVA_HOME/bin/java" --module-path "$engine:$genius" --add-modules org.parley.genius "$work/Border.java" \
    "$home/genius/src/test/resources/org/parley/genius/border" >"$work/border.txt" || fail "the program of the guide that reads files"
  grep -qF 'worths=[16, 10]' "$work/border.txt" || fail "the answer of the guide: $(cat "$work/border.txt")"
  has_its_jars "$genius" org/parley/genius/GeniusFiles
}

# A signature by a key that is thrown away holds for the sums, and for no others.
try_signature() {
  echo "The signature ..." >&2
  command -v openssl >/dev/null || { skip "The sums are not signed: there is no openssl."; return; }
  mkdir "$work/signed"
  cp "$out"/*.bom.json "$work/signed/"
  openssl genpkey -algorithm ed25519 -out "$work/key.pem" 2>/dev/null
  openssl pkey -in "$work/key.pem" -pubout -out "$work/parley.pub"
  PARLEY_SIGNING_KEY="$work/key.pem" sum_up "$work/signed"
  (cd "$work/signed" && openssl pkeyutl -verify -rawin -pubin -inkey ../parley.pub -in SHA256SUMS -sigfile SHA256SUMS.sig >/dev/null) || fail "the signature"
  (cd "$work/signed" && echo >>SHA256SUMS && ! openssl pkeyutl -verify -rawin -pubin -inkey ../parley.pub -in SHA256SUMS -sigfile SHA256SUMS.sig >/dev/null 2>&1) ||
    fail "a signature of other sums"
}

# Prints the commands of the guide from an empty machine.
guide_commands() {
  sed -n '/^## From an empty machine/,/^## /p' "$home/docs/how-to/install-a-release.md" | sed -n '/^```sh$/,/^```$/p' | grep -v '^```'
}

# The guide, word for word, on an empty Debian: PostgreSQL, TLS, and a sign-in at a provider for trials. There is no systemd, so the
# script starts as systemd would; and a case, a certificate and the address of the provider are given.
try_guide() {
  local bare="${BARE_FOLDER:-/var/tmp/parley-bare}/trixie" top issuer at commands each
  echo "The guide, from an empty Debian ..." >&2
  commands="$(guide_commands | sed '/^cat .*<</,/^YAML$/{/^cat /!d}' | wc -l)"
  [ "$commands" -gt 5 ] && [ "$commands" -lt 10 ] || fail "the guide has $commands commands"
  has_namespaces && command -v debootstrap >/dev/null && command -v curl >/dev/null && command -v openssl >/dev/null || {
    skip "The guide is not tried: that takes root, mount namespaces, debootstrap, curl and openssl."
    return
  }
  for each in 443 5432; do
    if (exec 3<>"/dev/tcp/127.0.0.1/$each") 2>/dev/null; then
      skip "The guide is not tried: port $each is in use."
      return
    fi
  done
  if [ ! -e "$bare/.made" ]; then
    rm -rf "$bare" && mkdir -p "$bare"
    debootstrap --variant=minbase trixie "$bare" >"$work/debootstrap.log" 2>&1 || {
      skip "The guide is not tried: debootstrap says $(tail -n 1 "$work/debootstrap.log")"
      return
    }
    touch "$bare/.made"
  fi
  mkdir -p "$work/guide" "$work/provider" "$work/empty-machine" "$work/its-changes"
  tar -C "$work/provider" -xzf "$out"/parley-*-linux-"$architecture".tar.gz
  top="$(ls -d "$work/provider"/parley-*)"
  "$JAVA_HOME/bin/javac" -proc:none -nowarn -cp "$top/app/lib/*:$top/app/parley-workbench.jar" -d "$work/provider/classes" \
    "$home/workbench/src/test/java/org/parley/oidc/TestProvider.java" 2>"$work/javac.log" || { cat "$work/javac.log" >&2; fail "the provider for trials"; }
  coproc provider { exec "$JAVA_HOME/bin/java" -cp "$work/provider/classes:$top/app/lib/*:$top/app/parley-workbench.jar" "$home/release/ProviderTrial.java"; }
  read -r issuer <&"${provider[0]}"
  cp "$out"/parley-*-linux-"$architecture".deb "$work/guide/"
  cp -R "$home/examples/minsk-2015" "$work/guide/my-case"
  echo "a secret between the two" >"$work/guide/oidc-secret"
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=parley.example.org \
    -addext subjectAltName=DNS:parley.example.org -keyout "$work/guide/key.pem" -out "$work/guide/chain.pem" 2>/dev/null
  {
    echo 'set -euxo pipefail; export DEBIAN_FRONTEND=noninteractive; cd /srv'
    guide_commands | sed -e "s|parley-0.1.0-linux-x64.deb|$(basename "$out"/parley-*-linux-"$architecture".deb)|" \
      -e "s|https://login.example.org/realms/ministry|$issuer|" -e '/^systemctl /d' -e '/^apt-get install/a pg_isready --quiet || service postgresql start'
    echo 'cd /var/lib/parley; umask 077'
    echo 'exec setpriv --reuid parley --regid parley --init-groups --inh-caps=-all,+net_bind_service --ambient-caps=+net_bind_service env HOME=/var/lib/parley parley serve --config /etc/parley/parley.yaml'
  } >"$work/guide/commands.sh"
  # shellcheck disable=SC2016
  unshare --mount --pid --fork --kill-child bash -euc '
    mount --make-rprivate /
    mount -t tmpfs none "$2" && mkdir "$2/upper" "$2/work"
    mount -t overlay overlay -o "lowerdir=$1,upperdir=$2/upper,workdir=$2/work" "$3"
    mount -t proc proc "$3/proc"
    mount --rbind /dev "$3/dev"
    cp /etc/resolv.conf "$3/etc/resolv.conf"
    echo "127.0.0.1 localhost" >"$3/etc/hosts"
    [ ! -d /usr/local/share/ca-certificates ] || cp -a /usr/local/share/ca-certificates "$3/usr/local/share/"
    cp -R "$4/." "$3/srv/"
    exec chroot "$3" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/srv TERM=dumb bash /srv/commands.sh
  ' bash "$bare" "$work/its-changes" "$work/empty-machine" "$work/guide" >"$work/guide.log" 2>&1 &
  guide=$!
  for _ in $(seq 600); do
    [ "$(ask / -o /dev/null -w '%{http_code}')" = 000 ] && kill -0 "$guide" 2>/dev/null || break
    sleep 1
  done
  at="$(ask /sign-in/oidc -o /dev/null -w '%{redirect_url}')"
  [ -n "$at" ] || { tail -n 40 "$work/guide.log" >&2; fail "the guide: nothing is served"; }
  echo "$at" >&"${provider[1]}"
  read -r at <&"${provider[0]}"
  ask "/${at#https://parley.example.org/}" >"$work/page" && ask / -L >"$work/page"
  ask /api/me >"$work/me"
  grep -q '"ann"' "$work/me" && grep -q '"mediator"' "$work/me" && grep -q Minsk "$work/page" || { tail -n 40 "$work/guide.log" >&2; cat "$work/page" >&2; fail "the guide: a sign-in"; }
  end_guide
  wait "$guide" 2>/dev/null || true
}

# Ends the machine of the guide, whose first process takes all others with it, and the provider.
end_guide() {
  [ -z "$guide" ] || pkill -KILL -P "$guide" || true
  [ -z "${provider_PID:-}" ] || kill "$provider_PID" 2>/dev/null || true
}

# Asks the server of the guide for path $1, as a browser that trusts its certificate and has its cookies; the rest goes to curl.
ask() {
  local path="$1"
  shift
  curl -s --max-time 20 --cacert "$work/guide/chain.pem" --resolve parley.example.org:443:127.0.0.1 -b "$work/cookies" -c "$work/cookies" "$@" \
    "https://parley.example.org$path" || true
}

# Archives for another machine are looked at, not run.
try_foreign() {
  local each
  for each in "$out"/parley-*-linux-*.tar.gz; do
    case "$each" in *-"$architecture".tar.gz) continue ;; esac
    tar -xzOf "$each" --wildcards '*/runtime/bin/java' >"$work/java"
    # the machine in the header of ELF: 183 is AArch64
    [ "$(od -An -tu2 -j18 -N2 "$work/java" | tr -d ' ')" = 183 ] || fail "$(basename "$each") has no Java for arm64"
    dpkg-deb --field "${each%.tar.gz}.deb" Architecture | grep -qx arm64 || fail "$(basename "${each%.tar.gz}").deb"
    skip "$(basename "$each") is built, not run. Maybe run release/try.sh on such a machine."
  done
}

[ $# -gt 0 ] || set -- sums signature archive engine image package foreign guide
for part in "$@"; do "try_$part"; done
if [ -z "$skipped" ]; then
  echo "The release works: $*." >&2
else
  printf 'What was tried of the release works: %s. Not tried:\n%s' "$*" "$skipped" >&2
fi
