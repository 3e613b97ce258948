# Shell functions that ./parley and ./check share: finding a JDK, and setting one up. Written for bash 3.2, which macOS ships.

jdk_script="${BASH_SOURCE[0]}"
jdk_wanted="25.0.3"
jdk_archive="25.0.4+7"
# Debian's and Ubuntu's packages, with the libraries that draw text
jdk_packages="openjdk-25-jdk-headless libfreetype6 libharfbuzz0b"
# a folder that stands for /, in tests
jdk_root=""
# why the last way to set one up failed, in one sentence
jdk_problem=""

# Whether version $1 is version $2 or later.
is_since() {
  local have="$1." want="$2." a b
  while [ -n "$want" ]; do
    a="${have%%.*}" b="${want%%.*}"
    [ "${a:-0}" -le "$b" ] || return 0
    [ "${a:-0}" -ge "$b" ] || return 1
    have="${have#*.}" want="${want#*.}"
  done
}

# Prints the version of the JDK in folder $1; nothing where it holds none.
jdk_version() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9][0-9.]*\).*/\1/p' "$1/release"
}

# Prints where the symbolic links from $1 end. macOS has `readlink -f` only since version 12.3.
followed() {
  local at="$1" to
  while [ -L "$at" ]; do
    to="$(readlink "$at")"
    case "$to" in /*) at="$to" ;; *) at="$(dirname "$at")/$to" ;; esac
  done
  printf '%s\n' "$at"
}

jdk_cache() {
  printf '%s\n' "${XDG_CACHE_HOME:-$HOME/.cache}/parley"
}

# Prints the folders where a JDK may be: JAVA_HOME, PATH, the usual folders, those of Homebrew on Intel and ARM, the cache.
list_jdk_folders() {
  local on_path at
  on_path="$(command -v javac 2>/dev/null || true)"
  [ -z "$on_path" ] || on_path="$(followed "$on_path")"
  for at in "${JAVA_HOME:-}" "${on_path%/bin/javac}" "$jdk_root"/usr/lib/jvm/* "$jdk_root"/usr/lib64/jvm/* "$jdk_root"/opt/java/* \
      "$jdk_root"/opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$jdk_root"/Library/Java/JavaVirtualMachines/*/Contents/Home \
      "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home "$jdk_root"/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
      "$jdk_root"/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home "$jdk_root"/home/*/.linuxbrew/opt/openjdk*/libexec \
      "$(jdk_cache)"/jdk-*; do
    [ -z "$at" ] || [ ! -d "$at" ] || printf '%s\n' "$at"
  done
  [ ! -x "$jdk_root/usr/libexec/java_home" ] || "$jdk_root/usr/libexec/java_home" -v "${jdk_wanted%%.*}+" 2>/dev/null || true
}

# Prints the folder of the first JDK that fits; nothing where there is none.
find_jdk() {
  local at version
  while IFS= read -r at; do
    version="$(jdk_version "$at")"
    if [ -n "$version" ] && is_since "$version" "$jdk_wanted"; then
      printf '%s\n' "$at"
      return
    fi
  done < <(list_jdk_folders)
}

# Says which JDK was found, and what of it: the newest of those that are too old.
say_what_was_found() {
  local at version newest="" where=""
  while IFS= read -r at; do
    version="$(jdk_version "$at")"
    if [ -n "$version" ] && is_since "$version" "${newest:-0}"; then newest="$version" where="$at"; fi
  done < <(list_jdk_folders)
  if [ -n "$newest" ]; then
    echo "Parley needs a JDK $jdk_wanted or later. There is a JDK, but too old: $newest in $where."
  else
    echo "Parley needs a JDK $jdk_wanted or later. None was found in JAVA_HOME, on PATH or in the usual folders."
  fi
}

# Prints the package manager's line that installs a JDK.
jdk_line() {
  if command -v apt-get >/dev/null; then echo "apt-get update && apt-get install -y --no-install-recommends $jdk_packages libfontconfig1"
  elif command -v dnf >/dev/null; then echo "dnf install -y java-25-openjdk-devel"
  elif command -v zypper >/dev/null; then echo "zypper --non-interactive install java-25-openjdk-devel"
  elif command -v pacman >/dev/null; then echo "pacman -Sy --noconfirm jdk25-openjdk"
  elif command -v apk >/dev/null; then echo "apk add openjdk25-jdk"
  elif command -v brew >/dev/null; then echo "brew install openjdk@25"
  fi
}

