package org.parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Maven wrapper on a machine without `unzip` takes the other archive, and checks that one.
@NullMarked
class MavenWrapperTest {

  private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

  @TempDir Path folder;
  private BareMachine machine;
  private Path archive;
  private Path checkout;

  @BeforeEach
  void pack() throws Exception {
    machine = new BareMachine(folder);
    Path packed = folder.resolve("packed");
    BareMachine.script(packed.resolve("apache-maven-3.9.16/bin/mvn"), "echo Maven runs: \"$@\"");
    archive = folder.resolve("maven.tar.gz");
    run("tar", "czf", archive.toString(), "-C", packed.toString(), ".");
    machine.command("wget", "for each; do last=$each; done; cp '" + archive + "' \"$last\"");
    checkout = folder.resolve("checkout");
    Files.createDirectories(checkout.resolve(".mvn/wrapper"));
    Files.copy(CHECKOUT.resolve("mvnw"), checkout.resolve("mvnw"));
  }

  private static void run(String... command) throws IOException, InterruptedException {
    assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
  }

  private BareMachine.Run wrapper(String tarSum) throws Exception {
    Files.writeString(
        checkout.resolve(".mvn/wrapper/maven-wrapper.properties"),
        """
        distributionUrl=https://repository.example/apache-maven-3.9.16-bin.zip
        distributionSha256Sum=%s
        distributionTarSha256Sum=%s
        """
            .formatted("0".repeat(64), tarSum));
    return machine.bash(Map.of(), checkout, List.of("./mvnw", "verify"));
  }

  @Test
  void theArchiveOfABareMachineIsCheckedByItsOwnSum() throws Exception {
    String sum =
        HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive)));
    BareMachine.Run run = wrapper(sum);
    assertEquals("Maven runs: verify\n", run.printed());
    assertEquals(0, run.code());
  }

  @Test
  void anotherArchiveIsRefused() throws Exception {
    BareMachine.Run run = wrapper("1".repeat(64));
    assertEquals(1, run.code(), run::printed);
    assertTrue(run.printed().contains("Failed to validate Maven distribution"), run::printed);
  }

  /// Both sums are stated, so that neither archive is taken unseen.
  @Test
  void bothSumsAreStated() throws IOException {
    Properties wrapper = new Properties();
    try (var in =
        Files.newBufferedReader(CHECKOUT.resolve(".mvn/wrapper/maven-wrapper.properties"))) {
      wrapper.load(in);
    }
    for (String key : List.of("distributionSha256Sum", "distributionTarSha256Sum")) {
      assertTrue(wrapper.getProperty(key, "").matches("[0-9a-f]{64}"), key);
    }
  }
}
