package org.parley.web.brief;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.answer.memo.MemoQuestion;
import org.parley.model.Viewer;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.ViewedDay;
import org.parley.wording.Language;

/// A cache of printed briefings and memos, by language and view. Printing takes a hundred times as
/// long as a page. So briefings are printed one at a time, and once per state of the case.
/// Thread-safe.
public final class Copies {

  private static final int KEPT = 16;

  /// @param what the days of a briefing, the memo, or the text
  private record Asked(OpenCase open, Language language, Viewer reader, Object what) {}

  private record MemoAsked(MemoQuestion question, ViewedDay moment) {}

  private final Map<Asked, byte[]> printed =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  /// The briefing as PDF.
  ///
  /// @param anchor the head of the journal, queried only if the briefing is printed
  public synchronized byte[] pdf(
      OpenCase open,
      Viewer reader,
      Brief.DaysAsked days,
      Supplier<Brief.@Nullable Anchored> anchor) {
    return printed.computeIfAbsent(
        new Asked(open, Language.current(), reader, days),
        _ ->
            print(
                out ->
                    BriefPrinter.pdf(Brief.of(open, reader, days).withAnchor(anchor.get()), out)));
  }

  /// A memo as PDF.
  public synchronized byte[] memo(
      OpenCase open, Viewer reader, Query query, MemoQuestion question) {
    return printed.computeIfAbsent(
        new Asked(
            open, Language.current(), reader, new MemoAsked(question, ViewedDay.of(query, open))),
        _ -> print(out -> BriefPrinter.pdf(MemoPage.of(open, reader, query, question), out)));
  }

  /// The whole text of an instrument as PDF.
  ///
  /// @param query what was asked for
  public synchronized byte[] text(
      OpenCase open, Viewer reader, Query query, Supplier<String> page) {
    return printed.computeIfAbsent(
        new Asked(open, Language.current(), reader, query),
        _ -> print(out -> out.write(BriefPrinter.pdf(page.get()))));
  }

  /// Writes a document.
  private interface Printing {
    void to(OutputStream out) throws IOException;
  }

  private static byte[] print(Printing printing) {
    try {
      ByteArrayOutputStream pdf = new ByteArrayOutputStream();
      printing.to(pdf);
      return pdf.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("printing a document into memory", e);
    }
  }
}
