package org.parley.web;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.web.service.Visitor;
import org.parley.web.view.Visit;
import org.parley.wording.Language;

/// The pages of one state of a case as they were made, for all who look at it with the same eyes
/// and rights: the least recently asked for are forgotten first.
///
/// A page is kept with gaps for what differs between two such readers, their name and the token of
/// their forms. Keeping and finding one takes time linear in its length. Safe for many threads.
final class KeptPages {

  /// How much is kept of one state of a case, in bytes.
  static final int MOST_BYTES = 8 << 20;

  /// What stands for the name and the token while a page is made. No page has it otherwise: it is
  /// drawn when the program starts, and nobody is shown it.
  private static final String GAP = "gap" + java.util.UUID.randomUUID().toString().replace("-", "");

  private static final String NAME = GAP + "n";
  private static final String TOKEN = GAP + "t";
  private static final Pattern GAPS = Pattern.compile(GAP + "[nt]");

  /// What decides how a page looks, beside the case.
  ///
  /// @param address with its query, as it was sent
  /// @param isPart whether a script of the page asks for it
  /// @param eyes the reader, without a name
  /// @param hasForms whether forms carry a token
  record Asked(
      String address,
      boolean isPart,
      Language language,
      Visitor eyes,
      boolean isLocal,
      boolean isKnown,
      boolean hasForms,
      boolean isStale) {

    static Asked of(String address, boolean isPart, Visitor visitor, Visit visit) {
      return new Asked(
          address,
          isPart,
          Language.current(),
          new Visitor("", visitor.role(), visitor.party()),
          visit.isLocal(),
          visit.isKnown(),
          !visit.token().isEmpty(),
          visit.isStale().getAsBoolean());
    }
  }

  /// A page with its gaps.
  ///
  /// @param pieces what stands before, between and after the gaps
  /// @param gaps which gap follows each piece but the last
  /// @param pushed the address that the browser shows for it; absent where it stays as it is
  record Kept(List<byte[]> pieces, List<String> gaps, @Nullable String pushed) {

    static Kept of(String html, @Nullable String pushed) {
      List<byte[]> pieces = new ArrayList<>();
      List<String> gaps = new ArrayList<>();
      Matcher gap = GAPS.matcher(html);
      int end = 0;
      while (gap.find()) {
        pieces.add(html.substring(end, gap.start()).getBytes(StandardCharsets.UTF_8));
        gaps.add(gap.group());
        end = gap.end();
      }
      pieces.add(html.substring(end).getBytes(StandardCharsets.UTF_8));
      return new Kept(List.copyOf(pieces), List.copyOf(gaps), pushed);
    }

    /// The page as somebody gets it.
    byte[] filledFor(Visit visit) {
      byte[] name = escaped(visit.name());
      byte[] token = escaped(visit.token());
      int length = pieces.stream().mapToInt(each -> each.length).sum();
      for (String gap : gaps) {
        length += (gap.equals(NAME) ? name : token).length;
      }
      byte[] filled = new byte[length];
      int at = put(pieces.getFirst(), filled, 0);
      for (int i = 0; i < gaps.size(); i++) {
        at = put(gaps.get(i).equals(NAME) ? name : token, filled, at);
        at = put(pieces.get(i + 1), filled, at);
      }
      return filled;
    }

    private static int put(byte[] piece, byte[] into, int at) {
      System.arraycopy(piece, 0, into, at, piece.length);
      return at + piece.length;
    }

    private static byte[] escaped(String text) {
      StringOutput out = new StringOutput();
      Escape.htmlContent(text, out);
      return out.toString().getBytes(StandardCharsets.UTF_8);
    }
  }

  private final int mostBytes;
  private final Map<Asked, Kept> pages = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  KeptPages(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /// The same visit, with gaps for what differs between readers.
  static Visit withGaps(Visit visit, Asked asked) {
    return new Visit(
        NAME,
        visit.shownAs(),
        visit.isLocal(),
        visit.isKnown(),
        visit.maySave(),
        visit.seesAll(),
        visit.may(),
        asked.hasForms() ? TOKEN : "",
        asked::isStale);
  }

  synchronized Optional<Kept> find(Asked asked) {
    return Optional.ofNullable(pages.get(asked));
  }

  /// Keeps a page, unless it would drive out half of the others.
  synchronized void keep(Asked asked, Kept page) {
    if (weight(asked, page) > mostBytes / 2) {
      return;
    }
    Kept before = pages.put(asked, page);
    bytes += weight(asked, page) - (before == null ? 0 : weight(asked, before));
    Iterator<Map.Entry<Asked, Kept>> eldest = pages.entrySet().iterator();
    while (bytes > mostBytes && eldest.hasNext()) {
      Map.Entry<Asked, Kept> each = eldest.next();
      bytes -= weight(each.getKey(), each.getValue());
      eldest.remove();
    }
  }

  /// How much is kept, in bytes.
  synchronized long bytes() {
    return bytes;
  }

  private static long weight(Asked asked, Kept page) {
    return 200L
        + asked.address().length()
        + page.pieces().stream().mapToInt(each -> each.length + 20).sum();
  }
}
