package org.parley.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The words and phrases by which agreements in English speak of a topic of PA-X, chosen by hand.
final class TopicTerms {

  private static final Map<String, List<String>> ALL = read();

  private TopicTerms() {}

  /// The terms of a topic; empty if none are listed.
  static List<String> of(String code) {
    return ALL.getOrDefault(code, List.of());
  }

  /// The topics with terms.
  static List<String> codes() {
    return List.copyOf(ALL.keySet());
  }

  private static Map<String, List<String>> read() {
    try (InputStream in = TopicTerms.class.getResourceAsStream("topic-terms.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Map<String, List<String>> found = new TreeMap<>();
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line -> {
                int colon = line.indexOf(':');
                found.put(
                    line.substring(0, colon).strip(),
                    Arrays.stream(line.substring(colon + 1).split(","))
                        .map(String::strip)
                        .toList());
              });
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
