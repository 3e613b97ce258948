package org.parley.casefile;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.Set;

/// Makes ids of names: "Government of Åland" becomes `government-of-aland`. Other scripts are
/// written in Latin letters first.
public final class ReadableIds {

  /// The most characters of an id.
  public static final int LONGEST = 64;

  private static final int LONGEST_WORDS = 28;
  private static final int FIRST_BEYOND_ASCII = 0x80;
  private static final Transliterator LATIN =
      Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower()");

  private ReadableIds() {}

  /// The words of a name, joined by hyphens; empty if nothing of it can be in an id.
  public static String slug(String name) {
    String plain = isAscii(name) ? asciiWords(name) : words(LATIN.transliterate(name));
    if (plain.length() <= LONGEST_WORDS) {
      return plain;
    }
    int end = plain.lastIndexOf('-', LONGEST_WORDS);
    return plain.substring(0, end > 0 ? end : LONGEST_WORDS);
  }

  private static String words(String latin) {
    return latin
        .toLowerCase(Locale.ROOT)
        .replaceAll("['’ʹʺ]", "")
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  private static boolean isAscii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= FIRST_BEYOND_ASCII) {
        return false;
      }
    }
    return true;
  }

  /// The same for names in ASCII, which most are: nothing of them is transliterated.
  private static String asciiWords(String name) {
    StringBuilder words = new StringBuilder(name.length());
    boolean isApart = false;
    for (int i = 0; i < name.length(); i++) {
      char sign = name.charAt(i);
      char lower = sign >= 'A' && sign <= 'Z' ? (char) (sign + 'a' - 'A') : sign;
      if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) {
        words.append(isApart && !words.isEmpty() ? "-" : "").append(lower);
        isApart = false;
      } else if (sign != '\'') {
        isApart = true;
      }
    }
    return words.toString();
  }

  /// The first free id of a stem, which is taken then: `treaty`, `treaty-2`.
  public static String free(String stem, Set<String> taken) {
    String id = stem.substring(0, Math.min(LONGEST, stem.length()));
    for (int number = 2; !taken.add(id); number++) {
      String end = "-" + number;
      id = stem.substring(0, Math.min(LONGEST - end.length(), stem.length())) + end;
    }
    return id;
  }
}
