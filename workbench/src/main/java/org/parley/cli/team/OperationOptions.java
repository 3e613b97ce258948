package org.parley.cli.team;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.cli.SecretText;
import org.parley.operate.LogFormat;
import org.parley.operate.LogLevel;
import org.parley.operate.OperationPlan;
import picocli.CommandLine.Option;

/// The options of the log and the metrics of a server.
final class OperationOptions {

  private static final Pattern PLACE =
      Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]):(\\d{1,5})");
  private static final int MOST_PORT = 65_535;
  private static final int LEAST_TOKEN = 16;

  private final Map<String, String> environment;

  @Option(
      names = "--log-format",
      paramLabel = "WORD",
      description = "Write the log as text, or as json: JSON Lines. Default: ${DEFAULT-VALUE}.")
  private String format = "text";

  @Option(
      names = "--log-level",
      paramLabel = "WORD",
      description =
          "Write lines from this level on: error, warning or info. Default: ${DEFAULT-VALUE}.")
  private String level = "info";

  @Option(
      names = "--access-log",
      description =
          "Write a line for each request: route, status, time and account, never an address.")
  private boolean accessLog;

  @Option(
      names = "--slow",
      paramLabel = "MS",
      description =
          "Write a line for requests and statements of the database that take longer, in"
              + " milliseconds; 0 for none. Default: ${DEFAULT-VALUE}.")
  private long slowMillis = OperationPlan.SLOW_MILLIS;

  @Option(
      names = "--metrics",
      paramLabel = "HOST:PORT",
      description =
          "Serve metrics for Prometheus at this address: 127.0.0.1:9171. Elsewhere than on this"
              + " machine, a token is needed. Default: nowhere.")
  private @Nullable String metrics;

  @Option(
      names = "--metrics-token-file",
      paramLabel = "FILE",
      description =
          "The token to send for metrics is the first line of this file. Else:"
              + " PARLEY_METRICS_TOKEN.")
  private @Nullable Path tokenFile;

  /// @param environment the environment, which may hold the token
  OperationOptions(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /// The log and the metrics as given.
  ///
  /// @throws IllegalArgumentException with the reason and advice
  OperationPlan plan() {
    if (slowMillis < 0) {
      throw new IllegalArgumentException(
          "--slow is " + slowMillis + ". Maybe 2000, or 0 for no such lines.");
    }
    String token = SecretText.of(tokenFile, "PARLEY_METRICS_TOKEN", environment);
    return new OperationPlan(
        chosen("--log-format", format, LogFormat.values(), LogFormat::word),
        chosen("--log-level", level, LogLevel.values(), LogLevel::word),
        accessLog,
        slowMillis,
        metrics == null ? null : guarded(metrics, token),
        metrics == null ? "" : token);
  }

  private static <T> T chosen(String option, String word, T[] all, Function<T, String> named) {
    List<T> list = Arrays.asList(all);
    return list.stream()
        .filter(each -> named.apply(each).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    option
                        + " is \""
                        + word
                        + "\". Maybe one of "
                        + list.stream().map(named).collect(Collectors.joining(", "))
                        + "."));
  }

  private static InetSocketAddress guarded(String given, String token) {
    InetSocketAddress place = place("--metrics", given);
    if (!place.getAddress().isLoopbackAddress() && token.length() < LEAST_TOKEN) {
      throw new IllegalArgumentException(
          "--metrics "
              + given
              + " would show metrics to whoever reaches it. Maybe 127.0.0.1:"
              + place.getPort()
              + ", or a token of at least "
              + LEAST_TOKEN
              + " characters with --metrics-token-file.");
    }
    return place;
  }

  /// The host and port of an option.
  ///
  /// @throws IllegalArgumentException with the reason and advice
  static InetSocketAddress place(String option, String given) {
    Matcher named = PLACE.matcher(given);
    int port = named.matches() ? Integer.parseInt(named.group(2)) : MOST_PORT + 1;
    if (port > MOST_PORT) {
      throw new IllegalArgumentException(option + " is \"" + given + "\". Maybe 127.0.0.1:9171.");
    }
    return new InetSocketAddress(host(named.group(1)), port);
  }

  private static InetAddress host(String name) {
    try {
      return InetAddress.getByName(name);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "--metrics names the host \"" + name + "\", which is not known. Maybe its IP address.",
          e);
    }
  }
}
