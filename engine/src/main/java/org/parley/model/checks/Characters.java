package org.parley.model.checks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The characters forbidden in texts: control characters except tab and line feed, unpaired
/// surrogates, noncharacters, and unbalanced directional controls.
///
/// XML 1.0 cannot represent most of them. The others mislead a reader: after an override, U+202E, a
/// text is displayed in another order. Refused on entry, they cannot break an export. Embeddings
/// and isolates are allowed if they are closed in the same text (UAX #9).
public final class Characters {

  private Characters() {}

  /// A forbidden character.
  ///
  /// @param at its index in the text
  /// @param code its code point; for an unpaired surrogate, its code unit
  /// @param rule the rule it breaks
  public record Forbidden(int at, int code, Rule rule) {

    /// Its name: `U+0007`.
    public String name() {
      return String.format(Locale.ROOT, "U+%04X", code);
    }
  }

  /// The first forbidden character of a text.
  public static Optional<Forbidden> find(String text) {
    if (isPlain(text)) {
      return Optional.empty();
    }
    Deque<Integer> open = new ArrayDeque<>();
    for (int at = 0; at < text.length(); ) {
      int code = text.codePointAt(at);
      Rule broken = broken(code);
      if (broken != null) {
        return Optional.of(new Forbidden(at, code, broken));
      }
      follow(text, at, open);
      at += Character.charCount(code);
    }
    return open.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Forbidden(
                open.getLast(), text.charAt(open.getLast()), Rule.Plain.UNCLOSED_DIRECTION));
  }

  /// The text with a space in place of each forbidden character, for texts from outside. Every
  /// other character keeps its index.
  public static String cleaned(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text);
    Deque<Integer> open = new ArrayDeque<>();
    for (int at = 0; at < text.length(); ) {
      int code = text.codePointAt(at);
      int next = at + Character.charCount(code);
      if (broken(code) == null) {
        follow(text, at, open);
      } else {
        clean.replace(at, next, " ".repeat(next - at));
      }
      at = next;
    }
    open.forEach(at -> clean.setCharAt(at, ' '));
    return clean.toString();
  }

  /// Opens or closes a directional control.
  private static void follow(String text, int at, Deque<Integer> open) {
    switch (text.charAt(at)) {
      case 0x202A, 0x202B, 0x2066, 0x2067, 0x2068 -> open.push(at);
      case 0x202C, 0x2069 -> {
        boolean isolate = text.charAt(at) == 0x2069;
        if (!open.isEmpty() && text.charAt(open.peek()) >= 0x2066 == isolate) {
          open.pop();
        }
      }
      default -> {}
    }
  }

  /// Whether all characters are unproblematic; a fast path for nearly every text.
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0) || c >= 0x2028) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Rule broken(int code) {
    if (code != '\t' && code != '\n' && Character.isISOControl(code)) {
      return Rule.Plain.CONTROL_CHARACTER;
    }
    if (code <= 0xFFFF && Character.isSurrogate((char) code)) {
      return Rule.Plain.UNPAIRED_SURROGATE;
    }
    if ((code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF)) {
      return Rule.Plain.NONCHARACTER;
    }
    return code == 0x202D || code == 0x202E ? Rule.Plain.DIRECTION_OVERRIDE : null;
  }

  /// The violation of a text with a forbidden character.
  static Optional<CaseViolation> problem(int record, List<String> path, String text) {
    return find(text)
        .map(each -> new CaseViolation(record, List.copyOf(path), each.rule(), each.name(), null));
  }
}
