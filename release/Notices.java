import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Writes `NOTICE` and the folder `licences` of a release, from its list of components and their
/// jars.
///
/// Usage: `Notices BOM JARS FOLDER TABLE`. Ends with 1 if a component has no licence, or if the
/// table of libraries in the documentation has another version or licence of it, or no row.
final class Notices {

  private static final Pattern TEXT =
      Pattern.compile(
          "(META-INF/)?(LICENSE|LICENCE|NOTICE|COPYING|DEPENDENCIES|AL2|LGPL)[^/]*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([^`]+)` \\| ([^|]+) \\| ([^|]+) \\|.*\\| (?:yes|no) \\|$");

  private record Component(String name, String version, List<String> licences, String source) {

    static Component of(JsonNode json) {
      List<String> licences = new ArrayList<>();
      for (JsonNode each : json.path("licenses")) {
        JsonNode licence = each.path("license");
        String id = licence.path("id").asString(licence.path("name").asString(""));
        licences.add(each.path("expression").asString(id));
      }
      String source = json.path("purl").asString("");
      for (JsonNode each : json.path("externalReferences")) {
        if (each.path("type").asString("").equals("vcs")) {
          source = each.path("url").asString("");
        }
      }
      return new Component(
          json.path("name").asString(""), json.path("version").asString(""), licences, source);
    }

    String licence() {
      return String.join(" or ", licences);
    }

    String jar() {
      return name + "-" + version + ".jar";
    }

    /// Whether the licence asks that users can replace the library by one of their own.
    boolean isReplaceable() {
      return licences.stream()
          .allMatch(
              each -> each.toUpperCase(Locale.ROOT).contains("LGPL") || each.contains("Lesser"));
    }
  }

  public static void main(String[] arguments) throws IOException {
    TreeMap<String, Component> components = new TreeMap<>();
    for (JsonNode each : JsonMapper.shared().readTree(Path.of(arguments[0])).path("components")) {
      Component component = Component.of(each);
      if (!each.path("group").asString("").equals("org.parley")) {
        components.put(component.name(), component);
      }
    }
    Path folder = Path.of(arguments[2]);
    for (Component each : components.values()) {
      copyTexts(Path.of(arguments[1], each.jar()), folder.resolve("licences").resolve(each.name()));
    }
    Files.writeString(
        folder.resolve("NOTICE"), notice(components.values().stream().toList(), folder));
    List<Component> without =
        components.values().stream().filter(each -> each.licences().isEmpty()).toList();
    for (Component each : without) {
      System.err.println(
          each.jar() + " names no licence. Maybe leave the library out, or ask its authors.");
    }
    List<String> faults = faults(components, Files.readString(Path.of(arguments[3])));
    faults.forEach(System.err::println);
    System.exit(without.isEmpty() && faults.isEmpty() ? 0 : 1);
  }

  /// Where the table of libraries is not the list of components.
  private static List<String> faults(TreeMap<String, Component> components, String table) {
    TreeMap<String, String> rows = new TreeMap<>();
    ROW.matcher(table)
        .results()
        .forEach(each -> rows.put(each.group(1), each.group(2) + ", " + each.group(3)));
    TreeMap<String, String> parts = new TreeMap<>();
    components.forEach((name, each) -> parts.put(name, each.version() + ", " + each.licence()));
    List<String> faults = new ArrayList<>();
    parts.forEach(
        (name, part) -> {
          String row = rows.remove(name);
          if (!part.equals(row)) {
            faults.add(
                "The library %s is %s, but the table of libraries has %s. Maybe correct its row."
                    .formatted(name, part, row == null ? "no row" : row));
          }
        });
    rows.forEach(
        (name, _) ->
            faults.add(
                "The table of libraries has %s, which is in no release. Maybe remove its row."
                    .formatted(name)));
    return faults;
  }

  private static String notice(List<Component> components, Path folder) {
    StringBuilder text = new StringBuilder();
    text.append("Parley is licensed under the Apache License 2.0; see LICENSE.\n");
    text.append(
        "The Java in runtime/ is OpenJDK, under the GNU General Public License 2 with the Classpath Exception; see runtime/legal.\n\n");
    text.append(
        "Libraries in app/lib, each with its licence. Texts that came with them are in licences/.\n\n");
    for (Component each : components) {
      boolean hasText = Files.isDirectory(folder.resolve("licences").resolve(each.name()));
      text.append(
          "%s %s: %s%s%n"
              .formatted(
                  each.name(),
                  each.version(),
                  each.licence(),
                  hasText ? "" : ". Source: " + each.source()));
    }
    text.append(
        "\nLibraries under the GNU Lesser General Public License. Their source is at the address; to use a version of your own,\n");
    text.append("put its jar in the place of the one in app/lib, under the same name.\n\n");
    for (Component each : components) {
      if (each.isReplaceable()) {
        text.append("app/lib/%s: %s%n".formatted(each.jar(), each.source()));
      }
    }
    return text.toString();
  }

  private static void copyTexts(Path jar, Path folder) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      Enumeration<JarEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (!entry.isDirectory() && TEXT.matcher(entry.getName()).matches()) {
          Files.createDirectories(folder);
          String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
          Files.write(folder.resolve(name), file.getInputStream(entry).readAllBytes());
        }
      }
    }
  }
}
