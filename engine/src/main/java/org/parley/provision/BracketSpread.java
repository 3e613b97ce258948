package org.parley.provision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;

/// Brackets that open in one provision and close in a later one. Each provision they cover gets one
/// of its own, with the same holders.
public final class BracketSpread {

  /// The words of a provision, with the brackets that it gets.
  ///
  /// @param doubt about the bracket that opens in it; null for none
  public record SpreadWords(String words, @Nullable TextDoubt doubt) {}

  private final Function<String, Optional<PartyId>> parties;
  private final List<SpreadWords> read = new ArrayList<>();

  private BracketSpread(List<String> texts, Function<String, Optional<PartyId>> parties) {
    this.parties = parties;
    texts.forEach(each -> read.add(new SpreadWords(each, null)));
  }

  /// Closes each such bracket where its provision ends, and opens it again in the next.
  ///
  /// @param texts the words of the provisions, in the order of the text
  /// @param parties the party of a name, in any spelling of the text
  public static List<SpreadWords> of(
      List<String> texts, Function<String, Optional<PartyId>> parties) {
    BracketSpread spread = new BracketSpread(texts, parties);
    for (int i = 0; i < texts.size(); i++) {
      int opened = spread.opened(spread.read.get(i).words());
      if (opened >= 0) {
        spread.close(i, opened);
      }
    }
    return List.copyOf(spread.read);
  }

  /// Where the only bracket opens that does not close in these words; -1 for none or several.
  private int opened(String words) {
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < words.length(); i++) {
      if (words.charAt(i) == '[') {
        open.add(i);
      } else if (words.charAt(i) == ']' && !open.isEmpty()) {
        open.removeLast();
      }
    }
    return open.size() == 1 ? open.getFirst() : -1;
  }

  private void close(int first, int opened) {
    int depth = 1;
    for (int i = first + 1; i < read.size(); i++) {
      String words = read.get(i).words();
      for (int at = 0; at < words.length(); at++) {
        depth += words.charAt(at) == '[' ? 1 : words.charAt(at) == ']' ? -1 : 0;
        if (depth == 0) {
          spread(first, opened, i, at);
          return;
        }
      }
    }
  }

  private void spread(int first, int opened, int last, int closed) {
    String words = read.get(first).words();
    String inside = words.substring(opened + 1);
    String holders = holders(inside);
    String own = inside.substring(holders.length());
    TextDoubt doubt = new TextDoubt.BracketAcross(BracketReader.clipped(inside), last - first + 1);
    read.set(
        first,
        new SpreadWords(
            (words.substring(0, opened) + bracketed(holders, own)).stripTrailing(), doubt));
    for (int i = first + 1; i < last; i++) {
      read.set(i, new SpreadWords(bracketed(holders, read.get(i).words()), null));
    }
    String end = read.get(last).words();
    String after = end.substring(closed + 1);
    read.set(
        last,
        new SpreadWords(
            (bracketed(holders, end.substring(0, closed)) + after).stripTrailing(), null));
  }

  /// The names before a colon, if all are parties.
  private String holders(String inside) {
    int colon = inside.indexOf(':');
    boolean isNamed =
        colon > 0 && new BracketReader(parties).holders(inside.substring(0, colon)).isPresent();
    return isNamed ? inside.substring(0, colon + 1) : "";
  }

  private static String bracketed(String holders, String words) {
    String said = words.strip();
    return said.isEmpty() ? "" : "[" + holders + (holders.isEmpty() ? "" : " ") + said + "]";
  }
}
