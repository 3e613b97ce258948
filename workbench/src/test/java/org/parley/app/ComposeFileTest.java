package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.Cli;
import org.parley.cli.ExitCode;
import org.parley.cli.team.ConfigCommand;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The compose file of a release fits the schema of Compose, and its server starts with what it
/// sets. No container is started: that needs an engine.
@NullMarked
class ComposeFileTest {

  private static final Path FILE = Path.of("../release/compose.yaml");
  private static final Pattern SECRET = Pattern.compile("/run/secrets/([a-z-]+)");

  @TempDir Path folder;
  private JsonNode file;

  @BeforeEach
  void read() throws IOException {
    Object read = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(FILE));
    file = JsonMapper.shared().valueToTree(read);
  }

  /// Its name is relative, which its own standard does not allow.
  @Test
  void fitsTheSchemaOfCompose() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ComposeFileTest.class.getResourceAsStream("compose-spec.json"))) {
      String schema =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replace("\"$id\": \"compose_spec.json\",", "");
      assertEquals(
          List.of(),
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(schema)
              .validate(file));
    }
  }

  /// The configuration with its secrets elsewhere, as a machine without containers has it.
  private String configuration(Certificates certificates) throws IOException {
    Path secrets = Files.createDirectory(folder.resolve("secrets"));
    Files.writeString(secrets.resolve("database-password"), "a password\n");
    Files.writeString(secrets.resolve("factor-key"), "AAAA".repeat(10) + "AAA=\n");
    Files.copy(certificates.chain(), secrets.resolve("tls-chain"));
    Files.copy(certificates.key(), secrets.resolve("tls-key"));
    return text(file.at("/configs/parley/content")).replace("/run/secrets", secrets.toString());
  }

  @Test
  void theServerStartsWithItsConfiguration() throws Exception {
    Path configuration =
        Files.writeString(
            folder.resolve("parley.yaml"),
            configuration(Certificates.make(folder.resolve("authority"))));
    var said = new StringWriter();
    var printer = new PrintWriter(said, true);
    assertEquals(
        ExitCode.OK,
        new Cli(List.of(new ConfigCommand(Map.of())), List.of(), Map.of())
            .printingTo(printer, printer)
            .run("config", "check", configuration.toString()),
        said::toString);
    assertTrue(said.toString().contains("database, database-password-file"), said::toString);
  }

  @Test
  void everySecretIsAFileOfItsService() {
    Set<String> files =
        file.path("secrets").properties().stream()
            .filter(each -> text(each.getValue().path("file")).startsWith("./secrets/"))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    JsonNode services = file.path("services");
    assertEquals(Set.of("database-password", "factor-key", "tls-chain", "tls-key"), files);
    assertEquals(files, Set.copyOf(texts(services.at("/parley/secrets"))));
    assertEquals(named(text(file.at("/configs/parley/content"))), files);
    assertEquals(
        named(services.path("database").path("environment").toString()),
        Set.copyOf(texts(services.at("/database/secrets"))));
  }

  @Test
  void theServerHasFewRights() {
    JsonNode parley = file.at("/services/parley");
    assertTrue(parley.path("read_only").asBoolean());
    assertEquals(List.of("ALL"), texts(parley.path("cap_drop")));
    assertEquals(List.of("no-new-privileges:true"), texts(parley.path("security_opt")));
    assertTrue(file.at("/networks/inside/internal").asBoolean());
    assertEquals(List.of("inside"), texts(file.at("/services/database/networks")));
    assertTrue(file.at("/services/database/ports").isMissingNode());
  }

  @Test
  void theHealthCheckAsksThePortWithTls() {
    List<String> line = texts(file.at("/services/parley/healthcheck/test"));
    int probe = line.indexOf(HealthProbe.class.getName());
    URI asked = URI.create(line.get(probe + 1));
    assertEquals("/healthz", asked.getPath());
    assertEquals("https", asked.getScheme());
    assertEquals(-1, asked.getPort(), "443");
    assertEquals(List.of("443:443"), texts(file.at("/services/parley/ports")));
    assertTrue(text(file.at("/configs/parley/content")).contains("port: 443\n"));
    assertEquals("/run/secrets/tls-chain", line.get(probe + 2));
  }

  private static Set<String> named(String text) {
    return SECRET.matcher(text).results().map(each -> each.group(1)).collect(Collectors.toSet());
  }

  private static String text(JsonNode node) {
    return node.asString("");
  }

  private static List<String> texts(JsonNode array) {
    List<String> all = new ArrayList<>();
    array.forEach(each -> all.add(text(each)));
    return all;
  }
}
