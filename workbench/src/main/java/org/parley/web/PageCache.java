package org.parley.web;

import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.web.service.Visitor;
import org.parley.web.view.Visit;
import org.parley.web.work.ResultCache;
import org.parley.wording.Language;

/// How rendered pages of one state of a case are kept, shared by readers with the same view and
/// rights.
///
/// A page is stored with gaps for the parts that differ between such readers: their name and the
/// CSRF token. Storing and finding one takes time linear in its length.
final class PageCache {

  /// The size limit of the cache for one state of a case, in bytes.
  static final long MOST_BYTES = ResultCache.most(16 << 20);

  /// The placeholder of name and token during rendering. It is random per process and never sent,
  /// so no page contains it otherwise.
  private static final String GAP = "gap" + java.util.UUID.randomUUID().toString().replace("-", "");

  private static final String NAME = GAP + "n";
  private static final String TOKEN = GAP + "t";
  private static final Pattern GAPS = Pattern.compile(GAP + "[nt]");

  /// The cache key of a page, apart from the case.
  ///
  /// @param address with its query, as sent
  /// @param isPart whether it is requested by a script of the page
  /// @param eyes the viewer, without a name
  /// @param hasForms whether forms carry a token
  /// @param waiting how many things wait for the visitor
  /// @param borrowed the view in which a mediator looks; empty for others
  record Asked(
      String address,
      boolean isPart,
      Language language,
      Visitor eyes,
      boolean isLocal,
      boolean isKnown,
      boolean hasForms,
      boolean isStale,
      int waiting,
      String borrowed) {

    static Asked of(String address, boolean isPart, Visitor visitor, Visit visit) {
      return new Asked(
          address,
          isPart,
          Language.current(),
          new Visitor("", visitor.role(), visitor.party()),
          visit.isLocal(),
          visit.isKnown(),
          !visit.token().isEmpty(),
          visit.isStale().getAsBoolean(),
          visit.waits(),
          visit.viewChoice().word());
    }
  }

  /// A page with its gaps.
  ///
  /// @param pieces the parts before, between and after the gaps
  /// @param gaps the gap after each part but the last
  /// @param pushed the address shown by the browser; null for no change
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

    private long bytes() {
      return pieces.stream().mapToLong(each -> each.length + 20L).sum();
    }

    /// The page with its gaps filled.
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

  private PageCache() {}

  /// A cache without pages.
  ///
  /// @param mostBytes its size limit
  static ResultCache<Asked, Kept> cache(long mostBytes) {
    return new ResultCache<>(mostBytes, asked -> asked.address().length(), Kept::bytes);
  }

  /// The same visit, with gaps in place of individual values.
  static Visit withGaps(Visit visit, Asked asked) {
    return new Visit(
        NAME,
        visit.shownAs(),
        visit.isLocal(),
        visit.isKnown(),
        visit.maySaveNow(),
        visit.seesAll(),
        visit.mayNow(),
        asked.hasForms() ? TOKEN : "",
        asked::isStale,
        asked::waiting,
        visit.viewChoice(),
        visit.meets());
  }
}
