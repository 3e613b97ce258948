package org.parley.exchange.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parley.wording.Messages;

/// A column of a kind of record.
///
/// @param name the keys that lead to its value, with dots between: `options.title`
/// @param group the list whose elements have rows of their own: `options`; empty for none
/// @param isNeeded whether a record or element without it is refused
public record TableColumn(String name, String group, boolean isNeeded) {

  private static final String KEY = "table.key.";

  /// The heading in a language: "Options: title (fr)".
  public String label(Messages messages) {
    String whole = KEY + kebab(name).replace('.', '-');
    if (messages.has(whole)) {
      return messages.text(whole);
    }
    List<String> parts = new ArrayList<>();
    String language = "";
    for (String part : name.split("\\.", -1)) {
      String key = KEY + kebab(part);
      if (messages.has(key)) {
        parts.add(messages.text(key));
      } else {
        language = " (" + part + ")";
      }
    }
    for (int i = 1; i < parts.size(); i++) {
      parts.set(i, parts.get(i).toLowerCase(messages.language().locale()));
    }
    return String.join(": ", parts) + language;
  }

  private static String kebab(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
