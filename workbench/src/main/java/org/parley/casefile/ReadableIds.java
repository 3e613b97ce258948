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
  private static final Transliterator LATIN =
      Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower()");

  private ReadableIds() {}

  /// The words of a name, joined by hyphens; empty if nothing of it can be in an id.
  public static String slug(String name) {
    String plain =
        LATIN
            .transliterate(name)
            .toLowerCase(Locale.ROOT)
            .replaceAll("['’ʹʺ]", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    if (plain.length() <= LONGEST_WORDS) {
      return plain;
    }
    int end = plain.lastIndexOf('-', LONGEST_WORDS);
    return plain.substring(0, end > 0 ? end : LONGEST_WORDS);
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
