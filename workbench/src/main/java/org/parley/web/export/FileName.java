package org.parley.web.export;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The name of a file for people, and the header that gives it.
///
/// @see <a href="https://www.rfc-editor.org/rfc/rfc6266">RFC 6266</a>
/// @see <a href="https://www.rfc-editor.org/rfc/rfc8187">RFC 8187, which replaced RFC 5987</a>
public final class FileName {

  private static final int LONGEST_PART = 60;
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private FileName() {}

  /// A name of words in any script, joined by hyphens.
  ///
  /// @param ending the ending, without the dot
  public static String of(List<String> parts, String ending) {
    String name =
        parts.stream()
            .map(FileName::words)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("-"));
    return (name.isEmpty() ? "parley" : name) + "." + ending;
  }

  private static String words(String part) {
    String joined =
        part.toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
            .replaceAll("^-+|-+$", "");
    if (joined.length() <= LONGEST_PART) {
      return joined;
    }
    int end = Character.isHighSurrogate(joined.charAt(LONGEST_PART - 1)) ? 1 : 0;
    return joined.substring(0, LONGEST_PART - end).replaceAll("-+$", "");
  }

  /// The value of `Content-Disposition` for a file that is kept: the name in ASCII, and the whole
  /// name where it has other letters.
  public static String attachment(String name) {
    String safe = ascii(name);
    return "attachment; filename=\""
        + safe
        + "\""
        + (safe.equals(name) ? "" : "; filename*=UTF-8''" + percent(name));
  }

  /// The name in letters that every program knows.
  static String ascii(String name) {
    String ascii =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^A-Za-z0-9._-]+", "-")
            .replaceAll("-{2,}", "-")
            .replaceAll("^-+", "")
            .replaceAll("-+\\.", ".");
    return ascii.startsWith(".") ? "parley" + ascii : ascii;
  }

  private static String percent(String name) {
    StringBuilder out = new StringBuilder();
    for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      out.append(
          PLAIN.indexOf(c) >= 0
              ? String.valueOf(c)
              : String.format(Locale.ROOT, "%%%02X", (int) c));
    }
    return out.toString();
  }
}
