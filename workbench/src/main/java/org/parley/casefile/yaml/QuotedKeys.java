package org.parley.casefile.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.parley.casefile.yaml.Node.Entry;
import org.parley.casefile.yaml.Node.Mapping;
import org.parley.casefile.yaml.Node.Scalar;
import org.parley.casefile.yaml.Node.Sequence;
import org.parley.casefile.yaml.Node.Style;

/// Quotes keys that YAML 1.1 resolves to other types: `on` is true there. Parley reads YAML 1.2,
/// where a key is a word; other programs, such as PyYAML, know 1.1 alone.
public final class QuotedKeys {

  /// The booleans of YAML 1.1.
  private static final String TRUTHS = "(?i:y|n|yes|no|on|off)";

  private static final Pattern TRUTH = Pattern.compile(TRUTHS);
  private static final Pattern MAYBE = Pattern.compile("(?<![\\w\"'-])" + TRUTHS + "\\s*:");

  private QuotedKeys() {}

  /// Whether a key has to stand in quotes.
  public static boolean isNeeded(String key) {
    return TRUTH.matcher(key).matches();
  }

  /// The text, or a part of one, with such keys quoted. An unreadable text stays unchanged.
  public static String in(String text) {
    if (!MAYBE.matcher(text).find()) {
      return text;
    }
    YamlReader.Result read = YamlReader.read(new SourceText("keys", text));
    if (read.root() == null || !read.faults().isEmpty()) {
      return text;
    }
    List<Scalar> keys = new ArrayList<>();
    find(read.root(), keys);
    StringBuilder quoted = new StringBuilder(text);
    for (Scalar key : keys.reversed()) {
      quoted.insert(key.end(), '"').insert(key.start(), '"');
    }
    return quoted.toString();
  }

  private static void find(Node node, List<Scalar> keys) {
    switch (node) {
      case Mapping mapping -> {
        for (Entry entry : mapping.entries()) {
          Scalar key = entry.key();
          if (key.style() == Style.PLAIN && isNeeded(key.value())) {
            keys.add(key);
          }
          find(entry.value(), keys);
        }
      }
      case Sequence list -> list.items().forEach(item -> find(item, keys));
      case Scalar _, Node.Broken _ -> {}
    }
  }
}
