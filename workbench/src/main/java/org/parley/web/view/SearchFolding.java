package org.parley.web.view;

import java.text.Normalizer;
import java.util.Locale;

/// Text made comparable for a search: without case, accents and the variants of letters.
public final class SearchFolding {

  private SearchFolding() {}

  /// The text, folded: "Sinn Féin" becomes "sinn fein".
  public static String of(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
