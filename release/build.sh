# Builds what is handed out into release/target: an archive that brings its own Java, a Debian package, a list of what is inside
# (CycloneDX), licences and sums, a container image, and the engine as a library with its readers. Sourced by ./check; uses the functions of .mvn.
# The same commit and JDK, and for the image the same Debian, give the same bytes.
# PARLEY_ARM64_JMODS names the jmods of a JDK for arm64: archive and package are then built for it too.
# PARLEY_SIGNING_KEY names a private key (Ed25519, PEM): the sums are then signed.

# Prints the version of the product in checkout $1.
release_version() {
  sed -n 's/^  <version>\(.*\)<\/version>$/\1/p' "$1/pom.xml" | head -n 1
}

# The moment that every file of a release bears, as in the jars.
release_moment() {
  sed -n 's/.*<project.build.outputTimestamp>\(.*\)<\/project.build.outputTimestamp>.*/\1/p' "$1/pom.xml"
}

# The architecture of this machine, as names of releases have it.
release_architecture() {
  uname -m | sed -e 's/x86_64/x64/' -e 's/aarch64/arm64/'
}

need_tool() {
  command -v "$1" >/dev/null || {
    echo "A release needs $1, which is not here. Maybe: apt-get install $2" >&2
    exit 69
  }
}

# Links a Java of the modules that the jars in $1 need, and those found by name at run time, into folder $2; of those in folder $3,
# if it is given, for its machine.
link_runtime() {
  local needed from=""
  [ -z "$3" ] || from="--module-path $3"
  needed="$("$JAVA_HOME/bin/jdeps" --ignore-missing-deps --print-module-deps --multi-release 25 --class-path "$1/lib/*" \
    "$1/parley-workbench.jar" | grep -v '^Warning' | sed 's/,jdk.incubator.vector//')"
  # shellcheck disable=SC2086
  "$JAVA_HOME/bin/jlink" $from --add-modules "$needed,jdk.localedata,jdk.charsets,jdk.zipfs,jdk.management" \
    --no-header-files --no-man-pages --output "$2"
}

# Lays the folder that an archive holds, from checkout $1 into $2, with the Java of jmods $3 or of this machine.
lay_release() {
  local home="$1" top="$2" built="$1/workbench/target" each
  mkdir -p "$top/bin" "$top/app/docs/reference"
  cp -R "$built/lib" "$built/parley-workbench.jar" "$top/app/"
  cp -R "$home/examples" "$top/app/"
  cp "$home/.mvn/start.sh" "$top/app/"
  for each in how-to concepts reference benchmarks; do cp -R "$home/docs/$each" "$top/app/docs/"; done
  cp "$home/release/parley" "$top/bin/parley"
  cp "$home/release/README.md" "$home/LICENSE" "$built/bom.json" "$top/"
  "$JAVA_HOME/bin/java" -cp "$built/lib/*" "$home/release/Notices.java" "$built/bom.json" "$built/lib" "$top" \
    "$home/docs/reference/libraries.md"
  link_runtime "$built" "$top/runtime" "${3:-}"
  find "$top" -type d -exec chmod 755 {} + -o -perm -u+x -type f -exec chmod 755 {} + -o -type f -exec chmod 644 {} +
  find "$top" -exec touch -h -d "$(release_moment "$home")" {} +
}

# Packs folder $1 as archive $2, entries in order, nobody's and of one moment.
pack_folder() {
  tar -C "$(dirname "$1")" --sort=name --owner=0 --group=0 --numeric-owner --format=gnu -cf - "$(basename "$1")" | gzip -9n >"$2"
}

# Packs the folder of release $2 as Debian package $3 for architecture $4, from checkout $1.
pack_debian() {
  local home="$1" top="$2" package="$3" architecture="$4" root="$1/release/target/debian" from="$1/release/debian" version size
  version="$(release_version "$home" | sed 's/-SNAPSHOT/~snapshot/')"
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

# Prints the libraries of this machine that the Java in folder $1 is loaded with, and those that they need. Windows, sound and
# splash screens are left out: a server has none.
needed_libraries() {
  local each
  for each in "$1"/bin/java "$1"/lib/*.so "$1"/lib/server/libjvm.so; do
    case "${each##*/}" in libawt_xawt.so | libjawt.so | libsplashscreen.so | libjsound.so) continue ;; esac
    ldd "$each" | awk '/=> \//{print $3} /^\t\//{print $1}'
  done | sort -u | grep -v "^$1/"
}

