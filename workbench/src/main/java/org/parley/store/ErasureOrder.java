package org.parley.store;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.parley.casefile.yaml.Node;
import org.parley.casefile.yaml.SourceText;
import org.parley.casefile.yaml.YamlReader;

/// The records and words that a journal is to have no longer.
///
/// @param records the ids of records of which every text goes
/// @param words a text of another record goes if it has any of these; case and spaces do not count
/// @param why the reason, which stands in place of what is gone
public record ErasureOrder(Set<String> records, List<String> words, String why) {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  public ErasureOrder {
    records = Set.copyOf(records);
    words = words.stream().map(ErasureOrder::folded).filter(each -> !each.isBlank()).toList();
  }

  /// Whether nothing is to go.
  public boolean isEmpty() {
    return records.isEmpty() && words.isEmpty();
  }

  /// Whether a sentence has any of the words.
  public boolean hasWords(String sentence) {
    String folded = folded(sentence);
    return words.stream().anyMatch(folded::contains);
  }

  private static String folded(String text) {
    String spaced = SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll(" ");
    return spaced.toLowerCase(Locale.ROOT);
  }

  /// The ids of a record and of its parts, as its text declares them.
  static Set<String> ids(String text) {
    Set<String> ids = new HashSet<>();
    read(text, new HashSet<>(), ids);
    return ids;
  }

  /// The keys and values of the text of a record, as they are read.
  static Set<String> values(String text) {
    Set<String> values = new HashSet<>();
    read(text, values, new HashSet<>());
    return values;
  }

  private static void read(String text, Set<String> values, Set<String> ids) {
    YamlReader.Result read = YamlReader.read(new SourceText("record", text));
    List<Node> waiting = new ArrayList<>();
    if (read.root() == null || !read.readable()) {
      values.add(text);
    } else {
      waiting.add(read.root());
    }
    while (!waiting.isEmpty()) {
      switch (waiting.removeLast()) {
        case Node.Scalar scalar -> values.add(scalar.value());
        case Node.Sequence list -> waiting.addAll(list.items());
        case Node.Mapping map ->
            map.entries()
                .forEach(
                    each -> {
                      values.add(each.key().value());
                      waiting.add(each.value());
                      if (each.key().value().equals("id")
                          && each.value() instanceof Node.Scalar id) {
                        ids.add(id.value());
                      }
                    });
        case Node.Broken _ -> values.add(text);
      }
    }
  }
}
