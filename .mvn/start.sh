# Shell functions that start the built program: of ./parley in a checkout, and of bin/parley in a release.

# Makes the environment one in which the JVM reads names and writes text as UTF-8, whatever the locale, and in which HOME is set.
prepare_environment() {
  local each
  [ -n "${HOME:-}" ] || HOME="$(cd ~ && pwd)"
  export HOME
  [ "$(locale charmap 2>/dev/null || true)" != UTF-8 ] || return 0
  # macOS has no C.UTF-8 before version 15
  for each in C.UTF-8 en_US.UTF-8; do
    { export LC_ALL="$each"; } 2>/dev/null
    [ "$(locale charmap 2>/dev/null || true)" != UTF-8 ] || return 0
  done
  { export LC_ALL=C.UTF-8; } 2>/dev/null
}

# Reflection by native accessors: those by method handles make some 250 classes at every start.
parley_options="-Xlog:disable -Xlog:all=off -Djdk.reflect.useNativeAccessorOnly=true --enable-native-access=ALL-UNNAMED"
parley_options="$parley_options --sun-misc-unsafe-memory-access=allow"

# Whether the program of jar $2 was rehearsed into cache $1 since it was built.
is_rehearsed() {
  [ "$1" -nt "$2" ]
}

# Starts the program once on a copy of example $4, for the JVM $3 to keep in cache $1 what it learns of it: later starts are two
# to three times as fast. Does nothing where that was done since jar $2 was built; a failure costs speed alone, and is not tried
# again. It writes a file of its own, which takes the place of the last as a whole.
rehearse_parley() {
  local cache="$1" jar="$2" java="$3" example="$4" fresh
  ! is_rehearsed "$cache" "$jar" || return 0
  # what an interrupted rehearsal left
  find "$(dirname "$cache")" -maxdepth 1 -name 'parley.aot.*' -mmin +60 -delete
  fresh="$(mktemp "$cache.XXXXXX")" || return 0
  echo "Rehearsing, once, so that every start is fast ..." >&2
  # shellcheck disable=SC2086
  "$java" -XX:AOTCacheOutput="$fresh" $parley_options -cp "$jar:$(dirname "$jar")/lib/*" org.parley.app.TrainingRun "$example" \
    >"$fresh.log" 2>&1 || true
  mv -f "$fresh.log" "$(dirname "$cache")/rehearsal.log"
  # where there is none, an empty one says that it was tried
  chmod 644 "$fresh"
  mv -f "$fresh" "$cache"
}

# Becomes the program of jar $2, with cache $1, JVM $3 and home $4; the rest are its arguments.
run_parley() {
  local cache="$1" jar="$2" java="$3" home="$4" memory=""
  shift 4
  # Pages need memory for the case and little else: a quarter of the machine's, of at most 8 GB, from a collector that takes what
  # is needed. Other commands may use as much as Java would.
  case "${1:-open}" in
    open | serve) memory="-XX:+UseSerialGC -XX:MaxRAM=8g" ;;
    # a publication asks for thousands of different pages once: compiling for long runs costs more than it saves
    publish) memory="-XX:+UseSerialGC -XX:TieredStopAtLevel=1" ;;
  esac
  # shellcheck disable=SC2086
  exec "$java" -XX:AOTCache="$cache" $parley_options -Dparley.home="$home" $memory ${PARLEY_JAVA_OPTIONS:-} \
    -cp "$jar:$(dirname "$jar")/lib/*" org.parley.app.Parley "$@"
}
