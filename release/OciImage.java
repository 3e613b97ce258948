import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Packs a folder of layers as container image, without a daemon and without a base image.
///
/// Usage: `OciImage LAYERS FILE VERSION ARCHITECTURE MOMENT [OPTION-OF-JAVA ...]`. Each folder in
/// `LAYERS` becomes a layer, in the order of their names. Below `var/lib/parley` everything belongs
/// to the user who runs the program.
final class OciImage {

  /// Nobody in particular, as in other images without a shell.
  private static final String USER = "65532:65532";

  private static final String STATE = "/var/lib/parley";
  private static final String HOME = "/usr/lib/parley";

  private OciImage() {}

  public static void main(String[] arguments) throws Exception {
    Path layers = Path.of(arguments[0]);
    String version = arguments[2];
    Instant moment = Instant.parse(arguments[4]);
    JibContainerBuilder image =
        Jib.fromScratch()
            .setFormat(ImageFormat.OCI)
            .setPlatforms(Set.of(new Platform(arguments[3], "linux")))
            .setCreationTime(moment)
            .setUser(USER)
            .setWorkingDirectory(AbsoluteUnixPath.get(STATE))
            .addVolume(AbsoluteUnixPath.get(STATE))
            .setExposedPorts(Set.of(Port.tcp(7171)))
            .setEnvironment(Map.of("HOME", STATE, "LANG", "C.UTF-8"))
            .setEntrypoint(entrypoint(List.of(arguments).subList(5, arguments.length)))
            .setProgramArguments("serve")
            .setLabels(
                Map.of(
                    "org.opencontainers.image.title", "Parley",
                    "org.opencontainers.image.description",
                        "The workbench for multi-party settlements",
                    "org.opencontainers.image.version", version,
                    "org.opencontainers.image.licenses", "Apache-2.0",
                    "org.opencontainers.image.created", arguments[4]));
    try (Stream<Path> folders = Files.list(layers)) {
      for (Path each : folders.sorted().toList()) {
        image.addFileEntriesLayer(layer(each, moment));
      }
    }
    Path cache = Files.createTempDirectory(layers.getParent(), "jib");
    image.containerize(
        Containerizer.to(TarImage.at(Path.of(arguments[1])).named("parley:" + version))
            .setOfflineMode(true)
            .setToolName("parley")
            .setBaseImageLayersCache(cache)
            .setApplicationLayersCache(cache));
  }

  private static List<String> entrypoint(List<String> options) {
    List<String> line = new ArrayList<>(List.of(HOME + "/runtime/bin/java"));
    line.addAll(options);
    line.addAll(
        List.of(
            "-Dparley.home=" + HOME + "/app",
            "-cp",
            HOME + "/app/parley-workbench.jar:" + HOME + "/app/lib/*",
            "org.parley.app.Parley"));
    return line;
  }

  private static FileEntriesLayer layer(Path folder, Instant moment) throws IOException {
    FileEntriesLayer.Builder layer =
        FileEntriesLayer.builder().setName(folder.getFileName().toString());
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.filter(file -> !file.equals(folder)).sorted().toList()) {
        AbsoluteUnixPath place = AbsoluteUnixPath.get("/" + folder.relativize(each));
        layer.addEntry(
            each,
            place,
            FilePermissions.fromPosixFilePermissions(Files.getPosixFilePermissions(each)),
            moment,
            isOwn(place) ? USER : "0:0");
      }
    }
    return layer.build();
  }

  private static boolean isOwn(AbsoluteUnixPath place) {
    return (place + "/").startsWith(STATE + "/");
  }
}
