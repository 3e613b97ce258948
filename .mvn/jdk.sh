# Shell functions that ./parley and ./check share: finding a JDK, saying what to install, building with progress.

jdk_wanted="25.0.3"

# Whether the folder $1 holds a JDK of the wanted version or later.
jdk_fits() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  local version
  version="$(sed -n 's/^JAVA_VERSION="\([0-9.]*\).*/\1/p' "$1/release")"
  [ -n "$version" ] && [ "$(printf '%s\n%s\n' "$jdk_wanted" "$version" | sort -V | head -n 1)" = "$jdk_wanted" ]
}

# Prints the folder of a fitting JDK: JAVA_HOME, then PATH, then the usual folders; nothing where there is none.
find_jdk() {
  local candidate on_path
  on_path="$(command -v javac 2>/dev/null || true)"
  [ -z "$on_path" ] || on_path="$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")"
  for candidate in "${JAVA_HOME:-}" "$on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
      "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$candidate" ] && jdk_fits "$candidate"; then
      echo "$candidate"
      return
    fi
  done
}

# The package manager's line that installs a JDK.
jdk_line() {
  if command -v apt-get >/dev/null; then echo "apt-get update && apt-get install -y openjdk-25-jdk-headless"
  elif command -v dnf >/dev/null; then echo "dnf install -y java-25-openjdk-devel"
  elif command -v pacman >/dev/null; then echo "pacman -S --noconfirm jdk25-openjdk"
  elif command -v brew >/dev/null; then echo "brew install openjdk@25"
  fi
}

explain_jdk() {
  local line
  line="$(jdk_line)"
  echo "Parley needs a JDK $jdk_wanted or later; none was found in JAVA_HOME, on PATH or in the usual folders."
  if [ -n "$line" ]; then
    echo "Maybe install one:  $line"
    [ "$(id -u)" != 0 ] || echo "or let Parley do it:  ./parley --install"
  else
    echo "Maybe install one from your system's packages, or set JAVA_HOME."
  fi
}

install_jdk() {
  local line
  line="$(jdk_line)"
  if [ "$(id -u)" != 0 ] || [ -z "$line" ]; then
    explain_jdk >&2
    exit 69
  fi
  echo "Installing a JDK: $line"
  sh -c "$line"
}

# Builds the workbench in $1, with a line of progress; the whole output on failure.
build_parley() {
  local home="$1" target="$1/workbench/target" log
  mkdir -p "$target"
  log="$target/build.log"
  echo "Building Parley, once (a minute or two; the first time its libraries are fetched) ..." >&2
  (cd "$home" && ./mvnw -B -ntp -pl workbench -am -Dspotless.check.skip=true -Dmaven.test.skip=true \
      package >"$log" 2>&1) &
  local build=$! seconds=0 step
  while kill -0 "$build" 2>/dev/null; do
    sleep 1
    seconds=$((seconds + 1))
    step="$(sed -n 's/^\[INFO\] --- \([a-z-]*\):[^:]*:\([a-zA-Z-]*\).*@ \([a-z-]*\).*/\3: \2/p' "$log" | tail -n 1)"
    [ ! -t 2 ] || printf '\r\033[K  %3d s  %s' "$seconds" "$step" >&2
  done
  [ ! -t 2 ] || printf '\r\033[K' >&2
  if ! wait "$build"; then
    cat "$log" >&2
    echo "The build failed; its output is above and in workbench/target/build.log." >&2
    return 70
  fi
  touch "$target/parley.built"
  echo "Built in $seconds s." >&2
}

# Whether the workbench in $1 was rehearsed since it was built.
is_rehearsed() {
  [ "$1/workbench/target/parley.aot" -nt "$1/workbench/target/parley-workbench.jar" ]
}

# Starts the workbench in $1 once on a copy of the example, for the JVM to keep what it learns of it: later starts are two to
# three times as fast. Does nothing where that was done since the last build; a failure costs speed alone, and is not tried again.
# It writes a file of its own, which takes the place of the last as a whole.
rehearse_parley() {
  local home="$1" target="$1/workbench/target" cache="$1/workbench/target/parley.aot" fresh
  ! is_rehearsed "$home" || return 0
  # what an interrupted rehearsal left
  find "$target" -maxdepth 1 -name 'parley.aot.*' -mmin +60 -delete
  fresh="$(mktemp "$cache.XXXXXX")" || return 0
  echo "Rehearsing, once, so that every start is fast ..." >&2
  "$JAVA_HOME/bin/java" -XX:AOTCacheOutput="$fresh" -Xlog:disable -Xlog:all=off -Djdk.reflect.useNativeAccessorOnly=true \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -cp "$target/parley-workbench.jar:$target/lib/*" org.parley.app.Rehearsal \
    "$home/examples/ukraine-2025" >"$fresh.log" 2>&1 || true
  mv -f "$fresh.log" "$target/rehearsal.log"
  # where there is none, an empty one says that it was tried
  chmod 644 "$fresh"
  mv -f "$fresh" "$cache"
}