is_root() {
  [ "$(id -u)" = 0 ]
}

has_terminal() {
  [ -t 0 ] && [ -t 2 ]
}

# Asks question $1 on the terminal; no where there is none.
ask() {
  local answer
  has_terminal || return 1
  printf '%s [Y/n] ' "$1" >&2
  read -r answer || return 1
  case "$answer" in '' | [yY]*) ;; *) return 1 ;; esac
}

# Prints in one sentence why what wrote file $1 failed, where it is one of the usual reasons.
usual_reason() {
  if grep -qiE "could not resolve|cannot resolve|temporary failure|unknown ?host|no such host|network is unreachable|no route to host|unable to connect|could not connect|connection (refused|timed out)|failed to fetch" "$1"; then
    echo "There is no network, or a server does not answer."
  elif grep -qiE "PKIX path|certificate verify failed|certificate problem" "$1"; then
    echo "A server's certificate is not trusted: the network may have an authority of its own."
  elif grep -qi "no space left" "$1"; then
    echo "The disk is full."
  elif grep -qiE "permission denied|read-only file system|not writable" "$1"; then
    echo "A folder cannot be written: $(grep -iE "permission denied|read-only file system|not writable" "$1" | head -n 1)"
  fi
}

# Runs "$3" and what follows it, with its output in file $1. On a terminal the seconds count up, beside what function $2 prints.
watched() {
  local log="$1" step="$2" start=$SECONDS job
  shift 2
  "$@" >"$log" 2>&1 </dev/null &
  job=$!
  while kill -0 "$job" 2>/dev/null; do
    sleep 0.2
    [ ! -t 2 ] || printf '\r\033[K  %3d s  %s' "$((SECONDS - start))" "$("$step" "$log")" >&2
  done
  [ ! -t 2 ] || printf '\r\033[K' >&2
  wait "$job"
}

# Runs "$2" and what follows it; $1 says what that does. Where it fails, jdk_problem says why.
quietly() {
  local what="$1" log code=0
  shift
  log="$(mktemp)" || return 1
  watched "$log" true "$@" || code=$?
  if [ "$code" != 0 ]; then
    jdk_problem="$(usual_reason "$log")"
    [ -n "$jdk_problem" ] || jdk_problem="$what failed: $(grep -v '^ *$' "$log" | tail -n 1)"
  fi
  rm -f "$log"
  return "$code"
}

# Runs a function of this file so that its first error ends it: in a condition, `set -e` has no effect.
strictly() {
  "$BASH" -euo pipefail -c '. "$1"; shift; "$@"' bash "$jdk_script" "$@"
}

# Installs a JDK with the package manager: as root, or after asking.
install_jdk() {
  local line as=""
  line="$(jdk_line)"
  [ -n "$line" ] || return 1
  if ! is_root; then
    case "$line" in brew*) ;; *) command -v sudo >/dev/null || return 1; as="sudo " ;; esac
    ask "Install it with: $as$line ?" || return 1
  fi
  echo "Installing a JDK: $as$line" >&2
  # the password is asked for first, so that nothing is asked where nobody sees it
  [ -z "$as" ] || sudo -v || return 1
  # shellcheck disable=SC2086
  quietly "${line%% *}" $as env DEBIAN_FRONTEND=noninteractive sh -c "$line"
}

# Whether folder $1 can be written, and made where it is missing.
can_write() {
  mkdir -p "$1" 2>/dev/null && [ -w "$1" ]
}

# Puts the JDK in folder $1 into the cache. Of two who do it at once, one comes first.
keep_jdk() {
  local version to
  version="$(jdk_version "$1")"
  [ -n "$version" ] || return 1
  to="$(jdk_cache)/jdk-$version"
  [ -e "$to" ] || { mv "$1" "$to" && give_fonts "$to"; }
}

