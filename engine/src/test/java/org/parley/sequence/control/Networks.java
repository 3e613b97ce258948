package org.parley.sequence.control;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Networks with uncertainty, published and random.
final class Networks {

  /// Lengths are read in hundred-thousandths; the digits after that are noise of the generator.
  private static final BigDecimal SCALE = BigDecimal.valueOf(100_000);

  private static final Pattern OBJECT = Pattern.compile("\\{[^{}]*\"type\"[^{}]*\\}");

  private Networks() {}

  /// Reads a published network; lengths in hundred-thousandths.
  static UncertainNetwork read(Path file) throws IOException {
    Map<String, Integer> nodes = new HashMap<>();
    List<UncertainNetwork.UpperBound> bounds = new ArrayList<>();
    List<UncertainNetwork.Contingent> contingents = new ArrayList<>();
    Matcher object = OBJECT.matcher(Files.readString(file));
    while (object.find()) {
      String text = object.group();
      int from = node(nodes, text, "first_node");
      int to = node(nodes, text, "second_node");
      String least = value(text, "min_duration");
      String most = value(text, "max_duration");
      if (value(text, "type").startsWith("stcu")) {
        contingents.add(new UncertainNetwork.Contingent(from, to, length(least), length(most)));
        continue;
      }
      if (!most.equals("inf")) {
        bounds.add(new UncertainNetwork.UpperBound(from, to, length(most)));
      }
      if (!least.equals("-inf") && !least.equals("inf")) {
        bounds.add(new UncertainNetwork.UpperBound(to, from, -length(least)));
      }
    }
    return new UncertainNetwork(nodes.size(), bounds, contingents);
  }

  private static int node(Map<String, Integer> nodes, String text, String key) {
    String name = value(text, key);
    return nodes.computeIfAbsent(name, _ -> nodes.size());
  }

  private static String value(String text, String key) {
    Matcher matcher = Pattern.compile("\"" + key + "\"\\s*:\\s*\"?([^,}\"]+)\"?").matcher(text);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no " + key + " in " + text);
    }
    return matcher.group(1).trim();
  }

  private static long length(String text) {
    return new BigDecimal(text)
        .multiply(SCALE)
        .setScale(0, RoundingMode.HALF_EVEN)
        .longValueExact();
  }

  /// A small network at random.
  static UncertainNetwork random(RandomGenerator random, int nodes, int most) {
    List<UncertainNetwork.Contingent> contingents = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int end = 1; end < nodes && contingents.size() < count; end++) {
      int begin = random.nextInt(nodes);
      if (begin != end) {
        long least = random.nextInt(most);
        contingents.add(
            new UncertainNetwork.Contingent(begin, end, least, least + random.nextInt(most)));
      }
    }
    List<UncertainNetwork.UpperBound> bounds = new ArrayList<>();
    for (int i = random.nextInt(2 * nodes); i >= 0; i--) {
      int from = random.nextInt(nodes);
      int to = random.nextInt(nodes);
      bounds.add(new UncertainNetwork.UpperBound(from, to, random.nextInt(3 * most) - most));
    }
    return new UncertainNetwork(nodes, bounds, contingents);
  }
}
