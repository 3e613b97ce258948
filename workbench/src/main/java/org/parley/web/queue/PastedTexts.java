package org.parley.web.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Several texts in one field: a line of equals signs stands between them.
final class PastedTexts {

  private static final Pattern BETWEEN = Pattern.compile("={3,}\\s*");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/?#]+\\S*");

  private PastedTexts() {}

  /// The texts; of a piece that has nothing but addresses, each of them.
  static List<String> of(String pasted) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (String line : pasted.lines().toList()) {
      if (BETWEEN.matcher(line).matches()) {
        add(pieces, piece.toString());
        piece.setLength(0);
      } else {
        piece.append(line).append('\n');
      }
    }
    add(pieces, piece.toString());
    return pieces;
  }

  private static void add(List<String> pieces, String piece) {
    List<String> lines = piece.lines().map(String::strip).filter(each -> !each.isEmpty()).toList();
    if (lines.isEmpty()) {
      return;
    }
    if (lines.stream().allMatch(PastedTexts::isAddress)) {
      pieces.addAll(lines);
    } else {
      pieces.add(piece.strip());
    }
  }

  static boolean isAddress(String piece) {
    return ADDRESS.matcher(piece).matches();
  }
}