# Gives the JDK $1 the fonts of Parley's own pages where the machine has none: charts of a briefing are drawn with Java's fonts.
give_fonts() {
  [ ! -e /etc/fonts/fonts.conf ] && [ "$(uname -s)" = Linux ] || return 0
  mkdir -p "$1/lib/fonts"
  cp "$(dirname "$jdk_script")"/../workbench/src/main/resources/org/parley/web/fonts/*.ttf "$1/lib/fonts/"
  cat >"$1/lib/fonts/Fonts.java" <<'JAVA'
void main(String[] jdk) throws Exception {
  var fonts = new Properties();
  fonts.put("version", "1");
  fonts.put("sequence.allfonts", "default");
  fonts.put("allfonts.default", "Source Sans 3");
  fonts.put("filename.Source_Sans_3", jdk[0] + "/lib/fonts/SourceSans3-Regular.ttf");
  try (var out = new FileOutputStream(jdk[0] + "/lib/fontconfig.properties")) {
    fonts.store(out, null);
  }
}
JAVA
  "$1/bin/java" "$1/lib/fonts/Fonts.java" "$1"
  rm "$1/lib/fonts/Fonts.java"
}

# Fetches the packages of Debian's or Ubuntu's JDK and unpacks them into the cache, which needs no rights.
unpack_packages() {
  local work="$1" jdk="" each link target
  # shellcheck disable=SC2064
  trap "rm -rf '$work'" EXIT
  mkdir -p "$work/lists/partial" "$work/archives/partial" "$work/tree"
  apt_here() {
    apt-get -qq -o Dir::State::lists="$work/lists" -o Dir::Cache="$work" -o Dir::Cache::archives="$work/archives" -o Debug::NoLocking=1 "$@"
  }
  apt_here update
  # shellcheck disable=SC2086
  apt_here -y --no-install-recommends --download-only install $jdk_packages ca-certificates
  for each in "$work"/archives/*.deb; do
    dpkg -x "$each" "$work/tree"
  done
  for each in "$work"/tree/usr/lib/jvm/java-25-openjdk-*; do
    jdk="$each"
  done
  # Links of the packages lead to the machine's /etc, where nothing was installed.
  find "$jdk" -type l | while IFS= read -r link; do
    target="$(readlink "$link")"
    case "$target" in
      /*) [ ! -f "$work/tree$target" ] || { rm "$link" && cp "$work/tree$target" "$link"; } ;;
    esac
  done
  # Libraries that the machine lacks are found beside the JDK's own.
  find "$work/tree/usr/lib" -path "$work/tree/usr/lib/jvm" -prune -o -name 'lib*.so*' -exec cp -P {} "$jdk/lib/" ';'
  [ -e "$jdk/lib/security/cacerts" ] || trust_store "$jdk" "$work"
  rm -rf "$jdk/jmods" "$jdk/man" "$jdk/docs"
  keep_jdk "$jdk"
}

# Writes the trust store of the JDK $1, of the certificates of the machine or of those unpacked in $2.
trust_store() {
  rm -f "$1/lib/security/cacerts"
  cat >"$2/Trust.java" <<'JAVA'
void main(String[] to) throws Exception {
  var store = java.security.KeyStore.getInstance("PKCS12");
  store.load(null, null);
  for (var each : java.security.cert.CertificateFactory.getInstance("X.509").generateCertificates(System.in)) {
    store.setCertificateEntry("ca" + store.size(), each);
  }
  try (var out = new FileOutputStream(to[0])) {
    store.store(out, "changeit".toCharArray());
  }
}
JAVA
  if [ -s /etc/ssl/certs/ca-certificates.crt ]; then
    cat /etc/ssl/certs/ca-certificates.crt
  else
    cat "$2"/tree/usr/share/ca-certificates/mozilla/*.crt
    # those of the network, where an administrator puts them
    find /usr/local/share/ca-certificates -name '*.crt' -exec cat {} ';' 2>/dev/null || true
  fi | "$1/bin/java" -Dkeystore.pkcs12.certProtectionAlgorithm=NONE -Dkeystore.pkcs12.macAlgorithm=NONE "$2/Trust.java" "$1/lib/security/cacerts"
}

# Prints the platform's name in the archives of Eclipse Temurin, and the SHA-256 of the archive.
jdk_archive_here() {
  case "$(uname -s) $(uname -m)" in
    "Linux x86_64") echo "x64_linux e58fcdcd637b25c03ca84cbbcefc70d11efb8f4b4cbd05decc9f661769d77f94" ;;
    "Linux aarch64") echo "aarch64_linux 621f7196f0b682fb557da58bec89bd7dfe5419811fe1c0ba75c9cc8432f084c7" ;;
    "Darwin x86_64") echo "x64_mac a5ac9c46dad47ac06df35e36d096913195d8da1f3f71918828bcc2cfe33869b7" ;;
    "Darwin arm64") echo "aarch64_mac 5a101c54abf5a9f16c0f70d8c38ba99e6567c1ba213378f0bb04497284f051bd" ;;
  esac
}

# Fetches an archive of Eclipse Temurin and unpacks it into the cache, where its SHA-256 is the one that is known.
unpack_archive() {
  local work="$1" platform="$2" sha256="$3" file="$1/jdk.tar.gz" url sum each
  # shellcheck disable=SC2064
  trap "rm -rf '$work'" EXIT
  url="https://github.com/adoptium/temurin25-binaries/releases/download/jdk-${jdk_archive/+/%2B}/OpenJDK25U-jdk_${platform}_hotspot_${jdk_archive/+/_}.tar.gz"
  if command -v curl >/dev/null; then curl -fsSL -o "$file" "$url"; else wget -nv -O "$file" "$url"; fi
  if command -v sha256sum >/dev/null; then sum="$(sha256sum "$file")"; else sum="$(shasum -a 256 "$file")"; fi
  [ "${sum%% *}" = "$sha256" ] || { echo "its SHA-256 is ${sum%% *}, not $sha256"; return 1; }
  mkdir "$work/tree"
  tar -xzf "$file" -C "$work/tree"
  for each in "$work"/tree/*/Contents/Home "$work"/tree/*; do
    [ ! -x "$each/bin/javac" ] || { keep_jdk "$each"; return; }
  done
  echo "it holds no JDK"
  return 1
}

# Sets a JDK up in the cache, of the distribution's packages or of an archive.
fetch_jdk() {
  local cache archive
  cache="$(jdk_cache)"
  can_write "$cache" || { jdk_problem="The folder $cache cannot be written."; return 1; }
  if ! is_root && command -v apt-get >/dev/null && command -v dpkg >/dev/null; then
    echo "Fetching the JDK of your distribution into $cache, once (some 400 MB) ..." >&2
    ! quietly "Unpacking the packages" strictly unpack_packages "$(mktemp -d "$cache/fetched.XXXXXX")" || return 0
  fi
  archive="$(jdk_archive_here)"
  # the archives are made for glibc
  [ -n "$archive" ] && ! ls /lib/ld-musl-* >/dev/null 2>&1 || return 1
  command -v curl >/dev/null || command -v wget >/dev/null || return 1
  echo "Fetching Eclipse Temurin $jdk_archive into $cache, once (some 140 MB) ..." >&2
  # shellcheck disable=SC2086
  quietly "Unpacking the archive of Eclipse Temurin" strictly unpack_archive "$(mktemp -d "$cache/fetched.XXXXXX")" $archive
}

# Sets JAVA_HOME to a JDK that fits, and sets one up where there is none; ends with 69 where that is impossible.
need_jdk() {
  local found line
  found="$(find_jdk)"
  if [ -z "$found" ]; then
    say_what_was_found >&2
    install_jdk || true
    found="$(find_jdk)"
  fi
  if [ -z "$found" ]; then
    fetch_jdk || true
    found="$(find_jdk)"
  fi
  if [ -z "$found" ]; then
    line="$(jdk_line)"
    is_root || case "$line" in '' | brew*) ;; *) line="sudo sh -c '$line'" ;; esac
    echo "No JDK could be set up.${jdk_problem:+ $jdk_problem}" >&2
    echo "Maybe install one:  ${line:-set JAVA_HOME to a JDK from https://adoptium.net}" >&2
    exit 69
  fi
  export JAVA_HOME="$found"
}
