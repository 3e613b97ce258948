package org.parley.cluster;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.package$;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.cli.cluster.ClusterCommand;
import org.parley.exchange.reference.ReferenceShelf;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The manifests for Kubernetes hold together, and give commands that this program has. No test
/// runs them.
@NullMarked
class ManifestsTest {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\((\\w+)\\)");

  private static List<JsonNode> documents(String file) throws IOException {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    List<JsonNode> documents = new ArrayList<>();
    for (Object each :
        new Yaml(new SafeConstructor(strict)).loadAll(Files.readString(Path.of(file)))) {
      documents.add(JsonMapper.shared().valueToTree(each));
    }
    return documents;
  }

  private static List<JsonNode> ofKind(String kind) throws IOException {
    return documents("kubernetes.yaml").stream()
        .filter(each -> each.path("kind").asString().equals(kind))
        .toList();
  }

  private static List<String> words(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  private static List<String> names(JsonNode list) {
    return list.valueStream().map(each -> each.path("name").asString()).toList();
  }

  private static void isACommand(List<String> arguments) {
    List<String> filled =
        arguments.stream().map(each -> VARIABLE.matcher(each).replaceAll("192.0.2.1")).toList();
    CommandLine line =
        new CommandLine(new ClusterCommand(Optional::empty, ReferenceShelf.none()))
            .setCaseInsensitiveEnumValuesAllowed(true);
    var _ = assertDoesNotThrow(() -> line.parseArgs(filled.toArray(String[]::new)));
  }

  @Test
  void deploymentsSelectTheirPodsAndServicesSelectThem() throws Exception {
    List<JsonNode> pods = new ArrayList<>();
    for (JsonNode each : ofKind("Deployment")) {
      JsonNode labels = each.at("/spec/template/metadata/labels");
      assertEquals(each.at("/spec/selector/matchLabels"), labels);
      pods.add(labels);
    }
    assertEquals(2, pods.size());
    for (JsonNode each : ofKind("Service")) {
      assertTrue(pods.contains(each.at("/spec/selector")), each::toString);
    }
  }

  @Test
  void containersGiveCommandsWithWhatTheirPodHas() throws Exception {
    List<JsonNode> workloads = new ArrayList<>(ofKind("Deployment"));
    workloads.addAll(ofKind("Job"));
    assertEquals(3, workloads.size());
    for (JsonNode workload : workloads) {
      JsonNode pod = workload.at("/spec/template/spec");
      JsonNode container = pod.path("containers").get(0);
      List<String> arguments = words(container.path("args"));
      isACommand(arguments);
      VARIABLE
          .matcher(String.join(" ", arguments))
          .results()
          .forEach(each -> assertTrue(names(container.path("env")).contains(each.group(1))));
      assertEquals(names(pod.path("volumes")), names(container.path("volumeMounts")));
    }
  }

  @Test
  void workersAndJobsNameTheServiceOfTheMaster() throws Exception {
    JsonNode service = ofKind("Service").getFirst();
    String master =
        "spark://"
            + service.at("/metadata/name").asString()
            + ":"
            + service.at("/spec/ports/0/port").asInt();
    String all = Files.readString(Path.of("kubernetes.yaml"));
    List<String> named =
        Pattern.compile("spark://[^\"\\s]+")
            .matcher(all)
            .results()
            .map(each -> each.group())
            .toList();
    assertEquals(List.of(master, master), named);
  }

  @Test
  void theJobOfTheOperatorIsACommandOfThisVersion() throws Exception {
    JsonNode spec = documents("spark-operator.yaml").getFirst().path("spec");
    List<String> arguments = new ArrayList<>(words(spec.path("arguments")));
    assertEquals("cluster", arguments.removeFirst());
    isACommand(arguments);
    assertEquals(package$.MODULE$.SPARK_VERSION(), spec.path("sparkVersion").asString());
    assertDoesNotThrow(() -> Class.forName(spec.path("mainClass").asString()));
    assertEquals(names(spec.path("volumes")), names(spec.at("/driver/volumeMounts")));
  }

  @Test
  void theImageRunsTheSameProgram() throws Exception {
    String image = Files.readString(Path.of("Dockerfile"));
    String entry = image.substring(image.indexOf("ENTRYPOINT ") + "ENTRYPOINT ".length()).strip();
    List<String> words = words(JsonMapper.shared().readTree(entry));
    assertEquals(
        List.of("org.parley.app.Parley", "cluster"), words.subList(words.size() - 2, words.size()));
    Map<String, String> variables = Daemon.variables(Path.of("/opt/parley"));
    assertTrue(image.contains("SPARK_HOME=" + variables.get("SPARK_HOME")));
    assertTrue(image.contains("SPARK_SCALA_VERSION=" + variables.get("SPARK_SCALA_VERSION")));
  }
}
