package org.parley.casefile.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.casefile.yaml.Node.Entry;
import org.parley.casefile.yaml.Node.Mapping;
import org.parley.casefile.yaml.Node.Scalar;
import org.parley.casefile.yaml.Node.Sequence;
import org.parley.casefile.yaml.Node.Style;

/// Quotes keys that YAML 1.1 resolves to other types: `on` is true there. Parley reads YAML 1.2,
/// where a key is a word; other programs, such as PyYAML, know 1.1 alone.
public final class QuotedKeys {

  /// The booleans of YAML 1.1.
  private static final List<String> TRUTHS = List.of("y", "n", "yes", "no", "on", "off");

  private static final int LONGEST = 3;

  private QuotedKeys() {}

  /// Whether a key has to stand in quotes.
  public static boolean isNeeded(String key) {
    return key.length() <= LONGEST && TRUTHS.contains(key.toLowerCase(Locale.ROOT));
  }

  /// The text, or a part of one, with such keys quoted. An unreadable text stays unchanged.
  public static String in(String text) {
    if (!mayHave(text)) {
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

  /// Whether such a word stands before a colon. Texts are long and colons few, so each colon is
  /// looked at, and not each word.
  private static boolean mayHave(String text) {
    for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
      int end = colon;
      while (end > 0 && isSpace(text.charAt(end - 1))) {
        end--;
      }
      for (String each : TRUTHS) {
        int start = end - each.length();
        if (start >= 0
            && text.regionMatches(true, start, each, 0, each.length())
            && (start == 0 || !isOfKey(text.charAt(start - 1)))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isSpace(char sign) {
    return sign == ' ' || (sign >= '\t' && sign <= '\r');
  }

  /// Whether a sign before a word makes it a part of another word, or a quoted one.
  private static boolean isOfKey(char sign) {
    return (sign >= 'a' && sign <= 'z')
        || (sign >= 'A' && sign <= 'Z')
        || (sign >= '0' && sign <= '9')
        || "_\"'-".indexOf(sign) >= 0;
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
