# Builds what is handed out into release/target: an archive that brings its own Java, a Debian package, a list of what is inside
# (CycloneDX), licences and sums. Sourced by ./check; uses the functions of .mvn. The same commit and JDK give the same bytes.

# Prints the version of the product in checkout $1.
release_version() {
  sed -n 's/^  <version>\(.*\)<\/version>$/\1/p' "$1/pom.xml" | head -n 1
}

# The moment that every file of a release bears, as in the jars.
release_moment() {
  sed -n 's/.*<project.build.outputTimestamp>\(.*\)<\/project.build.outputTimestamp>.*/\1/p' "$1/pom.xml"
}

need_tool() {
  command -v "$1" >/dev/null || {
    echo "A release needs $1, which is not here. Maybe: apt-get install $2" >&2
    exit 69
  }
}

# Links a Java of the modules that the jars in $1 need, and those found by name at run time, into folder $2.
link_runtime() {
  local needed
  needed="$("$JAVA_HOME/bin/jdeps" --ignore-missing-deps --print-module-deps --multi-release 25 --class-path "$1/lib/*" \
    "$1/parley-workbench.jar" | grep -v '^Warning' | sed 's/,jdk.incubator.vector//')"
  "$JAVA_HOME/bin/jlink" --add-modules "$needed,jdk.localedata,jdk.charsets,jdk.zipfs,jdk.management" \
    --no-header-files --no-man-pages --output "$2"
}

# Lays the folder that an archive holds, from checkout $1 into $2.
lay_release() {
  local home="$1" top="$2" built="$1/workbench/target" each
  mkdir -p "$top/bin" "$top/app/docs/reference"
  cp -R "$built/lib" "$built/parley-workbench.jar" "$top/app/"
  cp -R "$home/examples" "$top/app/"
  cp "$home/.mvn/start.sh" "$top/app/"
  for each in how-to concepts reference benchmarks; do cp -R "$home/docs/$each" "$top/app/docs/"; done
  cp "$home/release/parley" "$top/bin/parley"
  cp "$home/release/README.md" "$home/LICENSE" "$built/bom.json" "$top/"
  "$JAVA_HOME/bin/java" -cp "$built/lib/*" "$home/release/Notices.java" "$built/bom.json" "$built/lib" "$top"
  link_runtime "$built" "$top/runtime"
  find "$top" -type d -exec chmod 755 {} + -o -perm -u+x -type f -exec chmod 755 {} + -o -type f -exec chmod 644 {} +
  find "$top" -exec touch -h -d "$(release_moment "$home")" {} +
}

# Packs folder $1 as archive $2, entries in order, nobody's and of one moment.
pack_folder() {
  tar -C "$(dirname "$1")" --sort=name --owner=0 --group=0 --numeric-owner --format=gnu -cf - "$(basename "$1")" | gzip -9n >"$2"
}

# Packs the folder of release $2 as Debian package $3, from checkout $1.
pack_debian() {
  local home="$1" top="$2" package="$3" root="$1/release/target/debian" from="$1/release/debian" version architecture size
  version="$(release_version "$home" | sed 's/-SNAPSHOT/~snapshot/')"
  architecture="$(dpkg --print-architecture)"
  rm -rf "$root"
  mkdir -p "$root/DEBIAN" "$root/usr/bin" "$root/usr/lib/parley" "$root/usr/lib/systemd/system" "$root/usr/lib/sysusers.d" \
    "$root/usr/share/doc/parley" "$root/etc/parley"
  cp -R "$top/app" "$top/bin" "$top/runtime" "$root/usr/lib/parley/"
  cp -R "$top/NOTICE" "$top/README.md" "$top/bom.json" "$top/licences" "$root/usr/share/doc/parley/"
  cp "$top/LICENSE" "$root/usr/share/doc/parley/copyright"
  ln -s ../lib/parley/bin/parley "$root/usr/bin/parley"
  cp "$from/parley.service" "$root/usr/lib/systemd/system/parley.service"
  cp "$from/sysusers.conf" "$root/usr/lib/sysusers.d/parley.conf"
  cp "$from/parley.yaml" "$from/environment" "$root/etc/parley/"
  printf '/etc/parley/%s\n' environment parley.yaml >"$root/DEBIAN/conffiles"
  size="$(du -sk --apparent-size "$root" | cut -f1)"
  sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@SIZE@/$size/" "$from/control" >"$root/DEBIAN/control"
  cp "$from/postinst" "$from/prerm" "$from/postrm" "$root/DEBIAN/"
  find "$root" -type d -exec chmod 755 {} + -o -perm -u+x -type f -exec chmod 755 {} + -o -type f -exec chmod 644 {} +
  find "$root" -exec touch -h -d "$(release_moment "$home")" {} +
  SOURCE_DATE_EPOCH="$(date -d "$(release_moment "$home")" +%s)" dpkg-deb --root-owner-group -Zgzip --build "$root" "$package" >/dev/null
  rm -rf "$root"
}

# Builds the release of checkout $1, and prints what it wrote.
build_release() {
  local home="$1" out="$1/release/target" name
  [ "$(uname -s)" = Linux ] || { echo "A release is built on Linux, for its own architecture." >&2; exit 69; }
  need_tool dpkg-deb dpkg
  name="parley-$(release_version "$home")-linux-$(uname -m | sed -e 's/x86_64/x64/' -e 's/aarch64/arm64/')"
  rm -rf "$out" "$home/workbench/target/lib"
  mkdir -p "$out"
  MAVEN_ARGS="-Prelease ${MAVEN_ARGS:-}" build_parley "$home"
  echo "Linking Java and packing ..." >&2
  lay_release "$home" "$out/$name"
  pack_folder "$out/$name" "$out/$name.tar.gz"
  pack_debian "$home" "$out/$name" "$out/$name.deb"
  cp "$out/$name/bom.json" "$out/$name.bom.json"
  rm -rf "${out:?}/$name"
  (cd "$out" && sha256sum "$name.tar.gz" "$name.deb" "$name.bom.json" >SHA256SUMS && ls -l "$name".* SHA256SUMS)
}
