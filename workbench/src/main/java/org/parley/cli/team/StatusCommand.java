package org.parley.cli.team;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.parley.cli.ConfigOption;
import org.parley.cli.ExitCode;
import org.parley.cli.SecretText;
import org.parley.operate.MetricsServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `parley status`: asks a server that runs how it is, where it serves its metrics.
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = {
      "Asks a server of a team how it is: version, database, tables, cases, servers, disk, last"
          + " backup, anchors, notices and certificate.",
      "It is asked where it serves metrics, so parley serve needs --metrics. With the configuration"
          + " file of the server, no other option is needed."
    },
    footerHeading =
        "%nExit code 0: all works. 1: something does not. 2: usage error. 69: no answer.%n%n",
    footer = {
      "Examples:",
      "  parley status --metrics 127.0.0.1:9171",
      "  parley status --config /etc/parley/parley.yaml --json"
    })
public final class StatusCommand implements Callable<Integer> {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int LONGEST = 1 << 20;

  private final Map<String, String> environment;

  @Option(
      names = "--metrics",
      paramLabel = "HOST:PORT",
      description = "Where the server serves its metrics, as for parley serve.")
  private @Nullable String metrics;

  @Option(
      names = "--metrics-token-file",
      paramLabel = "FILE",
      description = "The token to send is the first line of this file. Else: PARLEY_METRICS_TOKEN.")
  private @Nullable Path tokenFile;

  @Option(names = "--json", description = "Print JSON, as GET /api/status gives it.")
  private boolean json;

  @SuppressWarnings("unused") // read before the command is
  @Mixin
  private final ConfigOption config = new ConfigOption();

  @Spec private @Nullable CommandSpec spec;

  /// @param environment the environment, which may hold the token
  public StatusCommand(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Integer call() throws InterruptedException {
    CommandSpec own = Objects.requireNonNull(spec);
    URI address = address();
    try {
      String text = ask(address);
      JsonNode answer = JsonMapper.shared().readTree(text);
      PrintWriter out = own.commandLine().getOut();
      if (json) {
        out.println(text.strip());
      } else {
        print(answer, out);
      }
      return answer.path("condition").asString("").equals("failing")
          ? ExitCode.PROBLEMS
          : ExitCode.OK;
    } catch (IOException | JacksonException e) {
      own.commandLine()
          .getErr()
          .println(
              "No status from "
                  + address
                  + ": "
                  + (e instanceof IOException ? e.getMessage() : "it is no JSON")
                  + ". Maybe the server is not running, or was started without --metrics.");
      return ExitCode.UNAVAILABLE;
    }
  }

  private URI address() {
    String given = metrics;
    if (given == null) {
      throw wrong(
          "where the server serves its metrics is missing. Maybe --metrics 127.0.0.1:9171, or"
              + " --config with its configuration file");
    }
    try {
      InetSocketAddress place = OperationOptions.place("--metrics", given);
      String host = place.getAddress().getHostAddress();
      return URI.create(
          "http://"
              + (host.contains(":") ? "[" + host + "]" : host)
              + ":"
              + place.getPort()
              + MetricsServer.STATUS);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private String token() {
    try {
      return SecretText.of(tokenFile, "PARLEY_METRICS_TOKEN", environment);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private String ask(URI address) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
    String token = token();
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try (HttpClient http =
        HttpClient.newBuilder().proxy(ProxySelector.of(null)).connectTimeout(PATIENCE).build()) {
      HttpResponse<InputStream> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() != 200) {
          throw new IOException(
              answer.statusCode() == 401
                  ? "the token is missing or wrong"
                  : "the answer is " + answer.statusCode());
        }
        return new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8);
      }
    } catch (ConnectException e) {
      throw new IOException("nothing listens there", e);
    }
  }

  private static void print(JsonNode answer, PrintWriter out) {
    out.println(
        "Parley "
            + clean(answer.path("version"))
            + ", since "
            + clean(answer.path("since"))
            + ": "
            + clean(answer.path("condition")));
    for (JsonNode each : answer.path("parts")) {
      out.println(
          String.format(
              Locale.ROOT,
              "%-12s %-8s %s",
              clean(each.path("part")),
              clean(each.path("condition")),
              clean(each.path("said"))));
    }
  }

  /// A text on its line: a terminal obeys control characters.
  private static String clean(JsonNode text) {
    return text.asString("").replaceAll("\\p{Cntrl}", " ");
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }
}