# Lays into folder $2 the system that the Java in folder $1 needs: libraries of this Debian, with their licences and the list of their
# packages that scanners read, the user, and folders to write in.
lay_system() {
  local java="$1" root="$2" library to package packages=""
  mkdir -p "$root/etc/parley" "$root/tmp" "$root/var/lib/parley" "$root/var/lib/dpkg/status.d"
  for library in $(needed_libraries "$java"); do
    package="$(dpkg-query -S "$(readlink -f "$library")" 2>/dev/null || dpkg-query -S "$library")"
    packages="$packages ${package%%: *}"
    case "$library" in /lib/*/*) to="$root/usr$library" ;; *) to="$root$library" ;; esac
    mkdir -p "${to%/*}"
    cp -L "$library" "$to"
  done
  # shellcheck disable=SC2086
  dpkg --verify $packages || { echo "Libraries of this machine are not those of their packages. Maybe: apt-get install --reinstall$packages" >&2; exit 69; }
  for package in $(printf '%s\n' $packages | sort -u); do
    mkdir -p "$root/usr/share/doc/${package%:*}"
    cp -L "/usr/share/doc/${package%:*}/copyright" "$root/usr/share/doc/${package%:*}/"
    dpkg-query -s "$package" >"$root/var/lib/dpkg/status.d/${package%:*}"
  done
  cp -L /etc/os-release "$root/etc/"
  echo "parley:x:65532:65532:Parley:/var/lib/parley:/sbin/nologin" >"$root/etc/passwd"
  echo "parley:x:65532:" >"$root/etc/group"
  chmod 700 "$root/var/lib/parley"
  chmod 777 "$root/tmp"
}

# Gives the Java in folder $1 the fonts of Parley's own pages, from checkout $2, for a place in which Java is found at path $3.
lay_fonts() {
  mkdir -p "$1/lib/fonts"
  cp "$2"/workbench/src/main/resources/org/parley/web/fonts/*.ttf "$1/lib/fonts/"
  printf '%s\n' version=1 sequence.allfonts=default "allfonts.default=Source Sans 3" \
    "filename.Source_Sans_3=$3/lib/fonts/SourceSans3-Regular.ttf" >"$1/lib/fontconfig.properties"
}

# Packs the folder of release $2 as container image $3, from checkout $1: a layer for the system, Java, libraries and Parley each.
pack_image() {
  local home="$1" top="$2" image="$3" layers="$1/release/target/image/layers" jib="$1/release/target/jib" place=usr/lib/parley
  rm -rf "${layers%/*}"
  mkdir -p "$layers/1-system" "$layers/2-java/$place" "$layers/3-libraries/$place/app" "$layers/4-parley/$place"
  lay_system "$top/runtime" "$layers/1-system"
  cp -R "$top/runtime" "$layers/2-java/$place/"
  lay_fonts "$layers/2-java/$place/runtime" "$home" "/$place/runtime"
  cp -R "$top/app" "$top/NOTICE" "$top/LICENSE" "$top/bom.json" "$top/licences" "$layers/4-parley/$place/"
  mv "$layers/4-parley/$place/app/lib" "$layers/3-libraries/$place/app/lib"
  mkdir "$layers/4-parley/$place/app/lib"
  mv "$layers/3-libraries/$place/app/lib"/parley-*.jar "$layers/4-parley/$place/app/lib/"
  "$home/mvnw" -f "$home/release/pom.xml" -B -ntp -q dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$jib"
  # shellcheck disable=SC2086
  "$JAVA_HOME/bin/java" --sun-misc-unsafe-memory-access=allow -cp "$jib/*" "$home/release/OciImage.java" "$layers" "$image" "$(release_version "$home")" \
    "$(dpkg --print-architecture)" "$(release_moment "$home")" $parley_options -XX:+UseSerialGC -XX:MaxRAM=8g
  name_image "$image" "parley:$(release_version "$home")"
  rm -rf "${layers%/*}" "$jib"
}

# Prints the digests that file $1 of an image names, in their order.
image_digests() {
  grep -o '"digest":"sha256:[0-9a-f]*"' "$1" | cut -d: -f3 | tr -d '"'
}

# Adds to image $1 the index that Docker reads where it does not know OCI's, under name $2.
name_image() {
  local work="${1%.tar}.index" config layer layers=""
  mkdir "$work"
  tar -C "$work" -xf "$1"
  { read -r config; while read -r layer; do layers="$layers,\"blobs/sha256/$layer\""; done; } \
    < <(image_digests "$work/blobs/sha256/$(image_digests "$work/index.json")")
  printf '[{"Config":"blobs/sha256/%s","RepoTags":["%s"],"Layers":[%s]}]\n' "$config" "$2" "${layers#,}" >"$work/manifest.json"
  chmod 644 "$work/manifest.json"
  tar -C "$work" --append --owner=0 --group=0 --numeric-owner --mtime=@0 --format=gnu -f "$1" manifest.json
  rm -rf "$work"
}

# Copies the libraries into folder $2, from checkout $1: the engine, and its readers of GENIUS files. Of each classes, sources,
# documentation, and a pom without a parent.
copy_libraries() {
  local version module each
  version="$(release_version "$1")"
  for module in engine genius; do
    for each in "" -sources -javadoc; do cp "$1/$module/target/parley-$module-$version$each.jar" "$2/"; done
    cp "$1/$module/target/parley-$module.pom" "$2/parley-$module-$version.pom"
  done
}

# Writes the sums of what is in folder $1, and signs them if there is a key to.
sum_up() (
  cd "$1"
  sha256sum -- * >SHA256SUMS
  [ -z "${PARLEY_SIGNING_KEY:-}" ] || openssl pkeyutl -sign -rawin -inkey "$PARLEY_SIGNING_KEY" -in SHA256SUMS -out SHA256SUMS.sig
)

# Builds archive and package $2 from checkout $1, with the Java of jmods $3 for Debian's architecture $4; leaves their folder.
build_for() {
  local top="$1/release/target/$2"
  lay_release "$1" "$top" "$3"
  pack_folder "$top" "$top.tar.gz"
  pack_debian "$1" "$top" "$top.deb" "$4"
}

# Builds the release of checkout $1, and prints what it wrote.
build_release() {
  local home="$1" out="$1/release/target" version name
  [ "$(uname -s)" = Linux ] || { echo "A release is built on Linux, for its own architecture." >&2; exit 69; }
  need_tool dpkg-deb dpkg
  [ -z "${PARLEY_SIGNING_KEY:-}" ] || need_tool openssl openssl
  version="$(release_version "$home")"
  name="parley-$version-linux-$(release_architecture)"
  rm -rf "$out" "$home/workbench/target/lib"
  mkdir -p "$out"
  MAVEN_ARGS="-Prelease ${MAVEN_ARGS:-}" build_parley "$home"
  echo "Linking Java and packing ..." >&2
  if [ -n "${PARLEY_ARM64_JMODS:-}" ]; then
    build_for "$home" "parley-$version-linux-arm64" "$PARLEY_ARM64_JMODS" arm64
    rm -rf "$out/parley-$version-linux-arm64"
  fi
  build_for "$home" "$name" "" "$(dpkg --print-architecture)"
  if [ -e /etc/debian_version ]; then
    pack_image "$home" "$out/$name" "$out/${name/linux/oci}.tar"
  else
    echo "There is no image: it takes its libraries from Debian, and this is another system." >&2
  fi
  sed "s/@VERSION@/$version/" "$home/release/compose.yaml" >"$out/compose.yaml"
  cp "$out/$name/bom.json" "$out/parley-$version.bom.json"
  copy_libraries "$home" "$out"
  rm -rf "${out:?}/$name"
  sum_up "$out"
  ls -l "$out"
}
