# Shell functions that ./parley and ./check share: building with progress. They use those of jdk.sh.

# Prints the last step that Maven began, of its output in file $1.
maven_step() {
  sed -n 's/^\[INFO\] --- \([a-z-]*\):[^:]*:\([a-zA-Z-]*\).*@ \([a-z-]*\).*/\3: \2/p' "$1" | tail -n 1
}

# Ends with 69 where the folders that a build of $1 needs cannot be written.
need_folders() {
  local libraries="${MAVEN_USER_HOME:-$HOME/.m2}"
  can_write "$1/workbench/target" || {
    echo "Parley is built in $1/workbench/target, which cannot be written. Maybe have its owner run ./parley once, or copy the folder." >&2
    exit 69
  }
  can_write "$libraries" || {
    echo "Libraries are kept in $libraries, which cannot be written. Maybe set HOME to a folder of your own." >&2
    exit 69
  }
}

# Builds the workbench in $1 to run, or module $2, without ErrorProne, with a line of progress; the whole output on failure.
build_parley() {
  local home="$1" module="${2:-workbench}" target="$1/workbench/target" start=$SECONDS log reason
  log="$target/build.log"
  touch "$target/parley.unchecked"
  if [ "$module" = cluster ]; then
    echo "Building the module for Spark, once (a minute or two; the first time 300 MB of libraries are fetched) ..." >&2
  else
    echo "Building Parley, once (a minute or two; the first time its libraries are fetched) ..." >&2
  fi
  if ! watched "$log" maven_step "$home/mvnw" -f "$home/pom.xml" -B -ntp -Prun -pl "$module" -am -Dspotless.check.skip=true -Dmaven.test.skip=true package; then
    reason="$(usual_reason "$log")"
    if [ -n "$reason" ]; then
      echo "Parley could not be built. $reason Maybe try again when that is mended; the output is in workbench/target/build.log." >&2
      return 69
    fi
    cat "$log" >&2
    echo "The build failed; its output is above and in workbench/target/build.log." >&2
    return 70
  fi
  touch "$target/parley.built"
  echo "Built in $((SECONDS - start)) s." >&2
}

# Removes the classes in $1 that were built to run: Maven would take them for checked ones.
drop_unchecked() {
  local each
  [ -e "$1/workbench/target/parley.unchecked" ] || return 0
  for each in engine genius reading workbench cluster; do
    rm -rf "$1/$each/target/classes" "$1/$each/target/maven-status"
  done
  rm "$1/workbench/target/parley.unchecked"
}
